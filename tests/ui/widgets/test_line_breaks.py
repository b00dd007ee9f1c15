"""Where lines end when a word is longer than the line."""

from collections.abc import Iterator
from math import ceil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from coreapp.i18n import install
from coreapp.ui.widgets.line_breaks import break_lines, break_text, evened_out

TRANSLATIONS = Path(__file__).parents[3] / "translations"
WORDS = (
    "Schreibtischpause",
    "am",
    "Rumpfmuskulatur",
    "F",
    "–",
    "Gehen",
    "30",
    "Min.",
    "1 Std. 12 Min.",
    "7 %",
    "·",
    "Kräftigung",
)


@pytest.fixture
def german() -> Iterator[None]:
    install(TRANSLATIONS, "de")
    yield
    install(Path(), "en")


def font() -> QFont:
    made = QFont("DejaVu Sans")
    made.setPixelSize(14)
    return made


def widest(lines: list[str]) -> float:
    metric = QFontMetricsF(font())
    return max(metric.horizontalAdvance(each) for each in lines)


def test_lines_end_between_words_where_they_can(qtbot: QtBot) -> None:
    assert break_lines("one two three", font(), 60) == ["one two", "three"]


def test_a_word_longer_than_the_line_is_broken_with_a_hyphen(qtbot: QtBot) -> None:
    lines = break_lines("Schreibtischpause", font(), 100)
    assert len(lines) == 2
    assert lines[0].endswith("-")
    assert "".join(lines).replace("-", "") == "Schreibtischpause"


def test_not_just_a_letter_comes_into_the_next_line(qtbot: QtBot) -> None:
    wide = widest(["Schreibtischpaus-"])
    lines = break_lines("Schreibtischpause", font(), wide)
    assert lines == ["Schreibtischpa-", "use"]


def test_a_word_that_is_listed_is_broken_between_its_parts(qtbot: QtBot, german: None) -> None:
    wide = widest(["Schmetterlingsd-"])
    assert break_lines("Schmetterlingsdehnung", font(), wide) == ["Schmetterlings-", "dehnung"]
    wide = widest(["Schmetterlingsdehnun-"])
    assert break_lines("Schmetterlingsdehnung", font(), wide) == ["Schmetterlings-", "dehnung"]
    # Without room for that it is a syllable, and for what is left of it, too; else a letter.
    assert break_lines("Schmetterlingsdehnung", font(), widest(["Schmett-"])) == [
        "Schmet-",
        "terlings-",
        "dehnung",
    ]
    assert break_lines("Schreibtisch", font(), widest(["Schrei"]) + 1)[0] == "Schr-"


def test_a_line_of_a_letter_or_two_breaks_no_word(qtbot: QtBot) -> None:
    assert break_lines("Gehen", font(), 3) == ["Gehen"]


def test_nothing_to_say_is_one_empty_line(qtbot: QtBot) -> None:
    assert break_lines("", font(), 100) == [""]


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    width=st.integers(60, 400),
    is_heading=st.booleans(),
)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(
    qapp: object, words: list[str], width: int, is_heading: bool
) -> None:
    text = " ".join(words)
    broken = break_text(text, font(), width)
    lines = evened_out(text, font(), broken, is_heading=is_heading)
    assert len(lines) == len(broken.lines)  # by which its height was told
    assert widest(lines) <= width + 1
    letters = "".join(lines).replace("-", "").replace(" ", "")
    assert letters == text.replace(" ", "")


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    width=st.integers(1, 500),
    share=st.floats(0, 1),
)
def test_lines_are_the_same_at_every_width_that_is_told(
    qapp: object, words: list[str], width: int, share: float
) -> None:
    text = " ".join(words)
    found = break_text(text, font(), width)
    assert found.least <= width <= found.most
    other = ceil(found.least + share * (min(found.most, 2000) - found.least))
    if other <= found.most:
        assert break_text(text, font(), other).lines == found.lines


