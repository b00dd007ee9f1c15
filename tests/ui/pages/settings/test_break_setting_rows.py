"""The settings of the sitting breaks: numbers, hours, times, dates, and how a break asks."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DiskFullError
from coreapp.domain.settings import BreakClothes, BreakPlace, PromptStyle
from coreapp.domain.sitting.settings import WHOLE_NUMBERS
from tests.ui.pages.desk import settle
from tests.ui.pages.settings.settings_shown import Shown


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


HOURS = (
    ("08:00 – 12:00, 13:00-17:30", ["08:00-12:00", "13:00-17:30"]),
    ("22:00-06:00", ["22:00-06:00"]),
    ("18–24:00", ["18:00-24:00"]),
    ("8 to 12; 13.30 - 17.30", ["08:00-12:00", "13:30-17:30"]),
)
"""As people write them: they may run over midnight, and to its stroke."""

TIMES = (
    ("Walk at lunch", "12:30", "lunch_walk", "12:30"),
    ("Walk at lunch", "12.45", "lunch_walk", "12:45"),
    ("Days off", "24.12.2026", "days_off", ["2026-12-24"]),
    ("Walk at lunch", "", "lunch_walk", None),
    ("Breaks at fixed times", "15:30, 10:00", "fixed_times", ["10:00", "15:30"]),
    ("Days off", "2026-12-24, 2026-12-25", "days_off", ["2026-12-24", "2026-12-25"]),
)


def test_hours_times_and_days_are_typed_as_people_write_them(shown: Shown) -> None:
    for text, kept in HOURS:
        field = shown.type("Monday", text)
        assert not field.property("invalid"), text
        assert shown.breaks.working_hours.to_mapping()["mon"] == kept, text
    shown.type("Monday", "")
    assert not shown.breaks.working_hours.to_mapping().get("mon"), "a free day is left empty"

    for label, text, key, value in TIMES:
        shown.type(label, text)
        assert shown.breaks.to_mapping()[key] == value, (label, text)


def seen_with(shown: Shown, words: str) -> list[str]:
    labels = shown.page.findChildren(QLabel)
    return [each.text() for each in labels if not each.isHidden() and words in each.text()]


def test_what_cannot_be_used_is_told_beneath_it_and_stays(shown: Shown) -> None:
    before = shown.settings

    field = shown.type("Monday", "8-12, 13:00-25:00")

    assert field.property("invalid")
    told = seen_with(shown, "cannot be used")
    assert told == ["“25:00” cannot be used. Write a time of day from 00:00 to 23:59."]
    assert field.accessibleDescription() == told[0]
    assert field.text() == "8-12, 13:00-25:00"
    assert shown.settings == before
    assert shown.told == []
    assert shown.shell.errors == []

    shown.type("Monday", "8-12, 13:00-15:00")
    assert not field.property("invalid")
    assert seen_with(shown, "cannot be used") == []
    assert field.text() == "08:00-12:00, 13:00-15:00"

    for label, text, part in (
        ("Tuesday", "morning", "morning"),
        ("Tuesday", "08:00-08:00", "08:00-08:00"),
        ("Walk at lunch", "half past twelve", "half past twelve"),
        ("Breaks at fixed times", "10:00, 24:30", "24:30"),
        ("Days off", "2026-12-24, 31.11.2026", "2026-11-31"),
    ):
        shown.type(label, text)
        assert seen_with(shown, f"“{part}” cannot be used"), "the part that is wrong is named"

    shown.file.failure = DiskFullError()
    shown.type("Walk at lunch", "12:30")
    assert seen_with(shown, "The disk is full"), "it is told where it was typed"
    assert shown.breaks.lunch_walk is None


def test_numbers_keep_to_their_limits_and_how_a_break_asks_is_chosen(
    shown: Shown,
) -> None:
    ranges = {(each.minimum(), each.maximum()) for each in shown.page.findChildren(QSpinBox)}
    assert {key for key, limits in WHOLE_NUMBERS.items() if tuple(limits) not in ranges} == set()

    shown.page.show_section("settings_breaks")
    settle()

    numbers = [each for each in shown.page.findChildren(QSpinBox) if each.isVisible()]
    lefts = {each.mapTo(shown.page, QPoint(0, 0)).x() for each in numbers}

    assert len(lefts) == 1
    assert shown.control("Break after", QSpinBox).text() == "30\N{NO-BREAK SPACE}min"

    # How a break asks, and what it offers, is chosen.
    for label, text in [
        ("A break asks by", "A notification"),
        ("The desk stands", "At home"),
        ("Clothes at the desk", "Sports clothes"),
    ]:
        combo = shown.control(label, QComboBox)
        combo.setCurrentIndex(combo.findText(text))
        combo.activated.emit(combo.currentIndex())
    shown.control("Camera", QCheckBox).click()

    settings = shown.settings
    assert settings.prompt_style is PromptStyle.NOTIFICATION
    assert settings.break_place is BreakPlace.HOME
    assert settings.break_clothes is BreakClothes.SPORT
    assert (settings.hold_camera, settings.hold_microphone) == (False, True)
