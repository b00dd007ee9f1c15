"""What macOS is asked, with its answers made up."""

import subprocess
import sys
from functools import partial

import pytest

from coreapp.desktop.senses import macos_calls, macos_holds
from coreapp.desktop.senses.macos_calls import SYSTEM_OBJECT, four
from coreapp.desktop.senses.macos_holds import (
    MacCamera,
    MacMicrophone,
    MacVideo,
    assertions,
    keeps_screen_on,
)
from coreapp.desktop.senses.macos_presence import LOCKED, MacIdle, MacLock, MacSleep, mac_calls
from coreapp.desktop.senses.probe import ProbeUnavailableError

OWN = 100

LISTED = """\
2026-11-22 12:00:00 +0100
Assertion status system-wide:
   BackgroundTask                 1
   PreventUserIdleDisplaySleep    1
Listed by owning process:
   pid 312(coreaudiod): [0x0000123400000c4e] 00:12:34 PreventUserIdleSystemSleep named: "audio"
   pid {process}({program}): [0x000012340000005f] 01:23:45 {what} named: "Playing video"
      Details: none
   Timeout will fire in 600 secs Action=TimeoutActionRelease
No kernel assertions.
"""


class FakeMac:
    """Satisfies `PresenceCalls`."""

    def __init__(self) -> None:
        self.seconds = 12.5
        self.session: dict[str, bool] | None = {}

    def seconds_since_input(self) -> float:
        return self.seconds

    def session_says(self, name: str) -> bool | None:
        return None if self.session is None else self.session.get(name, False)


Properties = dict[tuple[int, str] | tuple[int, str, str], list[int]]
"""By object, selector and scope."""


class FakeDevices:
    """Satisfies `Devices`."""

    def __init__(self, properties: Properties) -> None:
        self._properties = properties

    def numbers(self, of: int, selector: str, scope: str = "glob") -> list[int]:
        key = (of, selector) if scope == "glob" else (of, selector, scope)
        return self._properties.get(key, [])

    def number(self, of: int, selector: str, scope: str = "glob") -> int:
        return next(iter(self.numbers(of, selector, scope)), 0)


def test_idle_is_what_macos_says() -> None:
    mac = FakeMac()
    probe = MacIdle(mac)
    assert (probe.idle_seconds(), probe.tells, probe.asks) == (12.5, False, False)

    mac.seconds = -1.0

    assert probe.idle_seconds() is None
    probe.close()


def test_a_session_is_locked_only_if_macos_says_so() -> None:
    mac = FakeMac()
    probe = MacLock(mac)
    probe.watch(lambda: None)
    assert (probe.look(), probe.tells) == (False, False)

    mac.session = {LOCKED: True}
    assert probe.look() is True
    mac.session = None
    assert probe.look() is None
    probe.close()
    with pytest.raises(ProbeUnavailableError):
        MacLock(mac)


def test_sleep_needs_a_clock_that_stands_still(monkeypatch) -> None:
    import time

    monkeypatch.setattr(time, "CLOCK_UPTIME_RAW", 8, raising=False)
    probe = MacSleep()
    probe.watch(lambda: None)
    probe.close()

    monkeypatch.delattr(time, "CLOCK_UPTIME_RAW")
    with pytest.raises(ProbeUnavailableError):
        MacSleep()


def test_a_camera_that_runs_is_in_use() -> None:
    cameras = [({}, False), ({(5, "gone"): [0]}, False), ({(6, "gone"): [1]}, True)]

    def look(running: Properties) -> bool | None:
        devices = FakeDevices({(SYSTEM_OBJECT, "dev#"): [5, 6], **running})
        return MacCamera(lambda: devices).look()

    assert [(running, look(running)) for running, _is_used in cameras] == cameras


def test_since_macos_14_it_is_known_who_listens() -> None:
    headset = {(5, "stm#", "inpt"): [1], (5, "gone"): [1]}
    objects = {(SYSTEM_OBJECT, "prs#"): [8, 9], (SYSTEM_OBJECT, "dev#"): [5]}
    listening = [
        ({}, False),
        ({(9, "piri"): [1], (9, "ppid"): [77]}, True),
        ({(9, "piri"): [1], (9, "ppid"): [OWN]}, False),
        ({(9, "piri"): [0], (9, "ppid"): [77]}, False),
    ]

    def look(listens: Properties) -> bool | None:
        return MacMicrophone(lambda: FakeDevices({**objects, **headset, **listens}), OWN).look()

    assert [(listens, look(listens)) for listens, _is_used in listening] == listening


