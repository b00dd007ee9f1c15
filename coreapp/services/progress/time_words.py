"""Times of the charts in words: what is below a bar, and what a bar is called."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from coreapp.domain.progress.time_range import Step, TimeRange, Window
from coreapp.i18n import _, format_date, format_number, format_skeleton

MOST_NUMBERS: Final = 16
"""More weeks than this are told by the months in which they begin."""


def axis_labels(starts: Sequence[date], step: Step) -> tuple[str, ...]:
    """Return what stands below each bar; most of many stay empty."""
    if step is Step.WEEK and len(starts) <= MOST_NUMBERS:
        return tuple(str(each.isocalendar().week) for each in starts)
    if step is Step.WEEK:
        return tuple(
            month_word(each) if before is not None and before.month != each.month else ""
            for before, each in zip((None, *starts), starts, strict=False)
        )
    return tuple(
        str(each.year) if before is None or before.year != each.year else ""
        for before, each in zip((None, *starts), starts, strict=False)
    )


def month_word(day: date) -> str:
    """Return a short name of a month, as it stands alone: "Sep"."""
    return format_date(day, "LLL")


def month_name(day: date, today: date) -> str:
    """Return a month in a sentence: "September", with its year if it is another one."""
    if day.year == today.year:
        return format_date(day, "LLLL")
    return format_skeleton(day, "yMMMM")


def step_name(start: date, step: Step) -> str:
    """Return what a bar is called: "Week of 7 Sep", "September 2026"."""
    if step is Step.MONTH:
        return format_skeleton(start, "yMMMM")
    return _("Week of {date}").format(date=day_name(start))


def day_name(day: date) -> str:
    """Return a day in short: "7 Sep", with its year where that may be unclear."""
    return format_skeleton(day, "yMMMd")


def week_day(day: date) -> str:
    """Return a day with its weekday: "Mon, 7 Sep"."""
    return format_skeleton(day, "MMMEd")


def range_name(chosen: TimeRange) -> str:
    """Return how far back one looks, as a remark beside a title."""
    names = {
        TimeRange.TWELVE_WEEKS: _("12 weeks"),
        TimeRange.YEAR: _("one year"),
        TimeRange.ALL: _("all time"),
    }
    return names[chosen]


def near_name(chosen: TimeRange) -> str:
    """Return the same of what is told for a year at most."""
    return range_name(TimeRange.YEAR if chosen is TimeRange.ALL else chosen)


def this_step(window: Window) -> str:
    """Return what the last bar is."""
    return _("this week") if window.step is Step.WEEK else _("this month")


def rounded(value: float) -> str:
    """Return a mean with one place after the point."""
    return format_number(round(value, 1))


NOTHING: Final = "–"
"""Stands where there is no figure."""


def known(value: float | None) -> str:
    """Return a figure of a table; a dash where there is none."""
    return NOTHING if value is None else rounded(value)
