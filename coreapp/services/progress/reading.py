"""Reads the log for the page of Progress.

What it costs does not grow with the log: it reads the days that are shown, and a year of days for
the weeks in a row. Only over all time is the whole log gone through, in sums and single columns.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.domain.activity import week_of
from coreapp.domain.adherence import Adherence
from coreapp.domain.day_record import QUIET, DayMark
from coreapp.domain.progress.bests import Effort, advance, bests
from coreapp.domain.progress.desk import DeskTime, desk_time
from coreapp.domain.progress.movement import Movement, heat_days, minutes_by_step
from coreapp.domain.progress.recovery import DayFigures, pain_and_recovery, pain_by_day
from coreapp.domain.progress.running import run_load
from coreapp.domain.progress.sides import BalanceChange, balance_changes
from coreapp.domain.progress.streak import Streak, streak
from coreapp.domain.progress.time_range import (
    WEEK,
    Step,
    TimeRange,
    Window,
    fitting_range,
    window_of,
)
from coreapp.domain.settings import RunMetric, Settings
from coreapp.domain.sitting_figures import SittingRule, day_range, days_figures
from coreapp.domain.time_spent import minutes_of
from coreapp.domain.training_log import BreakSpan
from coreapp.services.activities import kinds_of
from coreapp.services.figure_ports import ActivitySummary, SessionSummary
from coreapp.services.log_days import in_zone
from coreapp.services.log_ports import Database, Work
from coreapp.services.ports import Clock
from coreapp.services.progress.figures import ExerciseCourse, ProgressFigures

MARGIN: Final = timedelta(hours=15)
"""A local day begins so much before and ends so much after its UTC day at most."""

STREAK_WEEKS: Final = 61
"""So many weeks are read for the weeks in a row: a year, and the eight before that set its bar."""

RUN_WEEKS: Final = 4
"""So many weeks before a week set what its running is compared with (rule R1)."""

MOST_EXERCISES: Final = 12
LAST_EFFORTS: Final = 12

_A_DAY: Final = timedelta(days=1)
_EASY: Final = frozenset({DayMark.EASY, DayMark.SICK, DayMark.TRAVEL})

SpansOf = Callable[[datetime, datetime], Sequence[BreakSpan]]


class ProgressReader:
    """Reads all figures of the page."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        settings: Callable[[], Settings],
        adherence: Callable[[date, date], Adherence],
        planned: Callable[[date], int] = lambda _monday: 0,
    ) -> None:
        """Read from a log.

        Args:
            database: the log.
            clock: tells today.
            settings: the interval of the breaks, and what runs are compared by.
            adherence: what became of the plan, first and last day included.
            planned: the minutes that are planned for a week, by its Monday.
        """
        self._database = database
        self._clock = clock
        self._settings = settings
        self._adherence = adherence
        self._planned = planned

    def read(
        self, chosen: TimeRange, today_at_desk: Sequence[BreakSpan] | None = None
    ) -> ProgressFigures:
        """Return all figures of a range.

        Args:
            chosen: how far back one looks.
            today_at_desk: the spans of today up to now, where the breaks are running: the last of
                them is stored only when it is over. None takes those that are stored.

        Raises:
            CoreappError: log or plan cannot be read.
        """
        settings = self._settings()
        today = self._today()
        with self._database.reading() as work:
            window = _window(work, chosen, today)
            near = _at_most_a_year(window)
            first = min(window.first, near.first - RUN_WEEKS * WEEK, today - STREAK_WEEKS * WEEK)
            done = _movements(work, first, today)
            # What is marked for the rest of this week counts for its bar.
            records = work.figures.days(first, week_of(today) + WEEK - _A_DAY)
            row = _streak(work, done, records, first, today)
            efforts = _efforts(work, window)
            balance = _balance(work, today)
            desk = self._desk(work, near, today_at_desk)
        adherence = self._adherence(near.first, today)
        found = bests(efforts, window)[:MOST_EXERCISES]
        shown = [each for each in done if window.holds(each.day)]
        return ProgressFigures(
            chosen=chosen,
            window=window,
            near=near,
            heat=heat_days(shown, window),
            minutes=minutes_by_step(shown, window),
            planned=self._planned(week_of(today)),
            streak=row,
            balance=balance,
            exercises=found,
            course=_course(efforts, found[0].exercise, window) if found else None,
            efforts=tuple(each for each in shown if each.effort is not None)[-LAST_EFFORTS:],
            adherence=adherence,
            desk=desk,
            runs=run_load(
                done,
                {week_of(each.day) for each in records if each.mark in _EASY},
                near,
                in_metres=settings.run_metric is RunMetric.KILOMETRES,
            ),
            recovery=pain_and_recovery(pain_by_day(done, records), records, window),
            interval=settings.breaks.interval_min,
        )

    def first_range(self) -> TimeRange:
        """Return the range that the log fills.

        Raises:
            CoreappError: the log cannot be read.
        """
        with self._database.reading() as work:
            oldest = work.figures.oldest()
        return fitting_range(self._today(), None if oldest is None else oldest.date())

    def course(self, exercise: str, chosen: TimeRange) -> ExerciseCourse:
        """Return how one exercise has gone; empty if it was not done.

        Raises:
            CoreappError: the log cannot be read.
        """
        today = self._today()
        with self._database.reading() as work:
            window = _window(work, chosen, today)
            efforts = _efforts(work, window, exercise)
        return _course(efforts, exercise, window)

    def _today(self) -> date:
        return in_zone(self._clock.reading().utc, self._clock.zone()).date()

    def _desk(
        self, work: Work, window: Window, today_at_desk: Sequence[BreakSpan] | None
    ) -> DeskTime:
        zone = ZoneInfo(self._clock.zone())
        breaks = self._settings().breaks
        rule = SittingRule(breaks.interval_min * 60, breaks.break_min * 60)
        start, end = day_range(window.first, zone)[0], day_range(window.today, zone)[1]
        days = days_figures(work.spans.between(start, end), window.first, window.today, zone, rule)
        if today_at_desk is not None:
            of_today = days_figures(today_at_desk, window.today, window.today, zone, rule)
            days = [*(each for each in days if each.day != window.today), *of_today]
        return desk_time(days, window)