def test_before_only_which_devices_run() -> None:
    running = [
        ({(5, "stm#", "inpt"): [1], (5, "gone"): [1]}, True),
        ({(5, "stm#", "inpt"): [1], (5, "gone"): [0]}, False),
        ({(5, "stm#", "outp"): [1], (5, "gone"): [1]}, False),
        # A headset runs while it plays music, too.
        ({(5, "stm#", "inpt"): [1], (5, "stm#", "outp"): [2], (5, "gone"): [1]}, False),
    ]

    def look(device: Properties) -> bool | None:
        devices = FakeDevices({(SYSTEM_OBJECT, "dev#"): [5], **device})
        return MacMicrophone(lambda: devices, OWN).look()

    assert [(device, look(device)) for device, _is_used in running] == running


def test_pmset_lists_who_keeps_the_screen_on() -> None:
    shows = {
        ("Safari", 456, "PreventUserIdleDisplaySleep"): True,
        ("zoom.us", 456, "NoDisplaySleepAssertion"): True,
        ("Google Chrome Helper (Renderer)", 456, "PreventUserIdleDisplaySleep"): True,
        ("Safari", 456, "PreventUserIdleSystemSleep"): False,
        ("Python", OWN, "PreventUserIdleDisplaySleep"): False,
        ("caffeinate", 456, "PreventUserIdleDisplaySleep"): False,
        ("Amphetamine", 456, "PreventUserIdleDisplaySleep"): False,
    }

    def says(program: str, process: int, what: str) -> str:
        return LISTED.format(program=program, process=process, what=what)

    assert {each: keeps_screen_on(says(*each), OWN) for each in shows} == shows
    assert {each: MacVideo(partial(says, *each), OWN).look() for each in shows} == shows


def test_pmset_that_does_not_say_leaves_it_unknown(monkeypatch) -> None:
    said = [LISTED, None]
    probe = MacVideo(lambda: said.pop(0), OWN)

    assert probe.look() is None
    with pytest.raises(ProbeUnavailableError):
        MacVideo(lambda: None, OWN)


def test_pmset_is_asked_with_a_time_limit(monkeypatch) -> None:
    def run(command: list[str], timeout: float, **_else: object) -> subprocess.CompletedProcess:
        assert (command[0], timeout) == ("/usr/bin/pmset", 2.0)
        return subprocess.CompletedProcess(command, 0, stdout=LISTED.encode())

    monkeypatch.setattr(macos_holds.subprocess, "run", run)

    assert assertions() == LISTED


@pytest.mark.skipif(sys.platform == "darwin", reason="here it is there")
def test_elsewhere_there_is_nothing_of_it() -> None:
    for make in (mac_calls, MacCamera, MacMicrophone, MacVideo):
        with pytest.raises(ProbeUnavailableError):
            make()


def test_four_letters_are_a_number() -> None:
    assert four("dev#") == 0x64657623


class FakeLibrary:
    """A framework whose one list a test gives; satisfies what `MacDevices` calls."""

    def __init__(self, values: list[int], failing: str = "") -> None:
        self._values, self._failing = values, failing

    def __getitem__(self, name: str) -> object:
        return FakeFunction(self, name)

    def call(self, name: str, arguments: tuple) -> int:
        if name == self._failing:
            return 560947818
        if name.endswith("Size"):
            arguments[4]._obj.value = 4 * len(self._values)
        else:
            arguments[-2]._obj.value = 4 * len(self._values)
            arguments[-1][:] = self._values
            assert name.startswith("CMIO") == (len(arguments) == 7)
        return 0


class FakeFunction:
    argtypes: tuple = ()

    def __init__(self, library: FakeLibrary, name: str) -> None:
        self._library, self._name = library, name

    def __call__(self, *arguments: object) -> int:
        assert len(arguments) == len(self.argtypes)
        return self._library.call(self._name, arguments)


@pytest.mark.parametrize("load", [macos_calls.sound_devices, macos_calls.cameras])
def test_a_list_is_asked_for_by_its_size_first(monkeypatch, load) -> None:
    for values in ([], [3], [3, 5, 8]):
        library = FakeLibrary(values)
        monkeypatch.setattr(macos_calls.ctypes, "CDLL", lambda _path, it=library: it)

        devices = load()

        assert devices.numbers(SYSTEM_OBJECT, "dev#") == values
        assert devices.number(SYSTEM_OBJECT, "gone") == (values or [0])[0]


@pytest.mark.parametrize("failing", ["CMIOObjectGetPropertyDataSize", "CMIOObjectGetPropertyData"])
def test_a_property_that_is_not_there_is_an_empty_list(monkeypatch, failing) -> None:
    monkeypatch.setattr(macos_calls.ctypes, "CDLL", lambda _path: FakeLibrary([3], failing))

    assert macos_calls.cameras().numbers(SYSTEM_OBJECT, "dev#") == []
