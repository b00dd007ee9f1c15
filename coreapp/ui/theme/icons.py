"""Icons from one file of paths, painted in any colour at any size.

No pictures and no plug-in: the file says what to stroke and what to fill on a grid of 20.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from coreapp.domain.errors import ContentError
from coreapp.ui.theme.metrics import ICON_GRID, ICON_STROKE
from coreapp.ui.theme.tokens import Tokens

_POINTS_OF: Final = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}
_SHAPE_SIZES: Final = {"circles": 3, "dots": 3, "rects": 5, "arcs": 5, "sectors": 5}


class Icon(StrEnum):
    """Every icon that the program has; the file must draw exactly these."""

    TODAY = "today"
    LIBRARY = "library"
    ROUTINES = "routines"
    PLAN = "plan"
    LOG = "log"
    PROGRESS = "progress"
    BREAKS = "breaks"
    GUIDE = "guide"
    SETTINGS = "settings"
    PLAY = "play"
    PAUSE = "pause"
    SLOW = "slow"
    NEXT = "next"
    PREVIOUS = "previous"
    FORWARD_TEN = "forward_ten"
    BACK_TEN = "back_ten"
    SKIP = "skip"
    FULL_SCREEN = "full_screen"
    SMALL_WINDOW = "small_window"
    SOUND = "sound"
    SOUND_OFF = "sound_off"
    MIRROR = "mirror"
    MUSCLES = "muscles"
    PHASE_GET_READY = "phase_get_ready"
    PHASE_WORK = "phase_work"
    PHASE_SWITCH_SIDES = "phase_switch_sides"
    PHASE_REST = "phase_rest"
    PHASE_DONE = "phase_done"
    BACK = "back"
    FORWARD = "forward"
    CHECK = "check"
    CLOSE = "close"
    PLUS = "plus"
    MINUS = "minus"
    SEARCH = "search"
    CHEVRON_DOWN = "chevron_down"
    CHEVRON_UP = "chevron_up"
    CHEVRON_LEFT = "chevron_left"
    CHEVRON_RIGHT = "chevron_right"
    MORE = "more"
    DRAG = "drag"
    TRASH = "trash"
    EDIT = "edit"
    COPY = "copy"
    HEART = "heart"
    HEART_FULL = "heart_full"
    UNDO = "undo"
    REDO = "redo"
    SAVE = "save"
    PRINT = "print"
    OPEN = "open"
    BELL = "bell"
    INFO = "info"
    WARNING = "warning"
    STOP = "stop"
    HELP = "help"
    PERSON = "person"
    EYE = "eye"
    GLOBE = "globe"
    KEYBOARD = "keyboard"
    DATA = "data"
    LOCK = "lock"
    DESK = "desk"
    WALK = "walk"
    LEAF = "leaf"
    SHOE = "shoe"
    BREATH = "breath"


@dataclass(frozen=True, slots=True)
class IconShape:
    """One icon, ready to be painted on a grid of 20 x 20."""

    stroked: QPainterPath
    filled: QPainterPath
    width: float

    def paint(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        """Paint the icon into `rect`, which should be square."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / ICON_GRID, rect.height() / ICON_GRID)
        painter.fillPath(self.filled, colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(colour, self.width))
        painter.drawPath(self.stroked)
        painter.restore()


@dataclass(frozen=True, slots=True)
class Icons:
    """All icons of the program."""

    shapes: Mapping[Icon, IconShape]

    def paint(self, painter: QPainter, rect: QRectF, icon: Icon, colour: QColor) -> None:
        """Paint one icon into a square."""
        self.shapes[icon].paint(painter, rect, colour)

    def pixmap(self, icon: Icon, size: float, colour: QColor, dpr: float = 1.0) -> QPixmap:
        """Return a picture of one icon, `size` logical pixels wide and high."""
        pixmap = QPixmap(round(size * dpr), round(size * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, size, size), icon, colour)
        painter.end()
        return pixmap


