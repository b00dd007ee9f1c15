"""Days as cells, the more was done the darker: 53 weeks at one look."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from coreapp.services.charts import MOST_HEAT, Cell, HeatMap
from coreapp.ui.charts.look import AIR, ChartLook
from coreapp.ui.charts.scale import spread
from coreapp.ui.theme.edges import paint_ground

_HIGHEST: Final = 20.0
"""A cell need not be higher to be seen, at 100 % text."""
_GAP_SHARE: Final = 0.18
_WAYS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_LEGEND_SIDE: Final = 12.0
_LEGEND_GAP: Final = 10.0
_SMALLEST: Final = 0.4
"""With high contrast a cell of the first level is so much of a full one, on a side."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where cells lie.

    Attributes:
        left, top: the corner of the first cell.
        wide, high: from one cell to the next, beside and beneath.
    """

    left: float
    top: float
    wide: float
    high: float

    def room(self, cell: Cell) -> QRectF:
        """Return where a cell is."""
        gap = max(1.0, self.high * _GAP_SHARE)
        left, top = self.left + cell.column * self.wide, self.top + cell.row * self.high
        return QRectF(left, top, self.wide - gap, self.high - gap)


class HeatMapDrawing:
    """Draws `HeatMap`; the arrows go from cell to cell as they lie."""

    def __init__(self, chart: HeatMap) -> None:
        self._chart = chart

    def count(self) -> int:
        """Return how many cells there are."""
        return len(self._chart.cells)

    def tell(self, index: int) -> str:
        """Return a cell in words."""
        return self._chart.tell(index)

    def first(self) -> int:
        """Return the cell of now, or the last."""
        return self.count() - 1 if self._chart.now is None else self._chart.now

    def neighbour(self, index: int, key: Qt.Key) -> int | None:
        """Return the cell a key leads to; at the edge the same one, None for another key."""
        way = _WAYS.get(key)
        if way is None:
            return None
        cell = self._chart.cells[index]
        return self._places.get((cell.row + way[0], cell.column + way[1]), index)

    def height(self, look: ChartLook, width: float) -> float:
        """Return the height of all rows, the words above them and the legend beneath."""
        rows = self._chart.rows * self._grid(QRectF(0, 0, width, 0), look).high
        return look.line_height + AIR + rows + _LEGEND_GAP + look.line_height

    def paint(self, painter: QPainter, box: QRectF, look: ChartLook) -> None:
        """Paint cells, words and legend."""
        grid = self._grid(box, look)
        self._paint_row_labels(painter, box, look, grid)
        self._paint_column_labels(painter, box, look, grid)
        for cell in self._chart.cells:
            _paint_cell(painter, grid.room(cell), cell.level, look)
        if self._chart.now is not None:
            _paint_ring(painter, self.place(box, look, self._chart.now), look)
        self._paint_legend(painter, box, look)

    def place(self, box: QRectF, look: ChartLook, index: int) -> QRectF:
        """Return where a cell is."""
        return self._grid(box, look).room(self._chart.cells[index])

    def mark(self, painter: QPainter, box: QRectF, look: ChartLook, index: int) -> None:
        """Paint a thick line around a cell."""
        _paint_ring(painter, self.place(box, look, index), look, 3)

    def index_at(self, box: QRectF, look: ChartLook, spot: QPointF) -> int:
        """Return the cell at a spot."""
        grid = self._grid(box, look)
        row, column = (spot.y() - grid.top) // grid.high, (spot.x() - grid.left) // grid.wide
        place = (int(row), int(column))
        return self._places.get(place, -1)

    @cached_property
    def _places(self) -> dict[tuple[int, int], int]:
        return {(each.row, each.column): index for index, each in enumerate(self._chart.cells)}

    def _side(self, look: ChartLook) -> float:
        """Return the room of the words beside the rows."""
        widths = (look.width_of(each.text) for each in self._chart.row_labels)
        return max(widths, default=0.0) + 2 * AIR

    def _grid(self, box: QRectF, look: ChartLook) -> _Grid:
        side = self._side(look)
        wide = max(1.0, box.width() - side) / max(1, self._chart.columns)
        high = min(wide, _HIGHEST * look.fonts.factor)
        return _Grid(box.left() + side, box.top() + look.line_height + AIR, wide, high)

    def _paint_row_labels(
        self, painter: QPainter, box: QRectF, look: ChartLook, grid: _Grid
    ) -> None:
        """Write the words beside the rows, and leave out what has no room."""
        free = float("-inf")
        for label in self._chart.row_labels:
            top = grid.top + (label.at + 0.5) * grid.high - look.line_height / 2
            if top >= free:
                room = QRectF(box.left(), top, self._side(look), look.line_height)
                look.write(painter, room, label.text, Qt.AlignmentFlag.AlignLeft)
                free = room.bottom() - 2

    def _paint_column_labels(
        self, painter: QPainter, box: QRectF, look: ChartLook, grid: _Grid
    ) -> None:
        """Write the words above the columns; without room for all, every second, or fewer."""
        rooms = []
        for label in self._chart.column_labels:
            x, width = grid.left + label.at * grid.wide, look.width_of(label.text)
            if x + width <= box.right() + 1:
                rooms.append((QRectF(x, box.top(), width, look.line_height), label.text))
        ends = [(room.left(), room.right()) for room, _text in rooms]
        for index in spread(ends, len(rooms) - 1):
            room, text = rooms[index]
            look.write(painter, room, text, Qt.AlignmentFlag.AlignLeft)

    def _paint_legend(self, painter: QPainter, box: QRectF, look: ChartLook) -> None:
        side = _LEGEND_SIDE * look.fonts.factor
        more, less = look.width_of(self._chart.more), look.width_of(self._chart.less)
        cells = (MOST_HEAT + 1) * (side + 4)
        x = box.right() - more - cells - 2 * AIR - less
        line = QRectF(x, box.bottom() - look.line_height, less, look.line_height)
        look.write(painter, line, self._chart.less, Qt.AlignmentFlag.AlignLeft)
        x += less + AIR
        for level in range(MOST_HEAT + 1):
            room = QRectF(x, line.center().y() - side / 2, side, side)
            _paint_cell(painter, room, level, look)
            x += side + 4
        line.moveLeft(x + AIR - 4)
        line.setWidth(more)
        look.write(painter, line, self._chart.more, Qt.AlignmentFlag.AlignLeft)


def _paint_cell(painter: QPainter, room: QRectF, level: int, look: ChartLook) -> None:
    tokens = look.tokens
    radius = min(3.0, room.height() / 4)
    if level == 0:
        paint_ground(painter, room, radius, tokens.heat0, tokens)
        return
    colour = tokens.colour(f"heat{min(level, MOST_HEAT)}")
    if tokens.strong:
        # Where colours are few, how much of the cell is filled says it too.
        paint_ground(painter, room, radius, tokens.heat0, tokens)
        share = _SMALLEST + (1 - _SMALLEST) * (level - 1) / (MOST_HEAT - 1)
        spare_x, spare_y = room.width() * (1 - share) / 2, room.height() * (1 - share) / 2
        room = room.adjusted(spare_x, spare_y, -spare_x, -spare_y)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(room, radius, radius)


def _paint_ring(painter: QPainter, room: QRectF, look: ChartLook, width: float = 2.0) -> None:
    painter.setPen(QPen(look.tokens.ink, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = width / 2
    painter.drawRoundedRect(room.adjusted(-out, -out, out, out), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
