"""The small window: the same session, kept in front, with its place remembered."""

import pytest
from PySide6.QtCore import Qt

from coreapp.domain.player_view import PlayerState
from coreapp.ui.theme.phases import PhaseLook
from tests.fakes.desktop import FakeStateFile

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def small(scene):
    """The small window, 15 s into the session."""
    scene.wait(15)
    scene.press(KEY.Key_W)
    return scene.window.small.window


def test_w_shows_the_small_window_instead_of_the_large_one(scene, small):
    assert (scene.window.isVisible(), small.isVisible()) == (False, True)
    assert small.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert (small.name.text(), small.digits.text) == ("Side plank", "15")
    assert small.facts.text() == "Left side · Set 1 of 2"
    assert small.next_line.text() == "Next: Switch to the right side"
    assert small.look is PhaseLook.WORK
    assert small.level == pytest.approx(0.75)


def test_it_goes_on_with_the_session_and_the_large_window_catches_up(scene, small):
    scene.wait(17)
    seen = small.badge.accessibleName()
    scene.qtbot.keyClick(small, KEY.Key_W)

    assert seen == "Switch sides"
    assert (scene.window.isVisible(), small.isVisible()) == (True, False)
    assert scene.window.session.panel.badge.accessibleName() == "Switch sides"
    assert scene.window.look is PhaseLook.SWITCH_SIDES


def test_its_buttons_and_keys_are_those_of_the_large_window(scene, small):
    scene.qtbot.keyClick(small, KEY.Key_Space)
    by_key = scene.live.player.state
    scene.qtbot.mouseClick(small.toggle, LEFT)
    by_button = scene.live.player.state
    scene.qtbot.mouseClick(small, LEFT, pos=small.figure.geometry().center())
    by_figure = scene.live.player.state
    scene.qtbot.mouseClick(small.next, LEFT)
    scene.qtbot.keyClick(small, KEY.Key_Q)

    states = PlayerState.PAUSED, PlayerState.LEAD_IN, PlayerState.PAUSED
    assert (by_key, by_button, by_figure) == states
    assert scene.index == 2
    for button in (small.toggle, small.next, small.large):
        assert min(button.width(), button.height()) >= 44
        assert button.accessibleName()


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_F, KEY.Key_D, KEY.Key_Question])
def test_what_needs_room_goes_back_to_the_large_window(scene, small, key):
    scene.qtbot.keyClick(small, key)

    assert scene.window.isVisible()
    assert not small.isVisible()


@pytest.mark.parametrize("way", ["button", "close", "front", "show"])
def test_there_are_ways_back(scene, small, way):
    ways = {
        "button": lambda: scene.qtbot.mouseClick(small.large, LEFT),
        "close": small.close,
        "front": scene.window.bring_to_front,
        "show": scene.window.show,
    }
    ways[way]()

    assert (scene.window.isVisible(), small.isVisible()) == (True, False)
    assert scene.live.player.state is PlayerState.RUNNING


def test_frames_are_painted_while_only_the_small_one_is_seen(scene, small):
    assert scene.window.conductor.ticker.painting

    small.close()
    scene.window.hide()

    assert not scene.window.conductor.ticker.painting


def test_the_end_is_asked_and_told_in_the_large_window(scene, small):
    scene.window.ask_end()

    assert scene.window.isVisible()
    assert scene.window._question is not None


def test_it_opens_where_it_was(make_scene):
    state = FakeStateFile({"other": 1})
    for _session in range(2):
        scene = make_scene()
        scene.window.small.keep_place_in(state)
        scene.window.begin()
        scene.window.small.enter()
        place = scene.window.small.window.geometry()
        if not _session:
            scene.window.small.window.setGeometry(60, 70, 500, 300)
        scene.window.close_now()

    assert (place.x(), place.y(), place.width(), place.height()) == (60, 70, 500, 300)
    assert state.document["other"] == 1


def test_a_minimised_window_keeps_time(scene):
    scene.window.showMinimized()
    scene.wait(15)

    assert scene.into == 15
    assert scene.window.conductor.ticker.waiting
