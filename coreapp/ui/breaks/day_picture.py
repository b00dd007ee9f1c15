"""Today as a strip: spans, hours, where one is, and what comes next if one keeps sitting."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.sitting.hours import MINUTES_A_DAY
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.view import View
from coreapp.domain.training_log import BreakSpan
from coreapp.i18n import _, format_minutes, format_number, format_time
from coreapp.services.break_day import count_breaks, span_tip
from coreapp.services.sitting_breaks import seconds_of
from coreapp.ui.widgets import day_strip
from coreapp.ui.widgets.day_strip import DayView, LegendEntry, Tick

_SHOWN: Final = {
    SpanKind.SITTING: day_strip.SpanKind.SITTING,
    SpanKind.HELD: day_strip.SpanKind.HELD,
    SpanKind.BREAK: day_strip.SpanKind.BREAK,
    SpanKind.SESSION: day_strip.SpanKind.BREAK,
    SpanKind.STANDING: day_strip.SpanKind.BREAK,
    SpanKind.AWAY: day_strip.SpanKind.AWAY,
    SpanKind.ASLEEP: day_strip.SpanKind.AWAY,
}
"""Time outside working hours is the bare ground of the strip."""

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
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)

    def minute(moment: datetime) -> float:
        return (moment.astimezone(now.tzinfo) - midnight) / timedelta(minutes=1)

    shown = [each for each in spans if SpanKind(each.kind) in _SHOWN]
    moments = [minute(now), *(minute(each.start) for each in shown)]
    first, last = _hours(settings, now, moments)
    upcoming = None if view is None or view.next_break_at is None else minute(view.next_break_at)
    return DayView(
        start=first * 60,
        end=last * 60,
        spans=tuple(
            day_strip.Span(
                _SHOWN[SpanKind(each.kind)],
                max(0.0, minute(each.start)),
                minute(each.end),
                span_tip(each, each.start.astimezone(now.tzinfo), each.end.astimezone(now.tzinfo)),
            )
            for each in shown
        ),
        now=minute(now),
        next_break=upcoming if upcoming is not None and upcoming <= last * 60 else None,
        ticks=tuple(_ticks(first, last, midnight)),
        spoken=_spoken(spans, settings.break_min * 60),
    )


def day_legend(spans: Sequence[BreakSpan], break_seconds: float) -> list[LegendEntry]:
    """Return what the parts of the strip mean, each with its sum; what is not there is left out."""
    held = seconds_of(spans, SpanKind.HELD)
    sat = seconds_of(spans, SpanKind.SITTING) + held
    away = seconds_of(spans, SpanKind.AWAY, SpanKind.ASLEEP)
    breaks = count_breaks(spans, break_seconds)
    kinds = day_strip.SpanKind
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
    if view is None or view.next_break_at is None:
        return []
    return [LegendEntry(day_strip.SpanKind.NEXT, _("Next, if you keep sitting"))]


def _spoken(spans: Sequence[BreakSpan], break_seconds: float) -> str:
    return ", ".join(entry.text for entry in day_legend(spans, break_seconds))


def _hours(settings: BreakSettings, now: datetime, moments: Sequence[float]) -> tuple[int, int]:
    """Return the first and the last hour of the strip: working hours and all that happened."""
    ranges = settings.working_hours.days[now.weekday()]
    first, last = _USUAL_HOURS
    if ranges:
        first = ranges[0].start // 60
        last = -(-min(MINUTES_A_DAY, ranges[-1].end) // 60)
    earliest, latest = max(0.0, min(moments)), max(moments)
    return min(first, int(earliest // 60)), max(last, min(24, int(latest // 60) + 1))


def _ticks(first: int, last: int, midnight: datetime) -> Iterator[Tick]:
    for hour in range(first, last + 1):
        text = format_time(midnight.replace(hour=hour % 24))
        yield Tick(hour * 60, text)


def _whole(seconds: float) -> float:
    """Round to whole minutes: the day's sums are not told by the second."""
    return round(seconds / 60) * 60
