"""Left and right of exercises: two bars from the middle outwards, on one scale a line."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from coreapp.services.charts import Pairs
from coreapp.ui.charts.drawing import beneath
from coreapp.ui.charts.look import AIR, ChartLook
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type

_BAR: Final = 8.0
_MOST_BAR: Final = 14.0
_MOST_ROOM: Final = 1.7
"""So many times its least height a line takes, where few lines have the room of many."""
_GAP: Final = 14.0
_SPLIT: Final = 2.0
"""Between the two halves, in pixels."""


class PairsDrawing:
    """Draws `Pairs`."""

    def __init__(self, chart: Pairs) -> None:
        self._chart = chart

    def count(self) -> int:
        """Return how many exercises there are."""
        return len(self._chart.rows)

    def tell(self, index: int) -> str:
        """Return a line in words."""
        return self._chart.tell(index)

    def first(self) -> int:
        """Return the first line."""
        return 0

    def neighbour(self, index: int, key: Qt.Key) -> int | None:
        """Return the value a key leads to; None for a key that leads nowhere."""
        return beneath(index, key, self.count())

    def height(self, look: ChartLook, width: float) -> float:
        """Return the height of all lines."""
        return self.count() * self._pitch(look) - _GAP

    def paint(self, painter: QPainter, box: QRectF, look: ChartLook) -> None:
        """Paint a line for each exercise."""
        thick = self._bar(box, look)
        for index in range(self.count()):
            self._paint_row(painter, self._row(box, look, index), look, index, thick)

    def place(self, box: QRectF, look: ChartLook, index: int) -> QRectF:
        """Return where the two bars of a line are."""
        row = self._row(box, look, index)
        bar = self._bar(box, look)
        top = row.bottom() - bar
        middle, half = row.center().x(), row.width() / 2
        left, right = self._shares(index)
        return QRectF(middle - left * half, top, (left + right) * half, bar)

    def mark(self, painter: QPainter, box: QRectF, look: ChartLook, index: int) -> None:
        """Paint a line around a line's bars, across the whole width."""
        painter.setPen(QPen(look.tokens.ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        row, bar = self._row(box, look, index), self._bar(box, look)
        around = QRectF(row.left() + 1, row.bottom() - bar - 3, row.width() - 2, bar + 6)
        painter.drawRoundedRect(around, bar / 2 + 3, bar / 2 + 3)
        painter.setPen(Qt.PenStyle.NoPen)

    def index_at(self, box: QRectF, look: ChartLook, spot: QPointF) -> int:
        """Return the line at a height."""
        index = int((spot.y() - box.top()) // self._spread(box, look))
        return index if 0 <= index < self.count() else -1

    def _pitch(self, look: ChartLook) -> float:
        return look.line_height + 4 + _BAR + _GAP

    def _row(self, box: QRectF, look: ChartLook, index: int) -> QRectF:
        pitch, high = self._spread(box, look), look.line_height + 4 + self._bar(box, look)
        return QRectF(box.left(), box.top() + index * pitch, box.width(), high)

    def _spread(self, box: QRectF, look: ChartLook) -> float:
        """Return how far one line lies from the next: further where there is room."""
        least = self._pitch(look)
        room = (box.height() + _GAP) / max(1, self.count())
        return max(least, min(_MOST_ROOM * least, room))

    def _bar(self, box: QRectF, look: ChartLook) -> float:
        """Return how thick the bars are: few are thicker than many."""
        return min(_MOST_BAR, _BAR * self._spread(box, look) / self._pitch(look))

    def _shares(self, index: int) -> tuple[float, float]:
        pair = self._chart.rows[index]
        most = max(pair.left, pair.right) or 1.0
        return pair.left / most, pair.right / most

    def _paint_row(
        self, painter: QPainter, row: QRectF, look: ChartLook, index: int, thick: float
    ) -> None:
        pair, tokens = self._chart.rows[index], look.tokens
        words = QRectF(row.left(), row.top(), row.width(), look.line_height)
        look.write(painter, words, pair.left_text, Qt.AlignmentFlag.AlignLeft)
        look.write(painter, words, pair.right_text, Qt.AlignmentFlag.AlignRight)
        beside = max(look.width_of(pair.left_text), look.width_of(pair.right_text)) + AIR
        metric = QFontMetricsF(look.font(Type.CAPTION_STRONG))
        name = metric.elidedText(pair.name, Qt.TextElideMode.ElideRight, row.width() - 2 * beside)
        look.write(
            painter,
            words,
            name,
            Qt.AlignmentFlag.AlignHCenter,
            tokens.ink,
            Type.CAPTION_STRONG,
        )
        bar = QRectF(row.left(), row.bottom() - thick, row.width(), thick)
        paint_ground(painter, bar, thick / 2, tokens.track, tokens)
        middle, half = row.center().x(), row.width() / 2
        left, right = self._shares(index)
        if left:
            part = QRectF(middle - left * half, bar.top(), left * half - _SPLIT / 2, thick)
            paint_ground(painter, part, thick / 2, tokens.rest, tokens)
        if right:
            part = QRectF(middle + _SPLIT / 2, bar.top(), right * half - _SPLIT / 2, thick)
            paint_ground(painter, part, thick / 2, tokens.rest, tokens)
