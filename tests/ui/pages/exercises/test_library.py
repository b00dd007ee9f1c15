from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.pages.exercises.filters import FacetButton
from coreapp.ui.pages.exercises.grid import ExerciseGrid
from coreapp.ui.pages.exercises.library import LibraryPage
from coreapp.ui.widgets.buttons import Chip
from tests.fakes.exercise_world import ExerciseWorld
from tests.fakes.shipped import shipped_library
from tests.ui.pages.desk import settle
from tests.ui.pages.exercises.shown_library import Shown

IDS = [each.id for each in shipped_library().exercises]
ALL = len(IDS)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    made.page.become_hidden()
    made.page.hide()


def test_nothing_is_read_before_the_page_is_seen(qtbot: QtBot) -> None:
    world = ExerciseWorld()
    page = LibraryPage(world.theme, world.art, world.library, world.shell, world.desk)
    qtbot.addWidget(page)
    assert page.findChildren(ExerciseGrid)[0].model().rowCount() == 0
    page.become_seen()
    assert page.findChildren(ExerciseGrid)[0].model().rowCount() == ALL


def test_every_exercise_has_a_card_is_counted_and_has_its_room(shown: Shown) -> None:
    assert len(shown.names) == ALL
    assert "Forearm plank" in shown.names
    assert f"{ALL} exercises" in shown.texts()
    assert shown.chip("All").text() == f"All {ALL}"
    index = shown.grid.model().index(IDS.index("bird-dog"), 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bird dog, 2 × 8 a side", "a screen reader hears name and dose"

    counts = Counter(e.position for e in shipped_library().exercises)
    texts = [each.text() for each in shown.filter("Position").menu().actions()]
    assert texts[:2] == ["All", ""]
    assert texts[2] == f"Standing ({counts['standing']})"
    assert len(texts) == 2 + len(counts)

    # All rows fit, and end at the right edge.
    grid = shown.grid
    size = grid.card_size(grid.width())
    boxes = [grid.visualRect(grid.model().index(row, 0)) for row in range(ALL)]
    assert {box.top() for box in boxes[: size.columns]} == {0}
    assert boxes[size.columns].top() == size.rows[0]
    last = boxes[size.columns - 1]
    assert grid.width() - size.columns < last.left() + size.stage.width() <= grid.width()
    shown.qtbot.waitUntil(lambda: grid.height() >= sum(grid.card_size(grid.width()).rows))


def test_typing_finds_in_any_language_and_return_opens_the_best_match(shown: Shown) -> None:
    shown.type("unterarm")  # the simulated keyboard has no umlauts
    assert shown.names[0] == "Forearm plank"
    shown.field.clear()
    shown.type("zonnegroet")
    assert shown.names == ["Sun salutation"]
    assert "1 exercise" in shown.texts()
    shown.qtbot.keyClick(shown.field, Qt.Key.Key_Escape)
    assert len(shown.names) == ALL, "escape empties the search"

    shown.type("bird")
    shown.qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.fake.exercises == ["bird-dog"]

    shown.grid.take_keyboard()
    shown.page.focus_search()
    assert shown.field.hasFocus()
    assert shown.field.selectedText() == "bird"


def test_nothing_found_names_the_word_and_offers_all(shown: Shown) -> None:
    shown.type("xyzzy")
    assert not shown.grid.isVisible()
    assert "Nothing found for “xyzzy”" in shown.texts()
    shown.qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.fake.exercises == []
    shown.press("Show all exercises")
    assert shown.field.text() == ""
    assert shown.grid.isVisible()
    assert len(shown.names) == ALL
    assert not any("xyzzy" in text for text in shown.texts())


def test_a_purpose_shows_only_its_exercises_and_menus_narrow_down_further(shown: Shown) -> None:
    shown.qtbot.mouseClick(shown.chip("Stretch"), Qt.MouseButton.LeftButton)
    stretches = [e.name for e in shipped_library().exercises if "stretch" in e.purposes]
    assert 1 < len(stretches) < ALL
    assert shown.names == stretches
    assert f"{len(stretches)} exercises" in shown.texts()
    assert shown.chip("Stretch").text() == f"Stretch {len(stretches)}"
    shown.type("sonnengr")
    assert shown.names == ["Sun salutation"]
    shown.field.clear()
    shown.qtbot.mouseClick(shown.chip("All"), Qt.MouseButton.LeftButton)
    assert len(shown.names) == ALL

    # Menus narrow down further, and say what is chosen.
    exercises = list(shipped_library().exercises)
    on_mat = [e.name for e in exercises if "mat" in e.equipment]
    supine = [e.name for e in exercises if "mat" in e.equipment and e.position == "supine"]
    equipment = shown.filter("Equipment")

    shown.choose("Equipment", "Mat")
    assert shown.names == on_mat
    assert equipment.text() == "Mat"
    assert equipment.accessibleName() == "Equipment: Mat"
    assert equipment.isChecked()
    shown.choose("Position", "On your back")
    assert shown.names == supine
    shown.choose("Equipment", "All")
    assert equipment.text() == equipment.accessibleName() == "Equipment"
    assert not equipment.isChecked()
    assert shown.names == [e.name for e in exercises if e.position == "supine"]


def test_what_nobody_fits_names_the_filters_and_all_can_be_shown_again(shown: Shown) -> None:
    shown.qtbot.mouseClick(shown.chip("Sitting break"), Qt.MouseButton.LeftButton)
    shown.choose("Equipment", "Mat")
    assert "No exercise fits everything you chose" in shown.texts()
    shown.press("Show all exercises")
    assert len(shown.names) == ALL
    assert shown.chip("All").isChecked()
    assert shown.filter("Equipment").text() == "Equipment"
    actions = shown.filter("Equipment").menu().actions()
    assert [each.text() for each in actions if each.isChecked()] == ["All"]

    button = shown.filter("Place")
    button.setMenu(None)
    button.click()
    assert not button.isChecked(), "only the menu turns a filter on"


def test_a_card_is_opened_by_a_click_and_by_keys(shown: Shown) -> None:
    place = shown.grid.card_center(2)
    shown.qtbot.mouseClick(shown.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.fake.exercises == [IDS[2]]

    shown.grid.setCurrentIndex(shown.grid.model().index(0, 0))
    shown.page.focus_search()
    shown.qtbot.keyClick(shown.field, Qt.Key.Key_Down)
    assert shown.grid.hasFocus()
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_Right)
    assert shown.grid.currentIndex().row() == 1
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_Down)
    assert shown.grid.currentIndex().row() == 5
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_Return)
    assert shown.fake.exercises[1:] == [IDS[5]]


