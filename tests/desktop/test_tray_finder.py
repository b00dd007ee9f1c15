"""Whether a tray is there; the bus and the X server are tried in tests/real_desktop."""

from pathlib import Path

import pytest

from coreapp.desktop import tray_finder
from coreapp.desktop.tray_finder import tray_is_near


@pytest.fixture(autouse=True)
def _nothing_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def test_where_none_can_come_nobody_waits() -> None:
    for platform in ("win32", "darwin", "linux"):
        assert tray_is_near(platform), platform


def test_a_bus_that_cannot_be_reached_has_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'gone'}")

    assert not tray_is_near("linux")


def test_an_x_server_that_cannot_be_reached_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")

    assert not tray_is_near("linux")


def test_either_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setattr(tray_finder, "_is_on_the_x_server", lambda: True)

    assert tray_is_near("linux")
