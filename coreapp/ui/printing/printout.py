"""A sheet put on pages: what stands where, with the line at the foot of each page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from coreapp.i18n import _
from coreapp.services.guide_words import standing_line
from coreapp.ui.printing.ink import Ink, Print, mm
from coreapp.ui.printing.pieces import Column, Piece, Row, Words

MARGIN: Final = mm(15)
_FOOT: Final = mm(10)
_FOOT_GAP: Final = mm(5)
_LINE: Final = mm(0.2)
_SCALES: Final = (1.0, 0.95, 0.9)
_SIDE_FOR_FULL_SIZE: Final = mm(195)
"""Paper with a shorter side than this gets everything smaller, instead of narrow columns."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece that is never broken over two pages.

    Attributes:
        piece: what stands there.
        gap: the room above it, in units; there is none at the head of a page.
        ruled: whether a line parts it from what stands above it on the page.
        keeps_next: whether it may not be the last on its page, as a heading.
        head: what is written above it once more where it is the first on a page, as the names of
            the columns of a table.
    """

    piece: Piece
    gap: float = 0
    ruled: bool = False
    keeps_next: bool = False
    head: Piece | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be printed: its title and its parts in their order."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A part at its place on a page; `top` and `height` in units from the head of the text."""

    part: Part
    top: float
    height: float


class Printout:
    """A sheet on paper of one size.

    Everything is painted in units of a sheet from the corner of the paper; whoever paints scales
    the painter to its dots.
    """

    def __init__(self, sheet: Sheet, ink: Ink, paper: QSizeF) -> None:
        """Lay a sheet out; `paper` is the size of a whole page in units."""
        # A little smaller is better than a page more; large letters were asked for, and stay.
        scales = (1.0,) if ink.is_enlarged else _SCALES
        layouts = [_Layout(sheet, ink, paper, scale) for scale in scales]
        self._layout = min(layouts, key=lambda each: len(each.pages))
        self.pages = self._layout.pages

    def paint(self, painter: QPainter, index: int) -> None:
        """Paint one page; the first is 0."""
        self._layout.paint(painter, index)


class _Layout:
    """A sheet laid out at one scale."""

    def __init__(self, sheet: Sheet, ink: Ink, paper: QSizeF, scale: float) -> None:
        self._sheet = sheet
        self._ink = ink
        side = min(paper.width(), paper.height())
        self._scale = scale * min(1.0, side / _SIDE_FOR_FULL_SIZE)
        self._paper = paper / self._scale
        self._width = self._paper.width() - 2 * MARGIN
        foot = self._foot(1, 1).height(self._width)
        self._room = self._paper.height() - MARGIN - _FOOT_GAP - foot - _FOOT
        self.pages = tuple(_paged(sheet.parts, self._width, self._room))

    def paint(self, painter: QPainter, index: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        for placed in self.pages[index]:
            self._paint_part(painter, placed)
        foot = self._foot(index + 1, len(self.pages))
        height = foot.height(self._width)
        top = self._paper.height() - _FOOT - height
        self._paint_line(painter, top - _FOOT_GAP / 2)
        foot.paint(painter, QRectF(MARGIN, top, self._width, height))
        painter.restore()

    def _paint_part(self, painter: QPainter, placed: Placed) -> None:
        top = MARGIN + placed.top
        if placed.part.ruled and placed.top:
            self._paint_line(painter, top - placed.part.gap / 2)
        painter.save()
        painter.translate(MARGIN, top)
        # What is higher than a whole page is made smaller, so that nothing is cut.
        shrunk = min(1.0, self._room / placed.height)
        painter.scale(shrunk, shrunk)
        placed.part.piece.paint(painter, QRectF(0, 0, self._width, placed.height))
        painter.restore()

    def _paint_line(self, painter: QPainter, top: float) -> None:
        painter.setPen(QPen(self._ink.colour("line"), _LINE, Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(MARGIN, top), QPointF(MARGIN + self._width, top))

    def _foot(self, number: int, count: int) -> Piece:
        ink = self._ink
        page = _("Page {number} of {count}").format(number=number, count=count)
        small, grey = ink.font(Print.SMALL), ink.colour("ink2")
        label = Words(page, small, grey, align=Qt.AlignmentFlag.AlignRight)
        title = Words(self._sheet.title, ink.font(Print.SMALL_STRONG), grey)
        line = Words(standing_line(), small, grey)
        head = Row((title, label), (0, label.natural_width()), mm(6))
        return Column((head, line), mm(0.6))


def _paged(parts: Sequence[Part], width: float, room: float) -> Iterator[tuple[Placed, ...]]:
    """Yield the pages that parts make: each part whole, headings with what they head."""
    page: list[Placed] = []
    bottom = 0.0
    for chunk in _chunks(parts):
        heights = [part.piece.height(width) for part in chunk]
        needed = sum(heights) + sum(part.gap for part in chunk)
        if page and bottom + needed > room:
            yield tuple(page)
            page, bottom = [], 0.0
        for part, height in zip(chunk, heights, strict=True):
            gap = part.gap if page else 0.0
            if page and bottom + gap + height > room:
                yield tuple(page)
                page, bottom, gap = [], 0.0, 0.0
            if not page and part.head is not None:
                page.append(Placed(Part(part.head), 0.0, part.head.height(width)))
                bottom, gap = page[0].height, part.gap
            page.append(Placed(part, bottom + gap, height))
            bottom += gap + height
    yield tuple(page)


def _chunks(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Yield the parts that stay together."""
    chunk: list[Part] = []
    for part in parts:
        chunk.append(part)
        if not part.keeps_next:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
