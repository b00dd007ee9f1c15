"""The head of the log: one line, whatever room there is."""

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.log.head import LogHead
from coreapp.ui.widgets.buttons import Button, ButtonKind
from tests.fakes.shipped import shipped_theme


@pytest.fixture
def head(qtbot: QtBot, qapp: QApplication) -> LogHead:
    theme = shipped_theme()
    quiet = [Button(theme, text, ButtonKind.QUIET) for text in ("Report as PDF…", "Shoes…")]
    made = LogHead(theme, quiet, Button(theme, "Enter…", ButtonKind.PRIMARY))
    qtbot.addWidget(made)
    made.resize(900, 60)
    made.show()
    return made


def seen(head: LogHead) -> list[str]:
    buttons = [each for each in head.findChildren(Button) if each.isVisible()]
    return [each.text() for each in buttons]


def test_where_there_is_room_everything_is_seen(head: LogHead) -> None:
    assert seen(head) == ["Report as PDF…", "Shoes…", "Enter…"]
    assert not head.findChild(QToolButton).isVisible()


def test_where_there_is_none_the_quiet_ones_are_in_a_menu(head: LogHead) -> None:
    report = head.findChildren(Button)[0]
    asked = []
    report.clicked.connect(lambda: asked.append("report"))

    head.resize(300, 60)

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
