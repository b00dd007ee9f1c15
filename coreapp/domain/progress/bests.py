"""The longest holds and the most repetitions of each exercise, over a window, and since when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from coreapp.domain.progress.time_range import Window

ALMOST: Final = 0.5
"""So little before a whole second counts as that second: timers wake up a moment early."""


@dataclass(frozen=True, slots=True)
class Effort:
    """One exercise in one session; skipped sets are left out.

    Attributes:
        exercise, name: of the exercise; the name is the one in the log.
        day: the local day of the session.
        seconds: the longest set, of one side.
        reps: the most repetitions of a set, or None if none was counted.
        sets: how many were done.
        counted: how many of them were counted in repetitions.
    """

    exercise: str
    name: str
    day: date
    seconds: float
    reps: int | None = None
    sets: int = 1
    counted: int = 0


@dataclass(frozen=True, slots=True)
class Best:
    """The best of one exercise.

    Attributes:
        exercise, name: of the exercise; the name is the one in the log.
        in_reps: the figure is repetitions, not seconds.
        value: whole seconds or repetitions of one set, of one side.
        since: the day on which it was first reached.
        sessions: in how many sessions of the window the exercise was done.
    """

    exercise: str
    name: str
    in_reps: bool
    value: int
    since: date
    sessions: int = 0


@dataclass(frozen=True, slots=True)
class Advance:
    """How one exercise has gone over a window.

    Attributes:
        in_reps: the figures are repetitions, not seconds.
        starts: the first days of the steps.
        values: the best of each step; None where it was not done.
    """

    in_reps: bool
    starts: tuple[date, ...]
    values: tuple[int | None, ...]

    @property
    def done(self) -> Sequence[tuple[date, int]]:
        """The steps in which it was done, oldest first."""
        pairs = zip(self.starts, self.values, strict=True)
        return [(start, value) for start, value in pairs if value is not None]

    @property
    def latest(self) -> int | None:
        """The best of the last step in which it was done."""
        return self.done[-1][1] if self.done else None

    @property
    def first(self) -> tuple[date, int] | None:
        """The first step in which it was done, with its best."""
        return self.done[0] if self.done else None

    @property
    def best(self) -> tuple[date, int] | None:
        """The best of all, with the step in which it was first reached."""
        return max(self.done, key=lambda each: (each[1], -each[0].toordinal()), default=None)


def bests(efforts: Iterable[Effort], window: Window) -> tuple[Best, ...]:
    """Return the best of each exercise in a window, those of most sessions first."""
    found: dict[str, list[Effort]] = {}
    for each in efforts:
        if window.holds(each.day):
            found.setdefault(each.exercise, []).append(each)
    return tuple(
        sorted(map(_best, found.values()), key=lambda each: (-each.sessions, each.exercise))
    )


def advance(efforts: Iterable[Effort], window: Window) -> Advance:
    """Return how one exercise has gone.

    Args:
        efforts: of this exercise alone.
        window: its days and steps.
    """
    known = [each for each in efforts if window.holds(each.day)]
    in_reps = _is_counted(known)
    best: dict[date, int] = {}
    for each in known:
        value = _value(each, in_reps=in_reps)
        if value is not None:
            start = window.start_of(each.day)
            best[start] = max(value, best.get(start, value))
    starts = window.starts
    return Advance(in_reps, starts, tuple(best.get(start) for start in starts))


def _best(efforts: Sequence[Effort]) -> Best:
    in_reps = _is_counted(efforts)
    values = [(_value(each, in_reps=in_reps) or 0, each.day) for each in efforts]
    most = max(value for value, _day in values)
    return Best(
        exercise=efforts[0].exercise,
        # Of several names, in several languages, always the same one.
        name=max(each.name for each in efforts),
        in_reps=in_reps,
        value=most,
        since=min(day for value, day in values if value == most),
        sessions=len(efforts),
    )


def _is_counted(efforts: Sequence[Effort]) -> bool:
    """Whether an exercise is told in repetitions: most of its sets were counted."""
    return 2 * sum(each.counted for each in efforts) > sum(each.sets for each in efforts)


def _value(effort: Effort, *, in_reps: bool) -> int | None:
    """Return the best set of a session, in repetitions or in whole seconds.

    What has passed is rounded down, so a best was really held; but a hold that a timer ended a
    moment before its second is that second.
    """
    return effort.reps if in_reps else int(effort.seconds + ALMOST)
