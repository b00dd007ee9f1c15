"""Figures are read from their table; whatever is wrong is named with its place and remedy."""

from copy import deepcopy

import pytest

from coreapp.content.figure_file import make_figure, read_shared_poses
from coreapp.domain.errors import ContentError
from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.contacts import Contact
from coreapp.domain.figure.props import PropKind

SHARED = {"stand": {"elbow_flexion": 8, "contacts": ["feet floor"]}}
GOOD: dict[str, object] = {
    "camera": [26, 12],
    "side": "left",
    "mat": True,
    "props": [{"kind": "wall", "at": [0.5, 0, 0]}],
    "arrows": ["left_wrist"],
    "keys": [
        {"pose": "stand", "hold": 1},
        {"pose": "reach", "move": 1, "hold": 3, "step": 2},
        {"pose": "stand", "move": 1},
    ],
    "invariants": [
        {"check": "height", "of": ["left_wrist"], "least": 1.0, "during": ["reach"]},
        {"check": "line", "of": ["shoulder", "hip", "ankle"], "most": 5},
    ],
    "poses": {
        "reach": {
            "like": "stand",
            "shoulder_flexion": 20,
            "left_shoulder_flexion": 90,
            "contacts": ["feet floor", "left_hand wall slides", "hands thighs"],
        }
    },
    "levels": {"L1": {"keys": [{"pose": "stand", "hold": 1}], "camera": [0, 5], "props": []}},
}


def changed(*path: object, value: object) -> dict[str, object]:
    """Return the good table with one value changed."""
    table = deepcopy(GOOD)
    inner: object = table
    for key in path[:-1]:
        inner = inner[key]  # type: ignore[index]  # a tree of tables and lists
    inner[path[-1]] = value  # type: ignore[index]
    return table


def test_a_good_table() -> None:
    figure = make_figure("reaching", GOOD, SHARED)
    normal = figure.normal
    assert (figure.side, figure.turns, normal.mat) == ("left", False, True)
    assert normal.camera == Camera(26, 12)
    assert normal.best == 1
    assert normal.seconds == 6
    assert [key.step for key in normal.keys] == [0, 2, 0]
    assert normal.props[0].kind is PropKind.WALL
    assert normal.invariants[0].during == ("reach",)


def test_a_pose_takes_over_from_the_one_it_is_like() -> None:
    pose = make_figure("reaching", GOOD, SHARED).normal.keys[1].pose
    assert pose.angles["left_elbow_flexion"] == 8
    assert pose.angles["left_shoulder_flexion"] == 90
    assert pose.angles["right_shoulder_flexion"] == 20


def test_plurals_mean_both_sides() -> None:
    pose = make_figure("reaching", GOOD, SHARED).normal.keys[1].pose
    assert pose.contacts == (
        Contact("left_foot", "floor"),
        Contact("right_foot", "floor"),
        Contact("left_hand", "wall", slides=True),
        Contact("left_hand", "left_thigh"),
        Contact("right_hand", "right_thigh"),
    )


def test_what_is_carried_and_where_things_are_put() -> None:
    table = changed("poses", "reach", "things", value={"wall": [0.6, 0.1]})
    table["props"] = [
        {"kind": "wall", "at": [0.5, 0, 0]},
        {"kind": "strap", "on": ["hands", "left_foot"]},
        {"kind": "towel", "name": "slung", "on": ["right_hand", "left_foot"]},
        {"kind": "towel", "name": "folded"},
    ]
    normal = make_figure("reaching", table, SHARED).normal
    _, strap, slung, folded = normal.props
    assert strap.on == ("left_hand", "right_hand", "left_foot")
    assert slung.height < folded.height
    assert normal.keys[1].pose.things == {"wall": (0.6, 0.1)}
    table["poses"]["reach"]["things"] = {"wall": 0.7}  # type: ignore[index]  # a table of tables
    assert make_figure("reaching", table, SHARED).normal.keys[1].pose.things == {"wall": (0.7,)}


def test_a_level_keeps_what_it_does_not_change() -> None:
    level = make_figure("reaching", GOOD, SHARED).levels["L1"]
    assert level.camera == Camera(0, 5)
    assert level.props == ()
    assert level.mat
    assert level.arrows == ("left_wrist",)


