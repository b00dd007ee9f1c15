"""Pages: parts are never broken, headings stay with what they head, nothing is cut."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from coreapp.services.guide_words import standing_line
from coreapp.ui.printing.ink import Ink, mm
from coreapp.ui.printing.pieces import Picture
from coreapp.ui.printing.printout import MARGIN, Part, Printout, Sheet
from coreapp.ui.theme.fonts import Fonts
from coreapp.ui.theme.theme import Theme

PAPER = QSizeF(mm(210), mm(297))
PIXELS_PER_MM = 2


class Block:
    """A piece of a fixed height in millimetres that remembers where it was painted."""

    def __init__(self, height: float) -> None:
        self._height = mm(height)
        self.painted: list[QRectF] = []

    def height(self, width: float) -> float:
        return self._height

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        self.painted.append(painter.transform().mapRect(rect))


def sheet(heights: Sequence[float], keeps: frozenset[int] = frozenset(), gap: float = 0) -> Sheet:
    parts = [
        Part(Block(height), mm(gap), ruled=True, keeps_next=index in keeps)
        for index, height in enumerate(heights)
    ]
    return Sheet("A sheet", tuple(parts))


def layout(printout: Printout) -> list[int]:
    """How many parts are on each page."""
    return [len(page) for page in printout.pages]


def page_image(printout: Printout, index: int, paper: QSizeF = PAPER) -> QImage:
    scale = PIXELS_PER_MM / mm(1)
    image = QImage((paper * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    printout.paint(painter, index)
    painter.end()
    return image


def test_parts_fill_a_page_before_the_next_one_begins(ink: Ink) -> None:
    assert layout(Printout(sheet([100] * 5), ink, PAPER)) == [2, 2, 1]


def test_one_part_is_on_one_page(ink: Ink) -> None:
    assert layout(Printout(sheet([20]), ink, PAPER)) == [1]


def test_a_heading_goes_to_the_page_of_what_it_heads(ink: Ink) -> None:
    assert layout(Printout(sheet([150, 90, 150]), ink, PAPER)) == [2, 1]
    assert layout(Printout(sheet([150, 90, 150], frozenset({1})), ink, PAPER)) == [1, 2]


def test_a_heading_that_fits_nowhere_with_its_part_is_not_lost(ink: Ink) -> None:
    assert layout(Printout(sheet([100, 200, 200], frozenset({0, 1})), ink, PAPER)) == [1, 1, 1]


def test_there_is_no_gap_at_the_head_of_a_page(ink: Ink) -> None:
    printout = Printout(sheet([150, 150], gap=20), ink, PAPER)
    assert [page[0].top for page in printout.pages] == [0, 0]
    together = Printout(sheet([50, 50], gap=20), ink, PAPER)
    assert [placed.top for placed in together.pages[0]] == [0, mm(70)]


def test_a_line_parts_what_is_on_the_same_page_only(ink: Ink) -> None:
    first = page_image(Printout(sheet([50, 50], gap=20), ink, PAPER), 0)
    middle = round((MARGIN / mm(1) + 60) * PIXELS_PER_MM)
    column = [first.pixelColor(first.width() // 2, middle + each) for each in (-1, 0, 1)]
    assert any(each != QColor("white") for each in column)
    head = first.pixelColor(first.width() // 2, round((MARGIN / mm(1) - 10) * PIXELS_PER_MM))
    assert head == QColor("white")


def test_a_sheet_gets_a_little_smaller_to_save_a_page(ink: Ink) -> None:
    saved = Printout(sheet([90, 90, 90]), ink, PAPER)
    assert layout(saved) == [3]
    page_image(saved, 0)
    painted = saved.pages[0][0].part.piece.painted[0]
    assert painted.height() < 0.96 * 90 * PIXELS_PER_MM
    assert layout(Printout(sheet([170, 170]), ink, PAPER)) == [1, 1]


def test_large_letters_stay_large(theme: Theme) -> None:
    large = Ink(theme.paper_tokens, Fonts(theme.fonts.family, 1.5))
    assert layout(Printout(sheet([90, 90, 90]), large, PAPER)) == [2, 1]


def test_what_is_higher_than_a_page_is_made_smaller(ink: Ink) -> None:
    printout = Printout(sheet([600, 20]), ink, PAPER)
    assert layout(printout) == [1, 1]
    page_image(printout, 0)
    painted = printout.pages[0][0].part.piece.painted[0]
    assert painted.bottom() < 275 * PIXELS_PER_MM


@pytest.mark.parametrize(
    "paper",
    [PAPER, QSizeF(mm(105), mm(148)), QSizeF(mm(215.9), mm(279.4)), QSizeF(mm(297), mm(210))],
)
def test_everything_is_inside_the_margins_of_any_paper(ink: Ink, paper: QSizeF) -> None:
    printout = Printout(sheet([80] * 6), ink, paper)
    for index, page in enumerate(printout.pages):
        page_image(printout, index, paper)
        for placed in page:
            rect = placed.part.piece.painted[0]
            assert rect.left() > 5 * PIXELS_PER_MM
            assert rect.right() < (paper.width() / mm(1) - 5) * PIXELS_PER_MM
            assert rect.bottom() < (paper.height() / mm(1) - 10) * PIXELS_PER_MM


def test_each_page_says_what_it_is_and_that_it_is_no_doctor(ink: Ink, read) -> None:
    texts = read(sheet([170, 170]))
    assert len(texts) == 2
    for number, text in enumerate(texts, 1):
        assert f"A sheet Page {number} of 2" in text
        assert standing_line() in text


def test_a_picture_is_painted_on_white(ink: Ink) -> None:
    part = Part(Picture(0.1, lambda painter, rect: painter.fillRect(rect, QColor("red"))))
    image = page_image(Printout(Sheet("Red", (part,)), ink, PAPER), 0)
    assert image.pixelColor(100 * PIXELS_PER_MM, 20 * PIXELS_PER_MM) == QColor("red")
    assert image.pixelColor(2, 2) == QColor("white")
    assert image.pixelColor(100 * PIXELS_PER_MM, 150 * PIXELS_PER_MM) == QColor("white")
