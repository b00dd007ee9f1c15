"""A row of the settings in which something is typed: what cannot be used is told beneath it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.form import FormRow
from coreapp.ui.widgets.labels import make_text

_WIDTH = 216


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a text.

    Attributes:
        problem: why it cannot be used, in a sentence; empty if it was taken over.
        text: the same as it is kept, which may be written in another way than it was typed.
    """

    problem: str = ""
    text: str = ""


class TextRow(QWidget):
    """A label, a field, and beneath them what is wrong with it.

    What was typed stays until it is put right; what was valid before stays in force meanwhile.

    Signals:
        taken: a text was taken over; as it is kept.
    """

    taken = Signal(str)

    def __init__(
        self, theme: Theme, label: str, hint: str, value: str, edited: Callable[[str], Taken]
    ) -> None:
        """Make a row.

        Args:
            theme: its look.
            label: what it is.
            hint: one line of why, or of how to write it.
            value: what is chosen now.
            edited: takes over a text, and tells what became of it.
        """
        super().__init__()
        self._edited = edited
        self._hint = hint
        self._field = QLineEdit(value)
        # Beside its words it is no wider than this; beneath them as wide as any other field.
        self._field.setMinimumWidth(theme.fonts.pixels(_WIDTH))
        self._field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._problem = make_text("", Type.CAPTION, "danger")
        self._problem.setContentsMargins(0, 0, 0, metrics.FORM_ROW // 5)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = FormRow(theme, label, hint, self._field)
        column.addWidget(self._row)
        column.addWidget(self._problem)
        self._field.editingFinished.connect(self._take)

    def put_between(self, picture: QWidget) -> None:
        """Show a picture of the text, left of the field, where there is room for it."""
        self._row.put_between(picture)

    def show_where_empty(self, text: str) -> None:
        """Say in the field what an empty one means."""
        self._field.setPlaceholderText(text)

    def _take(self) -> None:
        field = self._field
        if not field.isModified():
            return
        field.setModified(False)
        taken = self._edited(field.text().strip())
        if not taken.problem:
            field.setText(taken.text)
            self.taken.emit(taken.text)
        self._problem.setText(taken.problem)
        self._problem.setVisible(bool(taken.problem))
        # Who cannot see the line beneath hears it with the field.
        field.setAccessibleDescription(taken.problem or self._hint)
        field.setProperty("invalid", bool(taken.problem))
        field.style().unpolish(field)
        field.style().polish(field)
