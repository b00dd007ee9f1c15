"""A part of a page is laid out for the width it has, and texts are broken for no other one."""

import pytest
from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.section import Section
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.labels import WrappedLabel
from tests.fakes.shipped import shipped_theme

TEXT = "Lie on your back, pull both knees up, and let them fall to one side and to the other. " * 3


class WatchedText(WrappedLabel):
    """Remembers the widths for which it is asked how high it would be."""

    def __init__(self) -> None:
        self.asked: set[int] = set()
        super().__init__(TEXT)

    def heightForWidth(self, width: int) -> int:
        self.asked.add(width)
        return super().heightForWidth(width)


class NestedPage(Page):
    """A text deep in a page, as texts are."""

    def __init__(self) -> None:
        super().__init__(shipped_theme())
        self.text = WatchedText()
        section = Section(self.theme, "How to do it")
        section.column.addWidget(self.text)
        column = Block()
        QVBoxLayout(column).addWidget(section)
        columns = Columns(self.theme, least=600, gap=44)
        columns.add(column, 2)
        columns.add(QWidget(), 1)
        self.column.addWidget(columns)
        self.column.addSpacing(2000)  # as most pages, it is higher than the window


def test_a_text_is_broken_for_its_own_width_and_the_one_it_would_like(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.resize(1064, 860)
    page = NestedPage()
    stack.addWidget(page)
    # As a page is brought up.
    page.resize(stack.size())
    stack.show()
    qtbot.waitExposed(stack)
    page.become_seen()

    pleasant = page.text.sizeHint().width()
    assert page.text.asked == {pleasant, page.text.width()}
    assert page.text.height() == page.text.heightForWidth(page.text.width())


@pytest.mark.parametrize("margins", [QMargins(), QMargins(3, 5, 7, 11)])
def test_it_would_like_the_width_of_its_parts_and_the_margins(
    qtbot: QtBot, margins: QMargins
) -> None:
    block, part = Block(), QWidget()
    qtbot.addWidget(block)
    part.setFixedSize(120, 40)
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    block.setContentsMargins(margins)

    assert block.sizeHint() == part.size().grownBy(margins)


def test_without_a_layout_it_is_any_widget(qtbot: QtBot) -> None:
    block = Block()
    qtbot.addWidget(block)

    assert block.sizeHint() == QWidget().sizeHint()