def _window(work: Work, chosen: TimeRange, today: date) -> Window:
    oldest = work.figures.oldest() if chosen is TimeRange.ALL else None
    return window_of(chosen, today, None if oldest is None else oldest.date())


def _at_most_a_year(window: Window) -> Window:
    """Return a window of weeks: what the plan, the desk and the rule of running are told in."""
    if window.step is Step.WEEK:
        return window
    return window_of(TimeRange.YEAR, window.today, None)


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    """Return between which moments all of these local days lie, whatever their zones."""
    start = datetime.combine(first, time(), UTC) - MARGIN
    return start, datetime.combine(last, time(), UTC) + _A_DAY + MARGIN


def _movements(work: Work, first: date, last: date) -> list[Movement]:
    """Return what was done on first <= day <= last, oldest first."""
    start, end = _moments(first, last)
    found = [(each.started_at, _of_session(each)) for each in work.figures.sessions(start, end)]
    found += [(each.started_at, _of_activity(each)) for each in work.figures.activities(start, end)]
    in_order = sorted(found, key=lambda pair: pair[0])
    return [movement for _moment, movement in in_order if first <= movement.day <= last]


def _of_session(session: SessionSummary) -> Movement:
    return Movement(
        kinds=kinds_of(session),
        day=in_zone(session.started_at, session.zone).date(),
        minutes=minutes_of(session),
        effort=session.effort,
        pain=_worst(session),
        next_morning=session.pain_next_morning,
    )


def _of_activity(activity: ActivitySummary) -> Movement:
    return Movement(
        kinds=frozenset({activity.type}),
        day=in_zone(activity.started_at, activity.zone).date(),
        minutes=activity.minutes,
        metres=activity.metres,
        effort=activity.effort,
        pain=_worst(activity),
        next_morning=activity.pain_next_morning,
    )


def _worst(done: SessionSummary | ActivitySummary) -> int | None:
    pains = (done.pain_before, done.pain_during, done.pain_after)
    return max((each for each in pains if each is not None), default=None)


def _streak(
    work: Work,
    done: Iterable[Movement],
    records: Iterable[DayFigures],
    first: date,
    today: date,
) -> Streak:
    """Return the weeks in a row; a row that began before what was read is followed back."""
    active = {each.day for each in done}
    excused = {each.day for each in records if each.mark in QUIET}
    row = streak(active, excused, today, first)
    while not row.is_whole:
        before = first - STREAK_WEEKS * WEEK
        earlier = {each.day for each in _movements(work, before, first - _A_DAY)}
        active |= earlier
        marked = work.figures.days(before, first - _A_DAY)
        excused |= {each.day for each in marked if each.mark in QUIET}
        row, first = streak(active, excused, today, before), before
    return row


def _balance(work: Work, today: date) -> tuple[BalanceChange, ...]:
    def sums(weeks_ago: int) -> tuple[datetime, datetime]:
        last = today - weeks_ago * WEEK
        return _moments(last - 4 * WEEK + _A_DAY, last)

    now = work.figures.sides(*sums(0))
    if not now:
        return ()
    return balance_changes(now, [(weeks, work.figures.sides(*sums(weeks))) for weeks in (8, 4)])


def _efforts(work: Work, window: Window, exercise: str | None = None) -> list[Effort]:
    found = work.figures.exercises(*_moments(window.first, window.today), exercise)
    return [
        Effort(
            exercise=each.exercise,
            name=each.name,
            day=in_zone(each.started_at, each.zone).date(),
            seconds=each.seconds,
            reps=each.reps,
            sets=each.sets,
            counted=each.counted,
        )
        for each in found
    ]


def _course(efforts: Iterable[Effort], exercise: str, window: Window) -> ExerciseCourse:
    own = [each for each in efforts if each.exercise == exercise]
    name = max((each.name for each in own), default="")
    return ExerciseCourse(exercise, name, window, advance(own, window))
