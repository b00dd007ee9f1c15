"""What is shown where one's own exercise has no figure: its picture, or a calm placeholder."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter, QPainterPath, QPen

from coreapp.domain.errors import InvalidValueError, file_error, marked
from coreapp.ui.theme.tokens import Tokens

MOST_PIXELS: Final = 1280
"""The longest side of a picture as it is kept: enough for the player on a large screen."""

MOST_FILE_BYTES: Final = 30 * 1024 * 1024
MOST_FILE_PIXELS: Final = 80_000_000
"""A picture that is larger is refused before it is decoded: it would take 320 MB."""

_QUALITY: Final = 85
_KEPT: Final = 12
_CORNER: Final = 10.0

_PLACEHOLDER_SHARE: Final = 0.38
"""Of the shorter side of its place the placeholder takes so much."""


class OwnPictures:
    """Paints the pictures of one's own exercises; the last ones stay decoded."""

    def __init__(self, find: Callable[[str], Sequence[Path] | None]) -> None:
        """Paint what `find` returns for an exercise: its pictures; None if it is not one's own."""
        self._find = find
        self._decoded: OrderedDict[Path, QImage] = OrderedDict()

    def has(self, exercise: str) -> bool:
        """Tell whether there is something to show for an exercise, if only a placeholder."""
        return self._find(exercise) is not None

    def count(self, exercise: str) -> int:
        """Return how many pictures an exercise has."""
        return len(self._find(exercise) or ())

    def forget(self) -> None:
        """Read the pictures anew when they are shown next."""
        self._decoded.clear()

    def paint(
        self, painter: QPainter, rect: QRectF, exercise: str, number: int, tokens: Tokens
    ) -> None:
        """Paint one of the pictures into `rect`; the placeholder if it cannot be read.

        Args:
            painter: where to.
            rect: in logical pixels.
            exercise: whose picture; nothing is painted if it is not one's own.
            number: which picture, from 0.
            tokens: the theme.
        """
        paths = self._find(exercise)
        if paths is None or rect.isEmpty():
            return
        image = self._image(paths[number]) if number < len(paths) else QImage()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if image.isNull():
            _paint_placeholder(painter, rect, tokens)
        else:
            _paint_image(painter, rect, image)
        painter.restore()

    def _image(self, path: Path) -> QImage:
        if path not in self._decoded:
            self._decoded[path] = QImage(str(path)) if path.is_file() else QImage()
            while len(self._decoded) > _KEPT:
                self._decoded.popitem(last=False)
        self._decoded.move_to_end(path)
        return self._decoded[path]


def read_picture(file: Path) -> bytes:
    """Return a picture as it is kept: upright, no larger than needed, as JPEG.

    Whatever else a camera wrote into the file, such as where it was taken, is left behind.

    Raises:
        FileUnreadableError: the file cannot be read.
        InvalidValueError: it is no picture that can be read, or too large; names the file.
    """
    try:
        size = file.stat().st_size
    except OSError as error:
        raise file_error(str(file), error) from error
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    pixels = reader.size()
    if size > MOST_FILE_BYTES or pixels.width() * pixels.height() > MOST_FILE_PIXELS:
        raise InvalidValueError(
            "picture", file.name, marked("This picture is too large. Choose a smaller one.")
        )
    if max(pixels.width(), pixels.height()) > MOST_PIXELS:
        room = QSize(MOST_PIXELS, MOST_PIXELS)
        reader.setScaledSize(pixels.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise InvalidValueError("picture", file.name, marked("This is not a picture."))
    return _as_jpeg(image)


def _as_jpeg(image: QImage) -> bytes:
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpg"))
    writer.setQuality(_QUALITY)
    writer.write(paper)
    return bytes(content.data())


def _paint_image(painter: QPainter, rect: QRectF, image: QImage) -> None:
    """Paint a picture as large as it fits, whole, in the middle."""
    size = QSizeF(image.size())
    size.scale(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF(QPointF(0.0, 0.0), size)
    box.moveCenter(rect.center())
    corner = min(_CORNER, box.width() / 8, box.height() / 8)
    edge = QPainterPath()
    edge.addRoundedRect(box, corner, corner)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(edge, Qt.ClipOperation.IntersectClip)
    dpr = painter.device().devicePixelRatioF()
    # Shrunk by more than half, Qt's own transform leaves out pixels.
    wanted = QSize(round(box.width() * dpr), round(box.height() * dpr))
    smooth = image.scaled(
        wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter.drawImage(box, smooth)


def _paint_placeholder(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Paint somebody standing with raised arms, in a few quiet strokes."""
    side = min(rect.width(), rect.height()) * _PLACEHOLDER_SHARE
    colour = QColor(tokens.ink3)
    colour.setAlphaF(0.5)
    painter.translate(rect.center())
    painter.scale(side / 20, side / 20)
    painter.setPen(
        QPen(colour, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0.0, -6.4), 2.0, 2.0)
    body = QPainterPath(QPointF(-6.0, -7.6))
    body.quadTo(-4.6, -2.4, 0.0, -2.2)
    body.quadTo(4.6, -2.4, 6.0, -7.6)
    body.moveTo(0.0, -2.2)
    body.lineTo(0.0, 3.2)
    body.moveTo(-3.0, 9.0)
    body.quadTo(-2.4, 5.2, 0.0, 3.2)
    body.quadTo(2.4, 5.2, 3.0, 9.0)
    painter.drawPath(body)
    pen = painter.pen()
    pen.setWidthF(0.7)
    painter.setPen(pen)
    painter.drawLine(QPointF(-8.0, 11.0), QPointF(8.0, 11.0))
