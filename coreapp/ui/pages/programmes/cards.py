"""Cards beside the next session of a programme: the weeks as bars, and its place in the plan."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.i18n import _, format_list, format_time
from coreapp.services.library import Library
from coreapp.services.programme_standing import InPlan
from coreapp.services.rule_words import WEEKDAYS, weekday_name
from coreapp.ui.pages.start_row import StartRow
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.week_bars import Bar, WeekBars


class BarsCard(Card):
    """Weeks, or passes, as bars with a sentence about them.

    Signals:
        bar_chosen: the index of the bar that is looked at now.
    """

    bar_chosen = Signal(int)

    def __init__(self, theme: Theme, title: str, line: str) -> None:
        super().__init__()
        self._bars = WeekBars(theme)
        self._sentence = make_text("", Type.BODY, "ink2")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(make_text(title, Type.TITLE))
        texts.addWidget(make_text(line, Type.CAPTION, "ink2"))
        self.body.addLayout(texts)
        self.body.addWidget(self._bars)
        self.body.addWidget(self._sentence)
        self._bars.value_chosen.connect(self.bar_chosen)

    def show_bars(self, bars: Sequence[Bar], chosen: int) -> None:
        """Show these bars, one of them as looked at."""
        self._bars.show_bars(bars, chosen)

    def look_at(self, index: int) -> None:
        """Look at a bar, silently."""
        self._bars.look_at(index)

    def say(self, sentence: str) -> None:
        """Say something about them."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))


class PlanCard(Card):
    """Whether a programme is in the plan, and what can be done about it.

    Signals:
        plan_requested: the person wants it in the plan, or on other days.
        removal_requested: the person wants it out of the plan.
    """

    plan_requested = Signal()
    removal_requested = Signal()

    def __init__(self, theme: Theme, in_plan: InPlan | None, hint: str = "") -> None:
        super().__init__()
        title = _("In the plan") if in_plan else _("Not in the plan")
        self.body.addWidget(make_text(title, Type.TITLE))
        text = days_text(in_plan) if in_plan else _("Choose your days, and Today shows each one.")
        self.body.addWidget(make_text(text, Type.BODY, "ink2"))
        if hint:
            self.body.addWidget(make_text(hint, Type.BODY))
        put = Button(
            theme,
            _("Other days…") if in_plan and not hint else _("Put into the plan…"),
            ButtonKind.SECONDARY,
            Icon.PLAN,
        )
        put.setObjectName("put_programme_into_plan")
        buttons = QWidget()
        row = FlowLayout(8, 8)
        buttons.setLayout(row)
        row.addWidget(put)
        put.clicked.connect(self.plan_requested)
        if in_plan:
            out = Button(theme, _("Take out"), ButtonKind.QUIET)
            out.setObjectName("take_programme_out")
            out.clicked.connect(self.removal_requested)
            row.addWidget(out)
        self.body.addWidget(buttons)


class FinishedCard(Card):
    """What comes after a programme.

    Signals:
        start_requested: the id of a routine.
        repeat_requested: the person wants to begin it again.
    """

    start_requested = Signal(str)
    repeat_requested = Signal()

    def __init__(self, theme: Theme, library: Library, text: str, routines: Sequence[str]) -> None:
        super().__init__()
        self.body.addWidget(make_text(_("You have finished it"), Type.PAGE))
        self.body.addWidget(make_text(text, Type.BODY, "ink2"))
        for number, routine in enumerate(routines):
            kind = ButtonKind.SECONDARY if number else ButtonKind.PRIMARY
            row = StartRow(theme, library, routine, kind, least=360)
            row.start_requested.connect(self.start_requested)
            self.body.addWidget(row)
        again = Button(theme, _("Begin it again"), ButtonKind.QUIET, Icon.UNDO)
        again.setObjectName("begin_again")
        again.clicked.connect(self.repeat_requested)
        buttons = QWidget()
        row_of_buttons = FlowLayout(8)
        buttons.setLayout(row_of_buttons)
        row_of_buttons.addWidget(again)
        self.body.addWidget(buttons)
        self.body.addStretch(1)


def days_text(in_plan: InPlan) -> str:
    """Return the days and the time of a programme in the plan."""
    at = format_time(in_plan.at)
    if len(in_plan.weekdays) == len(WEEKDAYS):
        return _("Every day, {time}").format(time=at)
    days = format_list([weekday_name(WEEKDAYS.index(day)) for day in in_plan.weekdays])
    return _("{days}, {time}").format(days=days, time=at)
