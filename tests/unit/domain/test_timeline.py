import json
from dataclasses import replace
from pathlib import Path

import pytest

from coreapp.domain.errors import InvalidValueError, UnknownIdError
from coreapp.domain.exercise import ExerciseKind, Side, Sides
from coreapp.domain.routine import Advance, Block, Routine, Step
from coreapp.domain.timeline import PhaseKind, Timeline, TimelineOptions, compile_timeline
from tests.each_case import each_case
from tests.fakes.exercises import LIBRARY, compiled, exercise, shape

BRIEF = json.loads(
    (Path(__file__).parents[2] / "data" / "brief_routines.json").read_text(encoding="utf-8")
)
"""Doses and totals of the brief's routines without pyramids, with how exercises use their sides."""

READY, WORK, SWITCH, REST = (
    PhaseKind.GET_READY,
    PhaseKind.WORK,
    PhaseKind.SWITCH_SIDES,
    PhaseKind.REST,
)
LEFT, RIGHT, BOTH, ALTERNATING = Side.LEFT, Side.RIGHT, Side.BOTH, Side.ALTERNATING


@each_case("identity", BRIEF)
def test_totals_are_those_of_the_brief(identity: str) -> None:
    plan = BRIEF[identity]
    library = {
        item["exercise"]: exercise(item["exercise"], kind=ExerciseKind.FLOW)
        if item["sides"] == "flow"
        else exercise(item["exercise"], Sides(item["sides"]))
        for item in plan["items"]
    }
    steps = tuple(
        Step(
            item["exercise"],
            sets=item["sets"],
            seconds=item["hold"],
            reps=item["reps"],
            seconds_per_rep=item["rep"],
            rest_seconds=item["rest"],
            switch_seconds=item["sc"],
            ready_seconds=item["prep"],
        )
        for item in plan["items"]
    )
    routine = Routine(identity, "", (Block(steps),), closing_rest_seconds=plan["extra_s"])
    assert compile_timeline(routine, library).seconds == plan["total_s"]


def test_the_brief_has_the_four_routines_of_the_first_release() -> None:
    totals = {identity: plan["total_s"] for identity, plan in BRIEF.items()}
    assert totals["core-basics-runners"] == 938
    assert totals["sun-salutation-5"] == 390
    assert totals["desk-2min-a-reset"] == totals["desk-2min-f-walk"] == 120


def test_each_side_gets_its_full_time_and_sides_switch_within_each_set() -> None:
    step = Step("side-plank", 2, 20, rest_seconds=30, switch_seconds=5, ready_seconds=10)
    assert shape(compiled(step)) == [
        (READY, 10, LEFT, 1),
        (WORK, 20, LEFT, 1),
        (SWITCH, 5, RIGHT, 1),
        (WORK, 20, RIGHT, 1),
        (REST, 30, LEFT, 2),
        (WORK, 20, LEFT, 2),
        (SWITCH, 5, RIGHT, 2),
        (WORK, 20, RIGHT, 2),
    ]


def test_repetitions_are_per_side() -> None:
    phases = compiled(Step("leg-swing", reps=10)).phases
    assert [(phase.side, phase.reps, phase.seconds) for phase in phases] == [
        (LEFT, 10, 20),
        (RIGHT, 10, 20),
    ]


def test_an_alternating_set_is_one_phase_that_counts_both_sides() -> None:
    timeline = compiled(Step("dead-bug", 2, reps=8, rest_seconds=30, switch_seconds=5))
    assert shape(timeline) == [
        (WORK, 80, ALTERNATING, 1),
        (REST, 30, ALTERNATING, 2),
        (WORK, 80, ALTERNATING, 2),
    ]
    assert [phase.reps for phase in timeline.phases] == [16, None, 16]


def test_alternating_by_time_is_not_doubled() -> None:
    assert shape(compiled(Step("march", seconds=40))) == [(WORK, 40, ALTERNATING, 1)]


def test_zero_leaves_ready_switch_and_rest_out() -> None:
    timeline = compiled(Step("side-plank", 2, 20))
    assert {phase.kind for phase in timeline.phases} == {WORK}
    assert timeline.seconds == 80


def test_a_flow_has_a_phase_for_each_pass_and_the_leading_leg_changes() -> None:
    timeline = compiled(Step("salute", reps=3, ready_seconds=10, switch_seconds=5))
    assert shape(timeline) == [
        (READY, 10, RIGHT, 1),
        (WORK, 12, RIGHT, 1),
        (WORK, 12, LEFT, 2),
        (WORK, 12, RIGHT, 3),
    ]
    assert {(phase.sets, phase.reps, phase.marks) for phase in timeline.phases[1:]} == {
        (3, 1, (0, 6, 10))
    }
    assert timeline.phases[0].marks == ()


