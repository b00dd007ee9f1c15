"""The shoes with their kilometres: added, changed, retired, deleted, and everything undone."""

from datetime import date
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DatabaseBusyError
from coreapp.services.shoe_rack import ShoeDraft, ShoeRack
from coreapp.ui.dialogs.shoe_form import ShoeForm
from coreapp.ui.dialogs.shoes import ShoesDialog
from tests.fakes.clock import FakeClock
from tests.fakes.languages import shown_in
from tests.fakes.shipped import shipped_theme
from tests.fakes.work import FakeDatabase

TODAY = date(2026, 3, 2)


class Rack:
    """The dialog on a rack in memory."""

    def __init__(self, qtbot: QtBot, *drafts: ShoeDraft) -> None:
        ids = count(1)
        self.qtbot = qtbot
        self.database = FakeDatabase()
        self.rack = ShoeRack(self.database, FakeClock(), lambda: f"p{next(ids)}")
        for draft in drafts:
            self.rack.add(draft)
        self.host = QWidget()
        self.host.resize(1024, 680)
        qtbot.addWidget(self.host)
        self.dialog = ShoesDialog(shipped_theme(), self.rack, TODAY, self.host)
        self.changes: list[str] = []
        self.dialog.changed.connect(lambda: self.changes.append("changed"))
        self.dialog.open()

    def click(self, name: str, about: str = "", within: QWidget | None = None) -> None:
        button = next(
            each
            for each in (within or self.dialog).findChildren(QAbstractButton)
            if each.isVisible()
            and name in {each.text(), each.accessibleName()}
            and (not about or each.accessibleDescription() == about)
        )
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def form(self) -> ShoeForm:
        form = self.dialog.form
        assert form is not None
        return form

    @property
    def names(self) -> list[str]:
        return [each.shoe.name for each in self.rack.pairs()]

    @property
    def texts(self) -> list[str]:
        return [each.text() for each in self.dialog.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def two(qtbot: QtBot) -> Rack:
    return Rack(
        qtbot, ShoeDraft("Road", date(2026, 1, 5), 412_000), ShoeDraft("Old", None, 812_000)
    )


def test_without_shoes_the_first_step_is_told(qtbot: QtBot) -> None:
    rack = Rack(qtbot)
    assert any(text.startswith("Add the shoes you run in") for text in rack.texts)

    rack.click("Add shoes")
    qtbot.keyClicks(rack.form.name, "Road")
    qtbot.keyClicks(rack.form.km, "12,5")
    qtbot.keyClick(rack.form.km, Qt.Key.Key_Return)

    assert rack.dialog.form is None
    (pair,) = rack.rack.pairs()
    assert (pair.shoe.name, pair.metres, pair.shoe.bought) == ("Road", 12_500, None)
    assert "Road" in rack.texts
    assert rack.changes == ["changed"]


def test_each_pair_says_how_far_it_has_gone(two: Rack) -> None:
    said = two.texts

    assert "412 km · bought Jan 5, 2026" in said
    assert "From 800 km on: compare them with a new pair." in said


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_a_pair_that_has_gone_far_keeps_its_distance(
    qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    with shown_in(tmp_path, language, {}):
        rack = Rack(qtbot, ShoeDraft("Road", None, 1_234_500))
        rack.click("Change these shoes")
        rack.form.name.setText("Road blue")

        qtbot.keyClick(rack.form.km, Qt.Key.Key_Return)

    (pair,) = rack.rack.pairs()
    assert (pair.shoe.name, pair.metres) == ("Road blue", 1_234_500)


def test_a_pair_can_be_changed(qtbot: QtBot, two: Rack) -> None:
    two.click("Change these shoes", "Road")
    form = two.form
    assert (form.name.text(), form.km.text(), form.bought.day()) == (
        "Road",
        "412",
        date(2026, 1, 5),
    )

    form.name.setText("Road blue")
    form.km.setText("far")
    two.click("Save", within=form)
    assert form.isVisible()
    assert form.km.property("invalid")
    form.km.setText("")
    form.bought.setDate(QDate(2026, 2, 1))
    two.click("Save", within=form)

    changed = two.rack.pair("p1")
    assert (changed.shoe.name, changed.metres, changed.shoe.bought) == (
        "Road blue",
        0,
        date(2026, 2, 1),
    )


def test_a_day_that_is_not_known_is_none(two: Rack) -> None:
    two.click("Change these shoes", "Road")
    two.click("I know the day", within=two.form)
    assert not two.form.bought.isVisible()

    two.click("Save", within=two.form)

    assert two.rack.pair("p1").shoe.bought is None


def test_a_name_that_is_there_already_is_told_in_the_form(two: Rack) -> None:
    two.click("Add shoes")
    two.form.name.setText("road")

    two.click("Save", within=two.form)

    labels = [each.text() for each in two.form.findChildren(QLabel) if each.isVisible()]
    assert "There are shoes of that name already." in labels
    two.click("Cancel", within=two.form)
    assert two.names == ["Road", "Old"]
    assert two.changes == []


def test_retiring_and_deleting_can_be_undone(qtbot: QtBot, two: Rack) -> None:
    two.click("Retire", "Road")
    assert two.rack.pair("p1").shoe.retired == TODAY
    assert two.names == ["Old", "Road"]
    two.click("Undo")
    assert two.rack.pair("p1").shoe.retired is None

    two.click("Delete these shoes", "Road")
    assert two.names == ["Old"]
    assert two.dialog.toast.text == "Deleted: Road"
    qtbot.keyClick(two.dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert two.names == ["Road", "Old"]
    qtbot.keyClick(two.dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert two.names == ["Road", "Old"]
    assert two.changes == ["changed"] * 4


def test_a_retired_pair_can_be_worn_again(two: Rack) -> None:
    two.click("Retire", "Old")
    two.click("Wear again", "Old")

    assert two.rack.pair("p2").shoe.retired is None


def test_a_log_that_is_busy_is_told_here(two: Rack) -> None:
    two.database.failure = DatabaseBusyError()

    two.click("Delete these shoes", "Road")
    assert any("Another program is using the log" in text for text in two.texts)
    two.click("Add shoes")
    two.form.name.setText("New")
    two.click("Save", within=two.form)
    assert two.form.isVisible()
    two.form.reject()
    two.database.failure = None

    two.click("Close")
    assert not two.dialog.isVisible()
    assert two.changes == []
