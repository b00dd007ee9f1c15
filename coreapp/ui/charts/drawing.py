"""What every kind of chart can do: paint itself, and say where which value is."""

from collections.abc import Mapping
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from coreapp.ui.charts.look import ChartLook

_SIDEWAYS: Final[Mapping[Qt.Key, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWNWARDS: Final[Mapping[Qt.Key, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Drawing(Protocol):
    """A chart as it is painted into any box, on the screen or on paper."""

    def count(self) -> int:
        """Return how many values can be looked at."""

    def tell(self, index: int) -> str:
        """Return a value in words."""

    def first(self) -> int:
        """Return the value that is looked at first: the one of now, or the last."""

    def neighbour(self, index: int, key: Qt.Key) -> int | None:
        """Return the value a key leads to from another; None for a key that leads nowhere."""

    def height(self, look: ChartLook, width: float) -> float:
        """Return the height that goes with a width, in pixels."""

    def paint(self, painter: QPainter, box: QRectF, look: ChartLook) -> None:
        """Paint the chart into a box; the painter is antialiasing."""

    def place(self, box: QRectF, look: ChartLook, index: int) -> QRectF:
        """Return where a value is."""

    def mark(self, painter: QPainter, box: QRectF, look: ChartLook, index: int) -> None:
        """Mark the value that is looked at."""

    def index_at(self, box: QRectF, look: ChartLook, spot: QPointF) -> int:
        """Return the value nearest to a spot, -1 where there is none."""


def beside(index: int, key: Qt.Key, count: int) -> int | None:
    """Return the value a key leads to in a row from left to right."""
    return _stepped(index, _SIDEWAYS.get(key), count)


def beneath(index: int, key: Qt.Key, count: int) -> int | None:
    """Return the value a key leads to in a list from top to foot."""
    return _stepped(index, _DOWNWARDS.get(key), count)


def _stepped(index: int, step: int | None, count: int) -> int | None:
    return None if step is None else max(0, min(count - 1, index + step))
