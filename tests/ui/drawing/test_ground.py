"""A mat lies where it is; shadows are darkest where something touches."""

from dataclasses import dataclass, replace
from itertools import product

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.props import Prop
from coreapp.domain.figure.vectors import UP, Vec
from coreapp.ui.drawing.colours import FigureColours
from coreapp.ui.drawing.ground import cast_of, paint_ground
from coreapp.ui.drawing.picture import Scene
from coreapp.ui.drawing.rods import Rod, few_rods_of, rods_of
from coreapp.ui.drawing.shadow import Cast, Shade, paint_shadow
from coreapp.ui.drawing.surface import FLOOR, Surface
from tests.fakes.drawn import CHAIR, MAT, colour_at, colours, painted, standing, view

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = 400
FAR = Vec(0.0, 0.0, 50.0)
"""Where a body is of which the floor sees nothing."""


@dataclass(frozen=True)
class Plain:
    """A look."""

    colours: FigureColours
    quick: bool = False
    vector: bool = False


LOOKS = {"fine": {}, "quick": {"quick": True}, "vector": {"vector": True}}


def ground(props: tuple[Prop, ...], look: Plain, lift: Vec = FAR, camera=None) -> QImage:
    projector = view(camera) if camera else view()
    scene = Scene(standing().moved(lift), props)
    return painted(SIZE, lambda painter: paint_ground(painter, projector, scene, look))


def shadow_of(rods: tuple[Rod, ...], shade: Shade, surface: Surface = FLOOR) -> QImage:
    projector = view()

    def paint(painter: QPainter) -> None:
        paint_shadow(painter, projector, surface, Cast(rods, shade))

    return painted(SIZE, paint)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("moved", [Vec(0, 0, 0), Vec(0.2, -0.3, 0)])
def test_the_mat_is_where_it_is(theme: str, moved: Vec) -> None:
    look = Plain(colours(theme))
    image = ground((MAT.moved_to(moved),), look)
    for ahead, side in ((0, 0), (0.85, 0), (-0.85, 0.25), (0.5, -0.25)):
        at = moved.plus(Vec(ahead, side, 0))
        assert colour_at(image, view(), at) == look.colours.room.mat
    for ahead, side in ((1.0, 0), (0, 0.4), (0, -0.42), (-1.0, 0.3)):
        at = moved.plus(Vec(ahead, side, 0))
        assert colour_at(image, view(), at).alpha() == 0


def test_a_mat_turned_lies_across() -> None:
    look = Plain(colours())
    image = ground((replace(MAT, facing=Vec(0, 1, 0)),), look)
    assert colour_at(image, view(), Vec(0, 0.85, 0)) == look.colours.room.mat
    assert colour_at(image, view(), Vec(0.6, 0, 0)).alpha() == 0


def test_the_corners_of_a_mat_are_round_and_its_edge_is_thick() -> None:
    look = Plain(colours())
    projector = view(Camera(0.0, 30.0), 1200)
    scene = Scene(standing().moved(FAR), (MAT,))
    image = painted(1200, lambda painter: paint_ground(painter, projector, scene, look))
    assert colour_at(image, projector, Vec(0.921, 0.321, 0)).alpha() == 0
    x, y = (round(a) for a in projector.flat(Vec(0, -0.325, 0)))
    below = [image.pixelColor(x, y + off) for off in range(12)]
    assert below.count(look.colours.room.mat_edge) >= 3
    assert below[-1].alpha() == 0


def test_from_below_a_mat_is_seen_through() -> None:
    image = ground((MAT,), Plain(colours()), camera=Camera(28.0, -10.0))
    assert 60 < colour_at(image, view(Camera(28.0, -10.0)), Vec(0, 0, 0)).alpha() < 160


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_without_a_mat_the_floor_glows_under_the_feet_and_fades(look: dict[str, bool]) -> None:
    kind = Plain(colours(), **look)
    image = ground((), kind, Vec(0, 0, 0))
    near = colour_at(image, view(), Vec(0.2, -0.2, 0)).alpha()
    further = colour_at(image, view(), Vec(0.45, -0.2, 0)).alpha()
    assert near > further > 0
    assert colour_at(image, view(), Vec(0.95, 0, 0)).alpha() == 0


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_shadow_is_darker_under_a_contact(theme: str, look: dict[str, bool]) -> None:
    kind = Plain(colours(theme), **look)
    under = standing().right_leg.ball
    floor = Vec(under.x, under.y, 0)
    touching, lifted = (
        colour_at(ground((MAT,), kind, Vec(0, 0, z)), view(), floor).lightnessF() for z in (0, 0.3)
    )
    assert touching < lifted - 0.03
    assert lifted < kind.colours.room.mat.lightnessF()


@pytest.mark.parametrize("quick", [False, True])
def test_a_shadow_gets_fainter_and_softer_with_height(quick: bool) -> None:
    shade = Shade(QColor("black"), quick=quick)
    strengths = []
    for high in (0.0, 0.1, 0.2, 0.4, 1.2):
        rod = Rod(Vec(-0.3, 0, high + 0.05), Vec(0.3, 0, high + 0.05), 0.05)
        strengths.append(colour_at(shadow_of((rod,), shade), view(), Vec(0, 0, 0)).alpha())
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[0] > 1.5 * strengths[2] > strengths[-1] > 0


@pytest.mark.parametrize("vector", [False, True])
def test_where_shadows_overlap_they_are_no_darker(vector: bool) -> None:
    shade = Shade(QColor("black"), vector=vector)
    rod = Rod(Vec(-0.3, 0, 0.05), Vec(0.3, 0, 0.05), 0.05)
    crossing = Rod(Vec(0, -0.3, 0.05), Vec(0, 0.3, 0.05), 0.05)
    one = colour_at(shadow_of((rod,), shade), view(), Vec(0, 0, 0)).alpha()
    both = colour_at(shadow_of((rod, crossing), shade), view(), Vec(0, 0, 0)).alpha()
    assert both == pytest.approx(one, abs=6)


