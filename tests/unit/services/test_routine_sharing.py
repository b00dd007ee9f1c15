from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import DiskFullError, InvalidValueError, UnknownIdError
from coreapp.domain.exercise import Dose, ExerciseKind, Level
from coreapp.domain.routine import Block, Routine
from coreapp.domain.routine_editing.new_step import step_of
from coreapp.services.own_documents import exercise_from, routine_from
from coreapp.services.routine_sharing import Standing
from coreapp.services.shared_routine import SharedRoutine
from tests.fakes.own import own_exercise
from tests.fakes.own_routines import OwnWorld

FILE = Path("evening.coreapp-routine.json")


class Two:
    """Somebody who shares, and somebody who takes in."""

    def __init__(self) -> None:
        self.giver, self.taker = OwnWorld(), OwnWorld()
        self.taker.files.kept = self.giver.files.kept
        self.giver.library.put_exercise(own_exercise())

    def share(self, *exercises: str) -> Routine:
        kept = self.giver.own.keep(self.giver.made(*exercises))
        self.giver.sharing.share(kept.id, FILE)
        return kept

    def take_in(self) -> None:
        self.taker.sharing.take_in(self.taker.sharing.look_into(FILE))


@pytest.fixture
def two() -> Two:
    return Two()


def test_a_file_has_the_own_exercises_and_names_the_shipped_ones(two: Two) -> None:
    kept = two.share("plank", "my-plank", "glute-bridge", "plank")
    shared = two.giver.files.kept[FILE]
    assert shared.routine == kept
    assert [each.id for each in shared.exercises] == ["my-plank"]
    assert shared.exercises[0].pictures == ()
    assert shared.exercises[0].figure == "side-plank"
    assert shared.needs == ("plank", "glute-bridge")


def test_looking_into_a_file_tells_what_it_brings_and_changes_nothing(two: Two) -> None:
    kept = two.share("plank", "my-plank")
    arrival = two.taker.sharing.look_into(FILE)
    assert (arrival.standing, arrival.seconds) == (Standing.NEW, kept.expected_seconds)
    assert [(each.id, standing) for each, standing in arrival.exercises] == [
        ("my-plank", Standing.NEW)
    ]
    assert not arrival.changes_nothing
    assert two.taker.documents.kept == two.taker.exercise_documents.kept == {}
    assert not two.taker.library.is_own_routine(kept.id)


def test_what_is_taken_in_is_in_the_library_and_on_the_disk(two: Two) -> None:
    kept = two.share("plank", "my-plank")
    two.take_in()
    taker = two.taker
    assert taker.library.routine(kept.id) == kept
    assert taker.library.is_own_exercise("my-plank")
    assert routine_from(taker.documents.kept[kept.id]) == kept
    assert exercise_from(taker.exercise_documents.kept["my-plank"]).pictures == ()


def test_the_same_file_twice_changes_nothing(two: Two) -> None:
    two.share("plank", "my-plank")
    two.take_in()
    arrival = two.taker.sharing.look_into(FILE)
    assert arrival.changes_nothing
    two.taker.documents.failure = two.taker.exercise_documents.failure = DiskFullError("full")
    two.taker.sharing.take_in(arrival)


def test_a_newer_state_of_the_same_routine_takes_the_place_of_the_old_one(two: Two) -> None:
    kept = two.share("plank")
    two.take_in()
    changed = two.giver.own.keep(replace(kept, name="Morning"))
    two.giver.sharing.share(kept.id, FILE)
    assert two.taker.sharing.look_into(FILE).standing is Standing.OTHER
    two.take_in()
    assert two.taker.library.routine(kept.id) == changed


def test_pictures_that_are_here_stay_with_a_replaced_exercise(two: Two) -> None:
    two.taker.library.put_exercise(own_exercise(name="Mine"))
    two.share("my-plank")
    arrival = two.taker.sharing.look_into(FILE)
    assert arrival.exercises[0][1] is Standing.OTHER
    two.taker.sharing.take_in(arrival)
    taken = two.taker.library.exercise("my-plank")
    assert (taken.name, taken.pictures) == (own_exercise().name, own_exercise().pictures)


def test_links_to_what_does_not_come_along_are_cut(two: Two) -> None:
    two.giver.library.put_exercise(own_exercise("other"))
    linked = own_exercise(figure="other", easier="other", harder="my-plank")
    two.giver.library.put_exercise(linked)
    two.share("my-plank")
    sent = two.giver.files.kept[FILE].exercises[0]
    assert (sent.figure, sent.easier, sent.harder) == ("", None, "my-plank")


