"""A clock that stands still until a test moves it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from coreapp.domain.clock import Reading

MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""A Monday, 09:00 in Berlin."""


class FakeClock:
    """All three clocks in one hand; satisfies `coreapp.services.ports.Clock`."""

    def __init__(
        self, utc: datetime = MORNING, zone: str = "Europe/Berlin", boot_id: str = "boot 1"
    ) -> None:
        self._reading = Reading(utc, monotonic=1000.0, boot=5000.0)
        self._zone = zone
        self._boot_id = boot_id

    def reading(self) -> Reading:
        """Return the present moment."""
        return self._reading

    def zone(self) -> str:
        """Return the zone's IANA name."""
        return self._zone

    def boot_id(self) -> str:
        """Return what tells this boot from others."""
        return self._boot_id

    def advance(self, seconds: float) -> Reading:
        """Let ordinary, waking time pass."""
        self._reading = self._reading.later(seconds)
        return self._reading

    def sleep(self, seconds: float) -> Reading:
        """Let the machine sleep: the monotonic clock stands still."""
        self._reading = self._reading.after_sleep(seconds)
        return self._reading

    def jump(self, seconds: float) -> Reading:
        """Set the wall clock forward, or back if negative; nothing else moves."""
        later = self._reading.utc + timedelta(seconds=seconds)
        self._reading = replace(self._reading, utc=later)
        return self._reading

    def travel(self, zone: str) -> None:
        """Be in another time zone from now on."""
        self._zone = zone
