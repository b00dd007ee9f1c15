"""Doses, texts and exercises in the routine editor."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QToolTip,
)
from pytestqt.qtbot import QtBot

from coreapp.domain.routine import Advance
from coreapp.ui.pages.routine_editor.exercise_picker import ExercisePicker, FoundExercises
from coreapp.ui.pages.routine_editor.row_list import RoutineList
from tests.fakes.own import own_exercise
from tests.fakes.own_routines import one_routine_library
from tests.fakes.routine_page import RoutinesDesk
from tests.ui.pages.desk import settle
from tests.ui.pages.routine_editor.editing import CTRL, NAMES, Editing, Key


@pytest.fixture
def editing(qtbot: QtBot) -> Iterator[Editing]:
    made = Editing(qtbot)
    yield made
    made.leave()


def test_figures_change_the_dose_and_the_total_at_once(editing: Editing) -> None:
    editing.choose(2)
    editing.click("In short holds")
    step = editing.stored.blocks[0].steps[1]
    assert (step.seconds, step.reps, step.seconds_per_rep) == (None, 4, 13)
    editing.number("reps").setValue(6)
    editing.number("seconds_per_rep").setValue(11)
    step = editing.stored.blocks[0].steps[1]
    assert (step.reps, step.seconds_per_rep) == (6, 11)
    editing.click("In one go")
    assert editing.stored.blocks[0].steps[1].seconds == 20
    assert editing.number("seconds").value() == 20

    before = editing.editing.clocked().timeline.seconds
    editing.number("sets").setValue(4)
    editing.number("seconds").setValue(40)
    editing.number("rest_seconds").setValue(15)
    editing.number("switch_seconds").setValue(0)
    editing.number("ready_seconds").setValue(20)
    step = editing.stored.blocks[0].steps[1]
    assert (step.sets, step.seconds, step.rest_seconds) == (4, 40, 15)
    assert (step.switch_seconds, step.ready_seconds) == (0, 20)
    assert editing.editing.clocked().timeline.seconds > before
    assert editing.rows._model.lines[2].detail == "4 × 40 s a side · 15 s rest"
    assert editing.button("Undo: Side plank, change the time to get ready")

    # Another level brings its dose.
    levels = editing.child(QComboBox, "level")
    assert isinstance(levels, QComboBox)
    levels.setCurrentIndex(2)
    levels.activated.emit(2)
    settle()
    level = editing.library.exercise("side-plank").levels[2]
    step = editing.stored.blocks[0].steps[1]
    assert step.level == level.id
    assert editing.number("sets").value() == step.sets == level.dose.sets


def test_the_keyboard_stays_in_a_field_while_its_number_changes(editing: Editing) -> None:
    editing.choose(1)
    sets = editing.number("sets")
    sets.setFocus()
    for _number in range(3):
        editing.press(Key.Key_Up, on=sets)
    assert editing.number("sets") is sets
    assert editing.stored.blocks[0].steps[0].sets == sets.value()
    # Three presses in one field are one step back.
    editing.press(Key.Key_Z, CTRL, on=sets)
    assert editing.stored == editing.kept
    again = editing.number("sets")
    assert again is not sets
    assert again.hasFocus() or not editing.page.isActiveWindow()


def test_rounds_repetitions_tempo_advance_and_note(editing: Editing) -> None:
    editing.choose(0)
    editing.number("rounds").setValue(3)
    editing.number("round_rest").setValue(45)
    assert editing.stored.blocks[0].rounds == 3
    assert editing.rows._model.lines[0].detail == "3 rounds · 45 s rest"

    editing.choose(3)
    editing.number("reps").setValue(15)
    editing.number("seconds_per_rep").setValue(6)
    step = editing.stored.blocks[0].steps[2]
    assert (step.reps, step.seconds_per_rep) == (15, 6)
    editing.number("seconds_per_rep").setValue(0)
    assert editing.stored.blocks[0].steps[2].seconds_per_rep is None

    editing.choose(1)
    editing.click("After a tap")
    assert editing.stored.blocks[0].steps[0].advance is Advance.TAP
    assert editing.rows._model.lines[1].detail.endswith("After a tap")
    note = editing.child(QLineEdit, "note")
    editing.qtbot.keyClicks(note, "Slowly.")
    assert editing.stored.blocks[0].steps[0].note == ""
    editing.leave()
    assert editing.stored.blocks[0].steps[0].note == "Slowly."


def test_what_is_said_about_the_whole(editing: Editing) -> None:
    editing.click("Details")
    editing.click("At the desk")
    editing.number("closing_rest").setValue(30)
    often = editing.child(QPlainTextEdit, "frequency")
    assert isinstance(often, QPlainTextEdit)
    often.setPlainText("Every day.")
    editing.editor.keep()
    kept = editing.stored
    assert (kept.place, kept.closing_rest_seconds, kept.frequency) == ("desk", 30, "Every day.")


def test_a_name_is_saved_when_the_typing_rests(editing: Editing) -> None:
    name = editing.child(QLineEdit, "routine_name")
    assert isinstance(name, QLineEdit)
    name.selectAll()
    editing.qtbot.keyClicks(name, "Mo")
    assert editing.stored.name == "My routine"
    typing = editing.editor._typing
    assert typing.isActive()
    typing.setInterval(1)
    editing.qtbot.waitUntil(lambda: editing.stored.name == "Mo")


def test_what_is_missing_is_said_and_nothing_is_lost(editing: Editing) -> None:
    name = editing.child(QLineEdit, "routine_name")
    assert isinstance(name, QLineEdit)
    name.clear()
    name.textEdited.emit("")
    assert "Not saved yet. Give the routine a name." in editing.texts()
    editing.choose(1)
    editing.press(Key.Key_Delete)
    assert editing.order(editing.stored) == [NAMES]
    editing.shell.go_back()
    editing.open(editing.kept.id)
    assert "Not saved yet. Give the routine a name." in editing.texts()
    assert editing.order() == [NAMES[1:]]
    editing.qtbot.keyClicks(name, "Mine")
    editing.shell.go_back()
    assert (editing.stored.name, editing.order(editing.stored)) == ("Mine", [NAMES[1:]])


def test_an_exercise_is_found_by_typing_and_added_with_return(editing: Editing) -> None:
    editing.choose(1)
    editing.click("Add exercise")
    search = editing.field("Search an exercise")
    editing.qtbot.keyClicks(search, "cat")
    editing.press(Key.Key_Return, on=search)
    assert editing.order(editing.stored) == [["plank", "cat-cow", "side-plank", "glute-bridge"]]
    # The next one comes after it, and the search stays open.
    editing.qtbot.keyClicks(search, "bird")
    editing.press(Key.Key_Down, on=search)
    found = editing.child(FoundExercises, "Exercises found")
    editing.press(Key.Key_Return, on=found)
    assert editing.order()[0][:3] == ["plank", "cat-cow", "bird-dog"]
    editing.press(Key.Key_Escape, on=search)
    assert not editing.editor.findChildren(ExercisePicker) or not search.isVisible()
    assert editing.number("sets").isVisible()


def test_an_exercise_is_added_with_a_click_and_what_is_not_found_is_said(
    editing: Editing, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing.page.focus_search()
    settle()
    search = editing.field("Search an exercise")
    editing.qtbot.keyClicks(search, "xyzzy")
    assert "Nothing found for “xyzzy”" in editing.texts()
    editing.press(Key.Key_Return, on=search)
    assert editing.order() == [NAMES]
    search.clear()

    # What has no room in the list is told by its tool tip.
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    editing.qtbot.keyClicks(search, "wall calf")
    found = editing.child(FoundExercises, "Exercises found")
    assert isinstance(found, QListView)
    for width in (600, 200):
        found.resize(width, 300)
        settle()
        at = found.visualRect(found.model().index(0, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, found.viewport().mapToGlobal(at))
        QApplication.sendEvent(found.viewport(), event)
    assert told == ["", "Wall calf stretch\nHold, 30 s a side"]

    place = found.visualRect(found.model().index(0, 0)).center()
    editing.qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(editing.order()[0]) == 4
    editing.click("close_picker")
    assert editing.number("sets").isVisible()


def test_return_leads_to_the_figures_and_the_exercise_can_be_looked_at(editing: Editing) -> None:
    editing.choose(2)
    editing.press(Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is None or focused.objectName() == "level"
    editing.click("How to do Side plank")
    assert editing.shell.exercises == ["side-plank"]


def test_an_exercise_that_is_gone_is_told_and_can_be_taken_out(qtbot: QtBot) -> None:
    made = RoutinesDesk(qtbot, one_routine_library())
    mine = own_exercise()
    made.library.put_exercise(mine)
    routine = made.own.keep(made.made("plank", "my-plank"))
    made.shell.edit_routine(routine.id)
    made.library.drop_exercise("my-plank")
    made.page._editor.open_routine(routine.id)
    settle()
    rows = made.page.findChild(RoutineList)
    assert rows._model.lines[2].problem.startswith("The exercise is not in the library")
    rows.setCurrentIndex(rows._model.index(2))
    qtbot.keyClick(rows, Key.Key_Delete)
    assert made.library.routine(routine.id).exercises == ("plank",)
    made.leave()


def test_a_level_that_is_gone_is_told_and_another_can_be_chosen(qtbot: QtBot) -> None:
    made = RoutinesDesk(qtbot, one_routine_library())
    mine = own_exercise()
    made.library.put_exercise(mine)
    routine = made.own.keep(made.made("my-plank"))
    (level,) = mine.levels
    easy, hard = replace(level, id="easy"), replace(level, id="hard")
    made.library.put_exercise(own_exercise(levels=(easy, hard)))
    made.shell.edit_routine(routine.id)
    settle()
    rows = made.page.findChild(RoutineList)
    assert "no such level" in rows._model.lines[1].problem
    levels = made.page.findChild(QComboBox, "level")
    levels.setCurrentIndex(1)
    levels.activated.emit(1)
    settle()
    assert made.library.routine(routine.id).blocks[0].steps[0].level == "hard"
    made.leave()


def test_a_new_routine_begins_with_its_name_and_the_search(qtbot: QtBot) -> None:
    made = RoutinesDesk(qtbot, one_routine_library())
    made.page._desk.begin_new()
    settle()
    picker = made.page.findChild(ExercisePicker)
    assert picker.isVisible()
    assert "Not saved yet. Add an exercise." in [
        each.text() for each in made.page.findChildren(QLabel) if each.isVisible()
    ]
    picker.exercise_chosen.emit("plank")
    picker.exercise_chosen.emit("glute-bridge")
    assert made.library.routine("own-1").exercises == ("plank", "glute-bridge")
    made.leave()
