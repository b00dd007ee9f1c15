"""Today at the desk, from its spans: what happened in words, and the sums."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from coreapp.domain.sitting.facts import HoldReason, SpanKind
from coreapp.domain.span_correction import CORRECTED
from coreapp.domain.training_log import BreakSpan
from coreapp.i18n import _, format_list, format_minutes, format_time
from coreapp.services.break_words import hold_name

NOT_RUNNING = "not_running"

WORTH_TELLING_SECONDS = 60
"""A shorter absence, such as the moment after a routine, is no news of the day."""

_RELIEF = frozenset({SpanKind.BREAK, SpanKind.AWAY, SpanKind.ASLEEP})


class EventLook(StrEnum):
    """What an event was, for its sign."""

    RELIEF = "relief"
    SHORT = "short"
    HELD = "held"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Something that happened, to be told.

    Attributes:
        start: when it began.
    """

    start: datetime
    look: EventLook
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Spans side by side that are one event."""

    spans: tuple[BreakSpan, ...]

    @property
    def start(self) -> datetime:
        """Its first moment."""
        return self.spans[0].start

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return self.spans[-1].end

    @property
    def seconds(self) -> float:
        """How long it lasted."""
        return (self.end - self.start).total_seconds()

    @property
    def kinds(self) -> frozenset[SpanKind]:
        """What it is made of."""
        return frozenset(SpanKind(each.kind) for each in self.spans)


def span_label(kind: SpanKind, reason: str = "") -> str:
    """Return what a stretch of the day was, in a word or two."""
    labels = {
        SpanKind.SITTING: _("Sitting"),
        SpanKind.STANDING: _("Standing"),
        SpanKind.AWAY: _("Away"),
        SpanKind.HELD: _("Held"),
        SpanKind.BREAK: _("Break"),
        SpanKind.SESSION: _("Guided session"),
        SpanKind.OFF: _("Outside working hours"),
        SpanKind.ASLEEP: _("The computer slept"),
    }
    if kind is SpanKind.HELD:
        return held_title(reason)
    if kind is SpanKind.OFF and reason == NOT_RUNNING:
        return _("Coreapp was not running")
    return labels[kind]


def span_tip(span: BreakSpan, start: datetime, end: datetime) -> str:
    """Return a span in one line, with local times: "Sitting, 9:14–9:49"."""
    line = _("{what}, {start}–{end}")
    if span.reason == CORRECTED:
        line = _("{what}, {start}–{end}, corrected by hand")
    return line.format(
        what=span_label(SpanKind(span.kind), span.reason),
        start=format_time(start),
        end=format_time(end),
    )


def held_title(reason: str) -> str:
    """Return what held the bars, from the reasons of a span."""
    # A file that was brought in may have reasons of a later version.
    known = frozenset(HoldReason)
    reasons = [HoldReason(each) for each in reason.split(",") if each in known]
    titles = {
        HoldReason.CALL: _("Held for a call"),
        HoldReason.MANUAL: _("Paused by you"),
        HoldReason.QUIET: _("Held for a quiet time"),
        HoldReason.FULLSCREEN: _("Held for a full screen"),
        HoldReason.VIDEO: _("Held for a video"),
    }
    if len(reasons) == 1 and reasons[0] in titles:
        return titles[reasons[0]]
    if not reasons:
        return _("Held")
    return _("Held: {reasons}").format(reasons=format_list([hold_name(each) for each in reasons]))


def day_events(
    spans: Sequence[BreakSpan], break_seconds: float, zone: tzinfo, now: datetime | None = None
) -> list[DayEvent]:
    """Return what is worth telling of a day, the newest first.

    Args:
        spans: the spans of the day, oldest first; plain sitting is not told.
        break_seconds: so long a rest is a whole break.
        zone: whose clock the times are told by.
        now: the present moment: what reaches up to it is not over. None for another day.
    """
    told = (_event(each, break_seconds, zone, now) for each in stretches(spans))
    return [each for each in told if each is not None][::-1]


def stretches(spans: Sequence[BreakSpan]) -> Iterator[Stretch]:
    """Yield the spans, those of a break and the absence around it as one."""
    waiting: list[BreakSpan] = []
    for span in spans:
        is_more = waiting and waiting[-1].end == span.start and span.kind in _RELIEF
        if is_more and waiting[-1].kind in _RELIEF:
            waiting.append(span)
            continue
        if waiting:
            yield Stretch(tuple(waiting))
        waiting = [span]
    if waiting:
        yield Stretch(tuple(waiting))


def count_breaks(spans: Sequence[BreakSpan], break_seconds: float) -> int:
    """Return how many stretches of rest, or guided sessions, were long enough for a break."""
    out_of_chair = _RELIEF | {SpanKind.SESSION}
    enough = (each for each in stretches(spans) if each.kinds <= out_of_chair)
    return sum(1 for each in enough if each.seconds >= break_seconds)


def _event(
    stretch: Stretch, break_seconds: float, zone: tzinfo, now: datetime | None
) -> DayEvent | None:
    if stretch.kinds <= _RELIEF:
        return _relief(stretch, break_seconds)
    first = stretch.spans[0]
    until = format_time(stretch.end.astimezone(zone))
    match SpanKind(first.kind):
        case SpanKind.HELD if now is not None and stretch.end >= now:
            line = _("Not over yet; sitting goes on counting")
            return DayEvent(stretch.start, EventLook.HELD, held_title(first.reason), line)
        case SpanKind.HELD:
            line = _("Until {time}; sitting went on counting").format(time=until)
            return DayEvent(stretch.start, EventLook.HELD, held_title(first.reason), line)
        case SpanKind.SESSION | SpanKind.STANDING as kind:
            time = format_minutes(stretch.seconds)
            return DayEvent(stretch.start, EventLook.RELIEF, span_label(kind), time)
        case SpanKind.OFF as kind if first.reason == NOT_RUNNING:
            title = span_label(kind, NOT_RUNNING)
            line = _("Until {time}").format(time=until)
            return DayEvent(stretch.start, EventLook.OFF, title, line)
        case _:
            return None


def _relief(stretch: Stretch, break_seconds: float) -> DayEvent | None:
    if SpanKind.BREAK not in stretch.kinds and stretch.seconds < WORTH_TELLING_SECONDS:
        return None
    time = format_minutes(stretch.seconds)
    enough = stretch.seconds >= break_seconds
    look = EventLook.RELIEF if enough else EventLook.SHORT
    if SpanKind.BREAK in stretch.kinds:
        title = _("Break taken") if enough else _("Short break")
        return DayEvent(stretch.start, look, title, time)
    if SpanKind.AWAY in stretch.kinds:
        title = _("Away for {time}").format(time=time)
    else:
        title = _("The computer slept for {time}").format(time=time)
    line = _("Counted as a break") if enough else _("Counted in part")
    return DayEvent(stretch.start, look, title, line)
