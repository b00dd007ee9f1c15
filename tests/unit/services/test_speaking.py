"""Why there is no voice, and how long words take."""

from itertools import product

import pytest

from coreapp.i18n import LANGUAGES
from coreapp.services.speaking import NullSpeech, VoiceManner, VoiceState, voice_trouble
from coreapp.services.speaking_pace import PACES, speaking_seconds
from tests.each_case import each_case


def test_a_voice_that_is_missing_comes_with_one_sentence_of_help():
    for state, system in product(VoiceState, ("linux", "win32", "darwin")):
        told = voice_trouble(state, system)

        assert bool(told) is state.is_missing, (state, system)
        assert told.count(". ") == 0, (state, system)


def test_linux_is_told_the_packages():
    assert "speech-dispatcher and espeak-ng" in voice_trouble(VoiceState.NO_ENGINE, "linux")
    assert "speech-dispatcher does not start" in voice_trouble(VoiceState.NOT_STARTING, "linux")
    assert "install espeak-ng" in voice_trouble(VoiceState.NO_VOICE, "linux")


@each_case("state", [VoiceState.NO_ENGINE, VoiceState.NO_VOICE])
def test_other_systems_are_told_where_to_add_a_voice(state):
    assert "Time & language" in voice_trouble(state, "win32")
    assert "Accessibility" in voice_trouble(state, "darwin")


def test_silence_takes_everything_and_says_nothing():
    silence = NullSpeech()

    silence.prepare(VoiceManner("en"))
    silence.say("Halfway", 1)
    silence.stop()
    silence.listen(lambda: None)
    silence.time(lambda _text, _seconds: None)

    assert (silence.name, silence.state, silence.voices) == ("none", VoiceState.NO_ENGINE, ())


def test_every_language_has_a_pace():
    assert set(PACES) == set(LANGUAGES)


def test_a_number_fits_into_the_second_it_counts():
    for language in LANGUAGES:
        for number in (3, 2, 1):
            assert speaking_seconds(str(number), language) < 0.85


def test_more_words_take_longer():
    shorter, longer = (
        speaking_seconds("Halfway", "en"),
        speaking_seconds("Halfway, breathe on", "en"),
    )
    assert shorter < longer < speaking_seconds("Halfway, breathe on", "de")


def test_long_numbers_take_longer_than_short_ones():
    assert speaking_seconds("3", "de") < speaking_seconds("27", "de")


def test_the_rate_counts_carefully():
    plain = speaking_seconds("Halfway", "en")

    assert speaking_seconds("Halfway", "en", -1) == pytest.approx(3 * plain)
    assert speaking_seconds("Halfway", "en", 1) == pytest.approx(plain / 1.5)