def test_a_flow_rests_between_sets_and_not_between_passes() -> None:
    timeline = compiled(Step("salute", 2, reps=2, rest_seconds=30))
    assert shape(timeline) == [
        (WORK, 12, RIGHT, 1),
        (WORK, 12, LEFT, 2),
        (REST, 30, RIGHT, 3),
        (WORK, 12, RIGHT, 3),
        (WORK, 12, LEFT, 4),
    ]
    assert {phase.sets for phase in timeline.phases} == {4}


def test_a_flow_by_time_is_one_pass_a_set_at_that_pace() -> None:
    (phase,) = compiled(Step("salute", seconds=24)).phases
    assert (phase.seconds, phase.reps, phase.marks) == (24, None, (0, 12, 20))


def test_a_flow_takes_the_pace_of_the_step() -> None:
    (phase,) = compiled(Step("salute", reps=1, seconds_per_rep=6)).phases
    assert (phase.seconds, phase.marks) == (6, (0, 3, 5))


def test_a_flow_without_positions_has_no_marks() -> None:
    assert [phase.marks for phase in compiled(Step("sway", 2, 30)).phases] == [(), ()]


def test_steps_take_the_tempo_of_the_exercise_unless_they_have_their_own() -> None:
    assert compiled(Step("bridge", reps=12)).seconds == 60
    assert compiled(Step("bridge", reps=12, seconds_per_rep=3)).seconds == 36


def test_rounds_repeat_the_block_with_a_rest_between_them() -> None:
    block = Block((Step("plank", seconds=20, ready_seconds=5), Step("march", seconds=30)), 2, 60)
    routine = Routine("r", "R", (block, Block((Step("bridge", reps=1),))))
    timeline = compile_timeline(routine, LIBRARY)
    assert [
        (phase.kind, phase.seconds, phase.exercise, phase.round, phase.step)
        for phase in timeline.phases
    ] == [
        (READY, 5, "plank", 1, 0),
        (WORK, 20, "plank", 1, 0),
        (WORK, 30, "march", 1, 1),
        (REST, 60, "plank", 2, 0),
        (READY, 5, "plank", 2, 0),
        (WORK, 20, "plank", 2, 0),
        (WORK, 30, "march", 2, 1),
        (WORK, 5, "bridge", 1, 2),
    ]


def test_rounds_without_rest_follow_each_other() -> None:
    routine = Routine("r", "R", (Block((Step("plank", seconds=20),), rounds=3),))
    assert {phase.kind for phase in compile_timeline(routine, LIBRARY).phases} == {WORK}


def test_the_closing_rest_follows_the_last_work_with_both_sides() -> None:
    timeline = compiled(Step("side-plank", seconds=20), closing_rest_seconds=15)
    last = timeline.phases[-1]
    assert (last.kind, last.seconds, last.side, last.exercise) == (REST, 15, BOTH, "side-plank")
    assert timeline.seconds == 55


def test_rests_carry_nothing_of_the_work_but_where_it_leads() -> None:
    step = Step("salute", 2, reps=1, rest_seconds=9, advance=Advance.TAP)
    work, rest, _ = compiled(step, closing_rest_seconds=5).phases[:3]
    assert (work.until_tapped, work.reps, work.marks) == (True, 1, (0, 6, 10))
    assert (rest.until_tapped, rest.reps, rest.marks) == (False, None, ())


def test_more_of_the_same_begins_with_a_rest_and_anything_else_with_getting_ready() -> None:
    rung = Step("plank", seconds=10, ready_seconds=20, level="L2")
    steps = (rung, rung, replace(rung, level="L3"), replace(rung, exercise="side-plank"))
    timeline = compile_timeline(
        Routine("pyramid", "", (Block(steps, rounds=2),)), LIBRARY, TimelineOptions(5)
    )
    leads = [phase for phase in timeline.phases if phase.kind in {READY, REST}]
    assert [phase.kind for phase in leads] == [READY, REST, READY, READY] * 2
    assert [phase.seconds for phase in leads[:2]] == [25, 20]


def test_short_holds_are_counted_and_sides_switch_after_all_of_them() -> None:
    step = Step("side-plank", reps=6, seconds_per_rep=13, switch_seconds=5)
    assert [
        (phase.kind, phase.side, phase.seconds, phase.reps) for phase in compiled(step).phases
    ] == [(WORK, LEFT, 78, 6), (SWITCH, RIGHT, 5, None), (WORK, RIGHT, 78, 6)]


