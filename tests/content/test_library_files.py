"""What ships: the exercises of the brief, with its names and figures."""

from pathlib import Path

import pytest

from coreapp.content.loader import load_exercises, load_routines
from coreapp.content.schema import STEP_CHARACTERS
from coreapp.domain import vocabulary
from coreapp.domain.exercise import Exercise, ExerciseKind, Sides
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
    exercises: dict[str, Exercise], catalogues: Path
) -> None:
    install(catalogues, "en")
    try:
        of_exercises = {
            each.id: tuple(names_in_all_languages(each.text_context, each.name).values())
            for each in exercises.values()
        }
    finally:
        install(Path(), "en")

    assert {each: of_exercises[each] for each in NAMES} == NAMES


def test_no_two_exercises_have_the_same_name(
    exercises: dict[str, Exercise], catalogues: Path
) -> None:
    install(catalogues, "en")
    try:
        named = [
            names_in_all_languages(each.text_context, each.name) for each in exercises.values()
        ]
    finally:
        install(Path(), "en")

    for language in LANGUAGES:
        names = [each[language] for each in named]
        assert len(set(names)) == len(names), language


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


def test_a_folder_without_files_is_not_an_empty_library(tmp_path: Path) -> None:
    from coreapp.domain.errors import ContentError

    with pytest.raises(ContentError, match="holds no content files"):
        load_exercises(tmp_path)
    with pytest.raises(ContentError, match="holds no content files"):
        load_routines(tmp_path, {})
