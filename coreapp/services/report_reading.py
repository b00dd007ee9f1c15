"""Reads the log for a report, and counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from coreapp.domain.activity import week_of
from coreapp.domain.day_record import DayRecord, Relief
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.exercise import Side
from coreapp.domain.load import WEEK, run_week
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.settings import Settings
from coreapp.domain.sitting_figures import (
    SittingRule,
    day_range,
    days_figures,
    figures_together,
)
from coreapp.domain.training_log import DateRange, PerformedSession, PerformedSet, SessionKind
from coreapp.services.activities import activity_of, day_of, pain_days
from coreapp.services.log_days import activities_on, local_start, sessions_on
from coreapp.services.log_ports import Database
from coreapp.services.ports import Clock
from coreapp.services.report import (
    DoneDose,
    ExerciseProgress,
    PainReport,
    Report,
    ReportLine,
    ReportWeek,
)

_Word = TypeVar("_Word", bound=StrEnum)

MOST_DAYS: Final = 366


class ReportReader:
    """Reads the log for a report."""

    def __init__(self, database: Database, clock: Clock, settings: Callable[[], Settings]) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings

    @property
    def today(self) -> date:
        """The day it is here."""
        return self._clock.reading().utc.astimezone(self._zone).date()

    def read(self, first: date, last: date) -> Report:
        """Return the report of first <= day <= last.

        Raises:
            InvalidValueError: the days are in the wrong order, or more than a year.
            CoreappError: the log cannot be read.
        """
        if not first <= last <= first + timedelta(days=MOST_DAYS):
            raise InvalidValueError(
                "to", last, marked("Choose a last day after the first, within a year.")
            )
        asked = DateRange(first, last)
        moments = day_range(first, self._zone)[0], day_range(last, self._zone)[1]
        with self._database.reading() as work:
            sessions = sessions_on(work, asked)
            performed = activities_on(work, asked)
            records = work.days.between(first, last)
            spans = work.spans.between(*moments)
        settings = self._settings().breaks
        rule = SittingRule(settings.interval_min * 60, settings.break_min * 60)
        lines = _lines(sessions, performed)
        return Report(
            first=first,
            last=last,
            made_on=self.today,
            lines=lines,
            progress=_progress(lines),
            pain=_pain(sessions, performed, records, last),
            weeks=_weeks(performed),
            sitting=figures_together(days_figures(spans, first, last, self._zone, rule)),
            notes=_notes(lines, records),
        )

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self._clock.zone())


def _lines(
    sessions: Sequence[PerformedSession], performed: Sequence[PerformedActivity]
) -> tuple[ReportLine, ...]:
    """Return what was done, the oldest first.

    Breaks at the desk are not training, and a session without any work is none.
    """
    found = [
        ReportLine(local_start(each).date(), each, _doses(each.sets))
        for each in sessions
        if each.kind is SessionKind.SESSION and each.work_seconds > 0
    ]
    found += [ReportLine(day_of(each), each) for each in performed]
    return tuple(sorted(found, key=lambda line: line.done.started_at))


def _doses(sets: Iterable[PerformedSet]) -> tuple[DoneDose, ...]:
    """Return what was done of each exercise and side, in the order they came first."""
    amounts: dict[tuple[str, Side, bool], list[int]] = {}
    names: dict[str, str] = {}
    for each in sets:
        amount = _amount(each)
        if each.skipped or not amount:
            continue
        names[each.exercise] = each.name
        in_reps = each.planned_reps is not None
        amounts.setdefault((each.exercise, each.side, in_reps), []).append(amount)
    return tuple(
        DoneDose(exercise, names[exercise], side, tuple(done), in_reps)
        for (exercise, side, in_reps), done in amounts.items()
    )


def _amount(performed: PerformedSet) -> int:
    if performed.planned_reps is not None:
        return performed.actual_reps or 0
    return round(performed.actual_seconds)


def _progress(lines: Iterable[ReportLine]) -> tuple[ExerciseProgress, ...]:
    """Return how each exercise and side went, those that were done most often first."""
    found: dict[tuple[str, Side, bool], list[tuple[date, DoneDose]]] = {}
    for line in lines:
        for dose in line.doses:
            found.setdefault((dose.exercise, dose.side, dose.in_reps), []).append((line.day, dose))
    most: Counter[str] = Counter()
    for (exercise, _side, _in_reps), doses in found.items():
        most[exercise] = max(most[exercise], len(doses))
    in_order = sorted(found.items(), key=lambda each: (-most[each[0][0]], each[0]))
    return tuple(
        ExerciseProgress(doses[0][1], doses[-1][1], tuple((day, dose.best) for day, dose in doses))
        for _key, doses in in_order
    )


def _pain(
    sessions: Sequence[PerformedSession],
    performed: Sequence[PerformedActivity],
    records: Sequence[DayRecord],
    last: date,
) -> PainReport:
    reliefs: dict[Relief, tuple[int, int]] = {}
    for record in records:
        for relief, helped in record.reliefs:
            times, total = reliefs.get(relief, (0, 0))
            reliefs[relief] = times + 1, total + helped
    days = pain_days(sessions, performed, records)
    return PainReport(
        # What was said of the morning after the last day belongs to another time.
        days={day: pain for day, pain in days.items() if day <= last},
        places=_most_first(each for record in records for each in record.pain_places),
        triggers=_most_first(each for record in records for each in record.pain_triggers),
        tingled=sum(record.tingled for record in records),
        reliefs=dict(sorted(reliefs.items(), key=lambda each: -each[1][0])),
    )


def _most_first(words: Iterable[_Word]) -> dict[_Word, int]:
    counted = Counter(words)
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def _weeks(performed: Sequence[PerformedActivity]) -> tuple[ReportWeek, ...]:
    runs = [each for each in map(activity_of, performed) if each.is_run]
    if not runs:
        return ()
    first, last = (week_of(pick(each.day for each in runs)) for pick in (min, max))
    mondays = [first + index * WEEK for index in range((last - first) // WEEK + 1)]
    found = [(each, [run for run in runs if week_of(run.day) == each]) for each in mondays]
    return tuple(
        ReportWeek(monday, run_week(of_week), sum(each.metres or 0 for each in of_week))
        for monday, of_week in found
    )


def _notes(
    lines: Iterable[ReportLine], records: Iterable[DayRecord]
) -> tuple[tuple[date, str], ...]:
    found = [(line.day, line.done.note) for line in lines]
    found += [(record.day, record.text) for record in records]
    return tuple(sorted((day, text.strip()) for day, text in found if text.strip()))
