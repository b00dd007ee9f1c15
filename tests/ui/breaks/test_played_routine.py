"""The routine of a break plays in the break's own windows: keys, the way out, the end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coreapp.domain.errors import DiskFullError
from coreapp.domain.player_view import PlayerState
from coreapp.domain.sitting.view import StateWhy
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.grown_break import DONE_SECONDS
from coreapp.ui.theme.phases import PhaseLook
from tests.ui.breaks.room import Room, wait_until_decided


def state(room: Room) -> PlayerState:
    return room.played.conductor.state


def test_the_windows_stay_and_the_routine_comes_with_few_controls(room: Room):
    room.office.screens.names = ["left", "right"]
    room.office.work_until_the_break()
    before = room.grown.windows

    room.grown.answered.emit(BreakAnswer.ROUTINE)

    assert room.grown.windows == before
    assert all(each.isVisible() for each in before)
    assert room.main.shown is room.played.session
    assert state(room) is PlayerState.RUNNING
    assert room.desk.view.why is StateWhy.SESSION
    assert room.logged.kind is SessionKind.BREAK
    session = room.played.session
    seen = (session.transport.back, session.transport.toggle, session.transport.next)
    assert all(each.isVisible() for each in (*seen, session.top.mute))
    gone = (session.transport.rewind, session.transport.forward)
    top = (session.top.end, session.top.small, session.top.full_screen, session.top.help)
    assert not any(each.isVisible() for each in (*gone, *top, session.top.own_pace))


def test_one_exercise_plays_there_as_well(room: Room):
    room.answer(BreakAnswer.EXERCISE)

    assert room.main.shown is room.played.session
    assert len({each.exercise for each in room.played.conductor.live.timeline.phases}) == 1


def test_chosen_in_the_bar_it_grows_into_the_routine(room: Room):
    room.office.screens.names = ["left", "right"]
    room.office.work_until_the_bar()

    room.office.prompter.bar.button(BreakAnswer.ROUTINE).click()

    assert room.office.prompter.bar is None
    assert [each.isVisible() for each in room.grown.windows] == [True, True]
    assert room.main.shown is room.played.session
    assert room.grown.content is None  # the question was never on the screen


def test_what_was_typed_when_it_came_up_from_the_bar_is_ignored(room: Room):
    room.office.work_until_the_bar()
    room.office.prompter.bar.button(BreakAnswer.ROUTINE).click()
    toggle = room.played.session.transport.toggle

    room.press(Qt.Key.Key_Space)
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    QTest.mouseClick(room.played.session.time.bar, Qt.MouseButton.LeftButton)
    assert state(room) is PlayerState.RUNNING
    assert room.played.conductor.view().session_into == 0

    room.desk.clock.advance(1.1)
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)

    assert state(room) is PlayerState.PAUSED


def test_space_and_arrows_are_those_of_the_player(room: Room):
    room.answer()
    view = room.played.conductor.view

    room.press(Qt.Key.Key_Space)
    assert state(room) is PlayerState.PAUSED
    room.press(Qt.Key.Key_Space)
    assert state(room) is PlayerState.LEAD_IN
    room.press(Qt.Key.Key_Right)
    assert view().index == 1
    room.press(Qt.Key.Key_Right, shift=True)
    assert view().seconds_into == 10
    room.press(Qt.Key.Key_Left, shift=True)
    room.press(Qt.Key.Key_Left)
    assert view().index == 0


def test_other_keys_of_the_player_and_those_of_the_answers_do_nothing(room: Room):
    room.office.screens.names = ["left", "right"]
    room.answer()
    before = room.played.conductor.view()

    for key in (Qt.Key.Key_E, Qt.Key.Key_A, Qt.Key.Key_L, Qt.Key.Key_N):
        room.press(key)
        assert room.desk.view.why is StateWhy.SESSION, key
        assert room.office.failures == [], key
    for key in (Qt.Key.Key_T, Qt.Key.Key_W, Qt.Key.Key_F, Qt.Key.Key_D):
        room.press(key)
        assert room.played.conductor.view().pace == before.pace, key
        assert room.main.isFullScreen(), key
    assert state(room) is PlayerState.RUNNING

    room.press(Qt.Key.Key_Space, room.calm[0])
    assert state(room) is PlayerState.PAUSED, "keys are heard on every screen"


def test_esc_held_gives_the_screens_back_and_the_log_has_what_was_done(qtbot, room: Room):
    room.answer()
    room.play(30)

    QTest.keyPress(room.main, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not room.grown.is_open, timeout=3000)

    assert room.logged.outcome is Outcome.ENDED_EARLY
    assert room.player.routine is None
    ((outcome, work),) = room.served
    assert outcome is Outcome.ENDED_EARLY
    assert 0 < work < 30
    assert room.desk.view.today.partial == 1


def test_esc_tapped_stays(qtbot, room: Room):
    room.answer()

    with qtbot.assertNotEmitted(room.played.finished):
        room.press(Qt.Key.Key_Escape)
        wait_until_decided(qtbot, room.main._esc)
    assert state(room) is PlayerState.RUNNING


def test_closing_the_window_from_outside_leaves(room: Room):
    room.answer()

    room.main.close()

    assert not room.grown.is_open
    assert room.logged.outcome is not Outcome.INTERRUPTED


def test_the_screens_are_free_even_if_the_log_cannot_be_written(room: Room, monkeypatch):
    room.answer()

    def full(_session: object) -> None:
        raise DiskFullError("full")

    monkeypatch.setattr(room.desk.database.stored.sessions, "update", full)
    room.grown.main.answered.emit(BreakAnswer.LEFT)

    assert not room.grown.is_open
    assert len(room.served) == 1


def test_played_to_its_end_it_is_the_break_and_says_so_for_a_moment(qtbot, room: Room):
    room.office.screens.names = ["left", "right"]
    room.answer()
    room.play()

    assert room.logged.outcome is Outcome.COMPLETED
    assert (room.desk.view.today.taken, room.desk.view.sitting_seconds) == (1, 0)
    assert room.main.shown is room.main.done
    assert "That was your break" in room.main.done.line
    assert "Done" in room.main.done.accessibleDescription()
    assert {each.look for each in room.grown.windows} == {PhaseLook.DONE}

    room.desk.clock.advance(DONE_SECONDS)  # it goes with time alone: nobody calls anything

    qtbot.waitUntil(lambda: not room.grown.is_open, timeout=3000)


@pytest.mark.parametrize("by_mouse", [False, True])
def test_a_key_or_a_click_ends_the_moment(room: Room, by_mouse: bool):
    room.answer()
    room.play()

    if by_mouse:
        QTest.mouseClick(room.main.done, Qt.MouseButton.LeftButton)
    else:
        room.press(Qt.Key.Key_A)

    assert not room.grown.is_open
    assert room.desk.view.today.taken == 1


def test_too_short_a_routine_says_what_the_break_lacks_and_standing_on_gives_it(make_room):
    room = make_room(break_min=3)
    room.routine = "desk-2min-a-reset"
    room.answer()
    room.play()
    assert "Another 1:" in room.main.done.line
    assert room.desk.view.today.taken == 0

    room.desk.rest(180)

    assert room.desk.view.sitting_seconds == 0
    assert room.desk.view.today.natural == 1


def test_a_prompt_of_its_own_time_makes_what_is_done_go(make_room):
    room = make_room(fixed_times=["09:33"], grow_rest_s=10)
    room.answer()
    room.play()
    assert room.grown.is_open

    room.desk.work(3)

    assert room.office.prompter.bar is not None
    assert not room.grown.is_open
