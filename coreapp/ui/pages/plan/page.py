"""The plan: a month or a week of what is planned and done, and the day that is looked at."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.day_record import DayMark
from coreapp.domain.month import WEEK_DAYS, month_weeks, months_later, week_around
from coreapp.i18n import as_heading, first_weekday, format_days, format_skeleton
from coreapp.services.changes import Change
from coreapp.services.plan_day_words import month_name
from coreapp.services.plan_items import PlanView
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.parts import order_keys
from coreapp.ui.pages.plan.grid import DayGrid
from coreapp.ui.pages.plan.habit_legend import HabitLegend
from coreapp.ui.pages.plan.mark_desk import MarkDesk
from coreapp.ui.pages.plan.plan_desk import PlanDesk, PlanServices
from coreapp.ui.pages.plan.plan_head import MONTH, WEEK, PlanHead
from coreapp.ui.pages.plan.plan_panel import PlanPanel
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind

if TYPE_CHECKING:
    from coreapp.ui.pages.programmes.panel import ProgrammePanel

PANEL: Final = 296
PANEL_NARROW: Final = 240
_PANEL_SHARE: Final = 0.27
_LEAST_GRID: Final = 500
"""With less width than this, at 100 % text, the panel goes below the month."""


class PlanPage(Page):
    """A calendar, and beside it the chosen day, the programme, and what repeats.

    Attributes:
        desk, mark_desk: carry out what is asked for.
        head: month or week, and the way to others.
        grid: the calendar.
        panel: the cards beside it.
        day_card: the day that is looked at.
    """

    concerns = frozenset({Change.PLAN, Change.LOG, Change.LIBRARY})

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        services: PlanServices,
        shell: Shell,
        make_programme: "Callable[[], ProgrammePanel] | None" = None,
        ask_how_it_was: Callable[[date, QWidget], None] | None = None,
    ) -> None:
        """Lay out the page.

        Args:
            theme: the look.
            art: draws the figures.
            services: the use cases.
            shell: says what was done, and plays.
            make_programme: makes the card of the programme that runs, or None to go without.
            ask_how_it_was: asks what is to be written down of a day, over a window; None to go
                without.
        """
        super().__init__(theme)
        self._calendar = services.calendar
        self._planning = services.planning
        self._shell = shell
        self._view = PlanView((), {})
        self._day = date.min
        self._kind = MONTH
        self.desk = PlanDesk(theme, art, services, shell, self)
        self.mark_desk = MarkDesk(theme, services.marks, services.calendar, shell, self)
        self.head = PlanHead(theme)
        self.grid = DayGrid(theme, art)
        self.panel = PlanPanel(
            theme, art, services.library, make_programme, has_notes=ask_how_it_was is not None
        )
        self._ask_how_it_was = ask_how_it_was
        self.day_card = self.panel.day_card
        self._legend = HabitLegend(theme)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read what is planned and done now; the day that is looked at stays."""
        if self._day == date.min:
            self._day = self._calendar.today()
        with self._shell.guarded():
            self._read()
            self.panel.show_entries(self._view.entries, self._planning.today()[0])
        self._show_day(self.day_card.item)

    def kept(self) -> dict[str, object]:
        """Return the day that is looked at, and whether its month is shown or its week."""
        return {**super().kept(), "day": self._day, "kind": self._kind}

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Look at the same day."""
        super().take_up(kept)
        day = kept["day"]
        self._day = day if isinstance(day, date) else self._day
        self._kind = str(kept["kind"])

    def ask_for_entry(self, routine: str = "") -> None:
        """Ask for a session to be planned, on the day that is looked at."""
        if self._day == date.min:
            self._day = self._calendar.today()
        self.desk.ask_for_entry(self._calendar.today(), routine)

    @property
    def day(self) -> date:
        """The day that is looked at."""
        return self._day

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the calendar, or below it."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.grid)
        left.addWidget(self._legend)
        left.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(metrics.CARD_GAP)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.panel)
        self.column.setSpacing(14)
        self.column.addWidget(self.head)
        self.column.addWidget(self.panel.above)
        self.column.addLayout(self._row)
        self.column.addStretch(1)

    def _connect(self) -> None:
        head, grid, card, desk = self.head, self.grid, self.day_card, self.desk
        head.turned.connect(self._turn)
        head.today_requested.connect(self._go_to_today)
        head.kind_chosen.connect(self._choose_kind)
        head.plan_requested.connect(self.ask_for_entry)
        grid.day_chosen.connect(self._go_to)
        grid.item_chosen.connect(self._show_day)
        grid.item_moved.connect(self._move_item)
        grid.item_skipped.connect(self._skip_item)
        grid.page_turned.connect(self._turn)
        grid.entered.connect(card.take_keys)
        card.item_chosen.connect(grid.choose_item)
        card.start_requested.connect(desk.start)
        card.move_requested.connect(desk.ask_to_move)
        card.skip_requested.connect(desk.skip)
        card.edit_requested.connect(desk.edit_item)
        card.return_requested.connect(desk.bring_back)
        card.mark_chosen.connect(self._mark)
        card.days_requested.connect(self._ask_for_days)
        card.note_requested.connect(self._note_day)
        card.all_moved.connect(self._move_all)
        card.all_skipped.connect(self._skip_all)
        card.add_requested.connect(self._add_to_day)
        self.panel.plan_requested.connect(self.ask_for_entry)
        self.panel.repeats.edit_requested.connect(desk.edit_entry)
        self.panel.repeats.removal_requested.connect(desk.remove)

    # -- what is shown

    def _read(self) -> None:
        first = first_weekday()
        weeks = (
            month_weeks(self._day, first)
            if self._kind == MONTH
            else (week_around(self._day, first),)
        )
        self._view = self._calendar.view(weeks)

    def _show_day(self, item: str = "") -> None:
        """Show the day that is looked at in calendar and panel."""
        today, is_month = self._calendar.today(), self._kind == MONTH
        title, short = month_name(self._day), as_heading(format_skeleton(self._day, "yMMM"))
        if not is_month and self._view.weeks:
            ends = self._view.weeks[0][0], self._view.weeks[0][-1]
            title, short = format_days(*ends), format_days(*ends, with_year=False)
        self.head.show_title(title, self._kind, short)
        self.grid.setAccessibleName(title)
        month = self._day.month if is_month else None
        self.grid.show_days(self._view, today, self._day, month)
        habits = (each for day in self._view.days.values() for each in day.habits)
        self._legend.show_habits(habits if is_month else ())
        self.day_card.show_day(self._view.day(self._day), today, item)
        # One primary action a page: the day's session goes before planning another one.
        # The empty plan has a button of its own.
        self.head.add.setVisible(not self.panel.is_empty)
        is_first = not self.day_card.has_start and not self.panel.is_empty
        self.head.add.set_kind(ButtonKind.PRIMARY if is_first else ButtonKind.SECONDARY)
        self._arrange()

    def _arrange(self) -> None:
        """Share the room between calendar and panel."""
        # The room there will be: what lies in the page is laid out only after this.
        margins, factor = self._outer.contentsMargins(), self.theme.fonts.factor
        width = self.viewport().width() - margins.left() - margins.right()
        panel = max(PANEL_NARROW, min(PANEL, round(_PANEL_SHARE * width)))
        panel = round(panel * max(1.0, factor * 0.85))
        gap = metrics.CARD_GAP_NARROW if self.is_narrow else metrics.CARD_GAP
        # A week is wide and low: it has the whole width for its figures, and the cards beneath.
        is_week = self._kind == WEEK
        stacked = is_week or width - panel - gap < _LEAST_GRID * max(1.0, factor * 0.85)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._row.setSpacing(gap)
        # Cards begin where the days do, below the names of the weekdays.
        self.panel.begin_below(0 if stacked else self.grid.head_height)
        self.panel.set_stacked(stacked=stacked)
        order_keys(self.head.add, self.panel.above)
        self._legend.set_indent(self.grid.gutter)
        self.panel.setMinimumWidth(0 if stacked else panel)
        self.panel.setMaximumWidth(16777215 if stacked else panel)
        top = margins.top() + margins.bottom()
        legend = self._legend.sizeHint().height() + 6 if not self._legend.isHidden() else 0
        head = self.head.sizeHint().height() + self.column.spacing()
        self.grid.set_room(self.viewport().height() - top - head - legend)

    # -- where one looks

    def _go_to(self, day: date) -> None:
        """Look at a day; turn the page where it is not shown, or is of another month."""
        is_shown = day in self._view.days
        if self._kind == MONTH:
            is_shown = is_shown and (day.year, day.month) == (self._day.year, self._day.month)
        self._day = day
        if not is_shown:
            with self._shell.guarded():
                self._read()
        self._show_day()

    def _turn(self, count: int) -> None:
        self.grid.choose_one_day()
        if self._kind == MONTH:
            self._go_to(months_later(self._day, count))
        else:
            self._go_to(self._day + count * timedelta(days=WEEK_DAYS))

    def _go_to_today(self) -> None:
        self.grid.choose_one_day()
        self._go_to(self._calendar.today())

    def _choose_kind(self, kind: str) -> None:
        self._kind = kind if kind in {MONTH, WEEK} else MONTH
        with self._shell.guarded():
            self._read()
        self._show_day(self.day_card.item)

    # -- what is asked for

    def _move_item(self, key: str, day: date) -> None:
        item = self._view.item(key)
        if item is not None:
            # The eye follows what it moves.
            self._day = day
            self.desk.move_to_day(item, day)
            self._show_day(key)

    def _skip_item(self, key: str) -> None:
        item = self._view.item(key)
        if item is not None:
            self.desk.skip(item)

    def _mark(self, mark: DayMark | None) -> None:
        first, last = self.grid.chosen_days
        if first == last:
            self.mark_desk.mark(self._day, mark)
        else:
            self.mark_desk.ask_for_days(first, last, mark or DayMark.REST)
            self._show_day(self.day_card.item)

    def _ask_for_days(self) -> None:
        self.mark_desk.ask_for_days(*self.grid.chosen_days)

    def _note_day(self) -> None:
        if self._ask_how_it_was is not None:
            self._ask_how_it_was(self._day, self.window())

    def _move_all(self) -> None:
        self.desk.move_all(self._view.day(self._day))

    def _skip_all(self) -> None:
        self.desk.skip_all(self._view.day(self._day))

    def _add_to_day(self) -> None:
        self.desk.ask_for_entry(self._day)
