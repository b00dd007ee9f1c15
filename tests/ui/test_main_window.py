"""The main window: pages made when first visited, a way back, keys, what is said in passing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coreapp.services.changes import Change
from coreapp.ui.main_window import SMALLEST, MainWindow
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.base import Page
from tests.fakes.shipped import shipped_theme

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class NotedPage(Page):
    """A page that writes down what happens to it."""

    concerns = frozenset({Change.LOG})

    def __init__(self, theme, name: str) -> None:
        super().__init__(theme)
        self.name = name
        self.notes: list[str] = []
        self.part = ""
        self.search = QLineEdit()
        self.column.addWidget(self.search)

    def show_part(self, key: str) -> None:
        self.part = key

    def refresh(self) -> None:
        self.notes.append("refresh")

    def shown(self) -> None:
        self.notes.append("shown")

    def hidden(self) -> None:
        self.notes.append("hidden")


class SearchPage(NotedPage):
    def focus_search(self) -> None:
        self.notes.append("search")


class OneExercisePage(NotedPage):
    def show_exercise(self, identity: str) -> None:
        self.notes.append(identity)


class OneProgrammePage(NotedPage):
    def show_programme(self, identity: str) -> None:
        self.notes.append(identity)


class Scene:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.theme = shipped_theme()
        self.theme.set_reduced_motion(reduced=True)
        self.made: list[PageKey] = []
        self.window = MainWindow(self.theme, self.make, self.make_exercise, self.make_programme)
        qtbot.addWidget(self.window)
        self.window.go(Place(PageKey.TODAY))
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)

    def make(self, key: PageKey) -> Page:
        self.made.append(key)
        kind = SearchPage if key is PageKey.LIBRARY else NotedPage
        return kind(self.theme, key.value)

    def make_exercise(self) -> OneExercisePage:
        return OneExercisePage(self.theme, "exercise")

    def make_programme(self) -> OneProgrammePage:
        return OneProgrammePage(self.theme, "programme")

    @property
    def page(self) -> NotedPage:
        page = self.window.page
        assert isinstance(page, NotedPage)
        return page

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window, key, modifier)


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(qtbot)
    yield made
    made.window.hide()


def test_a_page_is_made_with_its_first_visit(scene: Scene) -> None:
    assert scene.made == [PageKey.TODAY]

    for _ in range(2):
        scene.window.go(Place(PageKey.PLAN))
        scene.window.go(Place(PageKey.TODAY))

    assert scene.made == [PageKey.TODAY, PageKey.PLAN]


def test_pages_can_be_made_before_they_are_visited(scene: Scene) -> None:
    scene.window.go(Place(PageKey.PLAN))
    visited = scene.page
    more = [scene.window.make_page_ahead() for _each in range(len(PageKey))]

    assert more == [True] * (len(PageKey) - 1) + [False]
    assert not scene.window.make_page_ahead()
    assert sorted(scene.made) == sorted(PageKey)
    assert scene.page is visited
    assert len(scene.window.findChildren(NotedPage)) == 2  # those that have been visited
    for place in (
        Place(PageKey.LOG),
        Place(PageKey.LIBRARY, exercise="plank"),
        Place(PageKey.ROUTINES, programme="back"),
    ):
        scene.window.go(place)
        assert scene.page.notes[-2:] == ["refresh", "shown"]
    assert sorted(scene.made) == sorted(PageKey)


def test_a_programme_is_a_place_of_its_own(scene: Scene) -> None:
    scene.window.go(Place(PageKey.ROUTINES))
    scene.window.go(Place(PageKey.ROUTINES, programme="back"))
    assert isinstance(scene.page, OneProgrammePage)
    assert scene.page.notes[0] == "back"

    shown = scene.page
    scene.window.note(frozenset({Change.LOG}))
    scene.window.go_back()
    assert not isinstance(scene.page, OneProgrammePage)
    scene.window.go(Place(PageKey.ROUTINES, programme="other"))
    assert scene.page is shown


def test_pages_know_when_they_are_seen(scene: Scene) -> None:
    today = scene.page
    scene.window.go(Place(PageKey.PLAN))
    scene.window.go(Place(PageKey.TODAY))

    assert today.notes == ["refresh", "shown", "hidden", "shown"]


def test_a_page_behind_something_else_rests(scene: Scene) -> None:
    scene.window.set_resting(resting=True)
    scene.window.set_resting(resting=False)

    assert scene.page.notes[-2:] == ["hidden", "shown"]


def test_news_reach_the_page_that_is_seen_at_once_and_the_others_later(scene: Scene) -> None:
    today = scene.page
    scene.window.go(Place(PageKey.PLAN))
    plan = scene.page

    scene.window.note(frozenset({Change.LOG}))
    assert plan.notes.count("refresh") == 2
    assert today.notes.count("refresh") == 1
    scene.window.note(frozenset({Change.SETTINGS}))
    assert plan.notes.count("refresh") == 2

    scene.window.go(Place(PageKey.TODAY))
    assert today.notes.count("refresh") == 2


def test_news_of_which_nobody_sees_anything_wait(scene: Scene) -> None:
    scene.window.note(frozenset({Change.LOG}), later=True)
    scene.window.note(frozenset({Change.SETTINGS}), later=True)
    assert scene.page.notes.count("refresh") == 1

    scene.window.go(Place(PageKey.TODAY))
    assert scene.page.notes.count("refresh") == 2
    scene.window.go(Place(PageKey.TODAY))
    assert scene.page.notes.count("refresh") == 2


def test_an_exercise_is_opened_and_left_again(scene: Scene) -> None:
    scene.window.go(Place(PageKey.LIBRARY))
    scene.window.go(Place(PageKey.LIBRARY, "plank"))
    exercise = scene.page
    assert exercise.name == "exercise"
    assert scene.window.sidebar.nav.key() == "library"
    scene.window.note(frozenset({Change.LOG}))
    scene.window.go(Place(PageKey.LIBRARY, "dead-bug"))
    assert "dead-bug" in exercise.notes

    scene.press(Qt.Key.Key_Left, ALT)
    assert exercise.notes[-1] != "hidden"
    assert scene.window.place == Place(PageKey.LIBRARY, "plank")
    scene.press(Qt.Key.Key_Escape)
    assert scene.page.name == "library"
    scene.window.go_back()
    scene.window.go_back()
    assert scene.page.name == "today"


def test_an_article_is_a_part_of_the_guide(scene: Scene) -> None:
    scene.window.go(Place(PageKey.LIBRARY, "plank"))
    scene.window.go(Place(PageKey.GUIDE, article="sitting"))
    guide = scene.page
    assert guide.name == "guide"
    assert guide.part == "sitting"
    assert scene.window.sidebar.nav.key() == "guide"

    scene.window.go(Place(PageKey.GUIDE))
    assert guide.part == ""
    scene.window.go_back()
    assert guide.part == "sitting"
    scene.window.go_back()
    assert scene.page.name == "exercise"


@pytest.mark.parametrize(("number", "key"), list(enumerate(list(PageKey)[:-1], start=1)))
def test_pages_have_keys(scene: Scene, number: int, key: PageKey) -> None:
    scene.window.go(Place(PageKey.SETTINGS))

    scene.press(Qt.Key(Qt.Key.Key_0 + number), CONTROL)

    assert scene.window.place == Place(key)


def test_settings_have_their_usual_key(scene: Scene) -> None:
    scene.press(Qt.Key.Key_Comma, CONTROL)

    assert scene.window.place == Place(PageKey.SETTINGS)


def test_searching_goes_where_one_can_search(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F, CONTROL)

    assert scene.page.name == "library"
    assert scene.page.notes[-1] == "search"


def test_f6_moves_between_list_and_page(scene: Scene) -> None:
    scene.page.search.setFocus()

    scene.press(Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert scene.window.sidebar.isAncestorOf(focused)

    scene.press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is scene.page.search


def test_list_and_ring_open_pages(scene: Scene) -> None:
    buttons = {each.objectName(): each for each in scene.window.findChildren(QAbstractButton)}
    scene.qtbot.mouseClick(buttons["nav_plan"], Qt.MouseButton.LeftButton)
    assert scene.window.place == Place(PageKey.PLAN)

    scene.window.sidebar.ring_requested.emit()
    assert scene.window.place == Place(PageKey.BREAKS)


def test_what_was_done_can_be_undone_once(scene: Scene) -> None:
    undone: list[bool] = []
    scene.window.tell_with_undo("Done", lambda: undone.append(True))
    assert scene.window.toast.text == "Done"
    assert scene.window.toast.isVisible()

    scene.press(Qt.Key.Key_Z, CONTROL)
    scene.press(Qt.Key.Key_Z, CONTROL)

    assert undone == [True]
    assert not scene.window.toast.isVisible()


def test_after_something_else_was_said_nothing_is_undone(scene: Scene) -> None:
    undone: list[bool] = []
    scene.window.tell_with_undo("Done", lambda: undone.append(True))
    scene.window.tell("Something else")

    scene.window.undo()

    assert undone == []
    scene.window.toast.hide()


def test_rebuilding_makes_everything_anew_in_its_place(scene: Scene) -> None:
    scene.window.go(Place(PageKey.PLAN))
    before = scene.page

    scene.window.rebuild()

    assert scene.page is not before
    assert before.notes[-1] == "hidden"
    assert scene.window.place == Place(PageKey.PLAN)
    assert scene.window.sidebar.nav.key() == "plan"
    assert scene.made == [PageKey.TODAY, PageKey.PLAN, PageKey.PLAN]


@pytest.mark.parametrize("let_go", ["rebuild", "put_pages_away", "cover", "renew"])
def test_what_a_page_that_goes_has_offered_to_undo_goes_with_it(scene: Scene, let_go: str) -> None:
    undone: list[bool] = []
    scene.window.go(Place(PageKey.PLAN))
    scene.window.tell_with_undo("Done", lambda: undone.append(True))
    match let_go:
        case "cover":
            scene.window.cover(QWidget())
        case "renew":
            scene.window.renew(PageKey.TODAY)
        case _:
            getattr(scene.window, let_go)()

    assert not scene.window.toast.isVisible()
    scene.window.undo()
    assert undone == []
    scene.window.uncover()


def test_a_page_that_is_seen_and_made_anew_keeps_what_was_offered_last(scene: Scene) -> None:
    undone: list[bool] = []
    scene.window.tell_with_undo("Noted", lambda: undone.append(True))
    scene.window.renew(PageKey.TODAY)

    assert scene.made == [PageKey.TODAY, PageKey.TODAY]
    scene.window.undo()
    assert undone == [True]


def test_closing_is_left_to_the_program(scene: Scene) -> None:
    with scene.qtbot.waitSignal(scene.window.close_requested):
        scene.window.close()

    assert scene.window.isVisible()


def test_size_and_place_are_remembered(scene: Scene, qtbot: QtBot) -> None:
    scene.window.resize(SMALLEST[0], 700)
    state = scene.window.saved_state()
    other = MainWindow(scene.theme, scene.make, scene.make_exercise, scene.make_programme)
    qtbot.addWidget(other)

    other.restore_state(state)

    assert other.height() == 700


@pytest.mark.parametrize("state", [{}, {"geometry": 5}, {"geometry": "no base 64 !"}])
def test_a_state_that_makes_no_sense_changes_nothing(scene: Scene, state: dict) -> None:
    before = scene.window.size()

    scene.window.restore_state(state)

    assert scene.window.size() == before


def test_a_minimised_window_comes_back(scene: Scene) -> None:
    scene.window.showMinimized()

    scene.window.bring_to_front()

    assert not scene.window.isMinimized()
    assert scene.window.isVisible()
