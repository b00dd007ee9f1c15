"""The sitting breaks: where sitting stands and why, the day, the rules, and what can be sensed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.view import StateWhy, View
from coreapp.domain.training_log import BreakSpan
from coreapp.i18n import _
from coreapp.services.break_day import day_events
from coreapp.services.break_words import clock_mode_sentence, explanation, headline
from coreapp.services.changes import Change
from coreapp.services.ports import Clock
from coreapp.services.preferences import Preferences
from coreapp.services.sitting_breaks import Answer, SittingBreaks
from coreapp.ui.breaks.pausing import PauseMenu, is_paused
from coreapp.ui.breaks.ring_look import ring_look
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.break_cards import DesktopCard, EventsCard, RulesCard, Sensed, WhyCard
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.parts import page_head
from coreapp.ui.theme import metrics
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button

EVERY_MS = 60_000
_ALL_BESIDE = 960
_TWO_BESIDE = 560


class BreaksPage(Page):
    """Everything about the sitting breaks of today."""

    concerns = frozenset({Change.BREAKS, Change.SETTINGS})

    def __init__(
        self,
        *,
        theme: Theme,
        breaks: SittingBreaks,
        preferences: Preferences,
        clock: Clock,
        shell: Shell,
        sensed: Callable[[], Sequence[Sensed]],
    ) -> None:
        super().__init__(theme)
        self._breaks = breaks
        self._preferences = preferences
        self._clock = clock
        self._shell = shell
        self._sensed = sensed
        self._pausing = PauseMenu(breaks, clock, self)
        self._pause = Button(theme, _("Pause for…"), icon=Icon.CHEVRON_DOWN)
        self._resume = Button(theme, _("Resume"), icon=Icon.PLAY)
        self._why = WhyCard(theme)
        self._events = EventsCard(theme)
        self._rules = RulesCard(theme)
        self._desktop = DesktopCard(theme)
        self._minute = QTimer(self)
        self._minute.setInterval(EVERY_MS)
        self._lay_out()
        self._pausing.failed.connect(shell.show_error)
        self._resume.clicked.connect(self._pausing.resume)
        self._why.break_requested.connect(self._break_now)
        self._why.stood_requested.connect(self._already_stood)
        self._why.settings_requested.connect(self._open_settings)
        self._rules.change_requested.connect(self._open_settings)
        self._minute.timeout.connect(self.refresh)

    @property
    def is_following(self) -> bool:
        """Whether it is read anew every minute."""
        return self._minute.isActive()

    def refresh(self) -> None:
        """Show what is so now."""
        view = self._breaks.view()
        settings = self._preferences.settings.breaks
        zone = ZoneInfo(self._clock.zone())
        now = self._clock.reading().utc.astimezone(zone)
        self._resume.setVisible(is_paused(view))
        self._pause.setVisible(view is not None and not is_paused(view))
        self._show_why(view, now, settings)
        self._rules.show_rules(settings)
        self._desktop.show_sensed(self._sensed())
        spans: Sequence[BreakSpan] = ()
        with self._shell.guarded():
            spans = self._breaks.today()
        self._why.show_day(spans, now, view, settings)
        self._events.show_events(day_events(spans, settings.break_min * 60, zone), zone)

    def shown(self) -> None:
        """Follow the minutes."""
        self.refresh()
        self._minute.start()

    def hidden(self) -> None:
        """Rest."""
        self._minute.stop()

    def _show_why(self, view: View | None, now: datetime, settings: BreakSettings) -> None:
        opens = None
        zone = now.tzinfo
        if zone is None:
            return
        if view is not None and view.why is StateWhy.OFF_HOURS:
            opens = settings.working_hours.state_at(now, zone, settings.days_off)[1]
        reasons = [explanation(view, zone, opens)]
        if view is not None and view.clock_mode:
            reasons.append(clock_mode_sentence())
        self._why.show_why(ring_look(view), headline(view, zone), reasons, is_on=view is not None)

    def _lay_out(self) -> None:
        menu = QMenu(self._pause)
        self._pausing.fill(menu)
        self._pause.setMenu(menu)
        self._pause.put_icon_last()
        self.column.addLayout(page_head(_("Breaks"), self._resume, self._pause))
        self.column.addSpacing(24)
        self.column.addWidget(self._why)
        self.column.addSpacing(metrics.CARD_GAP)
        gap = metrics.CARD_GAP
        smaller = Columns(self.theme, _TWO_BESIDE, gap, gap)
        smaller.add(self._rules, 11)
        smaller.add(self._desktop, 10)
        cards = Columns(self.theme, _ALL_BESIDE, gap, gap)
        cards.add(self._events, 17)
        cards.add(smaller, 22)
        self.column.addWidget(cards)
        self.column.addStretch(1)

    def _break_now(self) -> None:
        with self._shell.guarded():
            self._breaks.answer(Answer.STAND)

    def _already_stood(self) -> None:
        with self._shell.guarded():
            self._breaks.answer(Answer.ALREADY_STOOD)

    def _open_settings(self) -> None:
        self._shell.open_page(PageKey.SETTINGS)
