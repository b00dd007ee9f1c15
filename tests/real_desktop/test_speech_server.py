"""A session spoken by speech-dispatcher and espeak-ng, through Qt, into files."""

import ctypes
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coreapp import i18n
from coreapp.desktop.clock import SystemClock
from coreapp.desktop.speech import QtSpeech
from coreapp.desktop.speech_server import server_answers
from coreapp.domain.cues import cues_of
from coreapp.services.cue_player import GAP_SECONDS
from coreapp.services.speaking import VoiceManner, VoiceState
from coreapp.services.speaking_pace import speaking_seconds
from coreapp.services.spoken_words import SpokenWords
from tests.fakes.shipped import shipped_library
from tests.real_desktop.speech import Server, missing_programs, speak_to_file, speech_server

pytestmark = pytest.mark.real_desktop

TRANSLATIONS = Path(__file__).parents[2] / "translations"
EVERY = 25
"""Of all wordings every so many are measured: the whole takes minutes."""


@pytest.fixture(autouse=True)
def _installed() -> None:
    missing = missing_programs()
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed (see packaging/system_packages.py)")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Server]:
    try:
        ctypes.CDLL("libspeechd.so.2")
    except OSError:
        pytest.skip("libspeechd.so.2 not installed (see packaging/system_packages.py)")
    with speech_server(tmp_path) as running:
        monkeypatch.setenv("SPEECHD_ADDRESS", running.address)
        try:
            qtbot.waitUntil(server_answers, timeout=5000)
        except qtbot.TimeoutError:
            pytest.skip(f"the server does not run here: {(tmp_path / 'output').read_text()[-300:]}")
        yield running


@pytest.fixture
def speech(qtbot: QtBot, server: Server) -> Iterator[QtSpeech]:
    voice = QtSpeech(SystemClock())
    yield voice
    voice.close()


def prepare(qtbot: QtBot, speech: QtSpeech, language: str) -> VoiceState:
    speech.prepare(VoiceManner(language))
    qtbot.waitUntil(lambda: speech.state is not VoiceState.LOOKING)
    return speech.state


def wait_for_sounds(qtbot: QtBot, server: Server, count: int) -> list[float]:
    """Return how long so many texts are, once all of them are whole."""
    qtbot.waitUntil(lambda: len(server.seconds()) == count, timeout=10_000)
    return server.seconds()


@pytest.mark.no_qt_log  # QtMultimedia tells of sound libraries that are not there
def test_words_become_sound_in_one_language_after_the_other(qtbot, server, speech):
    assert prepare(qtbot, speech, "en") is VoiceState.READY
    assert speech.name == "speechd"
    speech.say(english := "Switch sides: Right side", 5)
    (heard,) = wait_for_sounds(qtbot, server, 1)
    assert 0.5 < heard <= speaking_seconds(english, "en")

    assert prepare(qtbot, speech, "nl") is VoiceState.NO_VOICE

    assert prepare(qtbot, speech, "de") is VoiceState.READY
    speech.say(german := "Seite wechseln: Rechte Seite", 5)
    first, second = wait_for_sounds(qtbot, server, 2)
    assert first == heard
    assert 0.5 < second <= speaking_seconds(german, "de")


def test_no_wording_takes_longer_than_the_cues_leave_for_it(tmp_path):
    library, slow = shipped_library(), []
    words = SpokenWords(library)
    try:
        for language in i18n.LANGUAGES:
            i18n.install(TRANSLATIONS, language)
            said = {str(number) for number in (1, 2, 3, 17, 27)}
            for timeline in (library.timeline(routine.id) for routine in library.routines):
                for index, phase in enumerate(timeline.phases):
                    for _at, cues in groupby(cues_of(phase), key=lambda cue: cue.at):
                        said |= set(words.wordings(timeline, index, list(cues)))
            for text in sorted(said)[::EVERY]:
                heard = speak_to_file(text, language, tmp_path / "said.wav")
                if heard > speaking_seconds(text, language) + GAP_SECONDS:
                    slow.append((language, text, heard))
    finally:
        i18n.install(TRANSLATIONS, "en")

    assert slow == []
