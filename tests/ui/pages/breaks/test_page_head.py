"""The head of a page: controls beside the title, or beneath it."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from coreapp.ui.pages.breaks.page_head import PageHead


@pytest.mark.parametrize(("width", "is_folded"), [(1200, False), (120, True)])
def test_controls_go_beneath_the_title_where_they_have_no_room(qtbot, width, is_folded):
    button, hidden = QPushButton("Preview my day"), QPushButton("Pause for a very long time")
    head = PageHead("Breaks of a whole day", button, hidden)
    qtbot.addWidget(head)
    hidden.hide()
    head.resize(width, 120)
    head.show()
    QApplication.processEvents()
    hidden.hide()
    QApplication.processEvents()

    top = button.mapTo(head, button.rect().topLeft()).y()
    assert (top > head._title.geometry().bottom()) is is_folded


@pytest.mark.parametrize("width", [1200, 420])
def test_what_tells_about_it_stays_with_the_title(qtbot, width):
    ask, button = QPushButton("?"), QPushButton("Preview my day")
    other = QPushButton("Pause for a very long time indeed")
    head = PageHead("Breaks", button, other, ask=ask)
    qtbot.addWidget(head)
    head.resize(width, 160)
    head.show()
    QApplication.processEvents()

    title, mark = head._title.geometry(), ask.geometry()
    assert title.right() < mark.left() <= title.right() + 12
    assert title.top() <= mark.center().y() <= title.bottom()
