"""The advice of a day in words: what the rule says, and why, with its figures."""

from coreapp.services.habit_hint_words import habit_words
from coreapp.services.hint_words import Said
from coreapp.services.hints import (
    EasyNext,
    FewerDescents,
    Hint,
    LongRun,
    OnlyRuns,
    OutOfOrder,
    PainGrew,
    RunAndWalk,
    SeeSomebody,
    ShoesWorn,
    SofterGround,
    StopNoticed,
    VolumeGrew,
    WarmUpSeldom,
)
from coreapp.services.pain_hint_words import pain_words
from coreapp.services.run_habit_words import run_habit_words
from coreapp.services.running_hint_words import running_words


def hint_words(hint: Hint, easy_routine: str) -> Said:
    """Return what there is to say, and why.

    Args:
        hint: what the rules say.
        easy_routine: the name of the routine for easy days.
    """
    match hint:
        case SeeSomebody() | StopNoticed() | EasyNext() | PainGrew():
            return pain_words(hint, easy_routine)
        case LongRun() | VolumeGrew() | OutOfOrder() | RunAndWalk():
            return running_words(hint)
        case SofterGround() | FewerDescents() | WarmUpSeldom() | OnlyRuns() | ShoesWorn():
            return run_habit_words(hint)
        case _:
            return habit_words(hint)
