"""A routine of one's own in the whole program: built, played, planned, and there again later."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from coreapp.domain.schedule import EntryDraft
from coreapp.services.changes import Change
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.routine_editor.row_list import RoutineList
from coreapp.ui.pages.routines.card import RoutineCard
from tests.e2e.world import World, texts_of

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


pytestmark = pytest.mark.usefixtures("tray")


def test_a_routine_is_built_played_and_there_at_the_next_start(
    world: World, open_world: Callable[..., World]
) -> None:
    page = world.open_page(PageKey.ROUTINES)
    world.click(page, "New routine")
    place = world.program.window.place
    assert place.page is PageKey.ROUTINES
    assert place.article

    name = world.find(page, "routine_name", QLineEdit)
    name.selectAll()
    world.qtbot.keyClicks(name, "My evening")
    search = world.find(page, "Search an exercise", QLineEdit)
    for word in ("plank", "glute bridge"):
        search.clear()
        world.qtbot.keyClicks(search, word)
        world.qtbot.keyClick(search, KEY.Key_Return)
    # Escape first ends the search, then leads back to the list.
    world.qtbot.keyClick(search, KEY.Key_Escape)
    world.settle()
    assert world.program.window.place == place
    rows = world.find(page, "Blocks and exercises", RoutineList)
    rows.setCurrentIndex(rows.model().index(1, 0))
    world.qtbot.keyClick(rows, KEY.Key_Delete)
    world.qtbot.keyClick(rows, KEY.Key_Z, CTRL)
    world.settle()
    world.qtbot.keyClick(rows, KEY.Key_Escape)
    world.settle()

    assert world.program.window.place == Place(PageKey.ROUTINES)
    assert "My evening" in texts_of(page)
    world.click(page, "Start My evening")
    assert world.player.conductor.live.session.title == "My evening"
    world.player.close_now()

    world.stop()
    again = open_world().start("hide")
    page = again.open_page(PageKey.ROUTINES)
    assert "My evening" in texts_of(page)
    (routine,) = [each for each in again.services.library.routines if each.name == "My evening"]
    assert len(routine.exercises) == 2


def test_it_is_kept_while_it_is_planned_deleted_and_put_back_by_undo_alone(world: World) -> None:
    copy = world.services.routine_making.duplicate("desk-1min-micro")
    draft = EntryDraft(
        title=copy.name,
        routine=copy.id,
        rrule="FREQ=DAILY",
        at="18:30",
        start_date="2026-03-02",
        zone="Europe/Berlin",
    )
    entry = world.services.planning.add(draft)
    page = world.open_page(PageKey.ROUTINES)
    choose(world, copy.id, "Delete")
    assert world.banner.startswith("This routine is in the plan.")
    world.open_page(PageKey.PLAN)

    world.services.planning.remove(entry.id)
    world.open_page(PageKey.ROUTINES)
    choose(world, copy.id, "Delete")
    assert not world.services.library.is_own_routine(copy.id)
    assert copy.name not in texts_of(page)
    world.qtbot.keyClick(world.program.window, KEY.Key_Z, CTRL)
    world.settle()
    assert world.services.library.routine(copy.id) == copy
    assert copy.name in texts_of(page)

    another_language_leaves_ones_own_words_alone(world, copy.id)


def another_language_leaves_ones_own_words_alone(world: World, routine: str) -> None:
    world.program.edit_routine(routine)
    world.program.apply_settings(world.services.preferences.change({"language": "de"}))
    world.settle()
    name = world.find(world.program.window.page, "routine_name", QLineEdit)
    assert name.text() == "Copy of Micro break"


def test_going_back_to_a_deleted_routine_does_not_bring_it_back(world: World) -> None:
    copy = world.services.routine_making.duplicate("core-four")
    world.program.changed(Change.LIBRARY)
    world.program.edit_routine(copy.id)
    world.settle()
    page = world.open_page(PageKey.ROUTINES)
    choose(world, copy.id, "Delete")

    for _way_back in range(2):
        world.program.window.go_back()
        world.settle()
        assert not world.services.library.is_own_routine(copy.id)
        assert copy.name not in texts_of(world.program.window.page)
        world.open_page(PageKey.LOG)
    world.open_page(PageKey.ROUTINES)
    assert copy.name not in texts_of(page)
    assert not list((world.home / "routines").iterdir())


def choose(world: World, routine: str, entry: str) -> None:
    """Choose an entry of a card's menu."""
    cards = world.program.window.page.findChildren(RoutineCard)
    card = next(each for each in cards if each.routine == routine and each.isVisible())
    action = next(each for each in card.findChildren(QAction) if each.text() == entry)
    action.trigger()
    world.settle()
