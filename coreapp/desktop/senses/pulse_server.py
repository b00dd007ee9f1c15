"""A connection to the sound server of this session: PulseAudio, or PipeWire in its place.

By the protocol itself and no library: libpulse's bindings for Python are not typed and have had
no release since 2024, and `pactl` would be a process that stays, or one for each look.
"""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from enum import IntFlag
from itertools import count
from pathlib import Path
from typing import Final

from coreapp.desktop.our_name import OUR_NAME
from coreapp.desktop.senses.pulse_wire import (
    HEAD,
    LONGEST,
    NOBODY,
    PROTOCOL_VERSION,
    Command,
    Message,
    PulseError,
    data,
    message,
    number,
    properties,
    read_message,
    text,
)

ANSWER_SECONDS: Final = 2.0
"""A server that says nothing for so long is taken for one that hangs."""

_COOKIE_BYTES: Final = 256
_VERSION: Final = 0xFFFF
"""What of the server's answer is its version; above are what it could share."""


class Facility(IntFlag):
    """What the server may tell of, with the protocol's numbers."""

    SINK_INPUT = 0x0004
    SOURCE_OUTPUT = 0x0008


def server_socket(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return where the sound server of this session listens, or None; nothing is opened.

    `PULSE_SERVER` may list several, each perhaps for one machine; ones that are reached over a
    network are left out, as the microphone of another computer is none of this desk.
    """
    given = environment.get("PULSE_SERVER")
    if given is not None:
        places = (each.rpartition("}")[2].removeprefix("unix:") for each in given.split())
        return next((Path(place) for place in places if place.startswith("/")), None)
    runtime = environment.get("PULSE_RUNTIME_PATH")
    usual = Path(environment.get("XDG_RUNTIME_DIR", "/nowhere")) / "pulse"
    path = (Path(runtime) if runtime else usual) / "native"
    return path if path.is_socket() else None


class PulseServer:
    """One connection, for one thread at a time."""

    def __init__(self, path: Path, environment: Mapping[str, str] = os.environ) -> None:
        """Connect.

        Raises:
            PulseError: there is no server, or it does not let us in.
        """
        self._tags = count(1)
        self._buffer = b""
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(ANSWER_SECONDS)
        # Linux tells the server who we are with each message. PulseAudio asks for that itself, but
        # may do so a moment after our first one has come, and then would refuse us.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        try:
            self._socket.connect(str(path))
            (version, *_rest) = self.ask(
                Command.AUTH, number(PROTOCOL_VERSION), data(_cookie(environment))
            )
            if not isinstance(version, int) or version & _VERSION < PROTOCOL_VERSION:
                raise PulseError("the sound server is too old")  # noqa: TRY301  closes below
            self.ask(Command.SET_CLIENT_NAME, properties({"application.name": OUR_NAME}))
        except (OSError, ValueError) as error:
            self.close()
            raise PulseError(str(error)) from error
        except PulseError:
            self.close()
            raise

    def ask(self, command: Command, *values: bytes) -> tuple[object, ...]:
        """Ask the server and return its answer; news that comes meanwhile is lost.

        Raises:
            PulseError: it does not answer, or refuses.
        """
        tag = next(self._tags)
        try:
            self._socket.sendall(message(command, tag, *values))
            while True:
                said = self._receive()
                if said.tag == tag:
                    break
        except OSError as error:
            raise PulseError(str(error) or "no answer") from error
        if said.command != Command.REPLY:
            raise PulseError(f"the sound server refused {command.name}: {said.values}")
        return said.values

    def source_output_values(self) -> tuple[object, ...]:
        """Return what the server says of all recording streams, one after the other.

        Raises:
            PulseError: it does not answer.
        """
        return self.ask(Command.GET_SOURCE_OUTPUT_INFO_LIST)

    def sink_input_values(self) -> tuple[object, ...]:
        """Return what the server says of all playing streams, one after the other.

        Raises:
            PulseError: it does not answer.
        """
        return self.ask(Command.GET_SINK_INPUT_INFO_LIST)

    def source_values(self, index: int) -> tuple[object, ...]:
        """Return what the server says of a source, such as a microphone.

        Raises:
            PulseError: it does not answer, or the source is gone.
        """
        return self.ask(Command.GET_SOURCE_INFO, number(index), text(None))

    def subscribe(self, facilities: Facility) -> None:
        """Have news come in from now on, to be taken by `read_news`.

        Raises:
            PulseError: the server does not answer.
        """
        self.ask(Command.SUBSCRIBE, number(facilities))
        self._socket.setblocking(False)

    def read_news(self) -> bool:
        """Take what has come, without waiting; tell whether there was news.

        Raises:
            PulseError: the server is gone.
        """
        is_news = False
        with suppress(BlockingIOError):
            while True:
                is_news |= self._receive().command == Command.SUBSCRIBE_EVENT
        return is_news

    def fileno(self) -> int:
        """Return the descriptor that can be read when there is news."""
        return self._socket.fileno()

    def close(self) -> None:
        """Disconnect."""
        self._socket.close()

    def _receive(self) -> Message:
        """Return the next message; what has come of one stays if the rest is still to come."""
        self._fill(HEAD.size)
        length, _channel, _offset, _flags = HEAD.unpack_from(self._buffer)
        if length > LONGEST:
            raise PulseError("that is no sound server")
        self._fill(HEAD.size + length)
        payload = self._buffer[HEAD.size : HEAD.size + length]
        self._buffer = self._buffer[HEAD.size + length :]
        return read_message(payload)

    def _fill(self, wanted: int) -> None:
        while len(self._buffer) < wanted:
            arrived = self._socket.recv(65536)
            if not arrived:
                raise PulseError("the sound server has closed the connection")
            self._buffer += arrived


def is_nobody(index: object) -> bool:
    """Tell whether a number of the protocol stands for nothing."""
    return index == NOBODY


def _cookie(environment: Mapping[str, str]) -> bytes:
    """Return what proves that we are of this session where the server does not see it itself."""
    home = Path(environment.get("HOME", "/nowhere"))
    named = environment.get("PULSE_COOKIE")
    places = [Path(named)] if named else []
    places += [home / ".config/pulse/cookie", home / ".pulse-cookie"]
    for place in places:
        with suppress(OSError):
            return place.read_bytes()[:_COOKIE_BYTES].ljust(_COOKIE_BYTES, b"\0")
    return bytes(_COOKIE_BYTES)
