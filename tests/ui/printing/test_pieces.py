"""Words, rows and columns: how much room they take, and that they keep to it."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from coreapp.ui.printing.ink import Ink, Print, mm
from coreapp.ui.printing.pieces import Column, Panel, Picture, Piece, Row, Words

TEXT = "Press your heels down and roll up until knees, hips and shoulders are in line."


def block(height: float, seen: list[QRectF]) -> Piece:
    """A piece as high as it is wide times `height`, which remembers where it was painted."""
    return Picture(height, lambda _painter, rect: seen.append(rect))


def painted(piece: Piece, width: float) -> QImage:
    """What a piece paints, a pixel for each unit, with room around it to see what sticks out."""
    height = piece.height(width)
    image = QImage(round(width) + 200, round(height) + 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    piece.paint(painter, QRectF(100, 100, width, height))
    painter.end()
    return image


def greys(image: QImage) -> list[bytes]:
    """How light each pixel is, row by row."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels, step = bytes(grey.constBits()), grey.bytesPerLine()
    return [pixels[at : at + grey.width()] for at in range(0, len(pixels), step)]


def inked(image: QImage) -> tuple[list[int], list[int]]:
    """The columns and the rows that are not white."""
    rows = greys(image)
    down = [y for y, row in enumerate(rows) if min(row) < 128]
    return [x for x, column in enumerate(zip(*rows, strict=True)) if min(column) < 128], down


def words(ink: Ink, text: str, **more: object) -> Words:
    return Words(text, ink.font(Print.BODY), ink.colour("ink"), **more)


def test_words_take_more_lines_where_there_is_less_room(ink: Ink) -> None:
    wide, narrow = words(ink, TEXT).height(mm(180)), words(ink, TEXT).height(mm(60))
    assert 2.5 * wide < narrow < 5 * wide
    assert wide == words(ink, "One").height(mm(180))


def test_words_stay_in_their_room(ink: Ink) -> None:
    width = 900.0
    image = painted(words(ink, f"{TEXT} Donaudampfschifffahrtsgesellschaft"), width)
    across, down = inked(image)
    assert across
    assert min(across) >= 98
    assert max(across) <= 102 + width
    assert min(down) >= 100
    assert max(down) <= image.height() - 100


def test_a_word_without_any_place_to_break_is_not_cut(ink: Ink) -> None:
    piece = words(ink, "x" * 200)
    across, _ = inked(painted(piece, 700.0))
    assert max(across) <= 802
    assert piece.height(700.0) > 5 * words(ink, "x").height(700.0)


def test_words_may_begin_in_another_colour(ink: Ink) -> None:
    lead = ("Stop:", ink.font(Print.STRONG), QColor("red"))
    image = painted(words(ink, "When it hurts.", lead=lead), 1500.0)
    pixels = memoryview(image.constBits()).cast("I").tolist()
    width, red = image.width(), QColor("red").rgb()
    reds = [at % width for at, colour in enumerate(pixels) if colour == red]
    across, _ = inked(image)
    assert reds
    assert max(reds) < 500 < max(across)


def test_a_column_is_as_high_as_its_pieces_and_gaps() -> None:
    seen: list[QRectF] = []
    column = Column((block(1, seen), block(0.5, seen)), gap=10)
    assert column.height(100) == 160
    painted(column, 100)
    assert seen == [QRectF(100, 100, 100, 100), QRectF(100, 210, 100, 50)]


def test_a_row_shares_what_fixed_widths_leave() -> None:
    seen: list[QRectF] = []
    row = Row((block(1, seen), block(1, seen), block(1, seen)), (40, 0, 0), 10)
    assert row.height(200) == 70
    painted(row, 200)
    assert [rect.left() for rect in seen] == [100, 150, 230]
    assert [rect.width() for rect in seen] == [40, 70, 70]


def test_a_panel_keeps_its_piece_off_its_edge() -> None:
    seen: list[QRectF] = []
    panel = Panel(block(0.5, seen), QColor("black"), 10, 0)
    assert panel.height(120) == 70
    image = painted(panel, 120)
    assert seen == [QRectF(110, 110, 100, 50)]
    assert image.pixelColor(105, 105) == QColor("black")
    assert image.pixelColor(95, 105) == QColor("white")


def test_a_picture_leaves_the_painter_as_it_was() -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    picture = Picture(1, lambda painter, _rect: painter.scale(3, 3))
    picture.paint(painter, QRectF(0, 0, 10, 10))
    assert painter.transform().m11() == pytest.approx(1)
    painter.end()
