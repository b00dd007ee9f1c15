"""Settings are found by what is typed: what is in sight at once, the rest a moment later."""

import pytest
from PySide6.QtWidgets import QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.settings.rows import section_list
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.form import FormCard, FormRow
from coreapp.ui.widgets.labels import WrappedLabel
from tests.ui.pages.desk import settle, texts
from tests.ui.pages.settings.settings_shown import Shown


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def rows(shown: Shown) -> list[str]:
    """Return the labels of the rows that are shown, from the top."""
    seen = [each for each in shown.page.findChildren(FormRow) if each.isVisible()]
    seen.sort(key=lambda each: each.mapTo(shown.page, each.rect().topLeft()).y())
    return [each.label.text() for each in seen]


def said_of_nothing(shown: Shown) -> list[str]:
    labels = shown.page.findChildren(QLabel)
    seen = [each.text() for each in labels if each.isVisibleTo(shown.page)]
    return [text for text in seen if "Nothing found" in text]


def test_a_setting_is_found_by_a_part_of_its_words_in_all_sections(shown: Shown) -> None:
    shown.page.focus_search()
    shown.page._search.setText("volume")
    seen = texts(shown.page)
    assert "Volume of the tones" in seen
    assert "Text size" not in seen

    shown.page._search.setText("nothing like this")
    assert "No setting is called that." in texts(shown.page)
    (show_all,) = [
        each for each in shown.page.findChildren(Button) if each.text() == "Show all settings"
    ]
    show_all.click()
    assert "Text size" in texts(shown.page)
    assert "No setting is called that." not in texts(shown.page)

    shown.page.show_section("settings_breaks")
    shown.look_for("tone")
    assert shown.headings == {"Voice and tones", "Sitting breaks"}
    assert not shown.control("Text size", QSpinBox).isVisible()
    shown.page.show_section("settings_plan")
    assert shown.page._search.text() == ""
    assert shown.headings == {"Plan"}

    shown.page._search.setText("quiet")
    assert shown.headings == {"Quiet times"}, "a section is found by its name"

    # A single letter finds what has a word that begins so, or it would find almost everything.
    shown.page._search.setText("q")
    assert "Quiet times" in shown.headings
    shown.page._search.setText("x")
    assert not shown.headings, "there is no such word, but “text” has the letter"
    assert not shown.control("Text size", QSpinBox).isVisible()

    for word in ("xyz", "xyzz"):  # each letter is named
        shown.page._search.setText(word)
        assert said_of_nothing(shown) == [f"Nothing found for “{word}”"]
    shown.page._search.setText("tone")
    assert not said_of_nothing(shown)


@pytest.mark.parametrize("word", ["b", "p", "s"])
def test_what_is_in_sight_is_there_at_once_and_stays_where_it_is(shown: Shown, word: str) -> None:
    shown.page._search.setText(word)
    at_once = rows(shown)
    cards = [each for each in shown.page.findChildren(FormCard) if each.isVisible()]
    lowest = max(each.mapTo(shown.page, each.rect().bottomLeft()).y() for each in cards)

    shown.look_for(word)

    assert lowest > shown.page.viewport().height()
    assert len(rows(shown)) > len(at_once)
    assert rows(shown)[: len(at_once)] == at_once


def test_what_comes_later_looks_as_it_would_at_once(shown: Shown, qtbot: QtBot) -> None:
    high = Shown(qtbot)
    high.page.resize(1100, 8000)
    settle()
    high.page._search.setText("b")
    at_once = rows(high)
    high.page.resize(1100, 800)

    shown.look_for("b")
    settle()

    assert rows(shown) == at_once
    assert shown.page._form_place.grab().toImage() == high.page._form_place.grab().toImage()


def test_of_a_search_that_is_over_nothing_comes(shown: Shown) -> None:
    shown.page._search.setText("b")
    assert not shown.page.is_settled
    shown.page.show_section("settings_plan")
    assert shown.page.is_settled
    settle()
    assert shown.headings == {"Plan"}

    shown.page._search.setText("b")
    shown.look_for("quiet")
    settle()
    assert shown.headings == {"Quiet times"}


def test_a_search_begins_at_the_top(shown: Shown) -> None:
    shown.page.show_section("settings_breaks")
    settle()
    shown.page.verticalScrollBar().setValue(300)
    assert shown.page.verticalScrollBar().value() == 300

    shown.page._search.setText("b")

    assert shown.page.verticalScrollBar().value() == 0


def test_cards_nobody_has_seen_are_measured_before_they_are_searched_for(shown: Shown) -> None:
    shown.qtbot.waitUntil(lambda: shown.page._ready.is_settled)
    shown.page.show_section(section_list()[0].key)
    hidden = [card for card in shown.page.findChildren(FormCard) if card.isHidden()]
    labels = [text for card in hidden for text in card.findChildren(WrappedLabel)]
    seen = [each for each in labels if each.text() and not each.isHidden()]

    assert len(seen) > 40
    assert not [each.text() for each in seen if not each._heights]
