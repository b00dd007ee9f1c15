"""Lines with gaps, the ground beneath them, the dots on them, and the band around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from coreapp.services.charts import Tone
from coreapp.ui.charts.look import ChartLook
from coreapp.ui.charts.plot import Plot
from coreapp.ui.theme.tokens import Tokens

WIDTH: Final = 2.0
_DOT: Final = 4.0
_LONE: Final = 2.5
_RING: Final = 1.5
_DASH: Final = (3.0, 2.0)

Band = Sequence[tuple[float, float] | None]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line looks: a named colour, the ground beneath it, and dashed or not."""

    colour: str
    ground: str
    dashed: bool = False

    def pen(self, tokens: Tokens) -> QPen:
        """Return the pen of the line in a theme."""
        pen = QPen(tokens.colour(self.colour), WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if self.dashed else Qt.PenCapStyle.RoundCap)
        if self.dashed:
            pen.setDashPattern(list(_DASH))
        return pen


def stroke_of(tone: Tone, *, second: bool = False) -> Stroke:
    """Return how the line of a tone looks: ember for the core, blue-grey for sitting, else grey."""
    match tone:
        case Tone.CORE:
            return Stroke("accent", "accent_soft", second)
        case Tone.SITTING:
            return Stroke("rest", "rest_soft", second)
        case _:
            return Stroke("ink3", "stage", second)


def runs_of(values: Sequence[float | None]) -> Iterator[range]:
    """Return the stretches without a gap, as indices."""
    start: int | None = None
    for index, value in enumerate((*values, None)):
        if value is None:
            if start is not None:
                yield range(start, index)
            start = None
        elif start is None:
            start = index


def last_of(values: Sequence[float | None]) -> int | None:
    """Return the index of the last value that is no gap."""
    return next((i for i in range(len(values) - 1, -1, -1) if values[i] is not None), None)


def paint_stroke(
    painter: QPainter,
    plot: Plot,
    look: ChartLook,
    values: Sequence[float | None],
    stroke: Stroke,
) -> None:
    """Paint a line; what stands alone between gaps is a dot."""
    for stretch in runs_of(values):
        spots = [plot.spot(index, values[index] or 0.0) for index in stretch]
        if len(spots) == 1:
            paint_dot(painter, spots[0], look.tokens.colour(stroke.colour), look, _LONE)
            continue
        painter.setPen(stroke.pen(look.tokens))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(spots)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_area(
    painter: QPainter,
    plot: Plot,
    look: ChartLook,
    values: Sequence[float | None],
    stroke: Stroke,
) -> None:
    """Fill the ground beneath a line; with high contrast the line stands alone."""
    if look.tokens.strong:
        return
    foot = plot.area.bottom()
    for stretch in runs_of(values):
        if len(stretch) > 1:
            spots = [plot.spot(index, values[index] or 0.0) for index in stretch]
            outline = [QPointF(spots[0].x(), foot), *spots, QPointF(spots[-1].x(), foot)]
            _fill(painter, outline, look.tokens.colour(stroke.ground))


def paint_band(painter: QPainter, plot: Plot, look: ChartLook, band: Band) -> None:
    """Fill what lies between the least and the most that is advised, with a line at its top.

    Its foot has a line where it is level; one that wanders would be taken for another value.
    """
    is_level = len({each[0] for each in band if each is not None}) == 1
    tops = [None if each is None else each[1] for each in band]
    for stretch in runs_of(tops):
        pairs = [band[index] or (0.0, 0.0) for index in stretch]
        upper = [plot.spot(i, most) for i, (_least, most) in zip(stretch, pairs, strict=True)]
        lower = [plot.spot(i, least) for i, (least, _most) in zip(stretch, pairs, strict=True)]
        if len(upper) == 1:
            # One week alone is as wide as its slot.
            half = QPointF(plot.slot(stretch[0]).width() / 2, 0)
            upper = [upper[0] - half, upper[0] + half]
            lower = [lower[0] - half, lower[0] + half]
        _fill(painter, [*upper, *reversed(lower)], look.tokens.done_soft)
        for edge in (upper, lower) if is_level else (upper,):
            painter.setPen(QPen(look.tokens.done, 1.0, Qt.PenStyle.DashLine))
            painter.drawPolyline(edge)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_dot(
    painter: QPainter, spot: QPointF, colour: QColor, look: ChartLook, radius: float = _DOT
) -> None:
    """Paint a dot, parted from the line beneath it by a ring of the card's ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.card)
    painter.drawEllipse(spot, radius + _RING, radius + _RING)
    painter.setBrush(colour)
    painter.drawEllipse(spot, radius, radius)


def paint_guide(
    painter: QPainter, plot: Plot, look: ChartLook, index: int, value: float | None
) -> None:
    """Mark a place: an upright line, and a ring where the value is."""
    x = plot.slot(index).center().x()
    painter.setPen(QPen(look.tokens.ink, 1))
    painter.drawLine(QPointF(x, plot.area.top()), QPointF(x, plot.area.bottom()))
    if value is not None:
        painter.setPen(QPen(look.tokens.ink, 2))
        painter.setBrush(look.tokens.card)
        painter.drawEllipse(QPointF(x, plot.y(value)), _DOT, _DOT)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_line_sign(painter: QPainter, box: QRectF, stroke: Stroke, look: ChartLook) -> None:
    """Paint a short piece of a line, for the legend."""
    painter.setPen(stroke.pen(look.tokens))
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    painter.setPen(Qt.PenStyle.NoPen)


def _fill(painter: QPainter, outline: Sequence[QPointF], colour: QColor) -> None:
    path = QPainterPath(outline[0])
    for spot in outline[1:]:
        path.lineTo(spot)
    path.closeSubpath()
    painter.fillPath(path, colour)
