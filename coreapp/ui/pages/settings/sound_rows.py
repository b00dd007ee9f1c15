"""The settings of voice and tones: how loud, which voice, and what is announced by what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coreapp.domain.cues import CueChannel, CueTopic
from coreapp.domain.settings import LIMITS, Settings, cue_key
from coreapp.i18n import _, pgettext
from coreapp.services.sound_check import SoundCheck
from coreapp.services.speaking import VoiceState
from coreapp.ui.pages.settings.form import Limits, SettingsForm, Words
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.fields import ComboField
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text

_PER_CENT = "%"
_LONGEST_NAME = 24
"""Letters of a voice's name that the list is made wide for; some have whole sentences."""

Setter = Callable[[str], Callable[[object], None]]
"""Returns, for a setting's name, what takes over its new value."""


@dataclass(frozen=True, slots=True)
class SoundRows:
    """Fills the section of voice and tones.

    Attributes:
        setter: returns, for a setting's name, what takes over its new value.
    """

    theme: Theme
    form: SettingsForm
    sound: SoundCheck
    setter: Setter

    def fill(self, card: Card, settings: Settings) -> None:
        """Add the rows of voice and tones; `card` is the one that the section began with."""
        self._add_voice(settings)
        self._add_tones(settings)
        self._add_trial(card)

    def fill_announced(self, settings: Settings) -> None:
        """Add the rows of what is announced, and how."""
        self.form.begin_card(_("What is announced"))
        channels = [(each.value, _channel_name(each)) for each in CueChannel]
        for topic, words in _topic_words().items():
            key = cue_key(topic)
            self.form.add_combo(words, channels, settings.channel(topic).value, self.setter(key))

    def _add_voice(self, settings: Settings) -> None:
        form = self.form
        form.add_switch(
            Words(_("Voice"), _("Says what comes next, the sides and the breath")),
            settings.voice,
            self.setter("voice"),
        )
        voices = ComboField(self.theme)
        # It asks for so many letters, and takes more where it has a line of its own.
        voices.setSizeAdjustPolicy(
            ComboField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        show = partial(_show_voices, voices, self.sound, settings.voice_name)
        show()
        voices.activated.connect(partial(_take_voice, voices, self.setter("voice_name")))
        _follow(voices, self.sound, show)
        form.add_control(Words(_("Which voice"), _("Those of the language that is shown")), voices)
        form.add_number(
            Words(_("Volume of the voice"), _("Per cent; your music plays on")),
            Limits(*LIMITS["voice_volume_percent"], step=10, unit=_PER_CENT),
            settings.voice_volume_percent,
            self.setter("voice_volume_percent"),
        )
        form.add_number(
            Words(_("Speed of the voice"), _("0 is its own; below that it is slower")),
            Limits(*LIMITS["voice_rate"]),
            settings.voice_rate,
            self.setter("voice_rate"),
        )

    def _add_tones(self, settings: Settings) -> None:
        self.form.add_switch(
            Words(_("Tones"), _("A tone at each change, and for the last three seconds")),
            settings.sounds,
            self.setter("sounds"),
        )
        self.form.add_number(
            Words(_("Volume of the tones"), _("Per cent; your music plays on")),
            Limits(*LIMITS["volume_percent"], step=10, unit=_PER_CENT),
            settings.volume_percent,
            self.setter("volume_percent"),
        )

    def _add_trial(self, card: Card) -> None:
        """Add the button to listen, and beneath it why nothing is spoken."""
        listen = Button(self.theme, _("Listen"), icon=Icon.SOUND)
        listen.clicked.connect(self.sound.listen)
        self.form.add_control(
            Words(_("Hear how it sounds"), _("Listen to a tone and a sentence")), listen
        )
        line, trouble = QWidget(), make_text("", Type.BODY, "ink2")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel(self.theme, Icon.SOUND_OFF, "ink2", 20))
        row.addWidget(trouble, 1)
        card.body.addWidget(line)

        def show() -> None:
            trouble.setText(self.sound.trouble)
            line.setVisible(bool(self.sound.trouble))

        show()
        _follow(line, self.sound, show)


def _follow(widget: QWidget, sound: SoundCheck, show: Callable[[], None]) -> None:
    """Show what is different for as long as the widget is there."""
    end = sound.hear(show)
    widget.destroyed.connect(end)


def _show_voices(voices: ComboField, sound: SoundCheck, chosen: str) -> None:
    """List the voices there are; a chosen one that is not among them stays listed."""
    if sound.state is VoiceState.LOOKING:
        return
    before = str(voices.currentData() or chosen) if voices.count() else chosen
    voices.clear()
    voices.addItem(pgettext("voice", "The first there is"), "")
    names = dict.fromkeys(sound.voices)
    for name in names if not before or before in names else (*names, before):
        voices.addItem(name, name)
    longest = max(len(voices.itemText(index)) for index in range(voices.count()))
    voices.setMinimumContentsLength(min(longest, _LONGEST_NAME))
    voices.setCurrentIndex(max(0, voices.findData(before)))


def _take_voice(voices: ComboField, take: Callable[[object], None], _index: int) -> None:
    take(str(voices.currentData()))


def _topic_words() -> Mapping[CueTopic, Words]:
    return {
        CueTopic.START: Words(_("Start of a phase"), _("Get ready, work and rest")),
        CueTopic.NEXT_UP: Words(_("What comes next"), _("With how to set up for it")),
        CueTopic.SIDE_CHANGE: Words(_("Change of sides")),
        CueTopic.HALFWAY: Words(_("Halfway"), _("From 20 seconds of work on")),
        CueTopic.COUNTDOWN: Words(_("The last three seconds")),
        CueTopic.REPETITION: Words(_("Each repetition"), _("Counted in its tempo")),
        CueTopic.BREATH: Words(_("Breath and position"), _("In a flow such as the sun salutation")),
        CueTopic.REMINDER: Words(_("Reminders"), _("Of breath and posture, during the work")),
        CueTopic.FINISHED: Words(_("End of the session")),
    }


def _channel_name(channel: CueChannel) -> str:
    names = {
        CueChannel.VOICE: pgettext("cue", "Voice"),
        CueChannel.TONE: pgettext("cue", "Tone"),
        CueChannel.BOTH: pgettext("cue", "Voice and tone"),
        CueChannel.OFF: pgettext("cue", "Off"),
    }
    return names[channel]
