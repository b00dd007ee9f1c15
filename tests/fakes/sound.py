"""Tones and words that are noted instead of heard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from coreapp.services.cue_player import Tone
from coreapp.services.speaking import VoiceManner, VoiceState


@dataclass
class FakeTones:
    """Notes every tone with its volume; satisfies `coreapp.services.cue_player.Tones`."""

    played: list[tuple[Tone, float]] = field(default_factory=list)
    name: str = "fake"

    def play(self, tone: Tone, volume: float) -> None:
        self.played.append((tone, volume))

    @property
    def tones(self) -> list[Tone]:
        """The tones without their volume."""
        return [tone for tone, _volume in self.played]


@dataclass
class FakeSpeech:
    """Notes what is said; satisfies `coreapp.services.speaking.Speech`.

    Attributes:
        said: each text with the seconds it may take.
        stops: how often it was told to be quiet.
    """

    state: VoiceState = VoiceState.READY
    voices: Sequence[str] = ("Anna", "Bob")
    name: str = "fake"
    said: list[tuple[str, float | None]] = field(default_factory=list)
    prepared: list[VoiceManner] = field(default_factory=list)
    stops: int = 0
    _changed: list[Callable[[], None]] = field(default_factory=list)
    _spoken: list[Callable[[str, float], None]] = field(default_factory=list)

    def prepare(self, manner: VoiceManner) -> None:
        self.prepared.append(manner)

    def say(self, text: str, seconds: float | None) -> None:
        self.said.append((text, seconds))

    def stop(self) -> None:
        self.stops += 1

    def listen(self, changed: Callable[[], None]) -> None:
        self._changed.append(changed)

    def time(self, spoken: Callable[[str, float], None]) -> None:
        self._spoken.append(spoken)

    def become(self, state: VoiceState, voices: Sequence[str] = ()) -> None:
        """Something is different: tell those who listen."""
        self.state, self.voices = state, voices
        for changed in self._changed:
            changed()

    def took(self, seconds: float) -> None:
        """What was said last took so long."""
        for spoken in self._spoken:
            spoken(self.said[-1][0], seconds)

    @property
    def texts(self) -> list[str]:
        """What was said, without the time for it."""
        return [text for text, _seconds in self.said]
