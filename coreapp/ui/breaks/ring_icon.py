"""The sitting ring as an icon: in the tray, and of the small window.

A panel may be light or dark, whatever the program is, so the ring lies on a disc of its own. Each
state has a shape besides its colour: a ring that fills while one sits, a full disc when a break is
due, a ring on a tinted disc in the break, two bars while nothing is counted.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPainter, QPainterPath, QPen, QPixmap

from coreapp.ui.breaks.ring_look import RingLook
from coreapp.ui.theme.contrast import contrast_ratio
from coreapp.ui.theme.tokens import Tokens
from coreapp.ui.widgets.sitting_ring import RingState

SIZES: Final = (16, 22, 24, 32, 44, 48, 64)
"""What panels ask for, and twice as much for fine screens."""
STEPS: Final = 24
"""So many fillings of the ring can be told apart in an icon."""

_DUE: Final = frozenset({RingState.DUE, RingState.OWED})
_LONGEST: Final = 99
"""Minutes with more digits cannot be read at 16 pixels; hours stand in for them."""
_LEAST: Final = 3.0
_STROKE: Final = 0.115
_FIGURE: Final = (0.54, 0.44)
_FIGURE_ALONE: Final = (0.74, 0.56)
"""Width and height that the minutes may have within a ring, which their corners must not touch, and
on a full disc."""


def same_icon(first: RingLook | None, second: RingLook) -> bool:
    """Tell whether two looks make the same icon, so that none is painted for nothing."""
    return first is not None and _what_is_seen(first) == _what_is_seen(second)


def _what_is_seen(look: RingLook) -> tuple[RingState, int, str]:
    # A full disc has no filling, and while paused two bars stand in the place of the figure.
    if look.state is RingState.PAUSED:
        return look.state, 0, ""
    share = 0 if look.state in _DUE else round(min(1.0, look.share) * STEPS)
    return look.state, share, _short(look.texts.figure)


def ring_icon(look: RingLook, tokens: Tokens, family: str) -> QIcon:
    """Return the ring with its minutes in all sizes that trays ask for."""
    icon = QIcon()
    picture = _picture(look, tokens, family)
    for size in SIZES:
        track = picture.track.rgba() if picture.track is not None else None
        image = QImage(_ground(size, picture.disc.rgba(), track))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(painter, float(size), picture)
        painter.end()
        icon.addPixmap(QPixmap.fromImage(image))
    return icon


@lru_cache(maxsize=2 * len(SIZES))
def _ground(size: int, disc: int, track: int | None) -> QImage:
    """Return the disc with the empty ring: it is the same from one minute to the next.

    Args:
        size: width and height in pixels.
        disc: the colour of the disc.
        track: the colour of the ring; None for no ring.
    """
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_disc(painter, float(size), QColor.fromRgba(disc))
    if track is not None:
        stroke, box = _ring_of(float(size))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor.fromRgba(track), stroke))
        painter.drawEllipse(box)
    painter.end()
    return image


@dataclass(frozen=True, slots=True)
class _Picture:
    """What is the same in all sizes.

    Attributes:
        track: the ring that is not filled; None for no ring.
        minutes: the outline of the figure; None where bars stand in its place.
        room: width and height that the figure may have, as shares of the icon.
    """

    disc: QColor
    ink: QColor
    share: float = 0.0
    colour: QColor | None = None
    track: QColor | None = None
    minutes: QPainterPath | None = None
    room: tuple[float, float] = _FIGURE


def _picture(look: RingLook, tokens: Tokens, family: str) -> _Picture:
    if look.state in _DUE:
        ink = _most_seen((tokens.ink, tokens.card), tokens.ready)
        return _Picture(tokens.ready, ink, minutes=_outline(look, family), room=_FIGURE_ALONE)
    if look.state is RingState.PAUSED:
        return _Picture(tokens.card, tokens.ink, 1.0, tokens.border, tokens.track)
    in_break = look.state is RingState.IN_BREAK
    colour = tokens.done if in_break else tokens.rest
    is_seen = contrast_ratio(colour, tokens.track) >= _LEAST
    return _Picture(
        tokens.done_soft if in_break else tokens.card,
        tokens.ink,
        look.share,
        colour,
        tokens.track if is_seen else tokens.card,
        _outline(look, family),
    )


def _outline(look: RingLook, family: str) -> QPainterPath:
    font = QFont(family)
    font.setPixelSize(100)
    font.setWeight(QFont.Weight.Bold)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, _short(look.texts.figure))
    return path


def _paint(painter: QPainter, size: float, picture: _Picture) -> None:
    if picture.colour is not None:
        _paint_filling(painter, size, picture.share, picture.colour)
    if picture.minutes is None:
        _paint_bars(painter, size, picture.ink)
    else:
        _paint_minutes(painter, size, picture.minutes, picture)


def _most_seen(colours: tuple[QColor, ...], on: QColor) -> QColor:
    """Return the colour that stands out most: what is light in one theme is dark in another."""
    return max(colours, key=lambda colour: contrast_ratio(colour, on))


def _paint_disc(painter: QPainter, size: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0, 0, size, size))


def _ring_of(size: float) -> tuple[float, QRectF]:
    """Return how wide the ring's line is, and the box around its middle."""
    # Whole pixels: at 16 half of one is a grey veil.
    stroke = max(2.0, round(size * _STROKE))
    box = QRectF(0, 0, size, size).adjusted(stroke, stroke, -stroke, -stroke)
    return stroke, box.adjusted(-stroke / 2, -stroke / 2, stroke / 2, stroke / 2)


def _paint_filling(painter: QPainter, size: float, share: float, colour: QColor) -> None:
    stroke, box = _ring_of(size)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, stroke)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(box, 90 * 16, -round(min(1.0, share) * 360 * 16))


def _paint_bars(painter: QPainter, size: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for left in (0.36, 0.54):
        bar = QRectF(size * left, size * 0.33, size * 0.1, size * 0.34)
        painter.drawRoundedRect(bar, size * 0.03, size * 0.03)


def _paint_minutes(
    painter: QPainter, size: float, minutes: QPainterPath, picture: _Picture
) -> None:
    """Paint the figure by its outline, centred by its ink."""
    ink = minutes.boundingRect()
    if ink.isEmpty():
        return
    width, height = picture.room
    scale = min(size * width / ink.width(), size * height / ink.height())
    painter.translate(size / 2, size / 2)
    painter.scale(scale, scale)
    painter.translate(-ink.center())
    painter.fillPath(minutes, picture.ink)


def _short(figure: str) -> str:
    """Return minutes with at most two digits; from a hundred on whole hours, as 2h."""
    if figure.isdecimal() and int(figure) > _LONGEST:
        return f"{int(figure) // 60}h"
    return figure
