"""The settings of voice and tones."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from coreapp.domain.cues import CueChannel, CueTopic
from coreapp.domain.settings import cue_key
from coreapp.services.cue_player import CuePlayer, Tone
from coreapp.services.preferences import Preferences
from coreapp.services.sound_check import SoundCheck
from coreapp.services.speaking import VoiceState
from coreapp.ui.pages.settings.page import SettingsPage
from coreapp.ui.pages.settings.rows import SOUNDS
from tests.e2e.world import plain_look_after
from tests.fakes.desktop import FakeAutostart, FakeStateFile
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_theme
from tests.fakes.sound import FakeSpeech, FakeTones
from tests.ui.pages.desk import settle

LABELS = {
    CueTopic.START: "Start of a phase",
    CueTopic.NEXT_UP: "What comes next",
    CueTopic.SIDE_CHANGE: "Change of sides",
    CueTopic.HALFWAY: "Halfway",
    CueTopic.COUNTDOWN: "The last three seconds",
    CueTopic.REPETITION: "Each repetition",
    CueTopic.BREATH: "Breath and position",
    CueTopic.REMINDER: "Reminders",
    CueTopic.FINISHED: "End of the session",
}


class Shown:
    def __init__(self, qtbot: QtBot, state: VoiceState, **document: object) -> None:
        self.qtbot = qtbot
        self.preferences = Preferences(FakeStateFile(document))
        self.tones, self.speech = FakeTones(), FakeSpeech(state)
        self.cues = CuePlayer(self.tones, self.speech)
        self.cues.take(self.preferences.settings)
        sound = SoundCheck(self.cues, self.speech, "linux")
        self.page = SettingsPage(
            shipped_theme(),
            shipped_art(),
            self.preferences,
            FakeShell(),
            sound,
            FakeAutostart(),
        )
        self.page.changed.connect(self.cues.take)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 900)
        self.page.show()
        self.page.become_seen()
        self.page.show_section(SOUNDS)
        settle()

    def control(self, label: str, kind):
        found = [each for each in self.page.findChildren(kind) if each.accessibleName() == label]
        assert found, f"nothing is called “{label}”"
        return found[0]

    def choose(self, label: str, value: str) -> None:
        combo = self.control(label, QComboBox)
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())

    def listed(self) -> list[str]:
        combo = self.control("Which voice", QComboBox)
        return [combo.itemText(index) for index in range(combo.count())]

    @property
    def seen(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible())


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot, VoiceState.READY)


def test_what_was_set_is_heard_and_found_and_each_topic_is_voice_tone_both_or_off(
    shown: Shown,
) -> None:
    shown.control("Volume of the tones", QSpinBox).setValue(20)
    shown.control("Volume of the voice", QSpinBox).setValue(40)
    shown.control("Speed of the voice", QSpinBox).setValue(-3)

    shown.qtbot.mouseClick(
        shown.control("Hear how it sounds", QPushButton), Qt.MouseButton.LeftButton
    )

    assert shown.tones.played == [(Tone.WORK, 0.2)]
    assert shown.speech.texts == ["This is the voice of your sessions."]
    shown.cues.prepare()
    assert (shown.speech.prepared[-1].volume, shown.speech.prepared[-1].rate) == (0.4, -0.3)

    for word in ("voice", "listen", "halfway", "reminders", "hear how"):
        shown.page._search.setText(word)
        settle()
        assert "Voice and tones" in shown.seen, word
        assert "Text size" not in shown.seen, word

    # Each topic has its own choice.
    for topic in CueTopic:
        combo = shown.control(LABELS[topic], QComboBox)
        offered = [combo.itemData(index) for index in range(combo.count())]
        assert combo.currentData() == shown.preferences.settings.channel(topic).value, topic
        assert offered == [each.value for each in CueChannel], topic

        for channel in CueChannel:
            shown.choose(LABELS[topic], channel.value)
            assert getattr(shown.preferences.settings, cue_key(topic)) is channel, topic


def test_a_voice_is_chosen_among_those_there_are_and_why_there_is_none_is_told(
    shown: Shown,
) -> None:
    assert shown.listed() == ["The first there is", "Anna", "Bob"]
    shown.choose("Which voice", "Bob")
    assert shown.preferences.settings.voice_name == "Bob"
    assert "install" not in shown.seen

    # What is missing stands beneath, with the remedy.
    shown.speech.become(VoiceState.NO_ENGINE)
    settle()
    assert "install speech-dispatcher and espeak-ng" in shown.seen
    shown.speech.become(VoiceState.READY, ["Anna"])
    settle()
    assert "install" not in shown.seen

    # One with a sentence for a name leaves the words their room.
    name = "A voice that tells in its name all that there is to know about it, and more"
    shown.speech.become(VoiceState.READY, ["Anna", name])
    assert name in shown.listed()
    voices = shown.control("Which voice", QComboBox)
    assert voices.sizeHint().width() < voices.fontMetrics().horizontalAdvance(name)


def test_with_large_text_the_voices_are_as_wide_as_what_stands_below_them(shown: Shown) -> None:
    with plain_look_after():
        shown.page.theme.apply(QApplication.instance())
        shown.page.theme.set_text_factor(2.0)
        shown.page.resize(640, 900)
        voices = shown.control("Which voice", QComboBox)
        volume = shown.control("Volume of the voice", QSpinBox)

        shown.qtbot.waitUntil(lambda: voices.x() == 0 and voices.width() == volume.width())


def test_voices_that_are_found_later_are_listed_and_the_choice_stays(qtbot: QtBot) -> None:
    shown = Shown(qtbot, VoiceState.NOT_ASKED, voice_name="Zoe")
    assert len(shown.speech.prepared) == 1

    shown.speech.become(VoiceState.LOOKING)
    shown.speech.become(VoiceState.READY, ["Anna", "Anna", "Carla"])

    assert shown.listed() == ["The first there is", "Anna", "Carla", "Zoe"]
    assert shown.control("Which voice", QComboBox).currentText() == "Zoe"
    assert shown.preferences.settings.voice_name == "Zoe"


def test_after_the_page_is_gone_nobody_is_told_any_more(qapp) -> None:
    speech = FakeSpeech()
    sound = SoundCheck(CuePlayer(FakeTones(), speech), speech, "linux")
    preferences = Preferences(FakeStateFile())
    page = SettingsPage(
        shipped_theme(), shipped_art(), preferences, FakeShell(), sound, FakeAutostart()
    )
    page.become_seen()

    delete(page)

    speech.become(VoiceState.FAILED)
    assert sound._changed == []
