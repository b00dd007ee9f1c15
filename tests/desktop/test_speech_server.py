"""Whether speech-dispatcher is there and answers, asked of servers that behave and that do not."""

import os
import shutil
import socket
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coreapp.desktop import speech_server
from coreapp.desktop.speech_server import server_answers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it speaks on Linux only")


@contextmanager
def serving(path: Path | None, answer: bytes | None) -> Iterator[str]:
    """Serve one caller; None as an answer says nothing at all. Gives the address."""
    kind = socket.AF_INET if path is None else socket.AF_UNIX
    with socket.socket(kind) as server:
        server.bind(("127.0.0.1", 0) if path is None else str(path))
        server.listen()
        over = threading.Event()

        def serve() -> None:
            caller, _address = server.accept()
            with caller:
                if answer is None:
                    over.wait(10)
                elif caller.recv(100) == b"QUIT\r\n":
                    caller.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        port = "" if path is not None else server.getsockname()[1]
        yield f"unix_socket:{path}" if path is not None else f"inet_socket:127.0.0.1:{port}"
        over.set()
        thread.join()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "s"


def programs(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a speech-dispatcher that does what a script says."""
    program = folder / "speech-dispatcher"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("by_network", [True, False])
def test_a_server_that_is_named_and_answers_is_there(place, by_network):
    with serving(None if by_network else place, b"231 HAPPY HACKING\r\n") as address:
        assert server_answers({"SPEECHD_ADDRESS": address})


def test_a_server_that_is_named_and_gone_is_not_started(place, tmp_path, monkeypatch):
    programs(tmp_path, f"touch {tmp_path}/started", monkeypatch)

    assert not server_answers({"SPEECHD_ADDRESS": f"unix_socket:{place}"})
    assert not server_answers({"SPEECHD_ADDRESS": "inet_socket:127.0.0.1:1"})
    assert not (tmp_path / "started").exists()


def test_a_server_that_hangs_is_not_waited_for(place, monkeypatch):
    monkeypatch.setattr(speech_server, "ANSWER_SECONDS", 0.05)

    with serving(place, None) as address:
        assert not server_answers({"SPEECHD_ADDRESS": address})


def test_something_else_behind_the_socket_is_no_voice(place):
    with serving(place, b"HTTP/1.1 400\r\n") as address:
        assert not server_answers({"SPEECHD_ADDRESS": address})


@pytest.mark.parametrize("variable", ["XDG_RUNTIME_DIR", "XDG_CACHE_HOME"])
def test_the_usual_server_is_asked_where_it_usually_is(tmp_path, variable):
    folder = tmp_path / "speech-dispatcher"
    folder.mkdir()

    with serving(folder / "speechd.sock", b"231 HAPPY HACKING\r\n"):
        assert server_answers({variable: str(tmp_path)})


def test_where_nothing_is_installed_there_is_no_voice(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)

    assert not server_answers({"XDG_RUNTIME_DIR": str(tmp_path)})


def test_a_server_that_sleeps_is_started_as_its_library_would(tmp_path, monkeypatch):
    programs(tmp_path, f'echo "$@" > {tmp_path}/asked; exit 1', monkeypatch)

    assert not server_answers({"XDG_RUNTIME_DIR": str(tmp_path)})

    assert (tmp_path / "asked").read_text().split() == [
        "--spawn",
        "--communication-method",
        "unix_socket",
        "--socket-path",
        str(tmp_path / "speech-dispatcher" / "speechd.sock"),
    ]


def test_a_server_that_says_it_runs_has_to_answer_too(tmp_path, monkeypatch):
    programs(tmp_path, "exit 0", monkeypatch)

    assert not server_answers({"XDG_RUNTIME_DIR": str(tmp_path)})


def test_a_server_that_does_not_come_up_is_not_waited_for(tmp_path, monkeypatch):
    programs(tmp_path, "exec sleep 30", monkeypatch)
    monkeypatch.setattr(speech_server, "START_SECONDS", 0.05)

    assert not server_answers({"XDG_RUNTIME_DIR": str(tmp_path)})
