"""A Wayland compositor of the test's own: it offers idle notices and sends them when told to."""

import socket
import struct
import threading
from contextlib import suppress
from pathlib import Path

SEAT, NOTIFIER = "wl_seat", "ext_idle_notifier_v1"


class Compositor(threading.Thread):
    """Serves one program.

    Attributes:
        notices: what was ordered and not given back, by its number: milliseconds of rest.
        by_input: the numbers of those that a video does not keep silent.
        ordered: the milliseconds of all orders, in their order.
    """

    def __init__(self, path: Path, version: int = 2, *, offers: tuple[str, ...] = (SEAT, NOTIFIER)):
        super().__init__(name="compositor")
        self.notices: dict[int, int] = {}
        self.by_input: set[int] = set()
        self.ordered: list[int] = []
        self.changed = threading.Condition()
        self.is_mute = False
        self._offers = offers
        self._version = version
        self._bound: dict[int, str] = {1: "wl_display"}
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(path))
        self._socket.listen()
        self._client: socket.socket | None = None

    def run(self) -> None:
        try:
            self._client, _address = self._socket.accept()
        except OSError:
            return
        buffer = b""
        while data := self._receive():
            buffer += data
            while len(buffer) >= 8:
                sender, sizes = struct.unpack_from("=II", buffer)
                size = sizes >> 16
                if len(buffer) < size:
                    break
                with self.changed:
                    self._obey(sender, sizes & 0xFFFF, buffer[8:size])
                    self.changed.notify_all()
                buffer = buffer[size:]

    def stop(self) -> None:
        for each in (self._client, self._socket):
            if each is not None:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
                each.close()
        self.join(5)

    def wait_for(self, milliseconds: int) -> int:
        """Return the number of the notice for so much rest, when it has been ordered."""
        with self.changed:
            assert self.changed.wait_for(lambda: milliseconds in self.notices.values(), 5)
            return next(each for each, rest in self.notices.items() if rest == milliseconds)

    def wait_until_gone(self, milliseconds: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: milliseconds not in self.notices.values(), 5)

    def idle(self, milliseconds: int) -> None:
        """Say that hands have rested for so long."""
        self.send(self.wait_for(milliseconds), 0)

    def resume(self, milliseconds: int) -> None:
        """Say that they move again."""
        self.send(self.wait_for(milliseconds), 1)

    def send(self, sender: int, opcode: int, content: bytes = b"") -> None:
        assert self._client is not None
        self._client.sendall(
            struct.pack("=II", sender, (8 + len(content)) << 16 | opcode) + content
        )

    def _receive(self) -> bytes:
        assert self._client is not None
        try:
            return self._client.recv(4096)
        except OSError:
            return b""

    def _obey(self, sender: int, opcode: int, content: bytes) -> None:
        if self.is_mute:
            return
        match self._bound.get(sender), opcode:
            case "wl_display", 0:
                self.send(*struct.unpack("=I", content), 0, struct.pack("=I", 1))
            case "wl_display", 1:
                self._show_offers(*struct.unpack("=I", content))
            case "wl_registry", 0:
                (number,) = struct.unpack_from("=I", content)
                self._bound[struct.unpack("=I", content[-4:])[0]] = self._offers[number - 1]
            case "ext_idle_notifier_v1", 1 | 2:
                self._take_order(*struct.unpack("=III", content), by_input=opcode == 2)
            case "notice", 0:
                del self.notices[sender]
            case bound:
                raise AssertionError(bound)

    def _show_offers(self, registry: int) -> None:
        self._bound[registry] = "wl_registry"
        for number, name in enumerate(self._offers, start=1):
            version = self._version if name == NOTIFIER else 7
            told = struct.pack("=I", number) + text(name) + struct.pack("=I", version)
            self.send(registry, 0, told)

    def _take_order(self, new: int, rest: int, seat: int, *, by_input: bool) -> None:
        assert self._bound[seat] == SEAT
        self._bound[new] = "notice"
        self.notices[new] = rest
        self.ordered.append(rest)
        if by_input:
            self.by_input.add(new)


def text(words: str) -> bytes:
    """Return a text as the protocol has it."""
    data = words.encode() + b"\0"
    return struct.pack("=I", len(data)) + data + b"\0" * (-len(data) % 4)
