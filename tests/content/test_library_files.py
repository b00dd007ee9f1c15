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

KINDS = {
    "bird-dog": (REPS, ALTERNATING, 6),
    "cat-cow": (REPS, BILATERAL, 6),
    "child-pose": (HOLD, BILATERAL, None),
    "dead-bug": (REPS, ALTERNATING, 5),
    "desk-back-bend": (REPS, BILATERAL, 5),
    "desk-march": (TIMED, ALTERNATING, None),
    "desk-shoulder-squeeze": (REPS, BILATERAL, 5),
    "glute-bridge": (REPS, BILATERAL, 5),
    "plank": (HOLD, BILATERAL, None),
    "side-plank": (HOLD, EACH_SIDE, None),
    "sun-salutation": (FLOW, ALTERNATING, 72),
    "walk-break": (TIMED, BILATERAL, None),
}

NAMES = {
    "plank": ("Forearm plank", "Unterarmstütz (Plank)", "Plank (onderarmsteun)"),
    "side-plank": (
        "Side plank",
        "Seitstütz (seitlicher Unterarmstütz)",
        "Zijplank (zijwaartse plank)",
    ),
    "bird-dog": (
        "Bird dog",
        "Bird Dog (Vierfüßlerstand, Arm und Bein diagonal strecken)",
        "Bird dog (handen-en-kniestand, arm en been strekken)",
    ),
    "glute-bridge": (
        "Glute bridge",
        "Beckenheben (Schulterbrücke)",
        "Bruggetje (bekken heffen)",
    ),
    "dead-bug": ("Dead bug", "Dead Bug (Käfer)", "Dead bug (kever)"),
    "sun-salutation": ("Sun salutation", "Sonnengruß", "Zonnegroet"),
    "cat-cow": ("Cat–cow", "Katze-Kuh", "Kat-koe"),
    "child-pose": ("Child's pose", "Kindhaltung (Stellung des Kindes)", "Kindhouding"),
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
    "core-basics-runners": (
        "Core basics for runners",
        "Rumpf-Basis für Läufer",
        "Core-basis voor lopers",
    ),
    "sun-salutation-5": ("Sun salutation 5", "Sonnengruß 5", "Zonnegroet 5"),
    "desk-2min-a-reset": (
        "Desk break A – reset",
        "Schreibtischpause A – Aufrichten",
        "Bureaupauze A – oprichten",
    ),
    "desk-2min-f-walk": (
        "Desk break F – walk",
        "Schreibtischpause F – Gehen",
        "Bureaupauze F – wandelen",
    ),
}

STEPS = {
    "core-basics-runners": [
        ("cat-cow", 46),
        ("dead-bug", 200),
        ("glute-bridge", 160),
        ("bird-dog", 232),
        ("side-plank", 130),
        ("plank", 130),
        ("child-pose", 40),
    ],
    "sun-salutation-5": [("sun-salutation", 390)],
    "desk-2min-a-reset": [
        ("desk-march", 45),
        ("desk-back-bend", 35),
        ("desk-shoulder-squeeze", 40),
    ],
    "desk-2min-f-walk": [("walk-break", 120)],
}


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


def test_the_twelve_exercises_are_there_in_the_order_of_their_files(
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

    assert of_exercises == NAMES
    assert of_routines == ROUTINE_NAMES


def test_every_word_of_the_vocabulary_is_used(exercises: dict[str, Exercise]) -> None:
    def used(field: str) -> set[str]:
        return {word for each in exercises.values() for word in getattr(each, field)}

    assert used("areas") == set(vocabulary.AREAS)
    assert used("equipment") == set(vocabulary.EQUIPMENT)
    assert used("places") == set(vocabulary.PLACES)
    assert used("purposes") == set(vocabulary.PURPOSES)
    assert used("muscles") == set(vocabulary.MUSCLES)
    assert {each.position for each in exercises.values()} == set(vocabulary.POSITIONS)


def test_what_can_be_done_at_the_desk_needs_no_floor(exercises: dict[str, Exercise]) -> None:
    at_the_desk = {each.id for each in exercises.values() if "desk" in each.places}
    no_floor = {each.id for each in exercises.values() if "no_floor" in each.places}

    assert at_the_desk == no_floor
    assert at_the_desk == {"desk-march", "desk-back-bend", "desk-shoulder-squeeze", "walk-break"}


@pytest.mark.parametrize(
    ("routine", "seconds"),
    [
        ("core-basics-runners", 938),
        ("desk-2min-a-reset", 120),
        ("desk-2min-f-walk", 120),
        ("sun-salutation-5", 390),
    ],
)
def test_totals_are_those_of_the_brief(
    routine: str, seconds: int, routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    assert compile_timeline(routines[routine], exercises).seconds == seconds
    assert routines[routine].expected_seconds == seconds


@pytest.mark.parametrize("routine", STEPS)
def test_each_step_takes_the_time_of_the_brief(
    routine: str, routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    phases = compile_timeline(routines[routine], exercises).phases
    steps = [step for block in routines[routine].blocks for step in block.steps]

    times = [
        (step.exercise, sum(phase.seconds for phase in phases if phase.step == index))
        for index, step in enumerate(steps)
    ]

    assert times == STEPS[routine]


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


def test_a_folder_without_files_is_not_an_empty_library(tmp_path: Path) -> None:
    from coreapp.domain.errors import ContentError

    with pytest.raises(ContentError, match="holds no content files"):
        load_exercises(tmp_path)
    with pytest.raises(ContentError, match="holds no content files"):
        load_routines(tmp_path, {})
