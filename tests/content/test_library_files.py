"""What ships: the exercises and routines of the brief, with its names and figures."""

from pathlib import Path

import pytest

from coreapp.content.loader import load_exercises, load_routines
from coreapp.content.schema import STEP_CHARACTERS
from coreapp.domain import vocabulary
from coreapp.domain.exercise import Exercise, ExerciseKind, Sides
from coreapp.domain.routine import Routine
from coreapp.domain.timeline import PhaseKind, compile_timeline
from coreapp.i18n import LANGUAGES, install, names_in_all_languages

ROOT = Path(__file__).resolve().parents[2]

HOLD, TIMED, REPS, FLOW = ExerciseKind
BILATERAL, EACH_SIDE, ALTERNATING = Sides

LONGEST_NAME = 34

KINDS = {
    "bicycle-crunch": (REPS, ALTERNATING, 2),
    "bird-dog": (REPS, ALTERNATING, 6),
    "butterfly-stretch": (HOLD, BILATERAL, None),
    "calf-stretch": (HOLD, EACH_SIDE, None),
    "cat-cow": (REPS, BILATERAL, 6),
    "child-pose": (HOLD, BILATERAL, None),
    "dead-bug": (REPS, ALTERNATING, 5),
    "desk-back-bend": (REPS, BILATERAL, 5),
    "desk-calf-raise": (REPS, BILATERAL, 3),
    "desk-chin-tuck": (REPS, BILATERAL, 5),
    "desk-hinge": (HOLD, BILATERAL, None),
    "desk-hip-flexor": (HOLD, EACH_SIDE, None),
    "desk-march": (TIMED, ALTERNATING, None),
    "desk-push-up": (REPS, BILATERAL, 4),
    "desk-shoulder-squeeze": (REPS, BILATERAL, 5),
    "desk-side-bend": (HOLD, EACH_SIDE, None),
    "desk-sit-to-stand": (REPS, BILATERAL, 4),
    "foam-roll-glutes": (TIMED, EACH_SIDE, None),
    "foam-roll-thighs": (TIMED, BILATERAL, None),
    "foam-roll-upper-back": (TIMED, BILATERAL, None),
    "forward-lunge": (REPS, ALTERNATING, 4),
    "glute-bridge": (REPS, BILATERAL, 5),
    "hip-abduction-side-lying": (REPS, EACH_SIDE, 5),
    "hip-adduction-side-lying": (REPS, EACH_SIDE, 5),
    "hip-circles": (REPS, EACH_SIDE, 3),
    "hip-flexor-stretch": (HOLD, EACH_SIDE, None),
    "hip-thrust": (REPS, BILATERAL, 5),
    "kettlebell-deadlift": (REPS, BILATERAL, 5),
    "knee-push-up": (REPS, BILATERAL, 3),
    "leg-swing-front": (REPS, EACH_SIDE, 2),
    "leg-swing-side": (REPS, EACH_SIDE, 2),
    "lunch-walk": (TIMED, BILATERAL, None),
    "lunge-stretch": (HOLD, EACH_SIDE, None),
    "mcgill-curl-up": (REPS, EACH_SIDE, 13),
    "pigeon-pose": (HOLD, EACH_SIDE, None),
    "piriformis-stretch": (HOLD, EACH_SIDE, None),
    "plank": (HOLD, BILATERAL, None),
    "prone-y-t-raise": (REPS, BILATERAL, 6),
    "quad-stretch": (HOLD, EACH_SIDE, None),
    "russian-twist": (REPS, ALTERNATING, 2),
    "seated-hamstring-stretch": (HOLD, EACH_SIDE, None),
    "side-plank": (HOLD, EACH_SIDE, None),
    "standing-forward-bend": (HOLD, BILATERAL, None),
    "sun-salutation": (FLOW, ALTERNATING, 72),
    "torso-twist": (REPS, ALTERNATING, 2),
    "walk-break": (TIMED, BILATERAL, None),
}
"""Kind, sides and seconds of one repetition, as in the brief."""

