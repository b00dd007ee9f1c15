"""Lets the cues of a session be heard: each spoken, with a tone of its own, both or not at all.

What is spoken fits before the next cue: its length is known beforehand, and of the wordings there
are the longest that fits is taken. Where nothing fits, or nothing speaks, a tone stands in.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from typing import Final, Protocol

from coreapp import i18n
from coreapp.domain.cues import Cue, CueChannel, CueKind, CueTopic, cues_of, topic_of
from coreapp.domain.player_events import CueDue, Finished, Paused, PhaseStarted, PlayerEvent
from coreapp.domain.settings import Settings
from coreapp.domain.timeline import Phase, Timeline
from coreapp.services.speaking import NullSpeech, Speech, VoiceManner
from coreapp.services.speaking_pace import speaking_seconds
from coreapp.services.spoken_words import SpokenWords

GAP_SECONDS: Final = 0.15
"""Of quiet before the next cue; an engine takes most of it to begin."""

SLOWEST_PACE: Final = 2.0
"""A voice that seems slower than this was held up by something else."""

VOICE_RATE_STEPS: Final = 10
"""So many steps of the setting are the fastest an engine can speak."""

STANDING_IN: Final = frozenset(CueTopic) - {CueTopic.NEXT_UP, CueTopic.REMINDER}
"""What a tone can stand in for: without words it tells nothing of what is next, or of posture."""


class Tone(StrEnum):
    """Every tone there is; each has a file of that name."""

    GET_READY = "get_ready"
    WORK = "work"
    SWITCH_SIDES = "switch_sides"
    REST = "rest"
    HALFWAY = "halfway"
    COUNTDOWN = "countdown"
    POSITION = "position"
    REPETITION = "repetition"
    NEXT_UP = "next_up"
    REMINDER = "reminder"
    FINISHED = "finished"


class Tones(Protocol):
    """Whatever makes tones heard."""

    @property
    def name(self) -> str:
        """What plays them, for the self-test page."""

    def play(self, tone: Tone, volume: float) -> None:
        """Let a tone be heard and return at once.

        Args:
            tone: which one.
            volume: 0 to 1, as loud as it is felt to be.
        """


def tone_of(phase: Phase, cue: Cue) -> Tone:
    """Return the tone that announces `cue` of `phase`."""
    is_start = cue.kind is CueKind.START
    return Tone(phase.kind.value if is_start else cue.kind.value)


class CuePlayer:
    """Gives the cues of a session as the settings say, unless a person wants quiet.

    Attributes:
        muted: no cue is heard; can be changed at any time.
        settings: how each topic is announced, and how loud.
        speed: so many times as fast as a real clock the session's runs; no voice does.
    """

    def __init__(
        self, tones: Tones, speech: Speech | None = None, words: SpokenWords | None = None
    ) -> None:
        self._tones = tones
        self._speech = speech or NullSpeech()
        self._words = words
        self._slowness = 1.0
        self._said: tuple[str, float] = ("", 0.0)
        self.muted = False
        self.speed = 1.0
        self.settings = Settings()
        self._speech.time(self._learn)

    def take(self, settings: Settings) -> None:
        """Give cues as these settings say."""
        if voice_manner(settings) != voice_manner(self.settings):
            self._slowness = 1.0
        is_wanted = settings.sounds or settings.voice
        if is_wanted != (self.settings.sounds or self.settings.voice):
            self.muted = not is_wanted
        # Else it stays: who wanted quiet, or is in a break, has only changed something else.
        self.settings = settings
        if not settings.voice:
            self._speech.stop()

    def prepare(self) -> None:
        """Look for a voice, if one is wanted, so that it is there with the first cue."""
        if self.settings.voice:
            self._speech.prepare(voice_manner(self.settings))

    def follow(self, timeline: Timeline, events: Iterable[PlayerEvent], into: float) -> None:
        """Let what happened in a session be heard.

        Args:
            timeline: the session.
            events: what its player told, in order.
            into: seconds from the start of the phase in which the session is now.
        """
        due: list[CueDue] = []
        past = 0
        for event in events:
            match event:
                case CueDue():
                    due.append(event)
                case PhaseStarted() | Paused():
                    past = len(due)
                    self._speech.stop()
                case Finished() if not due:
                    self._speech.stop()
                case _:
                    pass
        given = 0
        for (index, _at), group in groupby(due, key=lambda each: (each.index, each.cue.at)):
            cues = [each.cue for each in group]
            given += len(cues)
            # What is overdue was passed by: only the newest of it is worth words.
            is_newest = given == len(due) > past
            self._give(timeline, index, cues, into if is_newest else None)

    def stop(self) -> None:
        """Be quiet now."""
        self._speech.stop()

    def switch_mute(self) -> None:
        """Turn everything off, or on again."""
        self.muted = not self.muted
        if self.muted:
            self._speech.stop()

    def sound(self, tone: Tone) -> None:
        """Let a tone be heard that belongs to no session, at the volume that was set."""
        self._tones.play(tone, self.settings.volume_percent / 100)

    def _give(
        self, timeline: Timeline, index: int, cues: Sequence[Cue], into: float | None
    ) -> None:
        """Give the cues of one moment: at most one text, and one tone.

        Args:
            timeline: the session.
            index: of the phase.
            cues: all of the same moment.
            into: seconds from the start of the phase to now; None if the moment is past.
        """
        phase = timeline.phases[index]
        if timeline.next_work(index) is None:
            cues = [cue for cue in cues if cue.kind is not CueKind.NEXT_UP]
        if self.muted or not cues:
            return
        channels = {cue: self.settings.channel(topic_of(phase, cue)) for cue in cues}
        toned = [cue for cue in cues if channels[cue].has_tone]
        self._play(phase, toned)  # first: it takes no time, and words do
        spoken = [cue for cue in cues if channels[cue].has_voice and self.settings.voice]
        if into is None or self._speak(timeline, index, spoken, into) or toned:
            return
        self._play(phase, [cue for cue in spoken if topic_of(phase, cue) in STANDING_IN])

    def _play(self, phase: Phase, cues: Sequence[Cue]) -> None:
        """Let the tone of the weightiest of some cues be heard."""
        if cues and self.settings.sounds and self.settings.volume_percent:
            self.sound(tone_of(phase, min(cues, key=lambda cue: _BY_WEIGHT.index(cue.kind))))

    def _speak(self, timeline: Timeline, index: int, cues: Sequence[Cue], into: float) -> bool:
        """Say the longest wording there is room for; tell whether there was one."""
        if not cues or self._words is None or self._speech.state.is_missing:
            return False
        room = self._room(timeline.phases[index], cues[0], into)
        for text in self._words.wordings(timeline, index, cues):
            seconds = speaking_seconds(text, i18n.language(), self._rate) * self._slowness
            if room is None or seconds <= room:
                self._said = (text, seconds / self._slowness)
                self._speech.say(text, room)
                return True
        return False

    def _room(self, phase: Phase, cue: Cue, into: float) -> float | None:
        """Return the seconds until something else is to be heard; None if nothing is."""
        if cue.kind is CueKind.FINISHED:
            return None
        later = [
            each.at
            for each in cues_of(phase)
            if each.at > cue.at
            and self.settings.channel(topic_of(phase, each)) is not CueChannel.OFF
        ]
        if not later and phase.until_tapped:
            return None
        return (min([*later, phase.seconds]) - max(into, cue.at)) / self.speed - GAP_SECONDS

    @property
    def _rate(self) -> float:
        return voice_manner(self.settings).rate

    def _learn(self, text: str, seconds: float) -> None:
        """Take note of a voice that is slower than expected."""
        said, expected = self._said
        if text == said and expected > 0:
            slowness = min(SLOWEST_PACE, seconds / expected)
            self._slowness = max(self._slowness, slowness)


def voice_manner(settings: Settings) -> VoiceManner:
    """Return how the settings want it spoken, in the language that is shown."""
    return VoiceManner(
        language=i18n.language(),
        volume=settings.voice_volume_percent / 100,
        rate=settings.voice_rate / VOICE_RATE_STEPS,
        voice=settings.voice_name,
    )


_BY_WEIGHT: Final = (
    CueKind.FINISHED,
    CueKind.START,
    CueKind.HALFWAY,
    CueKind.COUNTDOWN,
    CueKind.POSITION,
    CueKind.NEXT_UP,
    CueKind.REPETITION,
    CueKind.REMINDER,
)
"""Of several tones at one moment the first of these is heard."""
