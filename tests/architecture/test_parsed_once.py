"""What is remembered of a parser gives everybody what parsing anew would have given."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.parsed_once import parse_once

ASSETS = Path(__file__).parents[2] / "assets"


class Counted:
    """Parses, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, text: str, /, **options: Any) -> dict[str, Any]:
        self.count += 1
        return {"made": text.split(), "options": options}


@pytest.fixture
def counted() -> Counted:
    return Counted()


def test_it_is_in_use():
    assert tomllib.loads.__module__ == "tests.parsed_once"


def test_what_ships_is_the_same_each_time():
    files = sorted(ASSETS.rglob("*.toml"))
    others = []
    for file in files:
        with file.open("rb") as opened:
            anew = tomllib.load(opened)  # which has no memory
        text = file.read_text(encoding="utf-8")
        if not repr(tomllib.loads(text)) == repr(tomllib.loads(text)) == repr(anew):
            others.append(file.name)
    assert files
    assert others == []


def test_a_text_is_parsed_once_and_everybody_has_an_own_document(counted: Counted):
    loads = parse_once(counted)
    first = loads("a b")
    first["made"].append("mine")

    assert loads("a b") == {"made": ["a", "b"], "options": {}}
    assert loads("a c") != loads("a b")
    assert counted.count == 2


def test_with_options_it_is_parsed_anew(counted: Counted):
    loads = parse_once(counted)
    loads("a")
    assert loads("a", parse_float=str)["options"] == {"parse_float": str}


def test_what_cannot_be_kept_is_parsed_anew():
    for _ in range(2):
        assert parse_once(tomllib.loads)("day = 2026-03-02") == {"day": date(2026, 3, 2)}


def test_what_is_broken_stays_so():
    for _ in range(2):
        with pytest.raises(tomllib.TOMLDecodeError):
            tomllib.loads("[broken")
