"""Soft areas: painted small, then scaled up smoothly."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QTransform


def paint_soft(
    painter: QPainter, area: QRectF, pixel: float, draw: Callable[[QPainter, QTransform], None]
) -> None:
    """Paint an area of the screen with large soft pixels.

    Args:
        painter: paints on the screen.
        area: what is painted; all of it that is not cut off by what the painter paints on.
        pixel: how large one pixel of the small picture is on the screen.
        draw: gets a painter of the small picture, which starts transparent, and the way from the
            screen to it, which is already set.
    """
    width, height = ceil(area.width() / pixel), ceil(area.height() / pixel)
    if width < 1 or height < 1:
        return
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    way = QTransform(1 / pixel, 0, 0, 1 / pixel, -area.x() / pixel, -area.y() / pixel)
    small = QPainter(image)
    try:
        small.setRenderHint(QPainter.RenderHint.Antialiasing)
        small.setTransform(way)
        draw(small, way)
    finally:
        small.end()
    hint = QPainter.RenderHint.SmoothPixmapTransform
    smooth = painter.testRenderHint(hint)
    painter.setRenderHint(hint)
    painter.drawImage(QRectF(area.x(), area.y(), width * pixel, height * pixel), image)
    painter.setRenderHint(hint, smooth)


def fade_at_edges(small: QPainter, way: QTransform, picture: QRectF, width: float) -> None:
    """Let what is painted so far fade towards the edges of the picture.

    Args:
        small: the painter of the small picture, without a transform.
        way: from the screen to the small picture.
        picture: where on the screen it has edges.
        width: how far from them it fades, on the screen.
    """
    small.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    for start, end, length in (
        (picture.topLeft(), picture.topRight(), picture.width()),
        (picture.topLeft(), picture.bottomLeft(), picture.height()),
    ):
        share = min(0.5, width / length)
        gradient = QLinearGradient(start, end)
        for at, strength in ((0.0, 0), (share, 255), (1.0 - share, 255), (1.0, 0)):
            gradient.setColorAt(at, QColor(0, 0, 0, strength))
        brush = QBrush(gradient)
        brush.setTransform(way)
        small.fillRect(small.window(), brush)
