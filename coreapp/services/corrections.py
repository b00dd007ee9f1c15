"""Correcting by hand what the record says of a day.

It is for the record: strip, figures and events of the day and the week read it. The engine goes on
with the sitting it has counted itself: what it has told, and the break it has offered, happened.
Somebody who was away unseen says so with "I already stood", which is there for that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.domain.errors import NotNowError, marked
from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.sitting.hours import HoursRange, local_instant
from coreapp.domain.sitting_figures import day_range
from coreapp.domain.span_correction import (
    CORRECTED,
    DayEdges,
    apart_from,
    lay_over,
    nearest_kind,
)
from coreapp.domain.training_log import BreakSpan
from coreapp.services.log_ports import Database
from coreapp.services.ports import Clock, Identities
from coreapp.services.sitting_history import SittingHistory
from coreapp.services.written_times import tidy_time

_USUAL: Final = HoursRange(9 * 60, 17 * 60)
"""What is proposed of a day without working hours, in minutes of the day."""


@dataclass(frozen=True, slots=True)
class ChosenSpan:
    """A stretch that somebody wants to put right.

    Attributes:
        span: as it is stored; without an id where nothing is stored yet.
        day: the local date on which it was chosen.
        kind: what it was, among what one may choose.
        start: when it begins within the day, `HH:MM`.
        end: when it ends within the day, `HH:MM`, `24:00` at its end.
    """

    span: BreakSpan
    day: date
    kind: SpanKind
    start: str
    end: str

    @property
    def is_recorded(self) -> bool:
        """Whether the record says something of it; else it is filled in."""
        return bool(self.span.id)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction did, for `undo`.

    Attributes:
        span: what is said now.
        before: the stretches it touched, as they were.
        after: what stands in their place.
    """

    span: BreakSpan
    before: tuple[BreakSpan, ...]
    after: tuple[BreakSpan, ...]


class Corrections:
    """Puts stretches of the record right, and takes that back."""

    def __init__(
        self, history: SittingHistory, database: Database, clock: Clock, new_id: Identities
    ) -> None:
        self._history = history
        self._database = database
        self._clock = clock
        self._new_id = new_id

    def choose(self, day: date, identity: str) -> ChosenSpan:
        """Return a stretch of a day to be put right.

        Raises:
            NotNowError: it is not over, so it has no id and may still change.
            CoreappError: the log cannot be read.
        """
        spans = self._history.spans_of(day)
        found = next((each for each in spans if identity and each.id == identity), None)
        if found is None:
            raise NotNowError(
                marked("This is not over yet. As soon as it is, it can be corrected.")
            )
        edges = self._edges(spans, day)
        start, end = edges.part(found)
        return ChosenSpan(
            span=found,
            day=day,
            kind=nearest_kind(SpanKind(found.kind)),
            start=edges.text(start),
            end=edges.text(end),
        )

    def fill(self, day: date) -> ChosenSpan:
        """Return a stretch of which nothing is recorded, to be said by hand.

        It is the longest one within the hours of that day, or within 09:00 to 17:00 where there are
        none, proposed as sitting; nothing stands in the record before `correct` says it.

        Raises:
            NotNowError: the day is yet to come or is not kept any more, or all of it is recorded.
            CoreappError: the log cannot be read.
        """
        if day < self._history.first_day:
            raise NotNowError(
                marked("Days so long ago are not kept; the settings say for how long they are.")
            )
        spans = self._history.spans_of(day)
        edges = self._edges(spans, day)
        gaps = list(apart_from(self._whole(day, edges.until), spans))
        if not gaps:
            raise NotNowError(
                marked("There is nothing to fill in on that day; choose a stretch to correct it.")
            )
        gap = max(gaps, key=lambda each: each.end - each.start)
        return ChosenSpan(gap, day, SpanKind.SITTING, edges.text(gap.start), edges.text(gap.end))

    def correct(
        self, chosen: ChosenSpan, kind: SpanKind, start: str, end: str
    ) -> Correction | None:
        """Say what a stretch was, and from when to when; all or nothing.

        Args:
            chosen: what is put right.
            kind: one of `CORRECTABLE`.
            start: a time of its day, as people write it.
            end: a later one; midnight is the end of the day.

        Returns:
            What was done; None if it says what it said before.

        Raises:
            InvalidValueError: a time cannot be used; its key is `from` or `to`.
            CoreappError: the log cannot be read or written; nothing is changed.
        """
        edges = self._edges(self._history.spans_of(chosen.day), chosen.day)
        was = edges.part(chosen.span)
        wanted = edges.read(_tidy(start), _tidy(end), was)
        if chosen.is_recorded and wanted == was and kind.value == chosen.span.kind:
            return None
        zone = self._clock.zone()
        new = BreakSpan(self._new_id(), *wanted, zone, kind.value, CORRECTED)
        with self._database.work() as work:
            before = work.spans.between(*wanted)
            after = lay_over(before, new, self._new_id)
            work.spans.remove(_ids(before) - _ids(after))
            work.spans.add(after)
        return Correction(new, tuple(before), tuple(after))

    def undo(self, correction: Correction) -> None:
        """Put everything back as it was before a correction, the last one that was made.

        Raises:
            CoreappError: the log cannot be written; nothing is changed.
        """
        with self._database.work() as work:
            work.spans.remove(_ids(correction.after) - _ids(correction.before))
            work.spans.add(correction.before)

    def _whole(self, day: date, until: datetime) -> BreakSpan:
        """Return the hours of a day as a stretch that is over; what is yet to come is none.

        Raises:
            NotNowError: they have not begun.
        """
        zone = self._clock.zone()
        hours = self._history.hours_of(day) or _USUAL
        ends = (local_instant(day, each, ZoneInfo(zone)) for each in (hours.start, hours.end))
        start, end = (each.astimezone(UTC) for each in ends)
        if until <= start:
            raise NotNowError(marked("The hours of that day have not begun yet."))
        last = min(end, until, day_range(day, ZoneInfo(zone))[1])
        return BreakSpan("", start, last, zone, SpanKind.SITTING.value)

    def _edges(self, spans: Sequence[BreakSpan], day: date) -> DayEdges:
        return DayEdges.of(spans, day, ZoneInfo(self._clock.zone()), self._clock.reading().utc)


def _tidy(text: str) -> str:
    """Return a time as `HH:MM`, written with whatever spaces the strip shows it with."""
    return tidy_time(" ".join(text.split()))


def _ids(spans: Sequence[BreakSpan]) -> set[str]:
    return {each.id for each in spans}
