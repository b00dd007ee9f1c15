"""Reasons to hold breaks back on Windows. Not yet tried on the real system.

Who keeps the screen from going blank is told to administrators only (`powercfg /requests`), so a
film is noticed there when it is full screen.
"""

import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Protocol

from coreapp.desktop.senses.probe import Candidate, ProbeUnavailableError
from coreapp.desktop.senses.windows_consent import ConsentStore, Use, lasting
from coreapp.desktop.senses.windows_presence import windows_calls
from coreapp.services.desk_senses import Capability

logger = logging.getLogger(__name__)

BUSY: Final = 2
FULL_SCREEN_GRAPHICS: Final = 3
PRESENTATION: Final = 4
QUIET_TIME: Final = 6
"""Of QUERY_USER_NOTIFICATION_STATE: a full-screen program, one with Direct3D, the mode for
presentations, and the quiet hour after Windows was set up."""

CLOSE_SECONDS: Final = 2.0


class HoldCalls(Protocol):
    """What of Windows is asked here."""

    def notification_state(self) -> int | None:
        """Return the QUERY_USER_NOTIFICATION_STATE; None if it is not told."""

    def quiet_profile(self) -> int | None:
        """Return 0 if the person may be disturbed; None if it is not told."""

    def foreground_process(self) -> int:
        """Return the number of the process whose window is worked in."""


class Store(Protocol):
    """What Windows has written down of one thing."""

    def uses(self) -> Sequence[Use]:
        """Return what is written down of all programs; raise OSError if it cannot be read."""

    def started_at(self) -> int:
        """Return when the system started, in the unit of the uses."""

    def wait(self) -> bool:
        """Wait until something was written; tell whether it was, and not `stop_waiting`."""

    def stop_waiting(self) -> None:
        """Let `wait` return, now and from now on; from any thread."""

    def close(self) -> None:
        """Close it, when nobody waits any more."""


class WindowsDoNotDisturb:
    """Do not disturb, which Windows 10 calls focus assist."""

    capability = Capability.DO_NOT_DISTURB
    tells = False
    name = "SHQueryUserNotificationState, WNF quiet hours"

    def __init__(self, calls: HoldCalls | None = None) -> None:
        """Ask once.

        Raises:
            ProbeUnavailableError: this is no Windows, or it tells neither.
        """
        self._calls = calls or windows_calls()
        if self.look() is None:
            raise ProbeUnavailableError("Windows does not tell of do not disturb")

    def watch(self, changed: Callable[[], None]) -> None:
        """Nothing is told."""

    def look(self) -> bool | None:
        """Return whether it is on; None if Windows does not tell now."""
        profile, state = self._calls.quiet_profile(), self._calls.notification_state()
        if profile is None and state is None:
            return None
        return bool(profile) or state == QUIET_TIME

    def close(self) -> None:
        """Nothing is held."""


class WindowsFullScreen:
    """A full-screen program of somebody else, or a presentation."""

    capability = Capability.FULLSCREEN
    tells = False
    name = "SHQueryUserNotificationState"

    def __init__(self, calls: HoldCalls | None = None, own_process: int | None = None) -> None:
        """Ask once.

        Raises:
            ProbeUnavailableError: this is no Windows, or it does not tell.
        """
        self._calls = calls or windows_calls()
        self._own_process = os.getpid() if own_process is None else own_process
        if self.look() is None:
            raise ProbeUnavailableError("SHQueryUserNotificationState does not tell")

    def watch(self, changed: Callable[[], None]) -> None:
        """Nothing is told."""

    def look(self) -> bool | None:
        """Return whether there is one; None if Windows does not tell now."""
        state = self._calls.notification_state()
        if state is None:
            return None
        if state == PRESENTATION:
            return True
        covers = state in {BUSY, FULL_SCREEN_GRAPHICS}
        return covers and self._calls.foreground_process() != self._own_process

    def close(self) -> None:
        """Nothing is held."""


class WindowsUse:
    """A camera or a microphone in use, as Windows writes it down for its privacy settings."""

    def __init__(
        self,
        capability: Capability,
        what: str,
        open_store: Callable[[str], Store] = ConsentStore,
        own_program: str = sys.executable,
    ) -> None:
        """Read once.

        Args:
            capability: what it is about.
            what: Windows’ word for it.
            open_store: opens what is written down of it.
            own_program: the file of this program.

        Raises:
            ProbeUnavailableError: this is no Windows, or one that does not write it down.
        """
        self._capability = capability
        self._what = what
        self._own_program = own_program
        self._thread: threading.Thread | None = None
        try:
            self._store = open_store(what)
        except (OSError, AttributeError) as error:
            raise ProbeUnavailableError(str(error)) from error
        if self.look() is None:
            self._store.close()
            raise ProbeUnavailableError(f"{self.name} cannot be read")

    @property
    def name(self) -> str:
        """What is read."""
        return f"ConsentStore {self._what}"

    @property
    def capability(self) -> Capability:
        """What it is about."""
        return self._capability

    @property
    def tells(self) -> bool:
        """Whether changes are told; where they cannot be, or no longer, it has to be asked."""
        return self._thread is not None and self._thread.is_alive()

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed`, from a thread of ours, when Windows writes something down."""
        self._thread = threading.Thread(
            target=self._wait, args=(changed,), name=self._what, daemon=True
        )
        self._thread.start()

    def look(self) -> bool | None:
        """Return whether somebody uses it; None if it cannot be read now."""
        try:
            uses, started_at = self._store.uses(), self._store.started_at()
        except OSError as error:
            logger.info("%s cannot be read: %s", self.name, error)
            return None
        return bool(lasting(uses, started_at, self._own_program))

    def close(self) -> None:
        """Wait no longer, and close what is written down."""
        thread, self._thread = self._thread, None
        self._store.stop_waiting()
        if thread is not None:
            thread.join(CLOSE_SECONDS)
        self._store.close()

    def _wait(self, changed: Callable[[], None]) -> None:
        while self._store.wait():
            changed()


def windows_hold_candidates() -> tuple[Candidate, ...]:
    """Return the probes, in the order in which they are tried."""
    used = ((Capability.CAMERA, "webcam"), (Capability.MICROPHONE, "microphone"))
    return (
        Candidate(Capability.DO_NOT_DISTURB, WindowsDoNotDisturb),
        Candidate(Capability.FULLSCREEN, WindowsFullScreen),
        *(Candidate(about, partial(WindowsUse, about, what)) for about, what in used),
    )
