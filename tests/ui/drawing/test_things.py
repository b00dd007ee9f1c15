"""Things stand where they are, from everywhere, and on the right side of every limb."""

from itertools import pairwise, product

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.contacts import rod_of
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.among import Among
from coreapp.ui.drawing.anatomy import pieces_of
from coreapp.ui.drawing.parts import Screen
from coreapp.ui.drawing.picture import Look, Scene, paint_scene
from coreapp.ui.drawing.pieces import Piece
from coreapp.ui.drawing.prop_places import reach_of
from coreapp.ui.drawing.rods import rods_of, rods_of_things
from coreapp.ui.drawing.shadow import Cast, Shade
from coreapp.ui.drawing.things import Thing, things_of
from tests.fakes.drawn import (
    BELL,
    BENCH,
    CHAIR,
    MAT,
    SIDE,
    THINGS,
    WALL,
    WORN,
    colour_at,
    colours,
    painted,
    sitting,
    square,
    standing,
    view,
)

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = 400
CAMERAS = [Camera(float(a), float(e)) for a, e in product(range(0, 360, 45), (-10, 0, 12, 60))]
SOME = [each for each in CAMERAS if (each.azimuth % 90 == 0) == (each.elevation in {0, 12})]
"""Low and straight on, where a thing has no width, and across from below and from high above."""
BEHIND = Camera(208.0, 11.0)


def thing_of(prop: Prop, camera: Camera = SIDE) -> Thing:
    (thing,) = things_of((prop,), view(camera), colours().room)
    return thing


def picture(pieces: tuple[Piece, ...]) -> QImage:
    def paint(painter):
        for piece in pieces:
            piece.paint(painter)

    return painted(SIZE, paint)


def over(prop: Prop, camera: Camera, body=None) -> set[tuple[str, str]]:
    """Return what lies over what."""
    projector, room = view(camera), colours()
    among = Among(things_of((prop,), projector, room.room), projector)
    pieces = pieces_of(body or sitting(), Screen(projector), room, {})
    return {(upper, lower) for upper, lower, _ in among.links(pieces)}


def test_there_is_a_thing_of_each_kind() -> None:
    assert {prop.kind for prop in THINGS} == set(PropKind) - {PropKind.MAT}


def test_the_mat_is_part_of_the_ground() -> None:
    assert things_of((MAT,), view(), colours().room) == []


@pytest.mark.parametrize(
    "cameras",
    [
        pytest.param(SOME, id="some"),
        pytest.param(CAMERAS, id="all", marks=pytest.mark.soak),
    ],
)
@pytest.mark.parametrize("prop", THINGS, ids=lambda prop: prop.kind)
def test_each_thing_is_drawn_within_its_bounds_from_everywhere(
    prop: Prop, cameras: list[Camera]
) -> None:
    for camera in cameras:
        thing = thing_of(prop, camera)
        for piece in thing.pieces:
            for fill in piece.fills:
                inner = fill.outline.boundingRect()
                assert piece.bounds.united(inner) == piece.bounds
        image = picture(thing.pieces)
        drawn = bytes(image.constBits())
        edge_on = prop.kind is PropKind.WALL and camera.azimuth in {0.0, 180.0}
        assert drawn.count(0) < len(drawn) - 400 or edge_on


@pytest.mark.parametrize("prop", THINGS, ids=lambda prop: prop.kind)
def test_a_thing_is_as_large_as_it_is(prop: Prop) -> None:
    if prop.kind is PropKind.WALL or prop.line:
        assert reach_of(prop) == prop.line
        return
    corners = [corner for piece in thing_of(prop).pieces for corner in piece.corners]
    top = max(corner.z for corner in corners)
    low = min(corner.z for corner in corners)
    match prop.kind:
        case PropKind.CHAIR:
            assert top == pytest.approx(prop.height + 0.44, abs=0.03)
        case PropKind.KETTLEBELL:
            assert top - low == pytest.approx(prop.height, abs=0.02)
        case PropKind.ROLLER:
            assert (low, top) == pytest.approx((0, prop.height), abs=1e-6)
        case _:
            assert top == pytest.approx(prop.top, abs=1e-6)
    assert -0.012 < low < 0.15
    reach = [view().flat(point) for point in reach_of(prop)]
    assert max(y for _, y in reach) < SIZE


def test_a_roller_lies_where_contacts_feel_it() -> None:
    roller = next(prop for prop in THINGS if prop.kind is PropKind.ROLLER)
    rod = rod_of("roller", standing(), {"roller": roller})
    (shadow,) = rods_of_things((roller,))
    assert shadow == (rod.start, rod.end, rod.radius)
    (drum,) = thing_of(roller).pieces
    middle = Vec(*(sum(axis) / len(drum.corners) for axis in zip(*drum.corners, strict=True)))
    assert middle == pytest.approx(roller.at)


@pytest.mark.parametrize("prop", WORN, ids=lambda prop: prop.kind)
def test_what_is_carried_is_drawn_and_casts_its_shadow_where_it_runs(prop: Prop) -> None:
    corners = [corner for piece in thing_of(prop).pieces for corner in piece.corners]
    for axis in range(3):
        line = [point[axis] for point in prop.line]
        assert min(c[axis] for c in corners) == pytest.approx(min(line), abs=prop.height + 0.01)
        assert max(c[axis] for c in corners) == pytest.approx(max(line), abs=prop.height + 0.01)
    assert [(rod.start, rod.end) for rod in rods_of_things((prop,))] == list(pairwise(prop.line))


def test_hands_are_over_the_dumbbell_they_hold_but_not_over_one_on_the_hips() -> None:
    in_hand, on_hips = (thing_of(prop) for prop in WORN[:2])
    assert in_hand.held
    assert not on_hips.held


