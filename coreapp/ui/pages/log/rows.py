"""Days of the log as rows of its list."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coreapp.domain.activity import RUNS, ActivityType
from coreapp.domain.day_record import DayRecord
from coreapp.domain.log_lines import SessionLine
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.i18n import _, as_heading, format_date, format_number, format_skeleton
from coreapp.services.activity_words import type_label
from coreapp.services.log_list import BreakRun, LogDay, LogEntry, by_month
from coreapp.services.log_words import (
    day_line,
    day_title,
    month_line,
    month_name,
    performed_line,
    run_line,
    run_title,
    session_line,
)
from coreapp.services.plan_words import picture_of_activity
from coreapp.ui.models.log_model import LogRow, RowKind
from coreapp.ui.theme.icons import Icon


def rows_of(days: Sequence[LogDay], today: date) -> list[LogRow]:
    """Return the rows of whole months, each with its heading."""
    rows: list[LogRow] = []
    for month, of_month in by_month(days):
        name, line = month_name(month), month_line(of_month)
        rows.append(LogRow(RowKind.MONTH, f"month {month}", month, name, line))
        for day in of_month:
            rows += _rows_of_day(day, today)
    return rows


def breaks_row(row: LogRow, *, is_open: bool) -> list[LogRow]:
    """Return the row of several breaks, opened with one for each, or folded."""
    head = replace(row, is_open=is_open)
    if not is_open or not isinstance(row.entry, BreakRun):
        return [head]
    return [head, *(_session_row(each, row.day, RowKind.BREAK) for each in row.entry.lines)]


def _rows_of_day(day: LogDay, today: date) -> list[LogRow]:
    rows = [_record_row(day.record)] if day.record is not None else []
    rows += [_entry_row(each, day.day) for each in day.entries]
    return [replace(rows[0], head=_head(day.day, today)), *rows[1:]]


def _head(day: date, today: date) -> tuple[str, str]:
    """Return what a day is called, and its date."""
    if day == today:
        name = _("Today")
    elif day == today - timedelta(days=1):
        name = _("Yesterday")
    else:
        name = as_heading(format_date(day, "EEEE"))
    return name, format_skeleton(day, "MMMd")


def _record_row(record: DayRecord) -> LogRow:
    figure = "" if record.pain_worst is None else format_number(record.pain_worst)
    return LogRow(
        RowKind.DAY,
        record.day.isoformat(),
        record.day,
        day_title(record),
        day_line(record),
        icon=Icon.LEAF,
        figures=(("", ""), (figure, _("pain"))),
        entry=record,
    )


def _entry_row(entry: LogEntry, day: date) -> LogRow:
    match entry:
        case SessionLine():
            return _session_row(entry, day, RowKind.SESSION)
        case BreakRun():
            return LogRow(
                RowKind.BREAKS,
                f"breaks {entry.id}",
                day,
                run_title(entry),
                run_line(entry),
                icon=Icon.DESK,
                entry=entry,
                is_open=False,
            )
        case PerformedActivity():
            return LogRow(
                RowKind.ACTIVITY,
                entry.id,
                day,
                type_label(entry.type),
                performed_line(entry),
                exercise=picture_of_activity(entry.type),
                icon=Icon.SHOE if entry.type in RUNS else _icon_of(entry.type),
                figures=_felt(entry.effort, worst_pain(entry)),
                entry=entry,
            )


def _session_row(line: SessionLine, day: date, kind: RowKind) -> LogRow:
    return LogRow(
        kind,
        line.id,
        day,
        line.title,
        session_line(line),
        exercise=line.exercise,
        icon=Icon.LOG,
        figures=_felt(line.effort, line.worst_pain),
        entry=line,
    )


def _felt(effort: float | None, pain: int | None) -> tuple[tuple[str, str], ...]:
    figures = ((effort, _("effort")), (pain, _("pain")))
    return tuple(("" if value is None else format_number(value), word) for value, word in figures)


def worst_pain(activity: PerformedActivity) -> int | None:
    """Return the worst of the pain that was entered around an activity, or None."""
    figures = (activity.pain_before, activity.pain_during, activity.pain_after)
    return max((each for each in figures if each is not None), default=None)


def _icon_of(kind: ActivityType) -> Icon:
    return Icon.WALK if kind is ActivityType.WALK else Icon.PERSON
