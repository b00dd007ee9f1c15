"""The testable rules T3.1 to T3.5 of the sun salutation, on the file that ships."""

from itertools import pairwise

import pytest

from coreapp.domain.exercise import Breath, Exercise, Side
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.timeline import PhaseKind, Timeline, compile_timeline
from tests.each_case import each_case


@pytest.fixture
def flow(exercises: dict[str, Exercise]) -> Exercise:
    return exercises["sun-salutation"]


def passes(flow: Exercise, count: int, factor: float = 1) -> Timeline:
    pace = 72 * factor
    step = Step(flow.id, reps=count, seconds_per_rep=pace)
    return compile_timeline(Routine("r", "R", (Block((step,)),)), {flow.id: flow})


def test_t3_1_the_positions_take_72_seconds(flow: Exercise) -> None:
    seconds = [position.seconds for position in flow.positions]

    assert seconds == [6, 5, 6, 6, 5, 5, 6, 10, 6, 6, 5, 6]
    assert sum(seconds) == 72


def test_t3_2_the_breath_alternates_but_for_two_places(flow: Exercise) -> None:
    breaths = [position.breath for position in flow.positions]
    around = [*breaths, breaths[0]]

    same = [number for number, (one, next_) in enumerate(pairwise(around), 1) if one == next_]

    assert same == [5, 12]
    assert breaths[4] is breaths[5] is breaths[11] is breaths[0] is Breath.OUT


def test_t3_3_the_way_back_has_the_poses_of_the_way_there(flow: Exercise) -> None:
    names = [position.name for position in flow.positions]

    assert len(names) == 12
    assert (names[0], names[1], names[2]) == (names[11], names[10], names[9])
    assert names[3] == names[8]
    assert len(set(names)) == 8  # nine poses; 9 is the mirror of 4


def test_t3_4_the_leading_leg_changes_with_every_pass(flow: Exercise) -> None:
    phases = passes(flow, 5).phases

    assert [phase.side for phase in phases] == [
        Side.RIGHT,
        Side.LEFT,
        Side.RIGHT,
        Side.LEFT,
        Side.RIGHT,
    ]
    # Within a pass the leg that went back comes forward, so the other one is behind in 9.
    assert "one leg far back" in flow.positions[3].cue
    assert "the leg that went back first forward" in flow.positions[8].cue


def test_t3_4_no_text_names_a_side_that_every_second_pass_would_contradict(flow: Exercise) -> None:
    for position in flow.positions:
        assert "right" not in position.cue
        assert "left" not in position.cue


@each_case("factor", [1.25, 1, 0.67])
@each_case("count", [1, 5, 10])
def test_t3_5_passes_take_72_seconds_each_at_the_calm_pace(
    flow: Exercise, count: int, factor: float
) -> None:
    timeline = passes(flow, count, factor)

    assert timeline.seconds == pytest.approx(72 * count * factor)
    assert all(phase.kind is PhaseKind.WORK for phase in timeline.phases)
    assert [len(phase.marks) for phase in timeline.phases] == [12] * count
