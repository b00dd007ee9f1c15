"""What is remembered of the parser is what making it anew would give."""

from pathlib import Path

from coreapp import cli, i18n
from coreapp.cli.parser import make_parser
from coreapp.cli.window_parser import make_window_parser
from tests.fakes.languages import shown_in
from tests.fakes.shipped import ASSETS
from tests.parser_once import make_anew, parser_once

COMMAND = ["routines"]
TRANSLATIONS = ASSETS.parent / "translations"


def test_it_is_in_use() -> None:
    assert cli._parser_for.__module__ == "tests.parser_once"


def test_it_is_made_once() -> None:
    parser_for = parser_once(make_anew)
    i18n.install(TRANSLATIONS, "en")

    assert parser_for(COMMAND) is parser_for(["breaks", "now"])
    assert parser_for([]) is parser_for(["--hidden"])


def test_it_says_what_one_made_anew_says() -> None:
    parser_for = parser_once(make_anew)
    for language in (*i18n.LANGUAGES, *i18n.LANGUAGES):  # the second time from memory
        i18n.install(TRANSLATIONS, language)

        assert parser_for(COMMAND).format_help() == make_parser().format_help(), language
        assert parser_for([]).format_help() == make_window_parser().format_help(), language


def test_other_texts_of_a_language_are_said(tmp_path: Path) -> None:
    parser_for = parser_once(make_anew)
    i18n.install(TRANSLATIONS, "de")
    parser_for(COMMAND)

    with shown_in(tmp_path, "de", {(None, "usage: "): "Geht so: "}):
        assert parser_for(COMMAND).format_help().startswith("Geht so: ")


def test_nothing_stays_of_what_was_parsed() -> None:
    parser_for = parser_once(make_anew)
    words = ["compose", "--minutes", "5"]

    parser_for(words).parse_args([*words, "--not-today", "core", "--json"])

    command = parser_for(words).parse_args(words)
    assert command == make_parser().parse_args(words)
