"""A misspelling is found where it is shown, and a list of words holds no more than it needs."""

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.each_case import each_case

ROOT = Path(__file__).resolve().parents[2]
KNOWN = {
    "en": "a and calm back pause press the stretch to",
    "de": "Pause drücken zum und eine Übung für den Rücken Dehne sanft",
    "nl": "rust druk op om te de oefening",
}
CATALOGUE = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgctxt "exercise plank"
msgid "Press the back"
msgstr "{text}"
"""


class WordList:
    """A speller that knows a few words."""

    def __init__(self, words: str) -> None:
        self._words = set(words.split())
        self.asked = 0

    def unknown(self, words):
        self.asked += 1
        return set(words) - self._words

    def suggestions(self, words):
        return {word: f"{word.lower()}, other" for word in words}


@pytest.fixture
def spelling(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return importlib.import_module("spelling")


@pytest.fixture
def folder(tmp_path):
    """The translations of a small program, without a mistake."""
    write(tmp_path / "coreapp.pot", CATALOGUE.format(language="", text=""))
    translate(tmp_path, "de", "Rücken drücken")
    translate(tmp_path, "nl", "Druk op de rug")
    for name, words in {"en": "", "de": "", "nl": "rug\n", "names": ""}.items():
        write(tmp_path / "spelling" / f"{name}.txt", words)
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def translate(folder: Path, language: str, text: str) -> None:
    file = folder / language / "LC_MESSAGES" / "coreapp.po"
    write(file, CATALOGUE.format(language=language, text=text))


def check(spelling, folder: Path) -> list[str]:
    known = {language: f"{words} {words.title()}" for language, words in KNOWN.items()}
    return spelling.check(folder, {name: WordList(words) for name, words in known.items()})


def unknown(spelling, text: str, *, own: tuple = (), names: tuple = (), known: str = "") -> list:
    listed = spelling.Listed("own.txt", own)
    texts = [spelling.Text("", text)]
    found = spelling.misspellings(texts, listed, spelling.finds(names), WordList(known))
    return [each.word for each in found]


def test_nothing_wrong_is_silent(spelling, folder):
    assert check(spelling, folder) == []


def test_a_misspelling_is_told_with_language_place_and_what_was_meant(spelling, folder):
    translate(folder, "de", "Den Rükken drücken")

    (line,) = check(spelling, folder)

    assert line.startswith("de: “Rükken” [exercise plank] in “Den Rükken drücken”.")
    assert "rükken, other" in line


def test_the_english_texts_are_checked_too(spelling, folder):
    pot = folder / "coreapp.pot"
    write(pot, pot.read_text("utf-8").replace("Press the back", "Press the bakc"))

    assert any(line.startswith("en: “bakc”") for line in check(spelling, folder))


def test_a_listed_word_is_right(spelling, folder):
    translate(folder, "nl", "Druk op de rugspier")
    write(folder / "spelling/nl.txt", "rugspier\n")

    assert check(spelling, folder) == []


def test_a_listed_word_that_no_text_uses_is_told(spelling, folder):
    write(folder / "spelling/nl.txt", "kuitrek\nrug\n")
    write(folder / "spelling/names.txt", "McGill\n")

    assert [line.split(";")[0] for line in check(spelling, folder)] == [
        "nl.txt: “kuitrek” is in no text any more",
        "names.txt: “McGill” is in no text any more",
    ]


def test_a_list_out_of_order_is_told(spelling, folder):
    translate(folder, "nl", "Druk op de rug, kuit")
    write(folder / "spelling/nl.txt", "rug\nkuit\n")

    assert check(spelling, folder) == ["nl.txt: put the words in order, each once"]


@each_case(
    "text",
    [
        "{count} × {reps_left}",
        "<b>Back</b><br/>",
        "&Back",
        "Ba\u00adck",
        "FREQ=WEEKLY;BYDAY=MO",
        "Europe/Amsterdam",
        "(*.svg), .pdf",
        "acsm.org",
        "--terminal",
        "seconds_per_rep",
        "12 s, 3 × 4",
        "Cai C et al. Med Sci Sports Exerc 2017;49:2374–2384 (back)",
    ],
)
def test_what_is_no_word_is_not_asked(spelling, text):
    assert unknown(spelling, text, known="Back back") == []


def test_names_and_whole_titles_are_passed_over(spelling):
    text = "“Rugpijn en hardlopen”, on what McGill's exercises do; a dead bug. Dead"

    assert unknown(
        spelling,
        text,
        names=("dead bug", "McGill", "Rugpijn en hardlopen"),
        known="on what exercises do",
    ) == ["Dead"]


def test_what_is_said_of_a_citation_is_checked(spelling):
    assert unknown(spelling, "Cai C et al. Spine 2017;49:2 (legg training)", known="training") == [
        "legg"
    ]


def test_a_hyphenated_word_is_right_if_its_parts_are(spelling):
    assert unknown(spelling, "core-oefening", known="core oefening") == []
    assert unknown(spelling, "core-oefennig", known="core oefening") == ["core-oefennig"]
    assert unknown(spelling, "core-oefennig", own=("core-oefennig",)) == []


def test_a_listed_word_may_begin_a_sentence_but_not_the_other_way_round(spelling):
    assert unknown(spelling, "Heupbuigers", own=("heupbuigers",)) == []
    assert unknown(spelling, "hüftbeuger", own=("Hüftbeuger",)) == ["hüftbeuger"]


def test_a_typographic_apostrophe_is_one(spelling):
    assert unknown(spelling, "a finger’s width", known="a finger's width") == []


def test_one_question_a_language(spelling):
    speller = WordList("")
    texts = [spelling.Text("", "many words"), spelling.Text("", "and more")]

    spelling.misspellings(texts, spelling.Listed("", ()), spelling.finds(()), speller)

    assert speller.asked == 1


def test_without_hunspell_it_says_so_in_one_line_and_fails_only_where_it_decides(
    spelling, monkeypatch, capsys
):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", "")
    assert spelling.main() == 0
    at_home = capsys.readouterr().err

    command = [sys.executable, str(ROOT / "packaging/spelling.py")]
    deciding = subprocess.run(
        command, env={**os.environ, "CI": "true"}, capture_output=True, text=True, check=False
    )

    assert deciding.returncode == 1
    assert at_home == deciding.stderr
    assert "The spelling was not checked: hunspell is not installed." in at_home
    assert at_home.count("\n") == 1


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")
def test_hunspell_finds_a_planted_mistake_in_every_language(spelling):
    planted = {"en": "practise recieve", "de": "Gesäß Rükken", "nl": "romp lichaamm"}
    for language, words in planted.items():
        right, wrong = words.split()
        speller = spelling.Hunspell(spelling.DICTIONARIES[language])

        assert speller.unknown([right, wrong]) == {wrong}
        assert speller.suggestions([wrong])[wrong]


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")
def test_a_missing_dictionary_is_told(spelling):
    with pytest.raises(spelling.HunspellMissingError, match="no dictionary xx_XX"):
        spelling.Hunspell("xx_XX").unknown(["word"])


@each_case("language", ["en", "de", "nl", "names"])
def test_the_lists_that_ship_are_in_order(spelling, language):
    listed = spelling.read_list(ROOT / "translations/spelling" / f"{language}.txt")

    assert listed.entries
    assert [each for each in listed.complaints("") if "put the words in order" in each] == []
