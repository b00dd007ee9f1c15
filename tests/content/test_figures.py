"""The figures that ship: each stands, moves like a person, and does what its steps say.

What is looked for, and how closely, is in `coreapp.domain.figure.proof`.
"""

import logging
import re
from pathlib import Path

import pytest

from coreapp.content.figures import FigureShelf
from coreapp.domain.errors import ContentError
from coreapp.domain.exercise import ExerciseKind, Sides
from coreapp.domain.figure.movement import Movement
from coreapp.domain.figure.proof import complaints
from coreapp.domain.figure.props import PropKind
from coreapp.domain.figure.sequence import Figure, Sequence
from tests.fakes.shipped import ASSETS, shipped_figures, shipped_library

EXERCISES = {each.id: each for each in shipped_library().exercises}
HOLD_LEAST = (0.3, 0.7)
SIDES = ("as drawn", "mirrored")
MIRROR = 1e-9
THINGS = {
    "band": {PropKind.BAND},
    "block": {PropKind.BLOCK},
    "blocks": {PropKind.BLOCK},
    "broomstick": {PropKind.STICK},
    "chair": {PropKind.CHAIR},
    "cushion": {PropKind.CUSHION},
    "desk": {PropKind.DESK},
    "kg": {PropKind.DUMBBELL, PropKind.KETTLEBELL},
    "roller": {PropKind.ROLLER},
    "strap": {PropKind.STRAP},
    "towel": {PropKind.TOWEL},
    "wall": {PropKind.WALL},
}
"""What the texts of levels call the things; of several that are named, one is shown."""
WITHOUT = (
    "pigeon-pose L3: ['block']",
    "quad-stretch L3: ['wall']",
    "standing-forward-bend L2: ['blocks']",
)
"""Without the block; free, with the wall in reach; hands on the shins."""


def figure_of(exercise: str) -> Figure:
    figure = shipped_figures().load(exercise)
    assert figure is not None, f"{exercise} has no figure"
    return figure


def sequences(figure: Figure) -> list[Sequence]:
    return [figure.normal, *figure.levels.values()]


def wrong(sequence: Sequence, *, closely: bool) -> list[str]:
    """Return what is wrong with a movement, on the side that is drawn and on the other."""
    sides = [complaints(sequence, mirror=mirror, closely=closely) for mirror in (False, True)]
    return [f"{side}: {each}" for side, found in zip(SIDES, sides, strict=True) for each in found]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_figure_is_true_on_both_sides(exercise: str) -> None:
    figure = figure_of(exercise)
    found = [wrong(figure.normal, closely=True)]
    found += [wrong(each, closely=False) for each in figure.levels.values()]
    assert not any(found), dict(zip(("normal", *figure.levels), found, strict=True))


@pytest.mark.soak  # so closely all levels take as long as everything else about the content
@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_level_is_true_at_every_step(exercise: str) -> None:
    levels = figure_of(exercise).levels
    found = {level: wrong(each, closely=True) for level, each in levels.items()}
    assert not any(found.values()), found


@pytest.mark.parametrize("exercise", EXERCISES)
def test_left_and_right_are_exact_mirrors(exercise: str) -> None:
    sequence = figure_of(exercise).normal
    one, other = Movement(sequence), Movement(sequence, mirror=True)
    for moment in (index / 50 for index in range(51)):
        joints, mirrored = one.body_at(moment).joints(), other.body_at(moment).joints()
        for name, place in joints.items():
            side, _, part = name.partition("_")
            opposite = {"left": "right", "right": "left"}.get(side)
            image = mirrored[f"{opposite}_{part}" if opposite else name]
            assert abs(image.x - place.x) <= MIRROR
            assert abs(image.y + place.y) <= MIRROR
            assert abs(image.z - place.z) <= MIRROR


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_movement_begins_and_ends_alike(exercise: str) -> None:
    for sequence in sequences(figure_of(exercise)):
        movement = Movement(sequence)
        start, end = movement.body_at(0.0).joints(), movement.body_at(1.0).joints()
        assert max(start[name].minus(end[name]).length() for name in start) < 0.03