def test_only_ones_own_is_shared(two: Two) -> None:
    with pytest.raises(InvalidValueError, match="Everybody has it"):
        two.giver.sharing.share("core-basics-runners", FILE)
    with pytest.raises(UnknownIdError):
        two.giver.sharing.share("nothing", FILE)
    assert two.giver.files.kept == {}


def test_a_file_that_needs_what_is_not_here_is_refused(two: Two) -> None:
    two.share("my-plank", "plank")
    shared = two.giver.files.kept[FILE]
    for broken in (replace(shared, exercises=()), replace(shared, needs=("flying",))):
        two.taker.files.kept[FILE] = broken
        with pytest.raises(UnknownIdError):
            two.taker.sharing.look_into(FILE)


def test_nothing_shipped_is_replaced(two: Two) -> None:
    two.share("my-plank")
    shared = two.giver.files.kept[FILE]
    as_shipped = replace(shared.routine, id="core-basics-runners")
    disguised = replace(shared.exercises[0], id="plank")
    for broken in (
        replace(shared, routine=as_shipped),
        replace(shared, exercises=(*shared.exercises, disguised)),
    ):
        two.taker.files.kept[FILE] = broken
        with pytest.raises(InvalidValueError, match="shipped"):
            two.taker.sharing.look_into(FILE)


def test_a_routine_with_faults_is_refused(two: Two) -> None:
    kept = two.share("plank")
    step = replace(kept.blocks[0].steps[0], level="L9")
    two.taker.files.kept[FILE] = SharedRoutine(replace(kept, blocks=(Block((step,)),)))
    with pytest.raises(InvalidValueError, match="level"):
        two.taker.sharing.look_into(FILE)


def test_an_exercise_that_another_routine_could_not_be_done_with_is_refused(two: Two) -> None:
    counted = own_exercise(
        kind=ExerciseKind.REPS,
        tempo=(2, 1, 2),
        levels=(Level("start", "", "", Dose(1, None, 8, 0)),),
    )
    taker = two.taker
    taker.library.put_exercise(counted)
    mine = taker.own.keep(
        replace(taker.made(), id="mine", blocks=(Block((step_of(counted, counted.levels[0]),)),))
    )
    two.share("my-plank")
    with pytest.raises(InvalidValueError, match=mine.name):
        taker.sharing.look_into(FILE)
    taker.own.delete(mine.id)
    assert taker.sharing.look_into(FILE).exercises[0][1] is Standing.OTHER


def test_the_routine_itself_may_come_with_its_changed_exercise(two: Two) -> None:
    kept = two.share("my-plank")
    two.take_in()
    other = own_exercise(levels=(Level("new", "", "", Dose(1, 9, None, 0)),))
    two.giver.library.put_exercise(other)
    two.giver.own.keep(replace(kept, blocks=(Block((step_of(other, other.levels[0]),)),)))
    two.giver.sharing.share(kept.id, FILE)
    two.take_in()
    assert (
        two.taker.library.timeline(kept.id).seconds == two.giver.library.timeline(kept.id).seconds
    )


class FailingAfter:
    """Documents whose disk is full after a number of writings."""

    def __init__(self, documents, allowed: int) -> None:
        self._documents = documents
        self._allowed = allowed

    def all(self):
        return self._documents.all()

    def save(self, identity, document) -> None:
        if self._allowed == 0:
            raise DiskFullError("full")
        self._allowed -= 1
        self._documents.save(identity, document)

    def delete(self, identity) -> None:
        self._documents.delete(identity)


@given(st.integers(0, 2), st.booleans())
def test_a_full_disk_leaves_everything_as_it_was(allowed: int, was_there: bool) -> None:
    two = Two()
    for number in range(3):
        two.giver.library.put_exercise(own_exercise(f"mine-{number}"))
    two.share(*(f"mine-{number}" for number in range(3)))
    taker = two.taker
    if was_there:
        there = own_exercise("mine-0", name="Before")
        taker.library.put_exercise(there)
        taker.exercise_documents.save("mine-0", {"name": "Before"})
    exercises = list(taker.library.exercises)
    taker.sharing._exercises = FailingAfter(taker.exercise_documents, allowed)
    with pytest.raises(DiskFullError):
        two.take_in()
    assert list(taker.library.exercises) == exercises
    assert set(taker.exercise_documents.kept) == ({"mine-0"} if was_there else set())
    assert taker.documents.kept == {}


def test_a_full_disk_at_the_last_step_takes_the_first_ones_back(two: Two) -> None:
    two.share("my-plank", "plank")
    two.taker.documents.failure = DiskFullError("full")
    with pytest.raises(DiskFullError):
        two.take_in()
    assert two.taker.exercise_documents.kept == {}
    assert not two.taker.library.is_own_exercise("my-plank")
