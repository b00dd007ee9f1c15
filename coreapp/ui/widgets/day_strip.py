"""The strip for the day: when was sat, held, stood and away, and what comes next."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import edge_pen
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.day_view import DayView, Span, SpanKind, Tick, paint_span
from coreapp.ui.widgets.spoken_slider import SpokenSlider

_TICK_GAP: Final = 12
_EMPTY: Final = DayView(0.0, 1.0)
_CHOOSING: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class DayStrip(SpokenSlider):
    """Paints a day; `tall` for the page of breaks, flat for a card.

    The tall one takes keys: the arrows go from span to span, and each is told in words. With a
    hint, a span can be chosen: by a click, or by Enter or Space when it is looked at.

    Signals:
        span_told: the words of the span that is looked at, empty when none is.
        span_chosen: the key of the span that is chosen.
    """

    span_told = Signal(str)
    span_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        tall: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a strip.

        Args:
            theme: its look.
            tall: for the page of breaks; else flat, for a card.
            hint: what choosing a span is for; empty where none can be chosen.
            parent: what it lies in.
        """
        super().__init__(parent)
        self._theme = theme
        self._tall = tall
        self._hint = hint
        self.setAccessibleDescription(hint)
        self._day = _EMPTY
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tall else Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(tall)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def show_day(self, day: DayView) -> None:
        """Show another day, or the same one later; who looks at a span stays with it."""
        before = self._looked_at()
        self._day = day
        self.setAccessibleName(day.spoken)
        now = next(
            (place for place, each in enumerate(self._spans()) if before and _same(each, before)),
            -1,
        )
        self._look_at(now)
        self.update()

    @property
    def told(self) -> str:
        """The words of the span that is looked at."""
        span = self._looked_at()
        return "" if span is None else span.tip

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
            place = self._span_at(event.x())
            tip = self._spans()[place].tip if place >= 0 else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from span to span, and choose one."""
        if event.key() in _CHOOSING and self._looked_at() is not None and self._hint:
            self._choose()
            return
        last = len(self._spans()) - 1
        target = {
            Qt.Key.Key_Left: max(0, self._chosen - 1) if self._chosen >= 0 else last,
            Qt.Key.Key_Right: min(last, self._chosen + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None or last < 0:
            super().keyPressEvent(event)
        else:
            self._look_at(target)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at what lies under the mouse."""
        self._look_at(self._span_at(event.position().x()))
        can_choose = bool(self._hint and self.told)
        shape = Qt.CursorShape.PointingHandCursor if can_choose else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what lies under the mouse."""
        is_click = event.button() is Qt.MouseButton.LeftButton
        if not (self._hint and is_click and self.rect().contains(event.position().toPoint())):
            super().mouseReleaseEvent(event)
            return
        self._look_at(self._span_at(event.position().x()))
        self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        """Look at nothing when the mouse has gone."""
        super().leaveEvent(event)
        self._look_at(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look at nothing when the keys have gone; who answers a question comes back."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._look_at(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, bar = self._theme.tokens, self._bar()
        groove = QPainterPath()
        groove.addRoundedRect(bar, metrics.RADIUS_STRIP, metrics.RADIUS_STRIP)
        painter.fillPath(groove, tokens.track)
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
        self._paint_chosen(painter)
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

    def _paint_chosen(self, painter: QPainter) -> None:
        span = self._looked_at()
        if span is not None:
            box, over = self._box(span), self._overhang() * 0.6
            box = box.adjusted(-1.5, -over - 1.5, 1.5, over + 1.5)
            painter.setPen(QPen(self._theme.tokens.ink, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)

    def _paint_marks(self, painter: QPainter) -> None:
        tokens, bar = self._theme.tokens, self._bar()
        radius = 5.0
        for moment in self._day.asked:
            at = QPointF(self._x(moment), bar.center().y())
            painter.setPen(QPen(tokens.ready, 2.2))
            painter.setBrush(tokens.card)
            painter.drawEllipse(at, radius, radius)
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

    def _spans(self) -> list[Span]:
        """Return the spans that have words, in the order of time."""
        return sorted((each for each in self._day.spans if each.tip), key=lambda each: each.start)

    def _looked_at(self) -> Span | None:
        spans = self._spans()
        return spans[self._chosen] if 0 <= self._chosen < len(spans) else None

    def _look_at(self, place: int) -> None:
        before = self.told
        self._chosen = place
        self.tell_value(place, len(self._spans()) - 1)
        if self.told != before:
            # Screen readers tell a description that changes while the strip has the keys.
            self.setAccessibleDescription(self.told or self._hint)
            self.span_told.emit(self.told)
        self.update()

    def _choose(self) -> None:
        span = self._looked_at()
        if span is not None:
            self.span_chosen.emit(span.key)

    def _span_at(self, x: float) -> int:
        """Return which span lies there; a break is hit a little beside itself, for it is small."""
        spans = self._spans()
        hit = [place for place, each in enumerate(spans) if self._reaches(each, x)]
        small = [place for place in hit if spans[place].kind is SpanKind.BREAK]
        return (small or hit or [-1])[-1]

    def _reaches(self, span: Span, x: float) -> bool:
        box = self._box(span)
        beside = 3 if span.kind is SpanKind.BREAK else 0
        return box.left() - beside <= x <= box.right() + beside

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


def _same(one: Span, other: Span) -> bool:
    """Tell whether two are the same stretch; the one that still goes on grows."""
    return (one.kind, one.start) == (other.kind, other.start)
