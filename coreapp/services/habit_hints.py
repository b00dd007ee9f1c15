"""What the rules say of habits: load, hard days, core work, sitting, sleep and stress."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from coreapp.domain.activity import TRAINING, ActivityType, week_of
from coreapp.domain.habits import (
    Frequency,
    frequency,
    hindered,
    known_sitting,
    running_alone,
)
from coreapp.domain.load import WEEK, weekly_load
from coreapp.domain.pain import pain_trend
from coreapp.services.hints import (
    CoreMissed,
    HardDays,
    Hindered,
    Hint,
    LoadGrew,
    RunningAlone,
    StrengthMissed,
)
from coreapp.services.running_hints import GREW
from coreapp.services.training_picture import Picture

_STRENGTH: Final = frozenset({ActivityType.STRENGTH})
A_WEEK: Final = timedelta(days=7)
RESTING_AFTER: Final = timedelta(days=28)
"""Who has trained a week ago or more, but not longer ago than this, is reminded of core work."""


def habit_hints(picture: Picture) -> Sequence[Hint]:
    """Return what the rules R4, R9b, R10 and R11 have to say."""
    activities, today = picture.activities, picture.today
    found: list[Hint] = []
    week = week_of(today)
    load = weekly_load(activities, week, was_easy=week - WEEK in picture.easy_weeks)
    if load.growth in GREW:
        found.append(LoadGrew(load))
    often = frequency(activities, today)
    if often.is_too_much:
        found.append(HardDays(often))
    factors = hindered(picture.notes, today, pain_trend(picture.pain, today))
    if factors:
        found.append(Hindered(factors))
    if running_alone(picture.notes, activities, today):
        hours = known_sitting(picture.notes, today)
        found.append(RunningAlone(sum(hours) / len(hours)))
    elif missed := _missed(picture, often):
        found.append(missed)
    return found


def _missed(picture: Picture, often: Frequency) -> CoreMissed | StrengthMissed | None:
    """Return what there was too little of; who was ill or away this week has missed nothing."""
    if any(timedelta() <= picture.today - day < A_WEEK for day in picture.away):
        return None
    if not often.core_is_met and _trains(picture, TRAINING):
        return CoreMissed(often)
    if often.core_is_met and not often.strength_is_met and _trains(picture, _STRENGTH):
        return StrengthMissed(often)
    return None


def _trains(picture: Picture, kinds: frozenset[ActivityType]) -> bool:
    """Tell whether somebody does such things at all, and not only since some days."""
    done = (each.day for each in picture.activities if each.kinds & kinds)
    return any(A_WEEK <= picture.today - day <= RESTING_AFTER for day in done)
