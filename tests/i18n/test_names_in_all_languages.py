"""Texts in languages that are not shown are found as those of the one that is."""

from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from coreapp.i18n import LANGUAGES, Catalogues, ClosedCatalogue, install, names_in_all_languages
from tests.each_case import each_case

TRANSLATIONS = Path(__file__).parents[2] / "translations"
TEXTS = {
    ("exercise plank", "Plank"): "Unterarmstütz",
    ("routine core-four", "Plank"): "Vier für die Mitte",
    ("exercise bridge", "Bridge"): "Brücke",
    ("a", "Zebra"): "letztes Wort, erster Zusammenhang",
    ("z", "Apple"): "erstes Wort, letzter Zusammenhang",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a German catalogue and no Dutch one."""
    catalogue = Catalog(locale="de")
    for (context, text), translation in TEXTS.items():
        catalogue.add(text, translation, context=context)
    catalogue.add("Plank", "ohne Zusammenhang")
    place = tmp_path / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "coreapp.mo").open("wb") as file:
        write_mo(file, catalogue)
    return tmp_path


def test_each_text_is_found_in_its_context(folder: Path) -> None:
    catalogues = Catalogues(folder)

    assert {each: catalogues.text_in("de", *each) for each in TEXTS} == TEXTS


@each_case("missing", [("", ""), ("exercise plank", "Bridge"), ("zz", "zz")])
def test_what_is_not_there_stays_english(folder: Path, missing: tuple[str, str]) -> None:
    assert Catalogues(folder).text_in("de", *missing) == missing[1]


def test_a_language_without_a_catalogue_stays_english(folder: Path) -> None:
    assert Catalogues(folder).text_in("nl", "exercise plank", "Plank") == "Plank"


def test_one_that_was_taken_in_is_asked_itself(folder: Path) -> None:
    catalogues = Catalogues(folder)
    catalogues.of("de")
    (folder / "de" / "LC_MESSAGES" / "coreapp.mo").unlink()

    assert catalogues.text_in("de", "exercise plank", "Plank") == "Unterarmstütz"


@each_case("language", [each for each in LANGUAGES if each != "en"])
def test_all_that_ships_is_found_as_it_is_when_taken_in(language: str) -> None:
    file = TRANSLATIONS / language / "LC_MESSAGES" / "coreapp.mo"
    with file.open("rb") as opened:
        whole = GNUTranslations(opened)
    with file.with_suffix(".po").open("rb") as opened:
        messages = [each for each in read_po(opened) if each.context]
    asked = [(str(each.context), each.id) for each in messages if isinstance(each.id, str)]
    closed = ClosedCatalogue(file)

    assert len(asked) > 1000
    assert all((closed.find(*each) or each[1]) == whole.pgettext(*each) for each in asked)


def test_a_catalogue_of_a_machine_that_counts_from_the_other_end(folder: Path) -> None:
    file = folder / "de" / "LC_MESSAGES" / "coreapp.mo"
    little = file.read_bytes()
    messages = int.from_bytes(little[12:16], "little")
    numbers = messages + 16 * int.from_bytes(little[8:12], "little")
    head = b"".join(little[at : at + 4][::-1] for at in range(0, numbers, 4))
    file.write_bytes(head + little[numbers:])

    assert Catalogues(folder).text_in("de", "exercise bridge", "Bridge") == "Brücke"


def test_names_in_all_languages_name_each_language(folder: Path) -> None:
    install(folder, "de")
    try:
        names = names_in_all_languages("exercise bridge", "Bridge")
    finally:
        install(folder, "en")

    assert names == {"en": "Bridge", "de": "Brücke", "nl": "Bridge"}
