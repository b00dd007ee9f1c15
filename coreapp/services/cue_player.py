"""Lets the cues of a session be heard, each with a tone of its own."""

from enum import StrEnum
from typing import Protocol, assert_never

from coreapp.domain.cues import Cue, CueKind
from coreapp.domain.timeline import Phase, PhaseKind


class Tone(StrEnum):
    """Every tone there is; each has a file of that name."""

    GET_READY = "get_ready"
    WORK = "work"
    SWITCH_SIDES = "switch_sides"
    REST = "rest"
    HALFWAY = "halfway"
    COUNTDOWN = "countdown"
    POSITION = "position"
    FINISHED = "finished"


class Tones(Protocol):
    """Whatever makes tones heard."""

    @property
    def name(self) -> str:
        """What plays them, for the self-test page."""

    def play(self, tone: Tone, volume: float) -> None:
        """Let a tone be heard and return at once.

        Args:
            tone: which one.
            volume: 0 to 1, as loud as it is felt to be.
        """


def tone_of(phase: Phase, cue: Cue) -> Tone:
    """Return the tone that announces `cue` of `phase`."""
    match cue.kind:
        case CueKind.START:
            return _start_tone(phase.kind)
        case CueKind.HALFWAY:
            return Tone.HALFWAY
        case CueKind.COUNTDOWN:
            return Tone.COUNTDOWN
        case CueKind.POSITION:
            return Tone.POSITION
        case CueKind.FINISHED:
            return Tone.FINISHED
        case _:
            assert_never(cue.kind)


def _start_tone(kind: PhaseKind) -> Tone:
    match kind:
        case PhaseKind.GET_READY:
            return Tone.GET_READY
        case PhaseKind.WORK:
            return Tone.WORK
        case PhaseKind.SWITCH_SIDES:
            return Tone.SWITCH_SIDES
        case PhaseKind.REST:
            return Tone.REST
        case _:
            assert_never(kind)


class CuePlayer:
    """Gives cues as tones, unless a person wants quiet.

    Attributes:
        muted: no cue is heard; can be changed at any time.
        volume_percent: how loud, 0 to 100.
    """

    def __init__(self, tones: Tones, *, muted: bool = False, volume_percent: int = 60) -> None:
        self._tones = tones
        self.muted = muted
        self.volume_percent = volume_percent

    def give(self, phase: Phase, cue: Cue) -> None:
        """Let a cue of a phase be heard."""
        if not self.muted and self.volume_percent > 0:
            self._tones.play(tone_of(phase, cue), self.volume_percent / 100)
