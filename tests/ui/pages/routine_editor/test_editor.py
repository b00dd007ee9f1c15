"""Building a routine: with the mouse, with the keyboard alone, and with the way back."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DiskFullError
from coreapp.domain.routine_editing.draft import Spot
from coreapp.services.changes import Change
from coreapp.ui.widgets.timeline_bar import TimelineBar
from tests.ui.pages.desk import settle
from tests.ui.pages.routine_editor.editing import ALT, CTRL, NAMES, SHIFT, Editing, Key
from tests.ui.walk import problems_in


@pytest.fixture
def editing(qtbot: QtBot) -> Iterator[Editing]:
    made = Editing(qtbot)
    yield made
    made.leave()


def test_the_page_shows_blocks_steps_doses_and_total_and_tries_them_out(
    editing: Editing,
) -> None:
    lines = editing.rows._model.lines
    assert [line.title for line in lines] == [
        "Block 1",
        *(editing.library.exercise_name(each) for each in NAMES),
    ]
    assert lines[0].detail == "1 round"
    assert all(line.time for line in lines)
    seconds = editing.library.timeline(editing.kept.id).seconds
    assert any(text.endswith(lines[0].time) for text in editing.texts())
    assert seconds == editing.editing.clocked().timeline.seconds
    assert "Saved" in editing.texts()
    assert lines[1].spoken.endswith("1 of 3")

    # A click on the bar chooses the step there.
    bar = editing.child(TimelineBar, "Time line")
    assert isinstance(bar, TimelineBar)
    bar.seek_requested.emit(seconds - 1)
    assert editing.editing.draft.chosen == Spot(0, 2)
    assert bar.position == editing.editing.clocked().starts[2]

    # It can be tried out, whole and from the chosen step.
    editing.choose(1)
    editing.click("Try it")
    whole = editing.shell.requests[-1].routine
    assert (
        editing.library.timeline(whole).phases == editing.library.timeline(editing.kept.id).phases
    )
    editing.choose(3)
    editing.click("Try from here")
    part = editing.library.timeline(editing.shell.requests[-1].routine)
    assert {phase.exercise for phase in part.phases} == {"glute-bridge"}

    # What comes from elsewhere is not dropped.
    rows = editing.rows
    for text in (b"", b"x", b"99"):
        data = rows._model.mimeData([rows._model.index(0)])
        data.setData("application/x-coreapp-routine-row", text)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        rows.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.MoveAction, data, button, none))
    assert editing.editing.undo_name == ""


def test_a_step_moves_across_blocks_and_a_block_past_another(editing: Editing) -> None:
    editing.click("Add block")
    editing.press(Key.Key_Escape, on=editing.field("Search an exercise"))
    editing.choose(3)
    editing.press(Key.Key_Down, ALT)
    assert editing.order() == [["plank", "side-plank"], ["glute-bridge"]]
    editing.press(Key.Key_Up, ALT)
    assert editing.order() == [NAMES, []]
    editing.press(Key.Key_Down, ALT)
    editing.choose(0)
    editing.press(Key.Key_Down, ALT)
    assert editing.order() == [["glute-bridge"], ["plank", "side-plank"]]
    assert editing.rows.accessibleDescription() == "Block 2 of 2"
    assert editing.order(editing.stored) == editing.order()


def test_delete_duplicate_undo_redo_and_move_by_keyboard(editing: Editing) -> None:
    editing.choose(2)
    editing.press(Key.Key_D, CTRL)
    assert editing.order() == [["plank", "side-plank", "side-plank", "glute-bridge"]]
    editing.press(Key.Key_Delete)
    editing.press(Key.Key_Delete)
    assert editing.order() == [["plank", "side-plank"]]
    assert editing.rows.accessibleDescription() == "Taken out. Ctrl Z brings it back."
    editing.press(Key.Key_Z, CTRL)
    assert editing.rows.accessibleDescription() == "Undo: take out Glute bridge"
    editing.press(Key.Key_Z, CTRL)
    editing.press(Key.Key_Z, CTRL)
    assert editing.order(editing.stored) == [NAMES]
    editing.press(Key.Key_Z, CTRL)
    assert editing.order() == [NAMES]
    editing.press(Key.Key_Z, CTRL | SHIFT)
    assert editing.order() == [["plank", "side-plank", "side-plank", "glute-bridge"]]
    editing.press(Key.Key_Y, CTRL)
    assert editing.order(editing.stored) == [["plank", "side-plank", "glute-bridge"]]

    # Arrow keys choose, Alt moves, and the move is told.
    editing.choose(1)
    assert editing.editing.draft.chosen == Spot(0, 0)
    editing.press(Key.Key_Down)
    assert editing.editing.draft.chosen == Spot(0, 1)
    editing.press(Key.Key_Up, ALT)
    assert editing.order() == [["side-plank", "plank", "glute-bridge"]]
    assert editing.order(editing.stored) == editing.order()
    assert editing.rows.accessibleDescription() == "Side plank is now 1 of 3, in block 1"
    assert editing.rows.currentIndex().row() == 1
    editing.press(Key.Key_Up, ALT)
    assert editing.rows.accessibleDescription() == "It is the first already."
    editing.press(Key.Key_Down, ALT)
    editing.press(Key.Key_Down, ALT)
    editing.press(Key.Key_Down, ALT)
    assert editing.order() == [["plank", "glute-bridge", "side-plank"]]
    assert editing.rows.accessibleDescription() == "It is the last already."


def test_the_window_keeps_its_own_undo_out_of_the_editor(editing: Editing) -> None:
    """The window's shortcut has the same key: the editor has to claim it first."""
    taken: list[str] = []
    for keys in ("Ctrl+Z", "Esc"):
        QShortcut(QKeySequence(keys), editing.page).activated.connect(partial(taken.append, keys))
    editing.choose(1)
    editing.press(Key.Key_Delete)
    for find in (
        lambda: editing.rows,
        lambda: editing.number("sets"),
        lambda: editing.field("routine_name"),
        lambda: editing.button("do_trash"),
    ):
        find().setFocus()
        editing.press(Key.Key_Z, CTRL, on=find())
        assert editing.order() == [NAMES]
        find().setFocus()
        editing.press(Key.Key_Z, CTRL | SHIFT, on=find())
        assert editing.order() == [NAMES[1:]]
    editing.click("Add exercise")
    editing.press(Key.Key_Escape, on=editing.field("Search an exercise"))
    assert taken == []
    editing.press(Key.Key_Escape)
    assert taken == ["Esc"]


