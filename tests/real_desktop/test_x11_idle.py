"""The rest of the hands, asked of a real X server, which also tells who comes back."""

import os
import subprocess
from collections.abc import Iterator
from functools import partial
from queue import Empty, SimpleQueue

import pytest
from pytestqt.qtbot import QtBot

from coreapp.desktop.clock import SystemClock
from coreapp.desktop.senses import x11_idle
from coreapp.desktop.senses.desk_probes import probes_for_desk
from coreapp.desktop.senses.hub import SystemSenses
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.x11_idle import X11Idle
from coreapp.services.desk_senses import (
    Capability,
    DeskNews,
    HandsMoved,
    Health,
    ScreenLocked,
    SenseReport,
)
from tests.real_desktop.session_bus import skip_without

pytestmark = pytest.mark.real_desktop

PATIENCE = 5.0
REST_SECONDS = 0.1


def type_something(display: str) -> None:
    """Press a key, as hands would."""
    subprocess.run(["xdotool", "key", "a"], env={"DISPLAY": display}, check=True)


def now() -> float:
    return SystemClock().reading().monotonic


@pytest.fixture
def probe(x_server: str) -> Iterator[X11Idle]:
    probe = X11Idle()
    yield probe
    probe.close()


def test_rest_grows_and_a_key_ends_it(qtbot: QtBot, x_server: str, probe: X11Idle) -> None:
    qtbot.waitUntil(lambda: probe.idle_seconds() >= REST_SECONDS, timeout=5_000)
    before = now()

    type_something(x_server)

    rested = probe.idle_seconds()
    assert rested is not None
    assert rested <= now() - before


def test_who_comes_back_is_told_and_who_goes_on_typing_is_not(
    qtbot: QtBot, x_server: str, probe: X11Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(x11_idle, "REST_SECONDS", REST_SECONDS)
    came: SimpleQueue[bool] = SimpleQueue()
    probe.watch(lambda: came.put(True))
    assert probe.tells

    for _time in range(2):  # it is set once, and goes off each time
        qtbot.waitUntil(lambda: probe.idle_seconds() >= 1.5 * REST_SECONDS, timeout=5_000)
        assert came.empty()
        type_something(x_server)
        assert came.get(timeout=PATIENCE)
        type_something(x_server)
        with pytest.raises(Empty):
            came.get(timeout=0.05)


def test_where_the_server_does_not_tell_it_can_still_be_asked(
    x_server: str, probe: X11Idle, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    monkeypatch.setattr(x11_idle, "_COUNTER", "NO SUCH COUNTER")

    with caplog.at_level("INFO"):
        probe.watch(lambda: None)

    assert not probe.tells
    assert probe.idle_seconds() is not None
    assert "does not tell who comes back" in caplog.text


def test_closed_it_is_unknown(x_server: str) -> None:
    probe = X11Idle()
    probe.watch(lambda: None)
    probe.close()

    assert probe.idle_seconds() is None
    assert not probe.tells


def test_in_a_wayland_session_it_is_not_asked(x_server: str, monkeypatch) -> None:
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")

    with pytest.raises(ProbeUnavailableError):
        X11Idle()


def test_the_senses_of_the_program_take_it_and_hear_who_returns(
    qtbot: QtBot, x_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(x11_idle, "REST_SECONDS", REST_SECONDS)
    clock = SystemClock()
    senses = SystemSenses(partial(probes_for_desk, clock), clock)
    news: list[DeskNews] = []
    try:
        senses.start(news.append)
        qtbot.waitUntil(lambda: ScreenLocked(locked=False) in news, timeout=10_000)
        assert senses.tells_hands
        assert senses.reports()[0] == SenseReport(Capability.HANDS, Health.WORKS, X11Idle.name)
        rest = 1.5 * REST_SECONDS
        qtbot.waitUntil(lambda: (senses.idle_seconds() or 0) >= rest, timeout=5_000)
        before = now()

        type_something(x_server)

        qtbot.waitUntil(lambda: HandsMoved() in news, timeout=5_000)
        assert senses.idle_seconds() <= now() - before
    finally:
        senses.close()


def test_a_server_that_dies_makes_it_silent_and_harms_nothing(qtbot: QtBot, caplog) -> None:
    skip_without("Xvfb")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"],
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        environment = {"DISPLAY": f":{told.readline().strip()}"}
    probe = X11Idle(environment)
    probe.watch(lambda: None)
    assert probe.tells

    server.kill()
    server.wait(10)

    assert probe.idle_seconds() is None
    qtbot.waitUntil(lambda: not probe.tells, timeout=5_000)
    probe.close()
    assert "Traceback" not in caplog.text
