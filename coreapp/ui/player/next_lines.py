"""What changes the next time, in a few lines; the rest unfolds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.training_log import Feeling, PerformedSession
from coreapp.i18n import _
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, Chip
from coreapp.ui.widgets.labels import make_label, make_text

SHOWN_AT_FIRST: Final = 4
"""A reason and three exercises."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes next, in words.

    Attributes:
        lines: a sentence each, the most important first.
        can_be_taken: the doses in them can be taken over.
        was_taken: other doses were taken over before, and can be given back.
    """

    lines: Sequence[str] = ()
    can_be_taken: bool = False
    was_taken: bool = False


class DoseChoice(StrEnum):
    """What a person wants of the doses the next time."""

    AS_NOW = "as_now"
    TAKE = "take"
    GIVE_BACK = "give_back"


LookAhead = Callable[[PerformedSession], Callable[[Feeling], Ahead]]
"""For a session that is over: what tells the changes of the next time, by how it felt."""


class NextLines(QWidget):
    """A few lines under a heading, and whether to do as they say; hidden without any."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lines: tuple[str, ...] = ()
        self._unfolded = False
        self._labels: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(make_label(_("Next time"), Type.BODY_STRONG))
        self.more = Button(theme, _("Show all"), ButtonKind.LINK)
        self.more.setStyleSheet("padding: 0;")  # in line with the words above it
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.take = Chip(theme, _("Use this next time"))
        self.give_back = Chip(theme, _("Use the routine’s own doses"))
        for chip in (self.take, self.give_back):
            self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._unfold)
        self.take.toggled.connect(self._only_take)
        self.give_back.toggled.connect(self._only_give_back)
        self.hide()

    @property
    def lines(self) -> Sequence[str]:
        """All lines, also those that are folded."""
        return self._lines

    @property
    def choice(self) -> DoseChoice:
        """What is wanted the next time."""
        if self.take.isChecked():
            return DoseChoice.TAKE
        return DoseChoice.GIVE_BACK if self.give_back.isChecked() else DoseChoice.AS_NOW

    def choose(self, choice: DoseChoice) -> None:
        """Show what is wanted the next time."""
        self.take.setChecked(choice is DoseChoice.TAKE)
        self.give_back.setChecked(choice is DoseChoice.GIVE_BACK)

    def show_ahead(self, ahead: Ahead) -> None:
        """Show what comes next; a choice that was made for other lines is taken back."""
        self.give_back.setVisible(ahead.was_taken)
        self.take.setVisible(ahead.can_be_taken)
        if tuple(ahead.lines) == self._lines:
            return
        self.take.setChecked(False)
        self._lines = tuple(ahead.lines)
        self._show()

    def _only_take(self, is_on: bool) -> None:  # noqa: FBT001  a signal's slot
        if is_on:
            self.give_back.setChecked(False)

    def _only_give_back(self, is_on: bool) -> None:  # noqa: FBT001  a signal's slot
        if is_on:
            self.take.setChecked(False)

    def _unfold(self) -> None:
        self._unfolded = True
        self._show()

    def _show(self) -> None:
        for label in self._labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        count = len(self._lines) if self._unfolded else SHOWN_AT_FIRST
        self._labels = [make_text(line) for line in self._lines[:count]]
        for index, label in enumerate(self._labels, start=1):
            self._column.insertWidget(index, label)
            label.show()
        self.more.setVisible(len(self._lines) > count)
        self.setVisible(bool(self._lines))
