"""Groups of fields that are folded away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.fold import Fold
from coreapp.ui.widgets.press_row import PressRow
from tests.fakes.shipped import shipped_theme


def test_it_opens_by_mouse_and_by_keys_and_says_what_is_in_it(qtbot: QtBot) -> None:
    fold = Fold(shipped_theme(), "Pain")
    inner = QLabel("all of it")
    fold.body.addWidget(inner)
    fold.set_summary("pain 4")
    qtbot.addWidget(fold)
    fold.show()
    head = fold.findChild(PressRow)
    assert not inner.isVisible()
    assert head.accessibleName() == "Pain"
    assert head.accessibleDescription() == "pain 4, folded"

    with qtbot.waitSignal(fold.toggled) as told:
        qtbot.mouseClick(head, Qt.MouseButton.LeftButton)

    assert told.args == [True]
    assert inner.isVisible()
    assert head.accessibleDescription() == "pain 4, open"
    qtbot.keyClick(head, Qt.Key.Key_Return)
    assert not inner.isVisible()
    assert not fold.is_open
