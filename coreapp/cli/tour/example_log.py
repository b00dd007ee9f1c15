"""Twelve weeks of somebody's log, so that the pictures of Progress have something to show.

The sessions are the one that the tour has really played, on earlier days and with less done, the
left side behind the right one and catching up. It is the same each time.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from coreapp.bootstrap import Services
from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayRecord
from coreapp.domain.exercise import Side
from coreapp.domain.habits import DayNote
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import BreakSpan, PerformedSession, PerformedSet

WEEKS: Final = 12
_DAY: Final = timedelta(days=1)
_SESSIONS: Final = (0, 2, 4)
"""Mondays, Wednesdays and Fridays."""
_RUNS: Final = (1, 5)
_OFFICE: Final = 5
_STRETCHES: Final = 6
_LEFT_BEHIND: Final = 0.25
_BEGAN_AT: Final = 0.6
"""Of what the session asks for, so much was done in the first week."""


def write_example_log(services: Services, played: PerformedSession) -> int:
    """Put what was done in the weeks before a session into the log; return how many sessions.

    Raises:
        CoreappError: it cannot be written.
    """
    sessions = list(_sessions(services, played))
    with services.database.work() as work:
        for session in sessions:
            work.sessions.add(session)
        for run in _runs(services, played):
            work.activities.add(run)
        for record in _days(played):
            work.days.add(record)
        work.spans.add(list(_spans(services, played)))
    return len(sessions)


def _sessions(services: Services, played: PerformedSession) -> Iterator[PerformedSession]:
    for back in range(WEEKS * 7 - 1, 0, -1):
        started = played.started_at - back * _DAY
        # One in nine did not happen: nobody's weeks are all alike.
        if started.weekday() not in _SESSIONS or back % 9 == 0:
            continue
        share = 1 - back / (WEEKS * 7)
        yield replace(
            played,
            id=services.new_id(),
            started_at=started,
            ended_at=started + (played.ended_at - played.started_at),
            effort=round(2 * (5.5 - 2 * share) + back % 3) / 2,
            pain_before=3 if share < 0.5 else 1,
            pain_after=2 if share < 0.6 else 1,
            planned=None,
            sets=tuple(_less(each, share) for each in played.sets),
        )


def _less(performed: PerformedSet, share: float) -> PerformedSet:
    """Return a set as it was done when only a share of the weeks had passed."""
    done = _BEGAN_AT + (1 - _BEGAN_AT) * share
    if performed.side is Side.LEFT:
        done *= 1 - _LEFT_BEHIND * (1 - share)
    reps = performed.actual_reps
    return replace(
        performed,
        actual_seconds=round(performed.planned_seconds * done),
        actual_reps=None if reps is None else max(1, round(reps * done)),
    )


def _runs(services: Services, played: PerformedSession) -> Iterator[PerformedActivity]:
    for back in range(WEEKS * 7 - 1, 0, -1):
        started = played.started_at - back * _DAY
        if started.weekday() in _RUNS:
            week = WEEKS - back // 7
            yield PerformedActivity(
                id=services.new_id(),
                type=ActivityType.RUN_EASY,
                started_at=started,
                zone=played.zone,
                minutes=24 + week,
                metres=4000 + 150 * week + 400 * (back % 3),
                effort=4,
            )


def _days(played: PerformedSession) -> Iterator[DayRecord]:
    for back in range(WEEKS * 7 - 1, 0, -1):
        day = (played.started_at - back * _DAY).date()
        late = back > WEEKS * 7 // 2
        note = DayNote(sleep_hours=6.5 + (back % 4) / 2, stress=(6 if late else 4) - back % 3)
        yield DayRecord(day, note=note, pain_worst=(3 if late else 1) + (back % 5 == 0))


def _spans(services: Services, played: PerformedSession) -> Iterator[BreakSpan]:
    """Sit at the desk on working days, for stretches that become shorter."""
    for back in range(WEEKS * 7 - 1, 0, -1):
        begun = played.started_at - back * _DAY
        if begun.weekday() >= _OFFICE:
            continue
        at = begun.replace(hour=8, minute=0, second=0, microsecond=0)
        for stretch in range(_STRETCHES):
            sat = timedelta(minutes=28 + back // 4 - 3 * (stretch % 3))
            yield _span(services, played, at, at + sat, "sitting")
            rested = at + sat + timedelta(minutes=4)
            yield _span(services, played, at + sat, rested, "break")
            at = rested


def _span(
    services: Services, played: PerformedSession, start: datetime, end: datetime, kind: str
) -> BreakSpan:
    return BreakSpan(services.new_id(), start, end, played.zone, kind)
