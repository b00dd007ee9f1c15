"""At which pace a session is played, against the plan.

Only what is counted or goes through positions has a tempo: a hold lasts as long as it was planned,
and so does a rest.
"""

from dataclasses import dataclass, replace
from typing import Final

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.timeline import Phase, PhaseKind, Timeline

PLANNED: Final = 100
"""Percent of the planned tempo: as it was planned."""

TEMPOS: Final = (80, 90, PLANNED, 110, 125)
"""Percent of the planned tempo a person can choose; at 125 a repetition takes four fifths."""


def has_tempo(phase: Phase) -> bool:
    """Tell whether a phase can be played slower and faster."""
    return phase.kind is PhaseKind.WORK and (phase.reps is not None or bool(phase.marks))


def neighbour(percent: int, *, faster: bool) -> int:
    """Return the next tempo in a direction; at the last one it stays."""
    place = TEMPOS.index(percent) + (1 if faster else -1)
    return TEMPOS[min(max(place, 0), len(TEMPOS) - 1)]


@dataclass(frozen=True, slots=True)
class Pace:
    """What a person chooses while a session is played.

    Attributes:
        tempo: percent of the planned one.
        waits: every phase waits for a tap, not only those that were planned so.

    Raises:
        InvalidValueError: there is no such tempo.
    """

    tempo: int = PLANNED
    waits: bool = False

    def __post_init__(self) -> None:
        if self.tempo not in TEMPOS:
            steps = ", ".join(map(str, TEMPOS))
            raise InvalidValueError(
                "tempo", self.tempo, marked("Give one of {steps}."), steps=steps
            )


AS_PLANNED: Final = Pace()


def paced(plan: Timeline, played: Timeline, first: int, pace: Pace) -> Timeline:
    """Return what is played when everything from a phase on has another pace.

    Args:
        plan: the timeline as it was planned.
        played: the timeline as it is played until now; what lies before `first` stays.
        first: index of the phase from which on the pace holds.
        pace: what was chosen.
    """
    phases = played.phases[:first]
    phases += tuple(_at(phase, pace) for phase in plan.phases[first:])
    return played if phases == played.phases else Timeline(plan.routine, phases)


def _at(phase: Phase, pace: Pace) -> Phase:
    longer = PLANNED / pace.tempo if has_tempo(phase) else 1
    if longer == 1 and not pace.waits:
        return phase
    return replace(
        phase,
        seconds=phase.seconds * longer,
        marks=tuple(mark * longer for mark in phase.marks),
        until_tapped=phase.until_tapped or pace.waits,
    )
