"""Fields for a value: a slider, a list, a date, a time, a number.

The wheel never changes one in passing: it scrolls the page.
"""

from datetime import date, time
from typing import Final

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTimeEdit,
    QWidget,
)

from coreapp.ui.theme.edges import idle_colour
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.calendar import CalmCalendar

_COMBO: Final = QStyle.ComplexControl.CC_ComboBox
_ARROW: Final = 14
_ARROW_EDGE: Final = 12
_BEARING: Final = 4
"""Qt measures the ink of a list's longest text, which is narrower than its letters stand."""
_SLIDER: Final = 184
_VALUE: Final = 76
_STEP: Final = 34
_FIELD: Final = 148
"""Width of fields for numbers, dates and times: their edges line up from row to row."""


class ComboField(QComboBox):
    """A list to choose from, with the theme's own arrow; the wheel scrolls the page instead."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room of the longest text, as its letters stand."""
        return super().sizeHint() + QSize(_BEARING, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the room below which the longest text would be cut off."""
        return super().minimumSizeHint() + QSize(_BEARING, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a value must not change in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the arrow on it; a text that has no room ends in an ellipsis."""
        shown = self.elided_text()
        if shown == self.currentText():
            super().paintEvent(event)
        else:
            self._paint_with(shown)
        _paint_arrow(self, self._theme)

    def elided_text(self) -> str:
        """Return as much of the chosen text as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(_COMBO, option, part, self)
        text, metrics = self.currentText(), self.fontMetrics()
        if metrics.horizontalAdvance(text) <= field.width():
            return text
        # The style keeps a pixel free at both ends.
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, field.width() - 2)

    def _paint_with(self, text: str) -> None:
        """Paint as usual, but with another text: Qt would cut off the one that is chosen."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = text
        painter.drawComplexControl(_COMBO, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class DateField(QDateEdit):
    """A date, chosen from a calendar or typed; the wheel scrolls the page instead."""

    def __init__(
        self, theme: Theme, day: date, today: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(QDate(day.year, day.month, day.day), parent)
        self._theme = theme
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._calendar = CalmCalendar(theme, today)
        self.setCalendarWidget(self._calendar)
        theme.changed.connect(self.update)

        # Four digits for the year in any language: 11/25/26 says too little.
        shown = self.locale().dateFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(shown if "yyyy" in shown else shown.replace("yy", "yyyy"))

    def sizeHint(self) -> QSize:
        """Return the room of the date, no less than other fields have."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._theme.fonts.pixels(_FIELD)), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def day(self) -> date:
        """Return the date."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a value must not change in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the arrow on it."""
        super().paintEvent(event)
        _paint_arrow(self, self._theme)


class TimeField(QTimeEdit):
    """A time of day, typed or changed with the arrow keys; the wheel scrolls the page instead."""

    def __init__(self, theme: Theme, at: time, parent: QWidget | None = None) -> None:
        super().__init__(QTime(at.hour, at.minute), parent)
        self._theme = theme
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the longest time, no less than other fields have."""
        room = self.fontMetrics().horizontalAdvance(self.text()) + 32
        return QSize(max(room, self._theme.fonts.pixels(_FIELD)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def at(self) -> time:
        """Return the time of day."""
        chosen = self.time()
        return time(chosen.hour(), chosen.minute())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a value must not change in passing."""
        event.ignore()


class NumberField(QSpinBox):
    """A number with a minus at its left and a plus at its right edge."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "number")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room of the longest text with both signs."""
        metric = self.fontMetrics()
        texts = [
            f"{self.prefix()}{self.textFromValue(value)}{self.suffix()}"
            for value in (self.minimum(), self.maximum(), self.value())
        ]
        texts.append(self.specialValueText())
        longest = max(metric.horizontalAdvance(each) for each in texts)
        room = longest + 2 * self._theme.fonts.pixels(_STEP) + 16
        return QSize(max(room, self._theme.fonts.pixels(_FIELD)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a value must not change in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the signs on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        tokens, room = self._theme.tokens, self._theme.fonts.pixels(_STEP)
        side = self._theme.fonts.pixels(14)
        enabled = self.stepEnabled()
        step = QSpinBox.StepEnabledFlag
        for icon, middle, flag in (
            (Icon.MINUS, room / 2, step.StepDownEnabled),
            (Icon.PLUS, self.width() - room / 2, step.StepUpEnabled),
        ):
            box = QRectF(middle - side / 2, (self.height() - side) / 2, side, side)
            is_open = bool(enabled & flag) and self.isEnabled()
            colour = tokens.ink2 if is_open else idle_colour(tokens)
            self._theme.icons.paint(painter, box, icon, colour)


class _CalmSlider(QSlider):
    """A slider that leaves the wheel to the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Do not change a value in passing."""
        event.ignore()


def _paint_arrow(field: QWidget, theme: Theme) -> None:
    """Paint the arrow of a field that opens a list or a calendar."""
    side = theme.fonts.pixels(_ARROW)
    box = QRectF(field.width() - side - _ARROW_EDGE, (field.height() - side) / 2, side, side)
    colour = theme.tokens.ink2 if field.isEnabled() else theme.tokens.ink3
    theme.icons.paint(QPainter(field), box, Icon.CHEVRON_DOWN, colour)
