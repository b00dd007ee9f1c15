"""Who was at the desk when: the engine's spans as private records of the log."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from coreapp.domain.errors import CoreappError
from coreapp.domain.sitting.facts import Span, SpanKind
from coreapp.domain.span_correction import CORRECTED, apart_from
from coreapp.domain.training_log import BreakSpan
from coreapp.services.log_ports import Database
from coreapp.services.ports import Identities

logger = logging.getLogger(__name__)


class PresenceLog:
    """The private spans in the log; what cannot be written is kept and tried again."""

    def __init__(self, database: Database, new_id: Identities) -> None:
        self._database = database
        self._new_id = new_id
        self._waiting: list[tuple[Span, str]] = []

    def add(self, spans: Sequence[tuple[Span, str]]) -> None:
        """Store spans, each with its zone."""
        self._waiting += (each for each in spans if each[0].end > each[0].start)
        if not self._waiting:
            return
        first = min(span.start_utc for span, _zone in self._waiting)
        last = max(span.end_utc for span, _zone in self._waiting)
        try:
            with self._database.work() as work:
                # After a crash the engine may give away a span a second time. What a person has
                # put right meanwhile outweighs it.
                stored = work.spans.between(first, last)
                known = {each.start: each.id for each in stored}
                right = [each for each in stored if each.reason == CORRECTED]
                pieces = [
                    piece
                    for span, zone in self._waiting
                    for piece in apart_from(as_break_span("", span, zone), right)
                ]
                work.spans.add(
                    [replace(each, id=known.get(each.start) or self._new_id()) for each in pieces]
                )
        except CoreappError as error:
            logger.warning("%d spans wait to be saved: %s", len(self._waiting), error)
            return
        self._waiting.clear()

    def between(self, start: datetime, end: datetime) -> Sequence[BreakSpan]:
        """Return the spans that touch start <= t < end."""
        waiting = [as_break_span("", span, zone) for span, zone in self._waiting]
        with self._database.reading() as work:
            return [*work.spans.between(start, end), *waiting]

    def forget_before(self, moment: datetime) -> None:
        """Delete what is older than a person wants it kept."""
        try:
            with self._database.work() as work:
                work.spans.delete_before(moment)
        except CoreappError as error:
            logger.warning("old spans are still there: %s", error)


def as_break_span(identity: str, span: Span, zone: str) -> BreakSpan:
    """Return a span of the engine as a record of the log."""
    return BreakSpan(
        id=identity,
        start=span.start_utc,
        end=span.end_utc,
        zone=zone,
        kind=span.kind.value,
        reason=span.reason,
    )


def seconds_of(spans: Sequence[BreakSpan], *kinds: SpanKind) -> float:
    """Return how long all spans of some kinds lasted together, in seconds."""
    wanted = {kind.value for kind in kinds}
    lengths = (each.end - each.start for each in spans if each.kind in wanted)
    return sum(lengths, timedelta()).total_seconds()
