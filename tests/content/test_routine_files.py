"""What ships: the routines of the brief, with its totals and steps."""

from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine
from coreapp.domain.timeline import PhaseKind, compile_timeline
from tests.each_case import each_case

TOTALS = {
    "cooldown-stretch": 565,
    "core-basics-runners": 938,
    "core-four": 507,
    "desk-1min-micro": 60,
    "desk-2min-a-reset": 120,
    "desk-2min-b-legs": 120,
    "desk-2min-c-hips": 122,
    "desk-2min-d-upper": 117,
    "desk-2min-e-back-line": 119,
    "desk-2min-f-walk": 120,
    "desk-3min-energy": 180,
    "easy-day-mobility": 628,
    "foam-roll-recovery": 250,
    "hips-piriformis": 971,
    "mcgill-big-three": 991,
    "runner-dynamic-warmup": 438,
    "runners-five": 625,
    "runners-six": 682,
    "strength-30": 1803,
    "sun-salutation-10": 750,
    "sun-salutation-5": 390,
    "two-to-start": 390,
}
"""Seconds; those of the four short lists are ours, all others the brief's."""

STEPS = {
    "cooldown-stretch": [
        ("walk-break", 120),
        ("calf-stretch", 70),
        ("quad-stretch", 70),
        ("hip-flexor-stretch", 75),
        ("seated-hamstring-stretch", 75),
        ("butterfly-stretch", 40),
        ("piriformis-stretch", 75),
        ("child-pose", 40),
    ],
    "core-basics-runners": [
        ("cat-cow", 46),
        ("dead-bug", 200),
        ("glute-bridge", 160),
        ("bird-dog", 232),
        ("side-plank", 130),
        ("plank", 130),
        ("child-pose", 40),
    ],
    "core-four": [("plank", 80), ("bird-dog", 184), ("russian-twist", 103), ("glute-bridge", 140)],
    "desk-1min-micro": [("desk-march", 35), ("desk-shoulder-squeeze", 25)],
    "desk-2min-a-reset": [
        ("desk-march", 45),
        ("desk-back-bend", 35),
        ("desk-shoulder-squeeze", 40),
    ],
    "desk-2min-b-legs": [("desk-sit-to-stand", 37), ("desk-calf-raise", 35), ("desk-march", 48)],
    "desk-2min-c-hips": [("desk-hip-flexor", 48), ("desk-side-bend", 54), ("desk-chin-tuck", 20)],
    "desk-2min-d-upper": [
        ("desk-push-up", 37),
        ("desk-shoulder-squeeze", 45),
        ("desk-chin-tuck", 35),
    ],
    "desk-2min-e-back-line": [
        ("desk-hinge", 25),
        ("torso-twist", 37),
        ("desk-side-bend", 28),
        ("desk-calf-raise", 29),
    ],
    "desk-2min-f-walk": [("walk-break", 120)],
    "desk-3min-energy": [
        ("desk-sit-to-stand", 41),
        ("desk-calf-raise", 41),
        ("desk-march", 53),
        ("desk-shoulder-squeeze", 45),
    ],
    "easy-day-mobility": [
        ("walk-break", 300),
        ("cat-cow", 58),
        ("child-pose", 40),
        ("glute-bridge", 50),
        ("dead-bug", 70),
        ("piriformis-stretch", 55),
        ("hip-flexor-stretch", 55),
    ],
    "foam-roll-recovery": [
        ("foam-roll-glutes", 110),
        ("foam-roll-thighs", 70),
        ("foam-roll-upper-back", 70),
    ],
    "hips-piriformis": [
        ("hip-circles", 58),
        ("hip-abduction-side-lying", 280),
        ("hip-adduction-side-lying", 135),
        ("glute-bridge", 160),
        ("piriformis-stretch", 145),
        ("pigeon-pose", 78),
        ("hip-flexor-stretch", 75),
        ("butterfly-stretch", 40),
    ],
    "mcgill-big-three": [
        ("cat-cow", 46),
        ("mcgill-curl-up", 206),
        ("side-plank", 377),
        ("bird-dog", 362),
    ],
    "runner-dynamic-warmup": [
        ("walk-break", 120),
        ("desk-march", 50),
        ("leg-swing-front", 50),
        ("leg-swing-side", 50),
        ("hip-circles", 70),
        ("torso-twist", 45),
        ("forward-lunge", 53),
    ],
    "runners-five": [
        ("dead-bug", 160),
        ("plank", 80),
        ("side-plank", 110),
        ("glute-bridge", 140),
        ("hip-thrust", 135),
    ],
    "runners-six": [
        ("plank", 80),
        ("side-plank", 110),
        ("bicycle-crunch", 103),
        ("forward-lunge", 151),
        ("knee-push-up", 103),
        ("kettlebell-deadlift", 135),
    ],
    "strength-30": [
        ("desk-march", 50),
        ("cat-cow", 46),
        ("kettlebell-deadlift", 155),
        ("hip-thrust", 140),
        ("forward-lunge", 183),
        ("hip-abduction-side-lying", 280),
        ("hip-adduction-side-lying", 280),
        ("knee-push-up", 115),
        ("prone-y-t-raise", 184),
        ("side-plank", 120),
        ("plank", 100),
        ("hip-flexor-stretch", 75),
        ("piriformis-stretch", 75),
    ],
    "sun-salutation-10": [("sun-salutation", 750)],
    "sun-salutation-5": [("sun-salutation", 390)],
    "two-to-start": [("plank", 180), ("glute-bridge", 210)],
}
"""Seconds of each exercise, all its steps and rounds together; the end with the last one."""


