"""Exercises of one's own: made, duplicated, changed, deleted and brought back."""

from dataclasses import replace
from itertools import count

import pytest

from coreapp.domain.errors import (
    DiskFullError,
    InvalidValueError,
    StillUsedError,
    UnknownIdError,
)
from coreapp.domain.exercise import Dose, ExerciseKind, FlowPosition, Level
from coreapp.domain.own import LONGEST_NAME, checked_exercise
from coreapp.domain.routine_editing.faults import faults
from coreapp.services.library import LeftOut
from coreapp.services.own_exercises import (
    MOST_PICTURE_BYTES,
    OwnExercises,
    in_language_shown,
)
from coreapp.services.own_library import merge_own
from tests.each_case import each_case
from tests.fakes.documents import FakeDocuments
from tests.fakes.languages import shown_in
from tests.fakes.own import own_exercise, own_routine
from tests.fakes.pictures import JPEG, PNG, FakePictures
from tests.fakes.session_content import SALUTE, SIDE_PLANK, session_library
from tests.fakes.shipped import fresh_library


class World:
    """A library with what keeps its own exercises."""

    def __init__(self):
        self.library = session_library()
        self.documents = FakeDocuments()
        self.pictures = FakePictures()
        numbers = count(1)
        self.own = OwnExercises(
            self.library, self.documents, self.pictures, lambda: f"id-{next(numbers)}"
        )

    def next_start(self):
        library = session_library()
        merge_own(library, self.documents.all(), {})
        return library


@pytest.fixture
def world():
    return World()


def test_a_new_one_needs_a_name_and_a_step_and_is_there_after_the_next_start(world):
    draft = world.own.begin()
    with pytest.raises(InvalidValueError, match="name"):
        world.own.save(draft)
    with pytest.raises(InvalidValueError, match="step"):
        world.own.save(replace(draft, name="Crane"))
    assert world.documents.kept == {}

    kept = world.own.save(replace(draft, name=" Crane ", steps=("Stand on one leg.",)))
    assert (kept.id, kept.name) == ("id-1", "Crane")
    assert world.library.exercise("id-1") == kept
    assert world.next_start().exercise("id-1") == kept


def test_each_new_one_has_an_id_of_its_own(world):
    assert world.own.begin().id != world.own.begin().id


def test_a_copy_of_a_shipped_one_keeps_its_figure_and_has_the_texts_shown(world, tmp_path):
    texts = {
        (SIDE_PLANK.text_context, SIDE_PLANK.name): "Seitstütz",
        (SIDE_PLANK.text_context, "Lie down."): "Leg dich hin.",
    }
    with shown_in(tmp_path, "de", texts):
        copy = world.own.begin_copy("side-plank")
    assert copy.name == "Copy of Seitstütz"
    assert copy.steps == ("Leg dich hin.", "Lift the hips.")
    assert (copy.id, copy.figure) == ("id-1", "side-plank")
    assert world.documents.kept == {}


def test_a_copy_of_a_copy_keeps_the_figure_and_the_pictures(world):
    world.library.put_exercise(own_exercise())
    copy = world.own.begin_copy("my-plank")
    assert (copy.figure, copy.pictures) == ("side-plank", ("my-plank-1.jpg",))
    world.library.put_exercise(own_exercise(figure=""))
    assert world.own.begin_copy("my-plank").figure == ""


def test_the_name_of_a_copy_of_a_copy_has_an_end(world):
    world.library.put_exercise(own_exercise(name="x" * LONGEST_NAME))
    assert len(world.own.begin_copy("my-plank").name) == LONGEST_NAME


def test_nothing_can_be_copied_that_is_not_there(world):
    with pytest.raises(UnknownIdError):
        world.own.begin_copy("gone")


def test_every_shipped_exercise_can_be_duplicated():
    library = fresh_library()
    own = OwnExercises(library, FakeDocuments(), FakePictures(), lambda: "copy")
    for each in list(library.exercises):
        copy = own.save(own.begin_copy(each.id))
        assert (copy.kind, copy.levels, copy.figure) == (each.kind, each.levels, each.id)


def test_all_texts_are_taken_over(tmp_path):
    flow = replace(
        SALUTE,
        positions=(FlowPosition("Prayer pose", SALUTE.positions[0].breath, 6, "Stand tall."),),
        levels=(Level("L1", "Slow", "Faster.", Dose(1, None, 3, 0)),),
        aliases={"en": ("salute",), "de": ("Gruß",)},
    )
    context = flow.text_context
    texts = {
        (context, text): f"DE {text}"
        for text in ("Prayer pose", "Stand tall.", "Slow", "Faster.", flow.why, *flow.stop_if)
    }
    with shown_in(tmp_path, "de", texts):
        shown = in_language_shown(flow)
    assert (shown.positions[0].name, shown.positions[0].cue) == ("DE Prayer pose", "DE Stand tall.")
    assert (shown.levels[0].text, shown.levels[0].move_up) == ("DE Slow", "DE Faster.")
    assert (shown.why, shown.stop_if[0]) == (f"DE {flow.why}", f"DE {flow.stop_if[0]}")
    assert shown.aliases == {"de": ("Gruß",)}
    assert checked_exercise(replace(shown, id="x")).seated == ""


