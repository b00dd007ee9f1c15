"""The stage of the exercise page: the moving figure, its key poses, and how to look at it."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coreapp.domain.exercise import Exercise, Sides
from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.view import FigureView
from coreapp.ui.pages.exercises.key_pose_bar import KeyPoseBar
from coreapp.ui.pages.exercises.muscle_legend import MuscleLegend
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton, RoundButton
from coreapp.ui.widgets.card import Stage

_FOLLOW_MS: Final = 50
_SLOW: Final = 0.4
_MAIN: Final = 1.0
_HELPING: Final = 0.5


class ExerciseStage(Stage):
    """Shows how an exercise moves; it can be stopped, slowed down, mirrored and turned."""

    step_reached = Signal(int)
    """The figure does this written step now, from 1; 0 if none of them says it."""

    saving_requested = Signal()
    """The person wants the picture as a file."""

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__(theme)
        self._theme = theme
        self._art = art
        self._wants_to_move = True
        self._muscles: tuple[tuple[str, float], ...] = ()
        self._exercise: Exercise | None = None
        self._legend: MuscleLegend | None = None
        self._view = FigureView(theme, art, turnable=True)
        self._controls = QWidget()
        self._button = RoundButton(theme, Icon.PAUSE, _("Stop the figure"), 40)
        self._bar = KeyPoseBar(theme)
        self._slow = _switch(theme, Icon.SLOW, _("Slow motion"))
        self._mirror = _switch(theme, Icon.MIRROR, _("Show the other side"))
        self._tint = _switch(theme, Icon.MUSCLES, _("Show the muscles"))
        self._back = IconButton(theme, Icon.UNDO, _("Look from the best side again"))
        self._save = IconButton(theme, Icon.SAVE, _("Save the picture…"))
        self._timer = QTimer(self)
        self._timer.setInterval(_FOLLOW_MS)

        # The stage has its own shape: the figure takes what is left.
        self._view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._button, 0, middle)
        row.addWidget(self._bar, 1, middle)
        for button in (self._slow, self._mirror, self._tint, self._back, self._save):
            row.addWidget(button, 0, middle)
        self.column.setContentsMargins(16, 16, 16, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self._view, 1)
        self.column.addWidget(self._controls)

        self._button.clicked.connect(self._turn)
        self._bar.moment_requested.connect(self._show_moment)
        self._slow.toggled.connect(self._show_speed)
        self._mirror.toggled.connect(self._show_side)
        self._tint.toggled.connect(self._show_muscles)
        self._back.clicked.connect(self._view.turn_back)
        self._save.clicked.connect(self.saving_requested)
        self._view.turned.connect(self._show_state)
        self._timer.timeout.connect(self._follow)
        theme.changed.connect(self._show_state)

    def show_exercise(self, exercise: Exercise, description: str) -> None:
        """Show another exercise; it moves when it is seen.

        Args:
            exercise: which one.
            description: what the figure shows, for those who cannot see it.
        """
        self._wants_to_move = True
        self._exercise = exercise
        self._muscles = (
            *((muscle, _MAIN) for muscle in exercise.muscles),
            *((muscle, _HELPING) for muscle in exercise.secondary_muscles),
        )
        self._mirror.setVisible(exercise.sides is not Sides.BILATERAL)
        self._view.show_exercise(exercise.id)
        self._view.set_description(description)
        has_figure = self._art.has(exercise.id)
        self._controls.setVisible(has_figure)
        self._view.set_turnable(turnable=has_figure)
        tip = _("Drag or use the arrow keys to turn the figure.") if has_figure else ""
        self._view.setToolTip(tip)
        self._show_muscles()
        self._bar.show_poses(self._art.moments(exercise.id))
        self._show_state()

    def show_level(self, level: str) -> None:
        """Show how a level looks, where it looks different from the usual one."""
        self._view.show_level(level)
        self._bar.show_poses(self._art.moments(self._view.shot.exercise, level))
        self._show_state()

    @property
    def shot(self) -> FigureShot:
        """What is shown now."""
        return self._view.shot

    def play(self) -> None:
        """The page is seen: move, unless the person stopped the figure."""
        if self._wants_to_move:
            self._view.play()
        self._show_state()

    def stop(self) -> None:
        """The page is not seen: stand still."""
        self._view.stop()
        self._show_state()

    @property
    def moving(self) -> bool:
        """Whether the figure moves now."""
        return self._view.moving

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the figure, which moves again by itself when it is seen."""
        super().showEvent(event)
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop following."""
        self._timer.stop()
        super().hideEvent(event)

    def _turn(self) -> None:
        self._wants_to_move = not self._view.moving
        if self._wants_to_move:
            self._view.play()
        else:
            self._view.stop()
        self._show_state()

    def _show_moment(self, moment: float) -> None:
        self._wants_to_move = False
        self._view.stop()
        self._view.show_moment(moment)
        self._show_state()

    def _show_speed(self) -> None:
        self._view.set_speed(_SLOW if self._slow.isChecked() else 1.0)

    def _show_side(self) -> None:
        self._view.show_side(mirror=self._mirror.isChecked())

    def _show_muscles(self) -> None:
        tinted = self._tint.isChecked()
        self._view.show_muscles(self._muscles if tinted else ())
        if tinted and self._legend is None:  # few look at them, and the page is to be there soon
            self._legend = MuscleLegend(self._theme)
            self.column.insertWidget(0, self._legend)
        if self._legend is not None and self._exercise is not None:
            self._legend.show_muscles(self._exercise)
            self._legend.setVisible(tinted and bool(self._exercise.muscles))

    def _follow(self) -> None:
        shot, moment = self._view.shot, self._view.moment
        self._bar.show_moment(moment)
        self.step_reached.emit(self._art.step_at(shot.exercise, shot.level, moment))

    def _show_state(self) -> None:
        self._follow()
        self._button.setVisible(not self._theme.reduced_motion)
        self._slow.setVisible(not self._theme.reduced_motion)
        self._back.setVisible(self._view.shot.camera is not None)
        if self._view.moving:
            self._button.set_icon(Icon.PAUSE, _("Stop the figure"))
            self._timer.start()
        else:
            self._button.set_icon(Icon.PLAY, _("Let the figure move"))
            self._timer.stop()


def _switch(theme: Theme, icon: Icon, name: str) -> IconButton:
    button = IconButton(theme, icon, name)
    button.setCheckable(True)
    return button
