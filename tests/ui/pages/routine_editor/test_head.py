"""The head of the routine editor: its buttons stay in one line."""

from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.routine_editor.head import EditorHead
from coreapp.ui.widgets.buttons import Button
from tests.fakes.shipped import shipped_theme


def test_what_is_about_the_routine_is_an_icon_where_there_is_no_room(qtbot: QtBot) -> None:
    page = QWidget()  # a window would not be narrower than what it shows
    qtbot.addWidget(page)
    head = EditorHead(shipped_theme())
    head.setParent(page)
    asked = []
    head.about_requested.connect(lambda: asked.append(1))
    head.resize(900, 200)
    page.show()
    words = next(each for each in head.findChildren(Button) if each.text() == "Details")
    icon = next(
        each
        for each in head.findChildren(QToolButton)
        if each.accessibleName() == "About this routine"
    )
    assert (words.isVisible(), icon.isVisible()) == (True, False)

    head.resize(150, 200)
    assert (words.isVisible(), icon.isVisible()) == (False, True)
    icon.click()
    assert asked == [1]

    head.resize(900, 200)
    words.click()
    assert asked == [1, 1]
