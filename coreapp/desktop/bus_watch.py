"""What is heard on a bus (D-Bus) all the time, and asked there from several threads.

One thread and one connection for each bus. The thread sleeps until something arrives, so a bus on
which nothing happens costs no wake-up. A bus that is gone is looked for again, less and less often.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Final, TypeVar

from coreapp.desktop import bus_connection
from coreapp.desktop.bus_connection import BusConnection, BusError, Service
from coreapp.desktop.bus_messages import Heard, Reply
from coreapp.desktop.bus_wishes import (
    DAEMON,
    OWNER_CHANGED,
    Body,
    Ear,
    Question,
    asking_bus,
    owner_rule,
)

logger = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS: Final = 1.0
"""How long a bus that is gone is left alone before it is looked for again; then twice as long."""
LONGEST_PAUSE_SECONDS: Final = 60.0

_News = TypeVar("_News")


class BusWatch:
    """A bus that is listened to, and may be asked."""

    def __init__(self, address: str) -> None:
        """Connect.

        Raises:
            BusError: there is no such bus, or it does not answer.
        """
        self._address = address
        self._bus: BusConnection | None = BusConnection(address)
        self._closing = threading.Event()
        self._lock = threading.Lock()
        """Guards the connection and what follows; nobody waits while having it."""
        self._waiting: SimpleQueue[Question] = SimpleQueue()
        self._ears: list[Ear] = []
        self._owners: dict[str, str] = {}
        self._names: frozenset[object] | None = None
        self._followers: list[tuple[str, Callable[[bool], None]]] = []
        self._thread = threading.Thread(
            target=self._run, args=(self._bus,), name="bus watch", daemon=True
        )
        self._thread.start()

    def call(
        self, service: Service, member: str, signature: str = "", arguments: Body = ()
    ) -> Body:
        """Call a service and return its answer, from any thread but the watch's own.

        Raises:
            BusError: there is no answer within ANSWER_SECONDS, or it is a refusal.
        """
        if threading.current_thread() is self._thread:
            raise RuntimeError("who is told something may not wait for the thread that tells it")
        question = Question(service, member, signature, arguments)
        with self._lock:
            if self._bus is None or self._closing.is_set():
                raise BusError("the bus is gone")
            self._send(question)
        try:
            return question.answer.result(bus_connection.ANSWER_SECONDS)
        except TimeoutError as error:
            question.answer.cancel()
            raise BusError(f"{service.name} does not answer {member}") from error

    def has_name(self, name: str) -> bool:
        """Tell whether a service is on the bus, as far as was known when it was first asked for.

        All names are asked for at once, and kept until `forget_names`: whoever looks for a dozen
        services asks once, from any thread but the watch's own.

        Raises:
            BusError: the bus does not answer.
        """
        if self._names is None:
            (names,) = self.call(DAEMON, "ListNames")
            self._names = frozenset(names if isinstance(names, list) else ())
        return name in self._names

    def forget_names(self) -> None:
        """Ask anew which services are there, when next somebody wants to know."""
        self._names = None

    def listen(
        self,
        interface: str,
        member: str,
        heard: Callable[[Body], None],
        *,
        path: str = "",
        sender: str = "",
    ) -> None:
        """Hear a signal from now on, also after the bus was gone. Waits for nothing.

        What is asked after this knows of all that happened before it was heard.

        Args:
            interface: of the signal.
            member: its name.
            heard: gets what it says, on the watch's own thread, which it must not keep.
            path: of the object that sends it; any, if empty.
            sender: the name of the service that sends it; anybody, if empty.
        """
        ear = Ear(interface, member, heard, path, sender)
        with self._lock:
            self._track(sender)
            self._ears.append(ear)
            self._send(asking_bus("AddMatch", ear.rule))

    def follow(self, name: str, changed: Callable[[bool], None]) -> None:
        """Tell soon if a service is there, and whenever it comes, goes, or is another one.

        Args:
            name: its name on the bus.
            changed: gets whether it is there, on the watch's own thread, which it must not keep.
        """
        with self._lock:
            self._followers.append((name, changed))
            if not self._track(name):
                question = asking_bus("GetNameOwner", name)
                question.answer.add_done_callback(lambda owner: changed(bool(_text(owner))))
                self._send(question)

    def forget(self, listener: Callable[..., None]) -> None:
        """Tell nothing more to one that was given to `listen` or `follow`, however often."""
        with self._lock:
            for ear in [ear for ear in self._ears if ear.heard == listener]:
                self._ears.remove(ear)
                self._send(asking_bus("RemoveMatch", ear.rule))
            self._followers = [each for each in self._followers if each[1] != listener]

    def close(self) -> None:
        """Disconnect; from any thread. Whoever waits for an answer is told that there is none."""
        self._closing.set()
        with self._lock:
            if self._bus is not None:
                self._bus.wake()
        if threading.current_thread() is not self._thread:
            self._thread.join(2 * bus_connection.ANSWER_SECONDS)

    def _send(self, question: Question) -> None:
        """Let the thread send it, if there is a bus; the lock is held."""
        if self._bus is not None:
            self._waiting.put(question)
            self._bus.wake()

    def _track(self, name: str) -> bool:
        """Know who has a name from now on; tell whether that is new. The lock is held."""
        if not name or name == DAEMON.name or name in self._owners:
            return False
        self._owners[name] = ""
        self._ask_owner(name)
        return True

    def _ask_owner(self, name: str) -> None:
        self._send(asking_bus("AddMatch", owner_rule(name)))
        question = asking_bus("GetNameOwner", name)
        question.answer.add_done_callback(lambda owner: self._set_owner(name, _text(owner)))
        self._send(question)

    def _set_owner(self, name: str, owner: str) -> None:
        with self._lock:
            if self._owners.get(name, owner) == owner:
                return
            self._owners[name] = owner
            told = [changed for followed, changed in self._followers if followed == name]
        for changed in told:
            _tell(changed, bool(owner))

    # What follows runs on the thread.

    def _run(self, bus: BusConnection | None) -> None:
        while bus is not None:
            try:
                self._serve(bus)
            except BusError as error:
                logger.info("the bus %s is gone: %s", self._address, error)
            except Exception:  # who listens must not be deaf from now on without knowing it
                logger.exception("what came from the bus %s cannot be read", self._address)
            self._lose(bus)
            bus = self._find_again()

    def _serve(self, bus: BusConnection) -> None:
        asked: dict[int, Future[Body]] = {}
        try:
            while not self._closing.is_set():
                self._send_waiting(bus, asked)
                match bus.take():
                    case Reply() as reply if reply.to in asked:
                        _settle(asked.pop(reply.to), reply)
                    case Heard() as signal:
                        self._pass_on(signal)
                    case _:
                        continue
        finally:
            for answer in asked.values():
                _settle(answer, Reply(0, refusal="the bus is gone"))

    def _send_waiting(self, bus: BusConnection, asked: dict[int, Future[Body]]) -> None:
        for serial in [serial for serial, answer in asked.items() if answer.cancelled()]:
            del asked[serial]
        with suppress(Empty):
            while True:
                question = self._waiting.get_nowait()
                try:
                    serial = bus.post(
                        question.service, question.member, question.signature, question.arguments
                    )
                except BusError as error:
                    _settle(question.answer, Reply(0, refusal=str(error)))
                    raise
                except Exception as error:  # noqa: BLE001  a mistake of who asked, who is told
                    if question.answer.set_running_or_notify_cancel():
                        question.answer.set_exception(error)
                    continue
                asked[serial] = question.answer

    def _pass_on(self, signal: Heard) -> None:
        if (signal.sender, signal.member) == (DAEMON.name, OWNER_CHANGED):
            name, _before, owner = signal.body
            self._set_owner(str(name), str(owner))
        with self._lock:
            wanted = [ear.heard for ear in self._ears if ear.wants(signal, self._owners)]
        for heard in wanted:
            _tell(heard, signal.body)

    def _lose(self, bus: BusConnection) -> None:
        with self._lock:
            self._bus = None
            bus.close()
            names = list(self._owners)
        with suppress(Empty):
            while True:
                _settle(self._waiting.get_nowait().answer, Reply(0, refusal="the bus is gone"))
        if not self._closing.is_set():
            for name in names:
                self._set_owner(name, "")

    def _find_again(self) -> BusConnection | None:
        """Return the bus when it is there again, or None if nobody wants it any more."""
        pause = FIRST_PAUSE_SECONDS
        while not self._closing.wait(pause):
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
            with suppress(BusError):
                bus = BusConnection(self._address)
                logger.info("the bus %s is there again", self._address)
                self._take_up(bus)
                return bus
        return None

    def _take_up(self, bus: BusConnection) -> None:
        with self._lock:
            self._bus = bus
            for name in self._owners:
                self._ask_owner(name)
            for ear in self._ears:
                self._send(asking_bus("AddMatch", ear.rule))


def _settle(answer: Future[Body], reply: Reply) -> None:
    if not answer.set_running_or_notify_cancel():
        return  # nobody waits for it any more
    if reply.refusal:
        answer.set_exception(BusError(reply.refusal))
    else:
        answer.set_result(reply.body)


def _text(answer: Future[Body]) -> str:
    """Return the text that was answered; nothing if there was a refusal."""
    if answer.cancelled() or answer.exception() is not None:
        return ""
    return str(answer.result()[0])


def _tell(listener: Callable[[_News], None], news: _News) -> None:
    """Tell one listener; what goes wrong in it must not leave the others deaf."""
    try:
        listener(news)
    except Exception:
        logger.exception("a listener on the bus failed")
