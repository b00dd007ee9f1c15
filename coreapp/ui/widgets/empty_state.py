"""An empty page: a figure, a sentence and the first step."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_text


@dataclass(frozen=True, slots=True)
class EmptyTexts:
    """What an empty page says; without `button` there is none."""

    title: str
    sentence: str
    button: str = ""


class EmptyState(QWidget):
    """Invites the first step."""

    action_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        exercise: str,
        texts: EmptyTexts,
        icon: Icon | None = None,
    ) -> None:
        super().__init__()
        self._figure = FigureView(theme, art)
        self._figure.setFixedHeight(theme.fonts.pixels(128))
        self._figure.show_exercise(exercise)
        self._title = make_text(texts.title, Type.TITLE)
        self._sentence = make_text(texts.sentence, Type.BODY, "ink2")
        self._button = Button(theme, texts.button, ButtonKind.PRIMARY, icon)
        self._button.setVisible(bool(texts.button))
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title.setAlignment(middle)
        self._sentence.setAlignment(middle)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._figure)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(8)
        column.addWidget(self._button, 0, middle)
        column.addStretch(1)
        self._button.clicked.connect(self.action_requested)
        self._figure.play()