@pytest.mark.parametrize("camera", [Camera(0, 10), Camera(90, 10), Camera(250, 20)], ids=str)
def test_a_band_goes_before_and_behind_the_thighs(camera: Camera) -> None:
    band = next(prop for prop in WORN if prop.kind is PropKind.BAND)
    pairs = over(band, camera, standing())
    assert any(lower == "left_thigh" for _, lower in pairs)
    assert any(upper == "left_thigh" for upper, _ in pairs)


def test_a_folded_towel_has_layers_that_lie_on_each_other() -> None:
    towel = next(prop for prop in THINGS if prop.kind is PropKind.TOWEL)
    layers = thing_of(towel).pieces
    lows = [min(corner.z for corner in layer.corners) for layer in layers]
    assert len(layers) > 1
    assert lows == sorted(set(lows))


def test_a_kettlebell_hangs_from_its_handle() -> None:
    handle, ball = thing_of(BELL).pieces
    assert max(corner.z for corner in handle.corners) == pytest.approx(BELL.at.z + 0.016, abs=0.02)
    assert max(corner.z for corner in ball.corners) < BELL.at.z


@pytest.mark.parametrize("camera", [SIDE, Camera(-40, 12), Camera(90, 9), Camera(150, 30)], ids=str)
def test_who_sits_is_over_the_seat_and_before_the_back(camera: Camera) -> None:
    pairs = over(CHAIR, camera)
    seat, back = "thing 0 0", "thing 0 7"
    assert ("left_thigh", seat) in pairs
    assert ("right_thigh", seat) in pairs
    assert ("trunk", back) in pairs or camera.azimuth < 0


def test_from_behind_the_back_of_the_chair_is_over_the_trunk() -> None:
    pairs = over(CHAIR, Camera(270.0, 11.0))
    assert ("thing 0 7", "trunk") in pairs
    assert ("trunk", "thing 0 7") not in pairs


def test_from_below_the_seat_is_over_the_thighs() -> None:
    assert ("thing 0 0", "left_thigh") in over(CHAIR, Camera(28.0, -10.0))


def test_a_bench_hides_the_legs_behind_it() -> None:
    behind = {
        name for upper, name in over(BENCH, Camera(90.0, 8.0), standing()) if "thing" in upper
    }
    ahead = {
        name for name, lower in over(BENCH, Camera(270.0, 8.0), standing()) if "thing" in lower
    }
    assert {"left_shank", "right_shank"} <= behind
    assert {"left_shank", "right_shank"} <= ahead


@pytest.mark.parametrize("camera", [SIDE, Camera(90, 9), Camera(200, 9)], ids=str)
def test_hands_are_over_the_handle_they_hold(camera: Camera) -> None:
    body = standing()
    hand = body.right_arm.hand
    pairs = over(BELL.moved_to(hand), camera, body)
    assert ("right_fore", "thing 0 0") in pairs
    assert ("thing 0 0", "right_fore") not in pairs


def test_the_pieces_of_a_thing_are_in_one_order() -> None:
    for camera in CAMERAS:
        pieces = thing_of(CHAIR, camera).pieces
        for one, other in product(pieces, repeat=2):
            if one is not other and one.bounds.intersects(other.bounds):
                assert one.is_before(other) != other.is_before(one)


def test_a_wall_is_behind_and_seen_through_from_its_back() -> None:
    ahead, behind = thing_of(WALL), thing_of(WALL, BEHIND)
    assert ahead.backdrop
    spot = Vec(-0.14, 0.3, 1.2)
    front = colour_at(picture(ahead.pieces), view(), spot)
    back = colour_at(picture(behind.pieces), view(BEHIND), spot)
    assert front.alpha() > 240
    assert 130 < back.alpha() < 180
    edge = colour_at(picture(ahead.pieces), view(), Vec(-0.14, 0.86, 1.2))
    assert 0 < edge.alpha() < 160


@pytest.mark.parametrize("camera", [SIDE, Camera(90, 9), BEHIND], ids=str)
def test_a_wall_never_hides_the_body(camera: Camera) -> None:
    look = Look(colours(), ground=False)
    frame = QRectF(-1.1, -1.8, 2.2, 2.2)

    def scene(props):
        return painted(
            SIZE,
            lambda p: paint_scene(p, square(SIZE), Scene(standing(), props), camera, frame, look),
        )

    chest = standing().thorax.at
    bare, walled = (colour_at(scene(props), view(camera), chest) for props in ((), (WALL,)))
    assert walled == bare


def test_a_seat_is_darker_under_a_body() -> None:
    projector = view(Camera(28.0, 40.0))
    cast = Cast(rods_of(sitting()), Shade(QColor("black")))
    room = colours().room
    spot = Vec(0.1, 0.0, CHAIR.height)

    def seat(cast):
        (thing,) = things_of((CHAIR,), projector, room, cast)
        return colour_at(picture(thing.pieces[:1]), projector, spot).lightnessF()

    assert seat(cast) < seat(None) - 0.04


def test_a_body_far_away_leaves_no_shadow_on_a_seat() -> None:
    cast = Cast(rods_of(standing().moved(Vec(2, 0, 0))), Shade(QColor("black")))
    (thing,) = things_of((CHAIR,), view(), colours().room, cast)
    assert all(piece.cast is None for piece in thing.pieces)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_things_stand_out_from_the_stage(theme: str) -> None:
    room = colours(theme).room
    for stuff in (room.wood, room.fabric, room.foam, room.iron):
        apart = abs(stuff.base.lightnessF() - room.paper.lightnessF())
        assert apart > 0.12
        assert stuff.shade.lightnessF() < stuff.base.lightnessF() < stuff.light.lightnessF()
