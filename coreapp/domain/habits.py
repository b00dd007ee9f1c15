"""What helps or hinders over weeks: the brief's rules R9b, R10, R11 and R13 (section 8.3).

They are hints with their figures, never locks; what was not entered does not count.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from coreapp.domain.activity import (
    TRAINING,
    Activity,
    ActivityType,
    within,
)
from coreapp.domain.pain import Trend

WEEK_DAYS: Final = 7

LONG_SITTING_HOURS: Final = 6
CORE_SESSIONS: Final = (2, 3)
STRENGTH_SESSIONS: Final = 2
STRENGTH_MINUTES: Final = 60
MOST_HARD_DAYS: Final = 5
HARD_EFFORT: Final = 4

SHORT_SLEEP_HOURS: Final = 7
POOR_SLEEP: Final = 2
HIGH_STRESS: Final = 7
LONG_BOUT_MIN: Final = 120
LONG_STANDING_HOURS: Final = 4
HINDERED_DAYS: Final = 3
FACTORS_A_DAY: Final = 2

LOOK_AT_SOLES_KM: Final = 500
COMPARE_SHOES_KM: Final = 800
"""Conventional; the evidence for 500 to 800 km is weak."""


@dataclass(frozen=True, slots=True)
class DayNote:
    """What one may write down of a day; all of it may be missing.

    Attributes:
        sleep_hours: in quarters of an hour.
        sleep_quality: 1 to 5.
        stress: 0 to 10.
        sit_hours: sitting in all.
        longest_sit_min: the longest time of sitting without a break.
        stand_hours: of long standing.
        lifted: something heavy.
        household: a busy day in the house.
    """

    sleep_hours: float | None = None
    sleep_quality: int | None = None
    stress: int | None = None
    sit_hours: float | None = None
    longest_sit_min: int | None = None
    stand_hours: float | None = None
    lifted: bool | None = None
    household: bool | None = None


DayNotes = Mapping[date, DayNote]


class Factor(StrEnum):
    """What may hinder recovery."""

    SLEEP = "sleep"
    STRESS = "stress"
    SITTING = "sitting"
    LONG_BOUT = "long_bout"
    STANDING = "standing"
    LIFTING = "lifting"
    HOUSEHOLD = "household"


def hindering(note: DayNote) -> tuple[Factor, ...]:
    """Return what may hinder recovery on a day (rule R11); what is not known is not among it."""

    def at_least(value: float | None, least: float) -> bool:
        return value is not None and value >= least

    short = note.sleep_hours is not None and note.sleep_hours < SHORT_SLEEP_HOURS
    poor = note.sleep_quality is not None and note.sleep_quality <= POOR_SLEEP
    found = {
        Factor.SLEEP: short or poor,
        Factor.STRESS: at_least(note.stress, HIGH_STRESS),
        Factor.SITTING: at_least(note.sit_hours, LONG_SITTING_HOURS),
        Factor.LONG_BOUT: at_least(note.longest_sit_min, LONG_BOUT_MIN),
        Factor.STANDING: at_least(note.stand_hours, LONG_STANDING_HOURS),
        Factor.LIFTING: bool(note.lifted),
        Factor.HOUSEHOLD: bool(note.household),
    }
    return tuple(factor for factor, is_so in found.items() if is_so)


def hindered(notes: DayNotes, today: date, trend: Trend) -> tuple[Factor, ...]:
    """Return the two factors that came most often, if they came on enough days (rule R11).

    Args:
        notes: what was written down.
        today: the last of the seven days.
        trend: of pain; while it improves, or is not known, nothing is said.
    """
    if trend not in {Trend.STABLE, Trend.WORSE}:
        return ()
    days = [hindering(notes[day]) for day in _days(today, WEEK_DAYS) if day in notes]
    if sum(len(each) >= FACTORS_A_DAY for each in days) < HINDERED_DAYS:
        return ()
    counted = Counter(factor for each in days for factor in each)
    in_order = sorted(Factor, key=lambda factor: -counted[factor])
    return tuple(in_order[:2])


def running_alone(notes: DayNotes, activities: Sequence[Activity], today: date) -> bool:
    """Tell whether one sits much and runs, and trains nothing else (rule R9b).

    Six hours of sitting and more in the mean of the last seven days that have a figure, at least
    one run in seven days, and no strength or core session.
    """
    hours = known_sitting(notes, today)
    recent = _recent(activities, today, WEEK_DAYS)
    trains = any(each.kinds & {ActivityType.STRENGTH, ActivityType.CORE} for each in recent)
    runs = any(each.is_run for each in recent)
    return bool(hours) and sum(hours) >= LONG_SITTING_HOURS * len(hours) and runs and not trains


def known_sitting(notes: DayNotes, today: date) -> Sequence[float]:
    """Return the hours of sitting on the last seven days that have a figure (rule R9b)."""
    known = [note.sit_hours for day, note in sorted(notes.items()) if day <= today]
    return [each for each in known if each is not None][-WEEK_DAYS:]


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often core and strength were trained in seven days (rule R10).

    Attributes:
        hard_days: days with an effort of 4 or more.
    """

    core: int
    strength: int
    strength_minutes: int
    hard_days: int

    @property
    def core_is_met(self) -> bool:
        """Two or three sessions are enough."""
        return self.core >= CORE_SESSIONS[0]

    @property
    def strength_is_met(self) -> bool:
        """Two sessions, and an hour in all."""
        return self.strength >= STRENGTH_SESSIONS and self.strength_minutes >= STRENGTH_MINUTES

    @property
    def is_too_much(self) -> bool:
        """More than five hard days in seven."""
        return self.hard_days > MOST_HARD_DAYS


def frequency(activities: Sequence[Activity], today: date) -> Frequency:
    """Count the sessions of the last seven days (rule R10)."""
    recent = _recent(activities, today, WEEK_DAYS)
    strength = [each for each in recent if ActivityType.STRENGTH in each.kinds]
    hard = {
        each.day
        for each in recent
        if each.kinds & TRAINING and each.effort is not None and each.effort >= HARD_EFFORT
    }
    return Frequency(
        core=sum(ActivityType.CORE in each.kinds for each in recent),
        strength=len(strength),
        strength_minutes=sum(each.minutes for each in strength),
        hard_days=len(hard),
    )


def neighbours(days: Iterable[date]) -> tuple[tuple[date, date], ...]:
    """Return the days of strength training that follow each other without one between (R10)."""
    pairs = pairwise(sorted(set(days)))
    return tuple((first, second) for first, second in pairs if second - first == timedelta(days=1))


class ShoeState(StrEnum):
    """What the distance of a pair says."""

    FINE = "fine"
    LOOK_AT_SOLES = "look_at_soles"
    COMPARE = "compare"


def shoe_state(metres: int) -> ShoeState:
    """Return what a distance says (rule R13); it never forbids anything."""
    if metres >= COMPARE_SHOES_KM * 1000:
        return ShoeState.COMPARE
    return ShoeState.LOOK_AT_SOLES if metres >= LOOK_AT_SOLES_KM * 1000 else ShoeState.FINE


def _days(last: date, count: int) -> list[date]:
    return [last - timedelta(days=back) for back in range(count)]


def _recent(activities: Iterable[Activity], today: date, count: int) -> Sequence[Activity]:
    return within(activities, today - timedelta(days=count - 1), today)
