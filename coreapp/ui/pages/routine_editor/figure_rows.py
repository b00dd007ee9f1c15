"""What the rows of the editor's two lists share: a figure, a title and a line beneath it."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ring
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

FIGURE: Final = QSize(64, 48)
GAP: Final = 12
"""Between two things in a row."""


class FigureRowDelegate(QStyledItemDelegate):
    """Paints the pieces of a row; whoever inherits it says which, and where."""

    def __init__(self, theme: Theme, figures: LateFigures) -> None:
        super().__init__()
        self.theme = theme
        self._figures = figures

    def lines_height(self) -> int:
        """Return the height of the title and the line beneath it."""
        return self._height(Type.BODY_STRONG) + self._height(Type.BODY)

    def lines_width(self, title: str, detail: str) -> int:
        """Return how wide the title and the line beneath it are."""
        lines = ((Type.BODY_STRONG, title), (Type.BODY, detail))
        return max(
            QFontMetrics(self.theme.font(kind)).horizontalAdvance(text) for kind, text in lines
        )

    def paint_ring(self, painter: QPainter, box: QRect) -> None:
        """Paint the line around the row that has the keyboard."""
        paint_ring(painter, QRectF(box), metrics.RADIUS_BUTTON, self.theme.tokens)

    def paint_figure(self, painter: QPainter, left: int, middle: int, shot: FigureShot) -> int:
        """Paint a figure on its stage, as soon as it is drawn; return where its right edge is."""
        stage = QRect(left, middle - FIGURE.height() // 2, FIGURE.width(), FIGURE.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.tokens.stage)
        painter.drawRoundedRect(QRectF(stage), metrics.RADIUS_KEY, metrics.RADIUS_KEY)
        picture = self._figures.find(shot, FIGURE, painter.device().devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(stage, picture)
        return stage.right() + 1

    def paint_lines(
        self, painter: QPainter, box: QRect, title: str, detail: str, *, wrong: bool = False
    ) -> None:
        """Paint the title and the line beneath it, each cut where there is no more room."""
        tokens = self.theme.tokens
        first = self._height(Type.BODY_STRONG)
        both = self.lines_height()
        top = box.center().y() - both // 2
        tone = tokens.danger if wrong else tokens.ink2
        for kind, colour, text, y, height in (
            (Type.BODY_STRONG, tokens.ink, title, top, first),
            (Type.BODY, tone, detail, top + first, both - first),
        ):
            painter.setFont(self.theme.font(kind))
            painter.setPen(colour)
            room = QRect(box.left(), y, max(0, box.width()), height)
            mode = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, mode, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _height(self, kind: Type) -> int:
        return QFontMetrics(self.theme.font(kind)).height() + 2


def has_keyboard(option: QStyleOptionViewItem) -> bool:
    """Tell whether the list of a row takes the keys now."""
    view: QWidget | None = option.widget
    return view is not None and view.hasFocus()
