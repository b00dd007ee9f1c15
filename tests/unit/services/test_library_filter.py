"""What the library can be narrowed down by, on a library made up for it."""

from dataclasses import replace

from coreapp.domain import vocabulary
from coreapp.services.library_filter import (
    NOTHING,
    Choice,
    Facet,
    Loosening,
    choices,
    facet_label,
    fits,
    loosenings,
    words_of,
)
from tests.each_case import each_case
from tests.fakes.languages import shown_in
from tests.fakes.session_content import BRIDGE, MARCH, SIDE_PLANK

PLANK = replace(
    SIDE_PLANK,
    purposes=("strength",),
    areas=("core", "shoulders"),
    position="side_lying",
    equipment=("mat",),
    places=("quiet",),
    easier="glute-bridge",
)
LIFT = replace(
    BRIDGE,
    purposes=("strength", "stretch"),
    areas=("hips", "core"),
    position="supine",
    equipment=("mat", "bench"),
    places=("quiet", "small_space"),
    harder="side-plank",
)
STEPS = replace(
    MARCH,
    purposes=("sitting_break",),
    areas=("feet",),
    position="standing",
    equipment=(),
    places=("desk", "no_floor"),
)
ALL = (PLANK, LIFT, STEPS)


@each_case(
    ("facet", "offered"),
    [
        (Facet.PURPOSE, {"strength": 2, "stretch": 1, "sitting_break": 1}),
        (Facet.AREA, {"core": 2, "shoulders": 1, "hips": 1, "feet": 1}),
        (Facet.POSITION, {"standing": 1, "supine": 1, "side_lying": 1}),
        (Facet.EQUIPMENT, {NOTHING: 1, "mat": 2, "bench": 1}),
        (Facet.PLACE, {"desk": 1, "quiet": 2, "no_floor": 1, "small_space": 1}),
        (Facet.LEVEL, {"gentle": 1, "usual": 1, "demanding": 1}),
    ],
)
def test_offered_is_what_there_is_in_the_order_of_the_vocabulary(facet, offered):
    found = choices(facet, ALL)

    assert {each.word: each.count for each in found} == offered
    assert [each.word for each in found] == list(offered)


def test_choices_are_labelled_in_the_language_shown(tmp_path):
    texts = {("equipment", "Bench"): "Bank", ("equipment", "No equipment"): "Ohne alles"}

    assert choices(Facet.EQUIPMENT, (STEPS,)) == [Choice(NOTHING, "No equipment", 1)]
    with shown_in(tmp_path, "de", texts):
        labels = [each.label for each in choices(Facet.EQUIPMENT, ALL)]
    assert labels == ["Ohne alles", "Mat", "Bank"]


def test_the_choice_of_nothing_is_no_word_of_the_vocabulary():
    assert NOTHING not in vocabulary.EQUIPMENT


def test_every_facet_has_a_name_of_its_own():
    assert len({facet_label(each) for each in Facet}) == len(Facet)


@each_case(
    ("chosen", "left"),
    [
        ({}, [PLANK, LIFT, STEPS]),
        ({Facet.AREA: "core"}, [PLANK, LIFT]),
        ({Facet.AREA: "core", Facet.EQUIPMENT: "bench"}, [LIFT]),
        ({Facet.EQUIPMENT: NOTHING}, [STEPS]),
        ({Facet.POSITION: "standing", Facet.PURPOSE: "strength"}, []),
        ({Facet.PLACE: "no_floor"}, [STEPS]),
        ({Facet.LEVEL: "demanding"}, [PLANK]),
    ],
)
def test_an_exercise_fits_that_has_everything_chosen(chosen, left):
    assert [each for each in ALL if fits(each, chosen)] == left


def test_a_word_that_is_not_in_the_vocabulary_is_not_offered():
    odd = replace(PLANK, equipment=("trampoline",))

    assert choices(Facet.EQUIPMENT, (odd,)) == []
    assert words_of(odd, Facet.EQUIPMENT) == ("trampoline",)


@each_case(
    ("changes", "word"),
    [
        ({"easier": None, "harder": None}, "usual"),
        ({"easier": "a", "harder": "b"}, "usual"),
        ({"easier": None, "harder": "b"}, "gentle"),
        ({"easier": "a", "harder": None}, "demanding"),
        ({"easier": "a", "harder": None, "muscles": ("whole_body",)}, "gentle"),
    ],
)
def test_an_exercise_is_as_demanding_as_its_relatives_say(changes, word):
    assert words_of(replace(PLANK, **changes), Facet.LEVEL) == (word,)


def test_levels_are_labelled():
    labels = [each.label for each in choices(Facet.LEVEL, ALL)]
    assert labels == ["To begin with", "In between", "Demanding"]


def test_where_nothing_fits_each_filter_that_stands_in_the_way_is_named_the_best_first():
    chosen = {Facet.POSITION: "standing", Facet.EQUIPMENT: "mat"}
    assert loosenings(ALL, chosen) == [
        Loosening(Facet.POSITION, "Standing", 2),
        Loosening(Facet.EQUIPMENT, "Mat", 1),
    ]


def test_a_filter_that_does_not_help_alone_is_not_named():
    chosen = {Facet.AREA: "feet", Facet.POSITION: "side_lying", Facet.EQUIPMENT: "bench"}
    assert loosenings(ALL, chosen) == []
    assert loosenings(ALL, {}) == []
