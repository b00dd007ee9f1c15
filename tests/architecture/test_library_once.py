"""What is remembered of the library is what making it anew would give."""

import shutil
from pathlib import Path

import pytest

from coreapp import bootstrap
from coreapp.content.loader import load_exercises, load_routines
from tests.fakes.shipped import ASSETS


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Content of a test's own, of which nothing is remembered."""
    for folder in ("exercises", "routines"):
        shutil.copytree(ASSETS / folder, tmp_path / folder)
    return tmp_path


def test_it_is_in_use() -> None:
    for each in (bootstrap.load_exercises, bootstrap.load_routines):
        assert each.__module__ == "tests.library_once"
    assert (
        load_exercises(ASSETS / "exercises")["plank"]
        is load_exercises(ASSETS / "exercises")["plank"]
    )


def test_it_is_what_is_made_anew_and_in_the_same_order(copied: Path) -> None:
    exercises, anew = load_exercises(ASSETS / "exercises"), load_exercises(copied / "exercises")
    assert list(exercises.items()) == list(anew.items())
    assert exercises["plank"] is not anew["plank"]
    routines = load_routines(ASSETS / "routines", exercises)
    assert list(routines.items()) == list(load_routines(copied / "routines", anew).items())


def test_what_is_put_in_or_taken_out_concerns_nobody_else() -> None:
    exercises = load_exercises(ASSETS / "exercises")
    routines = load_routines(ASSETS / "routines", exercises)
    exercises.pop("plank")
    routines.clear()

    assert "plank" in load_exercises(ASSETS / "exercises")
    assert load_routines(ASSETS / "routines", load_exercises(ASSETS / "exercises"))


def test_routines_are_checked_against_the_exercises_given(copied: Path) -> None:
    exercises = load_exercises(ASSETS / "exercises")
    load_routines(ASSETS / "routines", exercises)
    with pytest.raises(Exception, match="exercise"):
        load_routines(ASSETS / "routines", {})


def test_what_does_not_ship_is_made_each_time(copied: Path) -> None:
    assert "plank" in load_exercises(copied / "exercises")
    (copied / "exercises" / "plank.toml").write_text("broken", encoding="utf-8")
    with pytest.raises(Exception, match="plank"):
        load_exercises(copied / "exercises")
