"""Where the sound server is, and one that hangs, refuses, or is none."""

import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from coreapp.desktop.senses import pulse_server
from coreapp.desktop.senses.microphone import PulseMicrophone
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.pulse_server import Facility, PulseServer, server_socket
from coreapp.desktop.senses.pulse_wire import (
    HEAD,
    NOBODY,
    Command,
    Message,
    PulseError,
    message,
    number,
    read_message,
)

Behaviour = Callable[[Message], bytes | None]


class Server(threading.Thread):
    """Answers each message by what a test gives; hangs up for None."""

    def __init__(self, path: Path, behave: Behaviour) -> None:
        super().__init__()
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(path))
        self._door.listen()
        self._behave = behave
        self.heard: list[Message] = []

    def run(self) -> None:
        with suppress(OSError):
            while True:
                caller, _address = self._door.accept()
                with caller, suppress(OSError, EOFError):
                    self._serve(caller)

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self.join()

    def _serve(self, caller: socket.socket) -> None:
        while head := caller.recv(HEAD.size):
            said = read_message(caller.recv(HEAD.unpack(head)[0]))
            self.heard.append(said)
            answer = self._behave(said)
            if answer is None:
                return
            caller.sendall(answer)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Behaviour], tuple[Server, Path]]]:
    started: list[Server] = []

    def start(behave: Behaviour) -> tuple[Server, Path]:
        path = tmp_path / "native"
        started.append(Server(path, behave))
        started[-1].start()
        return started[-1], path

    yield start
    for server in started:
        server.close()


def obliging(said: Message) -> bytes:
    """Answer as a server of today with nothing on it does."""
    values = {Command.AUTH: (number(35),), Command.SET_CLIENT_NAME: (number(1),)}
    return message(Command.REPLY, said.tag, *values.get(said.command, ()))


def test_we_say_who_we_are_and_bring_the_cookie(serve, tmp_path) -> None:
    cookie = tmp_path / ".config/pulse/cookie"
    cookie.parent.mkdir(parents=True)
    cookie.write_bytes(b"secret")
    server, path = serve(obliging)

    PulseServer(path, {"HOME": str(tmp_path)}).close()

    greeting, name = server.heard
    assert greeting.values == (22, b"secret".ljust(256, b"\0"))
    assert name.values == ({"application.name": "Coreapp"},)


def test_the_system_says_who_we_are_though_the_server_asks_for_that_late(tmp_path) -> None:
    path = tmp_path / "native"
    told: list[int] = []

    def serve(door: socket.socket) -> None:
        caller, _address = door.accept()
        with caller:
            for _message in range(2):
                caller.recv(1, socket.MSG_PEEK)  # it has come
                caller.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
                data, about, _flags, _address = caller.recvmsg(4096, 64)
                caller.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 0)
                told.extend(struct.unpack_from("i", each[2])[0] for each in about)
                caller.sendall(obliging(read_message(data[HEAD.size :])))

    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))
        door.listen()
        server = threading.Thread(target=serve, args=(door,))
        server.start()
        PulseServer(path, {}).close()
        server.join()

    # The first message may come before the server has taken the call, which tells it as well.
    assert told[-1] == os.getpid()


def test_the_cookie_may_be_named(serve, tmp_path) -> None:
    (tmp_path / "mine").write_bytes(b"x" * 300)
    server, path = serve(obliging)

    PulseServer(path, {"PULSE_COOKIE": str(tmp_path / "mine")}).close()

    assert server.heard[0].values[1] == b"x" * 256


