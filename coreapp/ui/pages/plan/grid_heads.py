"""The heads of the calendar: weekdays above it, and beside it the weeks of a programme."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from coreapp.services.plan_day_words import programme_week_words
from coreapp.services.plan_items import ProgrammeWeek
from coreapp.ui.pages.plan.cell_parts import INSET
from coreapp.ui.pages.plan.day_model import DayModel
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme

GUTTER: Final = 68
_BAR: Final = 4
_NUMBER_INDENT: Final = 10


class WeekdayHead(QHeaderView):
    """The names of the weekdays, over the numbers of the days."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Return the height of a line with some air; nobody asks for the width."""
        height = round(self._theme.fonts.line_height(Type.CAPTION_STRONG)) + 10
        return QSize(self.length(), height)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint a weekday, in its first letters where there is no room."""
        model = self.model()
        text = str(model.headerData(logical_index, Qt.Orientation.Horizontal) or "")
        painter.save()
        painter.setFont(self._theme.font(Type.CAPTION_STRONG))
        painter.setPen(self._theme.tokens.ink2)
        metric = QFontMetricsF(painter.font())
        left = rect.left() + INSET + min(_NUMBER_INDENT, max(4, rect.width() / 10))
        room = rect.right() - left
        shown = text if metric.horizontalAdvance(text) <= room else text[:2]
        y = rect.top() + 3 + metric.ascent()
        painter.drawText(QPointF(left, y), shown)
        painter.restore()


class ProgrammeHead(QHeaderView):
    """Which week of a programme it is, how many minutes it has, and how far one is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Return the room of the longest line; nobody asks for the height."""
        return QSize(self._theme.fonts.pixels(GUTTER), self.length())

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint a week of a programme; nothing beside one that has none."""
        model = self.model()
        week = model.week_at(logical_index) if isinstance(model, DayModel) else None
        if not isinstance(model, DayModel) or week is None:
            return
        days = model.shown.weeks[logical_index]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_now = days[0] <= model.today <= days[-1]
        self._paint_week(painter, rect, week, is_now=is_now)
        painter.restore()

    def _paint_week(
        self, painter: QPainter, rect: QRect, week: ProgrammeWeek, *, is_now: bool
    ) -> None:
        tokens = self._theme.tokens
        name, minutes = programme_week_words(week)
        step = self._theme.fonts.line_height(Type.CAPTION) + 1
        room = rect.width() - 8
        y = rect.top() + INSET + 8.0
        for text, kind, colour in (
            (name, Type.CAPTION_STRONG, tokens.accent_text if is_now else tokens.ink),
            (minutes, Type.CAPTION, tokens.ink2),
        ):
            painter.setFont(self._theme.font(kind))
            painter.setPen(colour)
            metric = QFontMetricsF(painter.font())
            shown = metric.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(rect.left(), y + metric.ascent()), shown)
            y += step
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.selected)
        groove = QRectF(rect.left(), y + 4, room - 8, _BAR)
        painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
        share = week.done / week.minutes if week.minutes else 0.0
        if share > 0:
            painter.setBrush(tokens.done)
            groove.setWidth(max(_BAR, groove.width() * min(1.0, share)))
            painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
