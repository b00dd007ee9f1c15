"""What stands below the window of an exercise comes after the paint, and nobody sees it come."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from coreapp.services.library import Library
from coreapp.ui.pages.exercises.beneath import Beneath
from coreapp.ui.pages.exercises.exercise import ExercisePage
from tests.fakes.exercise_world import ExerciseWorld
from tests.fakes.shipped import shipped_library


class Opened:
    """The page in a window of some height, filled as pages are before they are shown."""

    def __init__(
        self, qtbot: QtBot, exercise: str, height: int, library: Library | None = None
    ) -> None:
        self.qtbot = qtbot
        self.world = world = ExerciseWorld(library)
        self.stack = QStackedWidget()
        qtbot.addWidget(self.stack)
        self.stack.resize(1064, height)
        self.page = ExercisePage(world.theme, world.art, world.library, world.shell, world.desk)
        self.stack.addWidget(self.page)
        self.page.show_exercise(exercise)
        self.page.resize(self.stack.size())
        self.page.prepare()

    def show(self) -> None:
        self.stack.show()
        self.qtbot.waitExposed(self.stack)
        self.page.become_seen()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.is_settled)

    @property
    def beneath(self) -> list[Beneath]:
        return self.page.findChildren(Beneath)

    @property
    def beneath_end(self) -> int:
        (beneath,) = self.beneath
        return beneath.mapTo(self.page.content, QPoint(0, beneath.height())).y()

    @property
    def scrolls_by(self) -> int:
        return self.page.verticalScrollBar().maximum()


@pytest.mark.parametrize("exercise", ["side-plank", "dead-bug", "sun-salutation"])
def test_it_comes_after_the_paint_below_the_window_into_the_room_that_was_kept(
    qtbot: QtBot, exercise: str
) -> None:
    opened = Opened(qtbot, exercise, 700)
    assert not opened.page.is_settled
    assert not opened.beneath
    about = opened.page._end_of_column()

    opened.show()
    opened.settle()
    (beneath,) = opened.beneath
    assert beneath.isVisible()
    qtbot.waitUntil(lambda: beneath.mapTo(opened.page, QPoint()).y() > opened.page.height())
    assert opened.page._end_of_column() == pytest.approx(about, abs=160)
    assert opened.page.content.height() == pytest.approx(opened.beneath_end, abs=2)


def test_it_is_there_at_once_where_it_would_be_seen_to_come(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "side-plank", 1600)

    assert opened.page.is_settled
    assert opened.beneath


def test_it_is_there_at_once_for_whoever_has_scrolled_down_to_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "side-plank", 700)
    opened.show()
    opened.settle()
    qtbot.waitUntil(lambda: opened.scrolls_by > 300)
    opened.page.verticalScrollBar().setValue(opened.scrolls_by)

    opened.page.refresh()
    assert opened.page.is_settled
    assert any(each.isVisible() for each in opened.beneath)


def test_what_was_to_come_on_another_exercise_does_not_come_on_this_one(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "sun-salutation", 700)
    opened.page.show_exercise("no-such-exercise")
    opened.page.prepare()
    opened.show()

    assert opened.page.is_settled
    assert not opened.beneath


@pytest.mark.parametrize("has_routines", [True, False])
def test_without_routines_there_is_no_list_of_them(qtbot: QtBot, has_routines: bool) -> None:
    exercises = {each.id: each for each in shipped_library().exercises}
    library = shipped_library() if has_routines else Library(exercises, {})
    opened = Opened(qtbot, "plank", 1600, library)

    texts = [each.text() for each in opened.beneath[0].findChildren(QLabel)]
    assert ("In these routines" in texts) is has_routines
