"""What the rules say of habits, in words: load, hard days, core work, recovery (R4, R9b to R11)."""

from typing import assert_never

from coreapp.domain.habits import Factor, Frequency
from coreapp.domain.load import Step
from coreapp.i18n import _, format_list, format_minutes, format_number, ngettext, pgettext
from coreapp.services.hint_words import Said, mean_words, more_percent
from coreapp.services.hints import (
    CoreMissed,
    HabitHint,
    HardDays,
    Hindered,
    LoadGrew,
    RunningAlone,
    StrengthMissed,
)


def habit_words(hint: HabitHint) -> Said:
    """Return a hint about habits in words."""
    match hint:
        case LoadGrew(load):
            return _load(load)
        case HardDays(often):
            return _hard(often)
        case Hindered(factors):
            return _hindered(factors)
        case RunningAlone(hours):
            return _alone(hours)
        case CoreMissed(often):
            counted = _("Counted are core and strength sessions of the last seven days.")
            return Said(_core(often.core), counted)
        case StrengthMissed(often):
            return _strength(often)
        case _:
            assert_never(hint)


def factor_label(factor: Factor) -> str:
    """Return what may hinder recovery, as it stands in a list within a sentence."""
    labels = {
        Factor.SLEEP: pgettext("recovery", "sleep"),
        Factor.STRESS: pgettext("recovery", "stress"),
        Factor.SITTING: pgettext("recovery", "hours of sitting"),
        Factor.LONG_BOUT: pgettext("recovery", "long sitting without a break"),
        Factor.STANDING: pgettext("recovery", "long standing"),
        Factor.LIFTING: pgettext("recovery", "heavy lifting"),
        Factor.HOUSEHOLD: pgettext("recovery", "busy days in the house"),
    }
    return labels[factor]


def _load(load: Step) -> Said:
    text = _(
        "You have trained {more} % more this week than before. About 10 % more a week is enough."
    )
    reason = _(
        "Minutes times effort: {now} this week, {before} before; 10 % more would be {limit}. After "
        "an easy week or one without training, the weeks before it count."
    )
    return Said(
        text.format(more=more_percent(load)),
        reason.format(
            now=format_number(load.now // 10),
            before=format_number(load.base // 10),
            limit=format_number(load.limit // 10),
        ),
    )


def _hard(often: Frequency) -> Said:
    text = _("You trained on {count} of the last seven days. A day off is part of training.")
    reason = _(
        "Counted are days with an effort of 4 or more. More than five of seven leave little time "
        "to recover."
    )
    return Said(text.format(count=often.hard_days), reason)


def _hindered(factors: tuple[Factor, ...]) -> Said:
    text = _("Recovery may come easier with a look at this: {factors}.")
    reason = _(
        "That came most often in the last seven days. On at least three of them two such things "
        "came together, and your pain has not become less."
    )
    return Said(text.format(factors=format_list([factor_label(each) for each in factors])), reason)


def _alone(hours: float) -> Said:
    text = _(
        "Running alone does not train the back. Two or three short core sessions a week can help."
    )
    reason = _(
        "On average you sat {hours} hours a day lately; you ran, and there was no core or strength "
        "session in seven days."
    )
    return Said(text, reason.format(hours=mean_words(hours)))


def _core(count: int) -> str:
    if count == 0:
        return _("No core session in the last seven days. Two or three a week can help.")
    return ngettext(
        "{count} core session in the last seven days. Two or three a week can help.",
        "{count} core sessions in the last seven days. Two or three a week can help.",
        count,
    ).format(count=count)


def _strength(often: Frequency) -> Said:
    text = _("Two strength sessions a week, an hour in all, can help.")
    if not often.strength:
        return Said(text, _("There was none in the last seven days; core sessions were enough."))
    reason = ngettext(
        "In the last seven days there was {count}, {minutes} in all; core sessions were enough.",
        "In the last seven days there were {count}, {minutes} in all; core sessions were enough.",
        often.strength,
    )
    minutes = format_minutes(60 * often.strength_minutes)
    return Said(text, reason.format(count=often.strength, minutes=minutes))
