"""What was done in a session, in four figures."""

from collections.abc import Iterable
from dataclasses import dataclass

from coreapp.domain.player_events import PhaseResult
from coreapp.domain.timeline import PhaseKind, Timeline
from coreapp.domain.training_log import Outcome, PerformedSet


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


def summary_of(
    outcome: Outcome, timeline: Timeline, results: Iterable[PhaseResult | PerformedSet]
) -> Summary:
    """Return the figures of a session from what became of its work phases."""
    known = tuple(results)
    planned = sum(phase.kind is PhaseKind.WORK for phase in timeline.phases)
    skipped = sum(each.skipped for each in known)
    seconds = sum(each.actual_seconds for each in known)
    return Summary(outcome, seconds, planned, len(known) - skipped, skipped)
