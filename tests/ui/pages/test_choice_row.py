"""One of a few above a list: chips, or a menu where a line has no room for them."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.choice_row import ChoiceRow, MenuFilter, Option
from coreapp.ui.widgets.buttons import Button, Chip
from tests.fakes.shipped import shipped_theme
from tests.ui.pages.desk import settle

OPTIONS = (
    Option("", "All 46"),
    Option("strength", "Strength 20", "Strength"),
    Option("stretch", "Stretch 14", "Stretch"),
)


class Shown:
    def __init__(self, qtbot: QtBot) -> None:
        self.theme = shipped_theme()
        self.row = ChoiceRow(self.theme, "Purpose")
        self.chosen: list[str] = []
        self.row.chosen.connect(self.chosen.append)
        self.row.offer(OPTIONS)
        qtbot.addWidget(self.row)
        self.at(600)
        self.row.show()

    def at(self, width: int) -> None:
        self.row.resize(width, 80)

    @property
    def chips(self) -> list[str]:
        return [each.text() for each in self.row.findChildren(Chip) if each.isVisible()]

    @property
    def menu(self) -> MenuFilter:
        (menu,) = [each for each in self.row.findChildren(MenuFilter) if not each.isHidden()]
        return menu


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Shown:
    return Shown(qtbot)


def test_with_room_it_is_a_line_of_chips(shown: Shown) -> None:
    assert shown.chips == ["All 46", "Strength 20", "Stretch 14"]
    assert all(each.isHidden() for each in shown.row.findChildren(MenuFilter))
    assert shown.row.word == ""

    next(each for each in shown.row.findChildren(Chip) if each.text() == "Stretch 14").click()

    assert (shown.row.word, shown.chosen) == ("stretch", ["stretch"])


def test_without_room_it_is_one_button_that_tells_what_is_chosen(shown: Shown) -> None:
    shown.at(200)

    assert shown.chips == []
    assert (shown.menu.text(), shown.menu.accessibleName()) == ("Purpose", "Purpose")
    assert not shown.menu.isChecked()
    actions = [each for each in shown.menu.menu().actions() if not each.isSeparator()]
    assert [each.text() for each in actions] == ["All 46", "Strength 20", "Stretch 14"]

    actions[1].trigger()

    assert (shown.row.word, shown.chosen) == ("strength", ["strength"])
    assert (shown.menu.text(), shown.menu.isChecked()) == ("Strength", True)
    assert shown.menu.accessibleName() == "Purpose: Strength"
    shown.menu.nextCheckState()
    assert shown.menu.isChecked(), "a click opens the menu, and changes nothing"


def test_what_is_chosen_is_the_same_whatever_room_there_is(shown: Shown) -> None:
    shown.at(200)
    shown.row.choose("stretch")
    shown.row.choose("not offered")

    shown.at(600)

    checked = [each.text() for each in shown.row.findChildren(Chip) if each.isChecked()]
    assert checked == ["Stretch 14"]
    assert shown.chosen == []


def test_wider_chips_fold_it_too(shown: Shown, qtbot: QtBot) -> None:
    font = shown.row.font()
    font.setPointSizeF(4 * font.pointSizeF())
    for chip in shown.row.findChildren(Chip):
        chip.setFont(font)
    qtbot.waitUntil(lambda: shown.chips == [])
    assert shown.menu.isVisible()


def test_it_may_fill_several_lines(qtbot: QtBot, qapp: QApplication) -> None:
    row = ChoiceRow(shipped_theme(), "Purpose", most_lines=2)
    row.offer(OPTIONS)
    qtbot.addWidget(row)
    row.resize(220, 80)
    row.show()
    assert all(each.isVisible() for each in row.findChildren(Chip))

    row.resize(120, 80)
    assert not any(each.isVisible() for each in row.findChildren(Chip))


def test_other_filters_stay_and_go_with_what_is_offered(shown: Shown) -> None:
    other = Button(shown.theme, "Place")
    shown.row.add(other)
    settle()
    shown.at(200)
    assert other.isVisible()

    shown.row.offer(())

    assert shown.row.word == ""
    assert other.isHidden()


def test_what_is_beneath_moves_at_once_when_it_unfolds(qtbot: QtBot) -> None:
    """However deep the row stands in its page: chips in a line, and the other filter beneath."""
    row = ChoiceRow(shipped_theme(), "Purpose")
    row.offer(OPTIONS)
    row.add(Button(shipped_theme(), "Other"))
    chips = row.findChildren(Chip)
    room = sum(each.sizeHint().width() + 8 for each in chips)
    page, beneath = QWidget(), QLabel("What one has come for")
    column = QVBoxLayout(page)
    inner: QWidget = row
    for _level in range(3):
        around = QWidget()
        line = QVBoxLayout(around)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(inner)
        inner = around
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inner)
    column.addWidget(beneath)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(room - 40, 400)
    page.show()
    settle()
    assert not any(each.isVisible() for each in chips)
    folded = beneath.y()

    page.resize(room, 400)
    QApplication.processEvents()

    assert all(each.isVisible() for each in chips)
    assert beneath.y() > folded
    assert inner.height() == inner.heightForWidth(room)
