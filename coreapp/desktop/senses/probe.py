"""What every probe of the desktop is like, and how the first one that works here is found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from coreapp.services.desk_senses import Capability

REST_SECONDS: Final = 10.0
"""After hands have rested for so long, the next input is told by those that tell.

Shorter than any rest that may count as an absence.
"""


class ProbeUnavailableError(Exception):
    """This probe does not work on this desktop; the text says why, for the log."""


class HoldProbe(Protocol):
    """Tells whether something is so that holds breaks back, such as a camera in use, or a lock.

    All calls come on the thread of the senses, and each returns within its own time limit.
    """

    @property
    def name(self) -> str:
        """What is asked, in the system's own words: shown on the self-test page."""

    @property
    def capability(self) -> Capability:
        """What it is about."""

    @property
    def tells(self) -> bool:
        """Whether changes are told to the one that watches; else it has to be asked."""

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed`, from any thread, whenever `look` may have another answer."""

    def look(self) -> bool | None:
        """Return whether it is so now; None if that cannot be known now."""

    def close(self) -> None:
        """Let go of everything."""


class IdleProbe(Protocol):
    """Tells how long hands have rested. Made, watched and asked on the thread of the senses."""

    @property
    def name(self) -> str:
        """What is asked, in the system's own words: shown on the self-test page."""

    @property
    def tells(self) -> bool:
        """Whether the first input after a rest is told to the one that watches."""

    @property
    def asks(self) -> bool:
        """Whether `ask` has to come before `idle_seconds`, which then says what was found."""

    def watch(self, moved: Callable[[], None]) -> None:
        """Call `moved`, from any thread, with the first input after a rest."""

    def ask(self) -> None:
        """Find out anew, within the probe's own time limit."""

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input, on any thread; None if that cannot be known now."""

    def close(self) -> None:
        """Let go of everything."""


class AnswersAtOnce:
    """The ways of an idle probe whose system call answers at once, and that tells nothing."""

    tells = False
    asks = False

    def watch(self, moved: Callable[[], None]) -> None:
        """Nothing is told."""

    def ask(self) -> None:
        """Nothing has to be found out beforehand."""


class SleepProbe(Protocol):
    """Tells that the machine slept."""

    @property
    def name(self) -> str:
        """What tells it, in the system's own words."""

    def watch(self, woke: Callable[[], None]) -> None:
        """Call `woke`, from any thread, whenever the machine is awake again."""

    def close(self) -> None:
        """Let go of everything."""


IdleProbeMaker = Callable[[], IdleProbe]
HoldProbeMaker = Callable[[], HoldProbe]
SleepProbeMaker = Callable[[], SleepProbe]
"""Each makes a probe, or raises ProbeUnavailableError."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A probe that may work here."""

    capability: Capability
    make: HoldProbeMaker


@dataclass(frozen=True, slots=True)
class DeskProbes:
    """Everything that may be sensed here; of each the first that works is used.

    Attributes:
        hands: tell how long hands have rested.
        locks: tell whether the screen is locked; these are used together, all that work.
        sleep: tell that the machine slept.
        holds: tell what holds breaks back.
    """

    hands: Sequence[IdleProbeMaker] = ()
    locks: Sequence[HoldProbeMaker] = ()
    sleep: Sequence[SleepProbeMaker] = ()
    holds: Sequence[Candidate] = ()
