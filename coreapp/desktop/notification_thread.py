"""The thread that speaks to the notification server, which may be away, hang, restart, or lie.

Everything happens here in order, what the windows ask for and what the bus tells alike: so an
answer that comes before the server has said the number of its notification is not lost, and nothing
needs a lock. The thread is started with the first notification and sleeps between two.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Final, Protocol

from coreapp.desktop import notification_wire as wire
from coreapp.desktop.bus_connection import BusError, Service
from coreapp.desktop.paths import icon_address
from coreapp.services.notifying import Failed, Notice, NoticeEvent

logger = logging.getLogger(__name__)

STOP_SECONDS: Final = 0.5
"""So long the end of the program waits for the server to take away what is still shown."""

Body = tuple[object, ...]


class Bus(Protocol):
    """What is used of `BusWatch`."""

    def call(
        self, service: Service, member: str, signature: str = "", arguments: Body = ()
    ) -> Body:
        """Call a service and return its answer."""

    def listen(
        self,
        interface: str,
        member: str,
        heard: Callable[[Body], None],
        *,
        path: str = "",
        sender: str = "",
    ) -> None:
        """Hear a signal from now on."""

    def follow(self, name: str, changed: Callable[[bool], None]) -> None:
        """Tell if a service is there, and whenever it comes, goes, or is another one."""

    def close(self) -> None:
        """Disconnect."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A notification on the screen.

    Attributes:
        number: what the server calls it.
        token: what the windows call it.
        changes: how often the server had been another one before.
    """

    number: int
    token: int
    notice: Notice
    changes: int


class NotificationThread:
    """Shows notifications one after the other, and tells what becomes of each."""

    def __init__(
        self, connect: Callable[[], Bus], told: Callable[[int, NoticeEvent], None]
    ) -> None:
        """Do nothing yet.

        Args:
            connect: opens the bus; called on the thread, at most once as long as it works.
            told: called on the thread with the token of a notification and what became of it.
        """
        self._connect = connect
        self._told = told
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._bus: Bus | None = None
        self._shown: dict[str, _Shown] = {}
        self._changes = 0
        self._asked_at = 0
        self.capabilities: frozenset[str] | None = None
        """What the server can do, as it says; None if nobody has answered yet."""
        self.has_failed = False
        """Nobody answered the last time; read from any thread, as the other one."""

    def look(self) -> None:
        """Ask what the server can do."""
        self._do(self._look)

    def show(self, token: int, notice: Notice) -> None:
        """Show a notification, in place of the one of the same name."""
        self._do(partial(self._show, token, notice))

    def withdraw(self, name: str) -> None:
        """Take a notification away."""
        if self._thread is not None:
            self._do(partial(self._withdraw, name))

    def stop(self) -> None:
        """Take all away and end; waits for a moment, as afterwards there may be no process."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._jobs.put(None)
            thread.join(STOP_SECONDS)

    def _do(self, job: Callable[[], None]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="notifications", daemon=True)
            self._thread.start()
        self._jobs.put(job)

    # What follows runs on the thread.

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception:  # it must not leave the next notification without a thread
                logger.exception("a mistake with a notification")
        for name in list(self._shown):
            self._withdraw(name)
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()

    def _look(self) -> None:
        try:
            self._ask_capabilities(self._reach())
        except BusError as error:
            self._note_failure(error)

    def _show(self, token: int, notice: Notice) -> None:
        before = self._shown.pop(notice.name, None)
        replaces = before.number if before is not None and self._is_there(before) else 0
        try:
            bus = self._reach()
            capabilities = self._ask_capabilities(bus)
            changes = self._changes
            words = wire.arguments(notice, capabilities, replaces, icon_address())
            number = wire.read_number(bus.call(wire.SERVER, "Notify", wire.NOTIFY, words))
        except (BusError, UnicodeError) as error:  # some texts cannot be sent over a bus
            self._note_failure(error)
            self._told(token, Failed(str(error)))
            if replaces:
                self._take_away(replaces)  # its buttons would do nothing any more
            return
        self._shown[notice.name] = _Shown(number, token, notice, changes)
        if replaces not in {0, number}:
            self._take_away(replaces)  # there must not be two of them, whatever the server thinks

    def _withdraw(self, name: str) -> None:
        shown = self._shown.pop(name, None)
        if shown is not None and self._is_there(shown):
            self._take_away(shown.number)

    def _reach(self) -> Bus:
        """Return the bus, connected to with the first call.

        Raises:
            BusError: it cannot be reached.
        """
        if self._bus is None:
            self._bus = self._connect()
            self._bus.listen(wire.NAME, "ActionInvoked", self._note_action, sender=wire.NAME)
            self._bus.listen(wire.NAME, "NotificationClosed", self._note_closing, sender=wire.NAME)
            self._bus.follow(wire.NAME, self._note_server)
        return self._bus

    def _ask_capabilities(self, bus: Bus) -> frozenset[str]:
        """Return what the server can do; asked once, and again when it is another one.

        Raises:
            BusError: nobody answers.
        """
        known = self.capabilities
        if known is None:
            known = wire.read_capabilities(bus.call(wire.SERVER, "GetCapabilities"))
            # Who was there at first is told by the bus before this answer, and is no change.
            self._asked_at = self._changes
            self.capabilities = known
        self.has_failed = False
        return known

    def _take_away(self, number: int) -> None:
        if self._bus is not None:
            with suppress(BusError):  # it may be gone by itself
                self._bus.call(wire.SERVER, "CloseNotification", "u", (number,))

    def _note_failure(self, error: BusError | UnicodeError) -> None:
        logger.info("no notification: %s", error)
        self.has_failed = True
        self.capabilities = None

    def _is_there(self, shown: _Shown) -> bool:
        """Tell whether the server that shows it is still the same; else the number is another's."""
        return shown.changes == self._changes

    def _answer(self, body: Body) -> None:
        match body:
            case (int(number), str(key)):
                shown = self._find(number)
                event = wire.event_of_action(shown.notice, key) if shown is not None else None
                if shown is None or event is None:
                    return
                del self._shown[shown.notice.name]
                self._told(shown.token, event)
                self._take_away(number)  # most servers have done so, not all
            case _:
                logger.info("an answer that cannot be read: %r", body)

    def _close(self, body: Body) -> None:
        match body:
            case (int(number), int(reason)):
                shown = self._find(number)
                if shown is not None:
                    del self._shown[shown.notice.name]
                    self._told(shown.token, wire.event_of_closing(reason))
            case _:
                logger.info("a closing that cannot be read: %r", body)

    def _find(self, number: int) -> _Shown | None:
        found = (each for each in self._shown.values() if each.number == number)
        return next((each for each in found if self._is_there(each)), None)

    def _lose_server(self) -> None:
        """The server has gone, or is another one: what the old one showed is gone with it."""
        if self._asked_at != self._changes:
            self.capabilities = None
        for name, shown in list(self._shown.items()):
            if not self._is_there(shown):
                del self._shown[name]
                self._told(shown.token, Failed("the notification server has gone"))

    # And this on the thread of the bus.

    def _note_action(self, body: Body) -> None:
        self._jobs.put(partial(self._answer, body))

    def _note_closing(self, body: Body) -> None:
        self._jobs.put(partial(self._close, body))

    def _note_server(self, _is_there: bool) -> None:  # noqa: FBT001  the watch's own face
        self._changes += 1
        self._jobs.put(self._lose_server)
