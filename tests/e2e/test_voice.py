"""A session that is spoken, and one that cannot be."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coreapp.desktop import speech
from coreapp.desktop.speech import QtSpeech
from coreapp.program import session_stage
from coreapp.services.speaking import VoiceState
from coreapp.ui.navigation import PageKey
from tests.e2e.world import World, texts_of

ROUTINE = "core-basics-runners"
NO_VOICE = "No voice, so there are tones: install speech-dispatcher and espeak-ng."

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the remedy is that of Linux"),
    pytest.mark.usefixtures("tray"),
]


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's engine for tests speaks; it is heard by nobody."""
    monkeypatch.setattr(
        session_stage,
        "QtSpeech",
        lambda clock: QtSpeech(clock, ("mock",), lambda: VoiceState.READY),
    )


@pytest.fixture(autouse=True)
def _uninstalled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine of the tests may have what speaks, or not."""
    monkeypatch.setattr(speech, "server_is_installed", lambda: False)


def state_of(world: World) -> VoiceState:
    return world.program.sessions.sound_check.state


def wait_for(world: World, state: VoiceState) -> None:
    world.qtbot.waitUntil(lambda: state_of(world) is state)
    world.settle()


def change(world: World, **settings: object) -> None:
    world.program.apply_settings(world.services.preferences.change(settings))


def test_a_session_without_a_voice_says_what_to_install(world: World) -> None:
    assert state_of(world) is VoiceState.NOT_ASKED, "a start looks for no voice"

    world.begin(ROUTINE)
    wait_for(world, VoiceState.NO_ENGINE)

    assert world.player.session.line.text == NO_VOICE


def test_the_page_of_the_breaks_lists_the_voice(world: World) -> None:
    page = world.open_page(PageKey.BREAKS)
    world.qtbot.waitUntil(lambda: "Voice" in texts_of(page))
    wait_for(world, VoiceState.NO_ENGINE)

    # Every few seconds the page looks whether something is different.
    world.qtbot.waitUntil(lambda: NO_VOICE in texts_of(page))


def test_the_settings_say_it_too(world: World) -> None:
    page = world.open_page(PageKey.SETTINGS)
    world.click(page, "nav_settings_sounds")
    wait_for(world, VoiceState.NO_ENGINE)

    assert NO_VOICE in [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


@pytest.mark.usefixtures("spoken")
def test_a_session_is_spoken_a_pause_silences_it_and_settings_are_heard_at_once(
    world: World,
) -> None:
    world.begin(ROUTINE)
    wait_for(world, VoiceState.READY)
    engine = world.program.sessions._speech._engine
    world.qtbot.waitUntil(lambda: engine.state().name == "Speaking")

    world.qtbot.keyClick(world.player, Qt.Key.Key_Space)

    world.qtbot.waitUntil(lambda: engine.state().name == "Ready")
    assert world.player.session.line.text == ""

    change(world, voice_volume_percent=30, voice_rate=-3)
    assert (engine.volume(), engine.rate()) == (0.3, -0.3)


@pytest.mark.usefixtures("spoken")
def test_a_voice_is_looked_for_when_it_is_switched_on_and_can_be_heard_and_chosen(
    world: World,
) -> None:
    change(world, voice=False)
    world.begin(ROUTINE)
    world.settle()
    assert state_of(world) is VoiceState.NOT_ASKED
    assert world.player.session.line.text == ""
    world.player.close_now()
    page = world.open_page(PageKey.SETTINGS)
    assert state_of(world) is VoiceState.NOT_ASKED

    change(world, voice=True)
    wait_for(world, VoiceState.READY)

    world.click(page, "nav_settings_sounds")
    world.choose(page, "Anne")
    world.click(page, "Listen")
    engine = world.program.sessions._speech._engine
    assert engine.voice().name() == "Anne"
    world.qtbot.waitUntil(lambda: engine.state().name == "Speaking")
