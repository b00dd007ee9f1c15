"""The sitting breaks: where sitting stands and why, days and weeks, the rules, this desktop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout

from coreapp.domain.settings import Settings
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.view import StateWhy, View
from coreapp.domain.training_log import BreakSpan
from coreapp.i18n import _
from coreapp.services.break_holds import apart_from_headline, hold_lines
from coreapp.services.break_words import clock_mode_sentence, explanation, headline
from coreapp.services.changes import Change
from coreapp.services.corrections import Corrections
from coreapp.services.desk_check import Check, DeskTests
from coreapp.services.help_topics import HelpTopic
from coreapp.services.ports import Clock
from coreapp.services.preferences import Preferences
from coreapp.services.sitting_breaks import Answer, SittingBreaks
from coreapp.services.sitting_history import SittingHistory
from coreapp.ui.breaks.hurts_row import HurtsRow
from coreapp.ui.breaks.pausing import PauseMenu, can_resume
from coreapp.ui.breaks.ring_look import ring_look
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.breaks.cards import HurtsCard
from coreapp.ui.pages.breaks.correcting import TimeCorrecting
from coreapp.ui.pages.breaks.days import DayCards
from coreapp.ui.pages.breaks.desktop import DesktopCard
from coreapp.ui.pages.breaks.page_head import PageHead
from coreapp.ui.pages.breaks.privacy import PrivacyLine
from coreapp.ui.pages.breaks.trying import TryingOut
from coreapp.ui.pages.breaks.why import WhyCard
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.theme import metrics
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.scrolled import grow

EVERY_MS = 60_000
DESKTOP_EVERY_MS = 5_000
PREVIEW = "preview"
"""The part of the page on which a day is tried out."""


@dataclass(frozen=True, slots=True)
class BreaksPageDesk:
    """What the page of breaks asks of the program around it.

    Attributes:
        tests: looks this desktop over.
        hint: what can be done in a call, in a sentence; empty where nothing fits.
        settings_changed: lets changed settings have their effect.
        corrections: puts right what is recorded.
    """

    tests: DeskTests
    hint: Callable[[View | None], str]
    settings_changed: Callable[[Settings], None]
    corrections: Corrections


class BreaksPage(Page):
    """Everything about the sitting breaks of today, and of the days before."""

    concerns = frozenset({Change.BREAKS, Change.SETTINGS})

    def __init__(  # noqa: PLR0913  it hands on all that its parts are made of
        self,
        *,
        theme: Theme,
        breaks: SittingBreaks,
        history: SittingHistory,
        preferences: Preferences,
        clock: Clock,
        shell: Shell,
        desk: BreaksPageDesk,
        hurts: HurtsRow | None = None,
    ) -> None:
        super().__init__(theme)
        self._breaks = breaks
        self._history = history
        self._preferences = preferences
        self._clock = clock
        self._shell = shell
        self._desk = desk
        self._pausing = PauseMenu(breaks, clock, self)
        self._preview_day = Button(theme, _("Preview my day"))
        self._pause = Button(theme, _("Pause for…"), icon=Icon.CHEVRON_DOWN)
        self._resume = Button(theme, _("Resume"), icon=Icon.PLAY)
        self._hurts = hurts
        below = None if hurts is None else HurtsCard(hurts, shell)
        self._days = DayCards(theme, history, preferences, clock, below)
        self._why = WhyCard(theme, self._days.strip)
        self._desktop = DesktopCard(theme)
        self._privacy = PrivacyLine(theme)
        self._correcting = TimeCorrecting(theme, desk.corrections, clock, shell, self)
        self._overview = Block()
        self._trying = TryingOut(theme, history, clock, preferences, shell, desk.settings_changed)
        self._later = LaterSteps(self._overview)
        self._later.stepped.connect(partial(grow, self._desktop))
        self._minute = _timer(self, EVERY_MS, self.refresh)
        self._looking = _timer(self, DESKTOP_EVERY_MS, self._show_desktop)
        self._lay_out()
        self._connect()

    @property
    def is_following(self) -> bool:
        """Whether it is read anew every minute."""
        return self._minute.isActive()

    @property
    def is_settled(self) -> bool:
        """Whether everything is shown, what is below the window too."""
        return self._later.is_settled

    def refresh(self) -> None:
        """Show what is so now."""
        self._desk.tests.begin()
        view = self._breaks.view()
        now = self._clock.reading().utc.astimezone(ZoneInfo(self._clock.zone()))
        resumes = can_resume(self._breaks, view)
        self._resume.setVisible(resumes)
        self._pause.setVisible(view is not None and not resumes)
        self._show_why(view, now, self._preferences.settings.breaks)
        self._privacy.show_days(self._preferences.settings.keep_presence_days)
        # It stands below the window.
        self._later.begin([self._begin_desktop])
        if self._hurts is not None:
            self._hurts.refresh()
        with self._shell.guarded():
            self._days.refresh(view)

    def note(self, changes: frozenset[Change]) -> None:
        """Refresh where somebody can see it; a window in the tray waits for the next look."""
        if self._is_seen and not self.isVisible():
            self._is_stale = self._is_stale or bool(changes & self.concerns)
        else:
            super().note(changes)

    def shown(self) -> None:
        """Follow the minutes."""
        if self.isVisible():
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the minutes again when the window comes back from the tray."""
        super().showEvent(event)
        if self._is_seen:
            self._is_stale = False
            self.refresh()
            self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest with the window: in the tray nothing may wake the computer."""
        super().hideEvent(event)
        self._rest()

    def hidden(self) -> None:
        """Rest; with the next visit minutes have passed, if nothing else."""
        self._is_stale = True
        self._rest()
        self._trying.stop()

    def show_part(self, key: str) -> None:
        """Show the day that is tried out, or the page."""
        if key == PREVIEW:
            self._trying.open()
        self._trying.setVisible(key == PREVIEW)
        self._overview.setVisible(key != PREVIEW)
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the preview with Esc."""
        if not self._trying.isHidden() and event.key() == Qt.Key.Key_Escape:
            self._shell.go_back()
            return
        super().keyPressEvent(event)

    def _follow(self) -> None:
        self._minute.start()
        self._looking.start()

    def _rest(self) -> None:
        self._minute.stop()
        self._looking.stop()

    def _show_why(self, view: View | None, now: datetime, settings: BreakSettings) -> None:
        zone = ZoneInfo(self._clock.zone())
        reasons = [explanation(view, zone, with_holds=False)]
        if view is not None and view.clock_mode:
            reasons.append(clock_mode_sentence())
        holds = hold_lines(view, settings, now, zone, said_call=self._breaks.said_call)
        holds, ends = apart_from_headline(view, holds)
        if ends:
            # Right under the headline: it is about what stands there.
            reasons.insert(0, ends)
        is_free = view is not None and view.why is not StateWhy.SESSION
        self._why.show_why(
            ring_look(view),
            headline(view, zone),
            reasons,
            holds,
            is_on=view is not None,
            is_free=is_free,
        )
        self._why.show_hint(self._desk.hint(view))

    def _show_desktop(self) -> None:
        self._later.begin([])  # what is still to come says less
        for step in self._desktop.steps(self._senses(), self._desk.tests.shows()):
            step()
        grow(self._desktop)

    def _begin_desktop(self) -> None:
        self._later.begin(self._desktop.steps(self._senses(), self._desk.tests.shows()))

    def _senses(self) -> Sequence[Check]:
        # They begin with the breaks.
        return self._desk.tests.senses() if self._breaks.is_on else ()

    def _lay_out(self) -> None:
        menu = QMenu(self._pause)
        self._pausing.fill(menu)
        self._pause.setMenu(menu)
        self._pause.put_icon_last()
        column = QVBoxLayout(self._overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.CARD_GAP)
        ask = HelpButton(self.theme, HelpTopic.SITTING)
        controls = (self._preview_day, self._resume, self._pause)
        column.addWidget(PageHead(_("Breaks"), *controls, ask=ask))
        for part in (self._why, self._days, self._desktop, self._privacy):
            column.addWidget(part)
        column.addStretch(1)
        self.column.addWidget(self._trying)
        self.column.addWidget(self._overview)
        self.column.addStretch(1)

    def _connect(self) -> None:
        tests = self._desk.tests
        self._pausing.failed.connect(self._shell.show_error)
        self._resume.clicked.connect(self._pausing.resume)
        self._preview_day.clicked.connect(self._shell.preview_day)
        self._why.break_requested.connect(self._break_now)
        self._why.stood_requested.connect(self._already_stood)
        self._why.settings_requested.connect(self._open_settings)
        self._days.settings_requested.connect(self._open_settings)
        self._days.day_chosen.connect(self._show_day)
        self._days.correction_requested.connect(self._correcting.begin)
        self._days.fill_requested.connect(self._correcting.fill)
        self._correcting.corrected.connect(self.refresh)
        self._privacy.delete_requested.connect(self._delete_times)
        self._desktop.look_requested.connect(tests.look)
        self._desktop.bar_requested.connect(tests.show_bar)
        self._desktop.notice_requested.connect(tests.send_notice)
        self._desktop.tone_requested.connect(tests.play_tone)

    def _show_day(self, day: date) -> None:
        with self._shell.guarded():
            self._days.show_day(day)

    def _delete_times(self) -> None:
        with self._shell.guarded():
            spans = self._history.delete_all()
            self.refresh()
            self._shell.tell_with_undo(
                _("All times of sitting are deleted"), lambda: self._restore_times(spans)
            )

    def _restore_times(self, spans: Sequence[BreakSpan]) -> None:
        with self._shell.guarded():
            self._history.restore(spans)
            self.refresh()

    def _break_now(self) -> None:
        with self._shell.guarded():
            self._breaks.answer(Answer.STAND)

    def _already_stood(self) -> None:
        with self._shell.guarded():
            self._breaks.answer(Answer.ALREADY_STOOD)

    def _open_settings(self) -> None:
        self._shell.open_page(PageKey.SETTINGS)


def _timer(parent: QObject, milliseconds: int, tick: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.timeout.connect(tick)
    return timer
