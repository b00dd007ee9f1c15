"""A minute in the tray: nothing ticks, the real pages are gone, and what was typed comes again."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import getAllValidWrappers

from coreapp.domain import search
from coreapp.services.speaking import VoiceState
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.base import Page
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


def close_for_a_minute(world: World) -> None:
    """Close the window and let the time pass after which its pages are put away."""
    world.program.window.close()
    world.settle()
    assert world.program.window.isHidden()
    # What the start waits for, and figures that were begun, are over within seconds; what ticks
    # again and again would stay.
    world.qtbot.waitUntil(lambda: ticking() == [], timeout=PATIENCE_MS)
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


def make_every_page_ahead(world: World) -> list[weakref.ref[QWidget]]:
    """Make all pages as the program does for a person who looks at the first; visit none."""
    while world.program.window.make_page_ahead():
        world.settle()
    made = [weakref.ref(each) for each in QApplication.allWidgets() if isinstance(each, Page)]
    assert len(made) == len(PageKey) + 2
    return made


def visit_everything(world: World) -> dict[str, weakref.ref[QWidget]]:
    """Open every page there is, and return them without keeping any."""
    window, seen = world.program.window, {}
    places = (
        *(Place(key) for key in PageKey),
        Place(PageKey.ROUTINES, programme="back-strength-8wk"),
        Place(PageKey.LIBRARY, exercise="side-plank"),
    )
    for place in places:
        window.go(place)
        world.settle()
        seen[f"{place.page} {place.exercise}{place.programme}"] = weakref.ref(window.page)
    assert len(seen) == len(PageKey) + 2
    assert all(page() is not None for page in seen.values())
    return seen


def field_of(world: World, key: PageKey) -> QLineEdit:
    world.open_page(key)
    return next(each for each in world.program.window.page.findChildren(QLineEdit))


@pytest.mark.parametrize("paints_figures", [True])
def test_nothing_ticks_every_page_is_gone_visited_or_not_and_all_is_there_again(
    open_world: Callable[..., World], tray: list[str]
) -> None:
    world = open_world(moves=True).start()
    window = world.program.window
    window.setGeometry(60, 50, 1100, 700)
    made = make_every_page_ahead(world)
    # Nobody has come to hear or read of it: no program of others is started.
    assert world.program.sessions.sound_check.state is VoiceState.NOT_ASKED
    world.program.apply_settings(world.services.preferences.change({"theme": "dark"}))
    close_for_a_minute(world)
    assert [page() for page in made if page() is not None] == []

    world.program.show_window()
    make_every_page_ahead(world)
    world.program.apply_settings(world.services.preferences.change({"language": "de"}))
    world.settle()
    seen = visit_everything(world)
    assert ticking(), "a page that is seen does tick"
    words = {PageKey.LIBRARY: "plank", PageKey.LOG: "knee", PageKey.SETTINGS: "voice"}
    for key, word in words.items():
        field_of(world, key).setText(word)
        world.settle()
    name = type_the_name_of_a_routine(world)
    place, geometry = window.place, window.geometry()
    assert search._known.cache_info().currsize > 0

    close_for_a_minute(world)
    assert search._known.cache_info().currsize == 0
    assert [name for name, page in seen.items() if page() is not None] == []
    assert window.findChildren(Page) == []

    show_again(world)
    assert (window.place, window.geometry()) == (place, geometry)
    again = world.find(window.page, "routine_name", QLineEdit)
    assert again is not name
    assert again.text() == "My evening", "what was typed into it is saved"
    assert {key: field_of(world, key).text() for key in words} == words

    window.showMaximized()
    world.settle()
    close_for_a_minute(world)
    show_again(world)
    assert window.isMaximized()


def type_the_name_of_a_routine(world: World) -> QLineEdit:
    """Begin a routine of one's own, and leave it as it is."""
    world.click(world.open_page(PageKey.ROUTINES), "Neuer Ablauf")
    name = world.find(world.program.window.page, "routine_name", QLineEdit)
    name.selectAll()
    world.qtbot.keyClicks(name, "My evening")
    return name
