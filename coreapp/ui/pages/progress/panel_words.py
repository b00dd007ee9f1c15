"""The words of a panel of Progress: its title with a remark, and its figures."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from coreapp.services.charts import Panel, PanelKey
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.widgets.labels import make_label, make_text

_BESIDE: Final = 12


class HeadWords(QWidget):
    """The title of a panel with the remark beside it, or beneath where the row is too short."""

    def __init__(self) -> None:
        super().__init__()
        self._title = make_text("", Type.TITLE)
        self._aside = make_text("", tone="ink2")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._aside)
        # As high as the button beside it, so that all titles stand on one line.
        self.setMinimumHeight(metrics.BUTTON)

    def show_words(self, title: str, aside: str) -> None:
        """Show other words."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._aside.setText(aside)
        self._aside.setVisible(bool(aside))
        # Beside what chooses the subject it is one line, or it would be two words beneath another.
        alone = 0 if title else self._aside.fontMetrics().horizontalAdvance(aside) + 2
        self._aside.setMinimumWidth(alone)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the remark where there is room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        words = (each for each in (self._title, self._aside) if each.text())
        needed = sum(each.fontMetrics().horizontalAdvance(each.text()) + _BESIDE for each in words)
        folded = self.width() < needed
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if folded else direction.LeftToRight)
        self._row.setSpacing(0 if folded else _BESIDE)


class Figures(QWidget):
    """The number of a panel with its unit, and the second one where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._panel: Panel | None = None
        self._is_above = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_above(self, *, above: bool) -> None:
        """Stand above the picture, where a figure's word goes beside it, or at its side."""
        if above is self._is_above:
            return
        self._is_above = above
        if self._panel is not None:
            self.show_figures(self._panel)

    def show_figures(self, panel: Panel) -> None:
        """Show the figures of a panel; nothing where there is none yet."""
        self._panel = panel
        clear_layout(self._column)
        if panel.number:
            self._column.addWidget(_figure(panel.number, panel.unit, Type.PAGE, stacked=False))
        if panel.more is not None:
            stacked = panel.key is PanelKey.HEAT_MAP and not self._is_above
            self._column.addWidget(_figure(*panel.more, Type.HEADING, stacked=stacked))
        self.setVisible(bool(panel.number) and not (panel.is_empty and panel.number == "–"))


def _figure(number: str, unit: str, kind: Type, *, stacked: bool) -> QWidget:
    """Return a number with its unit smaller beside it, or beneath it."""
    figure = QWidget()
    grid = QGridLayout(figure)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    base = Qt.AlignmentFlag.AlignBaseline
    if stacked:
        grid.addWidget(make_label(number, kind), 0, 0)
        grid.addWidget(make_label(unit, tone="ink2"), 1, 0)
    else:
        grid.addWidget(make_label(number, kind), 0, 0, base)
        grid.addWidget(make_text(unit, tone="ink2"), 0, 1, base)
        grid.setColumnStretch(1, 1)
    return figure
