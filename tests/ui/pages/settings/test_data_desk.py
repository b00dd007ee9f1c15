"""One's data goes out into a file and comes in from one, as somebody does it in the settings."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import FileUnreadableError, InvalidValueError
from coreapp.interchange.formats import DataFolder
from coreapp.services.bundle import Bundle
from coreapp.services.changes import Change
from coreapp.services.file_transfer import Arrival, FileTransfer
from coreapp.services.transfer import Merged, Transfer
from coreapp.services.watching import Watch
from coreapp.ui.dialogs import waiting as waiting_module
from coreapp.ui.dialogs.import_preview import ImportPreview
from coreapp.ui.dialogs.waiting import Waiting
from coreapp.ui.pages.settings.data_desk import DataDesk
from coreapp.ui.widgets.buttons import Button
from tests.fakes.records import activity, session, shoe, span
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_theme
from tests.fakes.work import FakeDatabase

HERE = Bundle((session("s1"),), spans=(span(),), activities=(activity("a1"), activity("a2")))
ALL = (Change.LOG, Change.PLAN, Change.BREAKS, Change.LIBRARY)


class Room:
    """A page with its desk, and a world that is kept in memory."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.database = FakeDatabase()
        self.transfer = Transfer(self.database)
        self.transfer.merge(HERE)
        self.shell = FakeShell()
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.page.show()
        files = FileTransfer(self.transfer, DataFolder())
        self.desk = DataDesk(shipped_theme(), lambda: files, self.shell, self.page)
        self.busy: list[bool] = []
        self.desk.busy_changed.connect(self.busy.append)

    def told(self, count: int = 1) -> str:
        self.qtbot.waitUntil(lambda: len(self.shell.told) >= count)
        return self.shell.told[-1]

    def preview(self) -> ImportPreview:
        self.qtbot.waitUntil(lambda: bool(self.page.findChildren(ImportPreview)))
        return self.page.findChildren(ImportPreview)[0]

    def file_dialog(self) -> QFileDialog:
        return self.page.findChildren(QFileDialog)[0]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room(qtbot)
    yield made
    made.desk._jobs.wait()


def press(question: ImportPreview, text: str) -> None:
    next(each for each in question.findChildren(Button) if each.text() == text).click()


def texts(question: ImportPreview) -> list[str]:
    return [each.text() for each in question.findChildren(QLabel)]


def test_everything_goes_into_the_file_that_is_chosen(room, tmp_path):
    room.desk.ask_where(with_presence=False)
    dialog = room.file_dialog()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "json"
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "zip"
    dialog.fileSelected.emit(str(tmp_path / "mine.zip"))

    assert room.told() == "1 session, 0 plan entries, and 2 activities are in mine.zip."
    assert not DataFolder().read(tmp_path / "mine.zip").spans
    dialog.close()


def test_the_times_at_the_desk_go_along_if_that_was_asked_for(room, tmp_path):
    room.desk.ask_where(with_presence=True)
    room.file_dialog().fileSelected.emit(str(tmp_path / "mine.json"))

    assert room.told().endswith("and 1 stretch at the desk are in mine.json.")
    assert DataFolder().read(tmp_path / "mine.json").spans == HERE.spans
    assert room.busy == [True, False]
    room.file_dialog().close()


def test_a_file_that_cannot_be_written_is_told(room, tmp_path):
    room.desk.write(str(tmp_path / "gone" / "mine.json"), with_presence=False)

    room.qtbot.waitUntil(lambda: bool(room.shell.errors))
    assert isinstance(room.shell.errors[0], FileUnreadableError)
    assert room.busy == [True, False]


def arriving(folder: Path) -> str:
    bundle = Bundle(
        (session("s1", note="other"), session("s2")), activities=HERE.activities, shoes=(shoe(),)
    )
    DataFolder().write(folder / "theirs.json", bundle)
    return str(folder / "theirs.json")


