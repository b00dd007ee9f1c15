"""The ring as an icon is legible on any panel, at any size, and tells its states by shape."""

import itertools
import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from coreapp.ui.breaks.ring_icon import _FIGURE, SIZES, _outline, _ring_of, ring_icon, same_icon
from coreapp.ui.breaks.ring_look import RingLook
from coreapp.ui.theme.contrast import contrast_ratio
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.sitting_ring import RingState, RingTexts
from tests.fakes.shipped import shipped_theme

PANELS = {"light": QColor("#f2f2f2"), "dark": QColor("#1e1e1e")}
THEMES = ("light", "dark", "contrast")
TEXT_CONTRAST, SHAPE_CONTRAST = 4.5, 3.0


def look(state: RingState, figure: str = "27", share: float = 0.5) -> RingLook:
    return RingLook(state, share, RingTexts(figure, spoken=""))


@pytest.fixture(scope="module", params=THEMES)
def skin(request):
    theme = shipped_theme()
    theme.set_choice(request.param)
    return theme


def pictures(shown: RingLook, skin: Theme, panel: QColor | None = None) -> Iterator[QImage]:
    icon = ring_icon(shown, skin.tokens, skin.fonts.family)
    for size in SIZES:
        image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
        image.fill(panel or QColor(0, 0, 0, 0))
        painter = QPainter(image)
        painter.drawPixmap(0, 0, icon.pixmap(QSize(size, size), 1.0))
        painter.end()
        yield image


def colours(image: QImage, part: float) -> list[QColor]:
    """Return what colours are in the middle, so wide as a part of the whole."""
    first, last = round(image.width() * (0.5 - part / 2)), round(image.width() * (0.5 + part / 2))
    pixels, width = memoryview(image.constBits()).cast("I").tolist(), image.width()
    rows = (pixels[y * width + first : y * width + last] for y in range(first, last))
    return [QColor.fromRgba(each) for each in set(itertools.chain.from_iterable(rows))]


def test_what_stands_in_the_ring_is_legible_on_every_panel(qapp, skin):
    for state, (name, panel) in itertools.product(RingState, PANELS.items()):
        for image in pictures(look(state), skin, panel):
            by_light = sorted(colours(image, 0.6), key=QColor.lightnessF)
            contrast = contrast_ratio(by_light[0], by_light[-1])
            assert contrast >= TEXT_CONTRAST, f"{state} on a {name} panel, {image.width()} pixels"


@pytest.mark.parametrize("state", [RingState.SITTING, RingState.IN_BREAK])
def test_how_far_the_ring_is_filled_can_be_seen(qapp, skin, state):
    for image in pictures(look(state), skin, PANELS["dark"]):
        middle = image.height() // 2
        filled, empty = (image.pixelColor(x, middle) for x in (image.width() - 2, 1))

        assert contrast_ratio(filled, empty) >= SHAPE_CONTRAST


def test_states_differ_without_their_colours(qapp, skin):
    """Each two of them, in shades of grey, with the same figure and the same share."""
    grey = QImage.Format.Format_Grayscale8
    states = (RingState.SITTING, RingState.DUE, RingState.IN_BREAK, RingState.PAUSED)
    greys = [
        [image.convertToFormat(grey) for image in pictures(look(state), skin, PANELS["dark"])]
        for state in states
    ]
    for first, second in itertools.combinations(greys, 2):
        assert all(one != other for one, other in zip(first, second, strict=True))


def test_a_full_disc_means_that_a_break_is_due(qapp, skin):
    full, ring = (
        list(pictures(look(state, share=1.0), skin))[SIZES.index(32)]
        for state in (RingState.DUE, RingState.SITTING)
    )

    assert full.pixelColor(16, 5) == full.pixelColor(16, 1)
    assert ring.pixelColor(16, 5) != ring.pixelColor(16, 1)


def test_from_a_hundred_minutes_on_hours_are_shown(qapp, skin):
    hours, written = (list(pictures(look(RingState.OWED, f), skin)) for f in ("125", "2h"))

    assert hours == written
    assert same_icon(look(RingState.OWED, "125"), look(RingState.OWED, "179"))
    assert not same_icon(look(RingState.OWED, "125"), look(RingState.OWED, "180"))


def test_what_is_not_seen_makes_no_new_icon():
    assert same_icon(look(RingState.PAUSED, "5", 0.1), look(RingState.PAUSED, "9", 0.9))
    assert same_icon(look(RingState.DUE, "5", 0.1), look(RingState.DUE, "5", 0.9))
    assert not same_icon(look(RingState.SITTING, "5", 0.1), look(RingState.SITTING, "5", 0.9))


def test_every_size_is_painted_for_itself(qapp, skin):
    icon = ring_icon(look(RingState.SITTING), skin.tokens, skin.fonts.family)

    assert {QSize(size, size) for size in SIZES} == set(icon.availableSizes())


def test_minutes_do_not_touch_the_ring(qapp, skin):
    shown = (look(RingState.SITTING, str(minutes)) for minutes in range(1, 60))
    inks = [_outline(each, skin.fonts.family).boundingRect() for each in shown]
    for size, (minutes, ink) in itertools.product(SIZES, enumerate(inks, start=1)):
        stroke, _box = _ring_of(size)
        scale = size * min(_FIGURE[0] / ink.width(), _FIGURE[1] / ink.height())
        far = math.hypot(ink.width(), ink.height()) * scale / 2
        assert far <= size / 2 - stroke - size / 64, f"{minutes} min, {size} pixels"
