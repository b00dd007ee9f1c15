"""The strip for the day: when was sat, held, stood and away, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import edge_pen
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.theme.tokens import Tokens
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label


class SpanKind(StrEnum):
    """What a stretch of the day was; `next` is for the legend only."""

    SITTING = "sitting"
    HELD = "held"
    BREAK = "break"
    AWAY = "away"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the day, in the unit of the day's view; `tip` is shown under the mouse."""

    kind: SpanKind
    start: float
    end: float
    tip: str = ""


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
        spoken: the day in words.
    """

    start: float
    end: float
    spans: tuple[Span, ...] = ()
    now: float | None = None
    next_break: float | None = None
    ticks: tuple[Tick, ...] = ()
    spoken: str = ""


_TICK_GAP: Final = 12
_HATCH: Final = 6.0
_EMPTY: Final = DayView(0.0, 1.0)


class DayStrip(QWidget):
    """Paints a day; `tall` for the page of breaks, flat for a card."""

    def __init__(self, theme: Theme, *, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tall = tall
        self._day = _EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def show_day(self, day: DayView) -> None:
        """Show another day, or the same one later."""
        self._day = day
        self.setAccessibleName(day.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of bar and hours."""
        text = self._theme.fonts.line_height(Type.CAPTION) + 8
        return QSize(240, round(2 * self._overhang() + self._bar_height() + text))

    def minimumSizeHint(self) -> QSize:
        """Return a width that still tells something."""
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tell what lies under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = next((s.tip for s in reversed(self._day.spans) if self._hit(s, event)), "")
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, bar = self._theme.tokens, self._bar()
        groove = QPainterPath()
        groove.addRoundedRect(bar, metrics.RADIUS_STRIP, metrics.RADIUS_STRIP)
        painter.fillPath(groove, tokens.off)
        painter.save()
        painter.setClipPath(groove)
        for span in self._day.spans:
            if span.kind is not SpanKind.BREAK:
                paint_span(painter, self._box(span), span.kind, tokens)
        painter.restore()
        painter.strokePath(groove, edge_pen(tokens, 2))
        for span in self._day.spans:
            if span.kind is SpanKind.BREAK:
                self._paint_break(painter, span)
        self._paint_marks(painter)
        self._paint_ticks(painter)

    def _paint_break(self, painter: QPainter, span: Span) -> None:
        box = self._box(span)
        width = max(box.width(), 4.0)
        reach = self._overhang() * 0.6
        mark = QRectF(box.center().x() - width / 2, box.top() - reach, width, 0.0)
        mark.setHeight(box.height() + 2 * reach)
        painter.setPen(QPen(self._theme.tokens.card, 1))
        painter.setBrush(self._theme.tokens.done)
        painter.drawRoundedRect(mark, 2, 2)

    def _paint_marks(self, painter: QPainter) -> None:
        tokens, bar = self._theme.tokens, self._bar()
        radius = 5.0
        if self._day.next_break is not None:
            at = QPointF(self._x(self._day.next_break), bar.center().y())
            painter.setPen(QPen(tokens.ready, 2.2))
            painter.setBrush(tokens.card)
            painter.drawEllipse(at, radius, radius)
        if self._day.now is not None:
            x, over = self._x(self._day.now), self._overhang()
            painter.setPen(QPen(tokens.ink, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(x, bar.top() - over + 2), QPointF(x, bar.bottom() + over - 2))

    def _paint_ticks(self, painter: QPainter) -> None:
        font = self._theme.font(Type.CAPTION)
        metric = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.ink2)
        baseline = self._bar().bottom() + self._overhang() + 6 + metric.ascent()
        for tick in self._day.ticks[:: self._tick_step(metric)]:
            left, _right = self._tick_room(tick, metric)
            painter.drawText(QPointF(left, baseline), tick.text)

    def _tick_step(self, metric: QFontMetricsF) -> int:
        """Return how many ticks lie between two that are named, so that none is in the way."""
        count = len(self._day.ticks)
        for step in range(1, count):
            rooms = [self._tick_room(tick, metric) for tick in self._day.ticks[::step]]
            if all(right + _TICK_GAP <= left for (_l, right), (left, _r) in pairwise(rooms)):
                return step
        return max(1, count)

    def _tick_room(self, tick: Tick, metric: QFontMetricsF) -> tuple[float, float]:
        """Return the left and right end of a tick's text."""
        width = metric.horizontalAdvance(tick.text)
        left = min(max(0.0, self._x(tick.at) - width / 2), self.width() - width)
        return left, left + width

    def _hit(self, span: Span, event: QHelpEvent) -> bool:
        box = self._box(span)
        return box.left() - 3 <= event.x() <= box.right() + 3

    def _bar_height(self) -> float:
        return 32.0 if self._tall else 12.0

    def _overhang(self) -> float:
        return 8.0

    def _bar(self) -> QRectF:
        return QRectF(0, self._overhang(), self.width(), self._bar_height())

    def _x(self, value: float) -> float:
        length = max(1e-9, self._day.end - self._day.start)
        share = (value - self._day.start) / length
        return min(1.0, max(0.0, share)) * self.width()

    def _box(self, span: Span) -> QRectF:
        left, right, bar = self._x(span.start), self._x(span.end), self._bar()
        return QRectF(left, bar.top(), max(1.0, right - left), bar.height())

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


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
        case SpanKind.NEXT:
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


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample and what it means."""

    kind: SpanKind
    text: str


class Legend(QWidget):
    """What the parts of a strip mean; breaks into lines when narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(spacing=20, line_spacing=6)
        self.setLayout(self._flow)

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these entries instead of the ones before."""
        self._flow.clear()
        for entry in entries:
            self._flow.addWidget(_Sample(self._theme, entry))


class _Sample(QWidget):
    """One entry of a legend."""

    _SWATCH = 14

    def __init__(self, theme: Theme, entry: LegendEntry) -> None:
        super().__init__()
        self._theme = theme
        self._kind = entry.kind
        self._label = make_label(entry.text, Type.CAPTION, "ink2")
        self._label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room for sample and text."""
        text = self._label.sizeHint()
        return QSize(text.width() + self._SWATCH + 6, max(text.height(), self._SWATCH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the text beside the sample."""
        super().resizeEvent(event)
        left = self._SWATCH + 6
        self._label.setGeometry(left, 0, self.width() - left, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sample."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._SWATCH if self._kind is SpanKind.NEXT else 10
        box = QRectF(0, (self.height() - height) / 2, self._SWATCH, height)
        clip = QPainterPath()
        clip.addRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
        painter.setClipPath(clip)
        paint_span(painter, box, self._kind, self._theme.tokens)
