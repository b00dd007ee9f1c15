"""The days at the desk, as far back as their spans are kept: to be shown, counted and deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from coreapp.domain.sitting.hours import HoursRange
from coreapp.domain.sitting_figures import (
    SittingDay,
    SittingFigures,
    SittingRule,
    day_range,
    days_figures,
    figures_together,
)
from coreapp.domain.training_log import BreakSpan
from coreapp.services.log_ports import Database
from coreapp.services.ports import Clock
from coreapp.services.preferences import Preferences
from coreapp.services.sitting_breaks import SittingBreaks

DAYS_A_WEEK = 7

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class SittingWeek:
    """A week, Monday first, and what the week before came to.

    Attributes:
        spans: all of its spans and of those of the week before, oldest first.
    """

    days: tuple[SittingDay, ...]
    before: SittingFigures
    spans: tuple[BreakSpan, ...] = ()

    @property
    def figures(self) -> SittingFigures:
        """All its days together."""
        return figures_together(self.days)

    def figures_of(self, day: date) -> SittingFigures:
        """Return what one of its days comes to."""
        return self.days[day.weekday()].figures


class SittingHistory:
    """Reads the private spans; today's reach up to now."""

    def __init__(
        self, breaks: SittingBreaks, database: Database, preferences: Preferences, clock: Clock
    ) -> None:
        self._breaks = breaks
        self._database = database
        self._preferences = preferences
        self._clock = clock

    @property
    def rule(self) -> SittingRule:
        """What is counted by, as the settings are now."""
        settings = self._preferences.settings.breaks
        return SittingRule(settings.interval_min * 60, settings.break_min * 60)

    @property
    def today(self) -> date:
        """The day it is here."""
        return self._clock.reading().utc.astimezone(self._zone).date()

    @property
    def first_day(self) -> date:
        """The first day whose spans are kept, by the setting."""
        return self.today - timedelta(days=self._preferences.settings.keep_presence_days)

    def hours_of(self, day: date) -> HoursRange | None:
        """Return from when to when somebody usually sits on a weekday, by the settings."""
        ranges = self._preferences.settings.breaks.working_hours.days[day.weekday()]
        if not ranges:
            return None
        return HoursRange(ranges[0].start, max(each.end for each in ranges))

    def spans_of(self, day: date) -> Sequence[BreakSpan]:
        """Return the spans that touch a day, oldest first.

        Raises:
            CoreappError: the log cannot be read.
        """
        return self._between(day, day)

    def week_of(self, day: date) -> SittingWeek:
        """Return the week in which a day lies.

        Raises:
            CoreappError: the log cannot be read.
        """
        first = day - timedelta(days=day.weekday() + DAYS_A_WEEK)
        last = first + timedelta(days=2 * DAYS_A_WEEK - 1)
        spans = self._between(first, last)
        counted = days_figures(spans, first, last, self._zone, self.rule)
        before, week = counted[:DAYS_A_WEEK], counted[DAYS_A_WEEK:]
        return SittingWeek(tuple(week), figures_together(before), tuple(spans))

    def delete_all(self) -> Sequence[BreakSpan]:
        """Delete every span that is stored, and return them, for `restore` to undo it.

        What the engine has not given away yet, the present span, comes later.

        Raises:
            CoreappError: the log cannot be written; nothing is deleted.
        """
        after = self._clock.reading().utc + timedelta(days=1)
        with self._database.work() as work:
            spans = list(work.spans.between(_LONG_AGO, after))
            work.spans.delete_before(after)
        return spans

    def restore(self, spans: Sequence[BreakSpan]) -> None:
        """Put spans back as they were.

        Raises:
            CoreappError: the log cannot be written; nothing is put back.
        """
        with self._database.work() as work:
            work.spans.add(spans)

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self._clock.zone())

    def _between(self, first: date, last: date) -> Sequence[BreakSpan]:
        """Return the spans of some days, those that are not stored yet included."""
        start, end = day_range(first, self._zone)[0], day_range(last, self._zone)[1]
        return self._breaks.between(start, end)
