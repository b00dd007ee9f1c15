"""What the desktop lets the program sense: the news of the desk, and how well each sense works.

What can tell by itself does; what has to be asked is asked at the latest moment that can still be
right. Everything may be unknown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from coreapp.domain.sitting.facts import HoldReason


class Capability(StrEnum):
    """What can be sensed."""

    HANDS = "hands"
    LOCK = "lock"
    SLEEP = "sleep"
    DO_NOT_DISTURB = "do_not_disturb"
    FULLSCREEN = "fullscreen"
    VIDEO = "video"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    CALL = "call"


class Health(StrEnum):
    """How well a sense works."""

    WORKS = "works"
    SILENT = "silent"
    """It has worked, and does not answer now."""
    ABSENT = "absent"
    """Nothing here could tell, since the program started."""


@dataclass(frozen=True, slots=True)
class SenseReport:
    """One sense, for the self-test page.

    Attributes:
        method: what is asked, in the system's own words; empty if there is nothing.
        says: what it said last, for what is either so or not; None if that is not known.
    """

    capability: Capability
    health: Health
    method: str = ""
    says: bool | None = None


@dataclass(frozen=True, slots=True)
class HandsMoved:
    """Input began, as far as the desktop tells by itself."""


@dataclass(frozen=True, slots=True)
class HandsRested:
    """There has been no input for `seconds`: told when hands can be seen again that could not."""

    seconds: float


@dataclass(frozen=True, slots=True)
class ScreenLocked:
    """The screen was locked or unlocked."""

    locked: bool


@dataclass(frozen=True, slots=True)
class HoldsSensed:
    """All reasons to hold breaks back that are sensed now; the ones not named are over."""

    reasons: frozenset[HoldReason]


@dataclass(frozen=True, slots=True)
class Woke:
    """The machine slept, and is awake again."""


DeskNews = HandsMoved | HandsRested | ScreenLocked | HoldsSensed | Woke
"""What the desktop tells; each comes on the thread of the windows."""


class DeskSenses(Protocol):
    """Everything that is sensed of the desk."""

    def start(self, listener: Callable[[DeskNews], None]) -> None:
        """Begin, and hand all news to `listener` from now on.

        As soon as is known what can be sensed here, `HoldsSensed` and `ScreenLocked` are told, in
        this order, even if nothing is held or locked, or nothing can tell. Until then all is open.
        """

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input; None if it cannot be told now."""

    @property
    def tells_hands(self) -> bool:
        """Whether the first input after a rest arrives as news: who is away is not asked then."""

    @property
    def asks(self) -> bool:
        """Whether something does not tell by itself, so that it takes `look` to know it."""

    def look(self) -> None:
        """Ask now what does not tell by itself; what is different arrives as news soon."""

    def reports(self) -> Sequence[SenseReport]:
        """Return how well each sense works, in the order of `Capability`; waits for nothing."""

    def close(self) -> None:
        """Let go of everything."""
