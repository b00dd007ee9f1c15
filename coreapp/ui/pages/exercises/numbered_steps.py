"""The steps of an exercise; the one that the figure does now is lit."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label, make_text

_GAP = 8
_PAD = 6
_INSET = 12


class NumberedSteps(QWidget):
    """Paragraphs with numbers, from 1."""

    def __init__(self, theme: Theme, texts: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._current = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, _PAD, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(_GAP + _PAD)
        self._grid.setColumnStretch(1, 1)
        self._texts = [make_text(text) for text in texts]
        self._numbers = [
            make_label(str(row + 1), Type.BODY_STRONG, "ink2") for row in range(len(texts))
        ]
        for row, (number, text) in enumerate(zip(self._numbers, self._texts, strict=True)):
            number.setContentsMargins(_INSET, 0, 2 * _GAP, 0)
            text.setContentsMargins(0, 0, _INSET, 0)
            self._grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)
        theme.changed.connect(self.update)

    @property
    def current(self) -> int:
        """The step that is lit, from 1; 0 for none."""
        return self._current

    def light(self, step: int) -> None:
        """Light a step, from 1; 0 for none."""
        if step == self._current:
            return
        for number in (self._current, step):
            if 1 <= number <= len(self._numbers):
                self._tone(self._numbers[number - 1], "accent" if number == step else "ink2")
        self._current = step
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the lit step."""
        if not 1 <= self._current <= len(self._texts):
            return
        text = self._texts[self._current - 1].geometry()
        room = QRectF(0, text.top() - _PAD, self.width(), text.height() + 2 * _PAD)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        paint_ground(painter, room, metrics.RADIUS_BUTTON, tokens.accent_soft, tokens)

    def _tone(self, number: QLabel, tone: str) -> None:
        number.setProperty("tone", tone)
        number.style().unpolish(number)
        number.style().polish(number)
