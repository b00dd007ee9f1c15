"""The settings: every one has a place, takes effect at once, and can be found."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from coreapp.domain.emergency import Region
from coreapp.domain.errors import DiskFullError
from coreapp.domain.settings import Settings, ThemeChoice
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.services.autostart import NoAutostart
from coreapp.services.cue_player import CuePlayer
from coreapp.services.preferences import Preferences
from coreapp.services.sound_check import SoundCheck
from coreapp.ui.pages.settings.page import SettingsPage
from coreapp.ui.pages.settings.rows import section_list
from coreapp.ui.widgets.form import FormCard
from coreapp.ui.widgets.nav_list import NavList
from tests.fakes.desktop import FakeAutostart, FakeStateFile
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_theme
from tests.fakes.sound import FakeSpeech, FakeTones
from tests.ui.pages.desk import settle, texts
from tests.ui.pages.settings.settings_shown import Shown


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_every_setting_can_be_changed_here(shown: Shown, monkeypatch) -> None:
    """Touch every control: each setting must have been asked to change by one of them."""
    asked: set[str] = set()

    def note(changes) -> Settings:
        breaks = changes.get("breaks", {})
        asked.update(set(changes) - {"breaks"} | set(breaks))
        return shown.settings

    monkeypatch.setattr(shown.preferences, "change", note)
    for switch in shown.page.findChildren(QCheckBox):
        switch.toggle()
    for number in shown.page.findChildren(QSpinBox):
        number.stepBy(1 if number.value() < number.maximum() else -1)
    for combo in shown.page.findChildren(QComboBox):
        combo.activated.emit(1)
    for segment in shown.page.findChildren(QLineEdit):
        segment.setModified(True)
        segment.editingFinished.emit()
    shown.page.findChildren(QRadioButton)[3].click()

    names = {each.name for each in fields(Settings)} - {"breaks"}
    names |= {each.name for each in fields(BreakSettings)}
    assert asked >= names


def test_skin_country_language_and_colours_are_chosen_until_the_disk_is_full(shown: Shown) -> None:
    skins = shown.page.findChildren(QRadioButton)
    assert [each.isChecked() for each in skins] == [False, True, False, False]
    shown.qtbot.mouseClick(skins[3], Qt.MouseButton.LeftButton)
    assert shown.settings.figure_skin == 3
    assert [settings.figure_skin for settings in shown.told] == [3]
    assert [each.isChecked() for each in skins] == [False, False, False, True]

    combo = shown.control("Country", QComboBox)
    assert combo.currentText() == "As the computer"
    combo.setCurrentIndex(combo.findText("Netherlands"))
    combo.activated.emit(combo.currentIndex())
    assert shown.settings.region is Region.NETHERLANDS
    assert combo.count() == len(Region)

    combo = next(each for each in shown.page.findChildren(QComboBox) if each.findData("nl") >= 0)
    combo.setCurrentIndex(combo.findData("nl"))
    combo.activated.emit(combo.currentIndex())
    assert shown.settings.language == "nl"
    assert shown.told[-1].language == "nl"

    combo = shown.control("Colours", QComboBox)
    for text, choice in (
        ("Light", ThemeChoice.LIGHT),
        ("Dark", ThemeChoice.DARK),
        ("High contrast", ThemeChoice.CONTRAST),
    ):
        combo.setCurrentIndex(combo.findText(text))
        combo.activated.emit(combo.currentIndex())
        assert shown.settings.theme is choice

    # A disk that is full is told, and nothing changes.
    assert any("does not replace a" in text for text in texts(shown.page)), "the standing line"
    shown.file.failure = DiskFullError()

    assert not shown.page._change("sounds", value=False)

    assert shown.settings.sounds
    assert len(shown.shell.errors) == 1


def test_the_skin_that_was_chosen_before_is_shown(qtbot: QtBot) -> None:
    preferences = Preferences(FakeStateFile({"figure_skin": 2}))
    sound = SoundCheck(CuePlayer(FakeTones()), FakeSpeech(), "linux")
    page = SettingsPage(
        shipped_theme(), shipped_art(), preferences, FakeShell(), sound, FakeAutostart()
    )
    qtbot.addWidget(page)
    told: list[Settings] = []
    page.changed.connect(told.append)
    page.refresh()

    assert [each.isChecked() for each in page.findChildren(QRadioButton)].index(True) == 2
    assert told == []


def test_the_start_with_the_computer_is_what_the_system_says(shown: Shown) -> None:
    switch = shown.control("Start with the computer", QCheckBox)
    assert not switch.isChecked()

    switch.click()
    assert shown.autostart.on

    # Switched off elsewhere, for example by a tool of the desktop. The form stays the same.
    fields_before = len(shown.page.findChildren(QLineEdit))
    shown.autostart.on = False
    shown.page.become_hidden()
    shown.page.become_seen()
    assert not switch.isChecked()
    assert len(shown.page.findChildren(QLineEdit)) == fields_before

    switch.click()
    switch.click()
    assert not shown.autostart.on
    assert shown.shell.errors == []

    # A list that cannot be changed is told, and the switch stays.
    shown.autostart.failure = DiskFullError()
    switch.click()
    assert not switch.isChecked()
    assert len(shown.shell.errors) == 1


def test_a_section_is_chosen_from_the_list_and_without_room_for_it_from_a_field(
    shown: Shown,
) -> None:
    assert shown.headings == {"General"}
    breaks = next(
        each
        for each in shown.page.findChildren(QAbstractButton)
        if each.objectName() == "nav_settings_breaks"
    )
    shown.qtbot.mouseClick(breaks, Qt.MouseButton.LeftButton)
    assert shown.headings == {"Sitting breaks"}
    assert breaks.isChecked()

    sections = shown.page._sections
    assert not sections.isVisible()

    shown.page.resize(700, 800)
    settle()
    assert not any(each.isVisible() for each in shown.page.findChildren(NavList))
    assert sections.isVisible()
    assert sections.currentText() == "Sitting breaks"
    assert sections.count() == len(section_list())

    sections.setCurrentText("Quiet times")
    sections.activated.emit(sections.currentIndex())
    settle()
    assert shown.headings == {"Quiet times"}

    shown.look_for("tone")
    assert shown.headings == {"Voice and tones", "Sitting breaks"}
    assert not sections.isVisible()

    shown.page._search.clear()
    assert sections.isVisible()
    shown.page.resize(1100, 800)
    settle()
    assert not sections.isVisible()
    assert shown.headings == {"Quiet times"}


def test_where_nothing_can_be_started_there_is_no_switch(qtbot: QtBot) -> None:
    sound = SoundCheck(CuePlayer(FakeTones()), FakeSpeech(), "linux")
    page = SettingsPage(
        shipped_theme(),
        shipped_art(),
        Preferences(FakeStateFile()),
        FakeShell(),
        sound,
        NoAutostart(),
    )
    qtbot.addWidget(page)
    page.become_seen()

    assert "Start with the computer" not in {each.text() for each in page.findChildren(QLabel)}


def test_a_section_has_its_height_as_soon_as_it_is_there(qtbot: QtBot) -> None:
    """Else its rows stand on each other until the news of it has gone up to the page."""
    page = Shown(qtbot, text=2.0).page
    page.resize(760, 640)
    settle()
    for section in section_list():
        page.show_section(section.key)
        for card in page.findChildren(FormCard):
            if card.isVisible():
                assert card.height() >= card.heightForWidth(card.width()), section.key
