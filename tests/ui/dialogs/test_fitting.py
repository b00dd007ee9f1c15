"""Dialogs as high as what is in them, with one edge for what scrolls and what does not."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.dialogs.fitting import FitsWhenShown
from coreapp.ui.widgets.scrolled import scrolled

SIDE = 24


class Sheet:
    """A dialog in which a block of some height scrolls, on a window of 1000 x 700."""

    def __init__(self, qtbot: QtBot, height: int) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1000, 700)
        self.dialog = QDialog(self.window)
        self.dialog.resize(500, 600)
        self.block = QWidget()
        self.block.setFixedHeight(height)
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 12, 0)
        body.addWidget(self.block)
        self.area: QScrollArea = scrolled(inner)
        column = QVBoxLayout(self.dialog)
        column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        column.addWidget(self.area)
        self.fits = FitsWhenShown(self.dialog, self.area, SIDE)
        self.dialog.show()
        qtbot.wait(0)

    @property
    def air(self) -> int:
        """Pixels between the block and the edge at which all else ends."""
        return self.area.viewport().width() - self.block.width()


@pytest.mark.parametrize("height", [100, 300, 500])
def test_it_is_as_high_as_what_is_in_it(qtbot: QtBot, height: int) -> None:
    sheet = Sheet(qtbot, height)
    around = sheet.dialog.height() - height
    assert 2 * SIDE <= around <= 2 * SIDE + 16
    assert sheet.air == 0


def test_it_is_no_higher_than_the_window_and_a_bar_has_air_beside_it(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, 900)
    assert sheet.dialog.height() == 700
    assert sheet.area.verticalScrollBar().maximum() > 0
    assert sheet.air == 6


def test_it_follows_what_unfolds_and_folds(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, 100)
    before = sheet.dialog.height()
    sheet.block.setFixedHeight(350)
    sheet.fits.fit()
    assert sheet.dialog.height() == before + 250
    sheet.block.setFixedHeight(100)
    sheet.fits.fit()
    assert sheet.dialog.height() == before


def test_a_title_that_has_room_in_its_line_takes_one_line_only(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, 100)
    before = sheet.dialog.height()
    sheet.dialog.hide()

    title = QLabel("Eight words that stand in a line of 500")
    title.setWordWrap(True)  # whose hint is two lines or more
    sheet.dialog.layout().insertWidget(0, title)
    sheet.dialog.show()
    qtbot.wait(0)

    line = title.fontMetrics().lineSpacing()
    assert sheet.dialog.height() - before <= line + sheet.dialog.layout().spacing() + 4