def test_rows_are_dropped_between_others(editing: Editing) -> None:
    editing.drop(1, above=3)
    assert editing.order(editing.stored) == [["side-plank", "plank", "glute-bridge"]]
    editing.drop(3, above=1)
    assert editing.order() == [["glute-bridge", "side-plank", "plank"]]
    editing.drop(1, above=99)
    assert editing.order() == [["side-plank", "plank", "glute-bridge"]]
    editing.drop(1, above=0)
    assert editing.order() == [["side-plank", "plank", "glute-bridge"]]


def test_a_line_shows_where_a_dragged_row_would_go(editing: Editing) -> None:
    rows = editing.rows
    data = rows._model.mimeData([rows._model.index(1)])
    none, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton

    def drag(place: QPoint, dragged: QMimeData) -> QDragMoveEvent:
        event = QDragMoveEvent(place, Qt.DropAction.MoveAction, dragged, button, none)
        rows.dragMoveEvent(event)
        settle()
        return event

    rows.viewport().grab()  # asks for the small figures, which come a moment later
    editing.qtbot.waitUntil(lambda: not rows._figures.is_drawing)
    before = rows.viewport().grab().toImage()
    middle = rows.visualRect(rows._model.index(2)).center()
    assert drag(middle + QPoint(0, 9), data).isAccepted()
    assert rows._gap == 3
    assert rows.viewport().grab().toImage() != before
    drag(QPoint(20, 5000), data)
    assert rows._gap == 4
    assert rows._gap_line(4) > rows._gap_line(3) > rows._gap_line(0)
    rows.dragLeaveEvent(QDragLeaveEvent())
    settle()
    assert rows.viewport().grab().toImage() == before
    assert not drag(middle, QMimeData()).isAccepted()


def test_a_block_is_dropped_with_its_steps(editing: Editing) -> None:
    editing.click("Add block")
    editing.press(Key.Key_Return, on=_typed(editing, "cat"))
    assert editing.order() == [NAMES, ["cat-cow"]]
    editing.drop(4, above=0)
    assert editing.order(editing.stored) == [["cat-cow"], NAMES]
    editing.drop(0, above=99)
    assert editing.order() == [NAMES, ["cat-cow"]]


