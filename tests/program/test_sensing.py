"""What this desktop lets the program sense, each with its remedy."""

from types import SimpleNamespace

import pytest

from coreapp.desktop.idle import NullIdle
from coreapp.program.sensing import sensed_here
from coreapp.ui.pages.break_cards import SenseState
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeIdleProbe


def states(probe, *, tray: bool, tones: str) -> dict[str, SenseState]:
    sensed = sensed_here(probe, SimpleNamespace(available=tray), tones)
    return {each.label: each.state for each in sensed}


def test_a_desktop_that_can_do_everything() -> None:
    found = states(FakeIdleProbe(FakeClock()), tray=True, tones="QSoundEffect")

    assert found["Hands resting"] is SenseState.WORKS
    assert found["Tray"] is SenseState.WORKS
    assert found["Tones"] is SenseState.WORKS


def test_a_desktop_that_can_do_nothing() -> None:
    found = states(NullIdle(), tray=False, tones="none")

    assert found["Hands resting"] is SenseState.UNKNOWN
    assert found["Tray"] is SenseState.MISSING
    assert found["Tones"] is SenseState.MISSING


@pytest.mark.parametrize("works", [True, False])
def test_what_does_not_work_comes_with_a_remedy(works: bool) -> None:
    probe = FakeIdleProbe(FakeClock()) if works else NullIdle()
    tones = "QSoundEffect" if works else "none"

    for each in sensed_here(probe, SimpleNamespace(available=works), tones):
        assert (each.state is SenseState.WORKS) is (not each.remedy)
