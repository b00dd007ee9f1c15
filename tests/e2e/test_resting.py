"""The program in the tray after it was used: nothing of what was seen goes on ticking."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from shiboken6 import getAllValidWrappers

from coreapp.ui.breaks.ring_look import ring_look
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.widgets.sidebar import RingCard
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


@pytest.mark.parametrize("paints_figures", [True])
def test_nothing_ticks_in_the_tray_whatever_was_looked_at(
    open_world: Callable[..., World], tray: list[str]
) -> None:
    world = open_world(moves=True).start()
    for key in PageKey:
        world.open_page(key)
    world.program.open_exercise("plank")
    world.settle()
    assert ticking(), "a page that is seen does tick"
    world.program.window.go(Place(PageKey.TODAY))
    world.settle()

    world.program.window.close()
    world.settle()

    assert world.program.window.isHidden()
    # What the start waits for, and figures that were begun, are over within seconds; what ticks
    # again and again would stay.
    world.qtbot.waitUntil(lambda: ticking() == [], timeout=PATIENCE_MS)


def told_by_the_ring(world: World) -> tuple[str, str]:
    """Return the two lines of the small ring in the list of pages."""
    (ring,) = world.program.window.findChildren(RingCard)
    return ring.accessibleName(), ring.accessibleDescription()


def true_of_the_ring(world: World) -> tuple[str, str]:
    """Return what the small ring would have to tell now."""
    texts = ring_look(world.program.breaks.view()).texts
    return texts.above, f"{texts.figure} {texts.below}".strip()


def test_the_ring_of_a_window_that_is_closed_or_covered_is_true_when_it_is_seen_again(
    open_world: Callable[..., World], tray: list[str]
) -> None:
    world = open_world().start()
    world.open_page(PageKey.LIBRARY)
    world.sit(120)
    before = told_by_the_ring(world)
    assert before == true_of_the_ring(world)

    world.program.window.close()
    world.settle()
    world.sit(600)
    assert told_by_the_ring(world) == before
    assert true_of_the_ring(world) != before

    world.program.show_window()  # nothing is painted yet
    assert told_by_the_ring(world) == true_of_the_ring(world)

    before = told_by_the_ring(world)
    world.program.window.sidebar.hide()
    world.sit(600)
    assert true_of_the_ring(world) != before

    world.program.window.sidebar.show()
    assert told_by_the_ring(world) == true_of_the_ring(world)
