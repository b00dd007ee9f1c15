"""Where X11 is asked for the rest of the hands, and where it must not be."""

import pytest

from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.x11_idle import X11Idle


def test_x11_is_never_asked_where_it_would_be_wrong() -> None:
    for without in (
        {},
        {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
        {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"},
    ):
        with pytest.raises(ProbeUnavailableError, match=r"display|Wayland"):
            pytest.fail(f"{X11Idle(without).name} is asked in {without}")


def test_a_display_that_is_not_there_is_no_failure(monkeypatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")

    with pytest.raises(ProbeUnavailableError):
        X11Idle({"DISPLAY": ":4711"})


def test_another_system_has_no_x11(monkeypatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")

    with pytest.raises(ProbeUnavailableError):
        X11Idle({"DISPLAY": ":0"})