def test_a_server_that_does_not_let_us_in_is_an_error(serve) -> None:
    behaviours: dict[str, Behaviour] = {
        "hangs up": lambda _said: None,
        "refuses": lambda said: message(Command.ERROR, said.tag, number(1)),
        "is too old": lambda said: message(Command.REPLY, said.tag, number(21)),
        "says no version": lambda said: message(Command.REPLY, said.tag, b"N"),
        "never ends": lambda _said: HEAD.pack(1 << 30, NOBODY, 0, 0),
        "is no such server": lambda _said: b"HTTP/1.1 400 Bad Request, and so on",
        "says nothing": lambda said: message(Command.REPLY, said.tag),
    }
    does = ""

    def behave(said: Message) -> bytes | None:
        return behaviours[does](said)

    _server, path = serve(behave)

    for does in behaviours:
        with pytest.raises(PulseError):
            pytest.fail(f"{PulseServer(path, {})} of one that {does}")


def test_a_server_that_hangs_is_given_up(serve, monkeypatch) -> None:
    monkeypatch.setattr(pulse_server, "ANSWER_SECONDS", 0.05)
    _server, path = serve(lambda _said: b"")

    with pytest.raises(PulseError):
        PulseServer(path, {})


def test_answers_to_somebody_else_and_news_are_passed_over(serve) -> None:
    def chatty(said: Message) -> bytes:
        news = message(Command.SUBSCRIBE_EVENT, NOBODY, number(0), number(1))
        return news + message(Command.REPLY, 4711) + obliging(said)

    _server, path = serve(chatty)

    server = PulseServer(path, {})

    assert server.source_output_values() == ()
    server.close()


def test_news_is_read_without_waiting_and_in_pieces(serve) -> None:
    server, path = serve(obliging)
    ear = PulseServer(path, {})
    ear.subscribe(Facility.SOURCE_OUTPUT)
    assert server.heard[-1].values == (8,)
    assert ear.read_news() is False

    news = message(Command.SUBSCRIBE_EVENT, NOBODY, number(0), number(1))
    ours, theirs = socket.socketpair()
    ear.close()
    ear._socket = ours
    ours.setblocking(False)
    theirs.sendall(news[:7])
    assert ear.read_news() is False
    theirs.sendall(news[7:] + news + message(Command.REPLY, 99))
    assert ear.read_news() is True
    theirs.close()
    with pytest.raises(PulseError):
        ear.read_news()
    ear.close()


def test_a_server_that_answers_once_and_never_again(serve, tmp_path) -> None:
    is_well = [True]
    _server, path = serve(lambda said: obliging(said) if is_well[0] else None)
    probe = PulseMicrophone(lambda: PulseServer(path, {}))
    assert probe.look() is False

    is_well[0] = False
    probe.watch(lambda: None)

    assert probe.look() is None
    probe.close()


def test_a_server_that_tells_nothing_by_itself_is_asked(serve) -> None:
    def mute(said: Message) -> bytes:
        if said.command == Command.SUBSCRIBE:
            return message(Command.ERROR, said.tag, number(1))
        return obliging(said)

    _server, path = serve(mute)
    probe = PulseMicrophone(lambda: PulseServer(path, {}))

    probe.watch(lambda: None)

    assert probe.look() is False
    assert probe.name == "PulseAudio"
    probe.close()


def test_no_socket_is_no_probe(tmp_path) -> None:
    with pytest.raises(ProbeUnavailableError):
        PulseMicrophone(lambda: PulseServer(tmp_path / "nothing", {}))


def test_the_environment_may_name_the_server() -> None:
    place = Path("/run/pulse")
    named = {
        "unix:/run/pulse": place,
        "/run/pulse": place,
        "{abc}unix:/run/pulse": place,
        "tcp:other unix:/run/pulse": place,
        "tcp:other:4713": None,
        "other": None,
        "": None,
    }

    assert {given: server_socket({"PULSE_SERVER": given}) for given in named} == named


def test_else_it_is_in_its_usual_place(tmp_path) -> None:
    assert server_socket({"XDG_RUNTIME_DIR": str(tmp_path)}) is None
    (tmp_path / "pulse").mkdir()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "pulse" / "native"))

        usual = server_socket({"XDG_RUNTIME_DIR": str(tmp_path)})
        named = server_socket({"PULSE_RUNTIME_PATH": str(tmp_path / "pulse")})

    assert usual == named == tmp_path / "pulse" / "native"
