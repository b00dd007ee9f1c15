"""What was done in a session, in four figures."""

from dataclasses import dataclass

from coreapp.domain.timeline import PhaseKind, Timeline
from coreapp.domain.training_log import Outcome, PerformedSession


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a session.

    Attributes:
        sets: sets that were planned, each side of its own.
        done: those that were not skipped.
        skipped: those that were gone past.
    """

    outcome: Outcome
    work_seconds: float
    sets: int
    done: int
    skipped: int


def summary_of(session: PerformedSession, timeline: Timeline) -> Summary:
    """Return the figures of a session that is over."""
    planned = sum(phase.kind is PhaseKind.WORK for phase in timeline.phases)
    skipped = sum(each.skipped for each in session.sets)
    return Summary(
        session.outcome, session.work_seconds, planned, len(session.sets) - skipped, skipped
    )
