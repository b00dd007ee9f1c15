"""The line that says which fill or line is what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from coreapp.ui.charts.look import AIR, ChartLook

_SIDE: Final = 12.0
_GAP: Final = 14.0
_LINE_GAP: Final = 4.0

PaintSign = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign and its word."""

    text: str
    paint: PaintSign


def legend_height(look: ChartLook, texts: Sequence[str], width: float) -> float:
    """Return the height of the entries, which break into lines; 0 without any."""
    if not texts:
        return 0.0
    lines = 1 + max(line for line, _left in _places(look, texts, width))
    return lines * (look.line_height + _LINE_GAP)


def paint_legend(painter: QPainter, box: QRectF, look: ChartLook, entries: Sequence[Entry]) -> None:
    """Paint the entries from the left, in as many lines as they need."""
    side = _side(look)
    texts = [each.text for each in entries]
    for entry, (line, left) in zip(entries, _places(look, texts, box.width()), strict=True):
        top = box.top() + _LINE_GAP + line * (look.line_height + _LINE_GAP)
        sign = QRectF(box.left() + left, top + (look.line_height - side) / 2, side, side)
        entry.paint(painter, sign)
        room = QRectF(sign.right() + AIR, top, look.width_of(entry.text), look.line_height)
        look.write(painter, room, entry.text, Qt.AlignmentFlag.AlignLeft)


def _places(look: ChartLook, texts: Sequence[str], width: float) -> list[tuple[int, float]]:
    """Return line and left edge of each entry."""
    places, line, left = [], 0, 0.0
    for text in texts:
        needed = _side(look) + AIR + look.width_of(text)
        if left and left + needed > width:
            line, left = line + 1, 0.0
        places.append((line, left))
        left += needed + _GAP
    return places


def _side(look: ChartLook) -> float:
    return _SIDE * look.fonts.factor
