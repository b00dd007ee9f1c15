"""The one or two lines of advice of a day: which rules of training speak, in their order.

They are hints, never locks. Reasons to see somebody always come first and are not counted; of the
rest two a day at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.domain.activity import TRAINING, Activity, week_of
from coreapp.domain.habits import Frequency, frequency
from coreapp.domain.load import Growth, Step, weekly_load
from coreapp.domain.pain import Concern, Trend, TwoWeeks, concerns, two_weeks
from coreapp.domain.progression import PainLight
from coreapp.domain.training_log import DateRange, PerformedSession
from coreapp.services.activities import activities_of, pain_days
from coreapp.services.pain_lights import light_of
from coreapp.services.ports import Clock
from coreapp.services.training import TrainingLog, local_start

MOST_HINTS: Final = 2
LOOK_BACK: Final = timedelta(days=35)
"""Rule R8c looks at three weeks, each compared with the one before; a few days to spare."""

EASY_AFTER: Final = timedelta(days=2)
"""So long after a session that was red, an easy one is advised."""

A_WEEK: Final = timedelta(days=7)
RESTING_AFTER: Final = timedelta(days=28)
"""Who has trained a week ago or more, but not longer ago than this, is reminded of core work."""


@dataclass(frozen=True, slots=True)
class SeeSomebody:
    """Rule R8: somebody should look at it."""

    concern: Concern
    pain: TwoWeeks


@dataclass(frozen=True, slots=True)
class EasyNext:
    """Rule R6: the last session was red, so an easy one comes next."""

    session: PerformedSession


@dataclass(frozen=True, slots=True)
class LoadGrew:
    """Rule R4: the load of the week has grown by more than a tenth; in tenths of the unit."""

    load: Step


@dataclass(frozen=True, slots=True)
class PainGrew:
    """Rule R7: pain has grown from one week to the next."""

    pain: TwoWeeks


@dataclass(frozen=True, slots=True)
class HardDays:
    """Rule R10: too many days of hard training."""

    often: Frequency


@dataclass(frozen=True, slots=True)
class CoreMissed:
    """Rule R10: fewer core sessions than help."""

    often: Frequency


Hint = SeeSomebody | EasyNext | LoadGrew | PainGrew | HardDays | CoreMissed
"""One piece of advice with its figures, in the order of the brief."""


def is_safety(hint: Hint) -> bool:
    """Tell whether a hint is shown whatever else there is."""
    return isinstance(hint, SeeSomebody)


class Advice:
    """Asks the rules."""

    def __init__(self, training: TrainingLog, clock: Clock) -> None:
        self._training = training
        self._clock = clock

    def today(self) -> Sequence[Hint]:
        """Return what there is to say today, the most important first.

        Raises:
            CoreappError: the log cannot be read.
        """
        zone = ZoneInfo(self._clock.zone())
        today = self._clock.reading().utc.astimezone(zone).date()
        sessions = self._training.history(DateRange(today - LOOK_BACK, today))
        hints = hints_for(sessions, today)
        safety = [each for each in hints if is_safety(each)]
        others = [each for each in hints if not is_safety(each)]
        return (*safety, *others[:MOST_HINTS])


def hints_for(sessions: Sequence[PerformedSession], today: date) -> Sequence[Hint]:
    """Return all that the rules have to say, the most important first.

    Args:
        sessions: of the last weeks, newest first.
        today: the day that is asked about.
    """
    days = pain_days(sessions)
    activities = activities_of(sessions)
    pain = two_weeks(days, today)
    found: list[Hint] = [SeeSomebody(each, pain) for each in concerns(days, (), today)]
    red = next((each for each in sessions if light_of(each) is not None), None)
    if red is not None and _is_red_and_new(red, today):
        found.append(EasyNext(red))
    load = weekly_load(activities, week_of(today))
    if load.growth in {Growth.AMBER, Growth.RED}:
        found.append(LoadGrew(load))
    if pain.trend is Trend.WORSE:
        found.append(PainGrew(pain))
    often = frequency(activities, today)
    if often.is_too_much:
        found.append(HardDays(often))
    if _has_trained_for_a_week(activities, today) and not often.core_is_met:
        found.append(CoreMissed(often))
    return found


def _has_trained_for_a_week(activities: Sequence[Activity], today: date) -> bool:
    """Tell whether somebody trains at all, and not only since some days."""
    return any(
        A_WEEK <= today - each.day <= RESTING_AFTER for each in activities if each.kinds & TRAINING
    )


def _is_red_and_new(session: PerformedSession, today: date) -> bool:
    is_new = today - local_start(session).date() <= EASY_AFTER
    return is_new and light_of(session) is PainLight.RED
