"""Which piece of the body is painted over which, from all around."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

import pytest
from PySide6.QtCore import QRectF

from coreapp.domain.figure.body import Body
from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.kinematics import place_body
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.anatomy import pieces_of
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.colours import FigureColours
from coreapp.ui.drawing.order import DrawOrder
from coreapp.ui.drawing.parts import Bone, Piece, Screen

RECT = QRectF(0.0, 0.0, 640.0, 640.0)
FRAME = QRectF(-1.2, -1.8, 2.4, 2.4)
FRONT, BACK, LEFT, RIGHT = 90.0, 270.0, 180.0, 0.0

STANDING: Mapping[str, float] = {}
POSES: Mapping[str, Mapping[str, float]] = {
    "standing": STANDING,
    "plank": {
        "pitch": 83.0,
        "left_shoulder_flexion": 83.0,
        "right_shoulder_flexion": 83.0,
        "left_elbow_flexion": 90.0,
        "right_elbow_flexion": 90.0,
    },
    "figure four": {
        "left_hip_flexion": 125.0,
        "left_hip_abduction": 20.0,
        "left_hip_rotation": -60.0,
        "left_knee_flexion": 110.0,
        "right_hip_flexion": 90.0,
        "right_knee_flexion": 90.0,
    },
    "dead bug": {
        "pitch": -90.0,
        "yaw": 180.0,
        "left_hip_flexion": 12.0,
        "right_hip_flexion": 90.0,
        "right_knee_flexion": 90.0,
        "left_shoulder_flexion": 90.0,
        "right_shoulder_flexion": 168.0,
    },
}


@dataclass
class Sweep:
    """How often each pair changed while the camera went round.

    Attributes:
        shown: changes of the order in which the two were painted while they overlapped.
        real: changes of which of the two was nearer.
    """

    shown: dict[tuple[str, str], int] = field(default_factory=dict)
    real: dict[tuple[str, str], int] = field(default_factory=dict)


def pieces(body: Body, camera: Camera, colours: FigureColours) -> tuple[list[Piece], float]:
    projector = Projector(camera, FRAME, RECT)
    return pieces_of(body, Screen(projector), colours, {}), projector.scale


def ranks(body: Body, camera: Camera, colours: FigureColours) -> dict[str, int]:
    names = DrawOrder().arrange(*pieces(body, camera, colours))
    return {name: rank for rank, name in enumerate(names)}


def moments(
    body: Body, elevation: float, step: int, colours: FigureColours
) -> Iterator[dict[tuple[str, str], tuple[bool, bool]]]:
    """Yield per step, for each overlapping pair, whether the second is painted over the first.

    And whether it is nearer, by a look without memory.
    """
    order = DrawOrder()
    for azimuth in range(0, 361, step):
        found, scale = pieces(body, Camera(float(azimuth), elevation), colours)
        rank = {name: at for at, name in enumerate(order.arrange(found, scale))}
        yield {
            (min(pair), max(pair)): (rank[max(pair)] > rank[min(pair)], pair[0] == max(pair))
            for *pair, _ in DrawOrder().links(found, scale)
        }


def swept(body: Body, elevation: float, step: int, colours: FigureColours) -> Sweep:
    sweep = Sweep()
    last: dict[tuple[str, str], tuple[bool, bool]] = {}
    for moment in moments(body, elevation, step, colours):
        for pair, (shown, real) in moment.items():
            if pair in last:
                sweep.shown[pair] = sweep.shown.get(pair, 0) + (last[pair][0] is not shown)
                sweep.real[pair] = sweep.real.get(pair, 0) + (last[pair][1] is not real)
            last[pair] = (shown, real)
    return sweep


@pytest.mark.parametrize(
    ("name", "elevation", "step"),
    [
        *zip(POSES, (10.0, 35.0, 10.0, 35.0), (3, 3, 3, 3), strict=True),
        # `make soak` looks at each degree, and at each pose from both heights.
        *(
            pytest.param(name, elevation, 1, marks=pytest.mark.soak)
            for name, elevation in product(POSES, (10.0, 35.0))
        ),
    ],
)
def test_a_turn_of_the_camera_swaps_no_two_pieces_more_often_than_their_depth(
    name: str, elevation: float, step: int, colours: FigureColours
) -> None:
    sweep = swept(place_body(POSES[name], Vec(0.0, 0.0, 0.5)), elevation, step, colours)
    assert sum(sweep.shown.values()) > 0
    restless = {
        pair: (count, sweep.real[pair])
        for pair, count in sweep.shown.items()
        if count > sweep.real[pair]
    }
    assert restless == {}


def test_where_two_are_nearly_level_the_last_picture_decides(colours: FigureColours) -> None:
    body = place_body(STANDING)
    before, after = Camera(88.0, 10.0), Camera(92.0, 10.0)
    came_from_one_side, came_from_other = DrawOrder(), DrawOrder()
    for camera in (before, after, Camera(90.0, 10.0)):
        first = came_from_one_side.arrange(*pieces(body, camera, colours))
    for camera in (after, before, Camera(90.0, 10.0)):
        second = came_from_other.arrange(*pieces(body, camera, colours))
    thighs = ["left_thigh", "right_thigh"]
    assert [name for name in first if name in thighs] != []
    kept = came_from_one_side.arrange(*pieces(body, before, colours))
    assert [n for n in kept if n in thighs] == [n for n in first if n in thighs]
    assert set(first) == set(second)


def test_the_near_limbs_are_painted_over_the_far_ones(colours: FigureColours) -> None:
    body = place_body(STANDING)
    from_right, from_left = (ranks(body, Camera(az, 10.0), colours) for az in (RIGHT, LEFT))
    for kind in ("thigh", "shank", "upper", "fore"):
        assert from_right[f"right_{kind}"] > from_right[f"left_{kind}"]
        assert from_left[f"left_{kind}"] > from_left[f"right_{kind}"]
    assert from_right["left_upper"] < from_right["trunk"] < from_right["right_upper"]


def test_an_arm_before_the_face_is_painted_over_it_from_the_front_only(
    colours: FigureColours,
) -> None:
    body = place_body(
        {
            "left_shoulder_flexion": 110.0,
            "left_shoulder_abduction": -30.0,
            "left_elbow_flexion": 40.0,
        }
    )
    front, back = (ranks(body, Camera(az, 8.0), colours) for az in (FRONT, BACK))
    assert front["left_fore"] > front["head"]
    assert back["left_fore"] < back["head"]


def test_hands_behind_the_back_are_hidden_from_the_front(colours: FigureColours) -> None:
    angles = {
        f"{side}_{joint}": value
        for side in ("left", "right")
        for joint, value in (
            ("shoulder_flexion", -40.0),
            ("shoulder_rotation", 60.0),
            ("elbow_flexion", 60.0),
        )
    }
    front, back = (ranks(place_body(angles), Camera(az, 8.0), colours) for az in (FRONT, BACK))
    assert front["left_fore"] < front["trunk"]
    assert back["left_fore"] > back["trunk"]


def test_in_a_figure_four_the_crossed_shank_lies_over_the_other_thigh(
    colours: FigureColours,
) -> None:
    body = place_body(POSES["figure four"])
    ankle, thigh = body.left_leg.ankle, body.right_leg.knee
    assert ankle.y < thigh.y
    assert ankle.z > thigh.z
    for azimuth in (20.0, 60.0, FRONT, 120.0):
        rank = ranks(body, Camera(azimuth, 20.0), colours)
        assert rank["left_shank"] > rank["right_thigh"]


def test_the_chest_of_a_forward_fold_is_before_the_thighs_from_the_front(
    colours: FigureColours,
) -> None:
    angles = {"pitch": 110.0, "lumbar_flexion": 30.0, "thoracic_flexion": 25.0}
    angles |= {f"{side}_hip_flexion": 115.0 for side in ("left", "right")}
    body = place_body(angles, Vec(0.0, 0.0, 0.9))
    front, back = (ranks(body, Camera(az, 8.0), colours) for az in (FRONT, BACK))
    for thigh in ("left_thigh", "right_thigh"):
        assert front["trunk"] > front[thigh]
        assert back["trunk"] < back[thigh]


def test_the_face_hides_the_pony_tail_from_the_front(colours: FigureColours) -> None:
    front, back = (
        ranks(place_body(STANDING), Camera(azimuth, 10.0), colours) for azimuth in (FRONT, BACK)
    )
    assert front["tail"] < front["neck"] < front["head"]
    assert back["tail"] > back["head"]
    assert back["tail"] > back["trunk"]


def test_what_else_is_to_be_painted_finds_its_place(colours: FigureColours) -> None:
    found, scale = pieces(place_body(STANDING), Camera(30.0, 10.0), colours)
    names = DrawOrder().arrange(
        found, scale, [("chair", "left_thigh", 0.1), ("right_thigh", "chair", 0.1)]
    )
    assert names.index("left_thigh") < names.index("chair") < names.index("right_thigh")


def test_a_ring_is_opened_at_its_weakest_link() -> None:
    links = [("one", "two", 0.5), ("two", "three", 0.02), ("three", "one", 0.3)]
    assert DrawOrder().arrange([], 100.0, links) == ["two", "one", "three"]


def test_what_a_broken_ring_showed_stays_when_the_ring_is_gone() -> None:
    """A decision that was overruled must not come back: that would be a swap for nothing."""
    crossing = [
        Piece("one", [], [Bone((0.0, 50.0, 0.0), (100.0, 50.0, 0.0), 10.0)]),
        Piece("two", [], [Bone((50.0, 0.0, 0.1), (50.0, 100.0, 0.1), 10.0)]),
    ]
    order = DrawOrder()
    assert order.arrange(crossing, 100.0) == ["one", "two"]
    ring = [("one", "thing", 1.0), ("thing", "two", 1.0)]
    assert order.arrange(crossing, 100.0, ring) == ["two", "thing", "one"]
    assert order.arrange(crossing, 100.0) == ["two", "one"]
