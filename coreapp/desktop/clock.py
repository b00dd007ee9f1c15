"""The real clock: the only place in the program that reads the time."""

import time
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from coreapp.domain.clock import Reading
from coreapp.services.ports import Clock

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
LOCALTIME = Path("/etc/localtime")

_ZONES: Final = "zoneinfo"
"""The folder that has the files of all zones, wherever that is."""


class SystemClock:
    """The clocks of this computer."""

    def reading(self) -> Reading:
        """Return all clocks, read at one moment."""
        awake, boot = _steady()
        return Reading(datetime.now(UTC), awake, boot)

    def zone(self) -> str:
        """Return the IANA name of the zone the computer is in; `Etc/UTC` if it cannot be told."""
        return _zone_name() or "Etc/UTC"

    def boot_id(self) -> str:
        """Return what tells this boot of the machine from others; empty if unknown."""
        return _boot_id()


class ScaledClock:
    """A clock that runs faster than another one from the moment it is made."""

    def __init__(self, clock: Clock, factor: float) -> None:
        self._clock = clock
        self._factor = factor
        self._start = clock.reading()

    def reading(self) -> Reading:
        """Return all clocks, each ahead by as much."""
        now = self._clock.reading()
        passed = now.monotonic - self._start.monotonic
        ahead = self._start.later(passed * self._factor)
        asleep = (now.boot - self._start.boot) - passed
        return ahead.after_sleep(asleep) if asleep > 1 else ahead

    def zone(self) -> str:
        """Return the zone the computer is in."""
        return self._clock.zone()

    def boot_id(self) -> str:
        """Return what tells this boot of the machine from others; empty if unknown."""
        return self._clock.boot_id()


def wait(seconds: float) -> None:
    """Let real time pass: for the terminal, which has no event loop."""
    time.sleep(seconds)


def _steady() -> tuple[float, float]:
    """Return seconds that stand still while the machine sleeps, and seconds that go on.

    Each pair is of one kind, so that what sets the wall clock right by small steps never looks like
    sleep. Where a system has only one such clock it stands for both, and sleep goes unnoticed.
    """
    uptime = getattr(time, "CLOCK_UPTIME_RAW", None)  # macOS
    if uptime is not None:
        return time.clock_gettime(uptime), time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.monotonic(), time.clock_gettime(time.CLOCK_BOOTTIME)
    return _windows_steady() or (time.monotonic(),) * 2


def _windows_steady() -> tuple[float, float] | None:
    """Return Windows' interrupt time without and with sleep; Python's own clock goes on in sleep.

    None elsewhere, and on Windows before 10.
    """
    import ctypes  # noqa: PLC0415  only here

    moments = []
    try:
        library = ctypes.CDLL("kernelbase")
        for query in (library.QueryUnbiasedInterruptTime, library.QueryInterruptTime):
            tenths = ctypes.c_uint64()
            query(ctypes.byref(tenths))
            moments.append(tenths.value / 10_000_000)
    except (OSError, AttributeError):
        return None
    awake, boot = moments
    return awake, boot


@cache
def _boot_id() -> str:
    try:
        return BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _zone_name() -> str | None:
    """Return the zone's name, asked anew each time: it changes when people travel."""
    import os  # noqa: PLC0415  only here

    named = os.environ.get("TZ", "").lstrip(":")
    if named and _is_zone(named):
        return named
    try:
        # As a string: every minute in the tray begins with it, and a path takes longer than to ask.
        link = os.readlink(LOCALTIME)  # noqa: PTH115  see above
        is_told = f"/{_ZONES}/" in link
        name = _zone_linked(LOCALTIME, link) if is_told else _zone_at(LOCALTIME)
    except OSError:
        return _zone_from_qt()
    return name or _zone_from_qt()


@lru_cache(maxsize=8)
def _zone_linked(localtime: Path, _link: str) -> str | None:
    """Return the same as `_zone_at`, kept while it is a link to the same file of a zone.

    To follow it is to ask of each folder on the way, and a page asks for the zone dozens of times.
    """
    return _zone_at(localtime)


def _zone_at(localtime: Path) -> str | None:
    """Return the name of the zone whose file this leads to; None if it leads to no zone.

    Raises:
        OSError: it leads nowhere.
    """
    parts = localtime.resolve(strict=True).parts
    if _ZONES not in parts:
        return None
    name = "/".join(parts[parts.index(_ZONES) + 1 :])
    return name if _is_zone(name) else None


def _zone_from_qt() -> str | None:
    """Return what Qt says, which knows Windows' names; None without it."""
    from PySide6.QtCore import QTimeZone  # noqa: PLC0415  not needed on Linux

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if _is_zone(name) else None


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415  see start-up time

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
