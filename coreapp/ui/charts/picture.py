"""A panel as a picture in a file: title, figure, chart and sentence in the colours for paper."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QImageWriter, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.services.charts import Panel
from coreapp.ui.charts.kinds import drawing_of
from coreapp.ui.charts.look import ChartLook
from coreapp.ui.drawing.export import write_whole
from coreapp.ui.drawing.svg_text import lean
from coreapp.ui.theme.fonts import Fonts, Type
from coreapp.ui.theme.theme import Theme

WIDTH: Final = 880
"""Of a picture, in pixels of 1/96 inch: it fits the text of a page."""
SHARPNESS: Final = 2
"""Pixels of a PNG for each of those."""
_MARGIN: Final = 32
_GAP: Final = 16
_SANS: Final = ", sans-serif"
_FAMILY: Final = re.compile(r'font-family="([^"]*)"')


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of the picture: how high it is, and what paints it into its box."""

    height: float
    paint: Callable[[QPainter, QRectF], None]


def save_panel(path: Path, panel: Panel, theme: Theme) -> None:
    """Write the chart of a panel; the file's ending says which kind.

    Raises:
        InvalidValueError: the ending is another one, or there is nothing to draw.
        FileUnreadableError: the file cannot be written.
        DiskFullError: there is no room.
    """
    make = {".png": panel_png, ".svg": panel_svg}.get(path.suffix.lower())
    if make is None or panel.chart is None:
        remedy = marked("Give the file a name that ends in .png or .svg.")
        raise InvalidValueError("FILE", str(path), remedy)
    write_whole(path, make(panel, theme))


def panel_png(panel: Panel, theme: Theme) -> bytes:
    """Return a panel as PNG."""
    blocks = _blocks(panel, _paper(theme))
    size = _size(blocks)
    image = QImage(size * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.setText("Title", panel.title)
    image.setText("Description", panel.description)
    _paint(image, blocks, theme)
    return _bytes_of(lambda buffer: QImageWriter(buffer, b"png").write(image))


def panel_svg(panel: Panel, theme: Theme) -> bytes:
    """Return a panel as SVG, with its words as text."""
    blocks = _blocks(panel, _paper(theme))
    size = _size(blocks)

    def draw(buffer: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(size)
        generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
        generator.setTitle(panel.title)
        generator.setDescription(panel.description)
        _paint(generator, blocks, theme)

    text = lean(_bytes_of(draw).decode(), size.width(), size.height())
    # Whoever opens it may not have this machine's letters.
    return _FAMILY.sub(rf'font-family="\1{_SANS}"', text).encode()


def _paper(theme: Theme) -> ChartLook:
    return ChartLook(theme.paper_tokens, Fonts(theme.fonts.family))


def _blocks(panel: Panel, look: ChartLook) -> list[_Block]:
    width = WIDTH - 2 * _MARGIN
    blocks = [_words(panel.title, Type.HEADING, look, width)]
    figure = " ".join(each for each in (panel.number, panel.unit) if each)
    if panel.more is not None:
        figure = ", ".join((figure, " ".join(panel.more)))
    blocks.append(_words(figure, Type.TITLE, look, width))
    if panel.aside:
        blocks.append(_words(panel.aside, Type.BODY, look, width))
    if panel.chart is not None:
        drawing = drawing_of(panel.chart)
        blocks.append(
            _Block(
                drawing.height(look, width), lambda painter, box: drawing.paint(painter, box, look)
            )
        )
    blocks.append(_words(panel.sentence, Type.BODY, look, width))
    return blocks


def _words(text: str, kind: Type, look: ChartLook, width: float) -> _Block:
    wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    metric = QFontMetricsF(look.font(kind))
    height = metric.boundingRect(QRectF(0, 0, width, 10_000), wrap, text).height()

    def paint(painter: QPainter, box: QRectF) -> None:
        painter.setFont(look.font(kind))
        painter.setPen(look.tokens.ink)
        painter.drawText(box, wrap, text)
        painter.setPen(Qt.PenStyle.NoPen)

    return _Block(height, paint)


def _size(blocks: list[_Block]) -> QSize:
    height = sum(each.height for each in blocks) + _GAP * (len(blocks) - 1)
    return QSize(WIDTH, round(height + 2 * _MARGIN))


def _paint(device: QPaintDevice, blocks: list[_Block], theme: Theme) -> None:
    painter = QPainter(device)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = _size(blocks)
        painter.fillRect(QRectF(QPointF(), size), theme.paper_tokens.card)
        painter.setPen(Qt.PenStyle.NoPen)
        top = float(_MARGIN)
        for block in blocks:
            block.paint(painter, QRectF(_MARGIN, top, WIDTH - 2 * _MARGIN, block.height))
            top += block.height + _GAP
    finally:
        # A painter that outlives what it paints on takes the program with it.
        painter.end()


def _bytes_of(draw: Callable[[QBuffer], object]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw(buffer)
    return bytes(buffer.data().data())
