"""Every routine that ships, listened to in every language by somebody with a stop watch."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp import i18n
from coreapp.domain.cues import CueChannel, CueKind, CueTopic, begins_other_side, topic_of
from coreapp.domain.exercise import Side
from coreapp.domain.player import PlayerOptions
from coreapp.domain.player_events import CueDue, PlayerEvent
from coreapp.domain.settings import Settings, cue_key
from coreapp.domain.timeline import Timeline
from coreapp.services.cue_player import CuePlayer
from coreapp.services.playing import Playing, Request
from coreapp.services.speaking_pace import speaking_seconds
from coreapp.services.spoken_words import SpokenWords, speakable
from coreapp.services.vocabulary import side_label
from tests.fakes.clock import FakeClock
from tests.fakes.shipped import shipped_library
from tests.fakes.sound import FakeSpeech, FakeTones
from tests.fakes.work import FakeDatabase

TRANSLATIONS = Path(__file__).parents[2] / "translations"
ROUTINES = sorted(routine.id for routine in shipped_library().routines)

Told = tuple[float, Timeline, list[PlayerEvent], float]
"""The moment at which the player tells something, and what."""


@dataclass
class SlowSpeech(FakeSpeech):
    """A voice that speaks as fast as expected and notes what was still being said.

    Attributes:
        cut: texts that something else interrupted, or that were still heard at another cue.
    """

    clock: FakeClock = field(default_factory=FakeClock)
    rate: float = 0.0
    quiet_from: float = 0.0
    cut: list[str] = field(default_factory=list)

    @property
    def now(self) -> float:
        return self.clock.reading().monotonic

    @property
    def is_speaking(self) -> bool:
        return self.now < self.quiet_from

    def say(self, text: str, seconds: float | None) -> None:
        super().say(text, seconds)
        self.quiet_from = self.now + speaking_seconds(text, i18n.language(), self.rate)

    def stop(self) -> None:
        super().stop()
        if self.is_speaking:
            self.cut.append(self.said[-1][0])


class Listener:
    """Plays a routine and writes down what is said at which cue."""

    def __init__(self, routine: str, **settings) -> None:
        self.clock = FakeClock()
        chosen = Settings(**settings)
        self.speech = SlowSpeech(clock=self.clock, rate=chosen.voice_rate / 10)
        self.tones = FakeTones()
        self.cues = CuePlayer(self.tones, self.speech, SpokenWords(shipped_library()))
        self.cues.take(chosen)
        playing = Playing(shipped_library(), FakeDatabase(), self.clock, lambda: "s1")
        self.live = playing.begin(Request(routine, unattended=True), PlayerOptions())
        self.live.let_hear(self._follow)
        self.heard: list[tuple[CueDue, list[str]]] = []

    def _follow(self, timeline, events, into) -> None:
        due = [event for event in events if isinstance(event, CueDue)]
        for event in due:
            phase = timeline.phases[event.index]
            topic = topic_of(phase, event.cue)
            is_heard = self.cues.settings.channel(topic) is not CueChannel.OFF
            if is_heard and self.speech.is_speaking:
                self.speech.cut.append(self.speech.said[-1][0])
        before = len(self.speech.said)
        self.cues.follow(timeline, events, into)
        self.heard += ((event, self.speech.texts[before:]) for event in due)

    def play_out(self) -> None:
        self.live.start()
        while (wait := self.live.next_call()) is not None:
            self.clock.advance(wait)
            self.live.advance()

    def hear(self, told: list[Told]) -> None:
        """Hear what was told to another one."""
        for moment, timeline, events, into in told:
            self.clock.advance(moment - self.speech.now)
            self._follow(timeline, events, into)


def told_in(routine: str) -> list[Told]:
    """Return what the player tells of a whole routine; it is the same in every language."""
    told: list[Told] = []
    player = Listener(routine)
    player.live.let_hear(lambda *what: told.append((player.speech.now, *what)))
    player.play_out()
    return told


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    i18n.install(TRANSLATIONS, "en")


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("routine", ROUTINES)
def test_what_is_said_fits_names_each_exercise_and_each_side(routine):
    """One test of all of it: to play a whole routine is what takes its time."""
    told, found = told_in(routine), {}
    for language in i18n.LANGUAGES:
        i18n.install(TRANSLATIONS, language)
        listener = Listener(routine)
        listener.hear(told)
        assert len(listener.speech.said) > 3, language
        found[language] = list(wrong(listener))

    assert not any(found.values()), found


def wrong(listener: Listener) -> Iterator[str]:
    """Yield what somebody who hears it would miss."""
    for text in listener.speech.cut:
        yield f"said into the next cue: {text}"
    yield from wrong_sides(listener)
    said = " ".join(listener.speech.texts)
    for phase in listener.live.timeline.phases:
        name = listener.cues._words._name(phase)
        if speakable(name) not in said:
            yield f"never named: {name}"


def wrong_sides(listener: Listener) -> Iterator[str]:
    """Yield which changes of sides were not spoken with their side."""
    phases = listener.live.timeline.phases
    changes = [
        (phases[event.index].side, texts)
        for event, texts in listener.heard
        if event.cue.kind is CueKind.START and begins_other_side(phases[event.index])
    ]
    wanted = sum(begins_other_side(phase) for phase in phases)
    if len(changes) != wanted:
        yield f"{len(changes)} changes of sides, not {wanted}"
    for side, texts in changes:
        if side not in {Side.LEFT, Side.RIGHT} or not any(
            side_label(side) in text for text in texts
        ):
            yield f"{side} told as {texts}"


channels = st.fixed_dictionaries(
    {cue_key(topic): st.sampled_from(CueChannel) for topic in CueTopic},
    optional={"voice_rate": st.integers(-5, 5), "sounds": st.booleans()},
)


@given(routine=st.sampled_from(ROUTINES), chosen=channels, language=st.sampled_from(i18n.LANGUAGES))
def test_however_it_is_set_nothing_is_cut(routine, chosen, language):
    i18n.install(TRANSLATIONS, language)
    try:
        listener = Listener(routine, **chosen)
        listener.play_out()
    finally:
        i18n.install(TRANSLATIONS, "en")

    assert listener.speech.cut == []
    voiced = any(chosen[cue_key(topic)].has_voice for topic in CueTopic)
    assert bool(listener.speech.said) <= voiced


presses = st.lists(
    st.tuples(st.floats(0, 60), st.sampled_from(["pause", "resume", "skip", "back", "stop_set"])),
    max_size=20,
)


@given(routine=st.sampled_from(ROUTINES), pressed=presses)
def test_after_a_key_the_voice_speaks_of_where_one_is_now(routine, pressed):
    """Whatever was being said of the phase before is silenced, and nothing is said in pause."""
    listener = Listener(routine)
    listener.live.start()
    for seconds, command in pressed:
        left = seconds
        while (wait := listener.live.next_call()) is not None and wait <= left:
            listener.clock.advance(wait)
            left -= wait
            listener.live.advance()
        listener.clock.advance(left)
        index, stops = listener.live.view().index, listener.speech.stops
        getattr(listener.live, command)()
        is_elsewhere = listener.live.view().index != index
        if is_elsewhere or command == "pause":
            assert listener.speech.stops > stops or listener.live.player.state.value != "running"
