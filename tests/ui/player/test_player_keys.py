"""What keys and buttons do while a session runs."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence

from coreapp.domain.player_view import PlayerState
from coreapp.services.cue_player import Tone
from coreapp.ui.player.keys import BINDINGS, Action, KeysSheet
from coreapp.ui.widgets.key_cap import KeyCap

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def test_space_pauses_and_goes_on_after_the_lead_in(scene):
    scene.wait(15)
    scene.press(Qt.Key.Key_Space)
    scene.wait(60)
    paused = scene.into
    scene.press(Qt.Key.Key_Space)
    scene.wait(2)
    lead_in = scene.window.session.panel._state.text()
    scene.wait(3)

    assert paused == 15
    assert lead_in == "Goes on in 1"
    assert scene.into == pytest.approx(17)
    assert scene.heard["running_changed"] == [(True,), (False,), (True,)]


def test_space_is_the_tap_where_one_is_waited_for_and_p_still_pauses(make_scene):
    scene = make_scene("tapped")
    scene.window.begin()
    hint = scene.window.session.panel._hint.text()
    digits = scene.window.session.panel.digits.text
    scene.press(Qt.Key.Key_P)
    paused = scene.live.player.state
    scene.press(Qt.Key.Key_Space)
    scene.wait(3 + 40)
    waiting = scene.index
    scene.press(Qt.Key.Key_Space)

    assert hint == "Press Space when you are done."
    assert digits == "6"
    assert paused is PlayerState.PAUSED
    assert (waiting, scene.index) == (0, 1)
    assert scene.logged.sets[0].actual_reps == 6


def test_arrows_go_to_the_next_phase_and_back_and_ten_seconds_with_shift(scene):
    places = []
    scene.wait(15)
    for key, modifier in (
        (Qt.Key.Key_Right, SHIFT),
        (Qt.Key.Key_Left, SHIFT),
        (Qt.Key.Key_R, NONE),
        (Qt.Key.Key_Left, NONE),
        (Qt.Key.Key_Right, NONE),
        (Qt.Key.Key_Right, NONE),
    ):
        scene.press(key, modifier)
        places.append((scene.index, round(scene.into, 6)))

    # R begins the phase again, which began at 10; from there the arrow leads to the one before.
    assert places == [(1, 25), (1, 15), (1, 10), (0, 0), (1, 10), (2, 30)]


def test_s_stops_the_set_logs_what_was_done_and_says_so_until_the_next_phase(scene):
    scene.wait(2)
    scene.press(Qt.Key.Key_S)
    assert (scene.index, scene.window.session.line.text) == (0, ""), "nothing outside of work"

    scene.wait(8 + 12)
    scene.press(Qt.Key.Key_S)
    assert scene.index == 2
    assert scene.logged.sets[0].actual_seconds == 12
    assert not scene.logged.sets[0].skipped
    assert scene.window.session.line.text == "Stopped at 12 s; that is what the log says."

    scene.wait(5)
    assert scene.window.session.line.text == ""


def test_m_turns_the_tones_off_and_on(scene):
    scene.press(Qt.Key.Key_M)
    scene.wait(10)
    quiet, name = len(scene.tones.played), scene.window.session.top.mute.accessibleName()
    scene.press(Qt.Key.Key_M)
    scene.wait(20)

    assert (quiet, name) == (1, "Tones on (M)")
    assert scene.tones.tones[-1] is Tone.SWITCH_SIDES


def test_v_and_its_button_hide_the_muscles_and_show_them_again(scene):
    button = scene.window.session.top.muscles
    states = [button.isChecked()]
    scene.press(Qt.Key.Key_V)
    states.append(button.isChecked())
    button.click()
    states.append(button.isChecked())

    assert states == [True, False, True], "it begins with a hold"


def test_full_screen_goes_on_and_esc_leaves_it(scene):
    for key in (Qt.Key.Key_F, Qt.Key.Key_F11):
        scene.press(key)
        full = scene.window.isFullScreen()
        scene.press(Qt.Key.Key_Escape)

        assert full, key
        assert not scene.window.isFullScreen(), key
        assert scene.live.player.state is PlayerState.RUNNING, key


def test_distance_shows_large_figures_and_esc_leaves_it(scene):
    scene.wait(15)
    scene.press(Qt.Key.Key_D)
    distance = scene.window.distance
    seen, digits, name = distance.isVisible(), distance.digits.text, distance.name.text()
    height = distance.digits.sizeHint().height()
    scene.press(Qt.Key.Key_Escape)

    assert (seen, digits, name) == (True, "15", "Side plank")
    assert height >= scene.window.height() / 4
    assert scene.window.session.isVisible()
    assert scene.live.player.state is PlayerState.RUNNING


def test_a_click_in_the_distance_pauses(scene):
    scene.press(Qt.Key.Key_D)

    scene.qtbot.mouseClick(scene.window.distance, Qt.MouseButton.LeftButton)

    assert scene.live.player.state is PlayerState.PAUSED
    assert scene.window.distance.badge.accessibleName() == "Paused"


def test_enter_pauses_nothing_and_keys_with_control_are_left_to_others(scene):
    scene.press(Qt.Key.Key_Return)
    scene.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    scene.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert scene.live.player.state is PlayerState.RUNNING
    assert scene.index == 0


def test_the_buttons_do_what_the_keys_do(scene):
    transport, click = scene.window.session.transport, scene.qtbot.mouseClick
    click(transport.next, Qt.MouseButton.LeftButton)
    after_next = scene.index
    click(transport.forward, Qt.MouseButton.LeftButton)
    forward = scene.into
    click(transport.rewind, Qt.MouseButton.LeftButton)
    rewound = scene.into
    click(transport.back, Qt.MouseButton.LeftButton)
    back = scene.index
    click(transport.toggle, Qt.MouseButton.LeftButton)

    assert (after_next, forward, rewound, back) == (1, 20, 10, 0)
    assert scene.live.player.state is PlayerState.PAUSED


def test_a_click_on_a_button_leaves_space_to_the_pause(scene):
    scene.qtbot.mouseClick(scene.window.session.transport.next, Qt.MouseButton.LeftButton)

    scene.qtbot.keyClick(scene.window.focusWidget(), Qt.Key.Key_Space)

    assert scene.index == 1
    assert scene.live.player.state is PlayerState.PAUSED


def test_t_lets_every_phase_wait_and_space_enter_and_a_click_are_the_tap(scene):
    scene.press(Qt.Key.Key_T)
    said = scene.window.session.line.text
    scene.wait(60)
    waiting, hint = scene.index, scene.window.session.panel._hint.text()
    scene.press(Qt.Key.Key_Return)
    after_enter = scene.index
    scene.wait(60)
    figure = scene.window.session.figure
    scene.qtbot.mouseClick(
        scene.window.session, Qt.MouseButton.LeftButton, pos=figure.geometry().center()
    )
    after_click = scene.index
    scene.press(Qt.Key.Key_T)
    scene.wait(5)

    assert said.startswith("At your own pace")
    assert (waiting, after_enter, after_click) == (0, 1, 2)
    assert "Space" in hint
    assert scene.index == 3


def test_a_click_on_the_figure_pauses_and_beside_it_does_nothing(scene):
    session, click = scene.window.session, scene.qtbot.mouseClick
    click(session, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    beside = scene.live.player.state
    click(session, Qt.MouseButton.LeftButton, pos=session.figure.geometry().center())

    assert (beside, scene.live.player.state) == (PlayerState.RUNNING, PlayerState.PAUSED)


def test_plus_and_minus_change_the_tempo_and_say_so_in_a_hold(scene):
    scene.press(Qt.Key.Key_Plus)
    said = scene.window.session.line.text
    scene.wait(130)
    tempo = scene.window.session.beat.tempo
    faster, length = tempo.text, scene.live.view().phase.seconds
    for _press in range(5):
        scene.press(Qt.Key.Key_Minus)

    assert said == "Repetitions and flows: 110% of the planned tempo."
    assert faster == "110%"
    assert length == pytest.approx(30 / 1.1)
    assert tempo.text == "80%"
    assert not tempo.slower.isEnabled()
    assert scene.window.session.time._left.accessibleName() == "0:38 left"


def test_the_buttons_beneath_the_figure_change_the_tempo(scene):
    scene.wait(130 + 5.5)
    tempo, click = scene.window.session.beat.tempo, scene.qtbot.mouseClick
    click(tempo.faster, Qt.MouseButton.LeftButton)
    faster = scene.live.player.pace.tempo
    click(tempo.slower, Qt.MouseButton.LeftButton)

    assert (faster, scene.live.player.pace.tempo) == (110, 100)
    assert scene.window.session.beat.bar.beat.text == "2 of 6"
    assert scene.window.session.line.text == ""


def test_no_key_has_two_meanings_and_each_action_is_bound_and_done(scene):
    pairs = [(key, each.shift) for each in BINDINGS for key in each.bound]

    assert len(pairs) == len(set(pairs))
    assert {each.action for each in BINDINGS} == set(Action) == set(scene.window._actions)


def test_the_sheet_shows_every_key_that_is_bound(scene):
    scene.press(Qt.Key.Key_Question)
    sheet = scene.window.findChild(KeysSheet)
    caps = [each.accessibleName() or each.text() for each in sheet.findChildren(KeyCap)]
    seen = sheet.isVisible()
    sheet.close()

    assert seen
    for binding in BINDINGS:
        for key in binding.keys:
            name = {Qt.Key.Key_Left: "←", Qt.Key.Key_Right: "→", Qt.Key.Key_Minus: "−"}.get(
                key, {Qt.Key.Key_Return: "Enter", Qt.Key.Key_Escape: "Esc"}.get(key)
            )
            name = name or QKeySequence(key).toString()
            assert (f"Shift {name}" if binding.shift else name) in caps
    assert "Media keys" in caps
