"""The log in words: what a line of it says, and what a month came to."""

from collections.abc import Iterable, Sequence
from datetime import date

from coreapp.domain.day_record import DayRecord
from coreapp.domain.log_lines import LogKind, SessionLine
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import Outcome
from coreapp.i18n import (
    _,
    as_heading,
    format_date,
    format_list,
    format_minutes,
    format_number,
    format_time,
    ngettext,
    pgettext,
)
from coreapp.services.activity_words import activity_line, distance_words
from coreapp.services.day_words import helped_label, place_label, relief_label, sleep_label
from coreapp.services.log_days import in_zone
from coreapp.services.log_list import BreakRun, LogDay
from coreapp.services.mark_words import mark_label
from coreapp.services.session_words import outcome_label

DOT = " · "


def kind_label(kind: LogKind) -> str:
    """Return the label of what stands in the log, of any number."""
    labels = {
        LogKind.SESSION: pgettext("log", "Sessions"),
        LogKind.BREAK: pgettext("log", "Breaks"),
        LogKind.ACTIVITY: pgettext("log", "Runs, walks, sports"),
        LogKind.DAY: pgettext("log", "Notes of days"),
    }
    return labels[kind]


def month_name(month: date) -> str:
    """Return a month with its year."""
    return as_heading(format_date(month, "LLLL yyyy"))


def month_line(days: Iterable[LogDay]) -> str:
    """Return what a month came to: sessions, runs and the like, breaks."""
    entries = [each for day in days for each in day.entries]
    breaks = sum(len(each.lines) for each in entries if isinstance(each, BreakRun))
    lines = [each for each in entries if isinstance(each, SessionLine)]
    sessions = [each for each in lines if each.kind.value == LogKind.SESSION.value]
    breaks += len(lines) - len(sessions)
    activities = [each for each in entries if isinstance(each, PerformedActivity)]
    parts = [_sessions_line(sessions), _activities_line(activities), _breaks_count(breaks)]
    return DOT.join(each for each in parts if each)


def session_line(line: SessionLine) -> str:
    """Return when a session was, how long it was worked in, how it ended, and its note.

    That it was completed is not said.
    """
    parts = [
        format_time(in_zone(line.started_at, line.zone)),
        _("{length} of work").format(length=format_minutes(line.work_seconds)),
    ]
    if line.outcome is not Outcome.COMPLETED:
        parts.append(outcome_label(line.outcome))
    return DOT.join(each for each in (*parts, _on_one_line(line.note)) if each)


def run_title(run: BreakRun) -> str:
    """Return how many breaks there were."""
    count = len(run.lines)
    text = ngettext("{count} break with a routine", "{count} breaks with a routine", count)
    return text.format(count=count)


def run_line(run: BreakRun) -> str:
    """Return from when to when the breaks of a day were, and how long was worked in them."""
    last, first = (in_zone(each.started_at, each.zone) for each in (run.lines[0], run.lines[-1]))
    return DOT.join(
        (
            _("{start} to {end}").format(start=format_time(first), end=format_time(last)),
            _("{length} of work").format(length=format_minutes(run.work_seconds)),
        )
    )


def performed_line(activity: PerformedActivity) -> str:
    """Return when an activity was, how far, how long and how fast, and its note."""
    start = format_time(in_zone(activity.started_at, activity.zone))
    parts = (start, activity_line(activity), _on_one_line(activity.note))
    return DOT.join(each for each in parts if each)


def day_title(record: DayRecord) -> str:
    """Return what a day was marked as, or that something was written of it."""
    return _("How the day was") if record.mark is None else mark_label(record.mark)


def day_line(record: DayRecord) -> str:
    """Return what was written of a day beside its pain, in one line; empty if it is only marked.

    How bad the pain was is not in it: that is a figure of its own in the list.
    """
    parts = (
        *_where_it_hurt(record),
        rest_line(record),
        load_line(record),
        _on_one_line(record.text),
    )
    return DOT.join(each for each in parts if each)


def pain_line(record: DayRecord) -> str:
    """Return what was written of a day's pain; empty if nothing was."""
    worst = record.pain_worst
    figure = "" if worst is None else _("pain {figure}").format(figure=format_number(worst))
    return DOT.join(each for each in (figure, *_where_it_hurt(record)) if each)


def rest_line(record: DayRecord) -> str:
    """Return what was written of sleep and stress; empty if nothing was."""
    return DOT.join(_rest_parts(record))


def load_line(record: DayRecord) -> str:
    """Return what was written of sitting, standing and carrying; empty if nothing was."""
    return DOT.join(_load_parts(record))


def _on_one_line(note: str) -> str:
    return " ".join(note.split())


def _sessions_line(sessions: Sequence[SessionLine]) -> str:
    if not sessions:
        return ""
    count = ngettext("{count} session", "{count} sessions", len(sessions))
    worked = sum(each.work_seconds for each in sessions)
    return _("{sessions}, {length} of work").format(
        sessions=count.format(count=len(sessions)), length=format_minutes(worked)
    )


def _activities_line(activities: Sequence[PerformedActivity]) -> str:
    if not activities:
        return ""
    metres = sum(each.metres or 0 for each in activities)
    count = ngettext("{count} activity", "{count} activities", len(activities))
    told = count.format(count=len(activities))
    if not metres:
        return told
    return _("{activities}, {distance}").format(activities=told, distance=distance_words(metres))


def _breaks_count(count: int) -> str:
    return ngettext("{count} break", "{count} breaks", count).format(count=count) if count else ""


def _where_it_hurt(record: DayRecord) -> Iterable[str]:
    if record.pain_places:
        yield format_list([place_label(each) for each in sorted(record.pain_places)])
    if record.tingled:
        yield _("tingling or numbness")
    for relief, helped in record.reliefs:
        yield _("{relief} helped {how}").format(
            relief=relief_label(relief), how=helped_label(helped)
        )


def _rest_parts(record: DayRecord) -> Iterable[str]:
    note = record.note
    if note.sleep_hours is not None:
        yield _("slept {length}").format(length=format_minutes(note.sleep_hours * 3600))
    if note.sleep_quality is not None:
        yield _("sleep: {how}").format(how=sleep_label(note.sleep_quality))
    if note.stress is not None:
        yield _("stress {figure}").format(figure=format_number(note.stress))


def _load_parts(record: DayRecord) -> Iterable[str]:
    note = record.note
    if note.sit_hours is not None:
        yield _("sat {length}").format(length=format_minutes(note.sit_hours * 3600))
    if note.longest_sit_min is not None:
        longest = format_minutes(note.longest_sit_min * 60)
        yield _("{length} without a break at most").format(length=longest)
    if note.stand_hours is not None:
        yield _("stood long, {length}").format(length=format_minutes(note.stand_hours * 3600))
    if note.lifted:
        yield _("lifted something heavy")
    if note.household:
        yield _("much to do in the house")
    if record.steps is not None:
        text = ngettext("{count} step", "{count} steps", record.steps)
        yield text.format(count=format_number(record.steps))
