"""Somebody who does what breaks offer: a log with the sets of real routines."""

from datetime import datetime

from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import (
    Outcome,
    PerformedSession,
    PerformedSet,
    PlannedOccurrence,
    SessionKind,
)
from coreapp.services.library import Library
from tests.fakes.work import FakeDatabase


class BreakLog:
    """Writes what was done into a database."""

    def __init__(self, library: Library, database: FakeDatabase) -> None:
        self._library = library
        self._database = database
        self._count = 0

    def do(
        self,
        routine: str,
        at: datetime,
        *,
        kind: SessionKind = SessionKind.BREAK,
        planned: PlannedOccurrence | None = None,
        works: int | None = None,
    ) -> PerformedSession:
        """Do a routine to its end, or only so many of its work phases."""
        timeline = self._library.timeline(routine)
        rows = [
            PerformedSet(
                phase=index,
                exercise=phase.exercise,
                name=phase.exercise,
                side=phase.side,
                set=phase.set,
                planned_seconds=phase.seconds,
                actual_seconds=phase.seconds,
                planned_reps=phase.reps,
                actual_reps=phase.reps,
            )
            for index, phase in enumerate(timeline.phases)
            if phase.kind is PhaseKind.WORK
        ]
        self._count += 1
        done = PerformedSession(
            id=f"done {self._count:03}",
            kind=kind,
            routine=routine,
            title=self._library.routine_name(routine),
            started_at=at,
            ended_at=at,
            zone="Europe/Berlin",
            outcome=Outcome.COMPLETED if works is None else Outcome.ENDED_EARLY,
            planned=planned,
            sets=tuple(rows if works is None else rows[:works]),
        )
        self._database.stored.sessions.add(done)
        return done
