"""What an exercise or a routine of one's own has to be."""

from dataclasses import replace

from coreapp.domain import own
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.exercise import Breath, Dose, ExerciseKind, FlowPosition, Level, Sides
from coreapp.domain.own import checked_exercise, checked_routine
from coreapp.domain.routine import Block, Step
from tests.each_case import each_case
from tests.fakes.own import own_exercise, own_routine

HOLD = Dose(1, 20, None, 10)
COUNTED = Dose(2, None, 8, 10)


def levels(*doses: Dose | None) -> tuple[Level, ...]:
    return tuple(Level(f"level-{n}", "", "", dose) for n, dose in enumerate(doses))


def flow(*positions: FlowPosition):
    return {"kind": ExerciseKind.FLOW, "positions": positions, "levels": levels(COUNTED)}


POSITION = FlowPosition("Tall", Breath.IN, 4, "Reach up.")


def test_the_least_there_can_be_is_enough():
    least = own_exercise(
        name="Plank",
        sides=Sides.BILATERAL,
        aliases={},
        places=(),
        equipment=(),
        areas=(),
        muscles=(),
        secondary_muscles=(),
        purposes=(),
        why="",
        setup="",
        steps=("Hold.",),
        breathing="",
        mistakes=(),
        stop_if=(),
        cautions=(),
        sources=(),
        easier=None,
        seated="",
        figure="",
        pictures=(),
        levels=levels(HOLD),
    )
    assert checked_exercise(least) == least


def test_texts_are_trimmed_and_empty_lines_go():
    rough = own_exercise(name=" Plank ", steps=(" Lie down. ", "", " "), why=" So. ")
    checked = checked_exercise(rough)
    assert (checked.name, checked.steps, checked.why) == ("Plank", ("Lie down.",), "So.")


@each_case(
    "change",
    [
        {"kind": ExerciseKind.REPS, "tempo": (2, 0, 2), "levels": levels(COUNTED)},
        {"kind": ExerciseKind.TIMED},
        flow(POSITION),
        {"levels": levels(None)},
        {"levels": levels(HOLD, None, replace(HOLD, seconds=own.LONGEST_WORK))},
        {"name": "x" * own.LONGEST_NAME},
        {"steps": ("x" * own.LONGEST_STEP,) * own.MOST_STEPS},
    ],
)
def test_what_can_be_done_is_taken(change):
    assert checked_exercise(own_exercise(**change))


NO_EXERCISES = [
    ({"id": "My Plank"}, "id"),
    ({"name": "  "}, "name"),
    ({"name": "x" * (own.LONGEST_NAME + 1)}, "name"),
    ({"steps": ()}, "steps"),
    ({"steps": ("a",) * (own.MOST_STEPS + 1)}, "steps"),
    ({"steps": ("x" * (own.LONGEST_STEP + 1),)}, "steps"),
    ({"why": "x" * (own.LONGEST_TEXT + 1)}, "why"),
    ({"cautions": ("x" * (own.LONGEST_TEXT + 1),)}, "cautions"),
    ({"mistakes": ("x",) * (own.MOST_STEPS + 1)}, "mistakes"),
    ({"aliases": {"de": ("x",) * (own.MOST_STEPS + 1)}}, "aliases"),
    ({"aliases": {"de": ("x" * (own.LONGEST_NAME + 1),)}}, "aliases"),
    ({"position": "flying"}, "position"),
    ({"places": ("moon",)}, "places"),
    ({"muscles": ("tail",)}, "muscles"),
    ({"areas": ("core", "core")}, "areas"),
    ({"kind": ExerciseKind.FLOW, "levels": levels(COUNTED)}, "positions"),
    ({"positions": (POSITION,)}, "positions"),
    (flow(replace(POSITION, seconds=0)), "positions"),
    (flow(replace(POSITION, name="x" * (own.LONGEST_NAME + 1))), "positions"),
    (flow(*(POSITION,) * (own.MOST_STEPS + 1)), "positions"),
    ({"kind": ExerciseKind.REPS, "levels": levels(COUNTED)}, "tempo"),
    ({"kind": ExerciseKind.REPS, "levels": levels(COUNTED), "tempo": (0, 0, 0)}, "tempo"),
    ({"kind": ExerciseKind.REPS, "levels": levels(COUNTED), "tempo": (-1, 2, 2)}, "tempo"),
    ({"tempo": (2, 0, 2)}, "tempo"),
    ({"levels": ()}, "dose"),
    ({"levels": levels(*(HOLD,) * (own.MOST_LEVELS + 1))}, "levels"),
    ({"levels": (*levels(HOLD), *levels(HOLD))}, "levels"),
    ({"levels": (Level("", "", "", HOLD),)}, "levels"),
    ({"levels": levels(COUNTED)}, "seconds"),
    ({"levels": levels(replace(HOLD, reps=3))}, "seconds"),
    ({"levels": levels(replace(HOLD, sets=0))}, "sets"),
    ({"levels": levels(replace(HOLD, seconds=0))}, "seconds"),
    ({"levels": levels(replace(HOLD, seconds=float("nan")))}, "seconds"),
    ({"levels": levels(replace(HOLD, rest_seconds=-1))}, "rest_seconds"),
    ({"kind": ExerciseKind.REPS, "levels": levels(HOLD), "tempo": (2, 0, 2)}, "reps"),
    (
        {
            "kind": ExerciseKind.REPS,
            "levels": levels(replace(COUNTED, reps=0)),
            "tempo": (2, 0, 2),
        },
        "reps",
    ),
    ({"figure": "../plank"}, "figure"),
    ({"easier": "No"}, "easier"),
    ({"pictures": ("x.jpg",) * (own.MOST_PICTURES + 1)}, "pictures"),
    ({"pictures": ("../x.jpg",)}, "pictures"),
    ({"pictures": ("x.exe",)}, "pictures"),
    ({"pictures": ("jpg",)}, "pictures"),
]