def test_the_wheel_and_the_keyboard_scroll_the_page(shown: Shown) -> None:
    shown.page.resize(1224, 500)
    page, bar = shown.page, shown.page.verticalScrollBar()
    shown.qtbot.waitUntil(lambda: bar.maximum() > 0)
    place = shown.grid.viewport().mapTo(page, shown.grid.card_center(0))
    QTest.wheelEvent(page.windowHandle(), QPointF(place), QPoint(0, -120))
    assert bar.value() > 0

    shown.grid.take_keyboard()
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_End)
    card = shown.grid.viewport().mapTo(page.viewport(), shown.grid.card_center(ALL - 1))
    assert page.viewport().rect().contains(card)


def test_only_the_card_that_is_pointed_at_moves(shown: Shown) -> None:
    view = shown.grid.viewport()

    def point_at_the_second() -> None:
        shown.qtbot.mouseMove(view, shown.grid.card_center(0))
        shown.qtbot.mouseMove(view, shown.grid.card_center(1))

    assert not shown.grid.moving_exercise
    point_at_the_second()
    assert shown.grid.moving_exercise == IDS[1]
    QApplication.sendEvent(shown.grid, QEvent(QEvent.Type.Leave))
    assert not shown.grid.moving_exercise, "leaving the cards ends it"

    # The card with the keyboard moves until something else has it.
    shown.grid.take_keyboard()
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_Right)
    assert shown.grid.moving_exercise == IDS[1]
    shown.field.setFocus()
    assert not shown.grid.moving_exercise

    point_at_the_second()
    assert shown.grid.moving_exercise == IDS[1]
    shown.page.become_hidden()
    assert not shown.grid.moving_exercise

    shown.page.become_seen()
    shown.theme.set_reduced_motion(reduced=True)
    point_at_the_second()
    assert not shown.grid.moving_exercise, "nothing moves with reduced motion"


def test_as_many_columns_as_fit_and_all_filters_stand_within_the_page(shown: Shown) -> None:
    for width, factor, columns in ((1128, 1.0, 4), (1116, 1.0, 4), (788, 1.0, 3), (788, 2.0, 2)):
        shown.theme.set_text_factor(factor)
        size = shown.grid.card_size(width)
        assert size.columns == columns, (width, factor)
        assert 220 <= size.stage.width() <= 300 * factor, (width, factor)

    # All filters stand within the page.
    for width, factor in ((1224, 1.0), (848, 1.0), (848, 2.0)):
        shown.theme.set_text_factor(factor)
        shown.page.resize(width, 680)
        viewport = shown.page.viewport()
        buttons: list[QPushButton] = [
            *shown.page.findChildren(Chip),
            *shown.page.findChildren(FacetButton),
        ]
        assert len(buttons) == 11

        def boxes(buttons=buttons, viewport=viewport) -> list[QRect]:
            return [QRect(each.mapTo(viewport, QPoint()), each.size()) for each in buttons]

        def stand_above_the_cards(boxes=boxes, viewport=viewport) -> bool:
            grid = shown.grid.mapTo(viewport, QPoint())
            return max(box.bottom() for box in boxes()) < grid.y()

        shown.qtbot.waitUntil(lambda width=width: shown.grid.width() < width)
        shown.qtbot.waitUntil(stand_above_the_cards)
        assert all(box.left() >= 0 and box.right() < viewport.width() for box in boxes())
        assert not any(one.intersects(other) for one, other in combinations(boxes(), 2))


def test_figures_appear_one_after_the_other_and_each_paints_its_card_alone(
    qtbot: QtBot,
) -> None:
    few = {each: shipped_library().exercise(each) for each in ("bird-dog", "cat-cow", "plank")}
    shown = Shown(qtbot, Library(few, {}))
    grid = shown.grid
    figures = grid.findChildren(LateFigures)[0]
    size = shown.grid.card_size(shown.grid.width()).stage
    shots = [FigureShot(each) for each in few]
    shown.qtbot.waitUntil(lambda: all(figures.find(each, size, 1.0) for each in shots))
    picture = figures.find(FigureShot("plank"), size, 1.0)
    assert picture is not None
    assert picture.size() == size

    # One that comes paints its card and no others.
    shown.qtbot.waitUntil(lambda: not figures.is_drawing)
    settle()  # the last that came is painted
    painted = PaintedRegion()
    grid.viewport().installEventFilter(painted)
    figures.shot_drawn.emit(FigureShot("cat-cow"))
    shown.qtbot.waitUntil(lambda: not painted.region.isEmpty())

    assert painted.region.contains(grid.card_center(1))
    assert not painted.region.contains(grid.card_center(0))
    assert not painted.region.contains(grid.card_center(2))
    shown.page.become_hidden()
    shown.page.hide()


class PaintedRegion(QObject):
    """Sees what of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False
