"""The whole program by keyboard: every window is walked with Tab, forwards and backwards."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.e2e.world import World
from tests.ui.key_path import KeyWalk, left_out
from tests.ui.stations import stations

WITHOUT_TAB = frozenset({"bar", "bar that stands out", "done in the break"})
"""The bar takes no keyboard from anybody; what ends a break goes with any key."""


def give_keys(window: QWidget, world: World) -> None:
    """Give a window the keyboard, as a window manager would when a dialog has closed."""
    other = QWidget()
    other.show()
    for each in (other, window):
        each.activateWindow()
        world.settle()
    other.close()
    window.activateWindow()
    window.setFocus()
    world.settle()


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)  # of a menu
def test_tab_leads_everywhere_and_shows_where_one_is(walk_in: Callable[..., World]) -> None:
    world = walk_in("en", 100)
    found: list[str] = []
    known: set[type[QWidget]] = set()
    for name, window in stations(world):
        if name in WITHOUT_TAB:
            continue
        give_keys(window, world)
        walk = KeyWalk(window, known)
        try:
            reached = walk.go()
        except AssertionError as error:
            found.append(f"{name}: {error}")
            continue
        found += [f"{name}: {line}" for line in (*left_out(window, reached), *walk.unseen)]

    assert not found, "\n" + "\n".join(found)
    assert len(known) > 20
