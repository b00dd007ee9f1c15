"""Pictures as files: PNG, and SVG and PDF in shapes that stay sharp at any size.

All three come from `paint_scene`. The same picture gives the same bytes, so no file holds the hour,
the machine or a font. A file is written whole or not at all.
"""

import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt, QUuid
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from coreapp.domain.errors import file_error
from coreapp.domain.figure.camera import Camera
from coreapp.ui.drawing.frame import frame_of
from coreapp.ui.drawing.picture import Look, Scene, paint_scene
from coreapp.ui.drawing.svg_text import lean


@dataclass(frozen=True, slots=True)
class Page:
    """What a picture is put on.

    Attributes:
        size: in pixels; a file of shapes takes them as 1/96 inch.
        background: None for a transparent one.
        title, description: what SVG and PDF tell those who cannot see them; in plain words.
        frame: what of the picture's plane is shown, in metres, to give several pictures one scale;
            None for the scene alone.
    """

    size: QSize
    background: QColor | None = None
    title: str = ""
    description: str = ""
    frame: QRectF | None = None


def save_png(path: Path, scene: Scene, camera: Camera, look: Look, page: Page) -> None:
    """Write a scene as a PNG file.

    Raises:
        FileUnreadableError: it cannot be written.
        DiskFullError: there is no room.
    """
    write_whole(path, png(scene, camera, look, page))


def save_svg(path: Path, scene: Scene, camera: Camera, look: Look, page: Page) -> None:
    """Write a scene as an SVG file.

    Raises:
        FileUnreadableError: it cannot be written.
        DiskFullError: there is no room.
    """
    write_whole(path, svg(scene, camera, look, page))


def save_pdf(path: Path, scene: Scene, camera: Camera, look: Look, page: Page) -> None:
    """Write a scene as a PDF file of one page.

    Raises:
        FileUnreadableError: it cannot be written.
        DiskFullError: there is no room.
    """
    write_whole(path, pdf(scene, camera, look, page))


def png(scene: Scene, camera: Camera, look: Look, page: Page) -> bytes:
    """Return a scene as PNG."""
    image = QImage(page.size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    _paint(image, scene, camera, look, page)
    return _bytes_of(lambda buffer: QImageWriter(buffer, b"png").write(image))


def svg(scene: Scene, camera: Camera, look: Look, page: Page) -> bytes:
    """Return a scene as SVG."""

    def draw(buffer: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(page.size)
        generator.setViewBox(QRectF(0, 0, page.size.width(), page.size.height()))
        # Without them Qt writes texts of its own.
        generator.setTitle(page.title or " ")
        generator.setDescription(page.description or " ")
        _paint(generator, scene, camera, replace(look, vector=True), page)

    return lean(_bytes_of(draw).decode(), page.size.width(), page.size.height()).encode()


def pdf(scene: Scene, camera: Camera, look: Look, page: Page) -> bytes:
    """Return a scene as PDF."""
    points = QSizeF(page.size) * _POINTS / _DOTS
    exactly = QPageSize.SizeMatchPolicy.ExactMatch
    size = QPageSize(points, QPageSize.Unit.Point, "", exactly)

    def draw(writer: QPdfWriter) -> None:
        _paint(writer, scene, camera, replace(look, vector=True), page)

    return make_pdf(size, _DOTS, page.title, draw)


def make_pdf(size: QPageSize, dots: int, title: str, draw: Callable[[QPdfWriter], None]) -> bytes:
    """Return what `draw` paints as PDF; its pages have no margins.

    Args:
        size: of a page.
        dots: pixels of an inch.
        title: of the document, in plain words.
        draw: paints the pages.
    """

    def write(buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        writer.setResolution(dots)
        writer.setPageSize(size)
        writer.setPageMargins(QMarginsF())
        writer.setTitle(title)
        writer.setDocumentId(QUuid.createUuidV5(QUuid(), title.encode()))
        draw(writer)

    return _timeless(_bytes_of(write))


_DOTS: Final = 96
_POINTS: Final = 72.0
_PDF_DATE: Final = re.compile(rb"(Date \(D:)\d{14}")
_XMP_DATE: Final = re.compile(rb'(Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d')


def _paint(device: QPaintDevice, scene: Scene, camera: Camera, look: Look, page: Page) -> None:
    rect = QRectF(0, 0, page.size.width(), page.size.height())
    painter = QPainter(device)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if page.background is not None:
            painter.fillRect(rect, page.background)
        frame = page.frame if page.frame is not None else frame_of([scene], camera)
        paint_scene(painter, rect, scene, camera, frame, look)
    finally:
        # A painter that outlives what it paints on takes the program with it.
        painter.end()


def _bytes_of(draw: Callable[[QBuffer], object]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw(buffer)
    return bytes(buffer.data().data())


def _timeless(content: bytes) -> bytes:
    """Return a PDF with one date for all, as long as the one Qt puts into it."""
    content = _PDF_DATE.sub(rb"\g<1>20000101000000", content)
    return _XMP_DATE.sub(rb"\g<1>2000-01-01T00:00:00", content)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file, all or nothing.

    Raises:
        FileUnreadableError: it cannot be written.
        DiskFullError: there is no room.
    """
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        file = new.open("xb")
    except OSError as error:
        raise file_error(str(path), error) from error
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException as error:
        new.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise file_error(str(path), error) from error
        raise
