"""Fields side by side are of one height, and what was made before the look grows with it."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.fields import ComboField, DateField, NumberField, TimeField
from coreapp.ui.widgets.toast import Toast
from tests.e2e.world import plain_look_after
from tests.fakes.shipped import shipped_theme

SIZES = (1.0, 1.5, 2.0)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with plain_look_after():
        yield shipped_theme()


@pytest.mark.parametrize("factor", SIZES)
def test_all_fields_of_a_dialog_are_equally_high(
    qtbot: QtBot, qapp: QApplication, theme: Theme, factor: float
) -> None:
    theme.set_text_factor(factor)
    theme.apply(qapp)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    row = QHBoxLayout(dialog)
    combo = ComboField(theme)
    combo.addItem("Core basics for runners")
    fields = (
        QLineEdit(),
        combo,
        DateField(theme, date(2026, 11, 25)),
        TimeField(theme, time(18, 30)),
        NumberField(theme),
    )
    for field in fields:
        row.addWidget(field)
    dialog.show()

    assert len({each.height() for each in fields}) == 1
    assert len({each.y() for each in fields}) == 1


@pytest.mark.parametrize("factor", SIZES)
def test_the_way_back_of_a_toast_is_as_large_as_its_words(
    qtbot: QtBot, qapp: QApplication, theme: Theme, factor: float
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    toast = Toast(theme, host)  # as in the program: before the look is on
    theme.set_text_factor(factor)
    theme.apply(qapp)
    host.show()

    toast.show_message("Session deleted", "Undo")

    assert toast.findChild(QPushButton).font().pixelSize() == round(14 * factor)
