"""Hearing how a session will sound."""

from coreapp import i18n
from coreapp.domain.settings import Settings
from coreapp.services.cue_player import CuePlayer, Tone
from coreapp.services.sound_check import SoundCheck
from coreapp.services.speaking import VoiceState
from tests.each_case import each_case
from tests.fakes.sound import FakeSpeech, FakeTones


class Desk:
    def __init__(self, state: VoiceState = VoiceState.READY, **settings) -> None:
        self.tones, self.speech = FakeTones(), FakeSpeech(state)
        self.cues = CuePlayer(self.tones, self.speech)
        self.cues.take(Settings(**settings))
        self.check = SoundCheck(self.cues, self.speech, "linux")


def test_tone_and_voice_are_heard_as_they_are_set():
    desk = Desk(volume_percent=30)

    desk.check.listen()

    assert desk.tones.played == [(Tone.WORK, 0.3)]
    assert desk.speech.said == [("This is the voice of your sessions.", None)]
    assert desk.speech.prepared == []


def test_what_is_turned_off_is_not_heard():
    desk = Desk(sounds=False, voice=False)

    desk.check.listen()

    assert (desk.tones.played, desk.speech.said) == ([], [])


def test_a_voice_that_was_missing_is_looked_for_again_before_it_is_tried():
    desk = Desk(VoiceState.NO_ENGINE)

    desk.check.listen()

    assert len(desk.speech.prepared) == 1


def test_a_voice_is_looked_for_once():
    desk = Desk(VoiceState.NOT_ASKED)

    desk.check.look()
    desk.speech.become(VoiceState.NO_ENGINE)
    desk.check.look()

    assert len(desk.speech.prepared) == 1


def test_a_voice_is_looked_for_anew_in_another_language(tmp_path):
    desk = Desk()
    desk.check.look()
    try:
        i18n.install(tmp_path, "de")
        desk.check.look()
    finally:
        i18n.install(tmp_path, "en")

    assert [manner.language for manner in desk.speech.prepared] == ["de"]


@each_case("voice", [True, False])
def test_trouble_is_told_only_where_a_voice_is_wanted(voice):
    desk = Desk(VoiceState.NO_ENGINE, voice=voice)

    assert bool(desk.check.trouble) is voice
    assert desk.check.is_wanted is voice


def test_those_who_listen_hear_of_changes_until_they_stop():
    desk, heard = Desk(VoiceState.LOOKING), []
    end = desk.check.hear(lambda: heard.append(desk.check.state))

    desk.speech.become(VoiceState.READY, ["Anna"])
    end()
    end()
    desk.speech.become(VoiceState.FAILED)

    assert heard == [VoiceState.READY]
    assert desk.check.voices == ()
