"""The goal of the week, at the foot of the week: suggested, or how far one is with it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from coreapp.domain.errors import InvalidValueError
from coreapp.i18n import _
from coreapp.services.explanations import explain_remedy
from coreapp.services.goal_words import left_line, progress_line, reason_line, suggestion_line
from coreapp.ui.dialogs.goal import GoalDialog
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.columns import Columns
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, IconButton
from coreapp.ui.widgets.labels import make_text

if TYPE_CHECKING:
    from coreapp.domain.week_goal import WeekGoal
    from coreapp.services.goals import Answer, Goals
    from coreapp.services.training_picture import Picture

_BAR: Final = 6
_ABOVE: Final = 8
_BESIDE: Final = 700
"""Width at 100 % text from which the answers stand beside the words, in pixels."""


class GoalRow(QWidget):
    """A line and a bar; with a suggestion, the two answers to it.

    Attributes:
        take: takes the suggestion over.
        change: opens the question how much.
        dismiss: there shall be no goal this week.
    """

    def __init__(self, theme: Theme, goals: "Callable[[], Goals]", shell: Shell) -> None:
        super().__init__()
        self._theme = theme
        self._goals = goals
        self._shell = shell
        self._goal: WeekGoal | None = None
        self._today = date.min
        self._line = make_text("", Type.BODY_STRONG)
        self._more = make_text("", Type.CAPTION, "ink2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(_BAR)
        self.take = Button(theme, _("Set as goal"), size=ButtonSize.SMALL)
        self.change = Button(theme, _("Change…"), ButtonKind.LINK)
        self.dismiss = IconButton(theme, Icon.CLOSE, _("No goal this week"))
        self._lay_out()
        self.take.clicked.connect(self._take_over)
        self.change.clicked.connect(self._ask)
        self.dismiss.clicked.connect(self._decline)
        self.hide()

    def refresh(self, today: date, picture: "Picture | None" = None) -> None:
        """Show the goal as the log has it.

        Args:
            today: the day.
            picture: what is known of the last weeks; without it, it is read.

        Raises:
            CoreappError: the log cannot be read.
        """
        self._today = today
        self._goal = goal = self._goals().this_week(picture)
        self.setVisible(goal is not None)
        if goal is None:
            return
        is_open = goal.wanted is None
        self._line.setText(suggestion_line(goal) if is_open else progress_line(goal))
        self._more.setText(reason_line(goal) if is_open else left_line(goal, today))
        for widget in (self.take, self.dismiss):
            widget.setVisible(is_open)
        self._bar.setVisible(not is_open)
        self._bar.setRange(0, max(1, goal.wanted or 0))
        self._bar.setValue(min(goal.done, goal.wanted or 0))
        self._bar.setAccessibleName(self._line.text())

    def _lay_out(self) -> None:
        words = QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(2)
        for widget in (self._line, self._bar, self._more):
            texts.addWidget(widget)
        answers = QWidget()
        buttons = QHBoxLayout(answers)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.take)
        buttons.addWidget(self.change)
        buttons.addStretch(1)
        answers.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        columns = Columns(self._theme, least=_BESIDE, gap=12, stacked_gap=6)
        columns.add(words)
        columns.add(answers, share=0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _ABOVE, 0, 0)
        row.setSpacing(12)
        row.addWidget(columns, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)

    def _take_over(self) -> None:
        if self._goal is not None:
            with self._shell.guarded():
                self._want(self._goal.next.suggested)

    def _ask(self) -> None:
        if self._goal is None:
            return
        dialog = GoalDialog(self._theme, self._goal, self.window())
        dialog.said.connect(partial(self._say, dialog))
        dialog.declined.connect(self._decline)
        dialog.open()

    def _say(self, dialog: GoalDialog, amount: int) -> None:
        with self._shell.guarded():
            try:
                self._want(amount)
            except InvalidValueError as error:
                dialog.show_problem(explain_remedy(error))
            else:
                dialog.accept()

    def _want(self, amount: int) -> None:
        if self._goal is not None:
            former = self._goals().want(self._goal, amount)
            self._show_anew(_("This is your goal of the week."), former)

    def _decline(self) -> None:
        if self._goal is not None:
            with self._shell.guarded():
                former = self._goals().decline(self._goal)
                self._show_anew(_("No goal this week."), former)

    def _show_anew(self, told: str, former: "Answer | None") -> None:
        self.refresh(self._today)
        self._shell.tell_with_undo(told, partial(self._put_back, former))

    def _put_back(self, former: "Answer | None") -> None:
        with self._shell.guarded():
            self._goals().answer_again(former)
            self.refresh(self._today)
