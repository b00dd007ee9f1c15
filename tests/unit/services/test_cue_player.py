import pytest

from coreapp.domain.cues import Cue, CueKind
from coreapp.domain.timeline import Phase, PhaseKind
from coreapp.services.cue_player import CuePlayer, Tone, tone_of
from tests.fakes.sound import FakeTones

START = Cue(0, CueKind.START)


@pytest.mark.parametrize("kind", PhaseKind)
def test_each_kind_of_phase_begins_with_a_tone_of_its_own(kind):
    assert tone_of(Phase(kind, 20, "plank"), START) is Tone(kind.value)


@pytest.mark.parametrize("kind", [each for each in CueKind if each is not CueKind.START])
def test_other_cues_sound_the_same_in_every_phase(kind):
    tones = {tone_of(Phase(phase, 20, "plank"), Cue(3, kind)) for phase in PhaseKind}

    assert tones == {Tone(kind.value)}


def test_a_cue_is_played_at_the_volume_that_was_set():
    tones = FakeTones()

    CuePlayer(tones, volume_percent=40).give(Phase(PhaseKind.WORK, 20, "plank"), START)

    assert tones.played == [(Tone.WORK, 0.4)]


@pytest.mark.parametrize("quiet", [{"muted": True}, {"volume_percent": 0}])
def test_nothing_is_played_when_it_is_to_be_quiet(quiet):
    tones = FakeTones()

    CuePlayer(tones, **quiet).give(Phase(PhaseKind.WORK, 20, "plank"), START)

    assert tones.played == []
