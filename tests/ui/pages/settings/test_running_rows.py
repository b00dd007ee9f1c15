"""The settings of running and goals."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import RunMetric
from coreapp.ui.widgets.fields import ComboField, NumberField
from coreapp.ui.widgets.switch import Switch
from tests.ui.pages.settings.settings_shown import Shown

PACE = "Pace of easy runs"


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    made = Shown(qtbot)
    made.page.show_section("settings_plan")
    return made


def test_what_one_wants_to_come_back_to_is_set_and_how_runs_are_compared(shown: Shown) -> None:
    shown.control("Runs a week to come back to", NumberField).setValue(3)
    shown.control("Minutes of running a week", NumberField).setValue(120)
    shown.control("Minutes of tempo runs a week", NumberField).setValue(20)
    shown.type(PACE, "6:30")

    settings = shown.settings
    assert (settings.target_sessions, settings.target_minutes) == (3, 120)
    assert (settings.target_tempo_minutes, settings.target_pace_seconds) == (20, 390)
    shown.type(PACE, "")
    assert shown.settings.target_pace_seconds == 0

    for text in ("fast", "16:00"):  # neither is a pace, and that is told
        usual = shown.type(PACE, "7:00").accessibleDescription()
        field = shown.type(PACE, text)
        assert field.accessibleDescription() != usual, text
        assert field.accessibleDescription() in {
            each.text() for each in shown.page.findChildren(QLabel)
        }, text
        assert isinstance(field, QLineEdit)
        assert shown.settings.target_pace_seconds == 420, text

    # How runs are compared, and what is asked, is chosen beside it.
    combo = shown.control("Compare runs by", ComboField)
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    shown.control("Suggest a goal for each week", Switch).click()
    shown.control("Ask about sleep and stress", Switch).click()

    assert shown.settings.run_metric is RunMetric.KILOMETRES
    assert not shown.settings.week_goals
    assert not shown.settings.ask_about_days
