"""Rows of settings: what and why on the left, one control at the right edge."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QVBoxLayout,
    QWidget,
)

from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.labels import make_text

_GAP: Final = 24
_WORDS: Final = 160
"""Room for the words of a row, at least, beside its control."""


class FormCard(Card):
    """A card of rows; `add_row` fills it.

    In a dialog, which is a sheet of its own, the rows stand on the dialog's ground and begin where
    its title begins: there is no card in a card.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, in_dialog: bool = False
    ) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        if in_dialog:
            self.setProperty("role", "")
        side, edge = (0, 0) if in_dialog else (metrics.CARD_PADDING, 8)
        self.body.setContentsMargins(side, edge, side, edge)
        self.body.setSpacing(0)

    @property
    def theme(self) -> Theme:
        """The look of its rows."""
        return self._theme


class FormRow(QWidget):
    """What and why on the left, one control at the right edge; can be hidden as a whole.

    Where words and control have no room side by side, the control stands beneath.

    Attributes:
        label: the text that says what it is.
    """

    def __init__(self, theme: Theme, label: str, hint: str, control: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._usual = theme.fonts.pixels(metrics.FORM_ROW)
        # A layout asks the row's own layout how high it is at a width, and never the row.
        self.setMinimumHeight(self._usual)
        self._control = control
        self._picture: QWidget | None = None
        self.label = make_text(label, Type.BODY)
        self.label.setProperty("role", "row")
        self.label.setBuddy(control)
        control.setAccessibleName(label.replace("&", ""))
        control.setAccessibleDescription(hint)
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 8, 0, 8)
        texts.setSpacing(0)
        texts.addStretch(1)
        self._texts = [self.label]
        if hint:
            self._texts.append(make_text(hint, Type.BODY, "ink3"))
        for text in self._texts:
            texts.addWidget(text)
        texts.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addLayout(texts, 1)
        self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def put_between(self, picture: QWidget) -> None:
        """Show a picture of what the control has, left of it, where there is room for all."""
        self._picture = picture
        self._row.insertWidget(1, picture, 1, Qt.AlignmentFlag.AlignVCenter)
        self.fold_at(self.width())

    def minimumSizeHint(self) -> QSize:
        """Ask for the control's width only: the words go where there is room."""
        least = self._control.minimumSizeHint().expandedTo(self._control.minimumSize())
        return QSize(least.width(), max(self._usual, super().minimumSizeHint().height()))

    def sizeHint(self) -> QSize:
        """Return the room of words and control, no lower than usual."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(self._usual, hint.height()))

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, no lower than usual."""
        return max(self._usual, super().heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside the words, or beneath them."""
        super().resizeEvent(event)
        self.fold_at(event.size().width())

    def fold_at(self, width: int) -> None:
        """Put the control where it belongs at a width, before the row has it.

        For a row that appears in a window that is open: layouts measure it as it is shown, and what
        folds only then is squeezed until the news of it has gone up through all of them.
        """
        for text in self._texts:
            text.ensurePolished()  # what was never shown does not know its letters yet
        in_a_line = max(each.fontMetrics().horizontalAdvance(each.text()) for each in self._texts)
        words = min(self._theme.fonts.pixels(_WORDS), in_a_line) + _GAP
        asked = self._control.sizeHint()
        folded = width < words + asked.width()
        if self._picture is not None:
            needed = words + asked.expandedTo(self._control.minimumSize()).width()
            self._picture.setVisible(width >= needed + _GAP + self._picture.sizeHint().width())
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if folded else direction.LeftToRight)
        self._row.setSpacing(0 if folded else _GAP)
        self._row.setContentsMargins(0, 0, 0, 12 if folded else 0)


def add_row(form: FormCard, label: str, hint: str, control: QWidget) -> FormRow:
    """Add a control with its label as buddy and its name for screen readers."""
    row = FormRow(form.theme, label, hint, control)
    form.body.addWidget(row)
    return row
