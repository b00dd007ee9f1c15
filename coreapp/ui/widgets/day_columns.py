"""Seven days as columns: how long was sat on each, with the number of breaks beneath."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.value_picker import NOTHING, ValuePicker

_HEIGHT: Final = 96
_LEAST_WIDTH: Final = 34
_MOST_BAR: Final = 44
_SHARE: Final = 0.62
"""Of the room of a column, the bar itself."""
_RADIUS: Final = 3.0
_FOOT: Final = 2.0
_TICK: Final = 12


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One day.

    Attributes:
        value: the height of its bar, in any unit; 0 is the foot.
        label: the weekday beneath it.
        breaks: beneath that; empty where there is nothing to tell.
        name: the day in words, for tool tip and screen readers.
        is_open: it can be looked at; days to come cannot.
    """

    day: date
    value: float
    label: str
    breaks: str
    name: str
    is_open: bool


class DayColumns(ValuePicker):
    """Columns of which one is looked at; a click or the arrow keys look at another.

    Signals:
        day_chosen: the person looks at this date now.
    """

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._columns: tuple[DayColumn, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.value_chosen.connect(self._tell_day)

    def show_days(self, columns: Sequence[DayColumn], chosen: date) -> None:
        """Show these days; the one that is looked at need not be among them."""
        self._columns = tuple(columns)
        days = [each.day for each in columns]
        self.look_at(days.index(chosen) if chosen in days else NOTHING)
        self.setAccessibleDescription("\n".join(each.name for each in columns if each.is_open))

    @property
    def chosen(self) -> date | None:
        """The day that is looked at, if it is one of these."""
        index = self.chosen_index
        return None if index == NOTHING else self._columns[index].day

    def value_count(self) -> int:
        """Return how many days there are."""
        return len(self._columns)

    def value_text(self, index: int) -> str:
        """Return a day in words."""
        return self._columns[index].name

    def can_choose(self, index: int) -> bool:
        """Return whether a day can be looked at; those to come cannot."""
        return self._columns[index].is_open

    def index_at(self, spot: QPointF) -> int:
        """Return the day above or below a spot."""
        width = self.column_rect(0).width()
        index = int(spot.x() // width) if width else NOTHING
        return index if 0 <= index < len(self._columns) else NOTHING

    def sizeHint(self) -> QSize:
        """Return the room of all columns with their words."""
        height = self._theme.fonts.pixels(_HEIGHT) + 2 * self._line_height()
        return QSize(280, height)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the weekdays can still be read."""
        width = self._theme.fonts.pixels(_LEAST_WIDTH) * max(1, len(self._columns))
        return QSize(width, self.sizeHint().height())

    def column_rect(self, index: int) -> QRectF:
        """Return where a day is, with its words."""
        width = self.width() / max(1, len(self._columns))
        return QRectF(index * width, 0, width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the columns."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((each.value for each in self._columns), default=0) or 1.0
        for index, column in enumerate(self._columns):
            self._paint_column(painter, index, column, column.value / most)

    def _paint_column(self, painter: QPainter, index: int, column: DayColumn, share: float) -> None:
        tokens, room, line = self._theme.tokens, self.column_rect(index), self._line_height()
        foot = room.bottom() - 2 * line
        width = min(room.width() * _SHARE, float(self._theme.fonts.pixels(_MOST_BAR)))
        high = max(_FOOT, share * (foot - 8))
        body = QRectF(room.center().x() - width / 2, foot - high, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = tokens.rest if column.value else tokens.track
        paint_ground(painter, body, _RADIUS if column.value else 1.0, ground, tokens)
        is_chosen = index == self.chosen_index
        if is_chosen:
            painter.setPen(QPen(tokens.ink, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(-3, -3, 3, 2), _RADIUS + 2, _RADIUS + 2)
        font = self._theme.font(Type.CAPTION_STRONG if is_chosen else Type.CAPTION)
        painter.setFont(font)
        painter.setPen(tokens.ink if is_chosen else tokens.ink2 if column.is_open else tokens.ink3)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(room.left(), foot + 4, room.width(), line), middle, column.label)
        if column.breaks:
            self._paint_breaks(
                painter, QRectF(room.left(), foot + line, room.width(), line), column
            )

    def _paint_breaks(self, painter: QPainter, room: QRectF, column: DayColumn) -> None:
        """Paint a tick and the number of breaks: a shape with every colour."""
        tokens, side = self._theme.tokens, float(self._theme.fonts.pixels(_TICK))
        painter.setFont(self._theme.font(Type.CAPTION))
        text = painter.fontMetrics().horizontalAdvance(column.breaks)
        left = room.center().x() - (side + 2 + text) / 2
        box = QRectF(left, room.center().y() - side / 2, side, side)
        self._theme.icons.paint(painter, box, Icon.CHECK, tokens.done_text)
        painter.setPen(tokens.done_text)
        words = QRectF(box.right() + 2, room.top(), text + 2, room.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, column.breaks)

    def _line_height(self) -> int:
        return round(self._theme.fonts.line_height(Type.CAPTION)) + 4

    def _tell_day(self, index: int) -> None:
        self.day_chosen.emit(self._columns[index].day)
