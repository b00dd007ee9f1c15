"""Cues as data: what is announced at which moment of a phase."""

from dataclasses import dataclass
from enum import StrEnum

from coreapp.domain.timeline import Phase, PhaseKind

HALFWAY_FROM_SECONDS = 20
"""Shorter work has no halfway cue: it would come too close to the others."""

COUNTDOWN_FROM_SECONDS = 5
"""Shorter phases are not counted out."""

COUNTDOWN = (3, 2, 1)
"""The seconds before the end that are counted."""


class CueKind(StrEnum):
    """What a cue announces."""

    START = "start"
    HALFWAY = "halfway"
    COUNTDOWN = "countdown"
    POSITION = "position"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Cue:
    """One announcement.

    Attributes:
        at: seconds from the start of the phase.
        number: the second counted, or the index of the flow's position; 0 otherwise.
    """

    at: float
    kind: CueKind
    number: int = 0


def cues_of(phase: Phase) -> tuple[Cue, ...]:
    """Return the cues of a phase in the order in which they come due."""
    cues = [Cue(0, CueKind.START)]
    cues += (Cue(mark, CueKind.POSITION, i) for i, mark in enumerate(phase.marks) if i)
    if not phase.until_tapped:
        cues += _cues_by_the_clock(phase)
    return tuple(sorted(cues, key=lambda cue: cue.at))


def _cues_by_the_clock(phase: Phase) -> list[Cue]:
    """Return the cues that make sense only where the length is certain."""
    cues = []
    if phase.kind is PhaseKind.WORK and not phase.marks and phase.seconds >= HALFWAY_FROM_SECONDS:
        cues.append(Cue(phase.seconds / 2, CueKind.HALFWAY))
    if phase.seconds >= COUNTDOWN_FROM_SECONDS:
        cues += (Cue(phase.seconds - left, CueKind.COUNTDOWN, left) for left in COUNTDOWN)
    return cues
