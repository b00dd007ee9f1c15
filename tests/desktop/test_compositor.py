"""Where it cannot be told, windows count as seen through; the X server is in real_desktop."""

import pytest

from coreapp.desktop.compositor import can_be_seen_through


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_mix_all_windows_themselves(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")

    assert can_be_seen_through(platform)


def test_without_an_x_server_there_is_nothing_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)

    assert can_be_seen_through("linux")


def test_an_x_server_that_cannot_be_reached_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")

    assert can_be_seen_through("linux")
