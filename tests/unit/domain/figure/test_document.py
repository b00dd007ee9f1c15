"""A file of figures that is wrong says where and what to do."""

from copy import deepcopy
from typing import Any

import pytest

from coreapp.domain.errors import ContentError
from coreapp.domain.figure.document import parse_figures
from coreapp.domain.figure.motion import Anchor
from coreapp.domain.figure.skeleton import Segment, View

STAND: dict[str, Any] = {
    "trunk": 90,
    "spine": 0,
    "neck": 0,
    "hips": 0,
    "knees": [10, 0],
    "ankles": 0,
    "shoulders": 0,
    "elbows": 0,
}
GOOD: dict[str, Any] = {
    "poses": {"stand": STAND, "reach": {"like": "stand", "shoulders": [90, 0]}},
    "figures": {
        "reaching": {
            "keys": [
                {"pose": "stand", "hold": 1},
                {"pose": "reach", "move": 2, "anchor": "left_foot"},
                {"pose": "reach", "mirror": True, "move": 1},
            ]
        }
    },
}


def broken(path: str, value: object) -> dict[str, Any]:
    """Return the good document with one value exchanged; a value of None takes it out."""
    document = deepcopy(GOOD)
    *way, last = path.split("/")
    place: Any = document
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return document


def test_poses_inherit_and_pairs_are_right_then_left() -> None:
    figure = parse_figures(GOOD).by_exercise["reaching"]
    assert figure.view is View.SIDE
    assert figure.keys[1].anchor is Anchor.LEFT_FOOT
    assert figure.keys[0].stance[Segment.RIGHT_SHANK].angle == 260
    assert figure.keys[1].stance[Segment.RIGHT_UPPER_ARM].angle == 360
    assert figure.keys[2].stance[Segment.LEFT_UPPER_ARM].angle == 360


def test_moments_say_when_key_poses_are_reached() -> None:
    figure = parse_figures(GOOD).by_exercise["reaching"]
    assert figure.seconds == 4
    assert figure.moments() == (0.0, 0.75, 1.0)


def test_front_view_takes_directions() -> None:
    pose: dict[str, Any] = {segment.value: 90 for segment in Segment}
    pose["right_forearm"] = [180, 60]
    document = {
        "poses": {"front": pose},
        "figures": {"one": {"view": "front", "keys": [{"pose": "front", "hold": 1}]}},
    }
    key = parse_figures(document).by_exercise["one"].keys[0]
    assert key.stance[Segment.RIGHT_FOREARM].near == 60


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("figures", None, "document.figures"),
        ("figures/reaching/keys", [], "figures.reaching.keys"),
        ("figures/reaching/view", "above", "figures.reaching.view"),
        ("figures/reaching/mat", 1, "figures.reaching.mat"),
        ("figures/reaching/camera", [1], "figures.reaching.camera"),
        ("figures/reaching/colour", "red", "figures.reaching.colour"),
        ("figures/reaching/keys/0/pose", "sit", "figures.reaching.keys[0]"),
        ("figures/reaching/keys/0/pose", None, "figures.reaching.keys[0].pose"),
        ("figures/reaching/keys/1/move", "long", "figures.reaching.keys[1].move"),
        ("figures/reaching/keys/1/anchor", "nose", "figures.reaching.keys[1].anchor"),
        ("figures/reaching/keys/1/mirror", "yes", "figures.reaching.keys[1].mirror"),
        ("poses/stand/trunk", "up", "poses.stand.trunk"),
        ("poses/stand/knees", [1, 2, 3], "poses.stand.knees"),
        ("poses/stand/knees", None, "poses.stand.knees"),
        ("poses/stand/tail", 3, "poses.stand.tail"),
        ("poses/reach/like", "reach", "poses.reach.like"),
        ("poses/reach", 3, "poses.reach"),
    ],
)
def test_a_mistake_is_named_with_file_key_and_remedy(path: str, value: object, place: str) -> None:
    with pytest.raises(ContentError) as raised:
        parse_figures(broken(path, value), "mine.toml")
    assert raised.value.file == "mine.toml"
    assert raised.value.key == place
    assert raised.value.remedy


def test_a_key_pose_must_be_a_table() -> None:
    document = deepcopy(GOOD)
    document["figures"]["reaching"]["keys"] = ["stand"]
    with pytest.raises(ContentError, match=r"keys\[0\]"):
        parse_figures(document)