def refused_key(check, made) -> str | None:
    """Return by which name something is refused; nothing if it is not."""
    try:
        check(made)
    except InvalidValueError as error:
        return error.key
    return None


def test_what_cannot_be_done_is_named():
    wrong = [
        (change, key, found)
        for change, key in NO_EXERCISES
        if (found := refused_key(checked_exercise, own_exercise(**change))) != key
    ]
    assert wrong == []


def test_a_routine_is_taken_with_its_name_trimmed():
    assert checked_routine(own_routine(name=" Evening ")) == own_routine(name="Evening")


def step(**changes) -> dict:
    return {"blocks": (Block((Step("my-plank", **({"seconds": 20} | changes)),)),)}


NO_ROUTINES = [
    ({"id": "../x"}, "id"),
    ({"name": ""}, "name"),
    ({"place": "moon"}, "place"),
    ({"group": "moon"}, "group"),
    ({"audience": "x" * (own.LONGEST_TEXT + 1)}, "audience"),
    ({"closing_rest_seconds": -1}, "closing_rest_seconds"),
    ({"expected_seconds": -1}, "expected_seconds"),
    ({"expected_seconds": float("nan")}, "expected_seconds"),
    ({"blocks": ()}, "blocks"),
    ({"blocks": (Block(()),)}, "blocks"),
    ({"blocks": (Block((Step("x", seconds=1),) * (own.MOST_ROUTINE_STEPS + 1)),)}, "blocks"),
    ({"blocks": (Block((Step("x", seconds=1),), 0),)}, "rounds"),
    ({"blocks": (Block((Step("x", seconds=1),), 1, -1),)}, "rest_seconds"),
    (step(sets=0), "sets"),
    (step(seconds=0), "seconds"),
    (step(seconds=None, reps=0), "reps"),
    (step(seconds=None, reps=3, seconds_per_rep=-1), "seconds_per_rep"),
    (step(ready_seconds=-1), "ready_seconds"),
    (step(level="x" * (own.LONGEST_NAME + 1)), "level"),
    (step(note="x" * (own.LONGEST_TEXT + 1)), "note"),
]


def test_what_no_routine_can_be_is_named():
    wrong = [
        (change, key, found)
        for change, key in NO_ROUTINES
        if (found := refused_key(checked_routine, own_routine(**change))) != key
    ]
    assert wrong == []


def test_a_counted_step_with_its_pace_is_taken():
    routine = own_routine(**step(seconds=None, reps=3, seconds_per_rep=4.0))
    assert checked_routine(routine) == routine