def test_what_a_file_brings_is_shown_before_it_is_brought_in(room, tmp_path):
    before = room.database.stored
    room.desk.ask_which()
    room.file_dialog().fileSelected.emit(arriving(tmp_path))
    question = room.preview()

    shown = texts(question)
    assert "2 would be added and 1 replaced." in shown
    assert "From theirs.json" in shown
    assert shown[2:5] == ["New", "Replaced", "Already there"]
    assert shown[5:9] == ["Sessions", "1", "1", "–"]
    assert shown[9:13] == ["Runs, walks, sports", "–", "–", "2"]
    assert shown[13:17] == ["Pairs of shoes", "1", "–", "–"]
    assert "What is replaced comes back if you undo the import." in shown
    assert room.database.stored == before
    press(question, "Cancel")
    assert room.database.stored == before
    room.file_dialog().close()


def test_bringing_in_is_told_and_can_be_taken_back(room, tmp_path):
    before = room.database.stored
    room.desk.look_into(arriving(tmp_path))
    press(room.preview(), "Bring in")

    assert room.told() == "2 added, 1 changed, 2 already there."
    assert room.shell.changes == [ALL]
    assert room.database.stored.sessions.kept["s1"].note == "other"

    room.shell.undos[0]()
    assert room.told(2) == "Everything is as it was before the import"
    assert room.database.stored == before
    assert room.shell.changes == [ALL, ALL]


def test_what_is_there_already_is_told_without_a_question(room, tmp_path):
    DataFolder().write(tmp_path / "same.json", replace(HERE, spans=()))
    room.desk.look_into(str(tmp_path / "same.json"))

    assert room.told() == "Everything in this file is here already."
    assert room.page.findChildren(ImportPreview) == []


def test_nothing_is_said_of_replacing_where_all_is_new(room, tmp_path):
    DataFolder().write(tmp_path / "new.json", Bundle(shoes=(shoe(),)))
    room.desk.look_into(str(tmp_path / "new.json"))
    question = room.preview()

    assert "1 record would be added." in texts(question)
    assert "Pairs of shoes" in texts(question)
    assert not any("undo" in each for each in texts(question))
    question.close()


def test_a_file_that_cannot_be_used_is_told_with_its_place(room, tmp_path):
    file = tmp_path / "runs.csv"
    file.write_text("started_at,zone,type,minutes\n2026-03-04 18:30,Europe/Berlin,walk,0\n")
    room.desk.look_into(str(file))

    room.qtbot.waitUntil(lambda: bool(room.shell.errors))
    error = room.shell.errors[0]
    assert isinstance(error, InvalidValueError)
    assert error.key == "runs.csv:2 minutes"


class Endless(FileTransfer):
    """Never comes to an end by itself."""

    def take_in(self, arrival: Arrival, watch: Watch) -> Merged:
        while True:
            watch.reached(0.5)


def test_what_takes_long_can_be_cancelled(room, tmp_path, monkeypatch):
    monkeypatch.setattr(waiting_module, "PATIENCE_MS", 0)
    room.desk._transfer = lambda: Endless(room.transfer, DataFolder())
    before = room.database.stored
    room.desk.look_into(arriving(tmp_path))
    press(room.preview(), "Bring in")

    def shown() -> list[Waiting]:
        return [each for each in room.page.findChildren(Waiting) if each.isVisible()]

    room.qtbot.waitUntil(lambda: bool(shown()))
    press(shown()[0], "Cancel")

    assert room.told() == "It was cancelled. Nothing was changed."
    assert room.database.stored is before
    assert not shown()
    assert room.shell.errors == []


def test_what_was_edited_since_is_told_when_an_import_is_taken_back(room, tmp_path):
    room.desk.look_into(arriving(tmp_path))
    press(room.preview(), "Bring in")
    room.told()
    with room.database.work() as work:
        work.sessions.add(session("s2", note="mine"))

    room.shell.undos[-1]()

    assert room.told(2) == (
        "The import is taken back. 1 record was edited since and stays as it is."
    )
    assert room.database.stored.sessions.kept["s2"].note == "mine"
    assert room.database.stored.sessions.kept["s1"] == session("s1")
