"""An empty page: a figure, a sentence and the first step."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_text

_STAGE: Final = 400
_FIGURE: Final = 128
_PAUSE_MS: Final = 600
"""Whoever has typed nothing for so long looks at what it says."""


@dataclass(frozen=True, slots=True)
class EmptyTexts:
    """What an empty page says; without `button` there is none, and none without `link`."""

    title: str
    sentence: str
    button: str = ""
    link: str = ""


class EmptyState(QWidget):
    """Invites the first step.

    Signals:
        action_requested: the button was clicked.
        link_requested: the quiet link below it was.
    """

    action_requested = Signal()
    link_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        exercise: str,
        texts: EmptyTexts,
        icon: Icon | None = None,
        *,
        late: bool = False,
    ) -> None:
        """Make it.

        Args:
            theme: the look.
            art: draws the figure.
            exercise: what the figure does.
            texts: what is said.
            icon: of the button.
            late: the figure comes when all else has been painted.
        """
        super().__init__()
        self._theme = theme
        self._exercise = exercise
        self._figure = FigureView(theme, art, late=late)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._fit()
        self._figure.show_exercise(exercise)
        self._title = make_text(texts.title, Type.TITLE)
        self._sentence = make_text(texts.sentence, Type.BODY, "ink2")
        self._button = Button(theme, texts.button, ButtonKind.PRIMARY, icon)
        if not texts.button:
            self._button.hide()  # what is shown before it has its place flashes as a window
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title.setAlignment(middle)
        self._sentence.setAlignment(middle)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        stage = QHBoxLayout()
        stage.addStretch(1)
        stage.addWidget(self._figure, 100)
        stage.addStretch(1)
        column.addLayout(stage)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(8)
        column.addWidget(self._button, 0, middle)
        if texts.link:
            link = Button(theme, texts.link, ButtonKind.LINK)
            link.clicked.connect(self.link_requested)
            column.addWidget(link, 0, middle)
        column.addStretch(1)
        self._button.clicked.connect(self.action_requested)
        self._pause.timeout.connect(self._figure.play)
        theme.changed.connect(self._fit)
        self._figure.play()

    def say(self, title: str, sentence: str) -> None:
        """Say something else in the same place: about each letter that is typed, for one.

        The figure stands still for a moment: to draw it once more takes longer than all else that
        is done about a letter.
        """
        self._title.setText(title)
        self._sentence.setText(sentence)
        if not self._theme.reduced_motion:
            self._figure.stop()
            self._figure.show_exercise(self._exercise)
            self._pause.start()

    def _fit(self) -> None:
        """Give the figure its room at this size of text."""
        fonts = self._theme.fonts
        # The square root: with large text the words and the first step are still in sight.
        self._figure.setFixedHeight(round(_FIGURE * sqrt(fonts.factor)))
        # With reduced motion the key poses stand side by side, and near each other.
        self._figure.setMaximumWidth(fonts.pixels(_STAGE))
