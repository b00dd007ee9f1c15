"""What the rules say of pain, in words (R6 to R8)."""

from typing import assert_never

from coreapp.domain.pain import Concern, TwoWeeks
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.i18n import _
from coreapp.services.activity_words import type_label
from coreapp.services.hint_words import Said, mean_words
from coreapp.services.hints import EasyNext, PainGrew, PainHint, SeeSomebody, StopNoticed
from coreapp.services.training_picture import Felt


def pain_words(hint: PainHint, easy_routine: str) -> Said:
    """Return a hint about pain in words.

    Args:
        hint: what the rules say.
        easy_routine: the name of the routine for easy days.
    """
    match hint:
        case SeeSomebody(concern, pain):
            see = _("A doctor or physiotherapist can look into this.")
            return Said(f"{_concern(concern)} {see}", _means(pain))
        case StopNoticed(last):
            return _stop(last)
        case EasyNext(last):
            return _easy(last, easy_routine)
        case PainGrew(pain):
            text = _("Your pain has grown lately. Do less rather than more until it turns.")
            return Said(text, _means(pain))
        case _:
            assert_never(hint)


def felt_title(last: Felt) -> str:
    """Return what a session or an activity is called."""
    done = last.done
    return type_label(done.type) if isinstance(done, PerformedActivity) else done.title


def _stop(last: Felt) -> Said:
    text = _(
        "You noticed a sign to stop. Take it easy for a day or two. If it stays longer than a "
        "day, a doctor or physiotherapist can look into this."
    )
    reason = _("You ticked it after “{title}”. The first one or two days say most.")
    return Said(text, reason.format(title=felt_title(last)))


def _easy(last: Felt, easy_routine: str) -> Said:
    title = felt_title(last)
    if isinstance(last.done, PerformedActivity):
        text = _("“{title}” came with more pain. Take it easy the next time, or do “{routine}”.")
    else:
        text = _("Your last session came with more pain. Take it easy the next time: “{routine}”.")
    reason = _(
        "In “{title}” the pain was 6 or more, or clearly worse the next morning. After that an "
        "easy day comes first."
    )
    return Said(text.format(title=title, routine=easy_routine), reason.format(title=title))


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


def _means(pain: TwoWeeks) -> str:
    if not pain.now_days:
        return _("From the pain that you entered.")
    now = mean_words(pain.now / pain.now_days)
    if not pain.before_days:
        return _("Mean of the days you entered: {now} of 10 in the last seven days.").format(
            now=now
        )
    before = mean_words(pain.before / pain.before_days)
    return _(
        "Mean of the days you entered: {now} of 10 in the last seven days, {before} in the seven "
        "before."
    ).format(now=now, before=before)