def test_buttons_do_what_dragging_does_and_undo_says_what_it_does(editing: Editing) -> None:
    assert not editing.button("Nothing to undo").isEnabled()
    editing.choose(1)
    editing.press(Key.Key_Down, ALT)
    editing.click("Undo: move Forearm plank")
    assert editing.order() == [NAMES]
    editing.click("Redo: move Forearm plank")
    assert editing.order(editing.stored) == [["side-plank", "plank", "glute-bridge"]]
    editing.click("Undo: move Forearm plank")

    editing.choose(1)
    assert not editing.button("do_chevron_up").isEnabled()
    editing.click("do_chevron_down")
    assert editing.order() == [["side-plank", "plank", "glute-bridge"]]
    editing.click("do_copy")
    assert editing.order() == [["side-plank", "plank", "plank", "glute-bridge"]]
    editing.click("do_trash")
    editing.choose(0)
    editing.click("do_copy")
    assert editing.order() == [["side-plank", "plank", "glute-bridge"]] * 2
    editing.click("do_trash")
    assert len(editing.order()) == 1


def test_going_back_leads_to_the_list_with_what_was_changed(editing: Editing) -> None:
    editing.choose(1)
    editing.press(Key.Key_Delete)
    assert (Change.LIBRARY,) in editing.shell.changes
    editing.page.note(frozenset({Change.LIBRARY}))
    editing.click("All routines")
    assert editing.shell.times_gone_back == 1
    total = editing.library.timeline(editing.kept.id).seconds
    minutes, seconds = divmod(int(total), 60)
    shown = [each.text() for each in editing.page.findChildren(QLabel) if each.isVisible()]
    assert any(text.endswith(f"{minutes}:{seconds:02}") for text in shown)


def test_a_full_disk_is_told_and_the_draft_stays(editing: Editing) -> None:
    editing.documents.failure = DiskFullError("full")
    editing.choose(1)
    editing.press(Key.Key_Delete)
    assert [type(each) for each in editing.shell.errors][:1] == [DiskFullError]
    assert editing.order() == [NAMES[1:]]
    editing.documents.failure = None
    editing.press(Key.Key_D, CTRL)
    assert editing.order(editing.stored) == editing.order()

    # What it refused is kept when the page is left.
    editing.documents.failure = DiskFullError("full")
    editing.choose(1)
    editing.press(Key.Key_Delete)
    assert editing.order(editing.stored) != editing.order()
    editing.documents.failure = None
    editing.page.hide()
    settle()
    assert editing.order(editing.stored) == editing.order()


def test_without_any_exercise_the_editor_says_how_to_begin(editing: Editing) -> None:
    title = "Begin with one exercise"
    assert title not in editing.texts()
    for _step in NAMES:
        editing.choose(1)
        editing.press(Key.Key_Delete)
    assert title in editing.texts()
    asking = [
        each
        for each in editing.page.findChildren(QAbstractButton)
        if each.isVisible() and each.text() == "Add exercise"
    ]
    assert len(asking) == 1, "one way to begin, not two beside each other"

    # Where the form stands below the list it comes first.
    editing.page.resize(640, 680)
    assert title not in editing.texts()
    assert editing.button("Add exercise").isVisible()
    editing.page.resize(1100, 860)
    assert title in editing.texts()

    editing.click("Add exercise")
    assert editing.field("Search an exercise").isVisible()
    editing.press(Key.Key_Z, CTRL, on=editing.editor)
    assert title not in editing.texts()
    assert editing.button("Add block").isVisible()


def test_everything_fits_and_has_a_name(editing: Editing) -> None:
    for row in (0, 1, 2, 3):
        editing.choose(row)
        assert problems_in(editing.page) == []
    editing.click("Details")
    assert problems_in(editing.page) == []
    editing.click("Add exercise")
    assert problems_in(editing.page) == []
    for size, percent in (((848, 680), 100), ((848, 680), 200)):
        editing.page.theme.set_text_factor(percent / 100)
        editing.page.resize(*size)
        editing.choose(1)
        assert editing.page.horizontalScrollBar().maximum() == 0


def _typed(editing: Editing, text: str) -> QWidget:
    search = editing.field("Search an exercise")
    editing.qtbot.keyClicks(search, text)
    return search
