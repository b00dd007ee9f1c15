"""From a real desktop to the news that holds breaks back, through all that is between."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coreapp.desktop.clock import SystemClock
from coreapp.desktop.senses import descriptor_watch
from coreapp.desktop.senses.desk_probes import probes_for_desk
from coreapp.desktop.senses.hub import SystemSenses
from coreapp.domain.sitting.facts import HoldReason
from coreapp.services.desk_senses import Capability, DeskNews, Health, HoldsSensed
from tests.real_desktop.scripted_services import wait_for_name
from tests.real_desktop.session_bus import private_bus, skip_without
from tests.real_desktop.sound_servers import SoundServer, pulseaudio
from tests.real_desktop.test_full_screen import Manager

pytestmark = pytest.mark.real_desktop

PATIENCE_MS = 10_000


class Desk:
    """A desktop with dunst, PulseAudio and windows, and what was told of it."""

    def __init__(self, sound: SoundServer, manager: Manager) -> None:
        self.sound, self.manager = sound, manager
        self.held: frozenset[HoldReason] = frozenset()

    def hear(self, news: DeskNews) -> None:
        if isinstance(news, HoldsSensed):
            self.held = news.reasons

    def do_not_disturb(self, *, is_on: bool) -> None:
        subprocess.run(["dunstctl", "set-paused", str(is_on).lower()], check=True, timeout=10)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch, x_server: str) -> Iterator[Desk]:
    skip_without("dbus-daemon", "dunst", "dunstctl")
    monkeypatch.setattr(descriptor_watch, "QUIET_SECONDS", 0.05)
    environment: dict[str, str] = {}
    with private_bus(tmp_path) as address, pulseaudio(tmp_path, environment) as sound:
        for name, value in {**environment, "DBUS_SESSION_BUS_ADDRESS": address}.items():
            monkeypatch.setenv(name, value)
        dunst = subprocess.Popen(["dunst"], stderr=subprocess.DEVNULL)
        manager = Manager()
        try:
            wait_for_name(address, "org.freedesktop.Notifications", dunst)
            manager.activate(0)
            yield Desk(sound, manager)
        finally:
            manager.close()
            dunst.terminate()
            dunst.wait(10)


@pytest.fixture
def senses(qtbot: QtBot, desk: Desk) -> Iterator[SystemSenses]:
    clock = SystemClock()
    senses = SystemSenses(lambda buses: probes_for_desk(clock, buses), clock)
    senses.start(desk.hear)
    yield senses
    senses.close()


def test_each_reason_comes_and_goes_as_news(qtbot: QtBot, desk: Desk, senses) -> None:
    def holds(*reasons: HoldReason) -> None:
        qtbot.waitUntil(lambda: desk.held == frozenset(reasons), timeout=PATIENCE_MS)

    window = desk.manager.window()
    desk.manager.activate(window)

    desk.do_not_disturb(is_on=True)
    holds(HoldReason.DO_NOT_DISTURB)
    with desk.sound.stream("parec", "microphone"):
        holds(HoldReason.DO_NOT_DISTURB, HoldReason.MICROPHONE)
        desk.do_not_disturb(is_on=False)
        holds(HoldReason.MICROPHONE)
    holds()
    desk.manager.fill(window)
    holds(HoldReason.FULLSCREEN)
    desk.manager.shrink(window)
    holds()


def test_the_self_test_knows_what_tells(qtbot: QtBot, desk: Desk, senses) -> None:
    def methods() -> dict[Capability, str]:
        return {
            each.capability: each.method for each in senses.reports() if each.health is Health.WORKS
        }

    qtbot.waitUntil(lambda: Capability.CALL in methods(), timeout=PATIENCE_MS)

    assert methods()[Capability.DO_NOT_DISTURB] == "dunst paused"
    assert methods()[Capability.FULLSCREEN] == "X11 _NET_WM_STATE"
    assert methods()[Capability.MICROPHONE] == "PulseAudio"
