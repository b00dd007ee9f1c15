"""The voice, spoken by Qt's engine for tests: English only, and heard by nobody."""

import sys
import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from coreapp.desktop import speech
from coreapp.desktop.speech import QtSpeech
from coreapp.services.speaking import VoiceManner, VoiceState
from tests.fakes.clock import FakeClock

ENGLISH = VoiceManner("en")


class Room:
    """A voice, and what it told."""

    def __init__(self, qtbot: QtBot, engines=("mock",), search=lambda: VoiceState.READY) -> None:
        self.qtbot = qtbot
        self.clock = FakeClock()
        self.speech = QtSpeech(self.clock, engines, search)
        self.states: list[VoiceState] = []
        self.spoken: list[tuple[str, float]] = []
        self.speech.listen(lambda: self.states.append(self.speech.state))
        self.speech.time(lambda *told: self.spoken.append(told))

    def prepare(self, manner: VoiceManner = ENGLISH) -> VoiceState:
        self.speech.prepare(manner)
        self.qtbot.waitUntil(lambda: self.speech.state is not VoiceState.LOOKING)
        return self.speech.state

    @property
    def engine(self):
        return self.speech._engine

    @property
    def is_speaking(self) -> bool:
        return self.engine.state().name == "Speaking"


@pytest.fixture
def make_room(qtbot: QtBot):
    rooms: list[Room] = []

    def make(**settings) -> Room:
        rooms.append(Room(qtbot, **settings))
        return rooms[-1]

    yield make
    for room in rooms:
        room.speech.close()


def test_nothing_is_looked_for_before_a_voice_is_wanted(make_room):
    asked = []
    room = make_room(search=lambda: asked.append(1) or VoiceState.READY)

    room.speech.say("Halfway", 3)
    room.speech.stop()

    assert (room.speech.state, room.speech.name, room.speech.voices) == (
        VoiceState.NOT_ASKED,
        "none",
        (),
    )
    assert asked == []


def test_a_voice_of_the_language_is_found_and_speaks(make_room):
    room = make_room()
    assert room.prepare() is VoiceState.READY

    room.speech.say("Halfway there", None)
    room.qtbot.waitUntil(lambda: room.is_speaking)
    room.clock.advance(1.25)
    room.qtbot.waitUntil(lambda: bool(room.spoken))

    assert room.speech.name == "mock"
    assert list(room.speech.voices) == ["Bob", "Anne"]
    assert room.states == [VoiceState.LOOKING, VoiceState.READY]
    assert room.spoken == [("Halfway there", 1.25)]


def test_it_speaks_as_it_is_told(make_room):
    room = make_room()
    room.prepare(VoiceManner("en", volume=0.4, rate=-0.5, voice="Anne"))
    first = (room.engine.volume(), room.engine.rate(), room.engine.voice().name())

    room.speech.prepare(VoiceManner("en", volume=0.9, rate=0.2, voice="not here"))

    assert first == (0.4, -0.5, "Anne")
    assert (room.engine.volume(), room.engine.rate()) == (0.9, 0.2)
    assert room.engine.voice().name() == "Bob"
    assert room.states[-1] is VoiceState.READY


def test_a_language_that_nothing_speaks_is_no_voice(make_room):
    room = make_room()

    assert room.prepare(VoiceManner("de")) is VoiceState.NO_VOICE
    room.speech.say("Halbzeit", 3)
    assert room.spoken == []

    assert room.prepare() is VoiceState.READY


@pytest.mark.no_qt_log  # Qt tells that there is no such engine
def test_the_next_engine_is_tried(make_room):
    room = make_room(engines=("no such engine", "mock"))

    assert room.prepare() is VoiceState.READY
    assert room.speech.name == "mock"


@pytest.mark.no_qt_log
def test_without_any_engine_there_is_none(make_room):
    assert make_room(engines=("no such engine",)).prepare() is VoiceState.NO_ENGINE


def test_the_engine_for_tests_is_never_taken_by_itself(make_room, monkeypatch):
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", lambda: ["mock"])

    assert make_room(engines=()).prepare() is VoiceState.NO_ENGINE


def test_where_nothing_can_speak_no_library_is_loaded(make_room, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)

    assert make_room(search=lambda: VoiceState.NO_ENGINE).prepare() is VoiceState.NO_ENGINE


