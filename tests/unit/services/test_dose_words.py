from dataclasses import replace

from coreapp.domain.exercise import Dose, ExerciseKind, Level, Sides
from coreapp.services.dose_words import card_dose, dose_text, rest_text, step_dose, usual_level
from tests.each_case import each_case
from tests.fakes.shipped import shipped_library


@each_case(
    ("exercise", "words"),
    [
        ("plank", "Hold, 3 × 20 s"),
        ("side-plank", "Hold, 2 × 20 s a side"),
        ("child-pose", "Hold, 30 s"),
        ("bird-dog", "2 × 8 a side"),
        ("glute-bridge", "2 × 12"),
        ("mcgill-curl-up", "6 + 4 + 2"),
        ("cat-cow", "8 times"),
        ("sun-salutation", "5 passes"),
        ("desk-march", "40 s"),
        ("walk-break", "2 min"),
    ],
)
def test_the_card_says_the_usual_dose(exercise: str, words: str) -> None:
    assert card_dose(shipped_library().exercise(exercise)) == words


def test_one_set_of_a_sided_exercise_says_so() -> None:
    side_plank = shipped_library().exercise("side-plank")
    bird_dog = shipped_library().exercise("bird-dog")
    assert dose_text(Dose(1, 20, None, 0), side_plank) == "20 s a side"
    assert dose_text(Dose(1, None, 8, 0), bird_dog) == "8 times a side"


def test_one_repetition_and_one_pass_are_singular() -> None:
    library = shipped_library()
    assert dose_text(Dose(1, None, 1, 0), library.exercise("cat-cow")) == "1 time"
    assert dose_text(Dose(1, None, 1, 0), library.exercise("sun-salutation")) == "1 pass"


def test_a_level_without_a_dose_leaves_the_card_empty() -> None:
    plank = shipped_library().exercise("plank")
    undosed = replace(plank, levels=(Level("L1", "Any", "Never"),))
    assert usual_level(undosed).id == "L1"
    assert card_dose(undosed) == ""


def test_a_step_is_told_like_a_dose() -> None:
    library = shipped_library()
    step = library.routine("core-basics-runners").blocks[0].steps[4]
    assert step_dose(step, library.exercise(step.exercise)) == "2 × 20 s a side"


def test_only_a_rest_that_is_there_is_named() -> None:
    assert rest_text(0) == ""
    assert rest_text(30) == "30 s rest between sets"
    assert rest_text(60) == "1 min rest between sets"


def test_every_kind_and_sides_has_words() -> None:
    plank = shipped_library().exercise("plank")
    for kind in ExerciseKind:
        for sides in Sides:
            exercise = replace(plank, kind=kind, sides=sides)
            for dose in (Dose(2, 20, None, 0), Dose(2, None, 8, 0)):
                assert "{" not in dose_text(dose, exercise)
