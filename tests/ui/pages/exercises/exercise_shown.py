"""The page of an exercise as a person sees it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from coreapp.services.library import Library
from coreapp.ui.figure.view import FigureView
from coreapp.ui.pages.exercises.exercise import ExercisePage
from coreapp.ui.pages.exercises.key_pose_bar import KeyPoseBar
from coreapp.ui.pages.exercises.stage import ExerciseStage
from coreapp.ui.widgets.buttons import RoundButton
from tests.fakes.exercise_world import ExerciseWorld


class Shown:
    """The page as a person sees it."""

    def __init__(self, qtbot: QtBot, library: Library | None = None) -> None:
        self.qtbot = qtbot
        self.world = ExerciseWorld(library)
        self.shell = self.world.shell
        self.theme = self.world.theme
        self.page = ExercisePage(
            self.theme, self.world.art, self.world.library, self.shell, self.world.desk
        )
        qtbot.addWidget(self.page)
        self.page.resize(1224, 900)
        self.page.show()
        qtbot.waitExposed(self.page)

    def open(self, exercise: str) -> None:
        self.page.show_exercise(exercise)
        self.page.become_seen()
        self.qtbot.waitUntil(lambda: self.page.is_settled)

    @property
    def stage(self) -> ExerciseStage:
        return next(each for each in self.page.findChildren(ExerciseStage) if each.isVisible())

    @property
    def figure(self) -> FigureView:
        return self.stage.findChildren(FigureView)[0]

    @property
    def bar(self) -> KeyPoseBar:
        return self.stage.findChildren(KeyPoseBar)[0]

    @property
    def turn(self) -> RoundButton:
        return self.stage.findChildren(RoundButton)[0]

    def texts(self) -> list[str]:
        labels = self.page.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        return next(
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.isVisible() and name in {each.text(), each.accessibleName()}
        )

    def click(self, name: str) -> None:
        button = self.button(name)
        self.qtbot.waitUntil(lambda: button.height() >= button.minimumSizeHint().height())
        self.page.ensureWidgetVisible(button)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
