"""Pictures of what stands still: painted twice at most, and the same to the pixel."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from coreapp.ui.drawing.kept import Kept

SIZE = 80
BOUNDS = QRectF(9.3, 12.7, 40.5, 31.2)
Change = Callable[[QPainter], None]


class Disc:
    """A disc that counts how often it is painted."""

    def __init__(self) -> None:
        self.kept = Kept()
        self.painted = 0

    def draw(self, painter: QPainter) -> None:
        self.painted += 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 90, 160, 150))
        painter.drawEllipse(BOUNDS)

    def picture(self, change: Change | None = None, ratio: float = 1.0) -> QImage:
        """Return a new picture with the disc, painted after a change of the painter."""
        side = round(SIZE * ratio)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("beige"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if change is not None:
            change(painter)
        self.kept.paint(painter, BOUNDS, self.draw)
        painter.end()
        return image


@pytest.fixture
def disc(qapp: QApplication) -> Disc:
    return Disc()


def shifted(painter: QPainter) -> None:
    painter.translate(3.4, -2.2)


def clipped(painter: QPainter) -> None:
    painter.setClipRect(QRectF(0.0, 0.0, 30.0, 30.0))


def half_seen(painter: QPainter) -> None:
    painter.setOpacity(0.5)


def turned(painter: QPainter) -> None:
    painter.rotate(20.0)


@pytest.mark.parametrize("change", [shifted, clipped, half_seen])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_kept_picture_is_the_same_but_painted_no_more(
    disc: Disc, change: Change, ratio: float
) -> None:
    fresh, *copies = [disc.picture(change, ratio) for _ in range(4)]
    assert disc.painted == 2
    for copy in copies:
        assert most_apart(fresh, copy) <= 2


def test_what_moves_is_painted_each_time_and_right(disc: Disc) -> None:
    for step in range(4):

        def move(painter: QPainter, step: int = step) -> None:
            painter.translate(0.4 * step, 0.0)

        assert disc.picture(move) == Disc().picture(move)
    assert disc.painted == 4


def test_another_clip_shows_what_was_cut_off(disc: Disc) -> None:
    for _ in range(3):
        disc.picture(clipped)
    assert disc.picture() == Disc().picture()


def test_nothing_is_kept_on_a_turned_screen(disc: Disc) -> None:
    pictures = [disc.picture(turned) for _ in range(3)]
    assert disc.painted == 3
    assert pictures[0] == pictures[1] == pictures[2]


def test_the_painter_goes_on_where_it_was(disc: Disc) -> None:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    shifted(painter)
    before = painter.transform()
    for _ in range(3):
        disc.kept.paint(painter, BOUNDS, disc.draw)
        assert painter.transform() == before
    painter.end()


def most_apart(one: QImage, two: QImage) -> int:
    """Return by how much any byte of two pictures differs."""
    pairs = zip(bytes(one.constBits()), bytes(two.constBits()), strict=True)
    return max(abs(first - second) for first, second in pairs)
