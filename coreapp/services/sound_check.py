"""Hearing how a session will sound, and why it does not speak."""

from collections.abc import Callable, Sequence

from coreapp import i18n
from coreapp.i18n import pgettext
from coreapp.services.cue_player import CuePlayer, Tone
from coreapp.services.speaking import Speech, VoiceState, voice_trouble


class SoundCheck:
    """What pages are told of voice and tones."""

    def __init__(self, cues: CuePlayer, speech: Speech, system: str) -> None:
        """Do nothing yet.

        Args:
            cues: gives the cues of sessions.
            speech: its voice.
            system: as `sys.platform` names it, for the remedy.
        """
        self._cues = cues
        self._speech = speech
        self._system = system
        self._language = ""
        self._changed: list[Callable[[], None]] = []
        speech.listen(self._tell)

    @property
    def is_wanted(self) -> bool:
        """Whether sessions are to be spoken."""
        return self._cues.settings.voice

    @property
    def state(self) -> VoiceState:
        """Whether there is a voice."""
        return self._speech.state

    @property
    def voices(self) -> Sequence[str]:
        """The names of the voices there are for the language that is shown."""
        return self._speech.voices

    @property
    def trouble(self) -> str:
        """Why nothing is spoken and what helps, in a sentence; empty while all is well."""
        return voice_trouble(self.state, self._system) if self.is_wanted else ""

    def look(self) -> None:
        """Look for a voice if nobody has; what is found is told to those who listen."""
        language = i18n.language()
        if self.state is VoiceState.NOT_ASKED or self._language not in {"", language}:
            self._cues.prepare()
        self._language = language

    def listen(self) -> None:
        """Let tone and voice be heard as they are set."""
        settings = self._cues.settings
        if settings.sounds:
            self._cues.sound(Tone.WORK)
        if settings.voice:
            if self.state is not VoiceState.READY:
                self._cues.prepare()
            self._speech.say(pgettext("spoken", "This is the voice of your sessions."), None)

    def hear(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Have `changed` called when something is different; return what ends that."""
        self._changed.append(changed)

        def end() -> None:
            if changed in self._changed:
                self._changed.remove(changed)

        return end

    def _tell(self) -> None:
        for changed in tuple(self._changed):
            changed()
