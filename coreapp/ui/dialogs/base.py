"""A question in a window of its own; it opens and never blocks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_text

WIDTH = 440
SIDE = 24
"""Room around what is in a dialog, in pixels."""
MOST = 920
"""No dialog is wider than the smallest window."""


def dialog_width(theme: Theme, width: int) -> int:
    """Return the least width of a dialog at the present text size."""
    return min(MOST, theme.fonts.pixels(width))


def answer_row(theme: Theme, dialog: QDialog, save: Button, *aside: QWidget) -> QHBoxLayout:
    """Return the foot of a form: what stands aside at the left, cancel, and what keeps it.

    Cancel rejects the dialog, as Esc does; Enter keeps it.
    """
    save.setDefault(True)
    cancel = Button(theme, _("Cancel"))
    cancel.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.setSpacing(8)
    for each in aside:
        row.addWidget(each)
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(save)
    return row


class Question(QDialog):
    """A title, a sentence and two or three answers; Esc gives the one that changes nothing."""

    def __init__(self, theme: Theme, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(dialog_width(theme, WIDTH))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        self.column.setSpacing(8)
        self._title = make_text(title, Type.HEADING)
        self._text = make_text(text, tone="ink2")
        self.column.addWidget(self._title)
        self.column.addWidget(self._text)
        self.column.addSpacing(16)
        self._answers = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._answers.setSpacing(8)
        self._answers.addStretch(1)
        self.column.addLayout(self._answers)

    def add_answer(
        self,
        text: str,
        carry_out: Callable[[], object] | None = None,
        kind: ButtonKind = ButtonKind.SECONDARY,
    ) -> Button:
        """Add an answer, from left to right.

        Args:
            text: what stands on the button.
            carry_out: what it does after the question has gone; None does nothing more, as Esc.
            kind: how the button looks; the primary one is taken by Enter.
        """
        button = Button(self._theme, text, kind)
        button.setDefault(kind is ButtonKind.PRIMARY)
        if carry_out is None:
            button.clicked.connect(self.reject)
        else:
            button.clicked.connect(self.accept)
            button.clicked.connect(carry_out)
        self._answers.addWidget(button)
        self.fold()
        return button

    def ask(self, title: str, text: str) -> None:
        """Ask in other words; the answers stay."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._text.setText(text)

    def event(self, event: QEvent) -> bool:
        """Grow when what is said becomes longer: texts need the height of their width."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            wanted = self.column.totalHeightForWidth(self.width())
            if wanted > self.height():
                self.resize(self.width(), wanted)
        return done

    def fold(self) -> None:
        """Put the answers one below the other where they have no room side by side."""
        buttons = self.findChildren(Button)
        for button in buttons:
            button.ensurePolished()
        needed = sum(button.sizeHint().width() + self._answers.spacing() for button in buttons)
        folded = needed > MOST - 2 * SIDE
        direction = QBoxLayout.Direction
        self._answers.setDirection(direction.TopToBottom if folded else direction.LeftToRight)
        if not folded:
            # Buttons would rather be squeezed than make their window wider.
            self.setMinimumWidth(max(self.minimumWidth(), needed + 2 * SIDE))
