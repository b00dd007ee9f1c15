from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.pages.exercises.filters import FacetButton
from coreapp.ui.pages.exercises.grid import ExerciseGrid
from coreapp.ui.pages.exercises.library import LibraryPage
from coreapp.ui.widgets.buttons import Chip
from tests.fakes.exercise_world import ExerciseWorld
from tests.fakes.shipped import shipped_library
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


def test_every_exercise_has_a_card_and_is_counted(shown: Shown) -> None:
    assert len(shown.names) == ALL
    assert "Forearm plank" in shown.names
    assert f"{ALL} exercises" in shown.texts()
    assert shown.chip("All").text() == f"All {ALL}"


def test_typing_finds_in_any_language(shown: Shown) -> None:
    shown.type("unterarm")  # the simulated keyboard has no umlauts
    assert shown.names[0] == "Forearm plank"
    shown.field.clear()
    shown.type("zonnegroet")
    assert shown.names == ["Sun salutation"]
    assert "1 exercise" in shown.texts()


def test_nothing_found_names_the_word_and_offers_all(shown: Shown) -> None:
    shown.type("xyzzy")
    assert not shown.grid.isVisible()
    assert "Nothing found for “xyzzy”" in shown.texts()
    button = next(
        each for each in shown.page.findChildren(QPushButton) if each.text() == "Show all exercises"
    )
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.field.text() == ""
    assert shown.grid.isVisible()
    assert len(shown.names) == ALL
    assert not any("xyzzy" in text for text in shown.texts())


def test_escape_empties_the_search(shown: Shown) -> None:
    shown.type("plank")
    assert len(shown.names) < ALL
    shown.qtbot.keyClick(shown.field, Qt.Key.Key_Escape)
    assert len(shown.names) == ALL


def test_the_search_takes_the_keyboard_with_its_text_selected(shown: Shown) -> None:
    shown.type("plank")
    shown.grid.take_keyboard()
    shown.page.focus_search()
    assert shown.field.hasFocus()
    assert shown.field.selectedText() == "plank"


def test_return_in_the_search_opens_the_best_match(shown: Shown) -> None:
    shown.type("bird")
    shown.qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.fake.exercises == ["bird-dog"]


def test_return_opens_nothing_when_nothing_is_found(shown: Shown) -> None:
    shown.type("xyzzy")
    shown.qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.fake.exercises == []


def test_a_purpose_shows_only_its_exercises(shown: Shown) -> None:
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


def test_menus_narrow_down_further_and_say_what_is_chosen(shown: Shown) -> None:
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


def test_a_menu_offers_each_value_with_its_count(shown: Shown) -> None:
    counts = Counter(e.position for e in shipped_library().exercises)
    texts = [each.text() for each in shown.filter("Position").menu().actions()]
    assert texts[:2] == ["All", ""]
    assert texts[2] == f"Standing ({counts['standing']})"
    assert len(texts) == 2 + len(counts)


def test_what_nobody_fits_names_the_filters_and_all_can_be_shown_again(shown: Shown) -> None:
    shown.qtbot.mouseClick(shown.chip("Sitting break"), Qt.MouseButton.LeftButton)
    shown.choose("Equipment", "Mat")
    assert "No exercise fits everything you chose" in shown.texts()
    button = next(
        each for each in shown.page.findChildren(QPushButton) if each.text() == "Show all exercises"
    )
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shown.names) == ALL
    assert shown.chip("All").isChecked()
    assert shown.filter("Equipment").text() == "Equipment"
    actions = shown.filter("Equipment").menu().actions()
    assert [each.text() for each in actions if each.isChecked()] == ["All"]


def test_only_the_menu_turns_a_filter_on(shown: Shown) -> None:
    button = shown.filter("Place")
    button.setMenu(None)
    button.click()
    assert not button.isChecked()


@pytest.mark.parametrize(("width", "factor"), [(1224, 1.0), (848, 1.0), (848, 2.0)])
def test_all_filters_stand_within_the_page(shown: Shown, width: int, factor: float) -> None:
    shown.theme.set_text_factor(factor)
    shown.page.resize(width, 680)
    shown.qtbot.waitUntil(lambda: shown.grid.width() < width)
    viewport = shown.page.viewport()
    buttons: list[QPushButton] = [
        *shown.page.findChildren(Chip),
        *shown.page.findChildren(FacetButton),
    ]
    assert len(buttons) == 11
    boxes = [QRect(each.mapTo(viewport, QPoint()), each.size()) for each in buttons]
    assert all(box.left() >= 0 and box.right() < viewport.width() for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    grid = shown.grid.mapTo(viewport, QPoint())
    assert max(box.bottom() for box in boxes) < grid.y()


def test_a_click_on_a_card_opens_it(shown: Shown) -> None:
    place = shown.grid.card_center(2)
    shown.qtbot.mouseClick(shown.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.fake.exercises == [IDS[2]]


def test_the_keyboard_walks_the_cards_and_opens_one(shown: Shown) -> None:
    shown.page.focus_search()
    shown.qtbot.keyClick(shown.field, Qt.Key.Key_Down)
    assert shown.grid.hasFocus()
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_Right)
    assert shown.grid.currentIndex().row() == 1
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_Down)
    assert shown.grid.currentIndex().row() == 5
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_Return)
    assert shown.fake.exercises == [IDS[5]]


