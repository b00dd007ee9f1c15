import importlib.util
import sys
import wave
from array import array
from pathlib import Path
from types import SimpleNamespace

import pytest

from coreapp.desktop.sound import (
    EffectTones,
    LateTones,
    NullTones,
    TonesUnavailableError,
    pick_tones,
)
from coreapp.services.cue_player import Tone
from tests.fakes.sound import FakeTones

ROOT = Path(__file__).parents[2]
SOUNDS = ROOT / "assets" / "sounds"


class FakeDevice:
    null = False

    def isNull(self):
        return self.null


class FakeEffect:
    """A QSoundEffect that is not heard."""

    def __init__(self):
        self.file, self.volume, self.plays = None, None, 0

    def setSource(self, url):
        self.file = Path(url.toLocalFile())

    def setVolume(self, volume):
        self.volume = volume

    def play(self):
        self.plays += 1


@pytest.fixture
def multimedia(monkeypatch):
    """QtMultimedia as on a computer with sound; the effects that were made."""
    effects = []

    def make_effect():
        effects.append(FakeEffect())
        return effects[-1]

    module = SimpleNamespace(
        QSoundEffect=make_effect, QMediaDevices=SimpleNamespace(defaultAudioOutput=FakeDevice)
    )
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", module)
    return effects


def unavailable(folder):
    raise TonesUnavailableError("not here")


def make_tones():
    """The generator, which is no package."""
    spec = importlib.util.spec_from_file_location(
        "make_tones", ROOT / "packaging" / "make_tones.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_tones"] = module
    try:
        spec.loader.exec_module(module)
    finally:
        del sys.modules["make_tones"]
    return module


def read(tone):
    with wave.open(str(SOUNDS / f"{tone}.wav"), "rb") as file:
        samples = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        return file.getparams(), samples


def test_the_first_way_that_works_is_taken():
    fake = FakeTones()

    assert pick_tones(SOUNDS, [unavailable, lambda _folder: fake]) is fake


def test_without_any_way_to_play_the_session_goes_on_in_silence():
    tones = pick_tones(SOUNDS, [unavailable])

    tones.play(Tone.WORK, 0.5)
    assert isinstance(tones, NullTones)


def test_a_missing_library_is_no_error(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)

    with pytest.raises(TonesUnavailableError):
        EffectTones(SOUNDS)
    assert pick_tones(SOUNDS).name == "none"


@pytest.mark.no_qt_log  # it tells of the sound server that is not there
def test_this_computer_plays_tones_or_says_why_not(qapp):
    tones = pick_tones(SOUNDS)

    assert tones.name in {"QSoundEffect", "none"}


def test_every_tone_is_loaded_at_once_and_played_when_asked_for(multimedia):
    tones = EffectTones(SOUNDS)

    tones.play(Tone.HALFWAY, 0.5)

    assert sorted(each.file.stem for each in multimedia) == sorted(tone.value for tone in Tone)
    played = [each for each in multimedia if each.plays]
    assert [(each.file.stem, each.volume) for each in played] == [("halfway", 0.25)]


def test_a_computer_without_a_sound_device_stays_quiet(multimedia, monkeypatch):
    monkeypatch.setattr(FakeDevice, "null", True)

    with pytest.raises(TonesUnavailableError, match="no sound device"):
        EffectTones(SOUNDS)


def test_a_missing_file_is_named(multimedia, tmp_path):
    with pytest.raises(TonesUnavailableError, match=r"get_ready\.wav"):
        EffectTones(tmp_path)


def test_nothing_is_looked_for_before_the_first_tone():
    fake, picks = FakeTones(), []

    def pick():
        picks.append(1)
        return fake

    late = LateTones(pick)
    before = late.found_name, len(picks)
    late.play(Tone.REST, 0.3)
    late.play(Tone.WORK, 0.3)

    assert before == (None, 0)
    assert (len(picks), late.name, late.found_name) == (1, "fake", "fake")
    assert fake.tones == [Tone.REST, Tone.WORK]


def test_each_tone_is_a_short_soft_file():
    for tone in Tone:
        params, samples = read(tone)

        assert (params.nchannels, params.sampwidth, params.framerate) == (1, 2, 44100), tone
        assert 0.1 <= len(samples) / params.framerate <= 1.6, tone
        assert 3000 < max(map(abs, samples)) <= 16500, tone
        assert abs(samples[0]) < 300, tone
        assert abs(samples[-1]) < 300, tone


def test_no_two_tones_are_alike():
    assert len({bytes(read(tone)[1]) for tone in Tone}) == len(Tone)


def test_the_files_are_those_the_generator_makes(tmp_path, capsys):
    make_tones().main([str(tmp_path)])

    assert {file.stem for file in tmp_path.glob("*.wav")} == {tone.value for tone in Tone}
    for tone in Tone:
        with wave.open(str(tmp_path / f"{tone}.wav"), "rb") as file:
            made = array("h", file.readframes(file.getnframes()))
        kept = read(tone)[1]
        # Another C library may round a sine differently in the last digit.
        assert len(made) == len(kept)
        assert max(abs(a - b) for a, b in zip(made, kept, strict=True)) <= 1