@pytest.mark.parametrize(
    "exercise", [each.id for each in EXERCISES.values() if each.kind is ExerciseKind.HOLD]
)
def test_a_hold_is_held_from_a_third_to_two_thirds(exercise: str) -> None:
    for sequence in sequences(figure_of(exercise)):
        start, end = sequence.hold()
        assert start <= HOLD_LEAST[0]
        assert end >= HOLD_LEAST[1]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_key_poses_belong_to_written_steps_and_levels_exist(exercise: str) -> None:
    written = EXERCISES[exercise]
    figure = figure_of(exercise)
    steps = len(written.positions) or len(written.steps)
    for sequence in sequences(figure):
        told = [key.step for key in sequence.keys if key.step]
        assert all(step <= steps for step in told)
    assert figure.levels.keys() <= {level.id for level in written.levels} | {"seated"}
    assert "seated" not in figure.levels or written.seated


@pytest.mark.parametrize("exercise", EXERCISES)
def test_each_level_says_what_makes_it_this_level(exercise: str) -> None:
    figure = figure_of(exercise)
    few = [level for level, each in figure.levels.items() if len(each.invariants) < 2]
    assert few == []


@pytest.mark.parametrize("exercise", [each.id for each in EXERCISES.values() if each.seated])
def test_the_variant_on_a_chair_is_shown_on_a_chair(exercise: str) -> None:
    props = figure_of(exercise).levels["seated"].props
    assert PropKind.CHAIR in {prop.kind for prop in props}


@pytest.mark.parametrize("exercise", EXERCISES)
def test_what_a_level_names_is_there(exercise: str) -> None:
    figure = figure_of(exercise)
    for level in EXERCISES[exercise].levels:
        words = set(re.findall(r"\w+", level.text)) & THINGS.keys()
        shown = {prop.kind for prop in figure.sequence(level.id).props}
        wanted = [THINGS[word] for word in words]
        named = f"{exercise} {level.id}: {sorted(words)}"
        assert not wanted or any(kinds & shown for kinds in wanted) or named in WITHOUT


@pytest.mark.parametrize("exercise", EXERCISES)
def test_only_sided_figures_turn_and_move_one_sided(exercise: str) -> None:
    figure = figure_of(exercise)
    if EXERCISES[exercise].sides is Sides.BILATERAL:
        assert not figure.turns


def test_a_flow_takes_as_long_as_its_positions() -> None:
    for exercise in EXERCISES.values():
        if exercise.kind is ExerciseKind.FLOW:
            sequence = figure_of(exercise.id).normal
            assert sequence.seconds == pytest.approx(exercise.seconds_per_rep)


def test_a_broken_figure_is_left_out_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = (ASSETS / "exercises" / "plank.toml").read_text(encoding="utf-8")
    broken = text.replace("[figure]", "[figure]\nwings = 2")
    (tmp_path / "plank.toml").write_text(broken, encoding="utf-8")
    shelf = FigureShelf(tmp_path, ASSETS / "figures" / "poses.toml")
    with caplog.at_level(logging.WARNING):
        assert shelf.find("plank") is None
        assert shelf.find("plank") is None
    assert len(caplog.records) == 1
    assert "wings" in caplog.text
    with pytest.raises(ContentError, match="wings"):
        shelf.load("plank")
    assert shelf.find("unicycle") is None


def test_a_table_below_the_figure_would_be_overlooked_and_is_refused(tmp_path: Path) -> None:
    text = (ASSETS / "exercises" / "plank.toml").read_text(encoding="utf-8")
    (tmp_path / "plank.toml").write_text(f"{text}\n[[levels]]\nid = 'L4'\n", encoding="utf-8")
    shelf = FigureShelf(tmp_path, ASSETS / "figures" / "poses.toml")
    with pytest.raises(ContentError, match="last table"):
        shelf.load("plank")


@pytest.mark.parametrize("poses", ["[broken", "stand = 1"])
def test_without_the_shared_poses_there_are_no_figures_and_no_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, poses: str
) -> None:
    (tmp_path / "poses.toml").write_text(poses, encoding="utf-8")
    shelf = FigureShelf(ASSETS / "exercises", tmp_path / "poses.toml")
    with caplog.at_level(logging.WARNING):
        assert shelf.find("plank") is None
    assert "poses.toml" in caplog.text
