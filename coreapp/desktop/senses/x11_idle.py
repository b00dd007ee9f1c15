"""How long hands have rested, on X11: the server knows it, and tells who comes back.

The screen-saver extension is asked, which takes one small round trip. An alarm on the server's
counter `IDLETIME` (the XSync extension) tells the first input after a rest, so who is away is not
asked. All through xcffib, the kept binding to XCB. In a Wayland session XWayland misses native
input, so X11 is never asked there.
"""

import logging
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

from coreapp.desktop.senses.descriptor_watch import DescriptorLostError, DescriptorWatch
from coreapp.desktop.senses.probe import REST_SECONDS, ProbeUnavailableError

logger = logging.getLogger(__name__)

_COUNTER: Final = "IDLETIME"


class X11Idle:
    """The X server's screen-saver extension, and its idle counter."""

    name = "X11 MIT-SCREEN-SAVER"
    asks = False

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        """Connect.

        Raises:
            ProbeUnavailableError: there is no X server here, or it would miss input.
        """
        self._display = environment.get("DISPLAY", "")
        if not sys.platform.startswith("linux") or not self._display:
            raise ProbeUnavailableError("no X display")
        if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
            raise ProbeUnavailableError("a Wayland session: X11 misses native input there")
        try:
            import xcffib  # noqa: PLC0415  only where there is an X server
            from xcffib import screensaver  # noqa: PLC0415

            self._error: type[Exception] = xcffib.XcffibException
            self._connection = _connect(self._display)
            self._extension = self._connection(screensaver.key)
            self._root = self._connection.setup.roots[0].root
        except (ImportError, OSError) as error:
            raise ProbeUnavailableError(str(error)) from error
        except xcffib.XcffibException as error:
            raise ProbeUnavailableError(f"the X server does not answer: {error!r}") from error
        self._alarm: _Alarm | None = None
        if self.idle_seconds() is None:
            self.close()
            raise ProbeUnavailableError("no screen-saver extension")

    @property
    def tells(self) -> bool:
        """Whether the alarm works; not every server has the counter."""
        return self._alarm is not None and self._alarm.is_alive

    def watch(self, moved: Callable[[], None]) -> None:
        """Call `moved`, on a thread of its own, with the first input after a rest."""
        try:
            self._alarm = _Alarm(self._display, moved)
        except (self._error, LookupError, DescriptorLostError) as error:
            logger.info("X11 does not tell who comes back: %r", error)

    def ask(self) -> None:
        """Nothing has to be found out beforehand."""

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input; None if the server does not answer."""
        try:
            answer = self._extension.QueryInfo(self._root).reply()
        except self._error:
            return None
        return float(answer.ms_since_user_input) / 1000

    def close(self) -> None:
        """Disconnect from the X server."""
        if self._alarm is not None:
            self._alarm.close()
        with suppress(self._error):
            self._connection.disconnect()


class _Alarm:
    """Goes off with the first input after a rest; on a connection of its own, for its thread."""

    def __init__(self, display: str, moved: Callable[[], None]) -> None:
        """Set it.

        Raises:
            LookupError: the server has no such counter.
            XcffibException: the server does not answer.
        """
        from xcffib import XcffibException, sync  # noqa: PLC0415  there is an X server

        self._moved = moved
        self._error = XcffibException
        # Any: the package says it is typed, but these calls carry no annotations.
        self._sync: Any = sync
        self._connection = _connect(display)
        try:
            self._extension = self._connection(sync.key)
            self._id = self._connection.generate_id()
            self._create(self._find_counter())
            descriptor = self._connection.get_file_descriptor()
        except (XcffibException, LookupError):
            self._connection.disconnect()
            raise
        self._watch = DescriptorWatch("x11 hands", descriptor, self._read)
        self._watch.start(lambda: None)

    @property
    def is_alive(self) -> bool:
        """Whether it can still go off."""
        return self._watch.is_alive

    def close(self) -> None:
        """Never go off again."""
        self._watch.close()
        with suppress(self._error):
            self._connection.disconnect()

    def _find_counter(self) -> int:
        self._extension.Initialize(3, 1).reply()
        asked = self._extension.ListSystemCounters()
        counters = _counters_in(self._connection.wait_for_reply(asked.sequence))
        if _COUNTER not in counters:
            raise LookupError(f"no counter {_COUNTER}")
        return counters[_COUNTER]

    def _create(self, counter: int) -> None:
        """Have it told each time the counter falls from above a rest to below it."""
        kinds, attributes = self._sync.TESTTYPE, self._sync.CA
        mask = attributes.Counter | attributes.ValueType | attributes.Value
        mask |= attributes.TestType | attributes.Delta | attributes.Events
        rest = self._sync.INT64.synthetic(0, round(REST_SECONDS * 1000))
        nothing = self._sync.INT64.synthetic(0, 0)
        absolute = self._sync.VALUETYPE.Absolute
        values = [counter, absolute, rest, kinds.NegativeTransition, nothing, 1]
        self._extension.CreateAlarm(self._id, mask, values, is_checked=True).check()
        self._connection.flush()

    def _read(self) -> bool:
        """Take what has come; nothing of it has to wait for more.

        Raises:
            DescriptorLostError: the server is gone.
        """
        try:
            while (event := self._connection.poll_for_event()) is not None:
                if isinstance(event, self._sync.AlarmNotifyEvent):
                    self._moved()
        except self._error as error:
            raise DescriptorLostError(repr(error)) from error
        return False


def _counters_in(unpacker: Any) -> dict[str, int]:  # noqa: ANN401  as xcffib hands it over
    """Return the numbers of the counters in an answer, by name.

    xcffib's own reading (1.13) forgets that each counter is filled up to four bytes, and so takes
    the second one wrongly.
    """
    (number,) = unpacker.unpack("=xx2x4xI20x")
    counters: dict[str, int] = {}
    for _each in range(number):
        counter, length = unpacker.unpack("=I8xH")
        (name,) = unpacker.unpack(f"={length}s{-(14 + length) % 4}x")
        counters[name.decode("ascii", "replace")] = counter
    return counters


def _connect(display: str) -> Any:  # noqa: ANN401  see above
    import xcffib  # noqa: PLC0415  there is an X server
    import xcffib.xproto  # noqa: PLC0415  which has to be imported before connecting

    connect: Any = xcffib.connect
    return connect(display)
