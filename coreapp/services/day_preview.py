"""Trying out settings of the breaks on a day: a typical one, or one that was recorded."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from coreapp.domain.day_preview import (
    Habit,
    preview,
    recorded_habit,
    typical_habit,
    working_day,
)
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.simulation import Day
from coreapp.domain.sitting_figures import day_range
from coreapp.domain.training_log import BreakSpan
from coreapp.services.ports import Clock
from coreapp.services.presence_log import as_break_span
from coreapp.services.sitting_history import SittingHistory

LOOKS_BACK_DAYS = 14
"""So far back a recorded day is looked for: a Monday after a week away still has one."""


class PreviewOf(StrEnum):
    """Which day is tried out."""

    TYPICAL = "typical"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried out.

    Attributes:
        which: the day.
        settings: the rules.
        gets_up: somebody leaves when the bar asks.
    """

    which: PreviewOf
    settings: BreakSettings
    gets_up: bool


@dataclass(frozen=True, slots=True)
class PreviewedDay:
    """The answer to a trial.

    Attributes:
        day: its date, as it is shown.
        zone: whose clock.
        answer: what the engine says.
        spans: the same spans as records, to be drawn like those of any day.
    """

    day: date
    zone: str
    answer: Day
    spans: tuple[BreakSpan, ...]


class DayPreview:
    """Finds the days and runs the engine on them. Writes nothing anywhere."""

    def __init__(self, history: SittingHistory, clock: Clock) -> None:
        self._history = history
        self._clock = clock
        self._recorded: tuple[date, Habit] | None = None

    def find_recorded(self) -> date | None:
        """Look for the last day before today with records, and keep it; return which it is.

        Raises:
            CoreappError: the log cannot be read.
        """
        zone, today = ZoneInfo(self._clock.zone()), self._history.today
        self._recorded = None
        for back in range(1, LOOKS_BACK_DAYS + 1):
            day = today - timedelta(days=back)
            spans = self._history.spans_of(day)
            habit = recorded_habit(spans, *day_range(day, zone)) if spans else None
            if habit is not None:
                self._recorded = day, habit
                return day
        return None

    def run(self, trial: Trial) -> PreviewedDay | None:
        """Return what a day would be like; None where there is no such day.

        It may run on any thread, and takes some dozens of milliseconds.
        """
        zone = self._clock.zone()
        found = self._day(trial, zone)
        if found is None:
            return None
        day, habit = found
        answer = preview(habit, trial.settings, zone, gets_up=trial.gets_up)
        spans = tuple(as_break_span("", each, zone) for each in answer.spans)
        return PreviewedDay(day, zone, answer, spans)

    def _day(self, trial: Trial, zone: str) -> tuple[date, Habit] | None:
        if trial.which is PreviewOf.RECORDED:
            return self._recorded
        day = working_day(trial.settings, self._history.today)
        habit = None if day is None else typical_habit(trial.settings, day, ZoneInfo(zone))
        return None if day is None or habit is None else (day, habit)
