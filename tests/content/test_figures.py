"""The figures that ship: each stands, moves like a person, and does what its steps say.

What is looked for, and how closely, is in `coreapp.domain.figure.proof`.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from coreapp.content.figures import FigureShelf
from coreapp.domain.errors import ContentError
from coreapp.domain.exercise import ExerciseKind, Sides
from coreapp.domain.figure import movement as movements
from coreapp.domain.figure.angles import is_one_sided
from coreapp.domain.figure.contacts import mirrored_name
from coreapp.domain.figure.invariants import Sample, broken
from coreapp.domain.figure.movement import Movement
from coreapp.domain.figure.proof import complaints
from coreapp.domain.figure.props import PropKind
from coreapp.domain.figure.sequence import Figure, Sequence
from tests.fakes.shipped import ASSETS, shipped_figures, shipped_library

EXERCISES = {each.id: each for each in shipped_library().exercises}
HELD = (0.3, 0.7)
"""At the latest from, and at least until."""
SIDES = ("as drawn", "mirrored")
SAMPLES = 50
"""So many moments of a whole movement are compared with their mirror images by `make soak`."""
MIRROR, MIRROR_DEGREES = 1e-9, 1e-6
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


def named_sequences(figure: Figure) -> list[tuple[str, Sequence]]:
    return [("normal", figure.normal), *figure.levels.items()]


@pytest.fixture
def solved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Place and solve a sequence once in a test; both sides show what was solved."""
    solve, kept = Movement._at, {}
    place, placed = movements.placing, {}

    def solve_once(movement: Movement, moment: float) -> object:
        of_sequence = kept.setdefault(id(movement.sequence), (movement.sequence, {}))[1]
        if moment not in of_sequence:
            of_sequence[moment] = solve(movement, moment)
        return of_sequence[moment]

    def place_once(sequence: Sequence) -> Iterator[None]:
        if id(sequence) not in placed:
            placed[id(sequence)] = sequence, (yield from place(sequence))
        return placed[id(sequence)][1]

    monkeypatch.setattr(Movement, "_at", solve_once)
    monkeypatch.setattr(movements, "placing", place_once)


def wrong(sequence: Sequence, *, closely: bool, sides: tuple[str, ...] = SIDES) -> list[str]:
    """Return what is wrong with a movement, on the side that is drawn and on the other."""
    return [
        f"{side}: {each}"
        for side in sides
        for each in complaints(sequence, mirror=side != SIDES[0], closely=closely)
    ]


def not_mirrored(sequence: Sequence, moments: Iterable[float]) -> Iterator[str]:
    """Yield where the other side is not the exact mirror image, in its joints and its angles.

    What holds of it has other names there, and some of it another sign: that is looked at too.
    """
    one, other = Movement(sequence), Movement(sequence, mirror=True)
    samples = [Sample(key.pose.name, other.key(at)) for at, key in enumerate(sequence.keys)]
    for moment in moments:
        seen, mirrored = one.at(moment), other.at(moment)
        samples.append(Sample(other.pose_at(moment), mirrored))
        joints, images = seen.body.joints(), mirrored.body.joints()
        for name, place in joints.items():
            image = images[mirrored_name(name)]
            away = (image.x - place.x, image.y + place.y, image.z - place.z)
            if max(map(abs, away)) > MIRROR:
                yield f"at {moment}: {name} is not mirrored"
        for name, angle in seen.angles.items():
            image = mirrored.angles[mirrored_name(name)]
            if abs(image - (-angle if is_one_sided(name) else angle)) > MIRROR_DEGREES:
                yield f"at {moment}: {name} is not mirrored"
    for invariant in sequence.invariants:
        if text := broken(invariant.mirrored(), samples):
            yield f"mirrored: {text}"


