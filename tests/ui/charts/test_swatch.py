"""Fills that stand beside each other differ in shape, not in colour alone."""

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, qGray

from coreapp.services.charts import Series, Tone
from coreapp.ui.charts.look import ChartLook
from coreapp.ui.charts.swatch import Pattern, Swatch, paint_swatch, swatch_of, swatches_of

TOGETHER = [
    (Tone.STRENGTH, Tone.MOBILITY, Tone.DESK, Tone.RUNS, Tone.WALKS, Tone.OTHER),
    (Tone.ON_TIME, Tone.MOVED, Tone.MISSED, Tone.EXTRA),
]


def painted(look: ChartLook, swatch: Swatch, box: QRectF) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(look.tokens.card)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_swatch(painter, box, swatch, look)
    painter.end()
    return image


def shape(image: QImage) -> frozenset[tuple[int, int]]:
    """Return which pixels are not the ground, whatever their colour."""
    ground = image.pixel(0, 0)
    return frozenset(
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != ground
    )


def grey(image: QImage) -> list[int]:
    """Return how light each pixel is, 0 to 255."""
    return [qGray(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height())]


@pytest.mark.parametrize("tones", TOGETHER)
def test_fills_that_stand_together_differ_without_colour(
    look: ChartLook, tones: tuple[Tone, ...]
) -> None:
    box = QRectF(4, 4, 30, 30)
    greys = {tone: grey(painted(look, swatch_of(tone), box)) for tone in tones}

    for one, other in combinations(tones, 2):
        pairs = zip(greys[one], greys[other], strict=True)
        different = sum(abs(a - b) > 16 for a, b in pairs)
        assert different > 100, (one, other)


@pytest.mark.parametrize("pattern", list(Pattern))
@pytest.mark.parametrize("size", [(30.0, 30.0), (8.0, 22.0), (1.0, 1.0), (30.0, 2.0), (0.0, 9.0)])
def test_a_pattern_stays_in_its_box(
    look: ChartLook, pattern: Pattern, size: tuple[float, float]
) -> None:
    box = QRectF(4, 4, *size)
    room = box.adjusted(-1, -1, 1, 1).toAlignedRect()

    spots = shape(painted(look, Swatch("ink", pattern), box))
    assert all(room.contains(x, y) for x, y in spots)
    assert bool(spots) == (size[0] > 0)


def test_what_is_too_thin_for_a_pattern_keeps_its_tint(look: ChartLook) -> None:
    box = QRectF(4, 4, 4, 30)
    lightness = [grey(painted(look, swatch_of(tone), box))[6 * 40 + 20] for tone in TOGETHER[0]]
    assert lightness == sorted(lightness)
    assert all(b - a > 8 for a, b in pairwise(lightness))


def test_the_second_of_one_kind_is_hollow() -> None:
    kept = Series("kept", Tone.SITTING, (1.0,))
    due = Series("due", Tone.SITTING, (1.0,))

    assert [each.pattern for each in swatches_of([kept, due])] == [Pattern.SOLID, Pattern.HOLLOW]
