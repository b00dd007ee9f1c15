"""The proof finds what is wrong: each test breaks a right figure in one way."""

from dataclasses import replace

from coreapp.domain.figure.contacts import Contact
from coreapp.domain.figure.proof import complaints
from coreapp.domain.figure.sequence import Invariant, Key, Pose, Sequence
from tests.each_case import each_case


def texts(sequence: Sequence, *, closely: bool = False) -> str:
    return "\n".join(str(each) for each in complaints(sequence, closely=closely))


def with_reach(sequence: Sequence, **changes: float) -> Sequence:
    """Return the bird dog with other angles in its second key pose."""
    start, reach, end = sequence.keys
    pose = replace(reach.pose, angles={**reach.pose.angles, **changes})
    return replace(sequence, keys=(start, replace(reach, pose=pose), end))


def test_a_right_figure_has_no_complaints(bird_dog: Sequence, calf_raise: Sequence) -> None:
    assert texts(bird_dog, closely=True) == ""
    assert texts(calf_raise, closely=True) == ""
    assert complaints(bird_dog, mirror=True) == []


def test_a_joint_beyond_its_range(bird_dog: Sequence) -> None:
    assert "right_hip_flexion" in texts(with_reach(bird_dog, right_hip_flexion=-60.0))


def test_a_part_that_hangs_in_the_air(bird_dog: Sequence) -> None:
    start, reach, end = bird_dog.keys
    floating = replace(reach.pose, height=0.9)
    sequence = replace(bird_dog, keys=(start, replace(reach, pose=floating), end))
    assert "left_shin on floor: gap" in texts(sequence)


def test_a_part_under_the_floor(bird_dog: Sequence) -> None:
    sunk = Pose("sunk", {"pitch": 90.0}, (Contact("head", "floor"),), height=0.0)
    assert "under the floor" in texts(replace(bird_dog, keys=(Key(sunk, 0, 1),), best=0))


@each_case("move", [0.02, 0.1, 0.25])
def test_a_limb_that_is_torn_round(bird_dog: Sequence, move: float) -> None:
    start, reach, end = bird_dog.keys
    torn = replace(bird_dog, keys=(start, replace(reach, move=move), end))
    found = texts(torn, closely=True)
    assert "degrees a second" in found
    assert texts(torn) == found


def test_a_hand_in_the_belly(bird_dog: Sequence) -> None:
    folded = Pose(
        "folded",
        {
            "left_shoulder_flexion": 10.0,
            "left_elbow_flexion": 120.0,
            "left_shoulder_rotation": 75.0,
        },
        (Contact("left_foot", "floor"), Contact("right_foot", "floor")),
    )
    assert "goes" in texts(replace(bird_dog, keys=(Key(folded, 0, 1),), best=0))


@each_case(
    ("invariant", "complaint"),
    [
        (Invariant("line", ("shoulder", "hip", "knee"), most=5.0), "line shoulder hip knee"),
        (Invariant("height", ("right_ankle",), least=0.3), "height right_ankle"),
        (Invariant("moves", ("left_wrist",), most=0.01), "moves left_wrist"),
        (Invariant("rises", ("right_ankle",), most=0.1), "rises right_ankle"),
        (Invariant("angle", ("right_knee_flexion",), most=45.0), "angle right_knee_flexion"),
        (Invariant("height", ("head",), during=("never",)), "there is no such moment"),
    ],
)
def test_an_invariant_that_does_not_hold(
    bird_dog: Sequence, invariant: Invariant, complaint: str
) -> None:
    assert complaint in texts(replace(bird_dog, invariants=(invariant,)))


def test_invariants_that_hold_on_both_sides(bird_dog: Sequence) -> None:
    invariants = (
        Invariant("between", ("neck", "pelvis", "right_hip", "right_ankle"), 0, 15, ("reach",)),
        Invariant("moves", ("left_knee",), most=0.01),
        Invariant("slope", ("right_hip", "right_ankle"), -10, 10, ("reach",)),
        Invariant("over", ("right_wrist", "right_shoulder"), most=0.12),
        Invariant("apart", ("left_hip", "right_hip"), 0.16, 0.18),
        Invariant("ahead", ("left_wrist", "left_shoulder"), 0.4, 0.7, ("reach",)),
        Invariant("left_of", ("left_hip", "right_hip"), 0.16, 0.18),
        Invariant("angle", ("thoracic_rotation",), -1.0, 2.0),
    )
    sequence = replace(bird_dog, invariants=invariants)
    assert texts(sequence) == ""
    assert complaints(sequence, mirror=True, closely=False) == []
