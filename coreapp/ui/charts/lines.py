"""Lines over time: on one scale, or each in a strip of its own above one axis of time."""

from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from coreapp.i18n import format_number
from coreapp.services.charts import Lines, Series
from coreapp.ui.charts.drawing import beside
from coreapp.ui.charts.legend import Entry, legend_height, paint_legend
from coreapp.ui.charts.look import AIR, ChartLook
from coreapp.ui.charts.plot import (
    Plot,
    level_line,
    level_room,
    paint_grid,
    paint_labels,
    paint_level_line,
    plot_in,
    write_level,
)
from coreapp.ui.charts.scale import Scale, scale_for, scale_to
from coreapp.ui.charts.strokes import (
    Stroke,
    last_of,
    paint_area,
    paint_band,
    paint_dot,
    paint_guide,
    paint_line_sign,
    paint_stroke,
    stroke_of,
)
from coreapp.ui.theme.fonts import Type

_HEIGHT: Final = 112
_PARTS: Final = 2
_STRIP: Final = 52
_STRIP_GAP: Final = 12
_DOT_ROOM: Final = 6.0


class LineDrawing:
    """Draws `Lines` whose series share one scale."""

    def __init__(self, chart: Lines) -> None:
        self._chart = chart
        self._scale = _common_scale(chart)
        self._strokes = _strokes(chart.series)
        self._names = tuple(each.name for each in chart.series) if len(chart.series) > 1 else ()

    def count(self) -> int:
        """Return how many places the axis has."""
        return len(self._chart.labels)

    def tell(self, index: int) -> str:
        """Return a place in words."""
        return self._chart.tell(index)

    def first(self) -> int:
        """Return the last place with a value."""
        return _last_place(self._chart)

    def neighbour(self, index: int, key: Qt.Key) -> int | None:
        """Return the value a key leads to; None for a key that leads nowhere."""
        return beside(index, key, self.count())

    def height(self, look: ChartLook, width: float) -> float:
        """Return the height of lines, labels and legend."""
        return look.fonts.pixels(_HEIGHT) + legend_height(look, self._names, width)

    def paint(self, painter: QPainter, box: QRectF, look: ChartLook) -> None:
        """Paint band, lines, dot and words."""
        plot = self._plot(box, look)
        if self._chart.band:
            paint_band(painter, plot, look, self._chart.band)
        if len(self._chart.series) == 1 and not self._chart.band:
            paint_area(painter, plot, look, self._chart.series[0].values, self._strokes[0])
        paint_grid(painter, plot, look)
        if self._chart.level is not None:
            paint_level_line(painter, plot.area, plot.y(self._chart.level.value), look)
            write_level(painter, plot, look, self._chart.level)
        for series, stroke in zip(self._chart.series, self._strokes, strict=True):
            paint_stroke(painter, plot, look, series.values, stroke)
        _paint_last(painter, plot, look, self._chart.series[0], self._strokes[0])
        paint_labels(painter, plot, look, self._chart.labels, None)
        self._paint_legend(painter, box, look)

    def place(self, box: QRectF, look: ChartLook, index: int) -> QRectF:
        """Return where the first line is at a place; its slot where the line has a gap."""
        plot = self._plot(box, look)
        value = self._chart.series[0].values[index]
        return plot.slot(index) if value is None else _around(plot.spot(index, value))

    def mark(self, painter: QPainter, box: QRectF, look: ChartLook, index: int) -> None:
        """Paint an upright line and a ring."""
        value = self._chart.series[0].values[index]
        paint_guide(painter, self._plot(box, look), look, index, value)

    def index_at(self, box: QRectF, look: ChartLook, spot: QPointF) -> int:
        """Return the place above or below a spot."""
        return self._plot(box, look).index_at(spot)

    def _plot(self, box: QRectF, look: ChartLook) -> Plot:
        legend = legend_height(look, self._names, box.width())
        room = box.adjusted(0, 0, -_DOT_ROOM, -legend)
        plot = plot_in(room, look, self._scale, self._chart.labels)
        head = level_room(look, self._chart.level, self._scale, plot.area.height())
        return plot_in(room.adjusted(0, head, 0, 0), look, self._scale, self._chart.labels)

    def _paint_legend(self, painter: QPainter, box: QRectF, look: ChartLook) -> None:
        if not self._names:
            return
        entries = [
            Entry(name, partial(paint_line_sign, stroke=stroke, look=look))
            for name, stroke in zip(self._names, self._strokes, strict=True)
        ]
        height = legend_height(look, self._names, box.width())
        room = QRectF(box.left(), box.bottom() - height, box.width(), height)
        paint_legend(painter, room, look, entries)


