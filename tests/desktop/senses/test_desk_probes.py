"""What may be sensed on each system, and that looking for it where it is not harms nothing."""

import sys

import pytest

from coreapp.desktop.clock import SystemClock
from coreapp.desktop.senses.buses import Buses
from coreapp.desktop.senses.desk_probes import probes_for_desk
from coreapp.desktop.senses.probe import DeskProbes, ProbeUnavailableError
from coreapp.desktop.senses.sleep import ClockSleep
from coreapp.services.desk_senses import Capability


def test_every_system_may_tell_hands_lock_and_sleep() -> None:
    for platform in ("linux", "win32", "darwin"):
        probes = probes_for_desk(SystemClock(), Buses(), platform)

        assert probes.hands, platform
        assert probes.locks, platform
        assert probes.sleep, platform
        held = {each.capability for each in probes.holds}
        assert held > {Capability.CAMERA, Capability.MICROPHONE}, platform


def test_another_system_tells_nothing() -> None:
    probes = probes_for_desk(SystemClock(), Buses(), "plan9")

    assert probes == DeskProbes()


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux")
def test_on_linux_without_any_desktop_nothing_works_but_the_clocks(monkeypatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    probes = probes_for_desk(SystemClock(), Buses(), "linux")

    *told, measured = probes.sleep
    for make in (*probes.hands, *probes.locks, *told):
        with pytest.raises(ProbeUnavailableError):
            make()
    assert measured().name == "CLOCK_BOOTTIME"


def test_where_no_clock_goes_on_in_sleep_it_is_not_measured(monkeypatch) -> None:
    monkeypatch.delattr("time.CLOCK_BOOTTIME", raising=False)

    with pytest.raises(ProbeUnavailableError):
        ClockSleep()
