"""Changing the goal of the week."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.week_goal import WeekGoal
from coreapp.i18n import _
from coreapp.services.explanations import explain_remedy
from coreapp.services.goal_words import amount_text, read_amount, reason_line, steep_line
from coreapp.ui.dialogs.base import Question
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_text

_FIELD: Final = 148


class GoalDialog(Question):
    """Asks how much; it stays open until what was written can be used.

    Attributes:
        amount: the field.
        save: takes it over.

    Signals:
        said: the amount, in minutes or metres.
        declined: there shall be no goal this week.
    """

    said = Signal(int)
    declined = Signal()

    def __init__(self, theme: Theme, goal: WeekGoal, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Goal of this week"), reason_line(goal), parent)
        self._goal = goal
        wanted = goal.next.suggested if goal.wanted is None else goal.wanted
        self.amount = QLineEdit(amount_text(goal, wanted))
        self.amount.setAccessibleName(_("How much"))
        self.amount.setFixedWidth(theme.fonts.pixels(_FIELD))
        self._remark = make_text("", Type.CAPTION, "ink2")
        self._problem = make_text("", Type.CAPTION, "danger")
        place = self.column.count() - 2
        for offset, widget in enumerate((self.amount, self._remark, self._problem)):
            self.column.insertWidget(place + offset, widget)
        if goal.wanted is not None:
            self.add_answer(_("No goal this week"), self.declined.emit, ButtonKind.QUIET)
        self.add_answer(_("Cancel"))
        self.save = Button(theme, _("Set as goal"), ButtonKind.PRIMARY)
        self.save.setDefault(True)
        self._answers.addWidget(self.save)
        self.fold()
        self.save.clicked.connect(self._say)
        self.amount.textChanged.connect(self._follow)
        self._follow()
        self.amount.selectAll()
        self.amount.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why an amount cannot be used; empty for nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        # Who cannot see the line beneath hears it with the field.
        self.amount.setAccessibleDescription(sentence)

    def _follow(self) -> None:
        """Remark on a steep goal while it is written."""
        self.show_problem("")
        try:
            remark = steep_line(self._goal.wanting(read_amount(self._goal, self.amount.text())))
        except InvalidValueError:
            remark = ""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def _say(self) -> None:
        try:
            amount = read_amount(self._goal, self.amount.text())
        except InvalidValueError as error:
            self.show_problem(explain_remedy(error))
            self.amount.setFocus()
            return
        self.said.emit(amount)