NAMES = {
    "plank": ("Forearm plank", "Unterarmstütz (Plank)", "Plank (onderarmsteun)"),
    "side-plank": ("Side plank", "Seitstütz", "Zijplank"),
    "bird-dog": ("Bird dog", "Bird Dog", "Bird dog"),
    "glute-bridge": (
        "Glute bridge",
        "Beckenheben (Schulterbrücke)",
        "Bruggetje (bekken heffen)",
    ),
    "dead-bug": ("Dead bug", "Dead Bug (Käfer)", "Dead bug (kever)"),
    "sun-salutation": ("Sun salutation", "Sonnengruß", "Zonnegroet"),
    "cat-cow": ("Cat–cow", "Katze-Kuh", "Kat-koe"),
    "child-pose": ("Child's pose", "Kindhaltung", "Kindhouding"),
    "desk-march": ("Marching on the spot", "Gehen auf der Stelle", "Marcheren op de plaats"),
    "desk-back-bend": ("Standing back bend", "Rückbeuge im Stand", "Achteroverbuigen in stand"),
    "desk-shoulder-squeeze": (
        "Shoulder-blade squeeze",
        "Schulterblätter zusammenziehen",
        "Schouderbladen samenknijpen",
    ),
    "walk-break": ("Walking break", "Gehpause", "Wandelpauze"),
}

