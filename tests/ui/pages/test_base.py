"""A page that is made anew goes back to where one was, once it is high enough, and not later."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.base import Page
from tests.fakes.shipped import shipped_theme


class TallPage(Page):
    """A page whose height a test decides."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(shipped_theme())
        self.qtbot = qtbot
        self.block = QWidget()
        self.column.addWidget(self.block)

    def grow(self, height: int) -> None:
        bar = self.verticalScrollBar()
        before = bar.maximum()
        self.block.setFixedHeight(height)
        self.qtbot.waitUntil(lambda: bar.maximum() > before)

    @property
    def scrolled(self) -> int:
        return self.verticalScrollBar().value()


@pytest.fixture
def page(qtbot: QtBot) -> TallPage:
    made = TallPage(qtbot)
    qtbot.addWidget(made)
    made.resize(1024, 400)
    made.take_up({"scroll": 300})
    made.show()
    made.grow(500)
    return made


def test_it_waits_until_it_is_high_enough(page: TallPage) -> None:
    assert page.scrolled == 0
    assert page.kept() == {"scroll": 300}

    page.grow(2000)
    assert page.scrolled == 300

    page.verticalScrollBar().setValue(20)
    page.grow(2500)
    assert page.scrolled == 20
    assert page.kept() == {"scroll": 20}


def test_who_has_scrolled_meanwhile_stays_there(page: TallPage, qtbot: QtBot) -> None:
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    here = page.scrolled
    assert here > 0

    page.grow(2000)
    assert page.scrolled == here