def test_totals_are_those_of_the_brief(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    assert {each: compile_timeline(routines[each], exercises).seconds for each in TOTALS} == TOTALS
    assert {each: routines[each].expected_seconds for each in TOTALS} == TOTALS


def test_each_exercise_takes_the_time_of_the_brief(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    for routine, steps in STEPS.items():
        times: dict[str, float] = {}
        for phase in compile_timeline(routines[routine], exercises).phases:
            times[phase.exercise] = times.get(phase.exercise, 0) + phase.seconds

        assert list(times.items()) == steps, routine


def test_the_pyramids_are_six_four_two(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    """How often each side holds for ten seconds in one go, from one rest to the next."""
    rungs: dict[str, list[float]] = {}
    for phase in compile_timeline(routines["mcgill-big-three"], exercises).phases:
        if phase.kind in {PhaseKind.GET_READY, PhaseKind.REST}:
            rungs.setdefault(phase.exercise, []).append(0)
        elif phase.kind is PhaseKind.WORK:
            rungs[phase.exercise][-1] += (phase.reps or 0) / 2

    # A lift of the curl-up has no side; half of them are done with the other knee bent.
    assert rungs["mcgill-curl-up"] == [3, 2, 1]
    assert rungs["side-plank"] == rungs["bird-dog"] == [6, 4, 2]


@each_case(
    ("routine", "exercises_of_the_article"),
    [
        ("core-four", ["plank", "bird-dog", "russian-twist", "glute-bridge"]),
        ("two-to-start", ["plank", "glute-bridge"]),
        (
            "runners-six",
            [
                "plank",
                "side-plank",
                "bicycle-crunch",
                "forward-lunge",
                "knee-push-up",
                "kettlebell-deadlift",
            ],
        ),
        ("runners-five", ["dead-bug", "plank", "side-plank", "glute-bridge", "hip-thrust"]),
    ],
)
def test_the_short_lists_are_those_of_the_articles_at_their_easiest(
    routine: str, exercises_of_the_article: list[str], routines: dict[str, Routine]
) -> None:
    steps = [step for block in routines[routine].blocks for step in block.steps]

    assert [step.exercise for step in steps] == exercises_of_the_article
    assert {step.level for step in steps} == {"L1"}
    assert routines[routine].group == "starter"
    assert "article" in routines[routine].audience


def test_what_does_not_suit_every_back_is_only_in_the_short_lists(
    routines: dict[str, Routine],
) -> None:
    holding = {
        each.id
        for each in routines.values()
        if {"russian-twist", "bicycle-crunch"} & set(each.exercises)
    }

    assert holding == {"core-four", "runners-six"}


def test_routines_at_the_desk_need_nothing_but_the_desk(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    at_the_desk = [each for each in routines.values() if each.place == "desk"]

    assert [each.id for each in at_the_desk if each.group == "desk"] == [
        each for each in sorted(routines) if each.startswith("desk-")
    ]
    for routine in at_the_desk:
        assert all("desk" in exercises[each].places for each in routine.exercises), routine.id


def test_only_walking_needs_no_time_to_get_ready(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    def ready(routine: str) -> list[float]:
        phases = compile_timeline(routines[routine], exercises).phases
        return [each.seconds for each in phases if each.kind is PhaseKind.GET_READY]

    assert ready("core-basics-runners") == [10] * 7
    assert ready("sun-salutation-5") == [10]
    assert ready("desk-2min-a-reset") == [5] * 3
    assert ready("desk-2min-f-walk") == []
    assert ready("runner-dynamic-warmup") == [5] * 6
    assert ready("mcgill-big-three") == [10] * 4


def test_a_rung_of_a_pyramid_is_one_side_then_the_other_and_rungs_rest(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    phases = compile_timeline(routines["mcgill-big-three"], exercises).phases
    plank = [each for each in phases if each.exercise == "side-plank"]
    shape = [(each.kind.value, each.side.value, each.seconds, each.reps) for each in plank]

    assert shape == [
        ("get_ready", "left", 10, None),
        ("work", "left", 78, 6),
        ("switch_sides", "right", 5, None),
        ("work", "right", 78, 6),
        ("rest", "left", 20, None),
        ("work", "left", 52, 4),
        ("switch_sides", "right", 5, None),
        ("work", "right", 52, 4),
        ("rest", "left", 20, None),
        ("work", "left", 26, 2),
        ("switch_sides", "right", 5, None),
        ("work", "right", 26, 2),
    ]
    assert [each.seconds for each in phases if each.kind is PhaseKind.REST] == [20] * 6
