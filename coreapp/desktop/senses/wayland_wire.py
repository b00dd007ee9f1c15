"""As much of the Wayland protocol as it takes to be told of resting hands; without libwayland.

A connection, the list of what the compositor offers, and requests and events of whole numbers and
texts. pywayland would bring cffi code against libwayland for six messages, and no types.
"""

import os
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

ANSWER_SECONDS: Final = 2.0
"""A compositor that says nothing for so long is taken for one that hangs."""

DISPLAY: Final = 1
"""The number of the object that is there from the start."""

_SYNC, _GET_REGISTRY, _BIND = 0, 1, 0
"""Requests, by the number that their interface gives them: of the display, and the registry."""
_ERROR, _GLOBAL, _DONE = 0, 0, 0
"""Events in the same way."""

_HEADER: Final = struct.Struct("=II")
_NUMBER: Final = struct.Struct("=I")


class WaylandError(Exception):
    """There is no compositor, it does not answer, or it refuses something."""


@dataclass(frozen=True, slots=True)
class Event:
    """What the compositor says.

    Attributes:
        sender: the number of the object that says it.
        opcode: which of its events it is.
        content: what it says, to be read by `number_in` and `text_in`.
    """

    sender: int
    opcode: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that the compositor has.

    Attributes:
        number: its number in the registry.
        version: the newest version that it knows.
    """

    number: int
    version: int


def socket_path(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return where the compositor of this session listens; None if there is none."""
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name and environment.get("XDG_SESSION_TYPE") == "wayland":
        name = "wayland-0"
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if not name or not (folder or name.startswith("/")):
        return None
    return Path(folder, name)


class WaylandLink:
    """A connection to the compositor. Used on one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Connect, and learn what there is.

        Raises:
            WaylandError: nobody answers.
        """
        self._numbers = count(DISPLAY + 1)
        self._buffer = b""
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(ANSWER_SECONDS)
        try:
            self._socket.connect(str(path))
            self.offers = self._learn()
        except (OSError, WaylandError) as error:
            self._socket.close()
            raise WaylandError(str(error)) from error

    def fileno(self) -> int:
        """Return the descriptor that can be read when something comes."""
        return self._socket.fileno()

    def bind(self, interface: str, version: int) -> int:
        """Use something that is offered; return the number of the new object.

        Raises:
            WaylandError: it is not offered, or the connection is lost.
        """
        offer = self.offers.get(interface)
        if offer is None:
            raise WaylandError(f"no {interface}")
        new = next(self._numbers)
        self.send(self._registry, _BIND, offer.number, interface, version, new)
        return new

    def make(self, sender: int, opcode: int, *arguments: int) -> int:
        """Send a request that makes an object, its number first; return the number.

        Raises:
            WaylandError: the connection is lost.
        """
        new = next(self._numbers)
        self.send(sender, opcode, new, *arguments)
        return new

    def send(self, sender: int, opcode: int, *arguments: int | str) -> None:
        """Send a request.

        Raises:
            WaylandError: the connection is lost.
        """
        content = b"".join(map(_packed, arguments))
        size = _HEADER.size + len(content)
        try:
            self._socket.sendall(_HEADER.pack(sender, size << 16 | opcode) + content)
        except OSError as error:
            raise WaylandError(str(error)) from error

    def read(self) -> list[Event]:
        """Wait for what comes next, and return all of it.

        Raises:
            WaylandError: nothing came in time, the connection is lost, or we made a mistake.
        """
        try:
            data = self._socket.recv(65536)
        except OSError as error:
            raise WaylandError(str(error)) from error
        if not data:
            raise WaylandError("the compositor is gone")
        self._buffer += data
        return list(self._events())

    def close(self) -> None:
        """Disconnect: whatever was made is gone with it."""
        self._socket.close()

    def _events(self) -> "list[Event]":
        events = []
        while len(self._buffer) >= _HEADER.size:
            sender, sizes = _HEADER.unpack_from(self._buffer)
            size = sizes >> 16
            if size < _HEADER.size:
                raise WaylandError("the compositor speaks nonsense")
            if len(self._buffer) < size:
                break
            content = self._buffer[_HEADER.size : size]
            self._buffer = self._buffer[size:]
            if (sender, sizes & 0xFFFF) == (DISPLAY, _ERROR):
                raise WaylandError(f"refused: {text_in(content, 8)}")
            events.append(Event(sender, sizes & 0xFFFF, content))
        return events

    def _learn(self) -> dict[str, Offer]:
        """Return what is offered, by interface: of several seats the first."""
        self._registry = self.make(DISPLAY, _GET_REGISTRY)
        done = self.make(DISPLAY, _SYNC)
        offers: dict[str, Offer] = {}
        while True:
            for event in self.read():
                if (event.sender, event.opcode) == (done, _DONE):
                    return offers
                if (event.sender, event.opcode) == (self._registry, _GLOBAL):
                    interface = text_in(event.content, 4)
                    version = number_in(event.content, len(event.content) - 4)
                    offers.setdefault(interface, Offer(number_in(event.content, 0), version))


def number_in(content: bytes, place: int) -> int:
    """Return the number at a place.

    Raises:
        WaylandError: there is none.
    """
    try:
        (number,) = _NUMBER.unpack_from(content, place)
    except struct.error as error:
        raise WaylandError("the compositor speaks nonsense") from error
    return int(number)


def text_in(content: bytes, place: int) -> str:
    """Return the text at a place.

    Raises:
        WaylandError: there is none.
    """
    start = place + _NUMBER.size
    return content[start : start + number_in(content, place)].rstrip(b"\0").decode(errors="replace")


def _packed(argument: int | str) -> bytes:
    if isinstance(argument, int):
        return _NUMBER.pack(argument)
    text = argument.encode() + b"\0"
    return _NUMBER.pack(len(text)) + text + b"\0" * (-len(text) % 4)
