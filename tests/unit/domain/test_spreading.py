from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.exercise import Side
from coreapp.domain.identity import MOST_CHARACTERS
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.spreading import (
    done_sets,
    make_portion,
    next_portion,
    portion_id,
    rest_of,
    session_of,
    sets_of,
    split_portion,
)
from coreapp.domain.timeline import PhaseKind, TimelineOptions, compile_timeline
from coreapp.domain.training_log import PerformedSet
from tests.each_case import each_case
from tests.fakes.exercises import LIBRARY

SESSION = Routine(
    "evening",
    "Evening",
    (
        Block((Step("bridge", sets=2, reps=6, ready_seconds=10, rest_seconds=30),)),
        Block(
            (
                Step("plank", seconds=20, ready_seconds=10),
                Step("side-plank", seconds=15, ready_seconds=5, switch_seconds=5),
            ),
            rounds=2,
            rest_seconds=15,
        ),
    ),
    closing_rest_seconds=60,
    expected_seconds=999,
)
ALL = frozenset(LIBRARY)


def performed(routine: Routine, *, leave: frozenset[int] = frozenset()) -> list[PerformedSet]:
    """The rows of the log of whoever plays a routine, without the work phases `leave`."""
    return [
        PerformedSet(
            phase=index,
            exercise=phase.exercise,
            name=phase.exercise,
            side=phase.side,
            set=phase.set,
            planned_seconds=phase.seconds,
            actual_seconds=phase.seconds,
            planned_reps=phase.reps,
            actual_reps=phase.reps,
        )
        for index, phase in enumerate(compile_timeline(routine, LIBRARY).phases)
        if phase.kind is PhaseKind.WORK and index not in leave
    ]


def seconds_of(routine: Routine, options: TimelineOptions | None = None) -> float:
    return compile_timeline(routine, LIBRARY, options or TimelineOptions()).seconds


def portion(done: set[int], most_seconds: float, fits=ALL, **changes) -> Routine | None:
    return next_portion(SESSION, LIBRARY, done, fits, most_seconds, **changes)


def test_sets_are_numbered_in_the_order_in_which_they_are_played():
    sets = sets_of(SESSION, LIBRARY)

    assert [each.number for each in sets] == [1, 2, 3, 4, 5, 6]
    assert [each.exercise for each in sets] == [
        *("bridge", "bridge", "plank", "side-plank", "plank", "side-plank"),
    ]
    assert all(each.step.sets == 1 for each in sets)


@each_case(
    ("numbers", "identity"),
    [
        ([4], "evening--sets-4"),
        ([4, 5], "evening--sets-4to5"),
        ([1, 4, 5, 6, 9], "evening--sets-1-4to6-9"),
    ],
)
def test_the_id_says_which_sets_of_what(numbers, identity):
    assert portion_id("evening", numbers) == identity
    assert split_portion(identity) == ("evening", tuple(numbers))
    assert session_of(identity) == "evening"


@each_case(
    "identity",
    [
        *("evening", "--sets-4", "evening--sets-", "evening--sets-0", "evening--sets-4to"),
        *("evening--sets-5to4", "evening--sets-4-4", "evening--sets-4-3", "evening--sets-a"),
        "evening--sets-1to1000",
    ],
)
def test_any_other_id_is_no_portion(identity):
    assert split_portion(identity) is None
    assert session_of(identity) == identity


def test_a_portion_keeps_the_sets_of_a_step_together():
    made = make_portion(SESSION, sets_of(SESSION, LIBRARY)[:3])

    assert [(step.exercise, step.sets) for step in made.blocks[0].steps] == [
        ("bridge", 2),
        ("plank", 1),
    ]
    assert (made.closing_rest_seconds, made.expected_seconds) == (0, None)
    assert made.text_context == SESSION.text_context


def test_the_rest_between_rounds_becomes_time_to_get_ready():
    made = make_portion(SESSION, sets_of(SESSION, LIBRARY)[2:])

    assert [step.ready_seconds for step in made.blocks[0].steps] == [10, 5, 25, 5]


def test_a_break_gets_as_many_sets_in_a_row_as_fit():
    made = portion(set(), 120)
    assert made is not None
    assert made.id == "evening--sets-1to2"
    assert seconds_of(made) == 100

    made = portion(set(), 99)
    assert made is not None
    assert made.id == "evening--sets-1"


def test_what_the_settings_add_to_getting_ready_counts():
    made = portion(set(), 120, options=TimelineOptions(extra_ready_seconds=21))

    assert made is not None
    assert made.id == "evening--sets-1"


def test_what_cannot_be_done_here_or_takes_too_long_is_left_for_later():
    made = portion(set(), 60, fits={"plank", "side-plank"})
    assert made is not None
    assert made.id == "evening--sets-3"

    # Six bridges take longer than half a minute: the planks come before them.
    made = portion(set(), 30)
    assert made is not None
    assert made.id == "evening--sets-3"
    assert portion(set(), 29) is None
    assert portion({3, 5}, 30) is None
    assert portion(set(range(1, 7)), 300) is None


