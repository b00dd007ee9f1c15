"""The questions in the window: by keyboard, by mouse, read aloud, and nothing cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp import i18n
from coreapp.desktop.paths import find_paths
from coreapp.domain.errors import DiskFullError
from coreapp.domain.first_answers import AT_HOME, HealthAnswer, Step, Whereabouts
from coreapp.services.first_start import FirstStart
from coreapp.services.preferences import Preferences
from coreapp.ui.welcome.page import WelcomePage, WelcomeParts
from coreapp.ui.widgets.fields import TimeField
from tests.e2e.world import plain_look_after
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.shipped import shipped_art, shipped_library, shipped_theme
from tests.ui.walk import problems_in


class Scene:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.theme = shipped_theme()
        self.theme.set_reduced_motion(reduced=True)
        self.file = FakeStateFile()
        self.preferences = Preferences(FakeStateFile())
        self.start = FirstStart(self.file, self.preferences, FakeClock(), is_new=True)
        parts = WelcomeParts(self.theme, shipped_art(), shipped_library(), self.start)
        self.page = WelcomePage(parts)
        self.settings: list[object] = []
        self.failures: list[object] = []
        self.page.settings_changed.connect(self.settings.append)
        self.page.failed.connect(self.failures.append)
        qtbot.addWidget(self.page)
        self.page.resize(1280, 860)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitExposed(self.page)
        self.page.begin()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            self.qtbot.keyClick(focused, key)

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def find(self, name: str) -> QAbstractButton:
        found = [b for b in self.page.findChildren(QAbstractButton, name) if b.isVisible()]
        assert found, f"{name} is not to be seen"
        return found[0]

    def texts(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible())

    def go_to(self, step: Step) -> None:
        while self.start.answers.step is not step:
            self.start.go(1)
        self.page.speak()
        QApplication.processEvents()


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def test_the_whole_way_by_keyboard(scene: Scene) -> None:
    started: list[str] = []
    scene.page.start_requested.connect(started.append)

    scene.press(Qt.Key.Key_Return)  # English stays
    scene.press(Qt.Key.Key_Space, Qt.Key.Key_Return)  # at home
    scene.press(Qt.Key.Key_Return)  # the hours stay
    scene.press(Qt.Key.Key_Space, Qt.Key.Key_Return)  # none of these
    scene.press(Qt.Key.Key_Return)

    assert started == [AT_HOME]
    assert scene.start.answers.place is Whereabouts.HOME
    assert scene.start.answers.health is HealthAnswer.NO


def test_who_wants_to_look_around_first_may_and_the_questions_stay(scene: Scene) -> None:
    asked: list[bool] = []
    scene.page.example_requested.connect(lambda: asked.append(True))

    scene.click("welcome_example")

    assert asked == [True]
    assert scene.find("welcome_example").text() == "The example opens in a window of its own."
    scene.click("welcome_next")
    assert not scene.page._example.isVisible()
    scene.click("welcome_back")
    assert scene.find("welcome_example").text() == "Look around with an example"


def test_the_way_on_stays_where_it_is_from_step_to_step(scene: Scene) -> None:
    def place() -> int:
        QApplication.processEvents()
        button = scene.find("welcome_next")
        return button.mapTo(scene.page, button.rect().topLeft()).y()

    first = place()
    scene.click("welcome_next")
    assert place() == first, "the way to the example has gone"


def test_the_question_stands_where_the_one_before_it_stood(scene: Scene) -> None:
    places = set()
    for step in Step:
        scene.go_to(step)
        QApplication.processEvents()
        title = scene.page._title
        places.add(title.mapTo(scene.page, title.rect().topLeft()).y())

    assert len(places) == 1


def test_with_large_letters_what_is_said_aside_leaves_the_height_to_the_question(
    scene: Scene,
) -> None:
    scroll = scene.page._scroll
    assert not scroll.isAncestorOf(scene.page._standing)

    scene.theme.set_text_factor(2.0)
    scene.page.resize(1024, 680)

    assert scene.page._stage.isHidden()
    assert scroll.isAncestorOf(scene.page._standing)
    assert scroll.isAncestorOf(scene.page._example)
    scene.theme.set_text_factor(1.0)
    scene.page.resize(1280, 860)
    assert not scroll.isAncestorOf(scene.page._standing)


@pytest.fixture(params=i18n.LANGUAGE_NAMES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Speak each language, with its shipped texts: the longest word decides what has room."""
    i18n.install(find_paths().translations, request.param)
    yield request.param
    i18n.install(Path(), "en")


@pytest.mark.usefixtures("spoken")
def test_with_large_letters_all_answers_are_seen_at_once(scene: Scene) -> None:
    with plain_look_after():
        scene.theme.apply(QApplication.instance())
        scene.theme.set_text_factor(2.0)
        scene.page.resize(1024, 680)
        room = scene.page._scroll.viewport()
        for step in (Step.LANGUAGE, Step.PLACE, Step.HEALTH):
            scene.go_to(step)

            options = [
                each
                for each in scene.page.findChildren(QAbstractButton)
                if each.objectName().startswith("option_") and each.isVisible()
            ]
            assert len(options) == 3
            for each in options:
                assert each.mapTo(room, each.rect().bottomLeft()).y() < room.height(), each.text()

        # And the first session can be started without scrolling.
        scene.go_to(Step.SUGGESTION)
        for name in ("welcome_start", "welcome_plan"):
            button = scene.find(name)
            assert button.mapTo(room, button.rect().bottomLeft()).y() < room.height(), name
        # Smaller than usual, all of them: they are seen one above the other.
        assert scene.find("welcome_start").height() == scene.find("welcome_next").height()