@pytest.mark.parametrize(
    ("installed", "state"), [(False, VoiceState.NO_ENGINE), (True, VoiceState.NOT_STARTING)]
)
def test_a_server_that_is_not_there_differs_from_one_that_does_not_start(
    make_room, monkeypatch, installed, state
):
    monkeypatch.setattr(speech, "server_answers", lambda: False)
    monkeypatch.setattr(speech, "server_is_installed", lambda: installed)

    assert make_room(search=speech._ask_server).prepare() is state


def test_a_missing_library_is_no_error(make_room, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)

    assert make_room().prepare() is VoiceState.NO_ENGINE


def test_a_search_that_takes_long_holds_nobody_up(make_room):
    go_on = threading.Event()
    room = make_room(search=lambda: go_on.wait(10) and VoiceState.READY)
    began = time.perf_counter()

    room.speech.prepare(ENGLISH)
    room.speech.prepare(ENGLISH)
    taken = time.perf_counter() - began
    room.speech.say("Get ready", 8)
    room.clock.advance(1.5)
    go_on.set()
    room.qtbot.waitUntil(lambda: room.speech.state is VoiceState.READY)
    room.qtbot.waitUntil(lambda: bool(room.spoken))

    assert taken < 0.1
    assert [text for text, _seconds in room.spoken] == ["Get ready"]


@pytest.mark.parametrize(("room_seconds", "late", "is_said"), [(8, 3, False), (None, 60, True)])
def test_what_comes_too_late_is_not_said(make_room, room_seconds, late, is_said):
    go_on = threading.Event()
    room = make_room(search=lambda: go_on.wait(10) and VoiceState.READY)
    room.speech.prepare(ENGLISH)
    room.speech.say("Get ready", room_seconds)
    room.clock.advance(late)
    go_on.set()
    room.qtbot.waitUntil(lambda: room.speech.state is VoiceState.READY)

    assert (room.speech._saying is not None) is is_said


def test_what_was_to_be_said_is_forgotten_when_it_is_to_be_quiet(make_room):
    go_on = threading.Event()
    room = make_room(search=lambda: go_on.wait(10) and VoiceState.READY)
    room.speech.prepare(ENGLISH)
    room.speech.say("Get ready", 8)
    room.speech.stop()
    go_on.set()
    room.qtbot.waitUntil(lambda: room.speech.state is VoiceState.READY)

    assert room.speech._saying is None


def test_it_is_quiet_when_its_time_is_over(make_room):
    room = make_room()
    room.prepare()

    room.speech.say("a sentence of many words that goes on and on and on", 0.05)
    room.qtbot.waitUntil(lambda: room.is_speaking)
    room.qtbot.waitUntil(lambda: not room.is_speaking, timeout=1500)

    assert room.spoken == []


def test_being_told_to_be_quiet_it_stops_and_times_nothing(make_room):
    room = make_room()
    room.prepare()
    room.speech.say("a sentence of many words", None)
    room.qtbot.waitUntil(lambda: room.is_speaking)

    room.speech.stop()

    room.qtbot.waitUntil(lambda: not room.is_speaking)
    assert room.spoken == []


def test_a_new_text_takes_the_place_of_the_old(make_room):
    room = make_room()
    room.prepare()

    room.speech.say("a sentence of many words", 9)
    room.qtbot.waitUntil(lambda: room.is_speaking)
    room.speech.say("Halfway", None)
    room.qtbot.waitUntil(lambda: bool(room.spoken))

    assert [text for text, _seconds in room.spoken] == ["Halfway"]


def test_an_engine_that_breaks_is_given_up_until_it_is_asked_for_again(make_room, caplog):
    room = make_room()
    room.prepare()
    reasons = type(room.engine.errorReason())

    room.engine.errorOccurred.emit(reasons.Playback, "the server is gone")
    room.speech.say("Halfway", 3)

    assert room.speech.state is VoiceState.FAILED
    assert "the server is gone" in caplog.text
    assert room.prepare() is VoiceState.READY


def test_after_the_end_nothing_is_looked_for_any_more(make_room):
    room = make_room(search=lambda: VoiceState.READY)
    room.speech.prepare(ENGLISH)

    room.speech.close()
    room.qtbot.wait(60)

    assert room.speech.state is VoiceState.NOT_ASKED


def test_in_the_suite_the_computer_itself_never_speaks(qtbot):
    speech = QtSpeech(FakeClock())
    if sys.platform != "linux":
        pytest.skip("other systems have no server that could be named away")

    speech.prepare(ENGLISH)
    qtbot.waitUntil(lambda: speech.state is not VoiceState.LOOKING)

    assert speech.state in {VoiceState.NO_ENGINE, VoiceState.NOT_STARTING}
    speech.close()
