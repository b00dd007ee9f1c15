"""The library: things by their ids, names in the language shown, found by what people type."""

from dataclasses import replace

import pytest

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.timeline import TimelineOptions
from coreapp.services.library import Library
from tests.each_case import each_case
from tests.fakes.languages import shown_in
from tests.fakes.session_content import BRIDGE, MAIN, SIDE_PLANK, session_library
from tests.fakes.shipped import shipped_library

GERMAN = {
    (SIDE_PLANK.text_context, SIDE_PLANK.name): "Seitstütz",
    (MAIN.text_context, MAIN.name): "Hauptprogramm",
}


@each_case("ask", ["exercise", "routine", "timeline"])
def test_what_is_not_there_is_named(ask):
    with pytest.raises(UnknownIdError, match="moon-walk"):
        getattr(session_library(), ask)("moon-walk")


def test_things_are_found_by_their_ids():
    library = session_library()

    assert library.exercise("side-plank") is SIDE_PLANK
    assert library.routine("main") is MAIN
    assert MAIN in library.routines
    assert SIDE_PLANK in library.exercises


def test_a_timeline_follows_the_options():
    library = session_library()

    plain = library.timeline("main")
    slow = library.timeline("main", TimelineOptions(extra_ready_seconds=5, wait_everywhere=True))

    assert slow.seconds == plain.seconds + 5
    assert all(phase.until_tapped for phase in slow.phases)


def test_names_are_in_the_language_shown_and_never_missing(tmp_path):
    library = session_library()

    assert library.exercise_name("side-plank") == "Side plank"
    with shown_in(tmp_path, "de", GERMAN):
        assert library.exercise_name("side-plank") == "Seitstütz"
        assert library.routine_name("main") == "Hauptprogramm"
        assert library.names(SIDE_PLANK)["de"] == "Seitstütz"
        assert library.names(SIDE_PLANK)["en"] == "Side plank"
    assert library.exercise_name("gone") == "Deleted exercise"
    assert library.routine_name("gone") == "gone"


TRAINED = {
    ("muscle", "Hip flexors"): "Hüftbeuger",
    ("equipment", "Wall"): "Wand",
    ("body area", "Feet"): "Füße",
    ("purpose", "Stretch"): "Dehnung",
    ("position", "Face down"): "In Bauchlage",
}


def test_exercises_are_found_by_what_they_train_and_need_as_shown_and_in_english(tmp_path):
    bridge = replace(
        BRIDGE,
        muscles=("hip_flexors",),
        secondary_muscles=("shins",),
        equipment=("wall",),
        areas=("feet",),
        purposes=("stretch",),
    )
    library = Library({each.id: each for each in (SIDE_PLANK, bridge)}, {})

    words = (
        "hip flex",
        "Hüftbeuger",
        "wall",
        "Wand",
        "feet",
        "Füße",
        "stretch",
        "Dehnung",
        "shins",
    )

    with shown_in(tmp_path, "de", TRAINED):
        missed = [word for word in words if library.search(word) != [bridge]]
    assert missed == []


def test_labels_that_are_searched_follow_the_language(tmp_path):
    library = Library({BRIDGE.id: BRIDGE}, {})

    assert library.search("Bauchlage") == []
    with shown_in(tmp_path, "de", TRAINED):
        assert library.search("Bauchlage") == [BRIDGE]
    assert library.search("Bauchlage") == []


def test_what_is_called_so_comes_before_what_only_trains_it():
    trains = replace(BRIDGE, muscles=("hamstrings",), areas=("hips",), purposes=("stretch",))
    stretch = replace(SIDE_PLANK, aliases={"en": ("long hip stretch",)})
    library = Library({each.id: each for each in (trains, stretch)}, {})

    for word in ("hip", "hips", "stretch"):
        assert library.search(word) == [stretch, trains], word


def test_exercises_are_found_in_every_language_by_alias_and_by_muscle(tmp_path):
    bridge = replace(
        BRIDGE, aliases={"nl": ("heuplift",), "xx": ("never",)}, muscles=("hamstrings",)
    )
    library = Library({each.id: each for each in (SIDE_PLANK, bridge)}, {})

    with shown_in(tmp_path, "de", GERMAN):
        for word, expected in {
            "seitst": [SIDE_PLANK],
            "side": [SIDE_PLANK],
            "heuplift": [bridge],
            "hamstr": [bridge],
            "glute-b": [bridge],
            "never": [],
            "": [SIDE_PLANK, bridge],
        }.items():
            assert library.search(word) == expected, word


@each_case(
    ("word", "first"),
    [
        ("Unterarmstütz", "plank"),
        ("Unterarmstuts", "plank"),
        ("zijplank", "side-plank"),
        ("zijplnak", "side-plank"),
        ("beckenheben", "glute-bridge"),
        ("bekenheben", "glute-bridge"),
        ("bruggetje", "glute-bridge"),
        ("brugetje", "glute-bridge"),
        ("glute", "glute-bridge"),
        ("gluet", "glute-bridge"),
        ("sonengruss", "sun-salutation"),
        ("deadbug", "dead-bug"),
    ],
)
def test_what_people_type_finds_what_they_mean_first(word, first):
    assert shipped_library().search(word)[0].id == first


def test_those_that_are_to_come_first_do_so_where_several_match_equally_well():
    library = session_library()
    every = [each.id for each in library.exercises]

    assert [each.id for each in library.search("", ["desk-march"])] == [
        "desk-march",
        *(each for each in every if each != "desk-march"),
    ]
    assert library.search("side", ["desk-march"])[0] is SIDE_PLANK


def test_what_is_called_nearly_so_can_be_asked_for():
    assert shipped_library().search("plonkenost") == []
    assert shipped_library().nearest("plonkenost", 2)[0].id == "plank"
    assert len(shipped_library().nearest("plonkenost", 1)) == 1
