"""The answers of a break below each other, or in two columns where there is little height."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from coreapp.ui.breaks.answer_button import AnswerButton, AnswerLook
from coreapp.ui.theme.theme import Theme

RING_ROOM: Final = 4
"""The focus ring stands that far outside the answers."""

_GAP: Final = 8
_REASONED: Final = 790
"""From this height of the screen on, at 100 % text, the answers say why they are offered."""
_BRIEF: Final = 420
"""Below this one they have no second line."""


class AnswerGrid(QScrollArea):
    """Buttons that scroll where large text leaves them too little room.

    Signals:
        answered: a `BreakAnswer`.
    """

    answered = Signal(object)

    def __init__(self, theme: Theme, guard: Callable[[QWidget], None]) -> None:
        """Be empty until there is something to answer.

        Args:
            theme: colours and fonts.
            guard: keeps from a button what was not meant for it.
        """
        super().__init__()
        self._theme = theme
        self._guard = guard
        self._buttons: list[AnswerButton] = []
        self._columns = 1
        self._inner = QWidget()
        self._grid = QGridLayout()
        self._lay_out()

    @property
    def buttons(self) -> Sequence[AnswerButton]:
        """The answers from above to below."""
        return self._buttons

    def show_answers(self, looks: tuple[AnswerLook, ...]) -> None:
        """Offer these answers, and no others."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        for look in looks:
            button = AnswerButton(self._theme, look)
            self._guard(button)
            button.clicked.connect(self._emit_clicked)
            self._buttons.append(button)
        self._place()

    def set_columns(self, columns: int) -> None:
        """Stand in so many columns."""
        self._columns = columns
        self._place()

    def fit(self, height: int, enlarged: float) -> None:
        """Have letters and lines as there is room.

        Args:
            height: of the screen, in pixels.
            enlarged: how much larger letters are than the theme's.
        """
        fonts = self._theme.fonts
        for button in self._buttons:
            button.set_brief(brief=height < fonts.pixels(_BRIEF))
            button.set_reasoned(reasoned=height >= fonts.pixels(_REASONED))
            button.enlarge(enlarged)
        self._show_bar()

    def height_in_two_columns(self, width: int) -> int:
        """Return the height in which all answers are seen."""
        column = (width - 2 * RING_ROOM - _GAP) // 2
        heights = [each.heightForWidth(column) for each in self._buttons]
        rows = [max(heights[at : at + 2]) for at in range(0, len(heights), 2)]
        return sum(rows) + _GAP * max(0, len(rows) - 1) + 2 * RING_ROOM

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have a scroll bar only where one is needed."""
        super().resizeEvent(event)
        self._show_bar()

    def _show_bar(self) -> None:
        """Have no scroll bar where all is seen without: its width would make it needed."""
        needed = self._inner.heightForWidth(self.width())
        policy = Qt.ScrollBarPolicy
        fits = needed <= self.height()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )

    def _place(self) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
        for index, button in enumerate(self._buttons):
            self._grid.addWidget(button, index // self._columns, index % self._columns)

    def _emit_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, AnswerButton):
            self.answered.emit(button.look.answer)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(self._inner)
        around.setContentsMargins(RING_ROOM, RING_ROOM, RING_ROOM, RING_ROOM)
        around.setSpacing(0)
        around.addLayout(self._grid)
        around.addStretch(1)
        self._grid.setSpacing(_GAP)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
