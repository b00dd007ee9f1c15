"""The skin of the figures: four to choose from, beside a figure that has the chosen one."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from coreapp.i18n import _
from coreapp.ui.drawing.colours import SKINS
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.theme.focus_ring import RADIUS_PROPERTY
from coreapp.ui.theme.theme import Theme

_FIGURE: Final = 72
_EXERCISE: Final = "desk-chin-tuck"
"""It shows a face."""
_SWATCH: Final = 36
_INSET: Final = 6.0
_CHOSEN: Final = 2.0


class SkinField(QWidget):
    """A radio group of swatches; arrow keys move the choice.

    Signals:
        chosen: somebody chose the skin of this index.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        figure = FigureView(theme, art, late=True)
        side = theme.fonts.pixels(_FIGURE)
        figure.setFixedSize(side, side)
        figure.show_exercise(_EXERCISE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(4)
        row.addWidget(figure)
        row.addSpacing(4)
        for index, name in enumerate(_names()):
            swatch = _Swatch(theme, index, name)
            self._group.addButton(swatch, index)
            row.addWidget(swatch)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.idToggled.connect(self._tell)

    def choose(self, index: int) -> None:
        """Show a skin as chosen, silently."""
        self._group.blockSignals(True)
        self._group.button(index).setChecked(True)
        self._group.blockSignals(False)

    def value(self) -> int:
        """Return the index of the chosen skin, -1 before any was."""
        return self._group.checkedId()

    def _tell(self, index: int, checked: bool) -> None:  # noqa: FBT001  Qt's signal says it so
        if checked:
            self.chosen.emit(index)


class _Swatch(QRadioButton):
    """One skin: a disc, with a ring around the chosen one."""

    def __init__(self, theme: Theme, index: int, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._index = index
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(RADIUS_PROPERTY, theme.fonts.pixels(_SWATCH))
        self.setFixedSize(self.sizeHint())
        theme.changed.connect(self._follow_theme)

    def sizeHint(self) -> QSize:
        """Return what can be hit; the disc lies within."""
        side = self._theme.fonts.pixels(_SWATCH)
        return QSize(side, side)

    def hitButton(self, pos: object) -> bool:
        """Say that the whole swatch can be clicked."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc, and the ring."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        # Some skin is always as light, or as dark, as the ground.
        painter.setPen(QPen(tokens.border, 1))
        painter.setBrush(QColor(SKINS[self._index]))
        painter.drawEllipse(box.adjusted(_INSET, _INSET, -_INSET, -_INSET))
        if self.isChecked():
            painter.setPen(QPen(tokens.ink, _CHOSEN))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(2, 2, -2, -2))

    def _follow_theme(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


def _names() -> list[str]:
    """Return how the skins are called, in the order of `SKINS`."""
    return [
        _("Light skin tone"),
        _("Medium-light skin tone"),
        _("Medium-dark skin tone"),
        _("Dark skin tone"),
    ]
