"""A group of fields that is folded away until somebody wants it; its head says what is in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.press_row import PressRow


class Fold(QFrame):
    """A head that is pressed, and what it opens.

    Signals:
        toggled: whether it is open now.

    Attributes:
        body: the column of what is folded away.
    """

    toggled = Signal(bool)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._title = title
        self.setProperty("role", "card")
        self._summary = make_text("", Type.CAPTION, "ink2")
        self._head = PressRow(theme, title)
        self._arrows = {
            False: IconLabel(theme, Icon.CHEVRON_DOWN, "ink2", 16),
            True: IconLabel(theme, Icon.CHEVRON_UP, "ink2", 16),
        }
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(16, 4, 16, 16)
        self.body.setSpacing(8)
        self._lay_out()
        self._head.clicked.connect(self._toggle)
        self.set_open(is_open=False)

    @property
    def is_open(self) -> bool:
        """Whether what is in it can be seen."""
        return not self._inner.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Open it, or fold it, silently."""
        self._inner.setVisible(is_open)
        for when, arrow in self._arrows.items():
            arrow.setVisible(when == is_open)
        self._describe()

    def set_summary(self, text: str) -> None:
        """Say beneath the title what is in it; seen while it is folded."""
        self._summary.setText(text)
        self._describe()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_text(self._title, Type.BODY_STRONG))
        words.addWidget(self._summary)
        self._head.line.setContentsMargins(16, 10, 16, 10)
        self._head.line.addLayout(words, 1)
        for arrow in self._arrows.values():
            self._head.line.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._inner)

    def _toggle(self) -> None:
        self.set_open(is_open=not self.is_open)
        self.toggled.emit(self.is_open)

    def _describe(self) -> None:
        self._summary.setVisible(bool(self._summary.text()) and not self.is_open)
        state = _("open") if self.is_open else _("folded")
        parts = (self._summary.text(), state)
        self._head.setAccessibleDescription(", ".join(each for each in parts if each))
