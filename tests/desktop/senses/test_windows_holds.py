"""Reasons to hold back on Windows, with its answers made up."""

import threading

import pytest

from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.windows_consent import Use, lasting
from coreapp.desktop.senses.windows_holds import (
    BUSY,
    FULL_SCREEN_GRAPHICS,
    PRESENTATION,
    QUIET_TIME,
    WindowsDoNotDisturb,
    WindowsFullScreen,
    WindowsUse,
)
from coreapp.services.desk_senses import Capability

OWN, OTHER = 100, 200
ACCEPTS = 5
NOT_PRESENT = 1
PATIENCE = 5.0
STARTED = 1_000
OURS = r"C:\Program Files\Coreapp\coreapp.exe"


class FakeWindows:
    """Satisfies `HoldCalls`."""

    def __init__(self, state: int | None = ACCEPTS, profile: int | None = 0) -> None:
        self.state, self.profile = state, profile
        self.foreground = OTHER

    def notification_state(self) -> int | None:
        return self.state

    def quiet_profile(self) -> int | None:
        return self.profile

    def foreground_process(self) -> int:
        return self.foreground


class FakeStore:
    """Satisfies `Store`."""

    def __init__(self, *uses: Use) -> None:
        self.written: list[Use] | None = list(uses)
        self.is_closed = False
        self._news = threading.Semaphore(0)
        self._is_over = False

    def write(self, *uses: Use) -> None:
        self.written = list(uses)
        self._news.release()

    def uses(self) -> list[Use]:
        if self.written is None:
            raise OSError("no key")
        return self.written

    def started_at(self) -> int:
        return STARTED

    def wait(self) -> bool:
        assert not self.is_closed
        self._news.acquire(timeout=PATIENCE)
        return not self._is_over

    def stop_waiting(self) -> None:
        self._is_over = True
        self._news.release()

    def close(self) -> None:
        self.is_closed = True


def test_do_not_disturb() -> None:
    says = {
        (ACCEPTS, 0): False,
        (ACCEPTS, 1): True,
        (ACCEPTS, 2): True,
        (QUIET_TIME, 0): True,
        (ACCEPTS, None): False,
        (None, 1): True,
        (BUSY, 0): False,
    }

    is_on = {said: WindowsDoNotDisturb(FakeWindows(*said)).look() for said in says}
    assert is_on == says, "by state and profile"


def test_full_screen() -> None:
    says = {
        (ACCEPTS, OTHER): False,
        (NOT_PRESENT, OTHER): False,
        (QUIET_TIME, OTHER): False,
        (BUSY, OTHER): True,
        (FULL_SCREEN_GRAPHICS, OTHER): True,
        (BUSY, OWN): False,
        (PRESENTATION, OWN): True,
    }

    def look(state: int, foreground: int) -> bool | None:
        windows = FakeWindows(state)
        windows.foreground = foreground
        return WindowsFullScreen(windows, OWN).look()

    assert {said: look(*said) for said in says} == says, "by state and process in front"


def test_windows_that_does_not_tell() -> None:
    silent = FakeWindows(None, None)
    for make in (WindowsDoNotDisturb, WindowsFullScreen):
        with pytest.raises(ProbeUnavailableError):
            make(silent)

    windows = FakeWindows()
    probes = (WindowsDoNotDisturb(windows), WindowsFullScreen(windows))
    windows.state = windows.profile = None
    for probe in probes:
        probe.watch(lambda: None)
        assert (probe.look(), probe.tells) == (None, False)
        probe.close()


def test_a_use_lasts_while_it_has_no_end() -> None:
    uses = [
        (Use("Microsoft.WindowsCamera_8wekyb3d8bbwe", 2_000, 0), True),
        (Use("C:#Program Files#Zoom#Zoom.exe", 2_000, 0), True),
        (Use("C:#Program Files#Zoom#Zoom.exe", 2_000, 3_000), False),
        # Cut off by the last shut-down: it has no end, and does not last.
        (Use("C:#Program Files#Zoom#Zoom.exe", 500, 0), False),
        (Use("C:#Program Files#coreapp#Coreapp.EXE", 2_000, 0), False),
        (Use("never used", 0, 0), False),
    ]

    assert [(use, bool(lasting([use], STARTED, OURS))) for use, _lasts in uses] == uses


def test_a_use_is_told_when_it_is_written_down() -> None:
    told = threading.Event()
    store = FakeStore()
    probe = WindowsUse(Capability.CAMERA, "webcam", lambda _what: store, OURS)
    probe.watch(told.set)
    assert (probe.name, probe.capability) == ("ConsentStore webcam", Capability.CAMERA)
    assert probe.look() is False

    store.write(Use("zoom", 2_000, 0))

    assert told.wait(PATIENCE)
    assert probe.look() is True
    probe.close()
    assert store.is_closed


def test_a_list_that_cannot_be_watched_is_left_to_be_asked() -> None:
    store = FakeStore(Use("zoom", 2_000, 0))
    probe = WindowsUse(Capability.CAMERA, "webcam", lambda _what: store, OURS)
    store.stop_waiting()

    probe.watch(lambda: None)
    probe._thread.join(PATIENCE)

    assert (probe.look(), probe.tells) == (True, False)
    probe.close()


def test_what_cannot_be_read_is_unknown_or_no_probe() -> None:
    store = FakeStore()
    probe = WindowsUse(Capability.MICROPHONE, "microphone", lambda _what: store)
    store.written = None

    assert probe.look() is None
    probe.close()
    with pytest.raises(ProbeUnavailableError):
        WindowsUse(Capability.MICROPHONE, "microphone", lambda _what: store)
