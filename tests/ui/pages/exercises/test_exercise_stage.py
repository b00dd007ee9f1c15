"""The stage of an exercise: play, slow down, mirror, turn, colour, and tell which step it shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.exercises.muscle_legend import MuscleLegend
from coreapp.ui.pages.exercises.stage import ExerciseStage
from coreapp.ui.widgets.buttons import IconButton
from tests.fakes.shipped import shipped_art, shipped_library, shipped_theme


@pytest.fixture
def stage(qtbot: QtBot) -> ExerciseStage:
    stage = ExerciseStage(shipped_theme(), shipped_art())
    qtbot.addWidget(stage)
    stage.resize(600, 400)
    stage.show_exercise(shipped_library().exercise("bird-dog"), "A bird dog")
    stage.show()
    return stage


def button(stage: ExerciseStage, name: str) -> IconButton:
    return next(each for each in stage.findChildren(IconButton) if each.accessibleName() == name)


def click(stage: ExerciseStage, name: str) -> None:
    QTest.mouseClick(button(stage, name), Qt.MouseButton.LeftButton)


def test_the_other_side_and_the_muscles(stage: ExerciseStage) -> None:
    click(stage, "Show the other side")
    assert stage.shot.mirror
    click(stage, "Show the muscles")
    strengths = dict(stage.shot.tints)
    assert strengths["multifidus"] > strengths["shoulder_stabilisers"] > 0
    legend = stage.findChild(MuscleLegend)
    assert legend.isVisible()
    assert legend.names.text().split(" · ")[0] == "Deep back muscles"
    click(stage, "Show the muscles")
    assert stage.shot.tints == ()
    assert not legend.isVisible()


def test_only_exercises_with_sides_can_be_mirrored(stage: ExerciseStage) -> None:
    assert button(stage, "Show the other side").isVisible()
    stage.show_exercise(shipped_library().exercise("plank"), "A plank")
    assert not button(stage, "Show the other side").isVisible()


def test_the_way_back_is_offered_once_it_is_turned(stage: ExerciseStage) -> None:
    assert not button(stage, "Look from the best side again").isVisible()
    view = stage.findChild(type(stage._view))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert stage.shot.camera is not None
    click(stage, "Look from the best side again")
    assert stage.shot.camera is None
    assert not button(stage, "Look from the best side again").isVisible()


def test_it_tells_which_written_step_it_shows(qtbot: QtBot, stage: ExerciseStage) -> None:
    told: list[int] = []
    stage.step_reached.connect(told.append)
    for moment in (0.0, 0.5):
        stage._bar.moment_requested.emit(moment)
    assert told[0] < told[-1]


def test_a_level_has_its_own_figure(stage: ExerciseStage) -> None:
    stage.show_exercise(shipped_library().exercise("plank"), "A plank")
    usual = stage._bar._moments
    stage.show_level("L1")
    assert stage.shot.level == "L1"
    assert stage._bar._moments != usual


def test_saving_is_asked_for(qtbot: QtBot, stage: ExerciseStage) -> None:
    with qtbot.waitSignal(stage.saving_requested):
        click(stage, "Save the picture…")
