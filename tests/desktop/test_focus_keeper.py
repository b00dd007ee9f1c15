"""Who gets the keys back; against a real X server it is tried in tests/real_desktop."""

import sys

import pytest

from coreapp.desktop.focus_keeper import (
    FocusKeeperUnavailableError,
    NullFocusKeeper,
    X11FocusKeeper,
    pick_focus_keeper,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X11 is asked on Linux only")


@pytest.fixture
def x_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """An X session whose server is gone."""
    monkeypatch.setenv("DISPLAY", ":6789")
    for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_display_it_is_left_to_the_desktop(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DISPLAY", raising=False)

    assert isinstance(pick_focus_keeper(), NullFocusKeeper)


@pytest.mark.usefixtures("x_session")
@pytest.mark.parametrize(
    ("name", "value"), [("WAYLAND_DISPLAY", "wayland-0"), ("XDG_SESSION_TYPE", "wayland")]
)
def test_in_a_wayland_session_it_is_left_to_the_desktop(monkeypatch, name: str, value: str):
    monkeypatch.setenv(name, value)

    with pytest.raises(FocusKeeperUnavailableError):
        X11FocusKeeper()


@pytest.mark.usefixtures("x_session")
def test_without_the_binding_it_is_left_to_the_desktop(monkeypatch):
    monkeypatch.setitem(sys.modules, "xcffib", None)

    assert isinstance(pick_focus_keeper(), NullFocusKeeper)


@pytest.mark.usefixtures("x_session")
def test_a_server_that_does_not_answer_is_no_trouble():
    keeper = pick_focus_keeper()
    assert isinstance(keeper, X11FocusKeeper)

    keeper.remember()
    keeper.give_back(wanted=True)
    keeper.give_back(wanted=False)


def test_nobody_is_asked_by_the_last_resort():
    keeper = NullFocusKeeper()

    keeper.remember()
    keeper.give_back(wanted=True)
