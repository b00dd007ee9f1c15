"""One thing that is sensed: what may tell it here, what does, and what it said last.

Everything here runs on the thread of the senses. What fails is tried again later and later, and
the log has one line for each change.
"""

import logging
import math
from collections.abc import Callable, Sequence
from typing import Final, Generic, Protocol, TypeVar

from coreapp.desktop.senses.probe import (
    HoldProbe,
    IdleProbe,
    ProbeUnavailableError,
    SleepProbe,
)
from coreapp.services.desk_senses import Capability, Health

logger = logging.getLogger(__name__)

ABSENT_PAUSES: Final = (60.0, 240.0, 900.0, 3600.0)
"""After so many seconds each it is looked again for what is not here; then always the last.

At log-in some services start after us; later hardly anything comes that was not there.
"""

SILENT_PAUSES: Final = (2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 300.0, 900.0)
"""After so many seconds each it is asked again what has worked and does not answer now."""

GIVEN_UP_AFTER: Final = 3
"""So often in a row a probe may be silent; then another one may know better."""

ASKED_AT_MOST_EVERY: Final = 5.0
"""What has to be asked is not asked more often, in seconds."""


class _Probe(Protocol):
    """What all probes have."""

    @property
    def name(self) -> str: ...

    def close(self) -> None: ...


P = TypeVar("P", bound=_Probe)


class Sense(Generic[P]):
    """A capability, its candidates, and the probe that works.

    Attributes:
        says: what it said last, for what is either so or not; None if that is not known.
    """

    def __init__(self, capability: Capability, makers: Sequence[Callable[[], P]]) -> None:
        self.capability = capability
        self.says: bool | None = None
        self._makers = makers
        self._probe: P | None = None
        self._health = Health.ABSENT
        self._method = ""
        self._failures = 0
        self._asked_at = -math.inf
        self._next_try = -math.inf

    @property
    def probe(self) -> P | None:
        """What tells it; None if nothing does."""
        return self._probe

    @property
    def health(self) -> Health:
        """How well it works."""
        return self._health

    @property
    def method(self) -> str:
        """What is asked, or was, in the system's own words."""
        return self._method

    @property
    def has_to_be_asked(self) -> bool:
        """Whether it works and does not tell by itself."""
        return self._health is Health.WORKS and self._is_asked()

    def next_try(self) -> float:
        """Return when to try again what does not work; infinity if it works."""
        return math.inf if self._health is Health.WORKS or not self._makers else self._next_try

    def retry(self, now: float) -> None:
        """Try again what does not work, if it is time to.

        Args:
            now: seconds of the boot clock.
        """
        if now < self.next_try():
            return
        if self._probe is None:
            self._find(now)
        if self._probe is not None:
            self._look(self._probe, now)

    def look(self, now: float, *, is_told: bool = False) -> None:
        """Ask what has to be asked, or what is told to have changed.

        Args:
            now: seconds of the boot clock.
            is_told: the probe says that it knows something new.
        """
        if self._probe is None or self._health is not Health.WORKS:
            return
        if is_told or (self._is_asked() and now - self._asked_at >= ASKED_AT_MOST_EVERY):
            self._look(self._probe, now)

    def close(self) -> None:
        """Let go of the probe."""
        probe, self._probe = self._probe, None
        if probe is not None:
            try:
                probe.close()
            except Exception:
                logger.exception("%s: closing failed", self.capability)

    def _is_asked(self) -> bool:
        """Tell whether the probe has to be asked."""
        raise NotImplementedError

    def _watch(self, probe: P) -> None:
        """Let the probe tell."""
        raise NotImplementedError

    def _ask(self, probe: P) -> bool:
        """Find out what is so; tell whether that is known."""
        raise NotImplementedError

    def _find(self, now: float) -> None:
        """Take the first probe that works here."""
        reasons = []
        for make in self._makers:
            try:
                self._probe = make()
                self._method = self._probe.name
                self._watch(self._probe)
            except ProbeUnavailableError as error:
                reasons.append(str(error))
            except Exception as error:
                logger.exception("%s: a probe failed", self.capability)
                reasons.append(repr(error))
            else:
                return
            self.close()
        if self._failures == 0:
            logger.info("%s: nothing tells it (%s)", self.capability, "; ".join(reasons))
        pauses = ABSENT_PAUSES if self._health is Health.ABSENT else SILENT_PAUSES
        self._next_try = now + pauses[min(self._failures, len(pauses) - 1)]
        self._failures += 1

    def _look(self, probe: P, now: float) -> None:
        self._asked_at = now
        try:
            is_known = self._ask(probe)
        except Exception:
            logger.exception("%s: %s failed", self.capability, self._method)
            is_known = False
        if is_known:
            self._note(Health.WORKS)
            self._failures = 0
            return
        self.says = None
        self._note(Health.SILENT)
        self._next_try = now + SILENT_PAUSES[min(self._failures, len(SILENT_PAUSES) - 1)]
        self._failures += 1
        if self._failures % GIVEN_UP_AFTER == 0:
            self.close()

    def _note(self, health: Health) -> None:
        if health is not self._health:
            says = "tells it" if health is Health.WORKS else "does not answer"
            logger.info("%s: %s %s", self.capability, self._method, says)
        self._health = health


class HoldSense(Sense[HoldProbe]):
    """Whether something is so, such as a camera in use, or a lock."""

    def __init__(
        self,
        capability: Capability,
        makers: Sequence[Callable[[], HoldProbe]],
        changed: "Callable[[HoldSense], None]",
    ) -> None:
        """Do nothing yet.

        Args:
            capability: what it is about.
            makers: what may tell it.
            changed: gets this sense, on any thread, when there may be something new.
        """
        super().__init__(capability, makers)
        self._changed = changed

    def _is_asked(self) -> bool:
        return self._probe is not None and not self._probe.tells

    def _watch(self, probe: HoldProbe) -> None:
        probe.watch(lambda: self._changed(self))

    def _ask(self, probe: HoldProbe) -> bool:
        self.says = probe.look()
        return self.says is not None


class HandsSense(Sense[IdleProbe]):
    """How long hands have rested."""

    def __init__(
        self, makers: Sequence[Callable[[], IdleProbe]], moved: Callable[[], None]
    ) -> None:
        """Do nothing yet.

        Args:
            makers: what may tell it.
            moved: called, on any thread, with the first input after a rest.
        """
        super().__init__(Capability.HANDS, makers)
        self._moved = moved

    def _is_asked(self) -> bool:
        return self._probe is not None and self._probe.asks

    def look(self, now: float, *, is_told: bool = False) -> None:
        """Ask in any case: that one answers no more is told by none, also not by one that tells.

        Args:
            now: seconds of the boot clock.
            is_told: the probe says that it knows something new.
        """
        super().look(now, is_told=True)

    def _watch(self, probe: IdleProbe) -> None:
        probe.watch(self._moved)

    def _ask(self, probe: IdleProbe) -> bool:
        probe.ask()
        return probe.idle_seconds() is not None


class SleepSense(Sense[SleepProbe]):
    """Whether the machine has slept."""

    def __init__(
        self, makers: Sequence[Callable[[], SleepProbe]], woke: Callable[[], None]
    ) -> None:
        """Do nothing yet.

        Args:
            makers: what may tell it.
            woke: called, on any thread, when it has.
        """
        super().__init__(Capability.SLEEP, makers)
        self._woke = woke

    def _is_asked(self) -> bool:
        return False

    def _watch(self, probe: SleepProbe) -> None:
        probe.watch(self._woke)

    def _ask(self, probe: SleepProbe) -> bool:
        return True
