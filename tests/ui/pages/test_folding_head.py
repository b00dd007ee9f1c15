"""The head of a page: one line, whatever room there is."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.folding_head import FoldingHead
from coreapp.ui.widgets.buttons import Button, ButtonKind
from tests.fakes.shipped import shipped_theme


@pytest.fixture
def head(qtbot: QtBot, qapp: QApplication) -> Iterator[FoldingHead]:
    theme = shipped_theme()
    quiet = [Button(theme, text, ButtonKind.QUIET) for text in ("Report as PDF…", "Shoes…")]
    made = FoldingHead(theme, "Log", quiet, Button(theme, "Enter…", ButtonKind.PRIMARY))
    page = QWidget()  # a window would not be narrower than what it shows
    qtbot.addWidget(page)
    made.setParent(page)
    made.resize(900, 60)
    page.show()
    yield made
    page.close()


def seen(head: FoldingHead) -> list[str]:
    buttons = [each for each in head.findChildren(Button) if each.isVisible()]
    return [each.text() for each in buttons]


def test_where_there_is_room_everything_is_seen(head: FoldingHead) -> None:
    assert seen(head) == ["Report as PDF…", "Shoes…", "Enter…"]
    assert not head.findChild(QToolButton).isVisible()


def test_where_there_is_none_the_quiet_ones_are_in_a_menu(head: FoldingHead) -> None:
    report = head.findChildren(Button)[0]
    asked = []
    report.clicked.connect(lambda: asked.append("report"))

    head.resize(220, 60)

    assert seen(head) == ["Enter…"]
    more = head.findChild(QToolButton)
    assert more.isVisible()
    assert more.accessibleName() == "More"
    actions = more.menu().actions()
    assert [each.text() for each in actions] == ["Report as PDF…", "Shoes…"]
    actions[0].trigger()
    assert asked == ["report"]

    head.resize(900, 60)
    assert seen(head) == ["Report as PDF…", "Shoes…", "Enter…"]


def test_how_many_there_are_is_left_out_last(head: FoldingHead) -> None:
    head.show_count("22 routines")
    count = next(each for each in head.findChildren(QLabel) if each.text() == "22 routines")
    assert count.isVisible()

    head.resize(300, 60)
    assert seen(head) == ["Enter…"]
    assert count.isVisible()

    head.resize(180, 60)
    assert not count.isVisible()

    head.resize(900, 60)
    head.show_count("")
    assert not count.isVisible()
