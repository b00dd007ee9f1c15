"""The routine of a break: its other screens, its sound, what is said of it, how it is cut off."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from coreapp.domain.errors import DiskFullError
from coreapp.domain.player_view import PlayerState
from coreapp.domain.sitting.facts import HoldReason
from coreapp.domain.sitting.view import PromptLook
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome
from coreapp.program.break_player import SOUND_KEY
from coreapp.services.cue_player import Tone
from coreapp.ui.player.ticker import CALM_FRAME_MS, FRAME_MS
from coreapp.ui.theme.phases import PhaseLook
from tests.ui.breaks.room import Room

BOTH_SIDES = "desk-2min-c-hips"
"""A routine with sides to switch."""


def state(room: Room) -> PlayerState:
    return room.played.conductor.state


def test_the_other_screens_show_the_clock_of_the_routine(room: Room):
    room.office.screens.names = ["left", "right"]
    room.answer()
    room.played.tick()
    digits = room.played.session.panel.digits

    assert room.calm[0].clock == digits.text != ""
    assert room.calm[0].look is room.main.look is PhaseLook.GET_READY
    room.play(until=lambda: room.played.conductor.view().phase.kind is PhaseKind.WORK)
    room.play(2)

    assert room.calm[0].clock == digits.text
    assert room.calm[0].look is PhaseLook.WORK
    assert room.calm[0].level == pytest.approx(room.main.level)


def test_a_screen_that_comes_shows_it_and_without_any_for_a_moment_it_goes_on(room: Room):
    room.answer()
    main = room.main
    room.office.screens.names = ["left", "right"]
    room.played.tick()
    room.grown.follow_screens()
    assert room.calm[0].clock == room.played.session.panel.digits.text

    room.office.screens.names = ["right"]
    room.grown.follow_screens()
    assert room.main is main
    assert main.isVisible()
    assert main.place.name == "right"
    assert room.calm == []
    assert state(room) is PlayerState.RUNNING

    room.office.screens.names = []
    room.grown.follow_screens()
    room.play(5)
    assert state(room) is PlayerState.RUNNING

    room.office.screens.names = ["dock"]
    room.grown.follow_screens()
    assert room.main.place.name == "dock"
    assert room.main.isVisible()


def test_played_to_its_end_it_is_silent_announces_its_phases_and_leaves_nothing(room: Room):
    room.answer()
    session = room.played.session
    told = {session.accessibleDescription()}
    assert room.cues.muted

    room.play(until=lambda: told.add(session.accessibleDescription()) is not None)

    assert room.tones.played == [], "it is silent at the desk"
    assert room.speech.said == []
    assert any("Marching" in each for each in told), "to a screen reader"
    assert len(told) > 2
    assert not room.cues.muted, "sessions elsewhere are heard as before"

    room.grown.give_way()
    room.settle()
    assert room.grown.windows == []
    assert not any(each.isVisible() for each in QGuiApplication.topLevelWindows())


def test_its_sound_is_one_key_away_and_stays_on_for_the_next_break(room: Room):
    room.answer()
    room.press(Qt.Key.Key_M)
    room.play()
    assert Tone.WORK in room.tones.tones
    assert room.state.load()[SOUND_KEY] is True
    room.grown.give_way()
    room.tones.played.clear()
    room.desk.work(1)

    room.answer()
    room.play(20)

    assert room.tones.played != []


def test_a_switch_that_cannot_be_kept_works_all_the_same(room: Room, monkeypatch):
    def full(_document: object) -> None:
        raise DiskFullError("full")

    room.answer()
    monkeypatch.setattr(room.state, "save", full)
    room.press(Qt.Key.Key_M)

    assert not room.cues.muted


def test_with_reduced_motion_nothing_moves_but_the_seconds(room: Room, theme):
    theme.set_reduced_motion(reduced=True)
    try:
        room.answer()
        frames = room.played.conductor.ticker._frames
        assert frames.interval() == CALM_FRAME_MS
        assert not room.played.session.figure.pose.moving
    finally:
        theme.set_reduced_motion(reduced=False)
    room.played.conductor.advance()
    assert frames.interval() == FRAME_MS


def test_a_hold_leaves_it_alone_and_the_screen_stays_awake_only_while_time_runs(room: Room):
    room.answer()
    room.desk.breaks.pause(None)
    assert HoldReason.MANUAL in {each.reason for each in room.desk.view.holds}
    assert room.grown.is_open
    assert state(room) is PlayerState.RUNNING

    assert room.awake.is_held
    room.press(Qt.Key.Key_Space)
    assert not room.awake.is_held
    room.press(Qt.Key.Key_Space)
    assert room.awake.is_held

    room.player.stop()
    assert not room.awake.is_held


def test_cut_off_with_the_program_it_stands_in_the_log_as_the_player_leaves_it(room: Room):
    room.answer()
    room.play(40)

    room.player.stop()
    room.settle()

    assert room.logged.outcome is Outcome.INTERRUPTED
    assert room.logged.timeline != ""  # the next start can offer to go on
    assert not room.grown.is_open
    assert room.desk.view.prompt is not PromptLook.GROWN


def test_a_gap_asks_before_it_goes_on(room: Room):
    room.answer()
    room.play(30)
    room.desk.clock.advance(2000)
    room.played.tick()
    question = room.played.session.question

    assert state(room) is PlayerState.PAUSED
    assert question.text != ""
    QTest.mouseClick(question.go_on, Qt.MouseButton.LeftButton)

    assert state(room) is PlayerState.LEAD_IN


def test_another_language_is_spoken_at_once(room: Room):
    room.answer()
    room.press(Qt.Key.Key_Space)

    QCoreApplication.sendEvent(room.main, QEvent(QEvent.Type.LanguageChange))

    assert room.played.session.panel.title.text() != ""


def test_the_watchdog_listens_while_it_plays(qtbot, room: Room):
    room.answer()
    before = room.office.watchdog.armed

    qtbot.waitUntil(lambda: room.office.watchdog.armed > before)

    room.player.stop()
    assert not room.office.watchdog.is_armed


def test_sides_are_switched_in_it(room: Room):
    room.routine = BOTH_SIDES
    room.answer()

    room.play(until=lambda: room.played.conductor.view().phase.kind is PhaseKind.SWITCH_SIDES)

    assert room.main.look is PhaseLook.SWITCH_SIDES
