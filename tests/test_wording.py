"""The program informs; it does not examine, promise or frighten.

All texts in three languages are searched, by whole words, for those that a program like this must
not say. That it replaces neither doctor nor physiotherapist it may and does say.
"""

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from babel.messages.pofile import read_po

from coreapp.i18n import LANGUAGES
from tests.each_case import each_case

FOLDER = Path(__file__).resolve().parents[1] / "translations"
LINUX = Path(__file__).resolve().parents[1] / "packaging/linux"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

MILLIGRAMS = r"\d+\s?mg|milligram(s|me|mes)?|milligramm"
DRUGS = (
    r"ibuprofen|para[cz]etamol|acetaminophen|a[sz]pirine?|diclofenac|naproxen|metamizole?|novalgin|"
    r"nsaids?|nsar|ntsr?|opioids?|opio[iï]de?n?"
)
"""Neither drugs nor doses are named. (That cortisone thins the bones is a sign's matter.)"""

TRANSLATED = [language for language in LANGUAGES if language != "en"]
TYPED_OR_SINGLE = "\"'«»\N{LEFT SINGLE QUOTATION MARK}"
FOREIGN_MARKS = {"de": f"{TYPED_OR_SINGLE}”", "nl": f"{TYPED_OR_SINGLE}„"}
"""Quotation marks of other languages and of typewriters."""
LOOSE_UNIT = re.compile(r"[\d}] (?:s|min|Min\.|cm|kg|km|%)(?!\w)|[\d}] ×|× [\d{]")
"""A number that a line break may part from its unit."""

ILLS = {
    "en": "injury|strain|sprain|hernia|prolapse|inflammation|syndrome|disease|sciatica",
    "de": "verletzung|zerrung|entzündung|syndrom|bandscheibenvorfall|erkrankung|ischias",
    "nl": "blessure|verrekking|hernia|ontsteking|syndroom|ischias|aandoening",
}
"""Nobody is told what they have."""

FORBIDDEN = {
    "en": (
        r"diagnos(is|es|ed?|ing)",
        r"heal(s|ed|ing)?",
        r"cur(e|es|ed|ing)",
        r"treat(s|ed|ing|ments?)|therap(y|ies)",
        r"guarantee(s|d|ing)?",
        r"prevent(s|ed|ing|ion|ive)?|protects? (you |your back )?(from|against)",
        r"(pain|risk)-free|painless",
        r"danger(s|ous|ously)?",
        r"forbid(s|den|ding)?",
        r"damaged? (joint|back|disc|spine|muscle|tendon|nerve)s?",
        r"(joint|back|disc|spine|muscle|tendon|nerve) damage",
        r"your \w+( \w+)? (is|are) (damaged|inflamed|injured|degenerated)",
        r"worn[\s-]out|degenerat(ed|ion|ive)",
        r"out of place|slipped disc",
        rf"you (have|suffer from) (an? )?(\w+ )?({ILLS['en']})",
        MILLIGRAMS,
        DRUGS,
    ),
    "de": (
        r"diagnos(e|en|tizier\w*)",
        r"(ge)?heil(en|t|te|st|end|sam)|\w*heilung(en)?",
        r"kurier(en|t|te|st)",
        r"behandelst|behandelt deine?\w*|therapier\w+|therapie(n)?",
        r"garantier(en|t|te|st)|garantie(n)?",
        r"verhinder(n|t|te|st)|verhüt(en|et|ete)|vorbeugung|vorbeugend\w*|prävention|präventiv\w*",
        r"schütz(t|en) (dich |deinen rücken )?vor",
        r"schmerzfrei\w*|risikofrei\w*",
        r"gefahr|gefahrlos|gefährlich\w*",
        r"verbot(en\w*|e)?|verbiete(n|t)",
        r"(be|ge)schädigt\w* (gelenk|rücken|bandscheibe|wirbelsäule|muskel|sehne|nerv)\w*",
        r"(gelenk|rücken|bandscheiben|wirbel|muskel|sehnen|nerven)sch[aä]den?",
        r"dein\w* \w+ (ist|sind) (beschädigt|geschädigt|entzündet|verletzt|abgenutzt)",
        r"verschlissen\w*|verschleiß|abgenutzte\w* (gelenk|bandscheibe|wirbel)\w*",
        r"ausgerenkt\w*|verrutscht\w*",
        rf"du hast (eine?n? )?\w*({ILLS['de']})",
        MILLIGRAMS,
        DRUGS,
    ),
    "nl": (
        r"diagnos(e|es|tice\w*)",
        r"genees|geneest|genezen|genas|genezing|heelt|helende?",
        r"behandelt (je|jouw)|therapie(ën)?",
        r"gegarandeerd\w*|garande(er|ert|ren)|garantie(s)?",
        r"voorkom|voorkomt|te voorkomen|verhinder(t|d|en)|preventie(f|ve)?",
        r"beschermt (je |je rug )?tegen",
        r"pijnvrije?|pijnloze?|zonder risico",
        r"gevaar|gevaren|gevaarlijk\w*",
        r"verboden|verbied(t|en)",
        r"beschadigde? (gewricht|rug|tussenwervelschijf|wervelkolom|spier|pees|zenuw)\w*",
        r"(gewrichts|rug|spier|pees|zenuw)schade",
        r"(je|jouw) \w+ (is|zijn) (beschadigd|ontstoken|geblesseerd|versleten)",
        r"versleten|slijtage",
        r"uit de kom|ontwricht\w*",
        rf"je hebt (een )?\w*({ILLS['nl']})",
        MILLIGRAMS,
        DRUGS,
    ),
}


