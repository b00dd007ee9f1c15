from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp.services.library import Library
from coreapp.services.playing import Request
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.pages.exercises.level_section import LevelSection
from coreapp.ui.pages.exercises.numbered_steps import NumberedSteps
from coreapp.ui.pages.exercises.parts import StopPanel
from coreapp.ui.pages.exercises.stage import ExerciseStage
from coreapp.ui.pages.flow_positions import Thumbnail
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import WrappedLabel
from tests.e2e.world import leave_figures_unpainted
from tests.fakes.languages import shown_in
from tests.fakes.shipped import shipped_art, shipped_library
from tests.ui.pages.exercises.exercise_shown import Shown


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    made.page.become_hidden()
    made.page.hide()


def test_the_page_is_empty_until_an_exercise_is_asked_for(shown: Shown) -> None:
    shown.page.become_seen()
    assert shown.page.findChildren(ExerciseStage) == []


def test_it_says_what_it_is_and_how_to_do_it(shown: Shown) -> None:
    shown.open("bird-dog")
    texts = shown.texts()
    assert "Bird dog" in texts
    # A line may end at a dot, not within "on all fours".
    assert "Repetitions · Alternating\xa0sides · On\xa0all\xa0fours · Mat" in texts
    bird_dog = shipped_library().exercise("bird-dog")
    for text in (bird_dog.setup, *bird_dog.steps):
        assert text in texts


