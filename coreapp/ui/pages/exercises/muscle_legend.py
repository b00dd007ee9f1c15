"""What the tinted muscles of a figure are called."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coreapp.domain.exercise import Exercise
from coreapp.services.vocabulary import muscle_label
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_narrow_text

_DOT: Final = 10


class MuscleLegend(QWidget):
    """A dot in the colour of working muscles, and the names of those that do most."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.names = make_narrow_text(kind=Type.CAPTION, tone="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Dot(theme), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.names, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_muscles(self, exercise: Exercise) -> None:
        """Name the muscles that do most of the work."""
        self.names.setText(" · ".join(muscle_label(each) for each in exercise.muscles))


class _Dot(QWidget):
    """As high as the line beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the dot's width, and the height of a line."""
        fonts = self._theme.fonts
        return QSize(fonts.pixels(_DOT), round(fonts.line_height(Type.CAPTION)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot in the middle of the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.f_mus)
        size = float(self.width())
        painter.drawEllipse(QRectF(0.0, (self.height() - size) / 2, size, size))