def paint_logo(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Paint the program's sign: a back that rises, and a head."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / ICON_GRID, rect.height() / ICON_GRID)
    painter.setPen(_pen(tokens.accent, 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path("logo", "M1.8 16 C8 16.4 8.6 13.4 10 10.2 C11.4 7 13.2 4.4 18.2 4.6"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.ink)
    painter.drawEllipse(QPointF(4.2, 7), 2.7, 2.7)
    painter.restore()


def load_icons(file: Path) -> Icons:
    """Read the file of icons.

    Raises:
        ContentError: the file cannot be read, lacks an icon, or draws one wrongly.
    """
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        remedy = "Restore the file from the installation."
        raise ContentError(file.name, "file", f"cannot be read ({error}).", remedy) from error
    for icon in Icon:
        if icon.value not in document:
            raise ContentError(file.name, icon.value, "is missing.", "Draw it, or remove its name.")
    return Icons({icon: _shape(icon.value, document[icon.value]) for icon in Icon})


def _pen(colour: QColor, width: float) -> QPen:
    style = Qt.PenStyle.SolidLine
    return QPen(colour, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _shape(name: str, drawing: Mapping[str, object]) -> IconShape:
    width = drawing.get("width", ICON_STROKE)
    if not isinstance(width, int | float):
        raise _wrong(name, "width", "Write one number.")
    return IconShape(_stroked(name, drawing), _filled(name, drawing), float(width))


def _stroked(name: str, drawing: Mapping[str, object]) -> QPainterPath:
    path = QPainterPath()
    for text in _texts(name, drawing, "strokes"):
        path.addPath(_path(name, text))
    for x, y, radius in _numbers(name, drawing, "circles"):
        path.addEllipse(QPointF(x, y), radius, radius)
    for x, y, width, height, radius in _numbers(name, drawing, "rects"):
        path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    for x, y, radius, start, span in _numbers(name, drawing, "arcs"):
        box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        path.arcMoveTo(box, start)
        path.arcTo(box, start, span)
    return path


def _filled(name: str, drawing: Mapping[str, object]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for text in _texts(name, drawing, "fills"):
        path.addPath(_path(name, text))
    for x, y, radius in _numbers(name, drawing, "dots"):
        path.addEllipse(QPointF(x, y), radius, radius)
    for x, y, radius, start, span in _numbers(name, drawing, "sectors"):
        path.moveTo(x, y)
        path.arcTo(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), start, span)
        path.closeSubpath()
    return path


def _texts(name: str, drawing: Mapping[str, object], key: str) -> list[str]:
    value = drawing.get(key, [])
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise _wrong(name, key, "Write a list of paths.")
    return value


def _numbers(name: str, drawing: Mapping[str, object], key: str) -> list[list[float]]:
    value = drawing.get(key, [])
    size = _SHAPE_SIZES[key]
    if not isinstance(value, list) or not all(_is_row(row, size) for row in value):
        raise _wrong(name, key, f"Write a list of lists of {size} numbers.")
    return value


def _is_row(row: object, size: int) -> bool:
    if not isinstance(row, list) or len(row) != size:
        return False
    return all(isinstance(number, int | float) for number in row)


def _path(name: str, text: str) -> QPainterPath:
    path = QPainterPath()
    words = text.replace(",", " ").split()
    while words:
        letter, first = words[0][0], words[0][1:]
        words = [first, *words[1:]] if first else words[1:]
        points, words = _points(name, letter, words)
        match letter:
            case "M":
                path.moveTo(points[0])
            case "L":
                path.lineTo(points[0])
            case "Q":
                path.quadTo(points[0], points[1])
            case "C":
                path.cubicTo(points[0], points[1], points[2])
            case _:
                path.closeSubpath()
    return path


def _points(name: str, letter: str, words: list[str]) -> tuple[list[QPointF], list[str]]:
    count = _POINTS_OF.get(letter)
    if count is None or len(words) < 2 * count:
        raise _wrong(name, letter, "Use M, L, Q, C with their points, and Z.")
    try:
        numbers = [float(word) for word in words[: 2 * count]]
    except ValueError as error:
        raise _wrong(name, letter, f"Write numbers ({error}).") from error
    points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return points, words[2 * count :]


def _wrong(name: str, key: str, remedy: str) -> ContentError:
    return ContentError("icons.toml", f"{name}.{key}", "cannot be drawn.", remedy)