def test_breathing_mistakes_and_cautions_are_always_there(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_figures_unpainted(monkeypatch)  # all there are, and none is looked at
    for exercise in shipped_library().exercises:
        shown.open(exercise.id)
        texts = shown.texts()
        for text in (exercise.breathing, *exercise.mistakes, *exercise.cautions, *exercise.stop_if):
            assert text in texts
        assert set(exercise.sources) <= set(texts)


def test_the_signs_to_stop_lead_to_when_to_see_a_doctor(shown: Shown) -> None:
    shown.open("plank")

    shown.click("When to see a doctor")

    assert shown.shell.articles == ["when-to-see-a-doctor"]


def with_plank(**changes: object) -> Library:
    plank = replace(shipped_library().exercise("plank"), **changes)
    return Library({plank.id: plank}, {})


@pytest.fixture
def made_up(qtbot: QtBot) -> Iterator[Callable[..., Shown]]:
    made: list[Shown] = []

    def show(**changes: object) -> Shown:
        made.append(Shown(qtbot, with_plank(**changes)))
        made[-1].open("plank")
        return made[-1]

    yield show
    for each in made:
        each.page.become_hidden()
        each.page.hide()


def test_it_says_what_it_is_good_for_under_the_title(made_up: Callable[..., Shown]) -> None:
    texts = made_up(why="It can make long runs easier.").texts()
    assert texts[:3] == [
        "Forearm plank",
        "Hold · Both\xa0sides\xa0together · Face\xa0down · Mat",
        "It can make long runs easier.",
    ]


def test_a_long_reason_is_shown_in_full_and_not_too_wide(made_up: Callable[..., Shown]) -> None:
    why = " ".join(["It can help you to stay tall while you run."] * 6)
    shown = made_up(why=why)
    label = next(each for each in shown.page.findChildren(WrappedLabel) if each.text() == why)
    assert label.width() <= 720
    assert label.height() >= label.heightForWidth(label.width()) > 2 * label.fontMetrics().height()


def test_signs_to_stop_stand_under_the_figure_on_their_own_ground(
    made_up: Callable[..., Shown],
) -> None:
    shown = made_up(stop_if=("It pinches.", "Your arm goes numb."))
    panel = next(each for each in shown.page.findChildren(StopPanel) if each.isVisible())
    words = [each.text() for each in panel.findChildren(QLabel) if each.text()]
    assert words == ["When to stop", "It pinches.", "Your arm goes numb."]
    ground = panel.grab().toImage().pixelColor(panel.width() // 2, 4)
    assert ground == shown.theme.tokens.card
    stage_foot = shown.stage.mapTo(shown.page, QPoint(0, shown.stage.height())).y()
    assert 0 < panel.mapTo(shown.page, QPoint()).y() - stage_foot < 60


def test_in_a_narrow_window_the_steps_come_first_and_the_signs_to_stop_right_after_them(
    made_up: Callable[..., Shown],
) -> None:
    shown = made_up()
    shown.page.resize(640, 900)
    QApplication.processEvents()

    def top(kind: type[QWidget]) -> int:
        part = next(each for each in shown.page.findChildren(kind) if each.isVisible())
        return part.mapTo(shown.page, QPoint()).y()

    kinds = [ExerciseStage, NumberedSteps, StopPanel, LevelSection]
    assert [top(kind) for kind in kinds] == sorted(top(kind) for kind in kinds)


def test_muscles_are_those_that_work_and_those_that_help(made_up: Callable[..., Shown]) -> None:
    shown = made_up(muscles=("obliques", "calves"), secondary_muscles=("shins",))
    texts = shown.texts()
    start = texts.index("Muscles")
    assert texts[start : start + 5] == [
        "Muscles",
        "Mainly",
        "Oblique abdominal muscles · Calves",
        "Also",
        "Shins",
    ]


def test_no_muscles_that_help_no_line_for_them(made_up: Callable[..., Shown]) -> None:
    texts = made_up(secondary_muscles=()).texts()
    assert "Mainly" in texts
    assert "Also" not in texts


def test_the_seated_variant_is_there_if_there_is_one(made_up: Callable[..., Shown]) -> None:
    texts = made_up(seated="Push your hands against the desk.").texts()
    assert texts.index("Push your hands against the desk.") == texts.index("Seated") + 1
    assert "Seated" not in made_up(seated="").texts()


def test_texts_are_in_the_language_shown(made_up: Callable[..., Shown], tmp_path: Path) -> None:
    context = "exercise plank"
    german = {
        (context, "It can help."): "Sie kann helfen.",
        (context, "It pinches."): "Es zwickt.",
        (context, "Sit tall."): "Sitz aufrecht.",
        (None, "When to stop"): "Wann aufhören",
    }
    with shown_in(tmp_path, "de", german):
        texts = made_up(why="It can help.", stop_if=("It pinches.",), seated="Sit tall.").texts()
    assert set(german.values()) <= set(texts)


def test_another_exercise_replaces_the_one_before(shown: Shown) -> None:
    shown.open("bird-dog")
    shown.open("plank")
    assert "Forearm plank" in shown.texts()
    assert "Bird dog" not in shown.texts()


def test_an_exercise_that_is_gone_is_told(shown: Shown) -> None:
    shown.open("plank")
    shown.open("handstand")
    assert "This exercise is no longer there" in shown.texts()
    assert "Forearm plank" not in shown.texts()
    shown.open("plank")
    assert "Forearm plank" in shown.texts()


def test_back_goes_back(shown: Shown) -> None:
    shown.open("plank")
    shown.click("Back")
    assert shown.shell.times_gone_back == 1


def test_a_routine_with_the_exercise_can_be_started(shown: Shown) -> None:
    shown.open("plank")
    assert "16 min · 15:38" in shown.texts()
    shown.click("Start Core basics for runners")
    assert shown.shell.requests == [Request("core-basics-runners")]


def test_to_try_it_is_the_one_main_button(shown: Shown) -> None:
    shown.open("side-plank")
    main = [
        each
        for each in shown.page.findChildren(Button)
        if each.isVisible() and each.property("kind") == ButtonKind.PRIMARY.value
    ]
    assert [each.text() for each in main] == ["Try it"]
    main[0].click()
    tried = shown.shell.requests[0].routine
    assert shown.world.library.routine(tried).exercises == ("side-plank",)


def test_with_less_room_an_icon_does_without_words_and_all_stays_in_one_row(shown: Shown) -> None:
    shown.open("plank")
    copy, trying = shown.button("Duplicate…"), shown.button("Try it")
    assert (copy.text(), copy.toolTip()) == ("Duplicate…", "")

    shown.page.resize(320, 900)
    shown.qtbot.waitUntil(lambda: not copy.text())
    assert copy.toolTip() == "Duplicate…"
    assert trying.text() == "Try it"
    assert copy.geometry().top() < trying.geometry().bottom()

    shown.page.resize(1224, 900)
    shown.qtbot.waitUntil(lambda: bool(copy.text()))
    assert copy.toolTip() == ""


def test_what_to_take_care_of_stands_beside_mistakes_and_breath(shown: Shown) -> None:
    def place(title: str) -> QPoint:
        label = next(each for each in shown.page.findChildren(WrappedLabel) if each.text() == title)
        return label.mapTo(shown.page.content, QPoint())

    shown.open("plank")
    shown.page.resize(1440, 900)
    shown.qtbot.waitUntil(lambda: place("Take care").x() > place("Common mistakes").x())
    assert place("Breathing").x() == place("Common mistakes").x()
    assert place("Breathing").y() > place("Common mistakes").y() == place("Take care").y()

    shown.page.resize(600, 900)
    shown.qtbot.waitUntil(lambda: place("Take care").y() > place("Breathing").y())
    assert place("Take care").x() == place("Common mistakes").x()


def test_trying_comes_first_where_the_buttons_begin_at_the_left(shown: Shown) -> None:
    shown.open("bird-dog")
    first, second = shown.button("Try it"), shown.button("Like")
    assert first.x() > second.x()

    shown.page.resize(480, 900)
    shown.qtbot.waitUntil(lambda: first.x() < second.x())
    first.setFocus()
    shown.qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert shown.page.window().focusWidget() is second  # keys go the way the eyes go

    shown.page.resize(1224, 900)
    shown.qtbot.waitUntil(lambda: first.x() > second.x())


def test_the_level_that_is_looked_at_is_tried(shown: Shown) -> None:
    shown.open("side-plank")
    level = shown.world.library.exercise("side-plank").levels[2]
    shown.page.findChildren(LevelSection)[-1]._look_at(2)
    shown.click("Try it")
    tried = shown.world.library.routine(shown.shell.requests[0].routine)
    assert [step.level for block in tried.blocks for step in block.steps] == [level.id]


def test_levels_show_rest_routine_and_the_rule_of_the_one_looked_at(shown: Shown) -> None:
    shown.open("plank")
    plank = shipped_library().exercise("plank")
    assert {level.text for level in plank.levels} <= set(shown.texts())
    line = "30 s rest between sets · in “Core basics for runners” and “Strength 30 minutes”"
    assert line in shown.texts()
    assert "30 s rest between sets · in 4 routines" in shown.texts(), "all are listed below"
    assert plank.levels[1].move_up in shown.texts()
    shown.click(plank.levels[2].text)
    assert plank.levels[2].move_up in shown.texts()
    assert plank.levels[1].move_up not in shown.texts()
    assert shown.button(plank.levels[2].text).hasFocus()


def test_a_flow_lists_its_positions_with_breath_and_seconds(shown: Shown) -> None:
    shown.open("sun-salutation")
    texts = shown.texts()
    assert "12 positions" in texts
    assert "One pass takes 1:12 at a calm pace." in texts
    assert "1. Prayer pose" in texts
    assert "8. Downward-facing dog" in texts
    assert "12. Prayer pose" in texts
    assert texts.count("Breathe out, 6 s") == 4
    assert "Breathe out, 10 s" in texts


def test_no_positions_for_what_is_not_a_flow(shown: Shown) -> None:
    shown.open("plank")
    assert not any("position" in text for text in shown.texts())


def test_the_figure_moves_only_while_the_page_is_seen(shown: Shown) -> None:
    shown.open("plank")
    assert shown.stage.moving
    shown.page.become_hidden()
    assert not shown.stage.moving
    shown.page.become_seen()
    assert shown.stage.moving


def test_a_stopped_figure_stays_stopped(shown: Shown) -> None:
    shown.open("plank")
    assert shown.turn.accessibleName() == "Stop the figure"
    shown.qtbot.mouseClick(shown.turn, Qt.MouseButton.LeftButton)
    assert not shown.stage.moving
    assert shown.turn.accessibleName() == "Let the figure move"
    shown.page.become_hidden()
    shown.page.become_seen()
    assert not shown.stage.moving
    shown.qtbot.mouseClick(shown.turn, Qt.MouseButton.LeftButton)
    assert shown.stage.moving


def test_the_bar_follows_the_figure(shown: Shown) -> None:
    shown.open("plank")
    before = shown.bar.moment
    shown.qtbot.waitUntil(lambda: shown.bar.moment > before)


def test_nothing_moves_with_reduced_motion(shown: Shown) -> None:
    shown.open("plank")
    shown.theme.set_reduced_motion(reduced=True)
    assert not shown.stage.moving
    assert not shown.turn.isVisible()
    assert shown.bar.isVisible()


def test_the_arrow_keys_go_from_key_pose_to_key_pose(shown: Shown) -> None:
    shown.open("sun-salutation")
    moments = shipped_art().moments("sun-salutation")
    shown.qtbot.keyClick(shown.bar, Qt.Key.Key_Home)
    assert shown.figure.moment == 0
    assert not shown.stage.moving
    for moment in moments[1:]:
        shown.qtbot.keyClick(shown.bar, Qt.Key.Key_Right)
        assert shown.figure.moment == moment
    for moment in reversed(moments[:-1]):
        shown.qtbot.keyClick(shown.bar, Qt.Key.Key_Left)
        assert shown.figure.moment == moment
    shown.qtbot.keyClick(shown.bar, Qt.Key.Key_End)
    assert shown.figure.moment == 1
    shown.qtbot.keyClick(shown.bar, Qt.Key.Key_PageDown)


def test_a_click_on_the_bar_shows_that_moment(shown: Shown) -> None:
    shown.open("plank")
    bar = shown.bar
    middle = QPoint(bar.width() // 2, bar.height() // 2)
    shown.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle)
    assert shown.figure.moment == pytest.approx(0.5, abs=0.01)
    shown.qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle)
    shown.qtbot.mouseMove(bar, QPoint(bar.width() + 50, middle.y()))
    shown.qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton)


def test_the_figure_is_described_in_words(shown: Shown) -> None:
    shown.open("plank")
    words = shown.figure.accessibleName()
    assert words.startswith("Figure: Forearm plank. Lay out a mat")
    assert "Lie face down" in words


@pytest.mark.parametrize("width", [1224, 848])
def test_nothing_is_wider_than_the_page(shown: Shown, width: int) -> None:
    shown.theme.set_text_factor(1.5)
    shown.page.resize(width, 680)
    shown.open("sun-salutation")
    page = shown.page.widget()
    assert page.width() <= shown.page.viewport().width()


def test_the_seated_variant_has_its_figure(shown: Shown) -> None:
    shown.open("desk-march")

    def shots() -> list[FigureShot]:
        pictures = shown.page.findChildren(Thumbnail)
        return [each._shot for each in pictures if each.isVisibleTo(shown.page)]

    shown.open("desk-march")
    assert FigureShot("desk-march", level="seated") in shots()
    shown.open("plank")
    assert shots() == []
