"""The small ring in the list of pages, while nobody sees it."""

from collections.abc import Callable

from coreapp.ui.breaks.ring_look import ring_look
from coreapp.ui.navigation import PageKey
from coreapp.ui.widgets.sidebar import RingCard
from tests.e2e.world import World


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
    world = open_world().start("hide")
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