class StripsDrawing:
    """Draws `Lines` whose series have scales of their own, one beneath the other."""

    def __init__(self, chart: Lines) -> None:
        self._chart = chart
        self._strokes = [stroke_of(each.tone) for each in chart.series]

    def count(self) -> int:
        """Return how many places the axis has."""
        return len(self._chart.labels)

    def tell(self, index: int) -> str:
        """Return a place in words, all strips together."""
        return self._chart.tell(index)

    def first(self) -> int:
        """Return the last place with a value."""
        return _last_place(self._chart)

    def neighbour(self, index: int, key: Qt.Key) -> int | None:
        """Return the value a key leads to; None for a key that leads nowhere."""
        return beside(index, key, self.count())

    def height(self, look: ChartLook, width: float) -> float:
        """Return the height of all strips and the labels."""
        return len(self._chart.series) * self._pitch(look) + look.line_height

    def paint(self, painter: QPainter, box: QRectF, look: ChartLook) -> None:
        """Paint the strips with their names, and the labels beneath the last."""
        plots = self._plots(box, look)
        for plot, series, stroke in zip(plots, self._chart.series, self._strokes, strict=True):
            self._paint_strip(painter, plot, look, series, stroke)
        if plots:
            paint_labels(painter, plots[-1], look, self._chart.labels, None)

    def place(self, box: QRectF, look: ChartLook, index: int) -> QRectF:
        """Return where a place is, through all strips."""
        slots = [plot.slot(index) for plot in self._plots(box, look)]
        return slots[0].united(slots[-1])

    def mark(self, painter: QPainter, box: QRectF, look: ChartLook, index: int) -> None:
        """Paint an upright line through all strips, and a ring on each line."""
        for plot, series in zip(self._plots(box, look), self._chart.series, strict=True):
            paint_guide(painter, plot, look, index, series.values[index])

    def index_at(self, box: QRectF, look: ChartLook, spot: QPointF) -> int:
        """Return the place above or below a spot."""
        plots = self._plots(box, look)
        return plots[0].index_at(spot) if plots else -1

    def _pitch(self, look: ChartLook) -> float:
        return look.line_height + AIR + look.fonts.pixels(_STRIP) + _STRIP_GAP

    def _plots(self, box: QRectF, look: ChartLook) -> list[Plot]:
        # One time axis: the widest number decides where all of them begin.
        tops = (format_number(each.top or 1.0) for each in self._chart.series)
        left = max((look.width_of(each) for each in tops), default=0.0) + AIR
        plots = []
        for row, series in enumerate(self._chart.series):
            top = box.top() + row * self._pitch(look) + look.line_height + AIR
            area = QRectF(
                box.left() + left,
                top,
                box.width() - left - _DOT_ROOM,
                look.fonts.pixels(_STRIP),
            )
            plots.append(Plot(area, scale_to(series.top or 1.0, 1), self.count()))
        return plots

    def _paint_strip(
        self, painter: QPainter, plot: Plot, look: ChartLook, series: Series, stroke: Stroke
    ) -> None:
        area, tokens = plot.area, look.tokens
        name = QRectF(
            area.left(), area.top() - AIR - look.line_height, area.width(), look.line_height
        )
        look.write(
            painter, name, series.name, Qt.AlignmentFlag.AlignLeft, tokens.ink, Type.CAPTION_STRONG
        )
        paint_area(painter, plot, look, series.values, stroke)
        for tick in plot.scale.ticks:
            y = plot.y(tick)
            painter.setPen(QPen(tokens.line, 1))
            painter.drawLine(level_line(area, y))
            room = QRectF(0, y - look.line_height / 2, area.left() - AIR, look.line_height)
            look.write(painter, room, format_number(tick), Qt.AlignmentFlag.AlignRight)
        paint_stroke(painter, plot, look, series.values, stroke)
        _paint_last(painter, plot, look, series, stroke)


def lines_drawing(chart: Lines) -> LineDrawing | StripsDrawing:
    """Return what draws a chart of lines."""
    own_scales = len(chart.series) > 1 and all(each.top is not None for each in chart.series)
    return StripsDrawing(chart) if own_scales else LineDrawing(chart)


def _common_scale(chart: Lines) -> Scale:
    tops = [each.top for each in chart.series if each.top is not None]
    if len(tops) == len(chart.series):
        return scale_to(max(tops), _PARTS)
    values = [value for each in chart.series for value in each.values if value is not None]
    edges = chain.from_iterable(each for each in chart.band if each is not None)
    level = () if chart.level is None else (chart.level.value,)
    return scale_for((*values, *edges, *level), _PARTS)


def _strokes(series: Sequence[Series]) -> list[Stroke]:
    tones = [each.tone for each in series]
    return [stroke_of(tone, second=index > 0) for index, tone in enumerate(tones)]


def _last_place(chart: Lines) -> int:
    found = last_of(chart.series[0].values)
    return len(chart.labels) - 1 if found is None else found


def _paint_last(
    painter: QPainter, plot: Plot, look: ChartLook, series: Series, stroke: Stroke
) -> None:
    last = last_of(series.values)
    if last is not None:
        spot = plot.spot(last, series.values[last] or 0.0)
        paint_dot(painter, spot, look.tokens.colour(stroke.colour), look)


def _around(spot: QPointF) -> QRectF:
    return QRectF(spot.x() - 4, spot.y() - 4, 8, 8)
