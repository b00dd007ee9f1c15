"""Fields for running text in dialogs: a caption above, as wide as there is room."""

from math import ceil
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_text

MOST_LINES: Final = 10
"""So far a field grows with what is written in it; from then on it scrolls."""

_FRAME: Final = 6


class CaptionedBlock(QWidget):
    """Something wide with a caption above it.

    Attributes:
        caption: the text above.
        column: what stands below the caption.
    """

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__()
        self.caption = make_text(label, Type.BODY)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 12)
        self.column.setSpacing(2)
        self.column.addWidget(self.caption)
        if hint:
            self.column.addWidget(make_text(hint, Type.BODY, "ink3"))
        self.column.addSpacing(4)


class TextBlock(CaptionedBlock):
    """Some lines of text with what they are for; Tab goes on to the next field.

    It is as high as its text, so that nothing has to be scrolled in what is scrolled itself.

    Attributes:
        field: where it is typed.

    Signals:
        changed: the text is another one.
    """

    changed = Signal()

    def __init__(self, theme: Theme, label: str, hint: str = "", lines: int = 2) -> None:
        super().__init__(label, hint)
        self._theme = theme
        self._lines = lines
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(hint)
        self.caption.setBuddy(self.field)
        self.column.addWidget(self.field)
        self.field.textChanged.connect(self.changed)
        self.field.textChanged.connect(self._fit)
        self.field.verticalScrollBar().rangeChanged.connect(self._fit)  # at another width, too
        theme.changed.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return what is written."""
        return self.field.toPlainText().strip()

    def lines(self) -> tuple[str, ...]:
        """Return each line that is not empty."""
        lines = (line.strip() for line in self.field.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self.field.setPlainText(text)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show texts, one a line."""
        self.field.setPlainText("\n".join(lines))

    def _fit(self) -> None:
        self.field.ensurePolished()
        line = QFontMetricsF(self.field.font()).lineSpacing()
        # Of plain text this is told in lines, broken ones counted.
        written = round(self.field.document().size().height())
        lines = min(max(self._lines, written), max(self._lines, MOST_LINES))
        height = ceil(lines * line) + self._theme.fonts.pixels(20) + _FRAME
        if height != self.field.minimumHeight():
            self.field.setFixedHeight(height)
