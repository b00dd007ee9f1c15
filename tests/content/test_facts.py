"""Nothing of the five articles is lost: each fact is in the program, or it is said why not.

`tests/data/facts.toml` lists all facts with the places that say them, and the words that prove it.
An article of the guide names its facts too; both lists have to agree.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

from coreapp.domain.sitting.settings import BreakSettings
from tests.each_case import each_case

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
NUMBER_OF_FACTS = {"S0": 58, "S1": 44, "S2": 38, "S3": 20, "S4": 38}
TYPES = set("EHRWSNCTMP")
MAY_BE_LEFT_OUT = {"M", "P"}
FOLDERS = {"guide", "exercises", "routines", "programmes"}
PLACES = FOLDERS | {"steps", "signs", "settings", "program"}
NOT_SAID = {"id", "facts", "sources", "aliases", "figure", "signs"}
"""Keys of the content files whose texts are not what the exercise or the article says."""

Fact = dict[str, Any]
FACTS: dict[str, Fact] = tomllib.loads((ROOT / "tests/data/facts.toml").read_text("utf-8"))


def types(fact: Fact) -> set[str]:
    return set(fact["type"].split("/"))


def content(folder: str, name: str) -> dict[str, Any]:
    with (ASSETS / folder / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def strings(value: object) -> Iterator[str]:
    """Every text in a content file that is shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in NOT_SAID:
                yield from strings(each)


def steps(routine: dict[str, Any]) -> list[str]:
    return [step["exercise"] for block in routine["blocks"] for step in block["steps"]]


def sign(name: str) -> str:
    texts = {each["id"]: each["text"] for each in content("guide", "when-to-see-a-doctor")["signs"]}
    return texts[name]


def program_texts() -> list[str]:
    with (ROOT / "translations/coreapp.pot").open("rb") as file:
        texts = [each.id for each in read_po(file) if each.id and not each.context]
    return [text for text in texts if isinstance(text, str)]


def is_there(place: str, name: str, words: Any) -> bool:
    """Whether the place really has what the list says of it."""
    match place:
        case _ if place in FOLDERS:
            return any(words in text for text in strings(content(place, name)))
        case "steps":
            return words in steps(content("routines", name))
        case "signs":
            return words in sign(name)
        case "settings":
            return getattr(BreakSettings(), name) == words
        case _:
            return any(words in text for text in program_texts())


def proofs(fact: Fact) -> Iterator[tuple[str, str, Any]]:
    """Place, name and words of everything that is to be found."""
    for place in PLACES & set(fact):
        named = fact[place] if isinstance(fact[place], dict) else {"": fact[place]}
        for name, words in named.items():
            for each in words if isinstance(words, list) else [words]:
                yield place, name, each


def test_the_list_has_every_fact_of_the_articles() -> None:
    wanted = [f"{article}-{n:02}" for article, last in NUMBER_OF_FACTS.items()
              for n in range(1, last + 1)]  # fmt: skip

    assert list(FACTS) == wanted


def test_each_fact_is_written_with_known_keys_and_types_and_a_gist() -> None:
    known = {"type", "gist", "left_out"} | PLACES
    odd = [
        key
        for key, fact in FACTS.items()
        if not (set(fact) <= known and types(fact) <= TYPES and fact["gist"])
    ]

    assert not odd


def test_each_fact_is_where_the_list_says() -> None:
    missing = [
        (key, *proof)
        for key, fact in FACTS.items()
        for proof in proofs(fact)
        if not is_there(*proof)
    ]

    assert not missing


def test_each_fact_is_somewhere_or_left_out_for_a_reason() -> None:
    undecided, unsaid = [], []
    for key, fact in FACTS.items():
        is_said = any(True for _ in proofs(fact))
        if is_said == bool(fact.get("left_out")):
            undecided.append(key)
        if not (is_said or types(fact) <= MAY_BE_LEFT_OUT):
            unsaid.append(key)

    assert not undecided, "a place, or a reason"
    assert not unsaid, "of a type that has to be said"


@each_case("article", sorted(each.stem for each in (ASSETS / "guide").glob("*.toml")))
def test_articles_and_list_agree_on_who_says_what(article: str) -> None:
    listed = {key for key, fact in FACTS.items() if article in fact.get("guide", {})}

    assert set(content("guide", article)["facts"]) == listed


def test_warnings_are_signs_or_have_their_place_in_an_article() -> None:
    for key, fact in FACTS.items():
        if "W" in types(fact):
            assert "when-to-see-a-doctor" in fact["guide"], key
            assert fact["signs"], key


def test_numbers_are_said_in_figures_or_words() -> None:
    number = re.compile(r"\d|\b(?:two|three|five|six|eight|ten|half)\b", re.IGNORECASE)
    for key, fact in FACTS.items():
        if "N" in types(fact):
            assert any(number.search(str(words)) for _, _, words in proofs(fact)), key


def test_words_that_are_gone_would_be_noticed() -> None:
    assert is_there("guide", "sitting", "stand up about every 30 minutes")
    assert not is_there("guide", "sitting", "stand up about every 45 minutes")
    assert is_there("exercises", "plank", "Forearm plank")
    assert not is_there("exercises", "plank", "planken")  # only what people type
    assert not is_there("steps", "two-to-start", "dead-bug")
    assert not is_there("signs", "RF-09", "five days")
    assert not is_there("settings", "interval_min", 45)
    assert not is_there("program", "", "This app examines you")
