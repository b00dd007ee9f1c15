"""The figures of sitting: of a day, and of days together, from the spans that are stored.

They follow the rules of the breaks (a held span is sitting; a break, an absence, sleep, standing
or a guided session gets somebody out of the chair) and read nothing but the spans, so the strip,
the page of breaks and whatever draws a longer time can never disagree.

Decisions where the rules leave room:

- Each day is counted for itself: a stretch of sitting over midnight is one of each day.
- Time outside working hours, time nobody looked at and gaps of half an hour or more end a stretch
  and count as nothing; shorter ones stand still, as they do in the engine.
- A stretch is told in whole minutes: 30 minutes and some seconds are 30 minutes. The bar opens
  before its time and waits for a pause in the work, so the seconds are the program's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta, tzinfo

from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.sitting.hours import local_instant
from coreapp.domain.sitting.moments import SECOND, seconds
from coreapp.domain.training_log import BreakSpan

SITTING = frozenset({SpanKind.SITTING, SpanKind.HELD})
"""What counts as sitting."""

RELIEF = frozenset(
    {SpanKind.BREAK, SpanKind.AWAY, SpanKind.ASLEEP, SpanKind.STANDING, SpanKind.SESSION}
)
"""What gets somebody out of the chair."""

MEANT = frozenset({SpanKind.BREAK, SpanKind.SESSION})
"""A relief with one of these was a break on purpose."""

WORTH_COUNTING_SECONDS = 60
"""A shorter stretch of sitting is a glance at the screen: it is no stretch to be proud of."""

FORGOTTEN_AFTER_SECONDS = 30 * 60
"""So long a time in which nobody looked ends a stretch (rule 15 of the breaks)."""

_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class SittingFigures:
    """What a day, or several days together, come to; lengths in seconds.

    Attributes:
        sitting: presence while seated, held time included.
        held: the part of it in which a hold kept breaks back.
        standing: standing at the desk.
        away: absence and sleep.
        in_breaks: breaks on purpose and guided sessions.
        stretches: how long each stretch of sitting was, from the first; credits are taken off, as
            they are when a break comes due.
        due: breaks that came due: the sum of the whole intervals in all stretches (rule 16).
        taken: breaks on purpose that were long enough.
        natural: absences long enough for a break that nobody asked for.
        partial: reliefs too short for a break.
        within: stretches no longer than the interval.
        days: days on which anybody sat.
    """

    sitting: float = 0.0
    held: float = 0.0
    standing: float = 0.0
    away: float = 0.0
    in_breaks: float = 0.0
    stretches: tuple[float, ...] = ()
    due: int = 0
    taken: int = 0
    natural: int = 0
    partial: int = 0
    within: int = 0
    days: int = 0

    @property
    def breaks(self) -> int:
        """All breaks that were long enough."""
        return self.taken + self.natural

    @property
    def longest(self) -> float:
        """The longest stretch of sitting; 0 where nobody sat."""
        return max(self.stretches, default=0.0)

    @property
    def share_within(self) -> float | None:
        """Return the share of stretches no longer than the interval, 0 to 1; None without any."""
        return self.within / len(self.stretches) if self.stretches else None

    def __add__(self, other: "SittingFigures") -> "SittingFigures":
        """Return the figures of both together."""
        return SittingFigures(
            **{
                each.name: getattr(self, each.name) + getattr(other, each.name)
                for each in fields(SittingFigures)
            }
        )


@dataclass(frozen=True, slots=True)
class SittingDay:
    """A day with its figures."""

    day: date
    figures: SittingFigures


@dataclass(frozen=True, slots=True)
class SittingRule:
    """What is counted by: the interval and the length of a break, in whole seconds."""

    interval: int
    break_length: int


def day_range(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return the two midnights of a local day, in UTC; they are 23 or 25 hours apart twice a year.

    Args:
        day: the local date.
        zone: whose clock.
    """
    return local_instant(day, 0, zone), local_instant(day + timedelta(days=1), 0, zone)


def touching(spans: Iterable[BreakSpan], start: datetime, end: datetime) -> list[BreakSpan]:
    """Return the spans of which some part lies in start <= t < end."""
    return [each for each in spans if each.start < end and each.end > start]


def days_figures(
    spans: Sequence[BreakSpan], first: date, last: date, zone: tzinfo, rule: SittingRule
) -> list[SittingDay]:
    """Return the figures of each day of first <= day <= last.

    Args:
        spans: all that touch one of the days, oldest first, without overlaps.
        first: a local day.
        last: a local day.
        zone: whose clock the days go by.
        rule: what is counted by.
    """
    counted: list[SittingDay] = []
    begin, day = 0, first
    while day <= last:
        start, end = day_range(day, zone)
        # Not all spans for each day: a year has too many.
        while begin < len(spans) and spans[begin].end <= start:
            begin += 1
        after = begin
        while after < len(spans) and spans[after].start < end:
            after += 1
        counted.append(SittingDay(day, figures_between(spans[begin:after], start, end, rule)))
        day += timedelta(days=1)
    return counted


