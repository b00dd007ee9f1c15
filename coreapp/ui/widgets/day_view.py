"""A day as a strip shows it: its spans, its marks, and how each kind of span looks."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from coreapp.ui.theme.tokens import Tokens

_HATCH: Final = 6.0


class SpanKind(StrEnum):
    """What a stretch of the day was; `next` and `asked` are moments, for the legend only.

    `off` is the bare ground: there is nothing to paint, but it has words and can be chosen.
    """

    SITTING = "sitting"
    HELD = "held"
    BREAK = "break"
    AWAY = "away"
    OFF = "off"
    NEXT = "next"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the day, in the unit of the day's view.

    Attributes:
        tip: its words, shown under the mouse.
        key: which one it is, for whoever made the view; empty for one that has no name yet.
    """

    kind: SpanKind
    start: float
    end: float
    tip: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A time with its label beneath the strip."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class DayView:
    """A day as numbers of any one unit, such as minutes since midnight.

    Attributes:
        now: where the present lies, or None for another day.
        next_break: when the next break comes if sitting goes on, or None.
        asked: when a bar opened, on a day that was tried out.
        spoken: the day in words.
    """

    start: float
    end: float
    spans: tuple[Span, ...] = ()
    now: float | None = None
    next_break: float | None = None
    ticks: tuple[Tick, ...] = ()
    asked: tuple[float, ...] = ()
    spoken: str = ""


def paint_span(painter: QPainter, box: QRectF, kind: SpanKind, tokens: Tokens) -> None:
    """Paint a stretch of the day, or its sample in the legend."""
    match kind:
        case SpanKind.SITTING:
            painter.fillRect(box, tokens.rest)
        case SpanKind.HELD:
            painter.fillRect(box, tokens.rest_soft)
            _hatch(painter, box, tokens.rest)
        case SpanKind.BREAK:
            painter.fillRect(box, tokens.done)
        case SpanKind.AWAY:
            painter.fillRect(box, tokens.away)
        case SpanKind.OFF:
            pass
        case SpanKind.NEXT | SpanKind.ASKED:
            side = min(box.width(), box.height()) - 2
            ring = QRectF(0, 0, side, side)
            ring.moveCenter(box.center())
            painter.setPen(QPen(tokens.ready, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)


def _hatch(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, _HATCH * 0.42))
    x = box.left() - box.height()
    while x < box.right() + _HATCH:
        painter.drawLine(QPointF(x, box.bottom() + 1), QPointF(x + box.height() + 2, box.top() - 1))
        x += _HATCH
    painter.restore()
