"""A minute in the tray: the real pages are gone, and what was typed is there again."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from coreapp.services.speaking import VoiceState
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.base import Page
from tests.e2e.world import World


def close_for_a_minute(world: World) -> None:
    """Close the window and let the time pass after which its pages are put away."""
    world.program.window.close()
    world.settle()
    timer = world.program._tray_rest._timer
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()
    world.settle()
    gc.collect()


def show_again(world: World) -> None:
    world.program.show_window()
    world.settle()
    assert world.program.window.isVisible()
    assert world.program.window.page.isVisible()


def visit_everything(world: World) -> dict[str, weakref.ref[QWidget]]:
    """Open every page there is, and return them without keeping any."""
    window, seen = world.program.window, {}
    places = (
        *(Place(key) for key in PageKey),
        Place(PageKey.LIBRARY, exercise="side-plank"),
        Place(PageKey.ROUTINES, programme="back-strength-8wk"),
    )
    for place in places:
        window.go(place)
        world.settle()
        seen[f"{place.page} {place.exercise}{place.programme}"] = weakref.ref(window.page)
    return seen


def field_of(world: World, key: PageKey) -> QLineEdit:
    world.open_page(key)
    return next(each for each in world.program.window.page.findChildren(QLineEdit))


@pytest.mark.parametrize("paints_figures", [True])
def test_every_page_is_gone_nothing_holds_it_and_all_is_there_again(
    open_world: Callable[..., World], tray: list[str]
) -> None:
    world = open_world().start()
    window = world.program.window
    window.setGeometry(60, 50, 1100, 700)
    seen = visit_everything(world)
    assert len(seen) == len(PageKey) + 2
    assert all(page() is not None for page in seen.values())
    words = {PageKey.LIBRARY: "plank", PageKey.LOG: "knee", PageKey.SETTINGS: "voice"}
    for key, word in words.items():
        field_of(world, key).setText(word)
        world.settle()
    geometry = window.geometry()

    close_for_a_minute(world)
    assert [name for name, page in seen.items() if page() is not None] == []
    assert window.findChildren(Page) == []

    show_again(world)
    assert window.geometry() == geometry
    assert window.place == Place(PageKey.SETTINGS)
    assert {key: field_of(world, key).text() for key in words} == words

    window.showMaximized()
    world.settle()
    close_for_a_minute(world)
    show_again(world)
    assert window.isMaximized()


def test_pages_that_were_made_and_never_visited_go_and_come_too(
    open_world: Callable[..., World], tray: list[str]
) -> None:
    world = open_world().start()
    window = world.program.window
    while window.make_page_ahead():
        world.settle()
    # Nobody has come to hear or read of it: no program of others is started.
    assert world.program.sessions.sound_check.state is VoiceState.NOT_ASKED
    world.program.apply_settings(world.services.preferences.change({"theme": "dark"}))
    made = [weakref.ref(each) for each in QApplication.allWidgets() if isinstance(each, Page)]
    assert len(made) == len(PageKey) + 2

    close_for_a_minute(world)
    assert [page() for page in made if page() is not None] == []

    world.program.show_window()
    while window.make_page_ahead():
        world.settle()
    world.program.apply_settings(world.services.preferences.change({"language": "de"}))
    world.settle()
    seen = visit_everything(world)
    assert all(page() is not None for page in seen.values())


def test_what_was_typed_into_a_routine_is_saved(
    open_world: Callable[..., World], tray: list[str]
) -> None:
    world = open_world().start()
    page = world.open_page(PageKey.ROUTINES)
    world.click(page, "New routine")
    name = world.find(page, "routine_name", QLineEdit)
    name.selectAll()
    world.qtbot.keyClicks(name, "My evening")
    place = world.program.window.place

    close_for_a_minute(world)
    show_again(world)

    assert world.program.window.place == place
    again = world.find(world.program.window.page, "routine_name", QLineEdit)
    assert again is not name
    assert again.text() == "My evening"
