"""A person's own exercises and routines in the library."""

import logging

import pytest

from coreapp.domain.errors import InvalidValueError, UnknownIdError
from coreapp.services.library import LeftOut
from coreapp.services.own_documents import document_of
from coreapp.services.own_library import merge_own, tell_damaged
from tests.fakes.own import own_exercise, own_routine
from tests.fakes.session_content import session_library


@pytest.fixture
def library():
    return session_library()


def documents(*things):
    return {each.id: document_of(each) for each in things}


def test_own_things_come_after_those_that_ship(library):
    shipped = list(library.exercises), list(library.routines)
    merge_own(library, documents(own_exercise()), documents(own_routine()))

    assert list(library.exercises) == [*shipped[0], own_exercise()]
    assert list(library.routines) == [*shipped[1], own_routine()]
    assert library.is_own_exercise("my-plank")
    assert library.is_own_routine("my-evening")
    assert not library.is_own_exercise("side-plank")
    assert not library.is_own_routine("main")
    assert not library.is_own_exercise("gone")
    assert library.timeline("my-evening").seconds > 0
    assert library.left_out == ()


def test_a_changed_one_replaces_the_old_one_and_is_found_by_its_new_words(library):
    library.put_exercise(own_exercise())
    assert [each.id for each in library.search("Größere")] == ["my-plank"]
    assert [each.id for each in library.search("obliques")] == ["my-plank"]

    library.put_exercise(own_exercise(name="Kranich", muscles=("calves",)))
    assert library.search("Größere") == []
    assert library.search("obliques") == []
    assert [each.id for each in library.search("Kranich")] == ["my-plank"]
    assert library.exercise_name("my-plank") == "Kranich"


def test_what_is_dropped_is_gone(library):
    merge_own(library, documents(own_exercise()), documents(own_routine()))
    library.drop_routine("my-evening")
    library.drop_exercise("my-plank")

    with pytest.raises(UnknownIdError):
        library.routine("my-evening")
    with pytest.raises(UnknownIdError):
        library.exercise("my-plank")
    assert library.search("Größere") == []


def test_what_ships_is_neither_replaced_nor_dropped(library):
    with pytest.raises(InvalidValueError, match="shipped"):
        library.put_exercise(own_exercise("side-plank"))
    with pytest.raises(InvalidValueError, match="shipped"):
        library.put_routine(own_routine("main", "side-plank"))
    for drop in (library.drop_exercise, library.drop_routine):
        for identity in ("side-plank", "main", "gone"):
            with pytest.raises(UnknownIdError):
                drop(identity)


def test_it_tells_which_routines_of_ones_own_need_an_exercise(library):
    merge_own(library, documents(own_exercise()), documents(own_routine()))
    library.put_routine(own_routine("other", "side-plank"))

    assert [each.id for each in library.own_routines_with("my-plank")] == ["my-evening"]
    assert [each.id for each in library.own_routines_with("side-plank")] == ["other"]


def test_what_cannot_be_used_is_left_out_and_told_and_the_rest_is_there(library, caplog):
    broken = documents(own_exercise("other")) | {
        "broken": {"name": "Broken"},
        "nameless": {"id": "nameless"},
        "elsewhere": document_of(own_exercise("here")),
    }
    with caplog.at_level(logging.WARNING):
        merge_own(library, broken, documents(own_routine()))

    assert library.is_own_exercise("other")
    assert not library.is_own_routine("my-evening")
    told = {each.id: (each.kind, each.name) for each in library.left_out}
    assert told == {
        "broken": ("exercise", "Broken"),
        "nameless": ("exercise", "nameless"),
        "elsewhere": ("exercise", "Größere Brücke"),
        "my-evening": ("routine", "Mein Abend"),
    }
    assert "my-plank" in str(library.left_out[-1].error)
    assert library.exercise_name("broken") == "Broken"
    assert "broken is left out" in caplog.text


def test_what_was_left_out_and_can_be_used_again_is_no_longer_told(library):
    merge_own(library, {"my-plank": {}}, documents(own_routine()))
    assert len(library.left_out) == 2

    library.put_exercise(own_exercise())
    library.put_routine(own_routine())
    assert library.left_out == ()
    library.leave_out(LeftOut("routine", "x", "X", UnknownIdError("exercise", "y")))
    assert [each.id for each in library.left_out] == ["x"]


def test_a_name_that_is_none_is_cut_to_a_line(library):
    merge_own(library, {"x": {"name": "a\nb" * 10_000}}, {})
    (left_out,) = library.left_out
    assert len(left_out.name) == 80
    assert "\n" not in left_out.name


def test_a_file_that_cannot_be_read_is_told_until_the_thing_is_there(library):
    tell_damaged(library, "exercise", {"my-plank": "my-plank.json.bad"})
    (left_out,) = library.left_out
    assert (left_out.kind, left_out.id, left_out.error.value) == (
        "exercise",
        "my-plank",
        "my-plank.json.bad",
    )

    merge_own(library, documents(own_exercise()), {})
    assert library.left_out == ()
