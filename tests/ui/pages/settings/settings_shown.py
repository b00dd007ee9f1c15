"""The page of settings as somebody sees it, with files and a system of the test's own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import Settings
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.services.cue_player import CuePlayer
from coreapp.services.preferences import Preferences
from coreapp.services.sound_check import SoundCheck
from coreapp.ui.pages.settings.page import SettingsPage
from tests.fakes.desktop import FakeAutostart, FakeStateFile
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_theme
from tests.fakes.sound import FakeSpeech, FakeTones
from tests.ui.pages.desk import settle


class Shown:
    def __init__(self, qtbot: QtBot, text: float = 1.0) -> None:
        """Show the page.

        Args:
            qtbot: of the test.
            text: how large the text is; 1 is usual.
        """
        self.qtbot = qtbot
        self.file = FakeStateFile()
        self.preferences = Preferences(self.file)
        self.shell = FakeShell()
        self.tones, self.speech = FakeTones(), FakeSpeech()
        self.cues = CuePlayer(self.tones, self.speech)
        sound = SoundCheck(self.cues, self.speech, "linux")
        self.autostart = FakeAutostart()
        theme = shipped_theme()
        theme.set_text_factor(text)
        self.page = SettingsPage(
            theme, shipped_art(), self.preferences, self.shell, sound, self.autostart
        )
        self.told: list[Settings] = []
        self.page.changed.connect(self.told.append)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 800)
        self.page.show()
        self.page.become_seen()
        qtbot.waitUntil(lambda: self.page.is_settled)
        settle()

    def control(self, label: str, kind):
        """Return the control that a label names."""
        for each in self.page.findChildren(kind):
            if each.accessibleName() == label:
                return each
        for each in self.page.findChildren(QLabel):
            if each.text() == label and isinstance(each.buddy(), kind):
                return each.buddy()
        raise AssertionError(f"nothing is called “{label}”")

    def type(self, label: str, text: str) -> QLineEdit:
        field = self.control(label, QLineEdit)
        field.setText(text)
        field.setModified(True)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        return field

    def look_for(self, word: str) -> None:
        """Search, and wait until all that was found is there."""
        self.page._search.setText(word)
        self.qtbot.waitUntil(lambda: self.page.is_settled)

    @property
    def headings(self) -> set[str]:
        """The titles of sections that are shown."""
        names = {"General", "Sessions", "Voice and tones", "Plan"}
        names |= {"Sitting breaks", "Working hours", "Quiet times"}
        labels = self.page.findChildren(QLabel)
        return {each.text() for each in labels if each.isVisible()} & names

    @property
    def settings(self) -> Settings:
        return self.preferences.settings

    @property
    def breaks(self) -> BreakSettings:
        return self.preferences.settings.breaks
