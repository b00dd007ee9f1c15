"""What is heard of a session: tones, words that fit, and silence where it is wanted."""

from dataclasses import replace

import pytest

from coreapp.domain.cues import Cue, CueChannel, CueKind
from coreapp.domain.exercise import Side
from coreapp.domain.player_events import CueDue, Finished, Paused, PauseReason, PhaseStarted
from coreapp.domain.settings import Settings
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.domain.training_log import Outcome
from coreapp.services.cue_player import GAP_SECONDS, CuePlayer, Tone, tone_of, voice_manner
from coreapp.services.speaking import VoiceManner, VoiceState
from coreapp.services.speaking_pace import speaking_seconds
from coreapp.services.spoken_words import SpokenWords
from tests.each_case import each_case
from tests.fakes.session_content import session_library
from tests.fakes.sound import FakeSpeech, FakeTones

START = Cue(0, CueKind.START)
NEXT = Cue(0, CueKind.NEXT_UP)
PLAN = Timeline(
    "t",
    (
        Phase(PhaseKind.GET_READY, 12, "side-plank", Side.LEFT),
        Phase(PhaseKind.WORK, 20, "side-plank", Side.LEFT),
        Phase(PhaseKind.SWITCH_SIDES, 5, "side-plank", Side.RIGHT),
        Phase(PhaseKind.WORK, 20, "side-plank", Side.RIGHT),
        Phase(PhaseKind.REST, 20, "side-plank"),
    ),
)


class Ears:
    """A cue player, and what it lets be heard."""

    def __init__(self, state: VoiceState = VoiceState.READY, **settings) -> None:
        self.tones, self.speech = FakeTones(), FakeSpeech(state)
        self.player = CuePlayer(self.tones, self.speech, SpokenWords(session_library()))
        self.player.take(Settings(**settings))

    def hear(self, index: int, *cues: Cue, into: float | None = None, timeline=PLAN) -> None:
        at = cues[-1].at if into is None else into
        self.player.follow(timeline, [CueDue(index, cue) for cue in cues], at)


@each_case("kind", PhaseKind)
def test_each_kind_of_phase_begins_with_a_tone_of_its_own(kind):
    assert tone_of(Phase(kind, 20, "plank"), START) is Tone(kind.value)


@each_case("kind", [each for each in CueKind if each is not CueKind.START])
def test_other_cues_sound_the_same_in_every_phase(kind):
    tones = {tone_of(Phase(phase, 20, "plank"), Cue(3, kind)) for phase in PhaseKind}

    assert tones == {Tone(kind.value)}


def test_a_tone_is_played_at_the_volume_that_was_set():
    ears = Ears(volume_percent=40)

    ears.hear(1, START)

    assert ears.tones.played == [(Tone.WORK, 0.4)]


@each_case("quiet", [{"sounds": False}, {"volume_percent": 0}])
def test_without_tones_there_are_words_all_the_same(quiet):
    ears = Ears(**quiet)

    ears.hear(1, START)

    assert ears.tones.played == []
    assert ears.speech.texts == ["Left side, 20 seconds"]


def test_when_it_is_to_be_quiet_nothing_is_heard():
    ears = Ears(sounds=False, voice=False)
    ears.hear(1, START)
    assert ears.player.muted

    ears.player.switch_mute()
    ears.player.take(Settings())
    ears.player.switch_mute()
    ears.hear(1, START)

    assert (ears.tones.played, ears.speech.said) == ([], [])
    ears.player.switch_mute()
    ears.hear(1, START)
    assert len(ears.speech.said) == 1


def test_quiet_outlasts_other_changes_of_the_settings():
    ears = Ears()
    ears.player.muted = True  # by the key, or because it is a break

    ears.player.take(Settings(language="de", volume_percent=30))
    assert ears.player.muted
    ears.player.take(Settings(sounds=False, voice=False))
    ears.player.take(Settings(sounds=True))

    assert not ears.player.muted


@each_case(
    ("channel", "tones", "words"),
    [
        (CueChannel.VOICE, [], ["Halfway"]),
        (CueChannel.TONE, [Tone.HALFWAY], []),
        (CueChannel.BOTH, [Tone.HALFWAY], ["Halfway"]),
        (CueChannel.OFF, [], []),
    ],
)
def test_a_topic_is_heard_as_it_was_chosen(channel, tones, words):
    ears = Ears(cue_halfway=channel)

    ears.hear(1, Cue(10, CueKind.HALFWAY))

    assert (ears.tones.tones, ears.speech.texts) == (tones, words)


@each_case("state", [each for each in VoiceState if each.is_missing])
def test_a_tone_stands_in_for_a_voice_that_is_not_there(state):
    ears = Ears(state, cue_halfway=CueChannel.VOICE)

    ears.hear(1, Cue(10, CueKind.HALFWAY))
    ears.hear(0, NEXT)

    assert (ears.tones.tones, ears.speech.said) == ([Tone.HALFWAY], [])


def test_a_voice_that_was_turned_off_is_not_stood_in_for():
    ears = Ears(voice=False, cue_halfway=CueChannel.VOICE)

    ears.hear(1, Cue(10, CueKind.HALFWAY))

    assert ears.tones.tones == []


def test_cues_of_one_moment_are_one_text_and_one_tone():
    ears = Ears(cue_next_up=CueChannel.BOTH)

    ears.hear(0, START, NEXT)

    assert ears.tones.tones == [Tone.GET_READY]
    assert ears.speech.texts == ["Next: Side plank, Left side. Lay out a mat."]


