"""What this desktop lets the program sense, each with its remedy."""

from types import SimpleNamespace

import pytest

from coreapp.desktop.idle import NullIdle
from coreapp.domain.settings import Settings
from coreapp.program.sensing import sensed_here
from coreapp.services.cue_player import CuePlayer
from coreapp.services.sound_check import SoundCheck
from coreapp.services.speaking import VoiceState
from coreapp.ui.pages.break_cards import SenseState
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeIdleProbe
from tests.fakes.media import FakeAwake, FakeMedia
from tests.fakes.sound import FakeSpeech, FakeTones


def sound(state: VoiceState, *, is_wanted: bool = True) -> SoundCheck:
    speech = FakeSpeech(state)
    cues = CuePlayer(FakeTones(), speech)
    cues.take(Settings(voice=is_wanted))
    return SoundCheck(cues, speech, "linux")


def states(
    probe, *, tray: bool, tones: str, voice: VoiceState = VoiceState.READY
) -> dict[str, SenseState]:
    sensed = sensed_here(
        probe, SimpleNamespace(available=tray), tones, sound(voice), FakeAwake(), FakeMedia()
    )
    return {each.label: each.state for each in sensed}


def test_a_desktop_that_can_do_everything() -> None:
    found = states(FakeIdleProbe(FakeClock()), tray=True, tones="QSoundEffect")

    assert found["Hands resting"] is SenseState.WORKS
    assert found["Tray"] is SenseState.WORKS
    assert found["Tones"] is SenseState.WORKS
    assert found["Voice"] is SenseState.WORKS


def test_a_desktop_that_can_do_nothing() -> None:
    found = states(NullIdle(), tray=False, tones="none", voice=VoiceState.NO_ENGINE)

    assert found["Hands resting"] is SenseState.UNKNOWN
    assert found["Tray"] is SenseState.MISSING
    assert found["Tones"] is SenseState.MISSING
    assert found["Voice"] is SenseState.MISSING


def test_a_voice_is_looked_for_when_it_is_asked_about() -> None:
    check = sound(VoiceState.NOT_ASKED)
    tray = SimpleNamespace(available=True)

    sensed = sensed_here(NullIdle(), tray, "none", check, FakeAwake(), FakeMedia())

    found = {each.label: each.state for each in sensed}
    assert found["Voice"] is SenseState.UNKNOWN
    assert len(check._speech.prepared) == 1


def test_a_voice_that_is_not_wanted_is_not_spoken_of() -> None:
    check = sound(VoiceState.NOT_ASKED, is_wanted=False)
    tray = SimpleNamespace(available=True)
    sensed = sensed_here(NullIdle(), tray, "none", check, FakeAwake(), FakeMedia())

    assert "Voice" not in {each.label for each in sensed}
    assert check._speech.prepared == []


@pytest.mark.parametrize("works", [True, False])
def test_what_does_not_work_comes_with_a_remedy(works: bool) -> None:
    probe = FakeIdleProbe(FakeClock()) if works else NullIdle()
    tones = "QSoundEffect" if works else "none"

    check = sound(VoiceState.READY if works else VoiceState.NO_VOICE)

    tray = SimpleNamespace(available=works)
    awake = FakeAwake("org.freedesktop.ScreenSaver" if works else "")
    media = FakeMedia("MPRIS" if works else "none")

    for each in sensed_here(probe, tray, tones, check, awake, media):
        assert (each.state is SenseState.WORKS) is (not each.remedy)


@pytest.mark.parametrize(
    ("method", "label", "state"),
    [
        (None, "Screen stays awake", SenseState.UNKNOWN),
        ("", "Screen stays awake", SenseState.MISSING),
        ("caffeinate", "Screen stays awake (caffeinate)", SenseState.WORKS),
        ("org.freedesktop.ScreenSaver", "Screen stays awake (ScreenSaver)", SenseState.WORKS),
    ],
)
def test_what_keeps_the_screen_awake_is_named(method, label, state) -> None:
    tray, check = SimpleNamespace(available=True), sound(VoiceState.READY)

    sensed = sensed_here(NullIdle(), tray, "none", check, FakeAwake(method), FakeMedia())

    assert {each.label: each.state for each in sensed}[label] is state


@pytest.mark.parametrize(("name", "state"), [("MPRIS", True), ("none", False)])
def test_media_keys_work_where_the_desktop_sees_the_session(name, state) -> None:
    tray, check = SimpleNamespace(available=True), sound(VoiceState.READY)

    sensed = sensed_here(NullIdle(), tray, "none", check, FakeAwake(), FakeMedia(name))

    found = {each.label: each.state for each in sensed}
    assert (found["Media keys"] is SenseState.WORKS) is state
