"""The program informs; it does not examine, promise or frighten.

All texts in three languages are searched, by whole words, for those that a program like this must
not say. That it replaces neither doctor nor physiotherapist it may and does say.
"""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from coreapp.i18n import LANGUAGES

FOLDER = Path(__file__).resolve().parents[1] / "translations"

MILLIGRAMS = r"\d+ ?mg"

TRANSLATED = [language for language in LANGUAGES if language != "en"]
TYPED_OR_SINGLE = "\"'«»\N{LEFT SINGLE QUOTATION MARK}"
FOREIGN_MARKS = {"de": f"{TYPED_OR_SINGLE}”", "nl": f"{TYPED_OR_SINGLE}„"}
"""Quotation marks of other languages and of typewriters."""
LOOSE_UNIT = re.compile(r"[\d}] (?:s|min|Min\.|cm|kg|km|%)(?!\w)|[\d}] ×|× [\d{]")
"""A number that a line break may part from its unit."""

FORBIDDEN = {
    "en": (
        r"diagnos(is|es|ed?|ing)",
        r"heal(s|ed|ing)?",
        r"cur(e|es|ed|ing)",
        r"guarantee(s|d|ing)?",
        r"prevent(s|ed|ing|ion)?",
        r"danger(s|ous|ously)?",
        r"damaged? (joint|back|disc|spine|muscle|tendon|nerve)s?",
        r"(joint|back|disc|spine|muscle|tendon|nerve) damage",
        r"worn[ -]out",
        r"out of place",
        r"you (have|suffer from) an? (\w+ )?(injury|strain|hernia|inflammation|syndrome)",
        MILLIGRAMS,
    ),
    "de": (
        r"diagnos(e|en|tizier\w*)",
        r"(ge)?heil(en|t|te|st|end|ung|ungen)",
        r"kurier(en|t|te|st)",
        r"garantier(en|t|te|st)|garantie(n)?",
        r"verhinder(n|t|te|st)|verhüt(en|et|ete)",
        r"gefahr(en)?|gefährlich\w*",
        r"(be|ge)schädigt\w* (gelenk|rücken|bandscheibe|wirbelsäule|muskel|sehne|nerv)\w*",
        r"(gelenk|rücken|bandscheiben|wirbel|muskel|sehnen|nerven)sch[aä]den?",
        r"verschlissen\w*|verschleiß",
        r"du hast eine? \w*(verletzung|zerrung|entzündung|syndrom|bandscheibenvorfall)",
        MILLIGRAMS,
    ),
    "nl": (
        r"diagnos(e|es|tice\w*)",
        r"genees|geneest|genezen|genas|genezing",
        r"gegarandeerd\w*|garande(er|ert|ren)|garantie(s)?",
        r"voorkomt|verhindert",
        r"gevaar|gevaren|gevaarlijk\w*",
        r"beschadigde? (gewricht|rug|tussenwervelschijf|wervelkolom|spier|pees|zenuw)\w*",
        r"(gewrichts|rug|spier|pees|zenuw)schade",
        r"versleten|slijtage",
        r"je hebt een \w*(blessure|verrekking|hernia|ontsteking|syndroom)",
        MILLIGRAMS,
    ),
}


def forbidden_in(text: str, language: str) -> list[str]:
    """Return the words of `text` that must not be said."""
    pattern = "|".join(FORBIDDEN[language])
    return [found[0] for found in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE)]


def texts(language: str) -> list[str]:
    """All texts of the program and the content in one language."""
    source = "de" if language == "en" else language
    with (FOLDER / source / "LC_MESSAGES" / "coreapp.po").open("rb") as file:
        catalogue = read_po(file, locale=source)
    said: list[str] = []
    for message in filter(lambda each: each.id, catalogue):
        shown = message.id if language == "en" else message.string
        said += shown if isinstance(shown, list | tuple) else [shown or ""]
    return [text for text in said if text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_promised_and_nobody_is_frightened(language: str) -> None:
    wrong = [
        f"{', '.join(found)}: {text}"
        for text in texts(language)
        if (found := forbidden_in(text, language))
    ]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_shouted(language: str) -> None:
    loud = [text for text in texts(language) if "!" in text]

    assert not loud, "\n".join(loud)


@pytest.mark.parametrize("language", TRANSLATED)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    foreign = [text for text in texts(language) if set(text) & set(FOREIGN_MARKS[language])]

    assert not foreign, "\n".join(foreign)


@pytest.mark.parametrize("language", TRANSLATED)
def test_numbers_stay_with_their_units(language: str) -> None:
    loose = [text for text in texts(language) if LOOSE_UNIT.search(text)]

    assert not loose, "\n".join(loose)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_standing_line_is_said_as_agreed(language: str) -> None:
    assert STANDING_LINES[language] in texts(language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This is no diagnosis."),
        ("en", "Walking heals."),
        ("en", "A cure for back pain"),
        ("en", "Guaranteed results"),
        ("en", "A short walk prevents back pain."),
        ("en", "You have a damaged joint."),
        ("en", "Your discs are worn out."),
        ("en", "Sitting is dangerous."),
        ("en", "You have a muscle strain."),
        ("en", "Take 400 mg."),
        ("de", "Das ist keine Diagnose."),
        ("de", "Gehen heilt den Rücken."),
        ("de", "Erfolg garantiert"),
        ("de", "Das verhindert Schmerzen."),
        ("de", "Ein geschädigtes Gelenk"),
        ("de", "Du hast eine Muskelzerrung."),
        ("nl", "Dit is geen diagnose."),
        ("nl", "Wandelen geneest je rug."),
        ("nl", "Succes gegarandeerd"),
        ("nl", "Dat voorkomt pijn."),
        ("nl", "Een beschadigd gewricht"),
        ("nl", "Je hebt een hernia."),
    ],
)
def test_what_must_not_be_said_is_found(language: str, text: str) -> None:
    assert forbidden_in(text, language)


STANDING_LINES = {
    "en": "General exercise information. This app does not examine you and does not replace a "
    "doctor or physiotherapist.",
    "de": "Allgemeine Übungsinformationen. Diese App untersucht dich nicht und ersetzt weder "
    "ärztlichen Rat noch Physiotherapie.",
    "nl": "Algemene oefeninformatie. Deze app onderzoekt je niet en vervangt geen arts of "
    "fysiotherapeut.",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *STANDING_LINES.items(),
        ("en", "Open the diagnostics page."),
        ("en", "Lift your heel; look at the healthy side and take a secure stand."),
        ("en", "The file is damaged."),
        ("en", "A short change of position can help against stiffness."),
        ("de", "Ein Teil der Diagnostik"),
        ("nl", "Dat kan vaak voorkomen."),
    ],
)
def test_what_may_be_said_is_left_alone(language: str, text: str) -> None:
    assert forbidden_in(text, language) == []