def test_a_flow_is_one_set_that_no_break_offers():
    flow = Routine("flow", "", (Block((Step("salute", sets=2, reps=3), Step("plank", seconds=9))),))

    sets = sets_of(flow, LIBRARY)
    assert [each.exercise for each in sets] == ["salute", "plank"]
    offered = next_portion(flow, LIBRARY, set(), ALL, 300)
    assert offered is not None
    assert offered.id == "flow--sets-2"
    assert done_sets(flow, LIBRARY, "flow", performed(flow)) == {1, 2}
    rest = rest_of(flow, LIBRARY, {2})
    assert rest is not None
    assert rest.blocks[0].steps[0] == flow.blocks[0].steps[0]


def test_the_log_says_what_is_done_of_a_portion_and_of_the_whole():
    made = make_portion(SESSION, sets_of(SESSION, LIBRARY)[1:4])
    assert done_sets(SESSION, LIBRARY, made.id, performed(made)) == {2, 3, 4}
    assert done_sets(SESSION, LIBRARY, "evening", performed(SESSION)) == {1, 2, 3, 4, 5, 6}


def test_one_side_alone_or_a_skipped_set_is_not_done():
    rows = performed(SESSION)
    right = next(each for each in rows if each.side is Side.RIGHT)
    without = [each for each in rows if each is not right]
    assert done_sets(SESSION, LIBRARY, "evening", without) == {1, 2, 3, 5, 6}

    skipped = [replace(each, skipped=True) for each in rows]
    assert done_sets(SESSION, LIBRARY, "evening", skipped) == set()


def test_what_was_something_else_says_nothing():
    made = make_portion(SESSION, sets_of(SESSION, LIBRARY)[:1])
    assert done_sets(SESSION, LIBRARY, "morning", performed(SESSION)) == set()
    assert done_sets(SESSION, LIBRARY, "morning--sets-1", performed(made)) == set()
    assert done_sets(SESSION, LIBRARY, "evening--sets-7", performed(made)) == set()
    changed = replace(SESSION, blocks=(Block((Step("plank", seconds=5, ready_seconds=5),)),))
    assert done_sets(changed, LIBRARY, made.id, performed(made)) == set()


def test_the_rest_of_a_session_is_what_is_not_done_with_its_quiet_end():
    rest = rest_of(SESSION, LIBRARY, {1, 4})

    assert rest is not None
    assert rest.id == "evening--sets-2to3-5to6"
    assert rest.closing_rest_seconds == 60
    assert rest_of(SESSION, LIBRARY, set(range(1, 7))) is None


def test_what_no_id_could_name_is_played_whole():
    long_id = "x" * (MOST_CHARACTERS - 5)
    session = replace(SESSION, id=long_id)

    assert rest_of(session, LIBRARY, {1}) is session
    assert next_portion(session, LIBRARY, set(), ALL, 120) is None


steps = st.builds(
    Step,
    exercise=st.sampled_from(["plank", "side-plank", "march", "salute"]),
    sets=st.integers(1, 3),
    seconds=st.integers(5, 60).map(float),
    rest_seconds=st.sampled_from([0.0, 10.0, 30.0]),
    switch_seconds=st.sampled_from([0.0, 5.0]),
    ready_seconds=st.sampled_from([0.0, 5.0, 10.0]),
)
blocks = st.builds(
    Block,
    steps=st.lists(steps, min_size=1, max_size=3).map(tuple),
    rounds=st.integers(1, 3),
    rest_seconds=st.sampled_from([0.0, 20.0]),
)
sessions = st.builds(
    Routine,
    id=st.just("session"),
    name=st.just("Session"),
    blocks=st.lists(blocks, min_size=1, max_size=3).map(tuple),
    closing_rest_seconds=st.sampled_from([0.0, 30.0]),
)


@given(sessions, st.lists(st.integers(1, 5), max_size=12), st.sets(st.sampled_from(sorted(ALL))))
def test_no_set_comes_twice_none_is_lost_and_every_break_stays_within_its_minutes(
    session, breaks, fits
):
    done: set[int] = set()
    for minutes in breaks:
        made = next_portion(session, LIBRARY, done, fits, minutes * 60)
        if made is None:
            continue
        assert seconds_of(made) <= minutes * 60
        parts = split_portion(made.id)
        assert parts is not None
        numbers = parts[1]
        assert list(numbers) == sorted(numbers)
        assert done.isdisjoint(numbers)
        assert {step.exercise for step in made.blocks[0].steps} <= fits
        assert done_sets(session, LIBRARY, made.id, performed(made)) == set(numbers)
        done |= set(numbers)
    everything = sets_of(session, LIBRARY)
    rest = rest_of(session, LIBRARY, done)
    left = [each for each in everything if each.number not in done]
    if rest is None:
        assert left == []
    elif rest.id != session.id:
        assert split_portion(rest.id) == ("session", tuple(each.number for each in left))
        played = [each.exercise for each in sets_of(rest, LIBRARY)]
        assert played == [each.exercise for each in left]
        assert done_sets(session, LIBRARY, rest.id, performed(rest)) == {
            each.number for each in left
        }


@given(sessions)
def test_breaks_that_go_on_long_enough_do_all_of_it_in_its_order(session):
    order: list[int] = []
    while made := next_portion(session, LIBRARY, order, ALL, 300):
        parts = split_portion(made.id)
        assert parts is not None
        order += parts[1]
    doable = [each for each in sets_of(session, LIBRARY) if each.exercise != "salute"]
    assert order == [each.number for each in doable]
