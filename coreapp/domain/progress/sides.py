"""Left and right: whether one side does less than the other, and whether that is changing.

Compared is the mean of the sets of four weeks; sets that were skipped do not count. Two sets a side
are the least that says something.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from coreapp.domain.exercise import Side

FOUR_WEEKS: Final = timedelta(weeks=4)
FEWEST_SETS: Final = 2

EVEN_PERCENT: Final = 5
"""Sides that differ by no more are even: a second or a repetition is chance."""


@dataclass(frozen=True, slots=True)
class SideSum:
    """The sets of one side of an exercise, added up over some days.

    Attributes:
        exercise: its id.
        name: as it was called in the log.
        side: left or right.
        sets: how many were done, the skipped ones left out.
        seconds: all of them together.
        counted: how many of them were counted in repetitions.
        reps: all of those together.
    """

    exercise: str
    name: str
    side: Side
    sets: int
    seconds: float
    counted: int = 0
    reps: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """Both sides of one exercise.

    Attributes:
        exercise, name: of the exercise.
        in_reps: the figures are repetitions, not seconds.
        left, right: the mean of a set.
        sets: of both sides.
    """

    exercise: str
    name: str
    in_reps: bool
    left: float
    right: float
    sets: int

    @property
    def short_side(self) -> Side | None:
        """The side that does less; None if both do the same."""
        if self.left == self.right:
            return None
        return Side.LEFT if self.left < self.right else Side.RIGHT

    @property
    def percent(self) -> int:
        """How many per cent the shorter side is short of the longer one."""
        longer = max(self.left, self.right)
        return round(100 * (longer - min(self.left, self.right)) / longer) if longer else 0

    @property
    def is_even(self) -> bool:
        """Whether the difference is no more than chance."""
        return self.percent <= EVEN_PERCENT


@dataclass(frozen=True, slots=True)
class BalanceChange:
    """An exercise now, and how it was.

    Attributes:
        now: of the last four weeks.
        before: of four weeks earlier on, or None if too little was done then.
        weeks_ago: how many weeks ago those ended; 0 if there are none.
    """

    now: Balance
    before: Balance | None = None
    weeks_ago: int = 0

    @property
    def is_evening_out(self) -> bool:
        """Whether the difference was more than chance, and has become clearly less."""
        before = self.before
        return (
            before is not None
            and not before.is_even
            and before.percent - self.now.percent >= EVEN_PERCENT
        )


def balances(sums: Iterable[SideSum]) -> Mapping[str, Balance]:
    """Return the exercises that were done on both sides, by their ids."""
    found: dict[str, dict[Side, SideSum]] = {}
    for each in sums:
        if each.sets >= FEWEST_SETS:
            found.setdefault(each.exercise, {})[each.side] = each
    return {
        exercise: _balance(sides[Side.LEFT], sides[Side.RIGHT])
        for exercise, sides in found.items()
        if Side.LEFT in sides and Side.RIGHT in sides
    }


def balance_changes(
    now: Iterable[SideSum], earlier: Sequence[tuple[int, Iterable[SideSum]]]
) -> tuple[BalanceChange, ...]:
    """Return all exercises with two sides, the most practised first.

    Args:
        now: the sums of the last four weeks.
        earlier: sums of four weeks earlier on, each with how many weeks ago they ended; the first
            that has an exercise is what it is compared with.
    """
    past = [(weeks, balances(sums)) for weeks, sums in earlier]
    changes = []
    for each in balances(now).values():
        weeks, before = next(
            (
                (weeks, found[each.exercise])
                for weeks, found in past
                if each.exercise in found and found[each.exercise].in_reps == each.in_reps
            ),
            (0, None),
        )
        changes.append(BalanceChange(each, before, weeks))
    return tuple(sorted(changes, key=lambda each: (-each.now.sets, each.now.exercise)))


def _balance(left: SideSum, right: SideSum) -> Balance:
    # Counted sets are told in repetitions only where none was timed: both cannot be added.
    in_reps = all(each.counted == each.sets for each in (left, right))

    def mean(each: SideSum) -> float:
        return each.reps / each.counted if in_reps else each.seconds / each.sets

    return Balance(
        left.exercise, left.name, in_reps, mean(left), mean(right), left.sets + right.sets
    )
