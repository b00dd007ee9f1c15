"""Making, duplicating, deleting, sharing and taking in, from the page of routines."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DiskFullError, FileUnreadableError, UnknownIdError
from coreapp.services.changes import Change
from coreapp.services.library import LeftOut
from coreapp.services.shared_routine import SharedRoutine
from coreapp.ui.dialogs.base import Question
from coreapp.ui.pages.routines.card import RoutineCard
from coreapp.ui.pages.routines.desk import file_name
from coreapp.ui.printing.desk import PdfDialog
from coreapp.ui.widgets.buttons import Button, Chip, IconButton
from tests.fakes.own import own_exercise
from tests.fakes.own_routines import one_routine_library
from tests.fakes.routine_page import RoutinesDesk
from tests.fakes.shipped import library_of
from tests.ui.pages.desk import settle, texts

SHIPPED = "core-basics-runners"
SOME = ("core-basics-runners", "sun-salutation-5", "strength-30", "desk-2min-a-reset")
FILE = "/somewhere/evening.coreapp-routine.json"


class Desk(RoutinesDesk):
    """The page with its cards."""

    def card(self, routine: str) -> RoutineCard:
        settle()
        cards = self.page.findChildren(RoutineCard)
        return next(each for each in cards if each.isVisible() and each.routine == routine)

    def entries(self, routine: str) -> list[str]:
        return [action.text() for action in self._menu(routine).actions()]

    def wish(self, routine: str, entry: str) -> None:
        """Choose an entry of the card's menu."""
        actions = self._menu(routine).actions()
        next(each for each in actions if each.text() == entry).trigger()
        settle()

    def click(self, name: str) -> None:
        found = [
            each
            for each in self.page.findChildren(Button)
            if each.isVisible() and name in {each.text(), each.accessibleName()}
        ]
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
        settle()

    def refresh(self) -> None:
        self.page.refresh()
        self.settle()
        settle()

    def own_cards(self) -> list[str]:
        settle()
        cards = self.page.findChildren(RoutineCard)
        return [
            each.routine
            for each in cards
            if each.isVisible() and self.library.is_own_routine(each.routine)
        ]

    def question(self) -> Question:
        return self.page.findChild(Question)

    def answer(self, text: str) -> None:
        question = self.question()
        button = next(each for each in question.findChildren(Button) if each.text() == text)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def _menu(self, routine: str):
        found = self.card(routine).findChildren(IconButton)
        return next(each.menu() for each in found if each.menu() is not None)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot, one_routine_library())
    yield made
    made.leave()


@pytest.fixture
def own(desk: Desk) -> str:
    return kept_in(desk)


def kept_in(desk: Desk) -> str:
    """Keep a routine of somebody's own."""
    kept = desk.own.keep(desk.made("plank", "glute-bridge"))
    desk.refresh()
    return kept.id


def test_ones_own_stand_first_and_everything_can_be_done_with_them(desk: Desk, own: str) -> None:
    assert desk.own_cards() == [own]
    headings = [each.text() for each in desk.page.findChildren(QLabel) if each.isVisible()]
    assert headings.index("Your own") < headings.index("Strength for trunk and hips")
    assert desk.entries(SHIPPED) == ["Duplicate and edit", "Print…", "Save as PDF…"]
    assert desk.entries(own) == [
        "Duplicate and edit",
        "Share as a file…",
        "Print…",
        "Save as PDF…",
        "Delete",
    ]

    chip = next(each for each in desk.page.findChildren(Chip) if each.text() == "Your own")
    chip.click()
    settle()
    assert [each.routine for each in desk.page.findChildren(RoutineCard) if each.isVisible()] == [
        own
    ]
    desk.page.show_routine(own)
    assert desk.card(own).unfolded


def test_new_routine_opens_the_editor(desk: Desk) -> None:
    desk.click("New routine")
    assert desk.shell.edited_routines == ["own-1"]
    assert desk.page._editor.isVisible()
    desk.shell.go_back()
    assert desk.own_cards() == []


def test_duplicating_keeps_a_copy_and_opens_it(desk: Desk) -> None:
    desk.wish(SHIPPED, "Duplicate and edit")
    assert desk.shell.edited_routines == ["own-1"]
    assert desk.library.routine_name("own-1") == "Copy of Core basics for runners"
    assert desk.shell.changes == [(Change.LIBRARY,)]
    desk.page.note(frozenset({Change.LIBRARY}))
    desk.shell.go_back()
    assert desk.own_cards() == ["own-1"]


def test_a_deleted_one_can_be_brought_back_and_is_not_gone_back_to(desk: Desk, own: str) -> None:
    before = desk.library.routine(own)
    desk.wish(own, "Delete")
    desk.refresh()
    assert desk.own_cards() == []
    assert desk.shell.told == ["“My routine” is deleted"]
    assert desk.documents.kept == {}
    desk.shell.undos[-1]()
    desk.refresh()
    assert desk.own_cards() == [own]
    assert desk.library.routine(own) == before

    # Who edits one and goes back to it once it is deleted finds the list.
    desk.click("Edit My routine")
    assert desk.shell.edited_routines == [own]
    desk.shell.go_back()
    desk.wish(own, "Delete")
    desk.page.show_part(own)
    assert desk.page._list_part.isVisible()
    assert desk.shell.errors == []


