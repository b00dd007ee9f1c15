"""Many widgets come at once: what they stand in is laid out once, and as it would be anyway."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.laid_out_once import laid_out_once

ROWS = 12


class _Rows(QWidget):
    """Rows in a card in a window; counts how often the last row gets another height or place."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.sizes: list[int] = []
        self.card = QWidget()
        self.inner = QVBoxLayout(self.card)
        self.rows = [QLabel(f"row {number}") for number in range(ROWS)]
        for row in self.rows:
            self.inner.addWidget(row)
            row.hide()
        outer = QVBoxLayout(self)
        outer.addWidget(self.card)
        outer.addStretch(1)
        self.part = QVBoxLayout()
        outer.addLayout(self.part)
        self.card.resizeEvent = self._note  # type: ignore[method-assign]  # only to count
        qtbot.addWidget(self)
        self.resize(300, 900)
        self.show()
        qtbot.waitExposed(self)
        self.sizes.clear()

    def show_rows(self) -> None:
        for row in self.rows:
            row.show()

    def places(self) -> list[QRect]:
        return [row.geometry() for row in self.rows]

    def _note(self, event: QResizeEvent) -> None:
        self.sizes.append(event.size().height())


@pytest.fixture
def window(qtbot: QtBot) -> _Rows:
    return _Rows(qtbot)


def test_all_rows_are_laid_out_in_one_go(window: _Rows, qtbot: QtBot) -> None:
    # A layout within that of the window stands for all of it.
    with laid_out_once(window.part, window.inner):
        window.show_rows()
        assert window.sizes == []
    qtbot.waitUntil(lambda: bool(window.sizes))
    assert len(window.sizes) == 1


def test_they_stand_where_they_would_stand_anyway(window: _Rows, qtbot: QtBot) -> None:
    other = _Rows(qtbot)
    other.show_rows()
    assert len(other.sizes) > 1
    with laid_out_once(window.part, window.inner):
        window.show_rows()
    qtbot.waitUntil(lambda: window.places() == other.places())


def test_layouts_work_again_after_an_error(window: _Rows) -> None:
    with pytest.raises(KeyError), laid_out_once(window.inner):
        raise KeyError
    assert window.inner.isEnabled()


def test_a_layout_without_a_widget_is_taken_as_it_is(qtbot: QtBot) -> None:
    alone = QVBoxLayout()
    with laid_out_once(alone):
        assert not alone.isEnabled()
    assert alone.isEnabled()
