"""Each thing that can be wrong with a content file is said with file, key and remedy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coreapp.content.loader import load_exercises, load_routines
from coreapp.domain.errors import ContentError

PLANK = "exercises/plank.toml"
BIRD_DOG = "exercises/bird-dog.toml"
MARCH = "exercises/desk-march.toml"
SUN = "exercises/sun-salutation.toml"
BASICS = "routines/core-basics-runners.toml"

Breaking = Callable[[str, str, str], None]

# file, what is replaced, by what; then the key, and a part of the problem and of the remedy
WRONG = [
    (PLANK, 'kind = "hold"', 'kind = "hold', "line 3", "valid TOML", "Correct the line"),
    (PLANK, 'id = "plank"', 'id = "plank"\nid = "x"', "line 2", "valid TOML", "Correct the line"),
    (PLANK, 'setup = "', 'set_up = "', "set_up", "no such key", "Remove it or correct its name"),
    (PLANK, "sets = 3", "sits = 3", "levels[1].dose.sits", "no such key", "Remove it"),
    (PLANK, 'sides = "bilateral"', "", "sides", "missing", "Add it"),
    (PLANK, 'name = "Forearm plank"', "name = 3", "name", "Expected `str`", "of the right type"),
    (PLANK, 'name = "Forearm plank"', 'name = ""', "name", "length >= 1", "Add what is missing"),
    (PLANK, "seconds = 20,", "seconds = -20,", "levels[1].dose.seconds", "> 0", "above 0"),
    (PLANK, "seconds = 30,", "seconds = -30,", "levels[3].dose.seconds", "> 0", "above 0"),
    (PLANK, "seconds = 20,", "seconds = inf,", "levels[1].dose.seconds", "<= 7200", "smaller"),
    (PLANK, "seconds = 20,", "seconds = nan,", "levels[1].dose.seconds", "> 0", "above 0"),
    (PLANK, "sets = 3", "sets = 0", "levels[1].dose.sets", ">= 1", "whole number from 1"),
    (PLANK, 'id = "plank"', 'id = "planc"', "id", "'planc'", "Write id = 'plank'"),
    (PLANK, "Keep breathing", "Keep breathing" * 9, "steps[5]", "length <= 90", "shorter"),
    (PLANK, 'easier = "bird-dog"', 'easier = "cat"', "easier", "'cat'", "bicycle-crunch, bird-dog"),
    (PLANK, 'easier = "bird-dog"', 'easier = "plank"', "easier", "'plank'", "another exercise"),
    (PLANK, "nl = [", "fr = [", "aliases.fr", "'fr'", "en, de, nl"),
    (PLANK, 'kind = "hold"', 'kind = "still"', "kind", "'still'", "hold, timed, reps, flow"),
    (PLANK, '"core"', '"cor"', "areas[1]", "'cor'", "core, lower_back"),
    (PLANK, '"quiet"', '"silent"', "places[1]", "'silent'", "desk, quiet"),
    (PLANK, '"mat"', '"carpet"', "equipment[1]", "'carpet'", "mat"),
    (PLANK, '"obliques"', '"legs"', "muscles[3]", "'legs'", "rectus_abdominis"),
    (PLANK, '"quadriceps"', '"legs"', "secondary_muscles[3]", "'legs'", "rectus_abdominis"),
    (PLANK, '"quadriceps"', '"obliques"', "secondary_muscles[3]", "muscles too", "one of the two"),
    (PLANK, "secondary_muscles", "# ", "secondary_muscles", "missing", "Add it"),
    (PLANK, 'why = "', '# "', "why", "missing", "Add it"),
    (PLANK, "stop_if = [", "stop_if = []\nx = [", "stop_if", "length >= 1", "Add what is missing"),
    (PLANK, "stop_if = [", "stop_if = ['', ", "stop_if[1]", "length >= 1", "Add what is missing"),
    (MARCH, 'seated = "', '# "', "seated", "missing", "variant on a chair"),
    (MARCH, 'seated = "', 'seated = ""  # "', "seated", "length >= 1", "may be left out"),
    (PLANK, '["strength"]', '["fun"]', "purposes[1]", "'fun'", "strength"),
    (PLANK, '"prone"', '"lying"', "position", "'lying'", "standing"),
    (PLANK, 'id = "L2"', 'id = "L1"', "levels[2].id", "twice", "own id"),
    (PLANK, "seconds = 20,", "reps = 20,", "levels[1].dose.seconds", "hold", "Add seconds"),
    (PLANK, "seconds = 20,", "seconds = 20, reps = 2,", "levels[1].dose.reps", "fit", "Remove"),
    (PLANK, 'kind = "hold"', 'kind = "hold"\ntempo = [1, 1, 1]', "tempo", "counted", "kind"),
    (BIRD_DOG, "tempo = [2, 2, 2]", "tempo = [2, 2]", "tempo", "length 3", "right type"),
    (BIRD_DOG, "tempo = [2, 2, 2]", "tempo = [0, 0, 0]", "tempo", "counted", "three numbers"),
    (BIRD_DOG, "tempo = [2, 2, 2]", "tempo = [2, -2, 2]", "tempo[2]", ">= 0", "not negative"),
    (BIRD_DOG, "tempo = [2, 2, 2]", "", "tempo", "counted", "three numbers"),
    (BIRD_DOG, "reps = 8,", "seconds = 8,", "levels[1].dose.reps", "of the kind reps", "Add reps"),
    (BIRD_DOG, 'harder = "plank"', 'harder = "planck"', "harder", "'planck'", "plank"),
    (SUN, 'breath = "in"', 'breath = "hold"', "positions[2].breath", "'hold'", "in, out"),
    (SUN, "seconds = 10", "seconds = 0", "positions[8].seconds", "> 0", "above 0"),
    (BASICS, 'exercise = "plank"', 'exercise = "planck"', "blocks[1].steps[6].exercise", "'planck'",
     "plank"),
    (BASICS, 'level = "L2"', 'level = "L4"', "blocks[1].steps[1].level", "'L4'", "L1, L2, L3"),
    (BASICS, "expected_seconds = 938", "expected_seconds = 900", "expected_seconds", "938",
     "Correct the doses or the total"),
    (BASICS, "switch_seconds = 5", "switch_seconds = 6", "expected_seconds", "940", "doses"),
    (BASICS, "switch_seconds = 5", "switch_seconds = -5", "blocks[1].steps[5].switch_seconds",
     ">= 0", "not negative"),
    (BASICS, "reps = 6", "seconds = 6", "blocks[1].steps[1].reps", "missing", "Add reps"),
    (BASICS, "reps = 6", "reps = 6\nseconds = 6", "blocks[1].steps[1].seconds", "fit", "Remove"),
    (BASICS, "reps = 6", "reps = 6\nadvance = 'jump'", "blocks[1].steps[1].advance", "'jump'",
     "time, tap"),
    (BASICS, "sets = 2\nseconds = 20", "seconds_per_rep = 13", "blocks[1].steps[5].reps",
     "one hold", "how many holds"),
    (BASICS, "sets = 2\nseconds = 20", "reps = 6", "blocks[1].steps[5].seconds", "of the kind hold",
     "Add seconds"),
    (BASICS, 'place = "mat"', 'place = "moon"', "place", "'moon'", "desk, mat"),
    (BASICS, 'group = "strength"', 'group = "moon"', "group", "'moon'", "strength, mobility"),
    (BASICS, 'id = "core-basics-runners"', 'id = "core"', "id", "'core'", "rename the file"),
    (BASICS, "[[blocks]]", "[[blocks]]\nrounds = 'two'", "blocks[1].rounds", "`int`", "right type"),
]  # fmt: skip


def what_is_told(content: Path) -> ContentError | None:
    """Return what is told of the content; nothing if it is taken as it is."""
    try:
        load_routines(content / "routines", load_exercises(content / "exercises"))
    except ContentError as error:
        return error
    return None


def test_a_wrong_file_is_named_with_key_and_remedy(content: Path, break_file: Breaking) -> None:
    told_otherwise = []
    for file, old, new, key, problem, remedy in WRONG:
        sound = (content / file).read_bytes()
        break_file(file, old, new)
        error = what_is_told(content)
        if (
            error is None
            or (error.file, error.key) != (Path(file).name, key)
            or problem not in error.problem
            or remedy not in error.remedy
            or not str(error).startswith(f"{Path(file).name}: {key}: ")
        ):
            told_otherwise.append((file, old, new, error))
        (content / file).write_bytes(sound)
    assert told_otherwise == []


def test_positions_belong_to_a_flow(content: Path, break_file: Breaking) -> None:
    path = content / SUN
    text = path.read_text(encoding="utf-8")
    path.write_text(text.partition("# Move and hold")[0], encoding="utf-8")

    with pytest.raises(ContentError, match=r"sun-salutation.toml: positions: .*Add the positions"):
        load_exercises(content / "exercises")


def test_a_file_that_is_not_utf_8_is_named_with_its_line(content: Path) -> None:
    path = content / PLANK
    path.write_bytes(b"\n# caf\xe9\n" + path.read_bytes())
    line = 2

    with pytest.raises(
        ContentError, match=rf"plank.toml: line {line}: is not UTF-8. Save the file"
    ):
        load_exercises(content / "exercises")


def test_a_file_cut_off_in_the_middle_is_named(content: Path) -> None:
    path = content / PLANK
    path.write_bytes(path.read_bytes().partition(b"steps = [")[0] + b"steps = [")

    with pytest.raises(ContentError) as caught:
        load_exercises(content / "exercises")

    assert caught.value.file == "plank.toml"
    assert caught.value.key == "end of file"


def test_a_file_that_cannot_be_read_is_named(content: Path) -> None:
    (content / PLANK).unlink()
    (content / PLANK).mkdir()

    with pytest.raises(ContentError, match=r"plank.toml: file: cannot be read .* readable"):
        load_exercises(content / "exercises")
