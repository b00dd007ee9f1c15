"""A month to choose a day from."""

from datetime import date

from PySide6.QtCore import QDate, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme

_DISC = 34


class CalmCalendar(QCalendarWidget):
    """A calendar in the theme's colours: the chosen day in ink, today in ember.

    Args:
        theme: the look.
        today: the day to be marked as today, if any.
    """

    def __init__(self, theme: Theme, today: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = QDate(today.year, today.month, today.day) if today else QDate()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContentsMargins(1, 1, 1, 1)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setMinimumSize(theme.fonts.pixels(300), theme.fonts.pixels(280))
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        """Paint one day; days of other months are paler."""
        if not isinstance(day, QDate):
            return
        tokens = self._theme.tokens
        is_chosen, is_today = day == self.selectedDate(), day == self._today
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, tokens.card)
        side = min(rect.width(), rect.height(), self._theme.fonts.pixels(_DISC))
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(QRectF(rect).center())
        if is_chosen or is_today:
            ground = tokens.ink if is_chosen else tokens.accent_soft
            paint_ground(painter, disc, metrics.RADIUS_BUTTON, ground, tokens)
        colour = tokens.ink if day.month() == self.monthShown() else tokens.ink3
        if is_chosen:
            colour = tokens.ground
        elif is_today:
            colour = tokens.accent_text
        painter.setPen(colour)
        painter.setFont(self._theme.font(Type.BODY_STRONG if is_chosen or is_today else Type.BODY))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.locale().toString(day.day()))
        painter.restore()

    def _follow_theme(self) -> None:
        head = QTextCharFormat()
        head.setForeground(self._theme.tokens.ink2)
        head.setBackground(self._theme.tokens.card)
        head.setFont(self._theme.font(Type.CAPTION_STRONG))
        self.setHeaderTextFormat(head)
        # A weekend is a day like any other here: Qt would write it in red.
        for weekday in Qt.DayOfWeek:
            self.setWeekdayTextFormat(weekday, head)
        for name, icon in (
            ("qt_calendar_prevmonth", Icon.CHEVRON_LEFT),
            ("qt_calendar_nextmonth", Icon.CHEVRON_RIGHT),
        ):
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(self._theme.icon(icon))
                button.setIconSize(self._theme.icon_size(16))
        self.updateCells()