def test_settings_stretch_getting_ready_where_there_is_some() -> None:
    block = Block((Step("plank", seconds=20, ready_seconds=5), Step("march", seconds=30)))
    options = TimelineOptions(extra_ready_seconds=10)
    timeline = compile_timeline(Routine("r", "R", (block,)), LIBRARY, options)
    assert [phase.seconds for phase in timeline.phases] == [15, 20, 30]


def test_more_than_a_person_can_do_is_refused_before_it_is_made() -> None:
    steps = (Step("plank", sets=100, seconds=1),) * 200
    with pytest.raises(InvalidValueError, match="too many sets and rounds"):
        compile_timeline(Routine("huge", "Huge", (Block(steps, 100),)), LIBRARY)


def test_beginners_are_waited_for_everywhere() -> None:
    routine = Routine("r", "R", (Block((Step("plank", 2, 20, rest_seconds=9),)),), 5)
    plain = compile_timeline(routine, LIBRARY)
    patient = compile_timeline(routine, LIBRARY, TimelineOptions(wait_everywhere=True))
    assert not any(phase.until_tapped for phase in plain.phases)
    assert patient.phases == tuple(replace(phase, until_tapped=True) for phase in plain.phases)


def test_moments_belong_to_the_phase_that_begins_with_them() -> None:
    timeline = compiled(Step("plank", 2, 20, rest_seconds=10))
    assert timeline.starts == (0, 20, 30)
    moments = (-1, 0, 19.999, 20, 29.999, 30, 50, 999)
    assert [timeline.index_at(moment) for moment in moments] == [0, 0, 0, 1, 1, 2, 2, 2]


def test_next_work_looks_past_everything_else() -> None:
    timeline = compiled(Step("plank", 2, 20, rest_seconds=10, ready_seconds=5))
    assert [timeline.next_work(index) for index in range(4)] == [1, 3, 3, None]


def test_timelines_are_equal_if_they_play_the_same() -> None:
    one, same = (compiled(Step("plank", seconds=20)) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert one != compiled(Step("plank", seconds=21))
    assert one != Timeline("another", one.phases)
    assert one != "test"


def test_an_unknown_exercise_is_named() -> None:
    with pytest.raises(UnknownIdError, match="unknown exercise: plnk"):
        compiled(Step("plnk", seconds=20))


@each_case("step", [Step("plank"), Step("plank", reps=8)])
def test_a_step_needs_a_dose(step: Step) -> None:
    with pytest.raises(InvalidValueError, match="plank: 'no dose'"):
        compiled(step)


@each_case(
    "blocks",
    [(), (Block(()),), (Block((), rounds=2, rest_seconds=30),)],
)
def test_a_routine_needs_a_step(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(InvalidValueError, match="r: '0 phases'"):
        compile_timeline(Routine("r", "R", blocks, closing_rest_seconds=10), LIBRARY)


@each_case(
    ("step", "key"),
    [
        (Step("plank", sets=0, seconds=20), "sets"),
        (Step("plank", seconds=20, rest_seconds=-1), "rest_seconds"),
        (Step("plank", seconds=20, switch_seconds=-1), "switch_seconds"),
        (Step("plank", seconds=20, ready_seconds=-1), "ready_seconds"),
        (Step("bridge", reps=0), "reps"),
        (Step("salute", reps=0), "reps"),
        (Step("plank", seconds=0), "plank"),
        (Step("plank", seconds=-20), "plank"),
        (Step("bridge", reps=2, seconds_per_rep=-5), "bridge"),
    ],
)
def test_figures_that_are_too_small_are_named(step: Step, key: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        compiled(step)
    assert raised.value.key == key


@each_case(
    ("block", "key"),
    [
        (Block((Step("plank", seconds=20),), rounds=0), "rounds"),
        (Block((Step("plank", seconds=20),), rest_seconds=-5), "rest_seconds"),
    ],
)
def test_figures_of_a_block_that_are_too_small_are_named(block: Block, key: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        compile_timeline(Routine("r", "R", (block,)), LIBRARY)
    assert raised.value.key == key


def test_a_routine_names_each_exercise_once_in_order() -> None:
    one, two = Step("plank", seconds=20), Step("bridge", reps=5)
    routine = Routine("r", "R", (Block((two, one)), Block((two,))))
    assert routine.exercises == ("bridge", "plank")
    assert routine.text_context == "routine r"
