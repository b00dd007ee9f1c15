"""What the desktop shows of a session and may ask of it: media keys, headphones, lock screen.

Desktops know players of music; a session is shown to them as one piece with a length and a
position, whose title is what is to be done now.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from coreapp.domain.player_view import PlayerState, PlayerView


class MediaStatus(StrEnum):
    """Whether the session runs; the words are those of MPRIS, the standard on Linux."""

    PLAYING = "Playing"
    PAUSED = "Paused"


@dataclass(frozen=True, slots=True)
class NowPlaying:
    """What is shown of a session at one moment. All times are seconds of the session.

    Attributes:
        title: exercise and side, or what comes instead of one.
        artist: the routine.
        position: how far the session is.
        runs_in: so long it stands still yet, since it has just been resumed.
        runs_until: the position at which it stands still and waits for a tap, else the end.
        pace: seconds of the session in one second of the clock.
    """

    title: str
    artist: str
    status: MediaStatus
    position: float
    length: float
    runs_until: float
    runs_in: float = 0.0
    pace: float = 1.0

    def position_after(self, seconds: float) -> float:
        """Return the position when so many seconds of the clock have passed, nothing else told."""
        if self.status is MediaStatus.PAUSED:
            return self.position
        moved = max(0.0, seconds * self.pace - self.runs_in)
        return min(self.position + moved, max(self.runs_until, self.position))


class MediaCommand(StrEnum):
    """What the desktop asks for, in one word."""

    PLAY = "play"
    PAUSE = "pause"
    TOGGLE = "toggle"
    NEXT = "next"
    PREVIOUS = "previous"
    STOP = "stop"
    RAISE = "raise"
    """The window is to be seen."""


@dataclass(frozen=True, slots=True)
class SeekBy:
    """Go so many seconds forward, or back if negative."""

    seconds: float


@dataclass(frozen=True, slots=True)
class SeekTo:
    """Go to this moment of the session."""

    seconds: float


MediaWish = MediaCommand | SeekBy | SeekTo


class MediaSession(Protocol):
    """Where the desktop sees the session. Nothing here waits, and nothing here fails."""

    @property
    def name(self) -> str:
        """What it is shown to, for the self-test page; `none` if nothing."""

    def listen(self, heard: Callable[[MediaWish], None]) -> None:
        """Have `heard` called with what is asked for while a session is shown, until `close`."""

    def show(self, playing: NowPlaying) -> None:
        """Show the session as it is now; with the first call it appears."""

    def close(self) -> None:
        """Let it be gone."""


def now_playing(
    view: PlayerView, *, title: str, artist: str, length: float, pace: float = 1.0
) -> NowPlaying:
    """Return what the desktop is shown of a moment of the session.

    Args:
        view: the moment.
        title: what is to be done now.
        artist: the routine.
        length: seconds of the whole session.
        pace: seconds of the session in one second of the clock.
    """
    moving = view.state in {PlayerState.RUNNING, PlayerState.LEAD_IN}
    until = view.session_into + view.seconds_left if view.phase.until_tapped else length
    return NowPlaying(
        title=title,
        artist=artist,
        status=MediaStatus.PLAYING if moving else MediaStatus.PAUSED,
        position=view.session_into,
        length=length,
        runs_until=until,
        runs_in=view.lead_in_left,
        pace=pace,
    )