def figures_between(
    spans: Sequence[BreakSpan], start: datetime, end: datetime, rule: SittingRule
) -> SittingFigures:
    """Return the figures of start <= t < end; spans that reach beyond are cut.

    Args:
        spans: oldest first, without overlaps.
        start: the first moment.
        end: the first moment after it.
        rule: what is counted by.
    """
    count = _Count(rule)
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            count.take(SpanKind(span.kind), first, last)
    return count.result()


def figures_together(days: Iterable[SittingDay]) -> SittingFigures:
    """Return the figures of some days together."""
    total = SittingFigures()
    for each in days:
        total += each.figures
    return total


@dataclass(slots=True)
class _Count:
    """Goes through the spans of a time once; lengths in whole microseconds, as in the engine.

    Attributes:
        sat: sitting in the present stretch, credits taken off.
        peak: the most it ever was.
        counted_from: what of it was there after the last credit.
        relief: relief since the last sitting.
        blank: time since then that says nothing.
        meant: that relief was a break on purpose.
        until: where the last span ended.
    """

    rule: SittingRule
    sat: int = 0
    peak: int = 0
    counted_from: int = 0
    relief: int = 0
    blank: int = 0
    meant: bool = False
    until: datetime | None = None
    lengths: dict[SpanKind, int] = field(default_factory=dict)
    stretches: list[float] = field(default_factory=list)
    due: int = 0
    taken: int = 0
    natural: int = 0
    partial: int = 0

    @property
    def _break_length(self) -> int:
        return self.rule.break_length * SECOND

    def take(self, kind: SpanKind, first: datetime, last: datetime) -> None:
        """Count one span."""
        if self.until is not None:
            self.blank += (first - self.until) // _MICROSECOND
        length = (last - first) // _MICROSECOND
        self.until = last
        self.lengths[kind] = self.lengths.get(kind, 0) + length
        if kind in SITTING:
            self._sit_down()
            self.sat += length
            self.peak = max(self.peak, self.sat)
        elif kind in RELIEF:
            self.relief += length
            self.meant = self.meant or kind in MEANT
        else:
            self.blank += length

    def result(self) -> SittingFigures:
        """Return what was counted; a relief that is not over counts when it is long enough."""
        if self.relief >= self._break_length:
            self._tell_break()
        self._end_stretch()
        most = self.rule.interval // 60
        sitting = self._seconds(*SITTING)
        return SittingFigures(
            sitting=sitting,
            held=self._seconds(SpanKind.HELD),
            standing=self._seconds(SpanKind.STANDING),
            away=self._seconds(SpanKind.AWAY, SpanKind.ASLEEP),
            in_breaks=self._seconds(*MEANT),
            stretches=tuple(self.stretches),
            due=self.due,
            taken=self.taken,
            natural=self.natural,
            partial=self.partial,
            within=sum(each // 60 <= most for each in self.stretches),
            days=int(sitting > 0),
        )

    def _seconds(self, *kinds: SpanKind) -> float:
        return seconds(sum(self.lengths.get(each, 0) for each in kinds))

    def _sit_down(self) -> None:
        """Draw the conclusions from what was since the last sitting."""
        if self.relief >= self._break_length:
            self._tell_break()
            self._end_stretch()
        elif self.blank >= FORGOTTEN_AFTER_SECONDS * SECOND:
            self._end_stretch()
        elif self.relief and self.sat:
            self._credit()
        self.relief = self.blank = 0
        self.meant = False

    def _tell_break(self) -> None:
        if self.meant:
            self.taken += 1
        elif self.sat:
            self.natural += 1

    def _credit(self) -> None:
        """Lower the sitting in proportion (rule 5); what is passed again is due again."""
        self.partial += 1
        self._count_due()
        self.sat = self.sat * (self._break_length - self.relief) // self._break_length
        self.counted_from = self.sat

    def _count_due(self) -> None:
        interval = self.rule.interval * SECOND
        self.due += self.sat // interval - self.counted_from // interval

    def _end_stretch(self) -> None:
        self._count_due()
        if self.peak >= WORTH_COUNTING_SECONDS * SECOND:
            self.stretches.append(seconds(self.peak))
        self.sat = self.peak = self.counted_from = 0
