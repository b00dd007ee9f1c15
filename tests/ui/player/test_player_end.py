"""How a session ends, is cut off, and is told to the log."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from coreapp.domain.errors import DiskFullError
from coreapp.domain.player import PlayerOptions
from coreapp.domain.player_view import PlayerState
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome
from coreapp.services.cue_player import Tone
from coreapp.ui.theme.phases import PhaseLook

SHIFT = Qt.KeyboardModifier.ShiftModifier


def answer(scene, name):
    """Press an answer of the question that is open."""
    question = scene.window._question
    button = question.findChild(QPushButton, name)
    scene.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


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
