"""The goal of the week: suggested, taken over, changed or left alone.

Who runs has a goal of running, in what runs are compared by; who trains otherwise has one of
minutes of training; who has not done anything for weeks is not asked.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, assert_never

from coreapp.domain.activity import TRAINING, Activity, week_of
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.load import WEEK, Growth, NextWeek, next_week, weekly_volume
from coreapp.domain.progression import PainLight
from coreapp.domain.settings import Settings
from coreapp.domain.week_goal import (
    MOST_METRES_A_WEEK,
    MOST_MINUTES_A_WEEK,
    GoalKind,
    GoalReason,
    WeekGoal,
)
from coreapp.services.ports import StateFile
from coreapp.services.running_hints import WEEKS_BEFORE
from coreapp.services.training_picture import Picture, PictureReader

_WEEK: Final = "week"
_KIND: Final = "kind"
_AMOUNT: Final = "amount"
_NOT_THIS_WEEK: Final = 0
_HURT: Final = frozenset({PainLight.AMBER, PainLight.RED})
_GREW: Final = frozenset({Growth.AMBER, Growth.RED})
_STEP_METRES: Final = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered for a week; an amount of 0 means no goal."""

    week: date
    kind: GoalKind
    amount: int


class Goals:
    """Suggests goals, and keeps what was answered for this week."""

    def __init__(
        self, reader: PictureReader, file: StateFile, settings: Callable[[], Settings]
    ) -> None:
        self._reader = reader
        self._file = file
        self._settings = settings

    def this_week(self, picture: Picture | None = None) -> WeekGoal | None:
        """Return the goal of this week, or what is suggested for it.

        Args:
            picture: what is known of the last weeks; without it, it is read.

        Returns:
            None if goals are switched off, were declined for this week, or there is nothing to grow
            from.

        Raises:
            CoreappError: the log cannot be read.
        """
        if not self._settings().week_goals:
            return None
        picture = picture or self._reader.read()
        week = week_of(picture.today)
        answer = _answer_from(self._file.load())
        if answer is None or answer.week != week:
            kind = _kind(picture, week)
            return None if kind is None else _goal(picture, week, kind)
        if answer.amount == _NOT_THIS_WEEK:
            return None
        return _goal(picture, week, answer.kind).wanting(answer.amount)

    def want(self, goal: WeekGoal, amount: int) -> Answer | None:
        """Take a goal over, with what is suggested or something else; return the answer before.

        Raises:
            InvalidValueError: it is not within reach of a week.
            CoreappError: it cannot be kept.
        """
        most = MOST_METRES_A_WEEK if goal.in_metres else MOST_MINUTES_A_WEEK
        if not 1 <= amount <= most:
            raise InvalidValueError(
                "amount",
                amount,
                marked("A goal of a week is more than nothing, and at most 50 hours or 300 km."),
            )
        return self._answer(Answer(goal.week, goal.kind, amount))

    def decline(self, goal: WeekGoal) -> Answer | None:
        """Have no goal this week; return the answer before.

        Raises:
            CoreappError: it cannot be kept.
        """
        return self._answer(Answer(goal.week, goal.kind, _NOT_THIS_WEEK))

    def answer_again(self, former: Answer | None) -> None:
        """Put an answer back as it was before `want` or `decline`; None is none.

        Raises:
            CoreappError: it cannot be kept.
        """
        self._file.save({} if former is None else _document(former))

    def _answer(self, answer: Answer) -> Answer | None:
        former = _answer_from(self._file.load())
        self._file.save(_document(answer))
        return former


def _kind(picture: Picture, week: date) -> GoalKind | None:
    """Return the first kind of which enough was done in the weeks before to suggest anything."""
    kinds = [GoalKind.RUN_MINUTES, GoalKind.TRAINING_MINUTES]
    if picture.in_metres:
        kinds.insert(0, GoalKind.RUN_METRES)
    # After weeks of being ill, or a few minutes long ago, there may be nothing to grow from.
    return next((each for each in kinds if _goal(picture, week, each).next.suggested > 0), None)


def _goal(picture: Picture, week: date, kind: GoalKind) -> WeekGoal:
    step = weekly_volume(
        _before(picture, week, kind),
        _amount(picture.activities, week, kind),
        was_easy=week - WEEK in picture.easy_weeks,
    )
    reason = _reason(picture, week, kind)
    after_pain = reason is not GoalReason.A_LITTLE_MORE
    suggested = _rounded(next_week(step.base, after_pain=after_pain), kind)
    return WeekGoal(week, kind, step.base, suggested, reason, step.now)


def _before(picture: Picture, week: date, kind: GoalKind) -> list[int]:
    return [
        _amount(picture.activities, week - back * WEEK, kind) for back in range(1, WEEKS_BEFORE + 1)
    ]


def _amount(activities: Sequence[Activity], week: date, kind: GoalKind) -> int:
    of_week = [each for each in activities if week_of(each.day) == week]
    match kind:
        case GoalKind.RUN_METRES:
            return sum(each.metres or 0 for each in of_week if each.is_run)
        case GoalKind.RUN_MINUTES:
            return sum(each.minutes for each in of_week if each.is_run)
        case GoalKind.TRAINING_MINUTES:
            return sum(each.minutes for each in of_week if each.kinds & TRAINING)
        case _:
            assert_never(kind)


def _reason(picture: Picture, week: date, kind: GoalKind) -> GoalReason:
    last = week - WEEK
    if any(each.light in _HURT for each in picture.felt if week_of(each.day) == last):
        return GoalReason.AFTER_PAIN
    before = _before(picture, last, kind)
    now = _amount(picture.activities, last, kind)
    growth = weekly_volume(before, now, was_easy=last - WEEK in picture.easy_weeks).growth
    return GoalReason.AFTER_A_JUMP if growth in _GREW else GoalReason.A_LITTLE_MORE


def _rounded(suggested: NextWeek, kind: GoalKind) -> NextWeek:
    """Round a distance down to what is shown of it."""
    if kind is not GoalKind.RUN_METRES:
        return suggested
    return replace(
        suggested,
        suggested=suggested.suggested // _STEP_METRES * _STEP_METRES,
        limit=suggested.limit // _STEP_METRES * _STEP_METRES,
    )


def _document(answer: Answer) -> Mapping[str, object]:
    return {_WEEK: answer.week.isoformat(), _KIND: answer.kind.value, _AMOUNT: answer.amount}


def _answer_from(document: Mapping[str, object]) -> Answer | None:
    """Read what was answered; what cannot be read is no answer."""
    amount = document.get(_AMOUNT)
    if isinstance(amount, int) and not isinstance(amount, bool) and amount >= 0:
        with suppress(ValueError):
            week = date.fromisoformat(str(document.get(_WEEK)))
            return Answer(week, GoalKind(str(document.get(_KIND))), amount)
    return None