def key_moments(sequence: Sequence) -> list[float]:
    """Return when key poses are reached, and the middle of each way from one to the next."""
    reached = [*sequence.moments(), 1.0]
    return sorted({*reached, *((one + other) / 2 for one, other in pairwise(reached))})


def not_closed(sequence: Sequence) -> Iterator[str]:
    """Yield which joints do not end where they began."""
    movement = Movement(sequence)
    start, end = movement.body_at(0.0).joints(), movement.body_at(1.0).joints()
    for name in start:
        if start[name].minus(end[name]).length() >= 0.03:
            yield f"{name} ends elsewhere than it began"


@pytest.mark.usefixtures("solved_once")
@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_figure_is_true_on_both_sides_which_are_mirrors_and_ends_as_it_began(
    exercise: str,
) -> None:
    figure = figure_of(exercise)
    found = {
        # The other side is seen to be the mirror image; `make soak` looks at it by itself too.
        level: [*wrong(each, closely=False, sides=SIDES[:1]), *not_closed(each)]
        for level, each in named_sequences(figure)
    }
    found["normal"] += not_mirrored(figure.normal, key_moments(figure.normal))
    assert not any(found.values()), found


@pytest.mark.soak  # so closely they take as long as everything else about the content
@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_figure_is_true_at_every_step(exercise: str) -> None:
    figure = figure_of(exercise)
    found = {level: wrong(each, closely=True) for level, each in named_sequences(figure)}
    found["normal"] += not_mirrored(figure.normal, [n / SAMPLES for n in range(SAMPLES + 1)])
    assert not any(found.values()), found


def test_a_hold_is_held_from_a_third_to_two_thirds() -> None:
    spans = {
        f"{exercise.id} {level}": sequence.hold()
        for exercise in EXERCISES.values()
        if exercise.kind is ExerciseKind.HOLD
        for level, sequence in named_sequences(figure_of(exercise.id))
    }
    latest, earliest = HELD
    short = {
        name: (one, two) for name, (one, two) in spans.items() if one > latest or two < earliest
    }
    assert spans
    assert short == {}


def test_key_poses_belong_to_written_steps_and_levels_exist() -> None:
    found = []
    for exercise, written in EXERCISES.items():
        figure = figure_of(exercise)
        steps = len(written.positions) or len(written.steps)
        for level, sequence in named_sequences(figure):
            told = {key.step for key in sequence.keys if key.step}
            found += [f"{exercise} {level}: no step {step}" for step in told if step > steps]
        levels = {level.id for level in written.levels} | ({"seated"} if written.seated else set())
        found += [f"{exercise}: no level {each}" for each in figure.levels.keys() - levels]
    assert found == []


def test_each_level_says_what_makes_it_this_level() -> None:
    few = [
        f"{exercise} {level}"
        for exercise in EXERCISES
        for level, each in figure_of(exercise).levels.items()
        if len(each.invariants) < 2
    ]
    assert few == []


def test_the_variant_on_a_chair_is_shown_on_a_chair() -> None:
    seated = [each.id for each in EXERCISES.values() if each.seated]
    without = [
        exercise
        for exercise in seated
        if PropKind.CHAIR not in {each.kind for each in figure_of(exercise).levels["seated"].props}
    ]
    assert seated
    assert without == []


def test_what_a_level_names_is_there() -> None:
    missing = []
    for exercise, written in EXERCISES.items():
        for level in written.levels:
            words = set(re.findall(r"\w+", level.text)) & THINGS.keys()
            shown = {prop.kind for prop in figure_of(exercise).sequence(level.id).props}
            if words and not any(THINGS[word] & shown for word in words):
                missing.append(f"{exercise} {level.id}: {sorted(words)}")
    assert tuple(missing) == WITHOUT


def test_only_sided_figures_turn_and_move_one_sided() -> None:
    turning = [
        exercise
        for exercise, written in EXERCISES.items()
        if written.sides is Sides.BILATERAL and figure_of(exercise).turns
    ]
    assert turning == []


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