def test_arrow_keys_choose_among_the_answers_and_the_way_on_ends_where_they_end(
    scene: Scene,
) -> None:
    scene.go_to(Step.PLACE)
    ends = {
        each.mapTo(scene.page, each.rect().topRight()).x()
        for each in (scene.find("option_home"), scene.find("welcome_next"))
    }
    assert len(ends) == 1

    scene.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert scene.start.answers.place is Whereabouts.BOTH


def test_escape_goes_back_and_stays_at_the_first_question(scene: Scene) -> None:
    scene.go_to(Step.HOURS)

    scene.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Escape)

    assert scene.page.step is Step.LANGUAGE


def test_enter_on_a_button_means_the_button(scene: Scene) -> None:
    scene.go_to(Step.PLACE)
    scene.find("welcome_back").setFocus()

    scene.press(Qt.Key.Key_Return)

    assert scene.page.step is Step.LANGUAGE


def test_every_question_can_be_skipped_with_all_others(scene: Scene) -> None:
    for step in list(Step)[:-1]:
        scene.go_to(step)
        with scene.qtbot.waitSignal(scene.page.left):
            scene.click("welcome_skip")

    scene.go_to(Step.SUGGESTION)
    with scene.qtbot.waitSignal(scene.page.left):  # nothing has to be begun
        scene.click("welcome_next")


def test_another_language_is_a_setting_and_the_one_shown_is_none(scene: Scene) -> None:
    scene.click("option_en")
    assert scene.settings == []

    scene.click("option_de")

    assert [each.language for each in scene.settings] == ["de"]


def test_hours_are_taken_over_as_they_are_changed(scene: Scene) -> None:
    scene.go_to(Step.HOURS)

    scene.click("chip_sat")
    begin = scene.page.findChildren(TimeField)[0]
    begin.setFocus()
    scene.press(Qt.Key.Key_Up)

    week = scene.preferences.settings.breaks.working_hours.to_mapping()
    assert week["sat"] == ["09:00-18:00"]
    assert len(scene.settings) == 2


def test_hours_that_make_no_sense_are_told_and_not_taken_over(scene: Scene) -> None:
    scene.go_to(Step.HOURS)
    begin, end = scene.page.findChildren(TimeField)
    begin.setFocus()
    for _ in range(10):
        scene.press(Qt.Key.Key_Up)

    assert "must not end when it begins" in scene.texts()
    assert scene.preferences.settings.breaks.working_hours.to_mapping()["mon"] == ["17:00-18:00"]
    end.setFocus()
    scene.press(Qt.Key.Key_Up)
    assert "must not end" not in scene.texts()


def test_a_yes_says_at_once_whom_to_ask_and_a_no_takes_it_away(scene: Scene) -> None:
    scene.go_to(Step.HEALTH)
    assert "Pregnancy" in scene.texts()

    scene.click("option_yes")
    assert "Ask before your first session." in scene.texts()
    scene.click("option_no")
    assert "Ask before" not in scene.texts()


def test_after_a_yes_the_suggestion_is_planned_and_the_hint_stays(scene: Scene) -> None:
    scene.start.answer_health(HealthAnswer.YES)
    scene.go_to(Step.SUGGESTION)

    assert "midwife" in scene.texts()
    assert "Monday, March 9, 2026" in scene.texts()
    with scene.qtbot.waitSignal(scene.page.plan_requested):
        scene.press(Qt.Key.Key_Return)


def test_who_has_asked_sees_that_it_was_a_yes(scene: Scene) -> None:
    scene.start.answer_health(HealthAnswer.YES)
    scene.start.set_ask_first(wanted=False)
    scene.go_to(Step.HEALTH)

    assert scene.find("option_yes").isChecked()
    assert "Ask before" not in scene.texts()


def test_a_full_disk_is_told_and_the_question_stays(scene: Scene) -> None:
    scene.file.failure = DiskFullError()
    scene.click("welcome_next")
    assert scene.page.step is Step.LANGUAGE
    scene.file.failure = None
    scene.go_to(Step.PLACE)

    scene.file.failure = DiskFullError()
    scene.click("option_home")
    scene.file.failure = None
    scene.go_to(Step.HEALTH)
    scene.file.failure = DiskFullError()
    scene.click("option_yes")

    assert len(scene.failures) == 3
    assert scene.start.answers.health is HealthAnswer.NOT_ASKED


@pytest.mark.parametrize(
    ("width", "height", "factor"),
    [(1024, 680, 2.0), pytest.param(1280, 860, 1.0, marks=pytest.mark.soak)],
)
def test_nothing_is_cut_off_and_everything_has_a_name(
    scene: Scene, width: int, height: int, factor: float
) -> None:
    scene.start.answer_health(HealthAnswer.YES)
    with plain_look_after():
        scene.theme.apply(QApplication.instance())
        scene.theme.set_text_factor(factor)
        scene.page.resize(width, height)
        for step in Step:
            scene.go_to(step)
            assert problems_in(scene.page) == [], step
            interface = QAccessible.queryAccessibleInterface(scene.page)
            assert interface.text(QAccessible.Text.Name)
            assert scene.page.accessibleDescription()
        scene.theme.withdraw()


def test_what_gets_the_keyboard_comes_into_sight(scene: Scene) -> None:
    scene.theme.set_text_factor(2.0)
    scene.page.resize(1024, 480)
    scene.go_to(Step.HEALTH)
    QApplication.processEvents()

    scene.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    scene.qtbot.keyClick(scene.find("option_no"), Qt.Key.Key_Down)
    scene.qtbot.keyClick(scene.find("option_yes"), Qt.Key.Key_Down)
    last = scene.find("option_unsaid")

    assert isinstance(last, QWidget)
    assert not last.visibleRegion().isEmpty()
