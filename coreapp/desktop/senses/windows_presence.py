"""Hands, lock and sleep on Windows. Not yet tried on the real system."""

import logging
import threading
from collections.abc import Callable
from typing import Final, Protocol

from coreapp.desktop.senses.probe import AnswersAtOnce, ProbeUnavailableError
from coreapp.desktop.senses.windows_calls import WindowsCalls
from coreapp.desktop.senses.windows_window import SessionWindow
from coreapp.services.desk_senses import Capability

logger = logging.getLogger(__name__)

_WRAP: Final = 1 << 32
"""Windows tells the moment of the last input in 32 bits of milliseconds: 49.7 days."""

_AHEAD_MS: Final = 60_000
"""An input may be stamped a little later than the clock says; so much before a wrap is just now."""

LOCKED: Final = 0
UNLOCKED: Final = 1
"""What Windows says of a session, from Windows 8 on; 7 had it the other way round."""

WOKE: Final = 0x12
"""PBT_APMRESUMEAUTOMATIC: comes with every waking, also where nobody has pressed a key."""

CLOSE_SECONDS: Final = 2.0


class PresenceCalls(Protocol):
    """What of Windows is asked here."""

    def ticks(self) -> int:
        """Return milliseconds since the start of the system."""

    def last_input_ticks(self) -> int | None:
        """Return the lower 32 bits of the ticks at the last input; None if that is not told."""

    def session_flags(self) -> int | None:
        """Return LOCKED or UNLOCKED, or something else; None for no answer."""

    def tell_of_power(self, happened: Callable[[int], None]) -> Callable[[], None]:
        """Call `happened` with each change; return what ends that, or raise OSError."""


class Window(Protocol):
    """What the session’s messages go to."""

    def run(self) -> None:
        """Take messages until `close`."""

    def close(self) -> None:
        """Let `run` return; from any thread."""


def windows_calls() -> WindowsCalls:
    """Return Windows' functions.

    Raises:
        ProbeUnavailableError: this is no Windows.
    """
    try:
        return WindowsCalls()
    except (OSError, AttributeError) as error:
        raise ProbeUnavailableError(str(error)) from error


def idle_milliseconds(now: int, last_input: int) -> int:
    """Return how long ago the last input was.

    Args:
        now: milliseconds since the start of the system.
        last_input: the lower 32 bits of the same at the last input.
    """
    passed = (now - last_input) % _WRAP
    return 0 if passed >= _WRAP - _AHEAD_MS else passed


class WindowsIdle(AnswersAtOnce):
    """The last input of this session."""

    name = "GetLastInputInfo"

    def __init__(self, calls: PresenceCalls | None = None) -> None:
        """Ask once.

        Raises:
            ProbeUnavailableError: this is no Windows, or it does not tell.
        """
        self._calls = calls or windows_calls()
        if self.idle_seconds() is None:
            raise ProbeUnavailableError("GetLastInputInfo does not tell")

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input; None if Windows does not tell now."""
        last_input = self._calls.last_input_ticks()
        if last_input is None:
            return None
        return idle_milliseconds(self._calls.ticks(), last_input) / 1000

    def close(self) -> None:
        """Nothing is held."""


class WindowsLock:
    """The lock of this session: asked, and told by messages to a window that nobody sees."""

    capability = Capability.LOCK
    name = "WTSQuerySessionInformation"

    def __init__(
        self,
        calls: PresenceCalls | None = None,
        make_window: Callable[[Callable[[int], None]], Window] = SessionWindow,
    ) -> None:
        """Ask once.

        Raises:
            ProbeUnavailableError: this is no Windows, or it does not tell.
        """
        self._calls = calls or windows_calls()
        self._make_window = make_window
        self._window: Window | None = None
        self._thread: threading.Thread | None = None
        self._is_made = threading.Event()
        if self.look() is None:
            raise ProbeUnavailableError("WTSQuerySessionInformation does not tell")

    @property
    def tells(self) -> bool:
        """Whether changes are told; where they cannot be, or no longer, it has to be asked."""
        return self._thread is not None and self._thread.is_alive()

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed`, from a thread of ours, when the session is locked or unlocked."""
        self._thread = threading.Thread(
            target=self._run, args=(changed,), name="session window", daemon=True
        )
        self._thread.start()

    def look(self) -> bool | None:
        """Return whether the session is locked; None if Windows does not tell now."""
        return {LOCKED: True, UNLOCKED: False}.get(self._flags())

    def close(self) -> None:
        """Close the window, and wait for its thread."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._is_made.wait(CLOSE_SECONDS)
        if self._window is not None:
            self._window.close()
        thread.join(CLOSE_SECONDS)

    def _flags(self) -> int:
        flags = self._calls.session_flags()
        return -1 if flags is None else flags

    def _run(self, changed: Callable[[], None]) -> None:
        try:
            self._window = self._make_window(lambda _what: changed())
        except (OSError, AttributeError) as error:
            logger.info("locking is not told: %s", error)
            return
        finally:
            self._is_made.set()
        self._window.run()


class WindowsSleep:
    """Waking, as Windows tells it to programs without a window, from Windows 8 on."""

    name = "PowerRegisterSuspendResumeNotification"

    def __init__(self, calls: PresenceCalls | None = None) -> None:
        """Get ready.

        Raises:
            ProbeUnavailableError: this is no Windows.
        """
        self._calls = calls or windows_calls()
        self._end: Callable[[], None] | None = None

    def watch(self, woke: Callable[[], None]) -> None:
        """Call `woke`, from a thread of Windows', whenever the machine is awake again."""

        def happened(kind: int) -> None:
            if kind == WOKE:
                woke()

        try:
            self._end = self._calls.tell_of_power(happened)
        except (OSError, AttributeError) as error:
            logger.info("waking is not told: %s", error)

    def close(self) -> None:
        """Hear nothing more."""
        end, self._end = self._end, None
        if end is not None:
            end()
