"""Bars over time: series stacked on each other, with a line to compare with."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from coreapp.services.charts import Bars
from coreapp.ui.charts.drawing import beside
from coreapp.ui.charts.legend import Entry, PaintSign, legend_height, paint_legend
from coreapp.ui.charts.look import ChartLook
from coreapp.ui.charts.plot import (
    Plot,
    level_room,
    paint_grid,
    paint_labels,
    paint_level_line,
    paint_level_sign,
    plot_in,
    write_level,
)
from coreapp.ui.charts.scale import scale_for
from coreapp.ui.charts.swatch import paint_swatch, swatches_of

_HEIGHT: Final = 150
_PARTS: Final = 3
_SHARE: Final = 0.66
"""Of the room of a bar, the bar itself."""
_WIDEST: Final = 44.0
_NARROW: Final = 6.0
_SEAM: Final = 1.5
"""Between two bars there is at least so much, in pixels."""
_RADIUS: Final = 3.0
_FOOT: Final = 2.0
"""So high is a bar of nothing: one sees that there was a week."""


class BarDrawing:
    """Draws `Bars`."""

    def __init__(self, chart: Bars) -> None:
        self._chart = chart
        values = zip(*(each.values for each in chart.series), strict=True)
        self._sums = tuple(sum(part or 0.0 for part in parts) for parts in values)
        highest = (*self._sums, chart.level.value if chart.level is not None else 0.0)
        self._scale = scale_for(highest, _PARTS)
        # Words on a line with bars above it would stand in their way.
        level = chart.level
        self._level_in_legend = level is not None and level.value < max(self._sums, default=0.0)
        names = [each.name for each in chart.series] if len(chart.series) > 1 else []
        if level is not None and self._level_in_legend:
            names.append(level.text)
        self._names = tuple(names)

    def count(self) -> int:
        """Return how many bars there are."""
        return len(self._chart.labels)

    def tell(self, index: int) -> str:
        """Return a bar in words."""
        return self._chart.tell(index)

    def first(self) -> int:
        """Return the bar of now, or the last."""
        return self.count() - 1 if self._chart.now is None else self._chart.now

    def neighbour(self, index: int, key: Qt.Key) -> int | None:
        """Return the value a key leads to; None for a key that leads nowhere."""
        return beside(index, key, self.count())

    def height(self, look: ChartLook, width: float) -> float:
        """Return the height of bars, labels and legend."""
        return look.fonts.pixels(_HEIGHT) + legend_height(look, self._names, width)

    def paint(self, painter: QPainter, box: QRectF, look: ChartLook) -> None:
        """Paint grid, bars and words."""
        plot = self._plot(box, look)
        paint_grid(painter, plot, look)
        for index in range(self.count()):
            self._paint_bar(painter, plot, look, index)
        paint_labels(painter, plot, look, self._chart.labels, self._chart.now)
        if self._chart.level is not None:
            paint_level_line(painter, plot.area, plot.y(self._chart.level.value), look)
            if not self._level_in_legend:
                write_level(painter, plot, look, self._chart.level)
        self._paint_legend(painter, box, look)

    def place(self, box: QRectF, look: ChartLook, index: int) -> QRectF:
        """Return where a bar is; one of nothing is its foot."""
        return self._bar(self._plot(box, look), index)

    def mark(self, painter: QPainter, box: QRectF, look: ChartLook, index: int) -> None:
        """Paint a line around a bar."""
        painter.setPen(QPen(look.tokens.ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = self.place(box, look, index).adjusted(-2, -3, 2, 1)
        painter.drawRoundedRect(around, _RADIUS + 1, _RADIUS + 1)
        painter.setPen(Qt.PenStyle.NoPen)

    def index_at(self, box: QRectF, look: ChartLook, spot: QPointF) -> int:
        """Return the bar above or below a spot."""
        return self._plot(box, look).index_at(spot)

    def _plot(self, box: QRectF, look: ChartLook) -> Plot:
        legend = legend_height(look, self._names, box.width())
        room = box.adjusted(0, 0, 0, -legend)
        plot = plot_in(room, look, self._scale, self._chart.labels)
        level = None if self._level_in_legend else self._chart.level
        head = level_room(look, level, self._scale, plot.area.height())
        return plot_in(room.adjusted(0, head, 0, 0), look, self._scale, self._chart.labels)

    def _bar(self, plot: Plot, index: int) -> QRectF:
        slot = plot.slot(index)
        # Narrow bars stand closer, so that something is left of them.
        width = min(max(slot.width() * _SHARE, min(slot.width() - _SEAM, _NARROW)), _WIDEST)
        top = min(plot.y(self._sums[index]), plot.area.bottom() - _FOOT)
        return QRectF(slot.center().x() - width / 2, top, width, plot.area.bottom() - top)

    def _paint_bar(self, painter: QPainter, plot: Plot, look: ChartLook, index: int) -> None:
        body = self._bar(plot, index)
        if not self._sums[index]:
            painter.fillRect(body, look.tokens.border)
            return
        swatches = swatches_of(self._chart.series, now=index == self._chart.now)
        foot, radius = 0.0, min(_RADIUS, body.width() / 3)
        for series, swatch in zip(self._chart.series, swatches, strict=True):
            value = series.values[index] or 0.0
            if value:
                top, bottom = plot.y(foot + value), plot.y(foot)
                part = QRectF(body.left(), top, body.width(), bottom - top)
                paint_swatch(painter, part, swatch, look, radius)
                foot += value

    def _paint_legend(self, painter: QPainter, box: QRectF, look: ChartLook) -> None:
        if not self._names:
            return
        series = self._chart.series if len(self._chart.series) > 1 else ()
        signs: list[PaintSign] = [
            partial(paint_swatch, swatch=swatch, look=look) for swatch in swatches_of(series)
        ]
        if self._level_in_legend:
            signs.append(partial(paint_level_sign, look=look))
        entries = [Entry(name, sign) for name, sign in zip(self._names, signs, strict=True)]
        height = legend_height(look, self._names, box.width())
        room = QRectF(box.left(), box.bottom() - height, box.width(), height)
        paint_legend(painter, room, look, entries)