def test_what_fits_before_the_next_cue_is_said():
    text, room = "Switch sides: Right side", 2 - GAP_SECONDS
    assert speaking_seconds(text, "en") > room

    ears = Ears()
    ears.hear(2, START)

    said, seconds = ears.speech.said[0]
    assert said == "Right side"
    assert seconds == pytest.approx(room)
    assert speaking_seconds(said, "en") <= room


def test_a_topic_that_is_off_leaves_its_room_to_others():
    ears = Ears(cue_countdown=CueChannel.OFF)

    ears.hear(2, START)

    assert ears.speech.said == [("Switch sides: Right side", 5 - GAP_SECONDS)]


def test_the_room_of_a_late_cue_is_what_is_left_of_it():
    ears = Ears()

    ears.hear(1, START, into=1.5)

    assert ears.speech.said[0][1] == pytest.approx(5 - 1.5 - GAP_SECONDS)


def test_where_not_even_a_word_fits_a_tone_stands_in():
    ears = Ears(cue_halfway=CueChannel.VOICE)

    ears.hear(1, Cue(10, CueKind.HALFWAY), into=11.9)

    assert (ears.tones.tones, ears.speech.said) == ([Tone.HALFWAY], [])


def test_what_waits_for_a_tap_has_all_the_time_in_the_world():
    patient = Timeline("t", tuple(replace(each, until_tapped=True) for each in PLAN.phases))
    ears = Ears()

    ears.hear(2, START, timeline=patient)

    assert ears.speech.said == [("Switch sides: Right side", None)]


def test_the_end_is_said_with_nothing_after_it():
    ears = Ears()

    events = [CueDue(4, Cue(20, CueKind.FINISHED)), Finished(Outcome.COMPLETED)]
    ears.player.follow(PLAN, events, 20)

    assert ears.speech.said == [("That was the session.", None)]
    assert ears.speech.stops == 0


def test_the_quiet_rest_at_the_end_leads_to_nothing():
    ears = Ears(cue_start=CueChannel.OFF, cue_next_up=CueChannel.BOTH)

    ears.hear(4, NEXT)

    assert (ears.tones.tones, ears.speech.said) == ([], [])


@each_case("event", [Paused(PauseReason.ASKED), PhaseStarted(3), Finished(Outcome.ENDED_EARLY)])
def test_pausing_skipping_and_ending_cut_the_voice_short(event):
    ears = Ears()

    ears.player.follow(PLAN, [event], 0)

    assert ears.speech.stops == 1


def test_what_was_passed_by_is_not_said_any_more():
    ears = Ears()

    events = [CueDue(1, Cue(10, CueKind.HALFWAY)), PhaseStarted(3)]
    ears.player.follow(PLAN, events, 8)
    events = [CueDue(1, Cue(10, CueKind.HALFWAY)), CueDue(3, START)]
    ears.player.follow(PLAN, events, 0)

    assert ears.tones.tones == [Tone.HALFWAY, Tone.HALFWAY, Tone.WORK]
    assert ears.speech.texts == ["Right side, 20 seconds"]


def test_turning_the_voice_off_silences_it():
    ears = Ears()

    ears.player.take(Settings(voice=False))
    ears.player.stop()

    assert ears.speech.stops == 2


def test_a_voice_is_prepared_as_the_settings_say():
    ears = Ears(voice_volume_percent=50, voice_rate=-5, voice_name="Anna")

    ears.player.prepare()

    assert ears.speech.prepared == [VoiceManner("en", 0.5, -0.5, "Anna")]
    Ears(voice=False).player.prepare()


def test_a_voice_that_is_not_wanted_is_not_looked_for():
    ears = Ears(voice=False)

    ears.player.prepare()

    assert ears.speech.prepared == []


def test_a_slow_voice_is_given_shorter_words():
    ears = Ears(cue_countdown=CueChannel.OFF)
    ears.hear(2, START)
    ears.speech.took(100)  # whatever held it up, it is not taken for the voice

    ears.hear(2, START)
    ears.hear(0, START, NEXT, into=4)

    assert ears.speech.texts[:2] == ["Switch sides: Right side"] * 2
    slow = 2 * speaking_seconds(ears.speech.texts[2], "en")
    assert slow <= 9 - 4 + 3 - GAP_SECONDS


def test_another_voice_is_not_blamed_for_the_slow_one():
    text = "Next: Side plank, Left side. Lay out a mat."
    ears = Ears()
    ears.hear(0, START, NEXT)
    ears.speech.took(100)
    ears.player.take(Settings(voice_name="Bob"))

    ears.hear(0, START, NEXT)

    assert ears.speech.texts == [text, text]


def test_a_voice_that_was_cut_short_teaches_nothing():
    ears = Ears()
    ears.hear(0, START, NEXT)
    for spoken in ears.speech._spoken:
        spoken("something else", 100)

    ears.hear(0, START, NEXT)

    assert ears.speech.texts[0] == ears.speech.texts[1]


def test_a_session_on_a_faster_clock_leaves_less_real_time_for_words():
    ears = Ears()
    ears.player.speed = 4

    ears.hear(1, START)

    assert all(seconds == pytest.approx(5 / 4 - GAP_SECONDS) for _, seconds in ears.speech.said)


def test_a_tone_can_be_heard_outside_of_a_session():
    ears = Ears(volume_percent=20)

    ears.player.sound(Tone.GET_READY)

    assert ears.tones.played == [(Tone.GET_READY, 0.2)]


def test_the_settings_say_how_to_speak():
    assert voice_manner(Settings()) == VoiceManner("en", 0.8, 0.0, "")
