"""Reasons to hold breaks back on macOS. Not yet tried on the real system.

Do not disturb and full screen have no probe: macOS tells the one only to programs with access to
the whole disk, and the other only to those that may record the screen or use its accessibility.
"""

import logging
import os
import re
import subprocess
from collections.abc import Callable
from typing import Final, Protocol

from coreapp.desktop.senses import macos_calls
from coreapp.desktop.senses.inhibitors import counts
from coreapp.desktop.senses.probe import Candidate, ProbeUnavailableError
from coreapp.services.desk_senses import Capability

logger = logging.getLogger(__name__)

ANSWER_SECONDS: Final = 2.0

DEVICES: Final = "dev#"
STREAMS: Final = "stm#"
RUNS_SOMEWHERE: Final = "gone"
PROCESSES: Final = "prs#"
PROCESS: Final = "ppid"
LISTENS: Final = "piri"
INPUT: Final = "inpt"
OUTPUT: Final = "outp"
"""The properties and directions of devices, by the four letters of macOS' headers."""

_KEEPS_ON: Final = frozenset({"PreventUserIdleDisplaySleep", "NoDisplaySleepAssertion"})
_ASSERTION: Final = re.compile(r"\s*pid (\d+)\((.+?)\): \[\w+\] (?:[\d:]+ )?(\w+)")
"""A line of pmset’s: process, its name, since when, what is held, and a name for it."""


class Devices(Protocol):
    """Sound devices or cameras."""

    def numbers(self, of: int, selector: str, scope: str = "glob") -> list[int]:
        """Return a property that is a list of numbers; empty if the object does not have it."""

    def number(self, of: int, selector: str, scope: str = "glob") -> int:
        """Return a property that is one number; 0 if the object does not have it."""


class _Asked:
    """The ways of a probe that is asked and holds nothing."""

    tells: Final = False

    def watch(self, changed: Callable[[], None]) -> None:
        """Nothing is told."""

    def close(self) -> None:
        """Nothing is held."""


class MacCamera(_Asked):
    """A camera that runs."""

    capability = Capability.CAMERA
    name = "CoreMediaIO DeviceIsRunningSomewhere"

    def __init__(self, load: Callable[[], Devices] = macos_calls.cameras) -> None:
        """Load what is asked.

        Raises:
            ProbeUnavailableError: this is no macOS.
        """
        self._devices = _loaded(load)

    def look(self) -> bool | None:
        """Return whether one runs."""
        devices = self._devices.numbers(macos_calls.SYSTEM_OBJECT, DEVICES)
        return any(self._devices.number(device, RUNS_SOMEWHERE) for device in devices)


class MacMicrophone(_Asked):
    """A microphone that somebody listens to."""

    capability = Capability.MICROPHONE
    name = "CoreAudio ProcessIsRunningInput"

    def __init__(
        self,
        load: Callable[[], Devices] = macos_calls.sound_devices,
        own_process: int | None = None,
    ) -> None:
        """Load what is asked.

        Raises:
            ProbeUnavailableError: this is no macOS.
        """
        self._devices = _loaded(load)
        self._own_process = os.getpid() if own_process is None else own_process

    def look(self) -> bool | None:
        """Return whether somebody but this program listens.

        From macOS 14.2 on it is known who does; before, only which devices run, so one that plays
        as well, such as a headset, does not count.
        """
        processes = self._devices.numbers(macos_calls.SYSTEM_OBJECT, PROCESSES)
        if processes:
            return any(self._listens(process) for process in processes)
        devices = self._devices.numbers(macos_calls.SYSTEM_OBJECT, DEVICES)
        return any(self._is_open_microphone(device) for device in devices)

    def _listens(self, process: int) -> bool:
        return bool(
            self._devices.number(process, LISTENS)
            and self._devices.number(process, PROCESS) != self._own_process
        )

    def _is_open_microphone(self, device: int) -> bool:
        return bool(
            self._devices.numbers(device, STREAMS, INPUT)
            and not self._devices.numbers(device, STREAMS, OUTPUT)
            and self._devices.number(device, RUNS_SOMEWHERE)
        )


class MacVideo(_Asked):
    """A program that keeps the screen on."""

    capability = Capability.VIDEO
    name = "pmset -g assertions"

    def __init__(
        self,
        list_assertions: Callable[[], str | None] | None = None,
        own_process: int | None = None,
    ) -> None:
        """Ask once.

        Raises:
            ProbeUnavailableError: this is no macOS.
        """
        self._list = list_assertions or assertions
        self._own_process = os.getpid() if own_process is None else own_process
        if self.look() is None:
            raise ProbeUnavailableError("pmset does not tell")

    def look(self) -> bool | None:
        """Return whether there is one; None if pmset does not say."""
        listed = self._list()
        return None if listed is None else keeps_screen_on(listed, self._own_process)


def keeps_screen_on(listed: str, own_process: int) -> bool:
    """Tell from pmset’s list whether a program keeps the screen on."""
    found = (_ASSERTION.match(line) for line in listed.splitlines())
    return any(
        each.group(3) in _KEEPS_ON and int(each.group(1)) != own_process and counts(each.group(2))
        for each in found
        if each
    )


def assertions() -> str | None:
    """Return pmset’s list of who keeps what awake; None if there is none."""
    try:
        done = subprocess.run(
            ["/usr/bin/pmset", "-g", "assertions"],
            capture_output=True,
            check=True,
            timeout=ANSWER_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        logger.info("pmset does not tell: %s", error)
        return None
    return done.stdout.decode(errors="replace")


def macos_hold_candidates() -> tuple[Candidate, ...]:
    """Return the probes, in the order in which they are tried."""
    return (
        Candidate(Capability.VIDEO, MacVideo),
        Candidate(Capability.CAMERA, MacCamera),
        Candidate(Capability.MICROPHONE, MacMicrophone),
    )


def _loaded(load: Callable[[], Devices]) -> Devices:
    try:
        return load()
    except (OSError, AttributeError) as error:
        raise ProbeUnavailableError(str(error)) from error
