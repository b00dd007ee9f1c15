"""Programmes: ids of their sessions, doses of their weeks, and how to go on."""

from dataclasses import replace

import pytest

from coreapp.domain.course import (
    make_routine,
    next_place,
    week_step,
    week_to_go_on,
    weeks_later,
    work_seconds,
)
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.programme import (
    ChosenLevel,
    Course,
    CoursePlace,
    GrowingStep,
    Grows,
    Growth,
    GrowthPlace,
    Programme,
    Stretch,
    WeekSession,
    has_place,
    routine_id,
    split_id,
)
from coreapp.domain.progression import PainLight
from coreapp.domain.routine import Step
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from tests.each_case import each_case

GREEN, AMBER, RED = PainLight.GREEN, PainLight.AMBER, PainLight.RED

HOLD = GrowingStep(Step("plank", seconds=25, level="L1"), Grows.WORK)
REPS = GrowingStep(Step("bridge", reps=10, level="L1"), Grows.WORK)
HELD = GrowingStep(Step("bird", reps=3, seconds_per_rep=13, level="L2"), Grows.HOLD, 10)
WARM = GrowingStep(Step("walk", seconds=60, level="L2"))

COURSE = Course(
    percents=(100, 110, 120, 110, 120),
    stretches=(Stretch("Learn", 2, "Come"), Stretch("Build", 3, "Stay")),
    sessions=(WeekSession("a", "Hips", (WARM, REPS, HELD)), WeekSession("b", "Trunk", (HOLD,))),
)
GROWTH = Growth(Step("sun", reps=5, level="L2"), 5, 3, 10, closing_rest_seconds=20)


def programme(plan: Course | Growth, identity: str = "back") -> Programme:
    return Programme(
        id=identity,
        name="Back for weeks",
        short_name="Back",
        summary="Weeks.",
        audience="People.",
        not_when="Pain.",
        progression="Slowly.",
        afterwards="More.",
        sources=("S1",),
        plan=plan,
        place="desk",
        group="mobility",
    )


@each_case(
    ("identity", "parts"),
    [
        ("back-strength-8wk-w3-b", ("back-strength-8wk", CoursePlace(3, "b"))),
        ("back-w12-a", ("back", CoursePlace(12, "a"))),
        ("sun-5-to-10-p7", ("sun-5-to-10", GrowthPlace(7))),
        ("back-w0-a", None),
        ("back-w3-B", None),
        ("back-w3", None),
        ("sun-p0", None),
        ("-w3-a", None),
        ("core-four", None),
        ("minutes-10-mat-hips-2-7", None),
    ],
)
def test_an_id_names_programme_and_place(identity, parts) -> None:
    assert split_id(identity) == parts
    if parts:
        assert routine_id(*parts) == identity


def test_it_has_the_places_of_its_weeks_and_no_others() -> None:
    back, sun = programme(COURSE), programme(GROWTH)

    assert has_place(back, CoursePlace(5, "b"))
    assert not has_place(back, CoursePlace(6, "b"))
    assert not has_place(back, CoursePlace(1, "c"))
    assert not has_place(back, GrowthPlace(5))
    assert has_place(sun, GrowthPlace(3))
    assert not has_place(sun, GrowthPlace(11))
    assert not has_place(sun, CoursePlace(1, "a"))


def test_a_session_is_a_routine_with_the_doses_of_its_week() -> None:
    routine = make_routine(programme(COURSE), CoursePlace(2, "a"))

    (block,) = routine.blocks
    warm, reps, held = block.steps
    assert (warm.seconds, reps.reps, held.reps, held.seconds_per_rep) == (60, 11, 3, 14)
    assert (routine.id, routine.place, routine.group) == ("back-w2-a", "desk", "mobility")
    assert routine.text_context == "programme back"
    assert routine.name == "Back"


def test_a_day_of_a_growth_is_a_routine_with_its_passes() -> None:
    routine = make_routine(programme(GROWTH, "sun"), GrowthPlace(7))

    assert routine.id == "sun-p7"
    assert routine.blocks[0].steps[0].reps == 7
    assert routine.closing_rest_seconds == 20


@each_case(
    ("plan", "place"),
    [
        (COURSE, CoursePlace(6, "a")),
        (COURSE, CoursePlace(1, "z")),
        (COURSE, GrowthPlace(5)),
        (GROWTH, GrowthPlace(11)),
        (GROWTH, CoursePlace(1, "a")),
    ],
)
def test_there_are_no_other_sessions(plan, place) -> None:
    with pytest.raises(UnknownIdError):
        make_routine(programme(plan), place)


