"""Pictures of what moves: a movement that comes again is painted once."""

import zlib
from typing import Final, NamedTuple, Self

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBitmap, QImage, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.shot import FigureShot
from coreapp.ui.theme.theme import Theme

MOST_BYTES: Final = 64 * 1024 * 1024
"""So much may the pictures of one movement take as they are, and as much what is packed.

In a window of 1280 x 800 a repetition has 40 to 240, of 0.3 to 1.2 megabytes: half of all exercises
fit in. On a screen at 200 % they are four times as large; packed they take a tenth of that."""

_FORMAT: Final = QImage.Format.Format_ARGB32_Premultiplied
_DEPTH: Final = 4
"""Of a picture on a clear ground, and its bytes for a pixel."""

_QUICKLY: Final = 1

_GRID: Final = 4
"""Pictures are cut at every fourth logical pixel, a whole one on screens in quarters, too."""


class PicturePart(NamedTuple):
    """A picture, or the part of it on which there is anything, and where on the widget it goes."""

    pixmap: QPixmap
    place: QPoint = QPoint(0, 0)

    def paint(self, painter: QPainter) -> None:
        """Paint it on its widget."""
        painter.drawPixmap(self.place, self.pixmap)


class _Packed(NamedTuple):
    """A picture that takes less room; to unpack it costs more than a copy, less than to draw."""

    data: bytes
    size: QSize
    scale: float
    place: QPoint

    @classmethod
    def of(cls, placed: PicturePart) -> Self:
        image = placed.pixmap.toImage()
        data = zlib.compress(image.constBits(), _QUICKLY)
        return cls(data, image.size(), image.devicePixelRatio(), placed.place)

    def unpacked(self) -> PicturePart:
        width, height = self.size.toTuple()
        data = zlib.decompress(self.data, bufsize=width * height * _DEPTH)
        # A copy has bytes of its own.
        image = QImage(data, width, height, width * _DEPTH, _FORMAT).copy()
        image.setDevicePixelRatio(self.scale)
        return PicturePart(QPixmap.fromImage(image), self.place)


class MovingPictures:
    """Pictures of what moves on a widget; a movement that comes again is painted once.

    Painting takes 8 to 20 ms, copying a tenth of one: of ten repetitions one is painted. They are
    let go of with the next exercise, and when the widget hides.

    Args:
        widget: which shows them all over; its size and its screen's scale are theirs.
        theme: the look.
        art: draws the figures.
        most_bytes: what is beyond is packed, and what is beyond that painted each time.
    """

    def __init__(
        self, widget: QWidget, theme: Theme, art: FigureArt, most_bytes: int = MOST_BYTES
    ) -> None:
        self._widget = widget
        self._theme = theme
        self._art = art
        self._most_bytes = most_bytes
        self._movement: tuple[object, ...] = ()
        self._kept: dict[tuple[float | None, bool], PicturePart | _Packed] = {}
        self._bytes = self._packed_bytes = 0

    def picture(self, shot: FigureShot, *, quick: bool = True, recurs: bool = False) -> PicturePart:
        """Return the picture of a moment.

        Args:
            shot: what is shown.
            quick: it moves, and may be drawn with less light.
            recurs: it comes again soon.
        """
        if not recurs:
            return PicturePart(self._painted(shot, quick=quick))
        self._follow(shot, quick=quick)
        key = shot.moment, shot.mirror
        kept = self._kept.get(key)
        if kept is None:
            kept = _cut(self._painted(shot, quick=quick))
            self._keep(key, kept)
        return kept.unpacked() if isinstance(kept, _Packed) else kept

    def forget(self) -> None:
        """Let go of all pictures."""
        self._kept.clear()
        self._bytes = self._packed_bytes = 0

    def _follow(self, shot: FigureShot, *, quick: bool) -> None:
        """Forget what is not of this movement; both of its sides are."""
        own = (shot.exercise, shot.level, shot.camera, shot.tints, shot.arrows, quick)
        look = (self._theme.tokens.name, self._art.person)
        movement = (*own, *look, self._widget.size(), self._widget.devicePixelRatioF())
        if movement != self._movement:
            self.forget()
            self._movement = movement

    def _keep(self, key: tuple[float | None, bool], picture: PicturePart) -> None:
        size = picture.pixmap.width() * picture.pixmap.height() * _DEPTH
        if self._bytes + size <= self._most_bytes:
            self._bytes += size
            self._kept[key] = picture
        elif self._packed_bytes < self._most_bytes:
            packed = _Packed.of(picture)
            self._packed_bytes += len(packed.data)
            self._kept[key] = packed

    def _painted(self, shot: FigureShot, *, quick: bool) -> QPixmap:
        size, dpr = self._widget.size(), self._widget.devicePixelRatioF()
        return self._art.fresh_pixmap(shot, size, self._theme.tokens, dpr, quick=quick)


def _cut(pixmap: QPixmap) -> PicturePart:
    """Return a picture without its empty margins; with them where its pixels do not fit a grid."""
    step = _GRID * pixmap.devicePixelRatio()
    if not step.is_integer():
        return PicturePart(pixmap)
    pixels = int(step)
    # What is masked is left out of the region.
    mask = pixmap.toImage().createMaskFromColor(0, Qt.MaskMode.MaskInColor)
    seen = QRegion(QBitmap.fromImage(mask)).boundingRect()
    left, top = seen.left() // pixels, seen.top() // pixels
    right, bottom = -(-(seen.right() + 1) // pixels), -(-(seen.bottom() + 1) // pixels)
    cut = QRect(0, 0, right - left, bottom - top)
    box = QRect(left * pixels, top * pixels, cut.width() * pixels, cut.height() * pixels)
    return PicturePart(pixmap.copy(box & pixmap.rect()), QPoint(left, top) * _GRID)
