"""The advice of a day in words: what the rule says, and why, with its figures."""

from typing import assert_never

from coreapp.domain.pain import Concern, TwoWeeks
from coreapp.i18n import _, format_number, ngettext
from coreapp.services.advice import (
    CoreMissed,
    EasyNext,
    HardDays,
    Hint,
    LoadGrew,
    PainGrew,
    SeeSomebody,
)


def hint_text(hint: Hint, easy_routine: str) -> str:
    """Return what there is to say, in one or two sentences.

    Args:
        hint: what the rules say.
        easy_routine: the name of the routine for easy days.
    """
    match hint:
        case SeeSomebody(concern):
            return f"{_concern(concern)} {_see_somebody()}"
        case EasyNext():
            return _(
                "Your last session brought more pain. Take it easy the next time: “{routine}”."
            ).format(routine=easy_routine)
        case LoadGrew(load):
            return _(
                "This week’s training is {more} % more than last week’s. About 10 % more a week is "
                "enough."
            ).format(more=round(100 * (load.now - load.base) / load.base))
        case PainGrew():
            return _("Your pain has grown lately. Do less rather than more until it turns.")
        case HardDays(often):
            return _(
                "You trained on {count} of the last seven days. A day off is part of training."
            ).format(count=often.hard_days)
        case CoreMissed(often):
            return _core(often.core)
        case _:
            assert_never(hint)


def hint_reason(hint: Hint) -> str:
    """Return why it is said, with the figures it rests on."""
    match hint:
        case SeeSomebody(pain=pain) | PainGrew(pain):
            return _means(pain)
        case EasyNext(session):
            return _(
                "In “{title}” the pain was 6 or more, clearly worse the next morning, or you "
                "noticed a sign to stop. After that an easy day comes first."
            ).format(title=session.title)
        case LoadGrew(load):
            return _(
                "Minutes times effort: {now} this week, {before} last week; 10 % more would be "
                "{limit}."
            ).format(
                now=format_number(load.now // 10),
                before=format_number(load.base // 10),
                limit=format_number(load.limit // 10),
            )
        case HardDays():
            return _(
                "Counted are days with an effort of 4 or more. More than five of seven leave "
                "little time to recover."
            )
        case CoreMissed():
            return _("Counted are core and strength sessions of the last seven days.")
        case _:
            assert_never(hint)


def _concern(concern: Concern) -> str:
    match concern:
        case Concern.STRONG_FOR_DAYS:
            return _("Your pain was 7 or more on three days in a row.")
        case Concern.WORSE_AT_REST:
            return _("Your pain has grown although you ran less.")
        case Concern.BELOW_KNEE:
            return _("On two days you noted pain below the knee, or tingling.")
        case Concern.LASTING:
            return _(
                "You have noted pain on most days for three weeks, and it has not become less."
            )
        case _:
            assert_never(concern)


def _see_somebody() -> str:
    return _("A doctor or physiotherapist can look into this.")


def _core(count: int) -> str:
    if count == 0:
        return _("No core session in the last seven days. Two or three a week are what helps.")
    return ngettext(
        "{count} core session in the last seven days. Two or three a week are what helps.",
        "{count} core sessions in the last seven days. Two or three a week are what helps.",
        count,
    ).format(count=count)


def _means(pain: TwoWeeks) -> str:
    if not pain.now_days:
        return _("From the pain that you entered.")
    now = format_number(round(pain.now / pain.now_days, 1))
    if not pain.before_days:
        return _("Mean of the days you entered: {now} of 10 in the last seven days.").format(
            now=now
        )
    before = format_number(round(pain.before / pain.before_days, 1))
    return _(
        "Mean of the days you entered: {now} of 10 in the last seven days, {before} in the seven "
        "before."
    ).format(now=now, before=before)
