"""What became of the work of a session: seconds, repetitions, and the rest after it."""

import math
from dataclasses import dataclass, field, replace

from coreapp.domain.player_events import PhaseLeft, PhaseResult, RestTaken
from coreapp.domain.player_place import Place
from coreapp.domain.timeline import Phase, PhaseKind

HALF_A_MILLISECOND = 0.0005
"""Results are kept to the millisecond; a repetition that is short of less is whole."""


@dataclass(slots=True)
class Tally:
    """Writes down each phase as it is left. A work phase done twice counts with its better run.

    Attributes:
        results: of work phases, by index.
    """

    results: dict[int, PhaseResult] = field(default_factory=dict)
    _worked_until: tuple[int, float] | None = None
    """The last work that was done, not skipped, and when it ended."""

    def leave(self, phase: Phase, place: Place, *, skipped: bool, tapped: bool) -> PhaseLeft:
        """Write down what became of the present phase.

        Work without a second of work in it counts as skipped, however it ended; a tap says that
        all of it was done.

        Args:
            phase: as it is played.
            place: where the session is in it; its anchor is the moment at which it is left.
            skipped: it was gone past, or back from.
            tapped: it waited for a tap, and this is it.
        """
        reps = phase.reps if tapped else _whole_reps(phase, place.worked)
        worked = round(place.worked + place.kept_up, 3)
        skipped = skipped or not (worked or tapped)
        if phase.kind is PhaseKind.WORK:
            self._worked_until = None if skipped else (place.index, place.anchor)
        return self._record(place.index, phase, PhaseResult(worked, reps, skipped))

    def pass_over(self, index: int, phase: Phase) -> PhaseLeft:
        """Write down that a phase was jumped over without ever being entered."""
        return self._record(index, phase, PhaseResult(0, _whole_reps(phase, 0), skipped=True))

    def enter(self, index: int, phase: Phase, now: float) -> list[RestTaken]:
        """Tell how long the set before has rested, if this phase is work."""
        if phase.kind is not PhaseKind.WORK or self._worked_until is None:
            return []
        (worked, ended), self._worked_until = self._worked_until, None
        return [] if worked == index else [RestTaken(worked, round(now - ended, 3))]

    def _record(self, index: int, phase: Phase, result: PhaseResult) -> PhaseLeft:
        if phase.kind is not PhaseKind.WORK:
            return PhaseLeft(index, None)
        before = self.results.get(index, result)
        better = max(before, result, key=lambda run: (run.actual_reps or 0, run.actual_seconds))
        self.results[index] = replace(better, skipped=before.skipped and result.skipped)
        return PhaseLeft(index, self.results[index])


def _whole_reps(phase: Phase, worked: float) -> int | None:
    """Return the whole repetitions that fit into `worked` seconds of a phase."""
    worked += HALF_A_MILLISECOND
    if phase.reps is None or worked >= phase.seconds:
        return phase.reps
    return math.floor(phase.reps * worked / phase.seconds)
