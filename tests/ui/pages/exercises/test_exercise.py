"""The page of an exercise: its words, its figure, its levels, and where it all stands."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
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
from tests.fakes.languages import shown_in
from tests.fakes.shipped import shipped_art, shipped_library
from tests.ui.pages.exercises.exercise_shown import Shown

pytestmark = pytest.mark.usefixtures("figures_unpainted")

KINDS = ("bird-dog", "sun-salutation", "desk-march")
"""Counted on two sides, a flow, and at the desk."""


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    made.page.become_hidden()
    made.page.hide()


@pytest.mark.parametrize(
    "chosen", [KINDS, pytest.param((), marks=pytest.mark.soak)], ids=["kinds", "all"]
)
def test_breathing_mistakes_and_cautions_are_always_there(
    shown: Shown, chosen: tuple[str, ...]
) -> None:
    for exercise in shipped_library().exercises:
        if chosen and exercise.id not in chosen:
            continue
        shown.open(exercise.id)
        texts = shown.texts()
        for text in (exercise.breathing, *exercise.mistakes, *exercise.cautions, *exercise.stop_if):
            assert text in texts
        assert set(exercise.sources) <= set(texts)


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


def test_its_own_words_stand_each_in_its_place(made_up: Callable[..., Shown]) -> None:
    shown = made_up(
        why="It can make long runs easier.",
        muscles=("obliques", "calves"),
        secondary_muscles=("shins",),
        seated="Push your hands against the desk.",
        stop_if=("It pinches.", "Your arm goes numb."),
    )
    texts = shown.texts()

    assert texts[:3] == [
        "Forearm plank",
        "Hold · Both\xa0sides\xa0together · Face\xa0down · Mat",
        "It can make long runs easier.",
    ]
    start = texts.index("Muscles")
    assert texts[start : start + 5] == [
        "Muscles",
        "Mainly",
        "Oblique abdominal muscles · Calves",
        "Also",
        "Shins",
    ]
    assert texts.index("Push your hands against the desk.") == texts.index("Seated") + 1

    # Signs to stop stand under the figure, on their own ground.
    panel = next(each for each in shown.page.findChildren(StopPanel) if each.isVisible())
    words = [each.text() for each in panel.findChildren(QLabel) if each.text()]
    assert words == ["When to stop", "It pinches.", "Your arm goes numb."]
    ground = panel.grab().toImage().pixelColor(panel.width() // 2, 4)
    assert ground == shown.theme.tokens.card
    stage_foot = shown.stage.mapTo(shown.page, QPoint(0, shown.stage.height())).y()
    assert 0 < panel.mapTo(shown.page, QPoint()).y() - stage_foot < 60


def test_what_it_does_not_have_has_no_line_and_a_long_reason_is_shown_in_full(
    made_up: Callable[..., Shown],
) -> None:
    why = " ".join(["It can help you to stay tall while you run."] * 6)
    shown = made_up(why=why, secondary_muscles=(), seated="")
    texts = shown.texts()

    assert "Mainly" in texts
    assert "Also" not in texts
    assert "Seated" not in texts
    label = next(each for each in shown.page.findChildren(WrappedLabel) if each.text() == why)
    assert label.width() <= 720
    assert label.height() >= label.heightForWidth(label.width()) > 2 * label.fontMetrics().height()


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


def test_another_exercise_with_its_figures_replaces_the_one_before_and_one_that_is_gone_is_told(
    shown: Shown,
) -> None:
    shown.page.become_seen()
    assert shown.page.findChildren(ExerciseStage) == [], "empty until one is asked for"

    shown.open("bird-dog")
    texts = shown.texts()
    assert "Bird dog" in texts
    # A line may end at a dot, not within "on all fours".
    assert "Repetitions · Alternating\xa0sides · On\xa0all\xa0fours · Mat" in texts
    bird_dog = shipped_library().exercise("bird-dog")
    assert {bird_dog.setup, *bird_dog.steps} <= set(texts)

    shown.open("plank")
    assert "Forearm plank" in shown.texts()
    assert "Bird dog" not in shown.texts()

    shown.open("handstand")
    assert "This exercise is no longer there" in shown.texts()
    assert "Forearm plank" not in shown.texts()

    shown.open("plank")
    assert "Forearm plank" in shown.texts()

    # The seated variant has its figure.
    def shots() -> list[FigureShot]:
        pictures = shown.page.findChildren(Thumbnail)
        return [each._shot for each in pictures if each.isVisibleTo(shown.page)]

    shown.open("desk-march")
    assert FigureShot("desk-march", level="seated") in shots()
    shown.open("plank")
    assert shots() == []


def test_to_try_it_is_the_one_main_button_and_levels_lead_on(
    shown: Shown,
) -> None:
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

    level = shown.world.library.exercise("side-plank").levels[2]
    shown.page.findChildren(LevelSection)[-1]._look_at(2)
    shown.click("Try it")
    tried = shown.world.library.routine(shown.shell.requests[1].routine)
    assert [step.level for block in tried.blocks for step in block.steps] == [level.id]

    # Levels show rest, routine and rule, and the page leads on.
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

    assert "16 min · 15:38" in shown.texts()
    shown.click("Start Core basics for runners")
    assert shown.shell.requests[-1] == Request("core-basics-runners")
    shown.click("When to see a doctor")
    assert shown.shell.articles == ["when-to-see-a-doctor"]
    shown.click("Back")
    assert shown.shell.times_gone_back == 1


def test_everything_has_its_place_at_every_width(made_up: Callable[..., Shown]) -> None:
    shown = made_up()
    copy, trying, like = map(shown.button, ("Duplicate…", "Try it", "Like"))
    assert (copy.text(), copy.toolTip()) == ("Duplicate…", "")
    assert trying.x() > like.x()

    def place(title: str) -> QPoint:
        label = next(each for each in shown.page.findChildren(WrappedLabel) if each.text() == title)
        return label.mapTo(shown.page.content, QPoint())

    def top(kind: type[QWidget]) -> int:
        part = next(each for each in shown.page.findChildren(kind) if each.isVisible())
        return part.mapTo(shown.page, QPoint()).y()

    # What to take care of stands beside mistakes and breath, or below them.
    shown.page.resize(1440, 900)
    shown.qtbot.waitUntil(lambda: place("Take care").x() > place("Common mistakes").x())
    assert place("Breathing").x() == place("Common mistakes").x()
    assert place("Breathing").y() > place("Common mistakes").y() == place("Take care").y()
    shown.page.resize(600, 900)
    shown.qtbot.waitUntil(lambda: place("Take care").y() > place("Breathing").y())
    assert place("Take care").x() == place("Common mistakes").x()

    # In a narrow window the steps come first, and the signs to stop right after them.
    kinds = [ExerciseStage, NumberedSteps, StopPanel, LevelSection]
    assert [top(kind) for kind in kinds] == sorted(top(kind) for kind in kinds)

    # Trying comes first where the buttons begin at the left, and keys go the way the eyes go.
    shown.page.resize(480, 900)
    shown.qtbot.waitUntil(lambda: trying.x() < like.x())
    trying.setFocus()
    shown.qtbot.keyClick(trying, Qt.Key.Key_Tab)
    assert shown.page.window().focusWidget() is like

    # With less room still an icon does without words, and all stays in one row.
    shown.page.resize(320, 900)
    shown.qtbot.waitUntil(lambda: not copy.text())
    assert copy.toolTip() == "Duplicate…"
    assert trying.text() == "Try it"
    shown.qtbot.waitUntil(lambda: copy.geometry().top() < trying.geometry().bottom())

    shown.page.resize(1224, 900)
    shown.qtbot.waitUntil(lambda: bool(copy.text()) and trying.x() > like.x())
    assert copy.toolTip() == ""


def test_a_flow_lists_its_positions_within_the_page_and_the_arrow_keys_go_through_them(
    shown: Shown,
) -> None:
    shown.open("sun-salutation")
    texts = shown.texts()
    assert "12 positions" in texts
    assert "One pass takes 1:12 at a calm pace." in texts
    assert "1. Prayer pose" in texts
    assert "8. Downward-facing dog" in texts
    assert "12. Prayer pose" in texts
    assert texts.count("Breathe out, 6 s") == 4
    assert "Breathe out, 10 s" in texts

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

    shown.open("plank")
    assert not any("position" in text for text in shown.texts())

    # Nothing is wider than the page.
    shown.theme.set_text_factor(1.5)
    for width in (1224, 848):
        shown.page.resize(width, 680)
        shown.open("sun-salutation")
        page = shown.page.widget()
        assert page.width() <= shown.page.viewport().width()


def test_the_figure_moves_while_it_is_seen_until_it_is_stopped(shown: Shown) -> None:
    shown.open("plank")
    words = shown.figure.accessibleName()
    assert words.startswith("Figure: Forearm plank. Lay out a mat")
    assert "Lie face down" in words

    before = shown.bar.moment
    shown.qtbot.waitUntil(lambda: shown.bar.moment > before)
    assert shown.stage.moving
    shown.page.become_hidden()
    assert not shown.stage.moving
    shown.page.become_seen()
    assert shown.stage.moving

    assert shown.turn.accessibleName() == "Stop the figure"
    shown.qtbot.mouseClick(shown.turn, Qt.MouseButton.LeftButton)
    assert not shown.stage.moving
    assert shown.turn.accessibleName() == "Let the figure move"
    shown.page.become_hidden()
    shown.page.become_seen()
    assert not shown.stage.moving, "what was stopped stays stopped"
    shown.qtbot.mouseClick(shown.turn, Qt.MouseButton.LeftButton)
    assert shown.stage.moving

    shown.theme.set_reduced_motion(reduced=True)
    assert not shown.stage.moving
    assert not shown.turn.isVisible()
    assert shown.bar.isVisible()
    shown.theme.set_reduced_motion(reduced=False)

    bar = shown.bar
    middle = QPoint(bar.width() // 2, bar.height() // 2)
    shown.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle)
    assert shown.figure.moment == pytest.approx(0.5, abs=0.01), "a click shows that moment"
    shown.qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle)
    shown.qtbot.mouseMove(bar, QPoint(bar.width() + 50, middle.y()))
    shown.qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton)
