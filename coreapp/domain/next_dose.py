"""The dose of one exercise for the next time, and why: the brief's rules R5 and G-UP.

The ladder goes from the dose that an exercise begins with to half as much again, in rungs of 10 %.
What the log says decides, session by session: one rung up at most in seven days, and only after
sessions that were complete, easy and green; pain of 4 or 5 repeats; red goes two rungs down; and
sets cut short in two sessions running go one down. What was not entered never counts as easy.

Doses are whole numbers, seconds or repetitions of one set. Where a rung would be more than 10 % of
a small number, it is one more (`allowed_count`), so that 8 repetitions become 9.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from coreapp.domain.exercise import Side
from coreapp.domain.progression import (
    FIRST_PERCENT,
    LAST_PERCENT,
    MOST_EFFORT,
    PERCENT_STEP,
    WINDOW,
    Attempt,
    PainLight,
    allowed_count,
    may_move_up,
    worst_light,
)

AT_LEAST: Final = 2
"""So many sessions with one dose before it grows, as for the next level (G-UP)."""

PERCENTS: Final = tuple(range(FIRST_PERCENT, LAST_PERCENT + 1, PERCENT_STEP))


class DoseReason(StrEnum):
    """Why the next dose is what it is."""

    MORE = "more"
    """The last sessions were easy and green."""
    LEVEL_UP = "level_up"
    """It is at the top of the ladder, and easy: the next level may come."""
    FEWER_RED = "fewer_red"
    """Much pain, or a sign to stop."""
    FEWER_SHORT = "fewer_short"
    """It was not complete in two sessions running."""
    STAY_RED = "stay_red"
    """The same, but it is the lowest dose already."""
    STAY_SHORT = "stay_short"
    """The last time it was not complete."""
    STAY_PAIN = "stay_pain"
    """There was some pain."""
    STAY_EFFORT = "stay_effort"
    """The last time was hard, or not done cleanly."""
    STAY_UNKNOWN = "stay_unknown"
    """Pain or effort were not entered."""
    STAY_FEW = "stay_few"
    """It was done only once with this dose."""
    STAY_WEEK = "stay_week"
    """The dose was changed less than seven days before."""
    LEVEL_WAITS = "level_waits"
    """The same as `LEVEL_UP`, but another exercise of the session comes first."""
    TOP = "top"
    """It is at the top of the ladder, and not said to be clean and easy."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How an exercise went in one session.

    Attributes:
        day: of the session, where it was done.
        dose: what was planned of it in a set, in seconds or repetitions.
        attempt: how it went.
        short_side: the one side on which a set was cut short or left out; None if it was complete,
            or not just one side was short.
    """

    day: date
    dose: int
    attempt: Attempt
    short_side: Side | None = None


@dataclass(frozen=True, slots=True)
class NextDose:
    """The dose for the next time.

    Attributes:
        now: the dose it was done with.
        dose: the next one, in the same unit.
        reason: why.
        easy_day: an easy day should come before it.
        short_side: the side that was short the last time, if just one was.
    """

    now: int
    dose: int
    reason: DoseReason
    easy_day: bool = False
    short_side: Side | None = None


def ladder(base: int) -> tuple[int, ...]:
    """Return the doses from `base` to half as much again, each once, ascending."""
    return tuple(dict.fromkeys((base * percent + 50) // 100 for percent in PERCENTS))


def dose_above(base: int, now: int) -> int | None:
    """Return the next higher dose, never more than `allowed_count`; None at the top."""
    higher = next((each for each in ladder(base) if each > now), None)
    return None if higher is None else min(higher, allowed_count(now))


def dose_below(base: int, now: int, rungs: int) -> int:
    """Return the dose some rungs lower, not below `base`; a dose below that stays."""
    lower = [each for each in ladder(base) if each < now]
    return lower[-rungs:][0] if lower else now


def next_dose(
    base: int, turns: Sequence[Turn], elsewhere: PainLight | None = None
) -> NextDose | None:
    """Return the dose for the next time; None if it was never done.

    Only the sessions with the dose of the last one decide, and of pain those of the seven days up
    to it.

    Args:
        base: the first dose of the ladder.
        turns: by day, the oldest first.
        elsewhere: the worst light of other sessions in these days; after pain in them nothing
            grows.
    """
    if not turns:
        return None
    last = turns[-1]
    same = _alike(turns)
    lights = [each.attempt.light for each in same if last.day - each.day < WINDOW]
    if worst_light(lights) is PainLight.RED:
        return _after_red(base, last)
    if not last.attempt.complete:
        return _after_short(base, same)
    reason = _why_not(same, (*lights, elsewhere), known=None not in lights)
    higher = dose_above(base, last.dose)
    if reason is None and higher is None:
        is_ready = may_move_up([each.attempt for each in same])
        reason = DoseReason.LEVEL_UP if is_ready else DoseReason.TOP
    elif reason is None and _changed_lately(turns, len(same)):
        reason = DoseReason.STAY_WEEK
    if reason is not None or higher is None:
        return NextDose(last.dose, last.dose, reason or DoseReason.TOP)
    return NextDose(last.dose, higher, DoseReason.MORE)


def _after_red(base: int, last: Turn) -> NextDose:
    dose = dose_below(base, last.dose, 2)
    reason = DoseReason.FEWER_RED if dose < last.dose else DoseReason.STAY_RED
    return NextDose(last.dose, dose, reason, easy_day=last.attempt.light is PainLight.RED)


def _after_short(base: int, same: Sequence[Turn]) -> NextDose:
    """Return the dose after a session with sets cut short: lower if it was the second running."""
    last = same[-1]
    twice = not all(each.attempt.complete for each in same[-2:-1])
    dose = dose_below(base, last.dose, 1) if twice else last.dose
    reason = DoseReason.FEWER_SHORT if dose < last.dose else DoseReason.STAY_SHORT
    return NextDose(last.dose, dose, reason, short_side=last.short_side)


def _alike(turns: Sequence[Turn]) -> Sequence[Turn]:
    """Return those at the end that had the dose of the last one."""
    count = next(
        (index for index, each in enumerate(reversed(turns)) if each.dose != turns[-1].dose),
        len(turns),
    )
    return turns[len(turns) - count :]


def _why_not(
    same: Sequence[Turn], lights: Sequence[PainLight | None], *, known: bool
) -> DoseReason | None:
    """Return what speaks against more; None if nothing does. The last one was complete.

    Args:
        same: those with the dose of the last one.
        lights: of the seven days up to it.
        known: those of `same` among them are all known.
    """
    recent = [each.attempt for each in same[-AT_LEAST:]]
    worst = worst_light([*lights, *(each.light for each in recent)])
    if worst in {PainLight.AMBER, PainLight.RED}:
        return DoseReason.STAY_PAIN
    if any((each.effort or 0) > MOST_EFFORT or each.form_ok is False for each in recent):
        return DoseReason.STAY_EFFORT
    if not known or any(each.effort is None or each.light is None for each in recent):
        return DoseReason.STAY_UNKNOWN
    if len(recent) < AT_LEAST or not all(each.complete for each in recent):
        return DoseReason.STAY_FEW
    return None


def _changed_lately(turns: Sequence[Turn], count: int) -> bool:
    """Tell whether the last one's dose was taken up less than seven days before it.

    Args:
        turns: all of them.
        count: how many at the end have the dose of the last one.
    """
    return count < len(turns) and turns[-1].day - turns[-count].day < WINDOW


def one_level_at_a_time(found: Sequence[NextDose]) -> list[NextDose]:
    """Return them with one next level at most: one exercise moves up in a session (R5)."""
    ready = [index for index, each in enumerate(found) if each.reason is DoseReason.LEVEL_UP]
    waiting = frozenset(ready[1:])
    return [
        NextDose(each.now, each.dose, DoseReason.LEVEL_WAITS) if index in waiting else each
        for index, each in enumerate(found)
    ]
