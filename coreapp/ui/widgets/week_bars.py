"""Weeks as bars, one beside the other: what is done, where one is, and what is to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.level_ladder import RungState
from coreapp.ui.widgets.value_picker import NOTHING, ValuePicker

_HEIGHT: Final = 76
_MOST_WIDTH: Final = 44
_SHARE: Final = 0.82
"""Of the room of a bar, the bar itself."""
_RADIUS: Final = 3.0
_MARK: Final = 16


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        value: its height, in any unit; 0 is the foot.
        label: what stands beneath it.
        name: for tool tip and screen readers.
        state: done, here or ahead.
    """

    value: float
    label: str
    name: str
    state: RungState


class WeekBars(ValuePicker):
    """Bars of which one is looked at; a click or the arrow keys look at another."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_bars(self, bars: Sequence[Bar], chosen: int) -> None:
        """Show these bars, one of them as looked at."""
        self._bars = tuple(bars)
        self.look_at(NOTHING)
        self.look_at(chosen)
        self.updateGeometry()

    def value_count(self) -> int:
        """Return how many bars there are."""
        return len(self._bars)

    def value_text(self, index: int) -> str:
        """Return the name of a bar."""
        return self._bars[index].name

    def index_at(self, spot: QPointF) -> int:
        """Return the bar above or below a spot."""
        width = self.bar_rect(0).width()
        index = int(spot.x() // width) if width else NOTHING
        return index if 0 <= index < len(self._bars) else NOTHING

    def bar_rect(self, index: int) -> QRectF:
        """Return where a bar is, with its label."""
        width = min(self._theme.fonts.pixels(_MOST_WIDTH), self.width() / max(1, len(self._bars)))
        return QRectF(index * width, 0, width, self.height())

    def sizeHint(self) -> QSize:
        """Return the room of all bars and their labels."""
        width = self._theme.fonts.pixels(_MOST_WIDTH) * max(1, len(self._bars))
        return QSize(width, self._bars_height() + self._label_height())

    def minimumSizeHint(self) -> QSize:
        """Return a width at which they can still be told apart."""
        return QSize(18 * max(1, len(self._bars)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        most = max((each.value for each in self._bars), default=0) or 1.0
        for index, bar in enumerate(self._bars):
            self._paint_bar(painter, self.bar_rect(index), bar, index, bar.value / most)

    def _paint_bar(
        self, painter: QPainter, room: QRectF, bar: Bar, index: int, share: float
    ) -> None:
        tokens = self._theme.tokens
        foot = room.bottom() - self._label_height()
        width, high = room.width() * _SHARE, max(4.0, share * (self._bars_height() - 4))
        body = QRectF(room.left() + (room.width() - width) / 2, foot - high, width, high)
        colours = {
            RungState.DONE: tokens.done,
            RungState.HERE: tokens.accent,
            RungState.AHEAD: tokens.track,
        }
        paint_ground(painter, body, _RADIUS, colours[bar.state], tokens)
        if bar.state is RungState.DONE:
            self._paint_tick(painter, body)
        is_chosen = index == self.chosen_index
        if is_chosen:
            painter.setPen(QPen(tokens.ink, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        is_here = bar.state is RungState.HERE
        strong = is_chosen or is_here
        painter.setFont(self._theme.font(Type.CAPTION_STRONG if strong else Type.CAPTION))
        painter.setPen(tokens.accent_text if is_here else tokens.ink2)
        label = QRectF(room.left(), foot, room.width(), self._label_height())
        painter.drawText(
            label, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, bar.label
        )
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_tick(self, painter: QPainter, body: QRectF) -> None:
        """Paint a tick: a shape with every colour."""
        side = min(float(self._theme.fonts.pixels(_MARK)), body.width() - 4)
        box = QRectF(body.center().x() - side / 2, body.bottom() - side - 6, side, side)
        self._theme.icons.paint(painter, box, Icon.CHECK, self._theme.tokens.card)
        painter.setPen(Qt.PenStyle.NoPen)

    def _bars_height(self) -> int:
        return self._theme.fonts.pixels(_HEIGHT)

    def _label_height(self) -> int:
        return round(self._theme.fonts.line_height(Type.CAPTION)) + 6
