"""The goal of the week in words."""

from datetime import date, timedelta
from typing import Final, assert_never

from coreapp.domain.week_goal import GoalKind, GoalReason, WeekGoal
from coreapp.i18n import _, format_date
from coreapp.services.hint_words import amount_words
from coreapp.services.written_amounts import read_distance, read_length, whole_minutes

_TO_SUNDAY: Final = timedelta(days=6)


def suggestion_line(goal: WeekGoal) -> str:
    """Return the question whether a suggestion shall be the goal."""
    amount = amount_text(goal, goal.next.suggested)
    match goal.kind:
        case GoalKind.RUN_MINUTES | GoalKind.RUN_METRES:
            return _("A goal for this week: {amount} of running?").format(amount=amount)
        case GoalKind.TRAINING_MINUTES:
            return _("A goal for this week: {amount} of training?").format(amount=amount)
        case _:
            assert_never(goal.kind)


def reason_line(goal: WeekGoal) -> str:
    """Return why so much is suggested, with the figures it rests on."""
    match goal.reason:
        case GoalReason.A_LITTLE_MORE:
            text = _(
                "5 % more than {base}, and a little less than you may feel like. Up to {limit} is "
                "fine."
            )
        case GoalReason.AFTER_PAIN:
            text = _(
                "A fifth less than {base}, as something hurt last week. Up to {limit} is fine."
            )
        case GoalReason.AFTER_A_JUMP:
            text = _("A fifth less than {base}, as last week grew fast. Up to {limit} is fine.")
        case _:
            assert_never(goal.reason)
    return text.format(base=amount_text(goal, goal.base), limit=amount_text(goal, goal.next.limit))


def progress_line(goal: WeekGoal) -> str:
    """Return how far one is with a goal that was taken over."""
    done, wanted = amount_text(goal, goal.done), amount_text(goal, goal.wanted or 0)
    if goal.kind is GoalKind.TRAINING_MINUTES:
        return _("Training: {done} of {wanted}").format(done=done, wanted=wanted)
    return _("Running: {done} of {wanted}").format(done=done, wanted=wanted)


def left_line(goal: WeekGoal, today: date) -> str:
    """Return what is left of it, by the day; or that it is reached."""
    if goal.is_reached:
        return _("That is your goal of the week. More is not better now.")
    if goal.a_day(today) == goal.left:
        return _("{left} are left for today.").format(left=amount_text(goal, goal.left))
    return _("{left} are left, that is {part} a day up to {day}.").format(
        left=amount_text(goal, goal.left),
        part=amount_text(goal, goal.a_day(today)),
        day=format_date(goal.week + _TO_SUNDAY, "EEEE"),
    )


def steep_line(goal: WeekGoal) -> str:
    """Return what is said where more is wanted than a tenth above; empty otherwise."""
    if not goal.is_steep:
        return ""
    return _("That is more than 10 % above {base}. A smaller step is easier to keep.").format(
        base=amount_text(goal, goal.base)
    )


def read_amount(goal: WeekGoal, text: str) -> int:
    """Return what was written for a goal, in its unit.

    Raises:
        InvalidValueError: it is no such amount.
    """
    if goal.in_metres:
        return read_distance(text)
    return whole_minutes(read_length(text, None))


def amount_text(goal: WeekGoal, amount: int) -> str:
    """Return an amount of a goal with its unit."""
    return amount_words(amount, in_metres=goal.in_metres)