def test_the_card_with_the_keyboard_is_scrolled_into_sight(shown: Shown) -> None:
    shown.page.resize(1224, 500)
    shown.qtbot.waitUntil(lambda: shown.page.verticalScrollBar().maximum() > 0)
    shown.grid.take_keyboard()
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_End)
    page = shown.page
    card = shown.grid.viewport().mapTo(page.viewport(), shown.grid.card_center(ALL - 1))
    assert page.viewport().rect().contains(card)


def test_only_the_card_that_is_pointed_at_moves(shown: Shown) -> None:
    view = shown.grid.viewport()
    assert not shown.grid.moving_exercise
    shown.qtbot.mouseMove(view, shown.grid.card_center(0))
    shown.qtbot.mouseMove(view, shown.grid.card_center(1))
    assert shown.grid.moving_exercise == IDS[1]
    shown.page.become_hidden()
    assert not shown.grid.moving_exercise


def test_nothing_moves_with_reduced_motion(shown: Shown) -> None:
    shown.theme.set_reduced_motion(reduced=True)
    shown.qtbot.mouseMove(shown.grid.viewport(), shown.grid.card_center(0))
    shown.qtbot.mouseMove(shown.grid.viewport(), shown.grid.card_center(1))
    assert not shown.grid.moving_exercise


@pytest.mark.parametrize(
    ("width", "factor", "columns"), [(1128, 1.0, 4), (1116, 1.0, 4), (788, 1.0, 3), (788, 2.0, 2)]
)
def test_as_many_columns_as_fit(shown: Shown, width: int, factor: float, columns: int) -> None:
    shown.theme.set_text_factor(factor)
    size = shown.grid.card_size(width)
    assert size.columns == columns
    assert 220 <= size.stage.width() <= 300 * factor


def test_all_rows_fit_and_end_at_the_right_edge(shown: Shown) -> None:
    grid = shown.grid
    size = grid.card_size(grid.width())
    boxes = [grid.visualRect(grid.model().index(row, 0)) for row in range(ALL)]
    assert {box.top() for box in boxes[: size.columns]} == {0}
    assert boxes[size.columns].top() == size.rows[0]
    last = boxes[size.columns - 1]
    assert grid.width() - size.columns < last.left() + size.stage.width() <= grid.width()
    shown.qtbot.waitUntil(lambda: grid.height() >= sum(grid.card_size(grid.width()).rows))


def test_a_screen_reader_hears_name_and_dose(shown: Shown) -> None:
    index = shown.grid.model().index(IDS.index("bird-dog"), 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Bird dog, 2 × 8 a side"


def test_the_wheel_over_the_cards_scrolls_the_page(shown: Shown) -> None:
    shown.page.resize(1224, 500)
    bar = shown.page.verticalScrollBar()
    shown.qtbot.waitUntil(lambda: bar.maximum() > 0)
    place = shown.grid.viewport().mapTo(shown.page, shown.grid.card_center(0))
    QTest.wheelEvent(shown.page.windowHandle(), QPointF(place), QPoint(0, -120))
    assert bar.value() > 0


def test_leaving_the_cards_ends_the_movement(shown: Shown) -> None:
    view = shown.grid.viewport()
    shown.qtbot.mouseMove(view, shown.grid.card_center(0))
    shown.qtbot.mouseMove(view, shown.grid.card_center(1))
    QApplication.sendEvent(shown.grid, QEvent(QEvent.Type.Leave))
    assert not shown.grid.moving_exercise


def test_the_card_with_the_keyboard_moves_until_the_mouse_is_used(shown: Shown) -> None:
    shown.grid.take_keyboard()
    shown.qtbot.keyClick(shown.grid, Qt.Key.Key_Right)
    assert shown.grid.moving_exercise == IDS[1]
    shown.field.setFocus()
    assert not shown.grid.moving_exercise


def test_figures_appear_one_after_the_other(shown: Shown) -> None:
    figures = shown.grid.findChildren(LateFigures)[0]
    size = shown.grid.card_size(shown.grid.width()).stage
    shots = [FigureShot(exercise.id) for exercise in shipped_library().exercises]
    shown.qtbot.waitUntil(lambda: all(figures.find(each, size, 1.0) for each in shots))
    picture = figures.find(FigureShot("plank"), size, 1.0)
    assert picture is not None
    assert picture.size() == size


def test_a_figure_that_comes_paints_its_card_and_no_others(shown: Shown) -> None:
    grid = shown.grid
    figures = grid.findChildren(LateFigures)[0]
    shown.qtbot.waitUntil(lambda: not figures.is_drawing)
    painted = PaintedRegion()
    grid.viewport().installEventFilter(painted)

    figures.shot_drawn.emit(FigureShot(IDS[1]))
    shown.qtbot.waitUntil(lambda: not painted.region.isEmpty())

    assert painted.region.contains(grid.card_center(1))
    assert not painted.region.contains(grid.card_center(0))
    assert not painted.region.contains(grid.card_center(2))


class PaintedRegion(QObject):
    """Sees what of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False