WRONG = [
    (changed("camera", value=[1]), "figure.camera", "length"),
    (changed("side", value="near"), "figure.side", "near"),
    (changed("keys", value=[]), "figure.keys", "length"),
    (changed("keys", 0, "pose", value="sit"), "figure.keys[1].pose", "no pose 'sit'"),
    (changed("keys", 1, "move", value=-1), "figure.keys[2].move", ">= 0"),
    (changed("keys", 1, "glide", value=1), "figure.keys[2].glide", "no such key"),
    (changed("arrows", 0, value="nose"), "figure.arrows", "'nose' is unknown"),
    (changed("poses", "reach", "like", value="reach"), "pose reach.like", "leads to itself"),
    (changed("poses", "reach", "like", value="sit"), "pose reach.like", "no pose 'sit'"),
    (changed("poses", "reach", "wings", value=1), "pose reach", "'wings' is unknown"),
    (
        changed("poses", "reach", "elbow_flexion", value=200),
        "pose reach.left_elbow_flexion",
        "is 200 degrees; the joint goes from -2 to 150",
    ),
    (
        changed("poses", "reach", "elbow_flexion", value="much"),
        "pose reach.left_elbow_flexion",
        "is not a number",
    ),
    (
        changed("poses", "reach", "left_arm", value=[1, 0]),
        "pose reach.left_arm",
        "is not a list",
    ),
    (
        changed("poses", "reach", "contacts", value="feet"),
        "pose reach.contacts",
        "is not a list",
    ),
    (
        changed("poses", "reach", "contacts", 0, value="feet"),
        "pose reach.contacts",
        "is not a contact",
    ),
    (
        changed("poses", "reach", "contacts", 0, value="wings floor"),
        "pose reach.contacts",
        "'wings' is unknown",
    ),
    (
        changed("poses", "reach", "contacts", 0, value="feet ceiling"),
        "pose reach.contacts",
        "'ceiling' is unknown",
    ),
    (
        changed("poses", "reach", "things", value={"roller": 1}),
        "pose reach.things",
        "'roller' is unknown",
    ),
    (
        changed("poses", "reach", "things", value={"wall": [1, 2, 3]}),
        "pose reach.things",
        "is not a list",
    ),
    (
        changed("props", 0, value={"kind": "dumbbell"}),
        "figure.props[1].on",
        "does not carry a dumbbell",
    ),
    (
        changed("props", 0, value={"kind": "wall", "on": ["hands"]}),
        "figure.props[1].on",
        "does not carry a wall",
    ),
    (changed("props", 0, "facing", value=[0, 0]), "figure.props[1].facing", "looks nowhere"),
    (
        changed("props", value=[{"kind": "block"}, {"kind": "block"}]),
        "figure.props[2].name",
        "is there twice",
    ),
    (changed("invariants", 0, "check", value="smile"), "invariants[1].check", "'smile'"),
    (changed("invariants", 1, "of", value=["hip"]), "invariants[2].of", "too few"),
    (changed("invariants", 1, "of", 0, value="nose"), "invariants[2].of", "'nose'"),
    (changed("invariants", 0, "during", 0, value="sit"), "invariants[1].during", "'sit'"),
    (changed("invariants", value=[]), "figure.invariants", "length"),
    (
        changed("levels", "L1", "keys", 0, "hold", value=0),
        "figure.levels.L1.keys",
        "take no time",
    ),
]


def test_a_wrong_table_says_where_and_what() -> None:
    told_otherwise = []
    for table, key, problem in WRONG:
        try:
            make_figure("reaching", table, SHARED)
            told_otherwise.append(f"{key}: {problem}: nothing is told")
        except ContentError as error:
            told = key in error.key and problem in error.problem and error.remedy
            if not told or error.file != "reaching.toml":
                told_otherwise.append(f"{key}: {problem}: {error}")
    assert told_otherwise == []


def test_shared_poses_are_tables() -> None:
    with pytest.raises(ContentError, match="stand"):
        read_shared_poses({"stand": 1}, "poses.toml")
