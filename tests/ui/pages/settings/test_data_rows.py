"""The section of the settings about one's own data."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.settings.rows import DATA, GENERAL
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.switch import Switch
from tests.ui.pages.settings.settings_shown import Shown


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    made = Shown(qtbot)
    made.page.show_section(DATA)
    return made


def press(shown: Shown, text: str) -> None:
    button = next(each for each in shown.page.findChildren(Button) if each.text() == text)
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_private_times_go_out_only_if_wanted_and_one_file_at_a_time_is_read_or_written(shown):
    asked = []
    shown.page.data.export_requested.connect(asked.append)
    press(shown, "Export…")
    shown.control("With the times at the desk", Switch).click()
    press(shown, "Export…")
    assert asked == [False, True]

    with shown.qtbot.waitSignal(shown.page.data.import_requested):
        press(shown, "Import…")

    buttons = [each for each in shown.page.findChildren(Button) if each.text().endswith("port…")]
    shown.page.data.set_busy(True)
    assert [each.isEnabled() for each in buttons] == [False, False]
    shown.page.data.set_busy(False)
    assert [each.isEnabled() for each in buttons] == [True, True]

    # The section is found by what it is about.
    shown.page.show_section(GENERAL)
    assert not buttons[0].isVisible()
    shown.page.focus_search()
    shown.page._search.setText("spreadsheet")
    assert next(each for each in buttons if each.text() == "Export…").isVisible()
