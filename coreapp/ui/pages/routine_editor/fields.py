"""Fields of the routine editor: each under its label, in lines that break where they must."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from coreapp.domain.own import LONGEST_TEXT
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.fields import NumberField
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text

LINES = 3
"""So many lines of a longer text are seen at once."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number to be chosen.

    Attributes:
        key: name of the field, by which it is found again when the form is made anew.
        label: what it is.
        value: what it is now.
        least: the smallest value.
        most: the largest value.
        step: by which the signs and the arrow keys change it.
        in_seconds: whether it is a length of time.
        none: what the smallest value is called; empty where it is a number like the others.
    """

    key: str
    label: str
    value: float
    least: int
    most: int
    step: int = 1
    in_seconds: bool = False
    none: str = ""


class Labelled(QWidget):
    """A control with its label above it."""

    def __init__(self, label: str, control: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        text = make_text(label, Type.CAPTION, "ink2")
        text.setBuddy(control)
        text.setAlignment(Qt.AlignmentFlag.AlignBottom)
        control.setAccessibleName(label)
        column.addWidget(text, 1)
        column.addWidget(control)


class FigureFields(QWidget):
    """Numbers side by side, as many in a line as there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flow = FlowLayout(12, 12)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, figure: Figure, changed: Callable[[int], None]) -> None:
        """Add a number; `changed` is told every value that a person chooses."""
        field = NumberField(self._theme)
        field.setObjectName(figure.key)
        field.setRange(figure.least, figure.most)
        field.setSingleStep(figure.step)
        if figure.in_seconds:
            field.setSuffix("\N{NO-BREAK SPACE}s")
        if figure.none:
            field.setSpecialValueText(figure.none)
        field.setValue(round(figure.value))
        field.setKeyboardTracking(True)
        field.valueChanged.connect(changed)
        around = Labelled(figure.label, field)
        around.setFixedWidth(field.sizeHint().width())
        self._flow.addWidget(around)


class TextField(QPlainTextEdit):
    """A text of a few lines; Tab leaves it."""

    def __init__(self, key: str, text: str, changed: Callable[[str], None]) -> None:
        super().__init__(text)
        self._changed = changed
        self.setObjectName(key)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 24)
        self.textChanged.connect(self._tell)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of the lines in the font that it is shown with."""
        super().showEvent(event)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 24)

    def _tell(self) -> None:
        self._changed(self.toPlainText()[:LONGEST_TEXT])


class NoteField(QLineEdit):
    """A text of one line."""

    def __init__(self, key: str, text: str, changed: Callable[[str], None]) -> None:
        super().__init__(text)
        self.setObjectName(key)
        self.setMaxLength(LONGEST_TEXT)
        self.textEdited.connect(changed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of a long text again."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)
