"""The program in the tray after it was used: nothing of what was seen goes on ticking."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from shiboken6 import getAllValidWrappers

from coreapp.ui.navigation import PageKey, Place
from tests.e2e.world import PATIENCE_MS, World

OFTEN_MS = 10_000
"""The goal of the program in the tray: less than one wake-up in ten seconds."""


def ticking() -> list[str]:
    """Return the timers that will wake the program up again and again, or soon."""
    return [
        f"{type(each.parent()).__name__}: {each.interval()} ms"
        for each in getAllValidWrappers()
        if isinstance(each, QTimer) and each.isActive() and each.interval() < OFTEN_MS
    ]


def test_nothing_ticks_in_the_tray_whatever_was_looked_at(
    open_world: Callable[..., World], tray: list[str]
) -> None:
    world = open_world(moves=True).start()
    for key in PageKey:
        world.open_page(key)
    world.program.open_exercise("plank")
    world.settle()
    world.program.window.go(Place(PageKey.TODAY))
    world.settle()

    world.program.window.close()
    world.settle()

    assert world.program.window.isHidden()
    # What the start waits for, and figures that were begun, are over within seconds; what ticks
    # again and again would stay.
    world.qtbot.waitUntil(lambda: ticking() == [], timeout=PATIENCE_MS)


def test_a_page_that_is_seen_does_tick(open_world: Callable[..., World]) -> None:
    """So the other test would notice."""
    world = open_world(moves=True).start()
    world.program.open_exercise("plank")
    world.settle()

    assert ticking()
