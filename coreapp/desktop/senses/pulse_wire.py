"""How programs speak with a PulseAudio server, which pipewire-pulse is as well: bytes and values.

Each message has a head of 20 bytes and then values, each after a letter that tells its type, so
that all of them can be read without knowing what they are about. Nothing here opens anything.
"""

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct
from typing import Final

PROTOCOL_VERSION: Final = 22
"""The oldest that tells of a recording stream whether it is muted: PulseAudio 1.0, of 2011.

Servers speak the older one of theirs and ours, so answers keep this form.
"""

NOBODY: Final = 0xFFFFFFFF
"""The number of what there is not: no module, no client, any object."""

HEAD: Final = Struct(">IIQI")
"""Of a message: length, channel, offset and flags."""

LONGEST: Final = 16 * 1024 * 1024
"""The longest message that a server may send, in bytes; more is not a server."""

_UNSIGNED: Final = Struct(">I")
_LONG: Final = Struct(">Q")
_COMMANDS: Final = NOBODY
"""The channel of what is not sound."""

Value = int | bool | str | bytes | dict[str, str] | None


class PulseError(Exception):
    """The sound server cannot be reached, does not answer, refuses, or speaks something else."""


class Command(IntEnum):
    """What is said, with the protocol's numbers."""

    ERROR = 0
    REPLY = 2
    AUTH = 8
    SET_CLIENT_NAME = 9
    GET_SOURCE_INFO = 23
    GET_SINK_INPUT_INFO_LIST = 30
    GET_SOURCE_OUTPUT_INFO_LIST = 32
    SUBSCRIBE = 35
    SUBSCRIBE_EVENT = 66


@dataclass(frozen=True, slots=True)
class Message:
    """What the server has said.

    Attributes:
        command: what it is; a Command, or one that we never asked for.
        tag: the number of the question that it answers.
    """

    command: int
    tag: int
    values: tuple[Value, ...]


def message(command: Command, tag: int, *values: bytes) -> bytes:
    """Return a message of values that are already bytes."""
    payload = b"".join((number(command), number(tag), *values))
    return HEAD.pack(len(payload), _COMMANDS, 0, 0) + payload


def number(value: int) -> bytes:
    """Return a whole number of 32 bits."""
    return b"L" + _UNSIGNED.pack(value)


def text(value: str | None) -> bytes:
    """Return a text, or that there is none."""
    return b"N" if value is None else b"t" + value.encode() + b"\0"


def data(value: bytes) -> bytes:
    """Return bytes as they are."""
    return b"x" + _UNSIGNED.pack(len(value)) + value


def properties(values: dict[str, str]) -> bytes:
    """Return what is said of something by names."""
    parts = [b"P"]
    for key, value in values.items():
        said = value.encode() + b"\0"
        parts += [text(key), number(len(said)), data(said)]
    return b"".join((*parts, text(None)))


def read_message(payload: bytes) -> Message:
    """Return what came after a head.

    Raises:
        PulseError: it is no message of this protocol.
    """
    try:
        command, tag, *values = _Reader(payload).all()
    except (IndexError, ValueError, KeyError) as error:
        raise PulseError(f"the sound server said what cannot be read: {error}") from error
    if not isinstance(command, int) or not isinstance(tag, int):
        raise PulseError("the sound server said what is no message")
    return Message(command, tag, tuple(values))


class _Reader:
    """Reads values one after the other; ValueError or IndexError where there are none."""

    def __init__(self, payload: bytes) -> None:
        self._payload = payload
        self._at = 0

    def all(self) -> list[Value]:
        values: list[Value] = []
        while self._at < len(self._payload):
            values.append(self._value())
        return values

    def _value(self) -> Value:  # one line for each type of the protocol
        letter = self._take(1)
        match letter:
            case b"L" | b"V":
                return int(_UNSIGNED.unpack(self._take(4))[0])
            case b"R" | b"r" | b"U" | b"T":
                return int(_LONG.unpack(self._take(8))[0])
            case b"1" | b"0":
                return letter == b"1"
            case b"B":
                return self._take(1)[0]
            case b"t" | b"N":
                return self._text(letter)
            case _:
                return self._larger(letter)

    def _larger(self, letter: bytes) -> Value:
        match letter:
            case b"x":
                return self._take(_UNSIGNED.unpack(self._take(4))[0])
            case b"a":  # format, channels and rate
                return self._take(6)
            case b"m":  # a place for each channel
                return self._take(self._take(1)[0])
            case b"v":  # a volume for each channel
                return self._take(4 * self._take(1)[0])
            case b"P":
                return self._properties()
            case b"f":  # a number for the encoding, and properties
                self._value()
                return self._value()
            case _:
                raise ValueError(f"a value of the type {letter!r}")

    def _text(self, letter: bytes) -> str | None:
        if letter == b"N":
            return None
        end = self._payload.index(b"\0", self._at)
        said = self._take(end - self._at)
        self._take(1)
        return said.decode(errors="replace")

    def _properties(self) -> dict[str, str]:
        found: dict[str, str] = {}
        while isinstance(key := self._value(), str):
            self._value()
            value = self._value()
            if isinstance(value, bytes):
                found[key] = value.rstrip(b"\0").decode(errors="replace")
        return found

    def _take(self, count: int) -> bytes:
        end = self._at + count
        if end > len(self._payload):
            raise IndexError("it ends too early")
        taken, self._at = self._payload[self._at : end], end
        return taken
