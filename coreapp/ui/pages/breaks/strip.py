"""The strip of a day with the way to earlier days, the span that is looked at, and the legend."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _, as_heading
from coreapp.services.sitting_words import day_name
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, IconButton
from coreapp.ui.widgets.day_legend import Legend, LegendEntry
from coreapp.ui.widgets.day_strip import DayStrip
from coreapp.ui.widgets.day_view import DayView
from coreapp.ui.widgets.labels import make_text

_BESIDE: Final = 560


class DayPart(QWidget):
    """A day to look at, and the way to the ones before.

    Signals:
        day_chosen: another date is to be shown.
        span_chosen: the key of the span that is to be corrected.
        fill_requested: a day of which nothing is recorded is to be filled in.
    """

    day_chosen = Signal(object)
    span_chosen = Signal(str)
    fill_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._day = self._present = date.min
        self._name = make_text("", Type.BODY_STRONG)
        self._told = make_text("", tone="ink2")
        self._before = IconButton(theme, Icon.CHEVRON_LEFT, _("The day before"))
        self._after = IconButton(theme, Icon.CHEVRON_RIGHT, _("The day after"))
        self._today = Button(theme, _("Today"), ButtonKind.LINK, size=ButtonSize.SMALL)
        self._today.setAccessibleDescription(_("Shows today again"))
        hint = _("To correct a time, click it, or choose it with the arrow keys and Enter.")
        self._hint = make_text(hint, Type.CAPTION, "ink2")
        self._fill = Button(theme, _("Fill in this day…"), size=ButtonSize.SMALL)
        self._fill.setAccessibleDescription(_("Say yourself what this day was"))
        self._strip = DayStrip(theme, tall=True, hint=hint)
        self._legend = Legend(theme)
        self._next = Legend(theme)
        self._theme = theme
        self._lay_out()
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        self._today.clicked.connect(self._go_to_today)
        self._strip.span_told.connect(self._tell_span)
        self._strip.span_chosen.connect(self.span_chosen)
        self._fill.clicked.connect(self.fill_requested)

    def show_day(self, day: date, today: date, first: date) -> None:
        """Show which day it is, and how far one can go.

        Args:
            day: the date that is shown.
            today: the present date.
            first: the earliest date whose spans are kept.
        """
        self._day, self._present = day, today
        self._name.setText(as_heading(day_name(day, today)))
        self._before.setEnabled(day > first)
        self._after.setEnabled(day < today)
        self._today.setVisible(day != today)

    def show_strip(
        self,
        view: DayView,
        legend: Sequence[LegendEntry],
        coming: Sequence[LegendEntry],
        *,
        is_counted: bool = False,
    ) -> None:
        """Show the spans, what they mean with their sums, and what the mark ahead means.

        Args:
            view: the day.
            legend: what its spans are, with their sums.
            coming: what the mark ahead is.
            is_counted: the sitting of this day is being recorded, so nobody need fill it in.
        """
        self._strip.show_day(view)
        self._hint.setVisible(bool(view.spans))
        self._offer_to_fill(is_offered=not view.spans and not is_counted)
        self._legend.show_entries(legend)
        self._next.show_entries(coming)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._before)
        head.addWidget(self._after)
        head.addSpacing(8)
        head.addWidget(self._name, 2)
        head.addWidget(self._told, 3)
        self._told.hide()
        head.addWidget(self._today)
        # What the mark ahead means goes beneath, where there is no room beside the rest.
        foot = BesideLayout(self._least_beside, 20, 6)
        foot.add(self._legend, 1)
        foot.add(self._next, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._strip)
        column.addLayout(foot)
        column.addWidget(self._hint)
        column.addWidget(self._fill, 0, Qt.AlignmentFlag.AlignLeft)
        self._hint.hide()
        self._fill.hide()

    def _offer_to_fill(self, *, is_offered: bool) -> None:
        if not is_offered and self.window().focusWidget() is self._fill:
            # The keys go on where the day now has something to be chosen.
            self._strip.setFocus()
        self._fill.setVisible(is_offered)

    def _least_beside(self) -> float:
        return self._theme.fonts.pixels(_BESIDE)

    def _tell_span(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _go_back(self) -> None:
        self.day_chosen.emit(self._day - timedelta(days=1))

    def _go_on(self) -> None:
        self.day_chosen.emit(self._day + timedelta(days=1))

    def _go_to_today(self) -> None:
        self.day_chosen.emit(self._present)
