"""Which probe is asked for the rest of the hands."""

import pytest

from coreapp.desktop.idle import NullIdle, ProbeUnavailableError, X11Idle, pick_idle_probe


class WorkingProbe(NullIdle):
    name = "working"


def broken() -> NullIdle:
    raise ProbeUnavailableError("no such desktop")


def test_the_first_that_works_is_taken() -> None:
    assert pick_idle_probe([broken, WorkingProbe, NullIdle]).name == "working"


def test_where_none_works_nothing_is_known(caplog) -> None:
    with caplog.at_level("INFO"):
        probe = pick_idle_probe([broken])

    assert probe.name == "none"
    assert probe.idle_seconds() is None
    probe.close()
    assert "no such desktop" in caplog.text


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
        {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"},
    ],
    ids=["no display", "Wayland display", "Wayland session"],
)
def test_x11_is_never_asked_where_it_would_be_wrong(monkeypatch, environment) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(ProbeUnavailableError):
        X11Idle()


def test_a_display_that_is_not_there_is_no_failure(monkeypatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(ProbeUnavailableError):
        X11Idle()


def test_another_system_has_no_x11(monkeypatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("sys.platform", "win32")

    with pytest.raises(ProbeUnavailableError):
        X11Idle()
