"""A world of its own for the tour: its data, its clock, and hands that rest when told to."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from coreapp.desktop.paths import Paths
from coreapp.domain.clock import Reading
from coreapp.services.desk_senses import (
    Capability,
    DeskNews,
    Health,
    HoldsSensed,
    ScreenLocked,
    SenseReport,
)

START = datetime(2026, 11, 25, 9, 40, tzinfo=UTC)
"""A Wednesday, in the middle of the default working hours."""

ZONE = "Europe/Berlin"


class TourClock:
    """A clock that moves when it is told to: a day in a few seconds."""

    def __init__(self) -> None:
        self._now = Reading(START, 1000.0, 1000.0)

    def reading(self) -> Reading:
        """Return all clocks."""
        return self._now

    def zone(self) -> str:
        """Return the zone of the tour."""
        return ZONE

    def boot_id(self) -> str:
        """Return the one boot there is."""
        return "tour"

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now = self._now.later(seconds)


class TourHands:
    """A desk where nothing is held, with hands that type until they are told to rest."""

    tells_hands = False
    asks = False

    def __init__(self, clock: TourClock) -> None:
        self._clock = clock
        self._resting_since: float | None = None

    def start(self, listener: Callable[[DeskNews], None]) -> None:
        """Tell at once what there is to tell."""
        listener(HoldsSensed(frozenset()))
        listener(ScreenLocked(locked=False))

    def look(self) -> None:
        """Nothing has to be looked at."""

    def reports(self) -> Sequence[SenseReport]:
        """Return that every sense works: the tour plays on a desk that can tell everything."""
        return [SenseReport(each, Health.WORKS, "tour") for each in Capability]

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input."""
        if self._resting_since is None:
            return 0.0
        return self._clock.reading().boot - self._resting_since

    def rest(self) -> None:
        """Let go of the keyboard."""
        self._resting_since = self._clock.reading().boot

    def type(self) -> None:
        """Type on."""
        self._resting_since = None

    def close(self) -> None:
        """Nothing is held."""


def paths_in(paths: Paths, folder: Path) -> Paths:
    """Return the paths of a world in `folder`, so that nobody's own data is touched."""
    return replace(paths, data=folder, database=folder / "coreapp.db")
