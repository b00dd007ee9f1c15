"""What holds for the timeline of every routine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.exercise import Sides
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.timeline import Phase, PhaseKind, compile_timeline
from tests.fakes.exercises import LIBRARY

pauses = st.sampled_from([0, 0.5, 5, 30])
steps = st.builds(
    Step,
    st.sampled_from(sorted(LIBRARY)),
    sets=st.integers(1, 3),
    reps=st.integers(1, 12),
    seconds=st.none() | st.floats(0.1, 300),
    seconds_per_rep=st.floats(0.1, 10),
    rest_seconds=pauses,
    switch_seconds=pauses,
    ready_seconds=pauses,
)
routines = st.builds(
    Routine,
    id=st.just("r"),
    name=st.just("R"),
    blocks=st.lists(
        st.builds(
            Block,
            st.lists(steps, min_size=1, max_size=3).map(tuple),
            st.integers(1, 3),
            pauses,
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    closing_rest_seconds=pauses,
)


def seconds_by_the_brief(step: Step) -> float:
    """The time model, section 4: the sum over one step, worked out without phases."""
    made = LIBRARY[step.exercise]
    sides = 2 if made.sides is Sides.EACH_SIDE else 1
    work = step.seconds
    if work is None:
        doubled = 2 if made.sides is Sides.ALTERNATING else 1
        work = (step.reps or 0) * (step.seconds_per_rep or 0) * doubled
    return (
        step.ready_seconds
        + step.sets * sides * work
        + step.sets * (sides - 1) * step.switch_seconds
        + (step.sets - 1) * step.rest_seconds
    )


@given(routines)
def test_the_total_is_the_sum_of_the_phases_and_of_the_time_model(routine: Routine) -> None:
    timeline = compile_timeline(routine, LIBRARY)
    expected = routine.closing_rest_seconds + sum(
        block.rounds * sum(map(seconds_by_the_brief, block.steps))
        + (block.rounds - 1) * block.rest_seconds
        for block in routine.blocks
    )
    assert timeline.seconds == pytest.approx(expected, abs=1e-6)
    assert timeline.seconds == pytest.approx(
        sum(phase.seconds for phase in timeline.phases), abs=1e-6
    )
    assert all(phase.seconds > 0 for phase in timeline.phases)


@given(routines)
def test_every_phase_begins_where_the_one_before_ends(routine: Routine) -> None:
    timeline = compile_timeline(routine, LIBRARY)
    ends = [
        start + phase.seconds for start, phase in zip(timeline.starts, timeline.phases, strict=True)
    ]
    assert timeline.starts[0] == 0
    assert list(timeline.starts[1:]) == ends[:-1]
    assert timeline.seconds == ends[-1]
    assert [timeline.index_at(start) for start in timeline.starts] == list(range(len(ends)))


@given(routines)
def test_what_leads_to_work_carries_its_exercise_side_set_and_round(routine: Routine) -> None:
    timeline = compile_timeline(routine, LIBRARY)

    def place(phase: Phase) -> tuple[object, ...]:
        return (phase.exercise, phase.side, phase.set, phase.sets, phase.round, phase.step)

    for index, phase in enumerate(timeline.phases):
        following = timeline.next_work(index)
        if phase.kind is not PhaseKind.WORK and following is not None:
            assert place(phase) == place(timeline.phases[following])