ROUTINE_NAMES = {
    "cooldown-stretch": (
        "Cool-down stretch",
        "Cool-down mit Dehnen",
        "Cooling-down met rekken",
    ),
    "core-basics-runners": (
        "Core basics for runners",
        "Rumpf-Basis für Läufer",
        "Core-basis voor lopers",
    ),
    "core-four": (
        "The core four",
        "Vier für den Rumpf",
        "Vier voor de core",
    ),
    "desk-1min-micro": (
        "Micro break",
        "Mikropause",
        "Micropauze",
    ),
    "desk-2min-a-reset": (
        "Desk break A – reset",
        "Schreibtischpause A – Aufrichten",
        "Bureaupauze A – oprichten",
    ),
    "desk-2min-b-legs": (
        "Desk break B – legs",
        "Schreibtischpause B – Beine",
        "Bureaupauze B – benen",
    ),
    "desk-2min-c-hips": (
        "Desk break C – hips",
        "Schreibtischpause C – Hüfte",
        "Bureaupauze C – heupen",
    ),
    "desk-2min-d-upper": (
        "Desk break D – upper body",
        "Schreibtischpause D – Oberkörper",
        "Bureaupauze D – bovenlichaam",
    ),
    "desk-2min-e-back-line": (
        "Desk break E – back line",
        "Schreibtischpause E – Rückseite",
        "Bureaupauze E – achterzijde",
    ),
    "desk-2min-f-walk": (
        "Desk break F – walk",
        "Schreibtischpause F – Gehen",
        "Bureaupauze F – wandelen",
    ),
    "desk-3min-energy": (
        "Desk break 3 min",
        "Schreibtischpause 3\N{NO-BREAK SPACE}Min.",
        "Bureaupauze 3\N{NO-BREAK SPACE}min",
    ),
    "easy-day-mobility": (
        "Easy day",
        "Leichter Tag",
        "Rustige dag",
    ),
    "foam-roll-recovery": (
        "Foam roll recovery",
        "Rollen zur Erholung",
        "Foamrollen voor herstel",
    ),
    "hips-piriformis": (
        "Hips & piriformis",
        "Hüfte und Piriformis",
        "Heupen en piriformis",
    ),
    "mcgill-big-three": (
        "McGill big three",
        "McGill Big Three",
        "McGill big three",
    ),
    "runner-dynamic-warmup": (
        "Runner's dynamic warm-up",
        "Dynamisches Aufwärmen für Läufer",
        "Dynamische warming-up voor lopers",
    ),
    "runners-five": (
        "Five for runners",
        "Fünf für Läufer",
        "Vijf voor lopers",
    ),
    "runners-six": (
        "Six for runners",
        "Sechs für Läufer",
        "Zes voor lopers",
    ),
    "strength-30": (
        "Strength 30 minutes",
        "Kraft 30 Minuten",
        "Kracht 30 minuten",
    ),
    "sun-salutation-10": (
        "Sun salutation 10",
        "Sonnengruß 10",
        "Zonnegroet 10",
    ),
    "sun-salutation-5": (
        "Sun salutation 5",
        "Sonnengruß 5",
        "Zonnegroet 5",
    ),
    "two-to-start": (
        "Two to start with",
        "Zwei für den Anfang",
        "Twee om mee te beginnen",
    ),
}
"""In English, German and Dutch; those that the brief gives are its own."""

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


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    """The catalogues, compiled."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in (ROOT / "translations").glob("*/LC_MESSAGES/coreapp.po"):
        folder = tmp_path / source.parent.relative_to(ROOT)
        folder.mkdir(parents=True)
        with source.open("rb") as po_file, (folder / "coreapp.mo").open("wb") as mo_file:
            write_mo(mo_file, read_po(po_file))
    return tmp_path / "translations"


def test_the_exercises_of_the_brief_are_there_in_the_order_of_their_files(
    exercises: dict[str, Exercise],
) -> None:
    found = {each.id: (each.kind, each.sides, each.seconds_per_rep) for each in exercises.values()}

    assert found == KINDS
    assert list(found) == sorted(KINDS)


def test_every_exercise_is_complete(exercises: dict[str, Exercise]) -> None:
    for exercise in exercises.values():
        assert [level.id for level in exercise.levels] == ["L1", "L2", "L3"], exercise.id
        assert set(exercise.aliases) == set(LANGUAGES), exercise.id
        assert all(len(aliases) >= 3 for aliases in exercise.aliases.values()), exercise.id
        assert exercise.mistakes, exercise.id
        assert exercise.sources[0].startswith("S"), exercise.id


def test_only_the_two_without_any_in_the_brief_have_no_cautions(
    exercises: dict[str, Exercise],
) -> None:
    without = [each.id for each in exercises.values() if not each.cautions]

    assert without == ["desk-shoulder-squeeze", "walk-break"]


def test_steps_and_cues_can_be_spoken_in_every_language(
    exercises: dict[str, Exercise], catalogues: Path
) -> None:
    install(catalogues, "en")
    try:
        for exercise in exercises.values():
            assert 4 <= len(exercise.steps) <= 7, exercise.id
            for text in exercise.steps + tuple(each.cue for each in exercise.positions):
                for spoken in names_in_all_languages(exercise.text_context, text).values():
                    assert len(spoken) <= STEP_CHARACTERS, spoken
    finally:
        install(Path(), "en")


def test_names_in_three_languages_are_those_of_the_brief(
    exercises: dict[str, Exercise], routines: dict[str, Routine], catalogues: Path
) -> None:
    install(catalogues, "en")
    try:
        of_exercises = {
            each.id: tuple(names_in_all_languages(each.text_context, each.name).values())
            for each in exercises.values()
        }
        of_routines = {
            each.id: tuple(names_in_all_languages(each.text_context, each.name).values())
            for each in routines.values()
        }
    finally:
        install(Path(), "en")

    assert {each: of_exercises[each] for each in NAMES} == NAMES
    assert of_routines == ROUTINE_NAMES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_exercises_have_the_same_name(
    language: str, exercises: dict[str, Exercise], catalogues: Path
) -> None:
    install(catalogues, "en")
    try:
        names = [
            names_in_all_languages(each.text_context, each.name)[language]
            for each in exercises.values()
        ]
    finally:
        install(Path(), "en")

    assert len(set(names)) == len(names)


def test_every_word_of_the_vocabulary_is_used(exercises: dict[str, Exercise]) -> None:
    def used(*fields: str) -> set[str]:
        return {
            word for each in exercises.values() for field in fields for word in getattr(each, field)
        }

    assert set(vocabulary.AREAS) == used("areas")
    assert set(vocabulary.EQUIPMENT) - used("equipment") <= {"band", "cushion"}
    assert set(vocabulary.PLACES) == used("places")
    assert set(vocabulary.PURPOSES) == used("purposes")
    assert set(vocabulary.MUSCLES) - used("muscles", "secondary_muscles") <= {"biceps"}
    assert {each.position for each in exercises.values()} == set(vocabulary.POSITIONS)


def test_what_needs_no_floor_is_done_standing_or_sitting(exercises: dict[str, Exercise]) -> None:
    no_floor = [each for each in exercises.values() if "no_floor" in each.places]

    assert {each.position for each in no_floor} <= {"standing", "seated"}
    assert all("mat" not in each.equipment for each in no_floor)


def test_what_can_be_done_at_the_desk_needs_no_floor(exercises: dict[str, Exercise]) -> None:
    at_the_desk = {each.id for each in exercises.values() if "desk" in each.places}
    no_floor = {each.id for each in exercises.values() if "no_floor" in each.places}

    assert at_the_desk <= no_floor
    assert {each for each in exercises if each.startswith("desk-")} <= at_the_desk


def test_every_sitting_break_can_be_done_in_one_of_two_ways(
    exercises: dict[str, Exercise],
) -> None:
    for_breaks = {each.id for each in exercises.values() if "sitting_break" in each.purposes}

    assert for_breaks >= {each for each in exercises if each.startswith("desk-")}
    assert for_breaks >= {"walk-break", "lunch-walk"}
    assert all(exercises[each].seated for each in for_breaks)


def test_a_reason_to_stop_is_no_caution_again(exercises: dict[str, Exercise]) -> None:
    for exercise in exercises.values():
        assert not set(exercise.stop_if) & set(exercise.cautions), exercise.id
        assert len(exercise.stop_if) <= 3, exercise.id


@pytest.mark.parametrize(("routine", "seconds"), TOTALS.items())
def test_totals_are_those_of_the_brief(
    routine: str, seconds: int, routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    assert compile_timeline(routines[routine], exercises).seconds == seconds
    assert routines[routine].expected_seconds == seconds


@pytest.mark.parametrize("routine", STEPS)
def test_each_exercise_takes_the_time_of_the_brief(
    routine: str, routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    times: dict[str, float] = {}
    for phase in compile_timeline(routines[routine], exercises).phases:
        times[phase.exercise] = times.get(phase.exercise, 0) + phase.seconds

    assert list(times.items()) == STEPS[routine]


def test_the_pyramids_are_six_four_two(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    """How often each side holds for ten seconds in one go, from one get-ready to the next."""
    rungs: dict[str, list[float]] = {}
    for phase in compile_timeline(routines["mcgill-big-three"], exercises).phases:
        if phase.kind is PhaseKind.GET_READY:
            rungs.setdefault(phase.exercise, []).append(0)
        elif phase.kind is PhaseKind.WORK:
            rungs[phase.exercise][-1] += (phase.reps or 1) / 2

    # A lift of the curl-up has no side; half of them are done with the other knee bent.
    assert rungs["mcgill-curl-up"] == [3, 2, 1]
    assert rungs["side-plank"] == rungs["bird-dog"] == [6, 4, 2]


@pytest.mark.parametrize(
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


def test_names_of_routines_are_short(catalogues: Path, routines: dict[str, Routine]) -> None:
    install(catalogues, "en")
    try:
        for each in routines.values():
            for name in names_in_all_languages(each.text_context, each.name).values():
                assert len(name) <= LONGEST_NAME, name
    finally:
        install(Path(), "en")


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
    assert ready("mcgill-big-three") == [10, *[10, 20, 20] * 3]


def test_a_folder_without_files_is_not_an_empty_library(tmp_path: Path) -> None:
    from coreapp.domain.errors import ContentError

    with pytest.raises(ContentError, match="holds no content files"):
        load_exercises(tmp_path)
    with pytest.raises(ContentError, match="holds no content files"):
        load_routines(tmp_path, {})
