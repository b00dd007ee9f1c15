"""The library with what a person made and marked, and the ways on where nothing is found."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from coreapp.domain.marks import Liking, Mark
from coreapp.services.changes import Change
from coreapp.ui.dialogs.exercise_editor import ExerciseEditor
from coreapp.ui.pages.exercises.filters import FacetButton
from tests.fakes.own import own_exercise
from tests.fakes.shipped import shipped_library
from tests.ui.pages.exercises.shown_library import Shown

EXERCISES = list(shipped_library().exercises)
ALL = len(EXERCISES)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    made.page.become_hidden()
    made.page.hide()


def test_where_nothing_fits_the_ways_on_are_offered(shown: Shown) -> None:
    # The filter that is in the way is offered to be taken away.
    shown.press(shown.chip("Sitting break").text())
    shown.choose("Equipment", "Mat")
    breaks = [e.name for e in EXERCISES if "sitting_break" in e.purposes]
    on_mat = sum("mat" in e.equipment for e in EXERCISES)
    ways = [f"Without “Sitting break”: {on_mat}", f"Without “Mat”: {len(breaks)}"]
    assert shown.offered() == ["Show all exercises", *ways]
    shown.press(f"Without “Mat”: {len(breaks)}")
    assert shown.names == breaks
    assert shown.chip("Sitting break").isChecked()
    assert shown.filter("Equipment").text() == "Equipment"

    # Where nothing is called so and nothing fits, the filters are named.
    shown.press(shown.chip("All").text())
    shown.choose("Equipment", "Mat")
    shown.type("xyzzy")
    assert shown.offered() == ["Show all exercises"]
    assert "No exercise fits everything you chose" in shown.texts()

    # Without filters the nearest names are offered.
    shown.press("Show all exercises")
    shown.type("plonkenost")
    assert "Did you mean one of these?" in shown.texts()
    shown.press("Forearm plank")
    assert shown.fake.exercises == ["plank"]

    shown.field.clear()
    shown.choose("Level", "Demanding")
    assert "Forearm plank" in shown.names or "Hip thrust" in shown.names
    assert "Walk" not in " ".join(shown.names)


def mark(shown: Shown) -> None:
    shown.world.marks.like("side-plank", Liking.LIKED)
    shown.world.marks.hide("plank", hidden=True)
    shown.world.marks.leave_for_today("bird-dog", left=True)
    shown.world.own.save(own_exercise(name="Zebra"))
    shown.page.note(frozenset({Change.LIBRARY}))


def item(shown: Shown, name: str) -> QModelIndex:
    model = shown.grid.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(each for each in rows if each.data() == name)


def test_what_is_marked_and_mine_is_seen_and_can_be_asked_for(shown: Shown) -> None:
    mark(shown)
    assert shown.names[0] == "Side plank"
    assert "Forearm plank" not in shown.names
    assert f"{ALL} exercises" in shown.texts()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert item(shown, "Side plank").data(spoken).endswith("liked")
    assert "not today" in item(shown, "Bird dog").data(spoken)
    assert "own" in item(shown, "Zebra").data(spoken)
    shown.page.grab()

    # What is mine can be asked for.
    shown.choose("Mine", "Liked")
    assert shown.names == ["Side plank"]
    shown.choose("Mine", "Hidden")
    assert shown.names == ["Forearm plank"]
    shown.choose("Mine", "My own")
    assert shown.names == ["Zebra"]
    shown.choose("Mine", "All")
    assert len(shown.names) == ALL

    # A choice that is no longer there is given up, and the others stay.
    shown.choose("Mine", "Hidden")
    shown.choose("Position", "Face down")
    assert shown.filter("Mine").text() == "Hidden"
    shown.world.marks.put(dict.fromkeys(shown.world.marks.all, Mark()))
    shown.world.own.delete("my-plank")
    shown.page.note(frozenset({Change.LIBRARY}))
    assert shown.filter("Position").text() == "Face down"
    assert "Forearm plank" in shown.names
    buttons = shown.page.findChildren(FacetButton)
    assert "Mine" not in [each.text() for each in buttons if not each.isHidden()]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What each menu offered that was opened; off the screen none can take the keyboard."""
    offered: list[list[str]] = []

    def note(menu: QMenu, _place: QPoint) -> None:
        offered.append([each.text() for each in menu.actions()])

    monkeypatch.setattr(QMenu, "popup", note)
    return offered


def test_a_card_has_a_menu_for_the_mouse_and_for_the_keyboard(
    shown: Shown, opened: list[list[str]]
) -> None:
    shown.world.own.save(own_exercise(name="Zebra"))
    shown.page.note(frozenset({Change.LIBRARY}))
    view, reason = shown.grid.viewport(), QContextMenuEvent.Reason
    far = QPoint(5, 100_000)
    QApplication.sendEvent(view, QContextMenuEvent(reason.Mouse, far, far))
    assert opened == [], "there is none beside the cards"
    place = shown.grid.card_center(2)
    QApplication.sendEvent(view, QContextMenuEvent(reason.Mouse, place, view.mapToGlobal(place)))
    shown.grid.take_keyboard()
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_End)
    QApplication.sendEvent(view, QContextMenuEvent(reason.Keyboard, QPoint(), QPoint()))
    assert [("Duplicate…" in each, "Edit…" in each) for each in opened] == [
        (True, False),
        (True, True),
    ]


def test_a_new_exercise_can_be_begun(shown: Shown) -> None:
    shown.press("New exercise")
    (editor,) = shown.page.findChildren(ExerciseEditor)
    assert editor.isVisible()
    editor.reject()
