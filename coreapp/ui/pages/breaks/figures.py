"""Cards with the figures of sitting: a day, and the week around it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coreapp.domain.sitting_figures import SittingRule
from coreapp.i18n import _, format_date, format_number, format_skeleton
from coreapp.services.sitting_history import SittingWeek
from coreapp.services.sitting_words import (
    Figure,
    break_figures_hint,
    day_sentence,
    week_sentence,
)
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.day_columns import DayColumn, DayColumns
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text

_PER_ROW = 2
_ALWAYS = 2
"""So many counts are told even if they are nothing: breaks that were due, and taken."""


class FiguresCard(Card):
    """What a day comes to: four figures, and how often a break was what."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("The day in figures"))
        self._main = QGridLayout()
        self._main.setHorizontalSpacing(20)
        self._main.setVerticalSpacing(14)
        for column in range(_PER_ROW):
            self._main.setColumnStretch(column, 1)
        self._breaks = FlowLayout(spacing=20, line_spacing=8)
        self._shown: tuple[Sequence[Figure], Sequence[Figure]] | None = None
        self._nothing = make_text("", tone="ink2")
        self._counts = QWidget()
        self._counts.setLayout(self._breaks)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._main)
        self.body.addSpacing(8)
        self.body.addWidget(self._counts)
        self._hint = make_text(break_figures_hint(), Type.CAPTION, "ink2")
        self.body.addWidget(self._hint)
        self.body.addStretch(1)

    def show_figures(self, main: Sequence[Figure], breaks: Sequence[Figure]) -> None:
        """Show these figures instead of the ones before; of the rarer counts those there are."""
        self._nothing.hide()
        self._counts.show()
        nothing = format_number(0)
        breaks = [*breaks[:_ALWAYS], *(each for each in breaks[_ALWAYS:] if each.value != nothing)]
        self._hint.setVisible(len(breaks) > _ALWAYS)
        if (main, breaks) == self._shown:
            return
        self._shown = (main, breaks)
        clear_layout(self._main)
        for place, each in enumerate(main):
            self._main.addWidget(_MainFigure(each), place // _PER_ROW, place % _PER_ROW)
        self._breaks.clear()
        for each in breaks:
            self._breaks.addWidget(_SmallFigure(each))

    def show_nothing(self, *, is_today: bool) -> None:
        """Say that there are no figures of a day, instead of a card of noughts."""
        text = _("Nothing is recorded of this day.")
        if is_today:
            text = _("The figures come with the first minutes of sitting.")
        self._nothing.setText(text)
        self._nothing.show()
        self._shown = None
        clear_layout(self._main)
        self._counts.hide()
        self._hint.hide()


class SittingWeekCard(Card):
    """Seven days beside each other, and the week beside the one before.

    Signals:
        day_chosen: a date is to be shown on the page.
    """

    day_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("The week"))
        self._range = make_label("", tone="ink2")
        self._columns = DayColumns(theme)
        self._explained = make_text("", Type.CAPTION, "ink2")
        self._sentence = make_text("")
        self.head.addWidget(self._range)
        self.body.addWidget(self._columns)
        self.body.addWidget(self._explained)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)
        self._explained.setText(_("Height: sitting in all. Beneath: breaks."))
        self._columns.day_chosen.connect(self.day_chosen)

    def show_week(self, week: SittingWeek, shown: date, today: date, rule: SittingRule) -> None:
        """Show a week.

        Args:
            week: its days.
            shown: the day the page is about.
            today: the present date; what lies after it cannot be looked at.
            rule: what is counted by.
        """
        columns = [
            DayColumn(
                day=each.day,
                value=each.figures.sitting,
                label=format_date(each.day, "EEE"),
                breaks=format_number(each.figures.breaks) if each.figures.days else "",
                name=day_sentence(each),
                is_open=each.day <= today,
            )
            for each in week.days
        ]
        self._range.setText(
            _("{first} to {last}").format(
                first=format_skeleton(week.days[0].day, "MMMd"),
                last=format_skeleton(week.days[-1].day, "MMMd"),
            )
        )
        self._columns.show_days(columns, shown)
        self._sentence.setText(week_sentence(week, rule))


class _MainFigure(QWidget):
    """A large figure over its words."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(make_text(figure.value, Type.HEADING))
        column.addWidget(make_text(figure.label, Type.CAPTION, "ink2"))
        column.addStretch(1)


class _SmallFigure(QWidget):
    """A count beside its word."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(6)
        base = Qt.AlignmentFlag.AlignBaseline
        row.addWidget(make_label(figure.value, Type.BODY_STRONG), 0, 0, base)
        row.addWidget(make_label(figure.label, Type.BODY, "ink2"), 0, 1, base)
