"""A connection to a bus (D-Bus), with a time limit on everything that waits; for one thread.

What is heard on a bus all the time, and asked from several threads, goes through `bus_watch`.

By jeepney, which speaks the protocol in plain Python and comes with wakepy. Qt's own D-Bus does not
do: from Python it sends every whole number that fits as 32 bits, and media players must tell length
and position with 64 (`playerctl` refuses them otherwise).
"""

import os
import socket
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import Any, Final

from coreapp.desktop.bus_messages import Arrival, Call, Heard, News, Reply

ANSWER_SECONDS: Final = 2.0
"""A bus or a service that says nothing for so long is taken for one that hangs."""

_SESSION: Final = "DBUS_SESSION_BUS_ADDRESS"
_SYSTEM: Final = "DBUS_SYSTEM_BUS_ADDRESS"
_SYSTEM_SOCKETS: Final = (
    Path("/run/dbus/system_bus_socket"),
    Path("/var/run/dbus/system_bus_socket"),
)
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


def bus_address(environment: Mapping[str, str] | None = None) -> str | None:
    """Return where the session bus is, or None; nothing is opened."""
    environment = os.environ if environment is None else environment
    usual = Path(environment.get("XDG_RUNTIME_DIR", "/nowhere")) / "bus"
    return _address(environment.get(_SESSION), (usual,))


def system_bus_address(environment: Mapping[str, str] | None = None) -> str | None:
    """Return where the system's bus is, or None; nothing is opened."""
    environment = os.environ if environment is None else environment
    return _address(environment.get(_SYSTEM), _SYSTEM_SOCKETS)


def _address(given: str | None, usual: Iterable[Path]) -> str | None:
    if given is not None:
        return given if given.startswith("unix:") else None
    return next((f"unix:path={path}" for path in usual if path.is_socket()), None)


class BusConnection:
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
        return self._answer_to(self.post(service, member, signature, arguments))

    def post(
        self, service: Service, member: str, signature: str, arguments: tuple[object, ...]
    ) -> int:
        """Call a service; return the number by which its answer will be known.

        Raises:
            BusError: the bus is gone.
        """
        place = self._jeepney.DBusAddress(service.path, service.name, service.interface)
        return self._send(
            self._jeepney.new_method_call(place, member, signature or None, arguments)
        )

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
        arrived = self.take()
        return arrived if isinstance(arrived, Call) else None

    def take(self, seconds: float | None = None) -> Arrival | None:
        """Wait for whatever comes next; None if `wake` was called.

        Args:
            seconds: the longest wait; None to wait without end.

        Raises:
            BusError: the bus is gone, or nothing came in time.
        """
        message = self._receive(seconds)
        return None if message is None else self._read_as(message)

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
        return self._answer_to(self._send(message))

    def _answer_to(self, serial: int) -> tuple[object, ...]:
        while True:
            answer = self.take(ANSWER_SECONDS)
            if isinstance(answer, Reply) and answer.to == serial:
                if answer.refusal:
                    raise BusError(answer.refusal)
                return answer.body

    def _read_as(self, message: Any) -> Arrival:  # noqa: ANN401  jeepney has no types
        kinds, known = self._jeepney.MessageType, self._jeepney.HeaderFields
        fields, body = message.header.fields, tuple(message.body)
        match message.header.message_type:
            case kinds.method_call:
                return Call(
                    interface=fields.get(known.interface, ""),
                    member=fields[known.member],
                    signature=fields.get(known.signature, ""),
                    arguments=body,
                    message=message,
                )
            case kinds.signal:
                return Heard(
                    sender=fields.get(known.sender, ""),
                    path=fields[known.path],
                    interface=fields[known.interface],
                    member=fields[known.member],
                    body=body,
                )
            case kinds.error:
                refusal = f"{fields.get(known.error_name)} {body}"
                return Reply(fields[known.reply_serial], refusal=refusal)
            case _:
                return Reply(fields[known.reply_serial], body)

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
