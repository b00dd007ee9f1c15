"""Arrows start at their first point and end at their last, large enough or not at all."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.arrows import paint_arrows
from coreapp.ui.theme.contrast import contrast_ratio
from coreapp.ui.theme.tokens import load_tokens
from tests.fakes.drawn import THEMES, colours, painted, view

pytestmark = pytest.mark.usefixtures("qapp")
UPWARDS = (Vec(0.3, 0, 0.2), Vec(0.45, 0, 0.7), Vec(0.3, 0, 1.2))


def arrow(*paths: tuple[Vec, ...], size: int = 640) -> QImage:
    projector = view(size=size)
    return painted(size, lambda p: paint_arrows(p, projector, paths, colours().room))


def spots(image: QImage, colour: QColor) -> list[tuple[int, int]]:
    """Return where a picture has a colour."""
    data, wanted = bytes(image.constBits()), colour.rgba().to_bytes(4, sys.byteorder)
    found, at = [], data.find(wanted)
    while at >= 0:
        if at % 4 == 0:
            found.append((at // 4 % image.width(), at // 4 // image.width()))
        at = data.find(wanted, at + 1)
    return found


def test_an_arrow_goes_from_its_first_point_to_its_last() -> None:
    projector = view(size=640)
    found = spots(arrow(UPWARDS), colours().room.arrow)
    tip, tail = projector.flat(UPWARDS[-1]), projector.flat(UPWARDS[0])
    highest = min(found, key=lambda spot: spot[1])
    lowest = max(found, key=lambda spot: spot[1])
    assert highest == pytest.approx(tip, abs=4)
    assert lowest == pytest.approx(tail, abs=4)
    assert highest[1] >= tip[1] - 1


def test_an_arrow_passes_through_its_points_and_gets_thicker() -> None:
    projector = view(size=640)
    found = set(spots(arrow(UPWARDS), colours().room.arrow))
    x, y = projector.flat(UPWARDS[1])
    assert (round(x), round(y)) in found

    def width(share: float) -> int:
        row = round(projector.flat(UPWARDS[0].towards(UPWARDS[-1], share))[1])
        return sum(b == row for _, b in found)

    assert width(0.2) < width(0.8) < width(0.97)


def test_a_halo_in_the_colour_of_paper_parts_it_from_the_body() -> None:
    image = arrow((Vec(0, 0, 0.5), Vec(0, 0, 1.0)))
    x, y = (round(a) for a in view(size=640).flat(Vec(0, 0, 0.7)))
    row = [image.pixelColor(a, y) for a in range(x - 12, x + 13)]
    room = colours().room
    assert row[12] == room.arrow
    assert room.paper in row[:12]
    assert room.paper in row[13:]
    assert row[0].alpha() == row[-1].alpha() == 0


def test_an_arrow_grows_with_the_picture_and_is_readable_in_a_small_one() -> None:
    heads = {}
    for size in (320, 640, 1280):
        found = spots(arrow(UPWARDS, size=size), colours().room.arrow)
        heads[size] = max(Counter(y for _, y in found).values())
    assert heads[320] >= 9
    assert heads[640] > 1.4 * heads[320]
    assert heads[1280] == pytest.approx(2 * heads[640], rel=0.15)


def test_a_thumbnail_has_no_arrows() -> None:
    assert arrow(UPWARDS, size=96) == painted(96, lambda _painter: None)


@pytest.mark.parametrize(
    "path", [(), (UPWARDS[0],), (UPWARDS[0], UPWARDS[0])], ids=["none", "one", "same"]
)
def test_a_path_that_goes_nowhere_is_no_arrow(path: tuple[Vec, ...]) -> None:
    assert arrow(path, size=200) == painted(200, lambda _painter: None)


@pytest.mark.parametrize("length", [0.05, 0.08])
def test_a_short_arrow_has_a_small_head_and_a_shaft(length: float) -> None:
    found = spots(arrow((Vec(0, 0, 0.5), Vec(0, 0, 0.5 + length))), colours().room.arrow)
    rows = [count for _, count in sorted(Counter(y for _, y in found).items())]
    assert max(rows) < 0.8 * len(rows)
    assert max(rows) >= 2 * rows[-2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_arrows_can_be_seen_on_every_ground(theme: str) -> None:
    tokens = load_tokens(Path(THEMES), theme)
    for ground in (tokens.ground, tokens.card, tokens.stage, tokens.mat, tokens.wall):
        assert contrast_ratio(tokens.arrow, ground) >= 3
