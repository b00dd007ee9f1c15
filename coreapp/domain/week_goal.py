"""The goal of a week: a little more than before, and a little less than one feels like (rule R17).

It grows from what was really done, not from the goal before it: who did less is not asked for more.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from coreapp.domain.load import NextWeek

DAYS_A_WEEK: Final = 7
MOST_MINUTES_A_WEEK: Final = 3000
MOST_METRES_A_WEEK: Final = 300_000


class GoalKind(StrEnum):
    """What a goal counts."""

    RUN_MINUTES = "run_minutes"
    RUN_METRES = "run_metres"
    TRAINING_MINUTES = "training_minutes"


class GoalReason(StrEnum):
    """Why so much is suggested."""

    A_LITTLE_MORE = "a_little_more"
    AFTER_PAIN = "after_pain"
    """Something of the week before hurt (amber or red): a fifth less."""
    AFTER_A_JUMP = "after_a_jump"
    """The week before had grown by more than a tenth: a fifth less."""


@dataclass(frozen=True, slots=True)
class WeekGoal:
    """The goal of a week, or what is suggested for it; minutes or metres.

    Attributes:
        week: its Monday.
        base: what it grows from.
        next: what is suggested, and the limit of ten per cent.
        done: so much is done.
        wanted: what the person took over or wrote; None where nothing was answered.
    """

    week: date
    kind: GoalKind
    base: int
    next: NextWeek
    reason: GoalReason
    done: int
    wanted: int | None = None

    @property
    def in_metres(self) -> bool:
        """Whether it counts metres."""
        return self.kind is GoalKind.RUN_METRES

    @property
    def left(self) -> int:
        """What is left of it; 0 where nothing is wanted."""
        return max(0, (self.wanted or 0) - self.done)

    @property
    def is_reached(self) -> bool:
        """Whether it is reached."""
        return self.wanted is not None and self.left == 0

    @property
    def is_steep(self) -> bool:
        """Whether what is wanted is more than ten per cent above what it grows from."""
        return self.wanted is not None and self.wanted > self.next.limit

    def wanting(self, amount: int | None) -> "WeekGoal":
        """Return the same with another amount."""
        return replace(self, wanted=amount)

    def a_day(self, today: date) -> int:
        """Return what is left for each of the days that are left, today included; rounded up."""
        days = DAYS_A_WEEK - (today - self.week).days
        return -(-self.left // max(1, days))
