"""The frame of a chart over time: grid, words at its edges, and where each value lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from coreapp.i18n import format_number
from coreapp.services.charts import Level
from coreapp.ui.charts.look import AIR, ChartLook
from coreapp.ui.charts.scale import Scale, spread
from coreapp.ui.theme.fonts import Type

_DASH: Final = (3.0, 2.5)
_HEAD: Final = 4.0
"""Above the highest tick, so that half a letter has room."""
_CLEAR: Final = 2.0
"""Between a line to compare with and its words."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Slots of equal width side by side over an axis from 0.

    Attributes:
        area: where values are drawn, without the words around it.
        scale: the upright axis.
        count: how many slots there are.
    """

    area: QRectF
    scale: Scale
    count: int

    def slot(self, index: int) -> QRectF:
        """Return the room of one value, from top to foot."""
        width = self.area.width() / max(1, self.count)
        return QRectF(self.area.left() + index * width, self.area.top(), width, self.area.height())

    def y(self, value: float) -> float:
        """Return the height at which a value lies."""
        return self.area.bottom() - self.scale.share(value) * self.area.height()

    def spot(self, index: int, value: float) -> QPointF:
        """Return the spot of a value in the middle of its slot."""
        return QPointF(self.slot(index).center().x(), self.y(value))

    def index_at(self, spot: QPointF) -> int:
        """Return the slot above or below a spot; beside the area the first or last, -1 if none."""
        if not self.count:
            return -1
        width = self.area.width() / self.count
        index = int((spot.x() - self.area.left()) // width) if width > 0 else 0
        return max(0, min(self.count - 1, index))


def plot_in(box: QRectF, look: ChartLook, scale: Scale, labels: Sequence[str]) -> Plot:
    """Return the frame that fits into a box with its words."""
    half = look.line_height / 2
    left = max(look.width_of(format_number(tick)) for tick in scale.ticks) + AIR
    foot = look.line_height + AIR if any(labels) else half
    area = box.adjusted(left, max(half, _HEAD), 0, -foot)
    area.setBottom(floor(area.bottom()))
    return Plot(area, scale, len(labels))


def paint_grid(painter: QPainter, plot: Plot, look: ChartLook) -> None:
    """Paint a line for each tick, with its number."""
    tokens, area = look.tokens, plot.area
    for tick in plot.scale.ticks:
        y = plot.y(tick)
        painter.setPen(QPen(tokens.border if tick == 0 and tokens.strong else tokens.line, 1))
        painter.drawLine(level_line(area, y))
        room = QRectF(0, y - look.line_height / 2, area.left() - AIR, look.line_height)
        look.write(painter, room, format_number(tick), Qt.AlignmentFlag.AlignRight)


def level_line(area: QRectF, y: float) -> QLineF:
    """Return a line across an area, in the middle of a row of pixels so that it is sharp."""
    sharp = floor(y) - 0.5
    return QLineF(area.left(), sharp, area.right(), sharp)


def paint_labels(
    painter: QPainter, plot: Plot, look: ChartLook, labels: Sequence[str], strong: int | None
) -> None:
    """Write the words beneath; where they have no room, every second of them, or fewer."""
    top = plot.area.bottom() + AIR
    told = [index for index, text in enumerate(labels) if text]
    kinds = {strong: Type.CAPTION_STRONG}
    rooms = []
    for index in told:
        width = look.width_of(labels[index], kinds.get(index, Type.CAPTION))
        right = min(plot.slot(index).center().x() + width / 2, plot.area.right())
        rooms.append(QRectF(right - width, top, width, look.line_height))
    # From the newest back: that is the one most people look for.
    first = told.index(strong) if strong in told else len(told) - 1
    least = plot.area.left() - look.line_height
    for place in spread([(each.left(), each.right()) for each in rooms], first):
        index, room = told[place], rooms[place]
        if room.left() < least and index != strong:
            continue
        colour = look.tokens.ink if index == strong else look.tokens.ink2
        centre, kind = Qt.AlignmentFlag.AlignHCenter, kinds.get(index, Type.CAPTION)
        look.write(painter, room, labels[index], centre, colour, kind)


def paint_level_line(painter: QPainter, area: QRectF, y: float, look: ChartLook) -> None:
    """Paint a dashed line to compare with."""
    pen = QPen(look.tokens.ink, 1.5)
    pen.setDashPattern(list(_DASH))
    painter.setPen(pen)
    painter.drawLine(level_line(area, y))
    painter.setPen(Qt.PenStyle.NoPen)


def paint_level_sign(painter: QPainter, box: QRectF, look: ChartLook) -> None:
    """Paint a short piece of that line, for the legend."""
    paint_level_line(painter, box, box.center().y() + 1, look)


def write_level(painter: QPainter, plot: Plot, look: ChartLook, level: Level) -> None:
    """Write the words of a line above its right end.

    They have a ground of their own: a line of the grid may lie as high as they do.
    """
    width = look.width_of(level.text, Type.CAPTION_STRONG)
    top = plot.y(level.value) - look.line_height - _CLEAR
    room = QRectF(plot.area.right() - width, top, width, look.line_height)
    painter.fillRect(room.adjusted(-AIR, 0, 1, 0), look.tokens.card)
    right, ink = Qt.AlignmentFlag.AlignRight, look.tokens.ink
    look.write(painter, room, level.text, right, ink, Type.CAPTION_STRONG)


def level_room(look: ChartLook, level: Level | None, scale: Scale, height: float) -> float:
    """Return how much higher than the highest tick the words of a level need, in pixels."""
    if level is None:
        return 0.0
    above = (1 - scale.share(level.value)) * height
    return max(0.0, look.line_height + _CLEAR - above)
