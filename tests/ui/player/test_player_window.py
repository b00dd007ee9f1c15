"""The session in its window, on a clock that the test moves."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QWidget

from coreapp.domain.player_view import PlayerState
from coreapp.services.cue_player import Tone
from coreapp.ui.player.controls import TopBar
from coreapp.ui.player.keys import KeysSheet
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.stylesheet import make_stylesheet

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_session_goes_through_its_phases(scene):
    looks, badges = [], []
    for seconds in (3, 10, 21, 5, 21):
        scene.wait(seconds)
        looks.append(scene.window.look)
        badges.append(scene.window.session.panel.badge.accessibleName())

    assert looks == [
        PhaseLook.GET_READY,
        PhaseLook.WORK,
        PhaseLook.SWITCH_SIDES,
        PhaseLook.WORK,
        PhaseLook.REST,
    ]
    assert badges == ["Get ready", "Hold", "Switch sides", "Hold", "Rest"]


def test_a_phase_is_announced_by_tone_and_word_and_the_tide_sinks_with_its_time(scene):
    scene.wait(10)
    assert scene.tones.tones[0] is Tone.GET_READY
    assert scene.tones.tones[-1] is Tone.WORK
    assert scene.window.accessibleDescription() == "Hold: Side plank, Left side, 20 s"

    scene.wait(5)
    assert scene.window.level == pytest.approx(0.75)
    assert scene.window.session.panel.digits.text == "15"


def test_nothing_is_painted_while_it_is_hidden_and_nothing_called_in_a_pause(scene):
    ticker = scene.window.conductor.ticker
    seen = ticker.painting
    scene.window.hide()
    hidden = ticker.painting
    scene.window.show()
    assert (seen, hidden, ticker.painting) == (True, False, True)
    assert ticker.waiting

    scene.press(Qt.Key.Key_Space)
    assert not ticker.waiting
    assert not ticker.painting


def test_with_reduced_motion_the_tide_steps_with_the_seconds(make_scene, theme):
    theme.set_reduced_motion(reduced=True)
    scene = make_scene()
    scene.window.begin()

    scene.wait(10 + 4.5)

    assert scene.window.level == pytest.approx(16 / 20)
    assert scene.window.conductor.ticker._frames.interval() == 1000


def test_buttons_are_named_and_large_enough_and_there_is_no_more_than_is_needed(scene):
    session = scene.window.session
    buttons = [*session.transport.findChildren(QPushButton), session.top.end, session.top.mute]

    for button in buttons:
        assert button.accessibleName() or button.text()
        assert button.toolTip()
        assert min(button.width(), button.height()) >= 44
    assert not session.top.pause.isVisible(), "time ends the phases: one pause button is enough"
    assert not session.top.more.isVisible(), "there is room for all: no menu"
    assert session.top._place.text().startswith("Exercise 1 of")


def test_a_click_on_the_bar_goes_there(scene):
    bar = scene.window.session.time.bar
    middle = bar.rect().center()
    place = bar.seconds_at(middle.x())

    scene.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle)

    assert scene.into == pytest.approx(place)
    assert scene.index > 0


def test_the_bar_and_the_clocks_show_where_the_session_is(scene):
    scene.wait(70)

    time = scene.window.session.time
    assert time.bar.position == pytest.approx(70)
    assert time._elapsed.text() == "1:10"
    assert time._left.accessibleName() == "1:30 left"


def test_the_positions_of_a_flow_are_announced(make_scene):
    scene = make_scene("flow")
    scene.window.begin()
    for _ in range(11):
        scene.wait(1)

    assert scene.window.accessibleDescription() == "Raised arms"
    assert scene.tones.tones[-1] is Tone.POSITION
    assert scene.window.session.panel.title.text() == "Raised arms"


def test_announcements_reach_a_screen_reader_that_runs(scene):
    QAccessible.setActive(True)
    try:
        scene.wait(10)
    finally:
        QAccessible.setActive(False)

    assert scene.window.accessibleDescription().startswith("Hold")


def test_the_head_has_what_concerns_the_window(make_scene):
    scene = make_scene("tapped")
    scene.window.begin()
    happened = {
        "pause": lambda: scene.live.player.state is PlayerState.PAUSED,
        "mute": lambda: scene.window.conductor.muted,
        "full_screen": scene.window.isFullScreen,
        "help": lambda: scene.window.findChild(KeysSheet) is not None,
    }
    for number, name in enumerate(happened, start=1):
        button = getattr(scene.window.session.top, name)
        assert button.isVisible(), name

        scene.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

        done = [key for key, has_happened in happened.items() if has_happened()]
        assert done == list(happened)[:number]


def test_a_large_text_has_its_words_whole_before_the_figure(make_scene, theme):
    theme.set_text_factor(2.0)
    scene = make_scene()
    scene.window.setStyleSheet(make_stylesheet(theme.tokens, theme.fonts))
    scene.window.resize(960, 640)
    scene.window.begin()
    scene.window.session.question.ask("You were away.")
    scene.wait(15)
    QApplication.processEvents()
    panel = scene.window.session.panel

    figure = scene.window.session.figure
    assert panel.isAncestorOf(figure) or not figure.isVisible()
    assert panel.title.height() >= panel.title.heightForWidth(panel.title.width())


def test_nothing_is_cut_off_at_any_size(scene):
    scene.wait(15)
    session, panel = scene.window.session, scene.window.session.panel
    for size in ((1440, 900), (1024, 680), (960, 640)):
        scene.window.resize(*size)
        QApplication.processEvents()

        assert panel.title.height() >= panel.title.heightForWidth(panel.title.width()), size
        assert panel.steps.isVisible(), size
        assert panel.steps.height() >= panel.steps.least_height(panel.steps.width()), size
        assert session.figure.isVisible(), size
        assert session.transport.geometry().bottom() <= scene.window.height(), size


def test_the_bar_says_what_lies_under_the_mouse(scene, monkeypatch):
    time, told = scene.window.session.time, []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    place = time.bar.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, time.bar.mapToGlobal(place))
    QApplication.sendEvent(time.bar, event)

    assert told == [time.told_at(place.x())]
    assert time.told_at(1) == "0:00 · Get ready: Side plank, Left side, 10 s"
    assert time.bar.height() >= 44


@pytest.mark.parametrize("seconds", [15, 109])
def test_in_the_distance_digits_are_a_quarter_of_the_height(make_scene, seconds):
    scene = make_scene("rounds")
    scene.window.begin()
    scene.wait(seconds)
    scene.press(Qt.Key.Key_D)
    digits = scene.window.distance.digits
    for size in ((960, 640), (1024, 680), (1440, 900), (1920, 1080), (3840, 2160)):
        scene.window.resize(*size)
        QApplication.processEvents()

        assert digits.height() / 1.04 >= scene.window.height() / 4, size
        assert digits.width() >= digits._width(scene.window.height() / 4), size


def test_a_head_without_room_folds_buttons_before_the_title(make_scene, theme):
    theme.set_text_factor(2.0)
    scene = make_scene("tapped")
    scene.window.setStyleSheet(make_stylesheet(theme.tokens, theme.fonts))
    scene.window.resize(960, 640)
    scene.window.begin()
    QApplication.processEvents()
    top = scene.window.session.top
    top.show_place("Exercise 1 of 7", "1 of 7")
    QApplication.processEvents()

    assert top.pause.isVisible()
    assert not top.full_screen.isVisible()
    assert not top._title.elided
    assert top._place.text() == "1 of 7"
    assert top.end.width() >= top.end.sizeHint().width()


@pytest.mark.parametrize(
    ("width", "seen"), [(560, (True, "3 of 7")), (420, (False, "Part 3 of 7"))]
)
def test_a_head_that_has_no_menu_tells_the_place_rather_than_a_few_letters(
    qtbot, theme, width, seen
):
    top = TopBar(theme, "A session of which it takes a good many words to say what it is")
    qtbot.addWidget(top)
    way_out = QWidget()
    way_out.setFixedWidth(200)
    top.set_plain(way_out)
    top.show_place("Part 3 of 7", "3 of 7")
    top.resize(width, 60)
    top.show()
    QApplication.processEvents()

    assert (top._title.isVisible(), top._place.text()) == seen
    assert way_out.isVisible()

    top.resize(1200, 60)
    assert (top._title.isVisible(), top._place.text()) == (True, "Part 3 of 7")


def test_a_head_folds_anew_when_a_button_needs_more_room(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    top = TopBar(theme, "A session for runners")
    top.setParent(window)
    top.show_place("Exercise 1 of 7", "1 of 7")
    top.resize(top.sizeHint().width(), 60)
    window.show()
    QApplication.processEvents()
    before = top.more.isVisible()
    top.end.setText("In another language a longer word…")
    for _layout in range(3):
        QApplication.processEvents()

    assert (before, top.more.isVisible()) == (False, True)
    assert not top._title.elided


def test_what_the_head_folds_is_in_its_menu(make_scene, theme):
    theme.set_text_factor(2.0)
    scene = make_scene()
    scene.window.setStyleSheet(make_stylesheet(theme.tokens, theme.fonts))
    scene.window.resize(960, 640)
    scene.window.begin()
    top = scene.window.session.top
    top._menu.aboutToShow.emit()
    offered = {action.text(): action for action in top._menu.actions()}

    offered["Full screen (F)"].trigger()

    assert top.more.isVisible()
    assert "Show the muscles (V)" in offered
    assert scene.window.isFullScreen()
