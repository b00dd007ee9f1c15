"""The day as spans: what every stretch of it was, without gaps and without overlaps.

Resting hands may turn out to have been an absence; so a span is given away only when nothing
told later can change it. Off outranks all, then asleep, session, break, away, standing, held.
"""

from dataclasses import dataclass, field, replace

from coreapp.domain.sitting.facts import Span, SpanKind
from coreapp.domain.sitting.moments import utc_of

_TURNABLE = frozenset({SpanKind.SITTING, SpanKind.HELD, SpanKind.STANDING})


@dataclass(slots=True)
class Segment:
    """A piece of a span that may still change.

    Attributes:
        start: its first moment; it ends where the next one starts.
        kind: what it is if nobody turns out to have been away.
        reason: as in `Span`.
        asleep: the machine slept.
    """

    start: int
    kind: SpanKind
    reason: str = ""
    asleep: bool = False


@dataclass(slots=True)
class SpanLog:
    """The open span and all that is not certain yet."""

    segments: list[Segment] = field(default_factory=list)

    def note(self, segment: Segment) -> None:
        """Say what the time from a moment on is."""
        if self.segments:
            last = self.segments[-1]
            if (last.kind, last.reason, last.asleep) == (
                segment.kind,
                segment.reason,
                segment.asleep,
            ):
                return
            if last.start == segment.start:
                self.segments.pop()
        self.segments.append(segment)

    def turn(self, start: int, kind: SpanKind) -> None:
        """Make everything present from `start` on an absence (asleep where the machine slept)."""
        turned: list[Segment] = []
        for index, each in enumerate(self.segments):
            is_last = index + 1 == len(self.segments)
            end = None if is_last else self.segments[index + 1].start
            if each.kind not in _TURNABLE or (end is not None and end <= start):
                turned.append(each)
                continue
            if each.start < start:
                turned.append(each)
            becomes = SpanKind.ASLEEP if each.asleep else kind
            turned.append(Segment(max(each.start, start), becomes, "", each.asleep))
        self.segments = turned

    def take_certain(self, until: int, offset: int) -> tuple[Span, ...]:
        """Give away the spans that are over and cannot change any more.

        Args:
            until: nothing before this moment can change; at it, something may still begin.
            offset: what to add to a moment for microseconds since 1970.
        """
        taken: list[Span] = []
        while len(self.segments) > 1 and self.segments[1].start < until:
            first, second = self.segments[0], self.segments[1]
            if (first.kind, first.reason) == (second.kind, second.reason):
                second.start = first.start
            else:
                taken.append(as_span(first, second.start, offset))
            del self.segments[0]
        return tuple(taken)

    def all_until(self, now: int, offset: int) -> tuple[Span, ...]:
        """Return what `take_certain` has not given away yet, the open span ending at `now`."""
        copied = [replace(each) for each in self.segments]
        end = Segment(now, SpanKind.OFF, "the end of what is asked for")
        spans = SpanLog([*copied, end]).take_certain(now + 1, offset)
        return tuple(each for each in spans if each.start < each.end)


def as_span(segment: Segment, end: int, offset: int) -> Span:
    """Return a segment as a span that ends at `end`."""
    return Span(
        start=segment.start,
        end=end,
        start_utc=utc_of(segment.start + offset),
        end_utc=utc_of(end + offset),
        kind=segment.kind,
        reason=segment.reason,
    )