def test_a_change_replaces_what_was_kept(world):
    world.own.save(own_exercise())
    world.own.save(own_exercise(name="Crane"))
    assert world.library.exercise_name("my-plank") == "Crane"
    assert list(world.documents.kept) == ["my-plank"]


def test_a_deleted_one_is_gone_and_can_be_brought_back(world):
    kept = world.own.save(own_exercise())
    deleted = world.own.delete("my-plank")
    assert deleted == kept
    assert not world.library.is_own_exercise("my-plank")
    assert world.documents.kept == {}
    world.own.save(deleted)
    assert world.next_start().exercise("my-plank") == kept


def test_what_a_routine_of_ones_own_needs_is_not_deleted(world):
    world.own.save(own_exercise())
    world.library.put_routine(own_routine())
    with pytest.raises(StillUsedError) as caught:
        world.own.delete("my-plank")
    assert caught.value.users == ("Mein Abend",)
    assert world.library.is_own_exercise("my-plank")
    assert "my-plank" in world.documents.kept


def test_what_a_routine_of_ones_own_needs_keeps_what_it_is_measured_by(world):
    counted = own_exercise(
        kind=ExerciseKind.REPS, tempo=(2, 0, 2), levels=(Level("L1", "", "", Dose(1, None, 8, 0)),)
    )
    world.own.save(counted)
    routine = own_routine()
    step = replace(routine.blocks[0].steps[0], seconds=None, reps=8)
    block = replace(routine.blocks[0], steps=(step,))
    world.library.put_routine(replace(routine, blocks=(block,)))

    world.own.save(replace(counted, name="Renamed"))
    with pytest.raises(InvalidValueError, match="Mein Abend"):
        world.own.save(own_exercise())
    assert world.library.exercise("my-plank").kind is ExerciseKind.REPS


@pytest.mark.parametrize(
    "change",
    [
        {
            "kind": ExerciseKind.REPS,
            "tempo": (2, 0, 2),
            "levels": (Level("start", "", "", Dose(1, None, 8, 0)),),
        },
        {"levels": (Level("other", "", "", Dose(1, 20, None, 0)),)},
    ],
    ids=["counted", "without its level"],
)
def test_a_routine_of_ones_own_can_be_edited_after_each_change_of_its_exercise(world, change):
    world.own.save(own_exercise())
    world.library.put_routine(own_routine())

    world.own.save(own_exercise(name="Renamed"))
    with pytest.raises(InvalidValueError, match="Mein Abend"):
        world.own.save(own_exercise(**change))

    exercises = {each.id: each for each in world.library.exercises}
    assert faults(world.library.routine("my-evening"), exercises) == ()


@each_case("identity", ["side-plank", "gone"])
def test_only_ones_own_can_be_deleted(world, identity):
    with pytest.raises(UnknownIdError):
        world.own.delete(identity)


def test_what_cannot_be_written_changes_nothing(world):
    world.own.save(own_exercise())
    world.documents.failure = DiskFullError()
    with pytest.raises(DiskFullError):
        world.own.save(own_exercise(name="Crane"))
    with pytest.raises(DiskFullError):
        world.own.delete("my-plank")
    assert world.library.exercise_name("my-plank") == "Größere Brücke"


@pytest.mark.parametrize(("content", "name"), [(JPEG, "id-1.jpg"), (PNG, "id-1.png")])
def test_a_picture_is_kept_under_a_name_of_its_own(world, content, name):
    assert world.own.take_picture(content) == name
    assert world.pictures.kept == {name: content}


@each_case(
    ("content", "problem"),
    [(b"MZ", "not a picture"), (b"", "not a picture"), (JPEG * MOST_PICTURE_BYTES, "too large")],
)
def test_what_is_no_picture_is_refused(world, content, problem):
    with pytest.raises(InvalidValueError, match=problem):
        world.own.take_picture(content)
    assert world.pictures.kept == {}


def test_it_tells_where_a_picture_lies(world):
    assert world.own.picture_path("a.jpg") == world.pictures.path("a.jpg")


def test_pictures_that_nobody_shows_go_before_the_first_change_of_a_run_and_not_later(world):
    world.pictures.kept = {"my-plank-1.jpg": JPEG, "stray.jpg": JPEG}
    world.library.put_exercise(own_exercise())
    deleted = world.own.delete("my-plank")
    assert list(world.pictures.kept) == ["my-plank-1.jpg"]
    world.own.save(own_exercise("other"))
    world.own.save(deleted)
    assert list(world.pictures.kept) == ["my-plank-1.jpg"]


def test_no_picture_goes_while_an_exercise_cannot_be_read(world):
    world.pictures.kept = {"stray.jpg": JPEG}
    world.library.leave_out(LeftOut("exercise", "x", "X", UnknownIdError("exercise", "y")))
    world.own.save(own_exercise())
    assert list(world.pictures.kept) == ["stray.jpg"]
