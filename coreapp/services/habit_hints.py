"""What the rules say of habits: load, hard days, core work, sitting, sleep and stress."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from coreapp.domain.activity import TRAINING, Activity, week_of
from coreapp.domain.habits import (
    WEEK_DAYS,
    DayNotes,
    frequency,
    hindered,
    running_alone,
)
from coreapp.domain.load import weekly_load
from coreapp.domain.pain import pain_trend
from coreapp.services.hints import CoreMissed, HardDays, Hindered, Hint, LoadGrew, RunningAlone
from coreapp.services.running_hints import GREW
from coreapp.services.training_picture import Picture

A_WEEK: Final = timedelta(days=7)
RESTING_AFTER: Final = timedelta(days=28)
"""Who has trained a week ago or more, but not longer ago than this, is reminded of core work."""


def habit_hints(picture: Picture) -> Sequence[Hint]:
    """Return what the rules R4, R9b, R10 and R11 have to say."""
    activities, today = picture.activities, picture.today
    found: list[Hint] = []
    load = weekly_load(activities, week_of(today))
    if load.growth in GREW:
        found.append(LoadGrew(load))
    often = frequency(activities, today)
    if often.is_too_much:
        found.append(HardDays(often))
    factors = hindered(picture.notes, today, pain_trend(picture.pain, today))
    if factors:
        found.append(Hindered(factors))
    if running_alone(picture.notes, activities, today):
        found.append(RunningAlone(_mean_hours(picture.notes, today)))
    elif _has_trained_for_a_week(activities, today) and not often.core_is_met:
        found.append(CoreMissed(often))
    return found


def _has_trained_for_a_week(activities: Sequence[Activity], today: date) -> bool:
    """Tell whether somebody trains at all, and not only since some days."""
    return any(
        A_WEEK <= today - each.day <= RESTING_AFTER for each in activities if each.kinds & TRAINING
    )


def _mean_hours(notes: DayNotes, today: date) -> float:
    """Return the mean of the last seven days of which the sitting is known (rule R9b)."""
    known = [note.sit_hours for day, note in sorted(notes.items()) if day <= today]
    hours = [each for each in known if each is not None][-WEEK_DAYS:]
    return sum(hours) / len(hours)
