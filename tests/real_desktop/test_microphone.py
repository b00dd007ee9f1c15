"""A microphone in use and a call, as real sound servers tell of them."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coreapp.desktop.senses import descriptor_watch
from coreapp.desktop.senses.microphone import PulseCall, PulseMicrophone
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.pulse_server import PulseServer
from coreapp.desktop.senses.pulse_wire import PulseError
from tests.real_desktop.probes import eventually, until
from tests.real_desktop.sound_servers import SERVERS, SoundServer, pulseaudio

pytestmark = pytest.mark.real_desktop


@pytest.fixture(params=SERVERS, ids=lambda run: run.__name__)
def server(request, tmp_path: Path, monkeypatch) -> Iterator[SoundServer]:
    monkeypatch.setattr(descriptor_watch, "QUIET_SECONDS", 0.05)
    environment: dict[str, str] = {}
    with request.param(tmp_path, environment) as server:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def told() -> threading.Event:
    return threading.Event()


@pytest.fixture
def microphone(server: SoundServer, told) -> Iterator[PulseMicrophone]:
    probe = PulseMicrophone()
    probe.watch(told.set)
    yield probe
    probe.close()


@pytest.fixture
def call(server: SoundServer, told) -> Iterator[PulseCall]:
    probe = PulseCall()
    probe.watch(told.set)
    yield probe
    probe.close()


def test_somebody_records_and_stops_or_is_muted(server, microphone, told) -> None:
    assert microphone.look() is False

    with server.stream("parec", "microphone"):
        until(told, microphone.look, True)
        stream = server.newest_recording()
        server.control("set-source-output-mute", stream, "1")
        until(told, microphone.look, False)
        server.control("set-source-output-mute", stream, "0")
        until(told, microphone.look, True)

    until(told, microphone.look, False)


@pytest.mark.parametrize(
    ("device", "properties"),
    [
        ("speakers.monitor", {}),
        ("microphone", {"application__id": "org.PulseAudio.pavucontrol"}),
        ("microphone", {"application__process__id": os.getpid()}),
    ],
    ids=["what is played", "a level meter", "this program"],
)
def test_these_listen_to_no_microphone_for_anybody(
    server, microphone, told, device, properties
) -> None:
    with server.stream("parec", device, **properties):
        eventually(server.is_recorded)
        assert told.wait(10)
        eventually(lambda: microphone.look() is False)  # a busy server may not answer in time


def test_a_stream_that_says_so_is_a_call(server, call, told) -> None:
    with server.stream("parec", "microphone"):
        assert told.wait(10)
        eventually(lambda: call.look() is False)
        with server.stream("parec", "microphone", media__role="phone"):
            until(told, call.look, True)


def test_who_listens_and_is_heard_in_one_process_is_in_a_call(server, call, told) -> None:
    with server.stream("parec", "microphone", application__process__id=4242):
        with server.stream("pacat", "speakers", application__process__id=17):
            eventually(lambda: bool(server.control("list", "short", "sink-inputs")))
            eventually(lambda: call.look() is False)
        with server.stream("pacat", "speakers", application__process__id=4242):
            until(told, call.look, True)
    until(told, call.look, False)


def test_a_server_that_is_started_again_is_found_again(tmp_path: Path, monkeypatch, told) -> None:
    monkeypatch.setattr(descriptor_watch, "QUIET_SECONDS", 0.05)
    environment: dict[str, str] = {}
    with pulseaudio(tmp_path, environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        probe = PulseMicrophone()
        probe.watch(told.set)
    until(told, probe.look, None)

    with pulseaudio(tmp_path, environment) as server:
        assert probe.look() is False
        with server.stream("parec", "microphone"):
            until(told, probe.look, True)
    probe.close()


def test_a_server_that_tells_nothing_by_itself_is_to_be_asked(server, told, monkeypatch) -> None:
    def refuse(_server: PulseServer, _facilities: object) -> None:
        raise PulseError("refused")

    monkeypatch.setattr(PulseServer, "subscribe", refuse)
    probe = PulseMicrophone()
    probe.watch(told.set)

    assert (probe.look(), probe.tells) == (False, False)
    probe.close()


def test_without_a_server_there_is_no_probe(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PULSE_RUNTIME_PATH", str(tmp_path))

    with pytest.raises(ProbeUnavailableError):
        PulseMicrophone()
