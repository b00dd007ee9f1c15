"""A connection to the session bus (D-Bus), with a time limit on everything that waits.

By jeepney, which speaks the protocol in plain Python and comes with wakepy. Qt's own D-Bus does not
do: from Python it sends every whole number that fits as 32 bits, and media players must tell length
and position with 64 (`playerctl` refuses them otherwise).
"""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import Any, Final

ANSWER_SECONDS: Final = 2.0
"""A bus or a service that says nothing for so long is taken for one that hangs."""

_ADDRESS: Final = "DBUS_SESSION_BUS_ADDRESS"
_IS_OWNER: Final = 1
"""What the bus answers to whom it gives a name."""


class BusError(Exception):
    """The bus cannot be reached, does not answer, or refuses what is asked."""


@dataclass(frozen=True, slots=True)
class Service:
    """Whom to call.

    Attributes:
        name: its name on the bus.
        path: the object it has there.
    """

    name: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Call:
    """A method that is called; any program may, with any arguments.

    Attributes:
        interface: empty if the caller left it out.
        message: what arrived, to be answered.
    """

    interface: str
    member: str
    signature: str = ""
    arguments: tuple[object, ...] = ()
    message: object = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class News:
    """A signal that everybody on the bus may hear."""

    interface: str
    member: str
    signature: str
    body: tuple[object, ...]


def bus_address(environment: Mapping[str, str] | None = None) -> str | None:
    """Return where the session bus is, or None; nothing is opened."""
    environment = os.environ if environment is None else environment
    given = environment.get(_ADDRESS)
    if given is not None:
        return given if given.startswith("unix:") else None
    usual = Path(environment.get("XDG_RUNTIME_DIR", "/nowhere")) / "bus"
    return f"unix:path={usual}" if usual.is_socket() else None


class SessionBus:
    """One connection, for one thread; only `wake` may be called from another one."""

    def __init__(self, address: str) -> None:
        """Connect.

        Raises:
            BusError: there is no such bus, or it does not answer.
        """
        import jeepney  # type: ignore[import-untyped]  # noqa: PLC0415  late, and Linux only
        from jeepney.bus import get_bus  # type: ignore[import-untyped]  # noqa: PLC0415
        from jeepney.io.blocking import (  # type: ignore[import-untyped]  # noqa: PLC0415
            prep_socket,
        )

        try:
            self._socket: socket.socket = prep_socket(get_bus(address), timeout=ANSWER_SECONDS)
        except (OSError, ValueError, RuntimeError) as error:
            raise BusError(str(error)) from error
        self._socket.settimeout(ANSWER_SECONDS)
        # Any: the package has no types; its messages are handled in this module only.
        self._jeepney: Any = jeepney
        self._parser = self._jeepney.Parser()
        self._serials = count(1)
        self._woken, self._waker = socket.socketpair()
        for end in (self._woken, self._waker):
            end.setblocking(False)
        self._selector = DefaultSelector()
        self._selector.register(self._socket, EVENT_READ)
        self._selector.register(self._woken, EVENT_READ)
        try:
            self._ask(self._jeepney.message_bus.Hello())
        except BusError:
            self.close()
            raise

    def take_name(self, name: str) -> bool:
        """Become known by a name; tell whether it was free.

        Raises:
            BusError: the bus does not answer.
        """
        flag = self._jeepney.DBusNameFlags.do_not_queue
        (given,) = self._ask(self._jeepney.message_bus.RequestName(name, flag))
        return given == _IS_OWNER

    def call(
        self, service: Service, member: str, signature: str, arguments: tuple[object, ...]
    ) -> tuple[object, ...]:
        """Call a service and return its answer; whatever else arrives meanwhile is lost.

        Raises:
            BusError: there is no answer, or it is a refusal.
        """
        place = self._jeepney.DBusAddress(service.path, service.name, service.interface)
        return self._ask(self._jeepney.new_method_call(place, member, signature or None, arguments))

    def tell(self, path: str, news: News) -> None:
        """Send a signal from an object of ours.

        Raises:
            BusError: the bus is gone.
        """
        place = self._jeepney.DBusAddress(path, interface=news.interface)
        self._send(self._jeepney.new_signal(place, news.member, news.signature, news.body))

    def answer(self, call: Call, signature: str, body: tuple[object, ...]) -> None:
        """Answer a call.

        Raises:
            BusError: the bus is gone.
        """
        self._send_answer(
            call, self._jeepney.new_method_return(call.message, signature or None, body)
        )

    def refuse(self, call: Call, error: str, text: str) -> None:
        """Answer a call with an error.

        Raises:
            BusError: the bus is gone.
        """
        self._send_answer(call, self._jeepney.new_error(call.message, error, "s", (text,)))

    def receive(self) -> Call | None:
        """Wait without end for a call; None if `wake` was called, or something else arrived.

        Raises:
            BusError: the bus is gone.
        """
        message = self._receive(None)
        if message is None:
            return None
        header, known = message.header, self._jeepney.HeaderFields
        if header.message_type is not self._jeepney.MessageType.method_call:
            return None
        return Call(
            interface=header.fields.get(known.interface, ""),
            member=header.fields[known.member],
            signature=header.fields.get(known.signature, ""),
            arguments=tuple(message.body),
            message=message,
        )

    def wake(self) -> None:
        """Let the thread that waits in `receive` go on."""
        with suppress(BlockingIOError):  # so full only if it has been told often enough
            self._waker.send(b"!")

    def close(self) -> None:
        """Disconnect: whatever the bus holds for this connection is gone with it."""
        self._selector.close()
        for end in (self._socket, self._woken, self._waker):
            end.close()

    def _ask(self, message: Any) -> tuple[object, ...]:  # noqa: ANN401  jeepney has no types
        serial, known = self._send(message), self._jeepney.HeaderFields
        while True:
            answer = self._receive(ANSWER_SECONDS)
            if answer is None or answer.header.fields.get(known.reply_serial) != serial:
                continue
            if answer.header.message_type is self._jeepney.MessageType.error:
                raise BusError(f"{answer.header.fields.get(known.error_name)} {answer.body}")
            return tuple(answer.body)

    def _send(self, message: Any) -> int:  # noqa: ANN401  jeepney has no types
        """Send, and return the number of what was sent."""
        serial = next(self._serials)
        try:
            self._socket.sendall(message.serialise(serial=serial))
        except OSError as error:
            raise BusError(str(error)) from error
        return serial

    def _send_answer(self, call: Call, answer: Any) -> None:  # noqa: ANN401  jeepney has no types
        message: Any = call.message
        if not message.header.flags & self._jeepney.MessageFlag.no_reply_expected:
            self._send(answer)

    def _receive(self, seconds: float | None) -> Any | None:  # noqa: ANN401  jeepney has no types
        while (message := self._parser.get_next_message()) is None:
            ready = {key.fileobj for key, _events in self._selector.select(seconds)}
            if not ready:
                raise BusError(f"no answer for {seconds} s")
            if self._socket in ready:
                self._parser.add_data(self._read())
            elif self._woken in ready:
                self._woken.recv(4096)
                return None
        return message

    def _read(self) -> bytes:
        try:
            data = self._socket.recv(4096)
        except OSError as error:
            raise BusError(str(error)) from error
        if not data:
            raise BusError("the bus has closed the connection")
        return data
