"""Pictures of what stands still while a body moves: painted once, then only copied."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QTransform


class Kept:
    """The picture of one thing that stands still.

    It is kept from the second time on that it is painted at the same place: what moves is never
    there twice, so it is not worth a picture of its own.
    """

    __slots__ = ("_image", "_place")

    def __init__(self) -> None:
        self._image: QImage | None = None
        self._place: tuple[QTransform, QRect] | None = None

    def paint(self, painter: QPainter, bounds: QRectF, draw: Callable[[QPainter], None]) -> None:
        """Paint a thing; the picture has the very pixels that painting it each time would have.

        Args:
            painter: paints on the screen; in a file, and on a screen that is turned, nothing is
                kept.
            bounds: what of the picture the thing may cover.
            draw: paints it.
        """
        way = painter.deviceTransform()
        if way.isRotating() or not _has_pixels(painter):
            draw(painter)
            return
        shown = bounds.intersected(painter.clipBoundingRect()) if painter.hasClipping() else bounds
        pixels = way.mapRect(shown).toAlignedRect()
        if pixels.isEmpty():
            return
        if self._place != (way, pixels):
            self._place, self._image = (way, pixels), None
            draw(painter)
            return
        if self._image is None:
            self._image = _painted(way, pixels, painter, draw)
        painter.save()
        painter.setTransform(way.inverted()[0] * painter.worldTransform())
        painter.drawImage(pixels.topLeft(), self._image)
        painter.restore()


def _has_pixels(painter: QPainter) -> bool:
    return painter.paintEngine().type() is QPaintEngine.Type.Raster


def _painted(
    way: QTransform, pixels: QRect, painter: QPainter, draw: Callable[[QPainter], None]
) -> QImage:
    image = QImage(pixels.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    small = QPainter(image)
    try:
        small.setRenderHints(painter.renderHints())
        small.setTransform(way * QTransform.fromTranslate(-pixels.x(), -pixels.y()))
        draw(small)
    finally:
        small.end()
    return image
