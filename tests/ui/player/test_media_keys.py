"""Media keys that reach the window itself, on systems that hand them to the one in front."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from coreapp.domain.player_view import PlayerState

KEY = Qt.Key


def press(scene, key: Qt.Key) -> None:
    """Press a key; QTest has no codes for all of these."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(scene.window, event)


@pytest.mark.parametrize("key", [KEY.Key_MediaPlay, KEY.Key_MediaTogglePlayPause])
def test_play_pauses_and_goes_on(scene, key):
    states = []
    for _press in range(2):
        press(scene, key)
        states.append(scene.live.player.state)

    assert states == [PlayerState.PAUSED, PlayerState.LEAD_IN]


def test_pause_only_pauses(scene):
    for _press in range(2):
        press(scene, KEY.Key_MediaPause)

    assert scene.live.player.state is PlayerState.PAUSED


def test_next_and_previous(scene):
    press(scene, KEY.Key_MediaNext)
    after = scene.index
    press(scene, KEY.Key_MediaPrevious)

    assert (after, scene.index) == (1, 0)


def test_forward_and_rewind(scene):
    scene.wait(15)
    press(scene, KEY.Key_AudioForward)
    after = scene.into
    press(scene, KEY.Key_AudioRewind)

    assert (after, scene.into) == (25, 15)


def test_stop_asks_first(scene):
    press(scene, KEY.Key_MediaStop)

    assert scene.window._question is not None
    assert not scene.window.conductor.is_over


def test_play_is_the_tap_where_one_is_waited_for(make_scene):
    scene = make_scene("tapped")
    scene.window.begin()
    press(scene, KEY.Key_MediaPlay)

    assert scene.index == 1
