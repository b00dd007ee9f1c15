"""Entering a session that was done without the player."""

from datetime import UTC, date, datetime, time
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from coreapp.domain.training_log import Feeling
from coreapp.services.log_editing import LogEditing
from coreapp.services.planning import Planning
from coreapp.ui.dialogs.past_session import Drawing, PastSessionDialog
from coreapp.ui.dialogs.routine_rows import EXERCISE
from coreapp.ui.figure.late import LateFigures
from tests.fakes.clock import FakeClock
from tests.fakes.shipped import shipped_art, shipped_library, shipped_theme
from tests.fakes.work import FakeDatabase

CTRL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def picture_of(exercise: str) -> QLabel:
    picture = QLabel()
    picture.setObjectName(f"picture_{exercise}")
    return picture


class Entry:
    """The dialog on the shipped library."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.library = shipped_library()
        database, clock, ids = FakeDatabase(), FakeClock(), count(1)
        planning = Planning(self.library, database, clock, lambda: f"e{next(ids)}")
        editing = LogEditing(self.library, planning, database, clock, lambda: f"id{next(ids)}")
        self.sets_of = editing.sets_of
        self.art = shipped_art()
        drawing = Drawing(self.art, picture_of)
        self.dialog = PastSessionDialog(shipped_theme(), drawing, self.library, self.sets_of, NOW)
        self.told = []
        self.dialog.entered.connect(self.told.append)
        qtbot.addWidget(self.dialog)
        self.dialog.open()

    def click(self, text: str) -> None:
        buttons = self.dialog.findChildren(QAbstractButton)
        names = (each for each in buttons if text in {each.text(), each.accessibleName()})
        self.qtbot.mouseClick(next(names), Qt.MouseButton.LeftButton)

    def texts(self) -> str:
        labels = (each for each in self.dialog.findChildren(QLabel) if each.isVisible())
        return " | ".join(each.text() for each in labels)


@pytest.fixture
def entry(qtbot: QtBot) -> Entry:
    return Entry(qtbot)


def test_nothing_is_entered_before_a_routine_is_found(entry: Entry) -> None:
    assert not entry.dialog.save.isEnabled()
    assert entry.dialog.list.count() == len(list(entry.library.routines))

    for word in ("core basics", "core basiks"):
        entry.dialog.search.clear()
        entry.qtbot.keyClicks(entry.dialog.search, word)
        assert entry.dialog.routine == "core-basics-runners", word
        assert entry.dialog.save.isEnabled(), word

    # What matches nothing cannot be entered.
    entry.dialog.search.clear()
    entry.qtbot.keyClicks(entry.dialog.search, "zzzzzz")
    assert entry.dialog.routine == ""
    assert not entry.dialog.save.isEnabled()


def test_all_of_it_counts_as_done_until_somebody_says_otherwise(entry: Entry) -> None:
    entry.qtbot.keyClicks(entry.dialog.search, "core basics")

    entry.click("Enter")

    (past,) = entry.told
    assert past.sets == entry.sets_of("core-basics-runners")
    assert (past.day, past.at) == (date(2026, 3, 2), time(9, 0))
    assert past.feeling == Feeling()
    assert "all of it" in entry.texts()


def test_how_much_of_it_was_done_is_asked_when_wanted(entry: Entry) -> None:
    entry.qtbot.keyClicks(entry.dialog.search, "core basics")
    entry.click("What of it was done")
    names = [each.objectName() for each in entry.dialog.findChildren(QLabel)]
    assert names.count("picture_glute-bridge") == 1, "the sets stand with their figures"
    entry.qtbot.mouseClick(entry.dialog._table._lines[0].skipped, Qt.MouseButton.LeftButton)
    entry.click("What of it was done")

    past = entry.dialog.past()

    assert past.sets[0].skipped
    assert past.sets[1:] == entry.sets_of("core-basics-runners")[1:]
    count = len(past.sets)
    assert f"{count - 1} of {count} sets" in entry.texts()


def test_sets_that_were_put_right_stay_until_another_routine_is_found(entry: Entry) -> None:
    entry.qtbot.keyClicks(entry.dialog.search, "core basics")
    entry.click("What of it was done")
    table = entry.dialog._table
    table._lines[0].done.setValue(7)

    entry.dialog.search.setText("core")
    assert entry.dialog._table is table
    assert entry.dialog.past().sets[0].actual_reps == 7

    entry.dialog.search.setText("sun salutation 5")
    assert entry.dialog.routine == "sun-salutation-5"
    assert entry.dialog.past().sets == entry.sets_of("sun-salutation-5")


def test_how_it_felt_is_folded_away_and_taken_along(entry: Entry) -> None:
    entry.qtbot.keyClicks(entry.dialog.search, "core basics")
    assert not entry.dialog.feeling.isVisible()
    entry.click("How it felt")
    entry.qtbot.keyClicks(entry.dialog.feeling.effort, "7")
    entry.dialog.feeling.note.setPlainText("at the sea")

    assert entry.dialog.past().feeling == Feeling(effort=7, note="at the sea")


def test_it_can_begin_with_a_routine_and_a_moment(entry: Entry) -> None:
    entry.dialog.day.setDate(entry.dialog.day.date().addDays(1))
    assert entry.dialog.day.day() == date(2026, 3, 2), "nothing to come can be chosen"
    entry.dialog.show_problem("Give a time that has passed.")
    assert "Give a time that has passed." in entry.texts()

    entry.dialog.choose_routine("sun-salutation-5")
    entry.dialog.choose_moment(datetime(2026, 2, 28, 7, 30, tzinfo=UTC))
    past = entry.dialog.past()
    assert (past.routine, past.day, past.at) == (
        "sun-salutation-5",
        date(2026, 2, 28),
        time(7, 30),
    )


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, CTRL])
def test_name_and_return_are_enough(entry: Entry, modifier: Qt.KeyboardModifier) -> None:
    entry.dialog.activateWindow()
    entry.qtbot.waitUntil(entry.dialog.isActiveWindow)
    field = entry.dialog.focusWidget()
    entry.qtbot.keyClick(field, Qt.Key.Key_Return, modifier)
    assert entry.told == [], "nothing is chosen yet"

    entry.qtbot.keyClicks(field, "core four")
    entry.qtbot.keyClick(field, Qt.Key.Key_Return, modifier)

    assert [each.routine for each in entry.told] == ["core-four"]


def test_each_routine_has_a_figure_of_its_own_and_those_seen_are_drawn(entry: Entry) -> None:
    dialog = entry.dialog
    drawn = {
        dialog.list.item(row).data(EXERCISE)
        for row in range(dialog.list.count())
        if dialog.list.visualItemRect(dialog.list.item(row)).top() < dialog.list.height()
    }
    assert all(entry.art.has(each) for each in drawn)
    figures = dialog.findChild(LateFigures)
    dialog.grab()
    entry.qtbot.waitUntil(lambda: not figures.is_drawing)

    option = QStyleOptionViewItem()
    dialog.list.itemDelegate().initStyleOption(
        option, dialog.list.indexFromItem(dialog.list.item(0))
    )

    assert not option.icon.isNull()
    # A chosen row does not colour the figure.
    plain, chosen = (
        option.icon.pixmap(option.decorationSize, mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)
    )
    assert plain == chosen
    assert {shot.exercise for shot in figures._pictures} == drawn
