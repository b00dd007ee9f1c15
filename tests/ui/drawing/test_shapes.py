"""Outlines of tubes and hulls."""

from itertools import pairwise
from math import cos, hypot, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from coreapp.ui.drawing.levels import BASE, COARSE, FINE, MELTED, PLAIN, Level
from coreapp.ui.drawing.shapes import Balls, Ellipse, Hull, Shape, ball
from coreapp.ui.drawing.tubes import Disc, Tube

LIMB = [Disc(0.0, 0.0, 20.0), Disc(40.0, 5.0, 16.0), Disc(90.0, 0.0, 10.0)]
discs = st.builds(
    Disc,
    st.floats(0.0, 100.0),
    st.floats(0.0, 100.0),
    st.floats(3.0, 40.0),
    st.just(0.0),
)


def reach(path: QPainterPath, u: float, v: float) -> float:
    """Return how far an outline reaches in a direction."""
    return max(
        point.x() * u + point.y() * v
        for polygon in path.toSubpathPolygons()
        for point in polygon.toList()
    )


@given(st.lists(discs, min_size=1, max_size=5))
def test_a_hull_of_balls_reaches_as_far_as_the_farthest_ball(found: list[Disc]) -> None:
    path = Balls(found).path(BASE)
    for step in range(12):
        u, v = cos(step * pi / 6), sin(step * pi / 6)
        wanted = max(disc.x * u + disc.y * v + disc.r for disc in found)
        assert reach(path, u, v) == pytest.approx(wanted, abs=0.5)


@given(st.lists(discs, min_size=1, max_size=5))
def test_a_hull_of_balls_is_that_of_eggs_that_are_round(found: list[Disc]) -> None:
    balls = Balls(found).path(BASE)
    eggs = Hull([ball(disc.x, disc.y, disc.r) for disc in found]).path(BASE)
    for step in range(12):
        u, v = cos(step * pi / 6), sin(step * pi / 6)
        assert reach(balls, u, v) == pytest.approx(reach(eggs, u, v), abs=2.5)


@given(
    st.lists(st.floats(6.0, 30.0), min_size=2, max_size=6),
    st.floats(0.0, 2 * pi),
    st.floats(0.0, 40.0),
)
def test_a_tube_covers_the_balls_it_is_made_of(
    radii: list[float], turn: float, apart: float
) -> None:
    """However the limb is turned: it may point straight at the viewer."""
    row = [
        Disc(i * apart * cos(turn), i * apart * sin(turn), radius) for i, radius in enumerate(radii)
    ]
    path = Tube(row).path(BASE)
    # As it is filled: a path says no to what is exactly level with the end of one of its curves.
    filled, rule = path.toFillPolygon(), path.fillRule()
    for x, y, r, _ in row:
        assert filled.containsPoint(QPointF(x, y), rule)
        # Across the limb; a bulge is drawn a little smoother than it is.
        for side in (1.0, -1.0):
            reached = QPointF(x - side * 0.7 * r * sin(turn), y + side * 0.7 * r * cos(turn))
            assert filled.containsPoint(reached, rule)


@pytest.mark.parametrize("levels", [FINE, PLAIN, COARSE])
@pytest.mark.parametrize(
    "shape", [Tube(LIMB), Balls(LIMB), Hull([ball(*disc[:3]) for disc in LIMB])]
)
def test_every_level_lies_within_the_one_below(shape: Shape, levels: tuple[Level, ...]) -> None:
    outlines = [shape.path(level) for level in levels]
    for lower, upper in pairwise(outlines):
        assert upper.subtracted(lower).boundingRect().width() < 0.6


@pytest.mark.parametrize("level", COARSE[1:])
@pytest.mark.parametrize(
    "shape",
    [
        Tube(LIMB),
        Tube(LIMB, end=0.5),
        Tube(LIMB[:1]),
        Balls(LIMB),
        Hull([ball(*disc[:3]) for disc in LIMB]),
    ],
)
def test_a_rough_outline_is_hardly_another(shape: Shape, level: Level) -> None:
    fine, rough = shape.path(level), shape.rough(level)
    for step in range(12):
        u, v = cos(step * pi / 6), sin(step * pi / 6)
        assert reach(rough, u, v) == pytest.approx(reach(fine, u, v), abs=1.0)
    assert rough.elementCount() <= fine.elementCount()


def test_each_egg_that_shows_has_a_point_in_a_rough_outline() -> None:
    """A small one that is seen in one direction only would be cut off."""
    peak = Hull([ball(0.0, 0.0, 10.0), ball(100.0, 0.0, 10.0), ball(50.0, -8.0, 5.0)])
    level = Level(0.0, 1.0, 1.0)
    assert peak.rough(level).boundingRect().top() == pytest.approx(
        peak.path(level).boundingRect().top(), abs=0.1
    )


def test_what_has_melted_is_the_same_at_all_levels() -> None:
    melted = Disc(10.0, 10.0, 8.0, 1.0)
    for level in FINE:
        assert melted.at(level) == pytest.approx(melted.at(MELTED))
    assert melted.at(BASE)[2] < 8.0


def test_a_cut_end_is_flat_from_the_side_and_round_from_ahead() -> None:
    ends = [Tube(LIMB, end=openness).path(BASE).boundingRect().right() for openness in (0.0, 0.5)]
    assert ends[0] == pytest.approx(90.0, abs=1.0)
    assert ends[1] == pytest.approx(95.0, abs=1.0)
    assert Tube(LIMB).path(BASE).boundingRect().right() == pytest.approx(100.0, abs=0.1)


def test_a_cut_with_a_lead_begins_ever_earlier() -> None:
    stub = Tube(LIMB[1:], start=0.0, lead=1.0)
    edges = [stub.path(level).boundingRect().left() for level in FINE]
    assert all(two <= one - 0.9 for one, two in pairwise(edges))


def test_a_wider_outline_is_wider_on_all_sides() -> None:
    for shape in (Tube(LIMB), Balls(LIMB), Hull([ball(*disc[:3]) for disc in LIMB])):
        base, wide = shape.path(BASE).boundingRect(), shape.grown(3.0).boundingRect()
        for one, two in (
            (base.left(), wide.left() + 3.0),
            (base.right(), wide.right() - 3.0),
            (base.top(), wide.top() + 3.0),
            (base.bottom(), wide.bottom() - 3.0),
        ):
            assert one == pytest.approx(two, abs=0.6)


def test_an_egg_is_as_wide_and_as_high_as_its_radii() -> None:
    path = Hull([Ellipse(50.0, 60.0, (400.0, 0.0, 100.0))]).path(BASE)
    box = path.boundingRect()
    assert (box.width(), box.height()) == pytest.approx((40.0, 20.0), abs=0.4)
    assert path.contains(QPointF(50.0, 60.0))
    assert hypot(box.center().x() - 50.0, box.center().y() - 60.0) < 0.5