def test_halves_are_rounded_up_and_exactly() -> None:
    assert [week_step(COURSE, HOLD, week).seconds for week in COURSE.weeks] == [25, 28, 30, 28, 30]


def test_who_moves_up_starts_anew_and_goes_on_by_a_rung_a_week() -> None:
    levels = {"bridge": ChosenLevel("L2", 3)}

    steps = [week_step(COURSE, REPS, week, levels) for week in COURSE.weeks]
    assert [each.level for each in steps] == ["L1", "L1", "L2", "L2", "L2"]
    assert [each.reps for each in steps] == [10, 11, 10, 11, 12]


def test_who_goes_to_an_easier_level_keeps_the_doses() -> None:
    levels = {"bird": ChosenLevel("L1", 3)}

    steps = [week_step(COURSE, HELD, week, levels) for week in COURSE.weeks]
    assert [each.level for each in steps] == ["L2", "L2", "L1", "L1", "L1"]
    assert [each.seconds_per_rep for each in steps] == [13, 14, 15, 14, 15]


def test_a_week_knows_its_stretch() -> None:
    assert [COURSE.stretch(week).name for week in (1, 2, 3, 5, 9)] == [
        "Learn",
        "Learn",
        "Build",
        "Build",
        "Build",
    ]


def test_work_is_the_phases_of_work_alone() -> None:
    phases = [Phase(kind, 10 + index, "plank") for index, kind in enumerate(PhaseKind)]
    work = sum(each.seconds for each in phases if each.kind is PhaseKind.WORK)

    assert work_seconds(Timeline("r", tuple(phases))) == work == 11


def test_a_place_some_weeks_later() -> None:
    assert weeks_later(CoursePlace(2, "b"), 3) == CoursePlace(5, "b")


@each_case(
    ("last", "recent", "lights", "following"),
    [
        (None, "", (), "1a"),
        ("1a", "1a", (GREEN,), "1b"),
        ("1b", "1a 1b", (GREEN, GREEN), "2a"),
        ("1b", "1a 1b", (None,), "2a"),
        ("1a", "1b 1a", (GREEN,), "2a"),  # in the other order
        ("5b", "5b", (GREEN,), None),
        ("5b", "5b", (AMBER,), "5a"),
        ("2a", "2a", (AMBER,), "2b"),
        ("2b", "2a 2b", (AMBER, GREEN), "2a"),
        ("3a", "3a", (RED,), "1b"),
        ("4b", "4a 4b", (GREEN, RED), "1a"),
        ("5b", "5b", (RED,), "1b"),
        ("1a", "1a", (RED,), "1b"),
    ],
)
def test_pain_decides_with_what_to_go_on(last, recent, lights, following) -> None:
    found = next_place(COURSE, place(last), frozenset(map(place, recent.split())), lights)

    assert found == place(following)


@each_case(
    ("last", "wanting", "lights", "following"),
    [
        ("1b", 0, (), "2a"),
        ("1b", 3, (), "2a"),  # within the stretch
        ("2b", 1, (), "2a"),
        ("2b", 0, (), "3a"),
        ("2b", 3, (RED,), "1a"),
        ("2b", 3, (AMBER,), "2a"),
        ("5b", 3, (), None),  # nothing comes after it
    ],
)
def test_a_gate_that_is_not_met_brings_the_last_week_again(
    last, wanting, lights, following
) -> None:
    found = next_place(COURSE, CoursePlace(int(last[0]), last[1]), frozenset(), lights, wanting)

    assert found == place(following)


def test_a_stretch_has_a_first_and_a_last_week() -> None:
    weeks = [(COURSE.first_week(each), COURSE.last_week(each)) for each in COURSE.weeks]

    assert weeks == [(1, 2), (1, 2), (3, 5), (3, 5), (3, 5)]


def place(text: str | None) -> CoursePlace | None:
    return CoursePlace(int(text[0]), text[1]) if text else None


@each_case(
    ("week", "lights", "go_on"),
    [
        (1, (), 2),
        (5, (GREEN,), 5),
        (3, (AMBER,), 3),
        (3, (RED,), 1),
        (5, (RED,), 1),
        (1, (RED,), 1),
    ],
)
def test_the_week_to_go_on_with(week, lights, go_on) -> None:
    assert week_to_go_on(COURSE, week, lights) == go_on


def test_red_goes_back_to_the_last_week_that_is_low_enough() -> None:
    course = replace(COURSE, percents=(100, 110, 120, 110, 120, 130))

    assert week_to_go_on(course, 6, [RED]) == 4


def test_an_unknown_letter_is_told() -> None:
    with pytest.raises(UnknownIdError):
        COURSE.session("z")
