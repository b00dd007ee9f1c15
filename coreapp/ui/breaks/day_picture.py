"""A day as a strip: spans, hours, where one is, and what comes next if one keeps sitting."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.sitting.hours import MINUTES_A_DAY
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.view import View
from coreapp.domain.training_log import BreakSpan
from coreapp.i18n import _, format_minutes, format_number, format_time
from coreapp.services.break_day import count_breaks, span_tip
from coreapp.services.presence_log import seconds_of
from coreapp.ui.widgets import day_view as parts
from coreapp.ui.widgets.day_legend import LegendEntry
from coreapp.ui.widgets.day_view import DayView, Tick

_SHOWN: Final = {
    SpanKind.SITTING: parts.SpanKind.SITTING,
    SpanKind.HELD: parts.SpanKind.HELD,
    SpanKind.BREAK: parts.SpanKind.BREAK,
    SpanKind.SESSION: parts.SpanKind.BREAK,
    SpanKind.STANDING: parts.SpanKind.BREAK,
    SpanKind.AWAY: parts.SpanKind.AWAY,
    SpanKind.ASLEEP: parts.SpanKind.AWAY,
    SpanKind.OFF: parts.SpanKind.OFF,
}

_ABSENT: Final = frozenset({SpanKind.AWAY, SpanKind.ASLEEP, SpanKind.OFF})
_USUAL_HOURS: Final = (8, 18)


def day_view(
    spans: Sequence[BreakSpan], now: datetime, view: View | None, settings: BreakSettings
) -> DayView:
    """Return the strip of today, in minutes after midnight.

    Args:
        spans: the spans of today, oldest first.
        now: the present moment in the zone that is shown.
        view: where sitting stands; None is switched off.
        settings: the rules, for the working hours.
    """
    zone = now.tzinfo
    if zone is None:
        raise ValueError(now)
    ruler = _Ruler(now.date(), zone)
    upcoming = None
    if view is not None and view.next_break_at is not None and not view.owed:
        upcoming = ruler.minute(view.next_break_at)
    return _strip(ruler, spans, settings, now=ruler.minute(now), upcoming=upcoming)


def past_day_view(
    spans: Sequence[BreakSpan],
    day: date,
    zone: tzinfo,
    settings: BreakSettings,
    asked: Sequence[datetime] = (),
) -> DayView:
    """Return the strip of another day, such as yesterday or one that was tried out.

    Args:
        spans: its spans, oldest first.
        day: the local date.
        zone: whose clock.
        settings: the rules, for the working hours.
        asked: when a bar opened, where that is to be marked.
    """
    ruler = _Ruler(day, zone)
    marks = tuple(ruler.minute(each) for each in asked)
    return _strip(ruler, spans, settings, asked=marks)


class _Ruler:
    """Places moments on the clock of a local day."""

    def __init__(self, day: date, zone: tzinfo) -> None:
        self.day = day
        self.zone = zone
        self._midnight = datetime.combine(day, time(), zone)

    def minute(self, moment: datetime) -> float:
        """Return the minutes after midnight, as the clock on the wall counts them."""
        return (moment.astimezone(self.zone) - self._midnight) / timedelta(minutes=1)

    def ticks(self, first: int, last: int) -> Iterator[Tick]:
        """Yield the hours of the strip."""
        for hour in range(first, last + 1):
            yield Tick(hour * 60, format_time(self._midnight.replace(hour=hour % 24)))


def _strip(
    ruler: _Ruler,
    spans: Sequence[BreakSpan],
    settings: BreakSettings,
    *,
    now: float | None = None,
    upcoming: float | None = None,
    asked: tuple[float, ...] = (),
) -> DayView:
    moments = [] if now is None else [now]
    for each in spans:
        # A night away, or off, would fill the strip with what nobody asks about.
        if SpanKind(each.kind) not in _ABSENT:
            moments += [ruler.minute(each.start), ruler.minute(each.end)]
    first, last = _hours(settings, ruler.day, moments)
    return DayView(
        start=first * 60,
        end=last * 60,
        spans=tuple(
            parts.Span(
                _SHOWN[SpanKind(each.kind)],
                max(0.0, ruler.minute(each.start)),
                ruler.minute(each.end),
                span_tip(each, each.start.astimezone(ruler.zone), each.end.astimezone(ruler.zone)),
                each.id,
            )
            for each in spans
            if ruler.minute(each.end) > first * 60 and ruler.minute(each.start) < last * 60
        ),
        now=now,
        next_break=upcoming if upcoming is not None and upcoming <= last * 60 else None,
        ticks=tuple(ruler.ticks(first, last)),
        asked=asked,
        spoken=_spoken(spans, settings.break_min * 60),
    )


def day_legend(spans: Sequence[BreakSpan], break_seconds: float) -> list[LegendEntry]:
    """Return what the parts of the strip mean, each with its sum; what is not there is left out."""
    held = seconds_of(spans, SpanKind.HELD)
    sat = seconds_of(spans, SpanKind.SITTING) + held
    away = seconds_of(spans, SpanKind.AWAY, SpanKind.ASLEEP)
    breaks = count_breaks(spans, break_seconds)
    kinds = parts.SpanKind
    entries = [
        LegendEntry(kinds.SITTING, _("Sitting {time}").format(time=format_minutes(_whole(sat))))
    ]
    if held >= 60:
        text = _("of it held {time}").format(time=format_minutes(_whole(held)))
        entries.append(LegendEntry(kinds.HELD, text))
    text = _("Breaks {count}").format(count=format_number(breaks))
    entries.append(LegendEntry(kinds.BREAK, text))
    if away >= 60:
        text = _("Away {time}").format(time=format_minutes(_whole(away)))
        entries.append(LegendEntry(kinds.AWAY, text))
    return entries


def next_legend(view: View | None) -> list[LegendEntry]:
    """Return what the mark ahead means, where there is one."""
    if view is None or view.next_break_at is None or view.owed:
        return []
    return [LegendEntry(parts.SpanKind.NEXT, _("Next, if you keep sitting"))]


def asked_legend() -> LegendEntry:
    """Return what the marks of a day that was tried out mean."""
    return LegendEntry(parts.SpanKind.ASKED, _("The bar asks"))


def _spoken(spans: Sequence[BreakSpan], break_seconds: float) -> str:
    return ", ".join(entry.text for entry in day_legend(spans, break_seconds))


def _hours(settings: BreakSettings, day: date, moments: Sequence[float]) -> tuple[int, int]:
    """Return the first and the last hour of the strip: working hours and all that happened."""
    ranges = settings.working_hours.days[day.weekday()]
    first, last = _USUAL_HOURS
    if ranges:
        first = ranges[0].start // 60
        last = -(-min(MINUTES_A_DAY, ranges[-1].end) // 60)
    if not moments:
        return first, last
    earliest, latest = max(0.0, min(moments)), max(moments)
    return min(first, int(earliest // 60)), max(last, min(24, -int(-latest // 60)))


def _whole(seconds: float) -> float:
    """Round to whole minutes: the day's sums are not told by the second."""
    return round(seconds / 60) * 60
