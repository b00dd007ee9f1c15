"""A session on a clock that runs faster than the real one, for trying it out."""

from dataclasses import replace

from coreapp.bootstrap import Services
from coreapp.desktop.clock import ScaledClock
from coreapp.domain.player import PlayerOptions
from coreapp.services.playing import Playing

HURRY_MS = 20
"""A session on a faster clock is looked at so often: the player's own timers know real seconds."""


def playing_at(services: Services, speed: float) -> Playing:
    """Return what begins sessions that run `speed` times as fast as the real clock."""
    if speed == 1:
        return services.playing
    clock = ScaledClock(services.clock, speed)
    return Playing(services.library, services.database, clock, services.new_id)


def options_at(speed: float) -> PlayerOptions:
    """A faster clock makes the same real hiccup a longer gap."""
    plain = PlayerOptions()
    return replace(plain, gap_seconds=plain.gap_seconds * max(1.0, speed))
