"""A day on the page of breaks, today or an earlier one: its strip, figures, week and events."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.sitting.view import View
from coreapp.domain.sitting_figures import day_range, touching
from coreapp.services.break_day import day_events
from coreapp.services.ports import Clock
from coreapp.services.preferences import Preferences
from coreapp.services.sitting_history import SittingHistory
from coreapp.services.sitting_words import break_figures, main_figures
from coreapp.ui.breaks.day_picture import day_legend, day_view, next_legend, past_day_view
from coreapp.ui.pages.breaks.cards import EventsCard, RulesCard
from coreapp.ui.pages.breaks.figures import FiguresCard, SittingWeekCard
from coreapp.ui.pages.breaks.strip import DayPart
from coreapp.ui.pages.columns import Columns
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block

_BESIDE = 760


class DayCards(Block):
    """The cards about one day; the strip is put where the page wants it.

    Signals:
        day_chosen: another date is to be shown.
        settings_requested: the rules are to be changed.
        correction_requested: the day, and the id of its span that is to be corrected, empty for
            one that is not over yet.
        fill_requested: the day, of which nothing is recorded, is to be filled in.

    Attributes:
        strip: the strip of the day, with the way to the ones before.
    """

    day_chosen = Signal(object)
    settings_requested = Signal()
    correction_requested = Signal(object, str)
    fill_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        history: SittingHistory,
        preferences: Preferences,
        clock: Clock,
        below: QWidget | None,
    ) -> None:
        super().__init__()
        self._history = history
        self._preferences = preferences
        self._clock = clock
        self._chosen: date | None = None
        self._view: View | None = None
        self.strip = DayPart(theme)
        self._figures = FiguresCard(theme)
        self._week = SittingWeekCard(theme)
        self._events = EventsCard(theme)
        self._rules = RulesCard(theme)
        self._lay_out(theme, below)
        self.strip.day_chosen.connect(self.day_chosen)
        self.strip.span_chosen.connect(self._ask_for_correction)
        self.strip.fill_requested.connect(self._ask_to_fill)
        self._week.day_chosen.connect(self.day_chosen)
        self._rules.change_requested.connect(self.settings_requested)

    @property
    def day(self) -> date:
        """The date that is shown."""
        return self._chosen or self._history.today

    def show_day(self, day: date) -> None:
        """Show another date; today is followed through midnight.

        Raises:
            CoreappError: the log cannot be read.
        """
        self._chosen = None if day == self._history.today else day
        self.refresh(self._view)

    def refresh(self, view: View | None) -> None:
        """Show what is known of the day now.

        Raises:
            CoreappError: the log cannot be read; the rules and the day's name are shown.
        """
        self._view = view
        history, today = self._history, self._history.today
        settings = self._preferences.settings.breaks
        if self._chosen is not None and not history.first_day <= self._chosen < today:
            self._chosen = None
        self._rules.show_rules(settings)
        self.strip.show_day(self.day, today, history.first_day)
        week = history.week_of(self.day)
        zone, is_today = ZoneInfo(self._clock.zone()), self.day == today
        spans = touching(week.spans, *day_range(self.day, zone))
        # An earlier day without any spans has nothing that must be told apart.
        legend = day_legend(spans, settings.break_min * 60) if spans or is_today else []
        now = self._clock.reading().utc.astimezone(zone) if is_today else None
        if now is not None:
            strip = day_view(spans, now, view, settings)
            is_counted = view is not None
            self.strip.show_strip(strip, legend, next_legend(view), is_counted=is_counted)
        else:
            self.strip.show_strip(past_day_view(spans, self.day, zone, settings), legend, [])
        figures = week.figures_of(self.day)
        counted = break_figures(figures, view if is_today else None)
        if figures.days:
            self._figures.show_figures(main_figures(figures, history.rule), counted)
        else:
            self._figures.show_nothing(is_today=is_today)
        self._week.show_week(week, self.day, today, history.rule)
        events = day_events(spans, settings.break_min * 60, zone, now)
        self._events.show_events(events, zone, is_today=is_today)

    def _ask_for_correction(self, identity: str) -> None:
        self.correction_requested.emit(self.day, identity)

    def _ask_to_fill(self) -> None:
        self.fill_requested.emit(self.day)

    def _lay_out(self, theme: Theme, below: QWidget | None) -> None:
        gap = metrics.CARD_GAP
        counted = Columns(theme, _BESIDE, gap, gap)
        counted.add(self._figures, 1)
        counted.add(self._week, 1)
        told = Columns(theme, _BESIDE, gap, gap)
        told.add(self._events, 1)
        told.add(self._rules, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(counted)
        column.addWidget(told)
        if below is not None:
            column.addWidget(below)