def test_a_dot_between_two_things_ends_a_line_and_begins_none(qtbot: QtBot) -> None:
    wide = widest(["Hold · Mat"]) + 1
    assert break_lines("Hold · Mat · Bench", font(), wide) == ["Hold ·", "Mat ·", "Bench"]


def test_a_dash_between_two_things_begins_no_line(qtbot: QtBot) -> None:
    wide = widest(["Desk break A"]) + 1
    assert break_lines("Desk break A – Reset", font(), wide) == ["Desk break", "A – Reset"]


def test_no_short_word_is_left_alone_in_the_last_line(qtbot: QtBot) -> None:
    wide = widest(["Never hold your breath while"]) + 1
    assert break_lines("Never hold your breath while up", font(), wide) == [
        "Never hold your breath",
        "while up",
    ]
    # A long one is not lost there, nor is one that nothing can come down to.
    assert break_lines("Never hold your breath while stretching", font(), wide)[1] == "stretching"
    assert break_lines("Hold it", font(), widest(["Hold"]) + 1) == ["Hold", "it"]


def test_the_lines_of_a_heading_are_about_as_long_as_each_other(qtbot: QtBot) -> None:
    text, wide = "One session this week, at noon today", widest(["One session this week, at"]) + 1
    assert break_lines(text, font(), wide) == ["One session this week, at", "noon today"]
    broken = break_text(text, font(), wide)
    assert evened_out(text, font(), broken, is_heading=True) == [
        "One session this",
        "week, at noon today",
    ]
    paragraph = " ".join(["stretch"] * 9)
    wide = widest(["stretch stretch"]) + 1
    broken = break_text(paragraph, font(), wide)
    assert evened_out(paragraph, font(), broken, is_heading=True)[-1] == "stretch"


def test_a_number_and_its_unit_stay_in_one_line(qtbot: QtBot) -> None:
    wide = widest(["You moved for 19"]) + 1
    lines = break_lines("You moved for 19 hr 21 min, on 1 day", font(), wide)
    assert lines == ["You moved for", "19 hr 21 min, on", "1 day"]
    # A long word may begin a line: it would have to be broken else.
    assert break_lines("16 Wiederholungen", font(), widest(["Wiederholungen"]) + 1) == [
        "16",
        "Wiederholungen",
    ]


def test_hours_and_their_minutes_stay_in_one_line(qtbot: QtBot) -> None:
    wide = widest(["You moved for 18 hr 59"]) + 1
    lines = break_lines("You moved for 18 hr 59 min, on 58 days", font(), wide)
    assert lines == ["You moved for", "18 hr 59 min, on", "58 days"]
    # In a narrow line they stand beneath each other before a word of them is broken.
    wide = widest(["1200 hours 59"]) + 1
    assert break_lines("1200 hours 59 min", font(), wide) == ["1200 hours", "59 min"]


def test_no_line_begins_with_a_comma(qtbot: QtBot) -> None:
    text = "Rückenkraft, Woche 5, Einheit A"
    for letters in range(len("Rückenkraft,"), len(text)):
        broken = break_text(text, font(), widest([text[:letters]]) + 1)
        for is_heading in (True, False):
            lines = evened_out(text, font(), broken, is_heading=is_heading)
            assert not any(each.startswith(",") for each in lines), lines


def test_a_heading_that_parts_at_its_dash_stays_so(qtbot: QtBot) -> None:
    name = "Schreibtischpause B – Beine"

    def lines(room: str) -> list[str]:
        broken = break_text(name, font(), widest([room]) + 1)
        return evened_out(name, font(), broken, is_heading=True)

    assert lines("Schreibtischpause B –") == ["Schreibtischpause B –", "Beine"]
    assert lines("Schreibtischpause B") == ["Schreibtischpause", "B – Beine"]


def test_in_a_narrow_line_a_number_stands_alone_before_its_unit_is_broken(qtbot: QtBot) -> None:
    assert break_lines("1200 Tagen", font(), widest(["Tagen"]) + 6) == ["1200", "Tagen"]
