"""A player, somebody who calls it, and short words for what it tells."""

import pytest

from coreapp.domain.cues import CueKind
from coreapp.domain.exercise import Side
from coreapp.domain.player import Player, PlayerOptions
from coreapp.domain.player_events import (
    CueDue,
    PhaseLeft,
    PhaseResult,
    PhaseStarted,
    PlayerEvent,
    RestTaken,
)
from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from tests.fakes.clock import FakeClock

READY, RUNNING, LEAD_IN, PAUSED, FINISHED = PlayerState

PLAN = Timeline(
    "evening",
    (
        Phase(PhaseKind.GET_READY, 10, "side-plank", Side.LEFT),
        Phase(PhaseKind.WORK, 40, "side-plank", Side.LEFT),
        Phase(PhaseKind.SWITCH_SIDES, 5, "side-plank", Side.RIGHT),
        Phase(PhaseKind.WORK, 40, "side-plank", Side.RIGHT),
        Phase(PhaseKind.REST, 30, "bridge"),
        Phase(PhaseKind.WORK, 40, "bridge", reps=8),
    ),
)
"""165 s; the phases begin at 0, 10, 50, 55, 95 and 125."""

PATIENT = Timeline(
    "patient",
    (
        Phase(PhaseKind.WORK, 40, "plank"),
        Phase(PhaseKind.WORK, 40, "bridge", reps=8, until_tapped=True),
        Phase(PhaseKind.WORK, 40, "plank"),
    ),
)
WAITING = PATIENT.phases[1]


class Session:
    """A player, and somebody who calls it as it asks to be called."""

    def __init__(
        self,
        timeline: Timeline = PLAN,
        *,
        start_at: int | None = None,
        results: dict[int, PhaseResult] | None = None,
        options: PlayerOptions | None = None,
    ) -> None:
        self.clock = FakeClock()
        self.player = Player(timeline, options or PlayerOptions(), start_at, results or {})
        self.told = self.player.start(self.clock.reading())

    @property
    def view(self) -> PlayerView:
        return self.player.view(self.clock.reading())

    def play(self, seconds: float) -> list[PlayerEvent]:
        """Let time pass, calling at the latest moment each time."""
        now = self.clock.reading().monotonic
        end, told = now + seconds, []
        while (call := self.player.next_call()) is not None and call < end:
            assert call > now, "asked to be called at once, again and again"
            now = self.clock.advance(call - now).monotonic
            told += self.player.advance(self.clock.reading())
        told += self.player.advance(self.clock.advance(end - now))
        self.told += told
        return told

    def play_out(self) -> list[PlayerEvent]:
        return self.play(10_000)

    def do(self, command: str, *arguments: float) -> list[PlayerEvent]:
        told: list[PlayerEvent] = getattr(self.player, command)(self.clock.reading(), *arguments)
        self.told += told
        return told

    def at(self, seconds: float) -> "Session":
        """Play on to this moment of the timeline."""
        self.play(seconds - self.view.session_into)
        assert self.view.session_into == pytest.approx(seconds)
        return self


def cues(told: list[PlayerEvent]) -> list[tuple[int, CueKind]]:
    return [(event.index, event.cue.kind) for event in told if isinstance(event, CueDue)]


def steps_of(told: list[PlayerEvent]) -> list[PlayerEvent]:
    """What was told of the phases and of the session: no cues, no rests."""
    return [event for event in told if not isinstance(event, CueDue | RestTaken)]


def rests(told: list[PlayerEvent]) -> dict[int, float]:
    return {event.index: event.seconds for event in told if isinstance(event, RestTaken)}


def started(told: list[PlayerEvent]) -> list[int]:
    return [event.index for event in told if isinstance(event, PhaseStarted)]


def kept(told: list[PlayerEvent]) -> list[tuple[int, PhaseResult]]:
    return [
        (event.index, event.result)
        for event in told
        if isinstance(event, PhaseLeft) and event.result is not None
    ]


def done(seconds: float, reps: int | None = None) -> PhaseResult:
    return PhaseResult(seconds, reps, skipped=False)


def skipped(seconds: float = 0.0, reps: int | None = None) -> PhaseResult:
    return PhaseResult(seconds, reps, skipped=True)