@pytest.mark.parametrize("vector", [False, True])
def test_only_the_low_end_of_a_rod_darkens(vector: bool) -> None:
    shade = Shade(QColor("black"), vector=vector)
    image = shadow_of((Rod(Vec(-0.4, 0, 0.03), Vec(0.4, 0, 0.9), 0.03),), shade)
    low = colour_at(image, view(), Vec(-0.4, 0, 0)).alpha()
    assert low > 3 * colour_at(image, view(), Vec(0.35, 0, 0)).alpha() > 0


def test_a_wall_takes_a_shadow_and_what_is_behind_it_throws_none() -> None:
    wall = Surface(Vec(0, 0.2, 1), Vec(1, 0, 0), UP, Vec(0, -1, 0))
    shade = Shade(QColor("black"))
    ahead = shadow_of((Rod(Vec(0, 0.1, 1), Vec(0, 0.1, 1.2), 0.05),), shade, wall)
    behind = shadow_of((Rod(Vec(0, 0.5, 1), Vec(0, 0.5, 1.2), 0.05),), shade, wall)
    assert colour_at(ahead, view(), Vec(0, 0.2, 1.1)).alpha() > 20
    assert colour_at(behind, view(), Vec(0, 0.2, 1.1)).alpha() == 0


@pytest.mark.parametrize("quick", [True, False])
def test_a_shadow_fades_with_the_wall_it_is_on(quick: bool) -> None:
    wall = Surface(Vec(0, 0.2, 1), Vec(1, 0, 0), UP, Vec(0, -1, 0), half=0.6, fade=0.3)
    rod = Rod(Vec(-1, 0.15, 1.1), Vec(1, 0.15, 1.1), 0.05)
    image = shadow_of((rod,), Shade(QColor("black"), quick=quick), wall)
    middle, fading, end = (colour_at(image, view(), Vec(x, 0.2, 1.1)) for x in (0, 0.45, 0.7))
    assert middle.alpha() > 20
    assert 0.2 * middle.alpha() < fading.alpha() < 0.8 * middle.alpha()
    assert end.alpha() == 0


def test_a_chair_darkens_the_floor_most_where_its_feet_are() -> None:
    look = Plain(colours())
    image = ground((MAT, CHAIR), look)
    middle = colour_at(image, view(), Vec(0.01, 0, 0)).lightnessF()
    assert middle < look.colours.room.mat.lightnessF()
    for ahead in (0.187, -0.19):
        for side in (0.188, -0.188):
            foot = colour_at(image, view(), Vec(ahead, side, 0)).lightnessF()
            assert foot < middle - 0.03


def test_from_below_the_floor_there_is_neither_glow_nor_shadow() -> None:
    image = ground((), Plain(colours()), Vec(0, 0, 0), Camera(28.0, -10.0))
    assert image == painted(SIZE, lambda _painter: None)


def test_the_pool_of_light_moves_with_the_body() -> None:
    here = ground((), Plain(colours()), Vec(0, 0, 0))
    there = ground((), Plain(colours()), Vec(0.4, 0, 0))
    spot = Vec(0.85, 0, 0)
    assert colour_at(here, view(), spot).alpha() < colour_at(there, view(), spot).alpha()


def test_in_motion_there_are_fewer_rods() -> None:
    body = standing()
    scene = Scene(body)
    assert cast_of(scene, Plain(colours(), quick=True)).rods == few_rods_of(body)
    assert cast_of(scene, Plain(colours())).rods == rods_of(body)
    assert len(few_rods_of(body)) < len(rods_of(body))


@pytest.mark.parametrize(
    ("name", "side"),
    [
        *product(("fine", "quick"), ("left", "right", "bottom")),
        # Its shadows are sharp, and end where they end.
        ("vector", "left"),
    ],
)
def test_no_edge_of_the_picture_cuts_the_floor_off(name: str, side: str) -> None:
    """Close to the feet, glow and shadow end within the picture, yet stay under them."""
    kind = Plain(colours(), **LOOKS[name])
    scene, projector = Scene(standing()), view()
    feet = projector.point(Vec(0, 0, 0))
    edge, near = 0.3 * projector.scale, 0.1 * projector.scale
    picture = QRectF(0, 0, SIZE, SIZE)
    trimmed = {
        "left": picture.adjusted(feet.x() - edge, 0, 0, 0),
        "right": picture.adjusted(0, 0, feet.x() + edge - SIZE, 0),
        "bottom": picture.adjusted(0, 0, 0, feet.y() + near - SIZE),
    }[side]

    def at_edge(within: QRectF | None) -> int:
        def paint(painter: QPainter) -> None:
            painter.setClipRect(trimmed)
            paint_ground(painter, projector, scene, kind, within)

        image = painted(SIZE, paint)
        assert image.pixelColor(round(feet.x()), round(feet.y())).alpha() > 150
        inner = trimmed.toAlignedRect().adjusted(1, 1, -2, -2)
        line = {
            "left": [(inner.left(), y) for y in range(inner.top(), inner.bottom())],
            "right": [(inner.right(), y) for y in range(inner.top(), inner.bottom())],
            "bottom": [(x, inner.bottom()) for x in range(inner.left(), inner.right())],
        }[side]
        return max(image.pixelColor(x, y).alpha() for x, y in line)

    assert at_edge(None) > 40
    assert at_edge(trimmed) < 16
