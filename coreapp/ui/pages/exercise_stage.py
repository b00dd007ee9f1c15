"""The stage of the exercise page: the moving figure with its play button and its key poses."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.pages.key_pose_bar import KeyPoseBar
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import RoundButton
from coreapp.ui.widgets.card import Stage

_FOLLOW_MS: Final = 50


class ExerciseStage(Stage):
    """Shows how an exercise moves; it can be stopped and looked at moment by moment."""

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__(theme)
        self._theme = theme
        self._art = art
        self._wants_to_move = True
        self._view = FigureView(theme, art)
        self._controls = QWidget()
        self._button = RoundButton(theme, Icon.PAUSE, _("Stop the figure"), 40)
        self._bar = KeyPoseBar(theme)
        self._timer = QTimer(self)
        self._timer.setInterval(_FOLLOW_MS)

        # The stage has its own shape: the figure takes what is left.
        self._view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._button, 0, middle)
        row.addWidget(self._bar, 1, middle)
        self.column.setContentsMargins(16, 16, 16, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self._view, 1)
        self.column.addWidget(self._controls)

        self._button.clicked.connect(self._turn)
        self._bar.moment_requested.connect(self._show_moment)
        self._timer.timeout.connect(self._follow)
        theme.changed.connect(self._show_state)

    def show_exercise(self, exercise: str, description: str) -> None:
        """Show another exercise; it moves when it is seen.

        Args:
            exercise: its id.
            description: what the figure shows, for those who cannot see it.
        """
        self._wants_to_move = True
        self._view.show_exercise(exercise)
        self._view.set_description(description)
        self._controls.setVisible(self._art.has(exercise))
        self._bar.show_poses(self._art.moments(exercise))
        self._show_state()

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

    def _follow(self) -> None:
        self._bar.show_moment(self._view.moment)

    def _show_state(self) -> None:
        self._follow()
        self._button.setVisible(not self._theme.reduced_motion)
        if self._view.moving:
            self._button.set_icon(Icon.PAUSE, _("Stop the figure"))
            self._timer.start()
        else:
            self._button.set_icon(Icon.PLAY, _("Let the figure move"))
            self._timer.stop()
