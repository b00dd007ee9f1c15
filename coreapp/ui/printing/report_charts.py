"""Small plain charts for paper: pain by day, and how an amount went from session to session."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from coreapp.domain.pain import PainDays
from coreapp.i18n import format_date
from coreapp.ui.printing.ink import Ink, Print, mm

_HIGHEST: Final = 10
_RULES: Final = (0, 5, 10)
_SIDE: Final = mm(7)
"""Left of the axis, for its figures."""

_FOOT: Final = mm(5)
_HAIR: Final = mm(0.15)
_STROKE: Final = mm(0.5)
_DOT: Final = mm(0.7)
_WIDEST_BAR: Final = mm(4)


class PainChart:
    """The worst pain of each day as a bar; days of which nothing is known stay empty.

    A day without pain has a short line on the axis: it is not the same as no figure.
    """

    def __init__(self, ink: Ink, days: PainDays, first: date, last: date, height: float) -> None:
        self._ink = ink
        self._days = days
        self._first = first
        self._count = (last - first).days + 1
        self._height = height

    def height(self, width: float) -> float:
        """Return the height it was given."""
        return self._height

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint rules, bars and the dates of Mondays."""
        painter.save()
        plot = rect.adjusted(_SIDE, mm(1), 0, -_FOOT)
        self._paint_rules(painter, plot)
        step = plot.width() / self._count
        for index in range(self._count):
            day = self._first + timedelta(days=index)
            room = QRectF(plot.left() + index * step, plot.top(), step, plot.height())
            if day in self._days:
                self._paint_day(painter, room, self._days[day].worst)
        self._paint_mondays(painter, plot, step)
        painter.restore()

    def _paint_rules(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(self._ink.font(Print.SMALL))
        for figure in _RULES:
            y = plot.bottom() - plot.height() * figure / _HIGHEST
            painter.setPen(QPen(self._ink.colour("line"), _HAIR))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(self._ink.colour("ink2"))
            place = QRectF(plot.left() - _SIDE, y - _FOOT / 2, _SIDE - mm(1.5), _FOOT)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right, str(figure))

    def _paint_day(self, painter: QPainter, room: QRectF, worst: int | None) -> None:
        if worst is None:
            return
        width = min(_WIDEST_BAR, room.width() * 0.7)
        high = max(_STROKE, room.height() * worst / _HIGHEST)
        bar = QRectF(room.center().x() - width / 2, room.bottom() - high, width, high)
        painter.fillRect(bar, self._ink.colour("accent" if worst else "ink3"))

    def _paint_mondays(self, painter: QPainter, plot: QRectF, step: float) -> None:
        """Write the dates of Mondays, as many as have room."""
        painter.setFont(self._ink.font(Print.SMALL))
        width = painter.fontMetrics().horizontalAdvance("00. 0000. ") * 1.0
        free = plot.left()
        for index in range(self._count):
            day = self._first + timedelta(days=index)
            x = plot.left() + index * step
            if day.weekday() or x < free or x + width > plot.right() + mm(4):
                continue
            painter.setPen(QPen(self._ink.colour("line"), _HAIR))
            painter.drawLine(QLineF(x, plot.bottom(), x, plot.bottom() + mm(1.2)))
            painter.setPen(self._ink.colour("ink2"))
            place = QRectF(x + mm(0.6), plot.bottom() + mm(0.6), width, _FOOT - mm(0.6))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, left, format_date(day, "d MMM"))
            free = x + width + mm(2)


class Sparkline:
    """How an amount went from one session to the next: a line with its last point."""

    def __init__(self, ink: Ink, amounts: Sequence[int], height: float) -> None:
        self._ink = ink
        self._amounts = amounts
        self._height = height

    def height(self, width: float) -> float:
        """Return the height it was given."""
        return self._height

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the line from nothing to the most, so that its slope is honest."""
        painter.save()
        room = rect.adjusted(_DOT, _DOT, -_DOT, -_DOT)
        most = max(self._amounts, default=0) or 1
        steps = max(1, len(self._amounts) - 1)
        points = [
            QPointF(
                room.left() + room.width() * index / steps,
                room.bottom() - room.height() * amount / most,
            )
            for index, amount in enumerate(self._amounts)
        ]
        painter.setPen(QPen(self._ink.colour("line"), _HAIR))
        painter.drawLine(QLineF(room.bottomLeft(), room.bottomRight()))
        painter.setPen(QPen(self._ink.colour("accent"), _STROKE))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.colour("accent"))
        for point in points[-1:]:
            painter.drawEllipse(point, _DOT, _DOT)
        painter.restore()


class Bar:
    """One bar of a table, as long as its share of the most."""

    def __init__(self, ink: Ink, share: float, height: float) -> None:
        self._ink = ink
        self._share = share
        self._height = height

    def height(self, width: float) -> float:
        """Return the height of a line of the table."""
        return self._height

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it in the middle of its line."""
        high = rect.height() * 0.5
        bar = QRectF(rect.left(), rect.center().y() - high / 2, rect.width() * self._share, high)
        painter.fillRect(bar, self._ink.colour("accent"))


class Line:
    """A line to write on."""

    def __init__(self, ink: Ink, height: float) -> None:
        self._ink = ink
        self._height = height

    def height(self, width: float) -> float:
        """Return the height of what is written."""
        return self._height

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the line at its foot."""
        painter.setPen(QPen(self._ink.colour("ink3"), _HAIR))
        painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))
