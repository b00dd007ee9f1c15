"""Searching forgives case, accents, umlauts and a wrong letter, and puts the best first."""

from difflib import SequenceMatcher

from hypothesis import example, given
from hypothesis import strategies as st

from coreapp.domain.search import (
    FORGIVEN_FROM_LETTERS,
    LIKENESS,
    NEAR,
    best_matches,
    fold,
    forget,
    learn,
    nearest_matches,
)
from tests.each_case import each_case

THINGS = {
    "plank": ("Plank", "Unterarmstütz"),
    "side-plank": ("Side plank", "Seitstütz"),
    "bridge": ("Glute bridge", "Beckenheben (Brücke)"),
    "march": ("Marching on the spot", "Gehen am Platz"),
    "child-pose": ("Child’s pose", "Stellung des Kindes", "balasana"),
}


def found(word: str) -> list[str]:
    return best_matches(word, THINGS, lambda thing: THINGS[thing])


@each_case(
    ("word", "expected"),
    [
        ("plank", ["plank", "side-plank"]),
        ("PLANK", ["plank", "side-plank"]),
        ("  plank ", ["plank", "side-plank"]),
        ("side p", ["side-plank"]),
        ("stutz", []),
        ("stütz", ["plank", "side-plank"]),
        ("stuetz", ["plank", "side-plank"]),
        ("brücke", ["bridge"]),
        ("Bruecke", ["bridge"]),
        ("plnak", ["plank", "side-plank"]),
        ("balasna", ["child-pose"]),
        ("marc", ["march"]),
        ("zzzz", []),
        ("plx", []),
    ],
)
def test_a_word_finds_what_is_meant(word, expected):
    assert found(word) == expected


@each_case("word", ["", "   "])
def test_no_word_finds_everything_in_order(word):
    assert found(word) == list(THINGS)


def test_the_kind_of_match_decides_before_the_order():
    texts = {
        "typo": ("Plannk",),
        "inside": ("Explanko",),
        "word": ("Side plank",),
        "start": ("Planking",),
        "same": ("Plank",),
    }

    assert best_matches("plank", texts, lambda each: texts[each]) == [
        "same",
        "start",
        "word",
        "inside",
        "typo",
    ]


def test_an_earlier_text_of_a_thing_counts_more():
    texts = {"second": ("Stretch", "Plank"), "first": ("Plank", "Stretch")}

    assert best_matches("plank", texts, lambda each: texts[each]) == ["first", "second"]


def test_words_are_compared_folded():
    assert fold("Straße über Ångström, Éclair") == "strasse ueber angstroem, eclair"
    assert fold("Bru\u0308cke") == fold("Br\u00fccke") == "bruecke"


@given(st.text(max_size=12))
def test_any_word_can_be_typed(word):
    assert set(found(word)) <= set(THINGS)


@given(st.sampled_from(sorted(THINGS)), st.integers(1, 30))
def test_every_beginning_of_a_name_finds_it(thing, length):
    assert thing in found(THINGS[thing][0][:length])


@each_case(
    ("word", "expected"),
    [
        ("plamk", ["plank", "side-plank"]),
        ("planken", ["plank", "side-plank"]),
        ("Ruckenstutz", ["side-plank", "plank"]),
        ("childish", ["child-pose"]),
        ("xyzzy", []),
        ("", []),
    ],
)
def test_where_nothing_matches_the_nearest_names_are_offered(word, expected):
    assert nearest_matches(word, THINGS, lambda each: THINGS[each], 2) == expected


def test_things_without_a_text_are_never_near():
    assert nearest_matches("plank", ["bare"], lambda _each: (), 3) == []


FEW_LETTERS = st.text("abcd", min_size=FORGIVEN_FROM_LETTERS, max_size=9)


@given(FEW_LETTERS, FEW_LETTERS)
@example("kniels", "knie")
@example("kniel", "knie")
@example("ekniel", "xknie")
def test_wrong_letters_are_forgiven_up_to_the_likeness_and_no_further(wanted, word):
    start = word[: len(wanted) + 1]
    share = SequenceMatcher(None, wanted, start, autojunk=False).ratio()

    is_found = bool(best_matches(wanted, [word], lambda each: (each,)))

    assert is_found == (wanted in word or share >= LIKENESS)


@given(st.text("abcde", min_size=1, max_size=9), st.text("abcdef ", min_size=1, max_size=12))
@example("abcdefghijklmnopqrst", "abcdefghijkuvwxyzuvw")
@example("abcd", "ef ab")
def test_near_is_what_shares_enough_letters_as_a_whole_or_in_a_word(wanted, text):
    likenesses = [
        SequenceMatcher(None, each, wanted, autojunk=False).ratio()
        for each in (text, *text.split())
    ]

    found = nearest_matches(wanted, [text], lambda each: (each,), 1)

    assert bool(found) == (max(likenesses) >= NEAR)


def test_what_is_learnt_or_forgotten_is_found_as_before():
    before = {word: found(word) for word in ("pla", "plnak", "stuetz", "zzzz")}
    forget()
    for texts in THINGS.values():
        learn(texts)
    assert {word: found(word) for word in before} == before

    forget()
    assert {word: found(word) for word in before} == before
