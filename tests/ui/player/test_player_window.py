"""The session in its window, on a clock that the test moves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from coreapp.domain.errors import DiskFullError
from coreapp.domain.player import PlayerOptions, PlayerState
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome
from coreapp.services.cue_player import Tone
from coreapp.ui.player.keys import KeysSheet
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.stylesheet import make_stylesheet

SHIFT = Qt.KeyboardModifier.ShiftModifier


def answer(scene, name):
    """Press an answer of the question that is open."""
    question = scene.window._question
    button = question.findChild(QPushButton, name)
    scene.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


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


def test_the_tide_sinks_with_the_time_that_is_left(scene):
    scene.wait(10 + 5)

    assert scene.window.level == pytest.approx(0.75)
    assert scene.window.session.panel.digits.text == "15"


def test_every_phase_is_announced_by_tone_and_word(scene):
    scene.wait(10)

    assert scene.tones.tones[0] is Tone.GET_READY
    assert scene.tones.tones[-1] is Tone.WORK
    assert scene.window.accessibleDescription() == "Hold: Side plank, Left side, 20 s"


def test_the_engine_is_called_by_a_timer_and_not_after_a_pause(scene):
    running = scene.window.conductor.ticker.waiting

    scene.press(Qt.Key.Key_Space)

    assert running
    assert not scene.window.conductor.ticker.waiting
    assert not scene.window.conductor.ticker.painting


def test_nothing_is_painted_while_the_window_is_hidden(scene):
    ticker = scene.window.conductor.ticker
    seen = ticker.painting
    scene.window.hide()
    hidden = ticker.painting
    scene.window.show()

    assert (seen, hidden, ticker.painting) == (True, False, True)
    assert ticker.waiting


def test_with_reduced_motion_the_tide_steps_with_the_seconds(make_scene, theme):
    theme.set_reduced_motion(reduced=True)
    scene = make_scene()
    scene.window.begin()

    scene.wait(10 + 4.5)

    assert scene.window.level == pytest.approx(16 / 20)
    assert scene.window.conductor.ticker._frames.interval() == 1000


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


def test_right_goes_on_and_left_back(scene):
    scene.press(Qt.Key.Key_Right)
    after = scene.index
    scene.press(Qt.Key.Key_Left)

    assert (after, scene.index) == (1, 0)


@pytest.mark.parametrize(
    ("key", "modifier", "place"),
    [
        (Qt.Key.Key_Right, SHIFT, 25),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, 25),
        (Qt.Key.Key_Left, SHIFT, 5),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.NoModifier, 5),
    ],
)
def test_ten_seconds_on_and_back(scene, key, modifier, place):
    scene.wait(15)

    scene.press(key, modifier)

    assert scene.into == pytest.approx(place)


def test_s_stops_the_set_and_logs_what_was_done(scene):
    scene.wait(10 + 12)

    scene.press(Qt.Key.Key_S)

    assert scene.index == 2
    assert scene.logged.sets[0].actual_seconds == 12
    assert not scene.logged.sets[0].skipped
    assert scene.window.session.line.text == "Stopped at 12 s; that is what the log says."


def test_what_was_stopped_is_said_until_the_next_phase(scene):
    scene.wait(10 + 12)
    scene.press(Qt.Key.Key_S)
    scene.wait(5)

    assert scene.window.session.line.text == ""


def test_s_does_nothing_outside_of_work(scene):
    scene.wait(2)

    scene.press(Qt.Key.Key_S)

    assert scene.index == 0
    assert scene.window.session.line.text == ""


def test_r_begins_the_phase_again(scene):
    scene.wait(10 + 12)

    scene.press(Qt.Key.Key_R)

    assert scene.into == pytest.approx(10)


def test_m_turns_the_tones_off_and_on(scene):
    scene.press(Qt.Key.Key_M)
    scene.wait(10)
    quiet, name = len(scene.tones.played), scene.window.session.top.mute.accessibleName()
    scene.press(Qt.Key.Key_M)
    scene.wait(20)

    assert (quiet, name) == (1, "Tones on (M)")
    assert scene.tones.tones[-1] is Tone.SWITCH_SIDES


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_F11])
def test_full_screen_goes_on_and_esc_leaves_it(scene, key):
    scene.press(key)
    full = scene.window.isFullScreen()
    scene.press(Qt.Key.Key_Escape)

    assert full
    assert not scene.window.isFullScreen()
    assert scene.live.player.state is PlayerState.RUNNING


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


def test_the_sheet_names_every_key(scene):
    scene.press(Qt.Key.Key_Question)
    sheet = scene.window.findChild(KeysSheet)

    assert sheet.isVisible()
    sheet.close()


def test_keys_with_control_are_left_to_others(scene):
    scene.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    scene.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

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


def test_buttons_are_named_and_large_enough(scene):
    session = scene.window.session
    buttons = [*session.transport.findChildren(QPushButton), session.top.end, session.top.mute]

    for button in buttons:
        assert button.accessibleName() or button.text()
        assert button.toolTip()
        assert min(button.width(), button.height()) >= 44


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


def test_the_end_is_asked_about_and_keeps_what_was_done(scene):
    scene.wait(10 + 12)
    scene.press(Qt.Key.Key_Escape)
    asked = scene.live.player.state
    answer(scene, "end_and_keep")

    assert asked is PlayerState.PAUSED
    assert scene.logged.outcome is Outcome.ENDED_EARLY
    assert scene.logged.work_seconds == 12
    assert scene.window.after.isVisible()
    assert scene.heard["finished"] == [(Outcome.ENDED_EARLY, 12.0)]


def test_going_on_instead_of_ending_resumes(scene):
    scene.wait(15)
    scene.window.session.top.end.click()

    answer(scene, "go_on")

    assert scene.live.player.state is PlayerState.LEAD_IN
    assert scene.window._question is None


def test_a_session_that_was_paused_before_the_question_stays_paused(scene):
    scene.press(Qt.Key.Key_Space)
    scene.press(Qt.Key.Key_Escape)

    answer(scene, "go_on")

    assert scene.live.player.state is PlayerState.PAUSED


def test_closing_a_running_session_asks_first(scene):
    scene.wait(15)

    closed = scene.window.close()
    scene.window.close()

    assert not closed
    assert scene.window.isVisible()
    assert scene.live.player.state is PlayerState.PAUSED
    assert scene.heard["closed"] == []
    answer(scene, "go_on")


def test_closing_at_the_end_of_the_program_leaves_the_session_cut_off(scene):
    scene.wait(40)

    scene.window.close_now()

    assert not scene.window.isVisible()
    assert not scene.window.conductor.ticker.waiting
    assert not scene.window.conductor.ticker.painting
    assert scene.logged.outcome is Outcome.INTERRUPTED
    assert len(scene.heard["closed"]) == 1


def test_ending_before_any_work_asks_nothing_more(scene):
    scene.wait(4)
    scene.press(Qt.Key.Key_Escape)

    answer(scene, "end_and_keep")

    assert not scene.window.isVisible()
    assert scene.heard["closed"][0][0].outcome is Outcome.ENDED_EARLY


def test_an_absence_stops_the_session_and_says_where(make_scene):
    scene = make_scene(options=PlayerOptions())
    scene.window.begin()
    for _ in range(4):
        scene.wait(3)
    scene.clock.sleep(600)
    scene.wait(0.5)
    said = scene.window.session.question.text
    scene.window.session.question.go_on.click()
    scene.wait(3)

    assert said == "You were away, so it stopped at 0:12."
    assert scene.live.player.state is PlayerState.RUNNING
    assert scene.window.session.question.text == ""


def test_after_an_absence_the_session_can_be_ended(make_scene):
    scene = make_scene(options=PlayerOptions())
    scene.window.begin()
    for _ in range(4):
        scene.wait(3)
    scene.wait(600)

    scene.window.session.question.end.click()

    assert scene.logged.outcome is Outcome.ENDED_EARLY


def test_a_log_that_cannot_be_written_is_told_and_the_session_goes_on(scene):
    scene.wait(10)
    scene.database.failure = DiskFullError()
    before = len(scene.heard["session_saved"])
    scene.wait(21)
    said, saved = scene.window.session.line.text, len(scene.heard["session_saved"])
    scene.wait(5)
    still = scene.window.session.line.text
    scene.database.failure = None
    scene.wait(20)

    assert said.startswith("The disk is full. What was saved before is safe")
    assert "tried again" in said
    assert still == said
    assert saved == before
    assert scene.window.session.line.text == ""
    assert len(scene.heard["session_saved"]) > saved
    assert [each.actual_seconds for each in scene.logged.sets] == [20, 20]


def test_work_is_told_as_it_is_done_and_only_once(scene):
    scene.wait(30.5)
    scene.press(Qt.Key.Key_Left)
    scene.press(Qt.Key.Key_Left)
    scene.wait(5)
    scene.press(Qt.Key.Key_S)

    assert scene.heard["phase_work_done"] == [(20.0,)]
    assert scene.window.conductor.work_seconds == 20


def test_the_whole_session_is_completed(scene):
    for _ in range(17):
        scene.wait(10)

    assert scene.heard["started"] == [()]
    assert scene.heard["finished"] == [(Outcome.COMPLETED, 110.0)]
    assert scene.logged.outcome is Outcome.COMPLETED
    assert scene.tones.tones[-1] is Tone.FINISHED
    assert scene.window.look is PhaseLook.DONE
    assert not scene.window.conductor.ticker.painting


def test_a_session_that_was_cut_off_waits_where_it_was(make_scene):
    first = make_scene()
    first.window.begin()
    first.wait(10 + 20 + 2)
    first.window.close_now()
    scene = make_scene(database=first.database, go_on="s1")
    scene.window.begin()
    waiting, said = scene.live.player.state, scene.window.session.question.text
    scene.press(Qt.Key.Key_Space)
    scene.wait(3 + 5 + 20)

    assert waiting is PlayerState.PAUSED
    assert said == "This is where the session was cut off."
    assert scene.live.view().phase.kind is PhaseKind.REST
    assert scene.heard["phase_work_done"] == [(20.0,)]
    assert [each.phase for each in scene.logged.sets] == [1, 3]


def test_work_from_before_the_cut_is_not_told_again(make_scene):
    first = make_scene()
    first.window.begin()
    first.wait(10 + 20 + 2)
    first.window.close_now()
    scene = make_scene(database=first.database, go_on="s1")
    scene.window.begin()
    scene.press(Qt.Key.Key_Left)
    scene.press(Qt.Key.Key_Space)
    scene.wait(3 + 20)

    assert scene.index == 2
    assert scene.heard["phase_work_done"] == []


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


@pytest.mark.parametrize("name", ["pause", "mute", "full_screen", "help"])
def test_the_head_has_what_concerns_the_window(make_scene, name):
    scene = make_scene("tapped")
    scene.window.begin()
    button = getattr(scene.window.session.top, name)
    seen = button.isVisible()

    scene.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    happened = {
        "pause": scene.live.player.state is PlayerState.PAUSED,
        "mute": scene.window.conductor.muted,
        "full_screen": scene.window.isFullScreen(),
        "help": scene.window.findChild(KeysSheet) is not None,
    }
    assert seen
    assert [key for key, value in happened.items() if value] == [name]


def test_where_time_ends_a_phase_there_is_one_pause_button(scene):
    assert not scene.window.session.top.pause.isVisible()


def test_a_large_text_leaves_out_the_figure_before_the_words(make_scene, theme):
    theme.set_text_factor(2.0)
    scene = make_scene()
    scene.window.setStyleSheet(make_stylesheet(theme.tokens, theme.fonts))
    scene.window.resize(960, 640)
    scene.window.begin()
    scene.window.session.question.ask("You were away.")
    scene.wait(15)
    panel = scene.window.session.panel

    assert not scene.window.session.figure.isVisible()
    assert panel.title.height() >= panel.title.heightForWidth(panel.title.width())


@pytest.mark.parametrize("size", [(1440, 900), (1024, 680), (960, 640)])
def test_nothing_is_cut_off_at_any_size(scene, size):
    scene.window.resize(*size)
    scene.wait(15)
    panel = scene.window.session.panel

    assert panel.title.height() >= panel.title.heightForWidth(panel.title.width())
    assert panel.steps.isVisible()
    assert panel.steps.height() >= panel.steps.least_height(panel.steps.width())
    assert scene.window.session.figure.isVisible()
    assert scene.window.session.transport.geometry().bottom() <= scene.window.height()