def test_what_cannot_be_stored_or_used_is_told(desk: Desk, own: str) -> None:
    desk.documents.failure = DiskFullError("full")
    desk.wish(own, "Delete")
    desk.wish(SHIPPED, "Duplicate and edit")
    assert [type(each) for each in desk.shell.errors] == [DiskFullError, DiskFullError]
    assert desk.own_cards() == [own]
    assert desk.shell.edited_routines == []

    # What cannot be used is told with its reason.
    gone = UnknownIdError("exercise", "my-plank")
    desk.library.leave_out(LeftOut("routine", "mine", "Mein Abend", gone))
    desk.library.leave_out(LeftOut("exercise", "other", "Other", gone))
    desk.refresh()
    told = [text for text in texts(desk.page) if "cannot be used" in text]
    assert told == ["“Mein Abend” cannot be used now. There is no exercise with the id “my-plank”."]


def test_one_is_shared_as_a_file(desk: Desk, own: str) -> None:
    desk.wish(own, "Share as a file…")
    dialog = desk.page.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "My routine.coreapp-routine.json"
    dialog.fileSelected.emit(FILE)
    dialog.close()
    assert desk.files.kept[Path(FILE)].routine.id == own
    assert desk.shell.told == ["The routine is saved as evening.coreapp-routine.json"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Evening", "Evening"),
        ("Rücken / Hüfte: 10 min?", "Rücken Hüfte 10 min"),
        ("../..", "coreapp"),
        ("a\nb\0", "a b"),
    ],
)
def test_the_name_of_a_file_is_one_on_every_system(name: str, file: str) -> None:
    assert file_name(name) == f"{file}.coreapp-routine.json"


def arrived(desk: Desk, name: str = "Theirs", **changes) -> str:
    """Let there be a file of somebody else."""
    routine = replace(desk.made("plank", "my-plank"), id="theirs", name=name, **changes)
    desk.files.kept[Path(FILE)] = SharedRoutine(routine, (own_exercise(pictures=()),), ("plank",))
    return routine.id


@pytest.fixture
def theirs(desk: Desk) -> str:
    desk.library.put_exercise(own_exercise())
    identity = arrived(desk)
    desk.library.drop_exercise("my-plank")
    return identity


def test_a_file_is_looked_into_before_anything_changes(desk: Desk, theirs: str) -> None:
    desk.click("Add from file…")
    dialog = desk.page.findChild(QFileDialog)
    dialog.fileSelected.emit(FILE)
    dialog.close()
    settle()
    shown = texts(desk.question())
    assert shown[0].startswith("New: “Theirs”")
    assert "2 steps\nNew exercise: Größere Brücke" in shown
    assert desk.documents.kept == {}
    desk.answer("Cancel")
    assert desk.documents.kept == {}
    desk.page._desk.look_into(FILE)
    desk.answer("Add")
    assert desk.shell.told == ["“Theirs” is among your routines"]
    assert desk.library.is_own_exercise("my-plank")
    desk.refresh()
    assert desk.own_cards() == [theirs]

    desk.page._desk.look_into(FILE)
    assert desk.shell.told[-1].endswith("is there already, just the same.")
    assert len(desk.shell.changes) == 1

    # A changed one says that it replaces.
    arrived(desk, "Theirs again")
    desk.page._desk.look_into(FILE)
    assert any("takes the place" in text for text in texts(desk.question()))
    desk.answer("Replace")
    assert desk.library.routine_name(theirs) == "Theirs again"


def test_a_file_that_cannot_be_read_or_stored_is_told(desk: Desk, theirs: str) -> None:
    desk.page._desk.look_into("/nowhere")
    assert [type(each) for each in desk.shell.errors] == [FileUnreadableError]

    # No room for what arrives changes nothing.
    desk.page._desk.look_into(FILE)
    desk.documents.failure = DiskFullError("full")
    desk.answer("Add")
    assert [type(each) for each in desk.shell.errors[1:]] == [DiskFullError]
    assert not desk.library.is_own_routine(theirs)
    assert desk.exercise_documents.kept == {}


def dropped(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(each) for each in urls])
    return data


def test_one_file_and_nothing_else_can_be_dropped_on_the_page(desk: Desk, theirs: str) -> None:
    def drop(*urls: str) -> bool:
        data = dropped(*urls)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, button, none)
        desk.page.dragEnterEvent(enter)
        desk.page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, button, none))
        settle()
        return enter.isAccepted()

    for urls in ((), ("https://example.org/x",), ("file:///a", "file:///b")):
        assert not drop(*urls), urls
        assert desk.question() is None, urls
        assert desk.shell.errors == [], urls
    assert drop(f"file://{FILE}")
    assert desk.question() is not None
    desk.answer("Cancel")


def test_ones_own_is_saved_as_a_sheet_with_its_figures(
    desk: Desk, own: str, tmp_path: Path
) -> None:
    desk.wish(own, "Save as PDF…")
    dialog = desk.page.findChild(PdfDialog)
    file = tmp_path / "mine.pdf"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert file.read_bytes().startswith(b"%PDF")
    assert file.stat().st_size > 10_000
    assert desk.shell.errors == []


def test_a_long_list_is_where_it_was_after_going_back(qtbot: QtBot) -> None:
    desk = Desk(qtbot, library_of(*SOME))
    own = kept_in(desk)
    bar = desk.page.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() > 600)
    bar.setValue(600)
    desk.shell.edit_routine(own)
    settle()
    assert bar.value() == 0
    desk.shell.go_back()
    desk.qtbot.waitUntil(lambda: bar.value() == 600)
    desk.leave()