def forbidden_in(text: str, language: str) -> list[str]:
    """Return the words of `text` that must not be said."""
    pattern = "|".join(FORBIDDEN[language])
    return [found[0] for found in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE)]


@cache
def texts(language: str) -> tuple[str, ...]:
    """All texts of the program, the content and the package in one language."""
    source = FOLDER / "coreapp.pot"
    file = source if language == "en" else FOLDER / language / "LC_MESSAGES" / "coreapp.po"
    with file.open("rb") as po_file:
        catalogue = read_po(po_file)
    said: list[str] = []
    for message in filter(lambda each: each.id, catalogue):
        shown = message.id if language == "en" else message.string
        said += shown if isinstance(shown, list | tuple) else [shown or ""]
    return tuple(text for text in [*said, *packaged(language)] if text)


def packaged(language: str) -> list[str]:
    """What the menus and the software centre of a desktop show."""
    (entry,) = LINUX.glob("*.desktop")
    ending = "" if language == "en" else rf"\[{language}\]"
    shown = rf"^(?:GenericName|Comment|Keywords){ending}=(.+)$"
    said = re.findall(shown, entry.read_text("utf-8"), re.MULTILINE)
    (about,) = LINUX.glob("*.metainfo.xml")
    for element in ElementTree.parse(about).iter():
        if element.get(LANG, "en") == language:
            said.append((element.text or "").strip())
    return said


@each_case("language", LANGUAGES)
def test_nothing_is_promised_and_nobody_is_frightened(language: str) -> None:
    wrong = [
        f"{', '.join(found)}: {text}"
        for text in texts(language)
        if (found := forbidden_in(text, language))
    ]

    assert not wrong, "\n".join(wrong)


@each_case("language", LANGUAGES)
def test_nothing_is_shouted(language: str) -> None:
    loud = [text for text in texts(language) if "!" in text]

    assert not loud, "\n".join(loud)


def test_what_a_desktop_shows_is_searched_too() -> None:
    for language in LANGUAGES:
        assert len(packaged(language)) >= 5, language


@each_case("language", TRANSLATED)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    foreign = [text for text in texts(language) if set(text) & set(FOREIGN_MARKS[language])]

    assert not foreign, "\n".join(foreign)


@each_case("language", TRANSLATED)
def test_numbers_stay_with_their_units(language: str) -> None:
    loose = [text for text in texts(language) if LOOSE_UNIT.search(text)]

    assert not loose, "\n".join(loose)


@each_case("language", LANGUAGES)
def test_the_standing_line_is_said_as_agreed(language: str) -> None:
    assert STANDING_LINES[language] in texts(language)


@each_case(
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
        ("en", "Take 400\N{NO-BREAK SPACE}mg."),
        ("en", "It treats back pain."),
        ("en", "A pain-free back"),
        ("en", "It protects your back from pain."),
        ("en", "Ibuprofen can help."),
        ("en", "Your disc is inflamed."),
        ("en", "More than 10 % is forbidden."),
        ("de", "Das ist keine Diagnose."),
        ("de", "Gehen heilt den Rücken."),
        ("de", "Erfolg garantiert"),
        ("de", "Das verhindert Schmerzen."),
        ("de", "Ein geschädigtes Gelenk"),
        ("de", "Du hast eine Muskelzerrung."),
        ("de", "Du hast Ischias."),
        ("de", "Das hilft der Selbstheilung."),
        ("de", "Gut zur Vorbeugung"),
        ("de", "Gehen schützt dich vor Schmerzen."),
        ("de", "Dein Rücken wird schmerzfrei."),
        ("de", "Mehr als 10 % sind verboten."),
        ("de", "Paracetamol kann helfen."),
        ("nl", "Dit is geen diagnose."),
        ("nl", "Wandelen geneest je rug."),
        ("nl", "Succes gegarandeerd"),
        ("nl", "Dat voorkomt pijn."),
        ("nl", "Een beschadigd gewricht"),
        ("nl", "Je hebt een hernia."),
        ("nl", "Goed om rugpijn te voorkomen."),
        ("nl", "Wandelen beschermt je tegen pijn."),
        ("nl", "Een pijnvrije rug"),
        ("nl", "Je rug is beschadigd."),
        ("nl", "Meer dan 10 % is verboden."),
        ("nl", "Paracetamol kan helpen."),
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


@each_case(
    ("language", "text"),
    [
        *STANDING_LINES.items(),
        ("en", "Open the diagnostics page."),
        ("en", "Lift your heel; look at the healthy side and take a secure stand."),
        ("en", "The file is damaged."),
        ("en", "A short change of position can help against stiffness."),
        ("en", "So treat yourself to both, and see a physiotherapist."),
        ("de", "Ein Teil der Diagnostik"),
        ("de", "Vorbeugen tut weh: Hol dir physiotherapeutischen Rat."),
        ("de", "Wärme in der Physiotherapie, danach Rad gefahren"),
        ("nl", "Dat kan vaak voorkomen."),
        ("nl", "Een fysiotherapeut kan het behandelen."),
    ],
)
def test_what_may_be_said_is_left_alone(language: str, text: str) -> None:
    assert forbidden_in(text, language) == []
