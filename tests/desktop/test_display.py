import pytest

from coreapp.desktop import display


@pytest.fixture(autouse=True)
def _bare_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display.sys, "platform", "linux")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)


def test_a_bare_console_has_none():
    assert not display.has_display()


def test_a_desktop_says_so(monkeypatch: pytest.MonkeyPatch):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.setenv(variable, ":0")
        assert display.has_display(), variable
        monkeypatch.delenv(variable)


def test_a_platform_without_screen_needs_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert not display.has_display()


def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(display.sys, "platform", "win32")
    assert display.has_display()
