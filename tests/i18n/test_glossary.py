"""One word for one thing, and *du* and *je* throughout: the catalogues keep to the glossary."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from babel.messages.pofile import read_po

from tests.each_case import each_case

FOLDER = Path(__file__).resolve().parents[2] / "translations"
COLUMN = {"de": 1, "nl": 2}
BOLD = re.compile(r"\*\*(.+?)\*\*")
NAMES = [re.escape(name) for name in (FOLDER / "spelling/names.txt").read_text("utf-8").split("\n")]
NOT_SAID = re.compile(rf"\{{[^}}]*\}}|“[^”]*”|^[^(]* et al\.[^(]*|{'|'.join(filter(None, NAMES))}")
"""Placeholders, what is quoted, who published what, and names, which are not translated."""
ENDING = 2
"""So many letters at the end of a longer word may change with number and case."""

FORMAL = {
    "de": re.compile(r"(?<![.:!?“„–] )(?<!^)\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b|\bIhnen\b"),
    "nl": re.compile(r"\b(?:[Uu]|[Uu]w)\b"),
}
"""*Sie* at the start of a sentence is *she* or *they* and may stand."""


@dataclass(frozen=True)
class Term:
    """A row of the glossary that is looked for."""

    english: tuple[str, ...]
    translations: dict[str, tuple[str, ...]]

    def is_in(self, text: str) -> bool:
        return bool(self._pattern.search(said_in(text)))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = "|".join(re.escape(word) for word in self.english)
        return re.compile(rf"\b(?:{words})(?:s|es)?\b", re.IGNORECASE)

    def is_kept(self, text: str, language: str) -> bool:
        said = plain(text)
        return any(
            all(stem(word) in said for word in each.split()) for each in self.translations[language]
        )


@cache
def said_in(text: str) -> str:
    """What a text says in words of its own."""
    return NOT_SAID.sub(" ", text).replace("-", " ")


@cache
def plain(text: str) -> str:
    """A text without capitals and accents, so that plurals with an umlaut are found."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(each for each in letters if not unicodedata.combining(each))


def stem(word: str) -> str:
    plain_word = plain(word)
    return plain_word[:-ENDING] if len(plain_word) > 2 + 2 * ENDING else plain_word


def words(cell: str) -> tuple[str, ...]:
    """The words of a cell: without remarks in parentheses and what only leads to them."""
    bare = re.sub(r"\(.*?\)|[*„“”…]", "", cell)
    found = [each.strip().removeprefix("to ") for each in re.split("[,;]", bare)]
    return tuple(each for each in found if each)


def terms(glossary: str) -> list[Term]:
    rows = [line.strip("| ").split("|") for line in glossary.splitlines() if line.startswith("|")]
    return [
        Term(words(bold[1]), {name: words(row[at]) for name, at in COLUMN.items()})
        for row in rows
        if (bold := BOLD.search(row[0]))
    ]


@cache
def messages(language: str) -> list[tuple[str, str]]:
    """English and translation of every text, form by form."""
    with (FOLDER / language / "LC_MESSAGES" / "coreapp.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    pairs = []
    for message in catalogue:
        ids = message.id if isinstance(message.id, list | tuple) else [message.id]
        strings = message.string
        forms = strings if isinstance(strings, list | tuple) else [strings]
        pairs += [(ids[min(n, len(ids) - 1)], form) for n, form in enumerate(forms) if ids[0]]
    return [(english, form) for english, form in pairs if form]


TERMS = terms((FOLDER / "glossary.md").read_text("utf-8"))


def test_each_term_is_translated_as_agreed() -> None:
    """One test for all: in which texts a term is, is the same for each language."""
    texts = {english for language in COLUMN for english, _ in messages(language)}
    other = []
    for term in TERMS:
        wanted = set(filter(term.is_in, texts))
        other += [
            f"{' / '.join(term.translations[language])}: {english}\n    {text}"
            for language in COLUMN
            for english, text in messages(language)
            if english in wanted and not term.is_kept(text, language)
        ]

    assert not other, "\n".join(other)


def test_every_term_is_used() -> None:
    said = [english for english, _ in messages("de")]

    assert [term.english for term in TERMS if not any(map(term.is_in, said))] == []


@each_case("language", COLUMN)
def test_people_are_spoken_to_as_friends(language: str) -> None:
    formal = [text for _, text in messages(language) if FORMAL[language].search(text)]

    assert not formal, "\n".join(formal)


@each_case(
    ("language", "text", "is_formal"),
    [
        ("de", "Drücken Sie auf Start.", True),
        ("de", "Nehmen Sie Ihren Stuhl.", True),
        ("de", "Wir helfen Ihnen.", True),
        ("de", "Die Wade: Sie dehnt sich.", False),
        ("de", "Sie dehnt die Wade. Sie kann ziehen.", False),
        ("de", "Steh auf, ihr Ende ist da.", False),
        ("nl", "Drukt u op start.", True),
        ("nl", "Neem uw stoel.", True),
        ("nl", "Twee uur zitten", False),
    ],
)
def test_the_formal_address_is_found(language: str, text: str, is_formal: bool) -> None:
    assert bool(FORMAL[language].search(text)) == is_formal


def test_another_word_for_a_term_is_found() -> None:
    (term,) = terms("| **buttocks** (two) | Gesäß; *der Po* | billen |")

    assert term.is_in("Squeeze your buttocks.")
    assert not term.is_in("“buttocks” and {buttocks}")
    assert term.is_kept("das Gesäß", "de")
    assert not term.is_kept("den Hintern", "de")
    assert term.is_kept("je billen", "nl")


def test_numbers_and_cases_of_a_word_are_the_same_word() -> None:
    (term,) = terms("| **low back** | unterer Rücken | onderrug |")

    assert term.is_kept("im unteren Rücken", "de")
    assert not term.is_kept("im Rücken", "de")
