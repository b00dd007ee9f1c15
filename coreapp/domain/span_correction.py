"""Correcting the stretches of a day by hand: one is laid over what is there, and they go on tiling.

Decisions where the rules leave room:

- A corrected stretch replaces whatever it covers, a gap too: neighbours are shortened, split or
  swallowed. What it does not cover stays as it was, so one that is made shorter leaves its rest.
- Times are told by the minute, and stretches end anywhere in it. A minute in which something
  begins or ends means that moment, or slivers of some seconds would be left between stretches.
- A clock on the wall that is put back shows some times twice; the nearer to what it was is meant.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.sitting.hours import MINUTES_A_DAY, parse_time, time_text
from coreapp.domain.sitting_figures import day_range
from coreapp.domain.training_log import BreakSpan

CORRECTED = "corrected"
"""The reason of a stretch that a person has put right."""

CORRECTABLE = (
    SpanKind.SITTING,
    SpanKind.STANDING,
    SpanKind.AWAY,
    SpanKind.BREAK,
    SpanKind.OFF,
)
"""What a person may say a stretch was; the other kinds are what the program did or sensed."""

_MIDNIGHT = time_text(0)
_DAY_END = "24:00"
_MINUTE = timedelta(minutes=1)
_NEAREST = {
    SpanKind.HELD: SpanKind.SITTING,
    SpanKind.SESSION: SpanKind.BREAK,
    SpanKind.ASLEEP: SpanKind.AWAY,
}


def nearest_kind(kind: SpanKind) -> SpanKind:
    """Return what a person would call a stretch; it counts the same."""
    return _NEAREST.get(kind, kind)


def lay_over(
    spans: Iterable[BreakSpan], new: BreakSpan, new_id: Callable[[], str]
) -> list[BreakSpan]:
    """Return stretches with one more, which replaces what it covers; oldest first.

    Args:
        spans: without overlaps.
        new: what is laid over them.
        new_id: makes the ids of what is left behind `new` of a stretch that it splits.
    """
    left: list[BreakSpan] = []
    for span in spans:
        for place, piece in enumerate(apart_from(span, [new])):
            left.append(piece if place == 0 else replace(piece, id=new_id()))
    return sorted([*left, new], key=lambda each: each.start)


def apart_from(span: BreakSpan, others: Iterable[BreakSpan]) -> Iterator[BreakSpan]:
    """Yield the pieces of a stretch that no other one covers, oldest first, all with its id."""
    start = span.start
    for other in sorted(others, key=lambda each: each.start):
        if other.end <= start or other.start >= span.end:
            continue
        if other.start > start:
            yield replace(span, start=start, end=other.start)
        start = other.end
    if start < span.end:
        yield replace(span, start=start)


@dataclass(frozen=True, slots=True)
class DayEdges:
    """The times of a local day at which one may begin or end a stretch by hand.

    Attributes:
        day: the local date.
        zone: whose clock the times are written by.
        until: UTC; what comes after it is not settled yet.
        edges: UTC, where stretches of the day begin or end.
    """

    day: date
    zone: tzinfo
    until: datetime
    edges: tuple[datetime, ...]

    @classmethod
    def of(cls, spans: Sequence[BreakSpan], day: date, zone: tzinfo, now: datetime) -> "DayEdges":
        """Return those of a day.

        Args:
            spans: all that touch the day; those without an id may still change.
            day: the local date.
            zone: whose clock.
            now: the present moment, UTC.
        """
        start, end = day_range(day, zone)
        until = min([now, end, *(each.start for each in spans if not each.id)])
        found = {start, until, *(moment for each in spans for moment in (each.start, each.end))}
        return cls(day, zone, until, tuple(sorted(m for m in found if start <= m <= until)))

    def part(self, span: BreakSpan) -> tuple[datetime, datetime]:
        """Return from when to when a stretch lies in the day, up to what is settled."""
        return max(span.start, day_range(self.day, self.zone)[0]), min(span.end, self.until)

    def text(self, moment: datetime) -> str:
        """Return a moment of the day as `HH:MM`; the midnight after it is `24:00`."""
        local = moment.astimezone(self.zone)
        return _DAY_END if local.date() > self.day else time_text(local.hour * 60 + local.minute)

    def read(
        self, start: str, end: str, was: tuple[datetime, datetime]
    ) -> tuple[datetime, datetime]:
        """Read a range of the day.

        Args:
            start: `HH:MM`.
            end: `HH:MM`; midnight, or `24:00`, is that of the end of the day.
            was: what is corrected, UTC: its own edges are meant first.

        Raises:
            InvalidValueError: a part is no time of day, the range has no length, or it is not
                over yet; the key is `from` or `to`.
        """
        is_last = end == _DAY_END or (end == _MIDNIGHT and self.text(was[1]) != _MIDNIGHT)
        at = parse_time("from", start)
        last = MINUTES_A_DAY if is_last else parse_time("to", end)
        first = self._settled(self._moment(at, was[0]), was[0], min)
        until = self._settled(self._moment(last, was[1]), was[1], max)
        if until <= first:
            raise InvalidValueError("to", end, marked("It must be later than the beginning."))
        if until > self.until:
            raise InvalidValueError(
                "to",
                end,
                marked("Only what is over can be corrected: until {time} for now."),
                time=self.text(self.until),
            )
        return first, until

    def _moment(self, minute: int, was: datetime) -> datetime:
        """Return when the clock on the wall shows a time, the nearer to `was` if it does twice."""
        local = datetime.combine(self.day, time(), self.zone) + minute * _MINUTE
        first, second = (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
        # A time that is left out lies earlier by the second reading: it moves by the gap.
        twice = second > first and abs(second - was) < abs(first - was)
        return second if twice else first

    def _settled(
        self, moment: datetime, was: datetime, choose: Callable[[list[datetime]], datetime]
    ) -> datetime:
        """Return the edge that is meant by a minute, or its beginning if there is none in it."""
        meant = [each for each in (was, *self.edges) if moment <= each < moment + _MINUTE]
        return was if was in meant else choose(meant or [moment])
