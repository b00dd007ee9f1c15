"""Media keys that reach the window itself, on systems that hand them to the one in front."""

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


def test_each_does_what_it_says(scene):
    press(scene, KEY.Key_MediaNext)
    after = scene.index
    press(scene, KEY.Key_MediaPrevious)
    assert (after, scene.index) == (1, 0)

    scene.wait(15)
    press(scene, KEY.Key_AudioForward)
    after = scene.into
    press(scene, KEY.Key_AudioRewind)
    assert (after, scene.into) == (25, 15)

    states = []
    for key in (KEY.Key_MediaPlay, KEY.Key_MediaTogglePlayPause):
        for _press in range(2):
            press(scene, key)
            states.append(scene.live.player.state)
        scene.wait(3)
    assert states == 2 * [PlayerState.PAUSED, PlayerState.LEAD_IN]

    for _press in range(2):
        press(scene, KEY.Key_MediaPause)
        assert scene.live.player.state is PlayerState.PAUSED, "it only pauses"

    press(scene, KEY.Key_MediaStop)
    assert scene.window._question is not None, "it asks first"
    assert not scene.window.conductor.is_over


def test_play_is_the_tap_where_one_is_waited_for(make_scene):
    scene = make_scene("tapped")
    scene.window.begin()
    press(scene, KEY.Key_MediaPlay)

    assert scene.index == 1
