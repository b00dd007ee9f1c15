"""The rest of the hands, asked of a real X server."""

import subprocess

import pytest
from pytestqt.qtbot import QtBot

from coreapp.desktop.idle import ProbeUnavailableError, X11Idle, pick_idle_probe

pytestmark = pytest.mark.real_desktop


def type_something(display: str) -> None:
    """Press a key, as hands would."""
    subprocess.run(["xdotool", "key", "a"], env={"DISPLAY": display}, check=True)


def test_rest_grows_and_a_key_ends_it(qtbot: QtBot, x_server: str) -> None:
    probe = X11Idle()
    try:
        qtbot.waitUntil(lambda: probe.idle_seconds() >= 0.4, timeout=5_000)

        type_something(x_server)

        rested = probe.idle_seconds()
        assert rested is not None
        assert rested < 0.3
    finally:
        probe.close()


def test_it_is_the_one_that_is_picked(x_server: str) -> None:
    probe = pick_idle_probe()

    assert probe.name == X11Idle.name
    probe.close()


def test_a_server_that_goes_away_makes_it_unknown(qtbot: QtBot, x_server: str) -> None:
    probe = X11Idle()
    probe.close()

    assert probe.idle_seconds() is None


def test_in_a_wayland_session_it_is_not_asked(x_server: str, monkeypatch) -> None:
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")

    with pytest.raises(ProbeUnavailableError):
        X11Idle()
