"""Today: the next session, where sitting stands, a few minutes now, and the week."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout

from coreapp.domain.adherence import DoneBesides
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.programme import split_id
from coreapp.i18n import _, as_heading, format_date
from coreapp.services.changes import Change
from coreapp.services.library import Library
from coreapp.services.news import NextSession, headline, next_session
from coreapp.services.planning import Planning
from coreapp.services.playing import Request
from coreapp.services.ports import Clock
from coreapp.ui.breaks.sitting_card import SittingCard
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.hurts_menu import HurtsMenu
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.pages.today.cards import Asking, TodayCards
from coreapp.ui.pages.today.quick_card import QuickCard
from coreapp.ui.pages.today.session_card import SessionCard
from coreapp.ui.pages.today.week_card import WeekCard
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.labels import make_label, make_text

if TYPE_CHECKING:
    from coreapp.services.composing import Composing
    from coreapp.services.hurts import Hurts

DAYS_AHEAD = 14
_FOOT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
BESIDE = 740
"""Width at 100 % text from which two cards stand side by side, in pixels."""


def _nothing_besides(_first: date, _last: date) -> Mapping[date, DoneBesides]:
    return {}


class TodayPage(Page):
    """What is to be done now."""

    concerns = frozenset({Change.LOG, Change.PLAN, Change.LIBRARY})

    def __init__(  # noqa: PLR0913  a page gets exactly the services it uses
        self,
        *,
        theme: Theme,
        art: FigureArt,
        library: Library,
        planning: Callable[[], Planning],
        composing: "Callable[[], Composing]",
        asking: Asking,
        clock: Clock,
        sitting_card: SittingCard,
        shell: Shell,
        is_ready: Callable[[], bool],
        hurts: "Callable[[], Hurts] | None" = None,
        done_besides: Callable[[date, date], Mapping[date, DoneBesides]] = _nothing_besides,
    ) -> None:
        super().__init__(theme)
        self._library = library
        self._planning = planning
        self._clock = clock
        self._shell = shell
        self._is_ready = is_ready
        self._done_besides = done_besides
        self._day: date | None = None
        self._date = make_label("", tone="ink2")
        self._news = make_text("", Type.PAGE)
        self._enter = Button(
            theme, _("Enter a run or walk"), ButtonKind.QUIET, Icon.PLUS, ButtonSize.SMALL
        )
        self._enter.setToolTip(_("From anywhere: Ctrl E"))
        self._cards = TodayCards(theme, library, shell, asking)
        self._later = LaterSteps(self.content)
        self._session = SessionCard(theme, art, library)
        self._sitting = sitting_card
        # A bound method would hold the page and the card in a circle.
        recent = partial(_done_last, composing, is_ready, shell)
        menu = None if hurts is None else _hurts_menu(hurts, shell)
        self._quick = QuickCard(theme, art, library, composing, recent, menu)
        self._week = WeekCard(theme, art, library)
        self._head = QGridLayout()
        self._first_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._enter.clicked.connect(shell.enter_activity)
        self._session.start_requested.connect(self._start)
        self._session.look_requested.connect(self._look)
        self._quick.play_requested.connect(self._play)
        self._quick.exercise_requested.connect(shell.open_exercise)
        self._week.plan_requested.connect(partial(shell.open_page, PageKey.PLAN))
        self._week.programmes_requested.connect(partial(shell.open_page, PageKey.ROUTINES))
        self._week.example_requested.connect(shell.show_example)
        theme.changed.connect(self._fit)

    def refresh(self) -> None:
        """Show today's plan; until the log is open, what can be said without it."""
        today = self._today()
        if today != self._day:
            self._day = today
            self._cards.forget()
        self._date.setText(as_heading(format_date(today, "full")))
        self._quick.refresh(today)
        monday = today - timedelta(days=today.weekday())
        if not self._is_ready():
            self._news.setText(headline((), today))
            self._session.show_session(next_session(()), today)
            self._week.show_week(monday, today, ())
            return
        with self._shell.guarded():
            planning = self._planning()
            start = planning.today()[0]
            week_start = start - timedelta(days=today.weekday())
            found = planning.between(week_start, start + timedelta(days=DAYS_AHEAD))
            coming = [each for each in found if each.occurrence.start >= start]
            self._news.setText(headline(coming, today, self._clock.reading().utc))
            self._session.show_session(next_session(coming, self._can_start), today)
            week_end = week_start + timedelta(days=7)
            week = [each for each in found if each.occurrence.start < week_end]
            besides = self._done_besides(monday, monday + timedelta(days=6))
            self._week.show_week(monday, today, week, besides)
            self._week.invite(wanted=not found, has_begun=bool(besides))
            # The rules read six weeks of the log. What they said last stands until then; where they
            # said nothing yet, all comes at once, as a card above the session moves the rest.
            if self._cards.are_made:
                self._later.begin([self._refresh_cards])
            else:
                self._refresh_cards()

    @property
    def is_settled(self) -> bool:
        """Whether everything is there that comes after the first paint."""
        return self._later.is_settled

    def note(self, changes: frozenset[Change]) -> None:
        """Follow the breaks at once; the rest when it concerns this page."""
        if Change.BREAKS in changes and self.isVisible():
            self._sitting.refresh()
            self._follow_the_day()
        super().note(changes)

    def shown(self) -> None:
        """Let the figure move; what was shown on another day is out of date."""
        self._follow_the_day()
        self._session.play_figure(moving=True)

    def hidden(self) -> None:
        """Let the figure rest, and what was answered go."""
        self._session.play_figure(moving=False)
        self._cards.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the rows as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the rows as the width allows at this size of text."""
        narrow = self.is_narrow
        # With large text the cards need the whole width.
        stacked = self.room < self.theme.fonts.pixels(BESIDE)
        direction = QBoxLayout.Direction
        way = direction.TopToBottom if stacked else direction.LeftToRight
        self._place_enter(stacked=stacked, narrow=narrow)
        self._first_row.setDirection(way)
        self._second_row.setDirection(way)
        self._session.set_narrow(narrow=narrow, stacked=stacked)
        self._sitting.set_narrow(narrow=narrow, stacked=stacked)
        self._quick.set_narrow(narrow=narrow)
        self._week.set_narrow(narrow=narrow, stacked=stacked)
        self._cards.set_narrow(narrow=narrow)
        gap = metrics.CARD_GAP_NARROW if narrow else metrics.CARD_GAP
        for row in (self._first_row, self._second_row):
            row.setSpacing(gap)
        self.column.setSpacing(gap)

    def _refresh_cards(self) -> None:
        with self._shell.guarded():
            self._cards.refresh(self._today())

    def _today(self) -> date:
        return self._clock.reading().utc.astimezone(ZoneInfo(self._clock.zone())).date()

    def _follow_the_day(self) -> None:
        if self._today() != self._day:
            self.refresh()

    def _lay_out(self) -> None:
        self._first_row.addWidget(self._session, 1)
        self._first_row.addWidget(self._sitting)
        self._second_row.addWidget(self._quick, 480)
        self._second_row.addWidget(self._week, 624)
        self._week.body.addLayout(self._cards.goal_place)
        self._week.body.addStretch(1)
        self.column.setSpacing(metrics.CARD_GAP)
        self._head.setSpacing(0)
        self._head.setColumnStretch(0, 1)
        self._head.addWidget(self._date, 0, 0)
        self._place_enter(stacked=False, narrow=False)
        self.column.addLayout(self._head)
        self.column.addLayout(self._cards.above)
        self.column.addLayout(self._first_row)
        self.column.addLayout(self._second_row)
        self.column.addLayout(self._cards.below)
        self.column.addStretch(1)

    def _place_enter(self, *, stacked: bool, narrow: bool) -> None:
        """Put what enters a run beside the news; where it is narrow beside the date, or beneath."""
        row = 2 if stacked else 0 if narrow else 1
        self._head.removeWidget(self._enter)
        self._head.removeWidget(self._news)
        self._head.addWidget(self._news, 1, 0, 1, 1 if row == 1 else 2)
        self._head.addWidget(self._enter, row, 0 if stacked else 1, _FOOT_LEFT)
        self._enter.setStyleSheet("padding: 0;" if stacked else "")  # in line with the words

    def _start(self, session: NextSession) -> None:
        planned = session.occurrence.planned if session.occurrence else None
        self._shell.play(Request(session.routine, planned=planned))

    def _play(self, routine: str) -> None:
        self._shell.play(Request(routine))

    def _can_start(self, routine: str) -> bool:
        return self._library.trouble_with(routine) is None

    def _look(self, routine: str) -> None:
        if not self._can_start(routine):
            # There it can be skipped or taken out.
            self._shell.open_page(PageKey.PLAN)
        elif (session := split_id(routine)) is not None:
            self._shell.open_programme(session[0])
        else:
            self._shell.open_page(PageKey.ROUTINES)


def _done_last(
    composing: "Callable[[], Composing]", is_ready: Callable[[], bool], shell: Shell
) -> Sequence[str]:
    """Return the exercises done last; none until the log is open."""
    if is_ready():
        with shell.guarded():
            return composing().recent()
    return ()


def _hurts_menu(hurts: "Callable[[], Hurts]", shell: Shell) -> HurtsMenu:
    """Return what asks what hurts today; the page of breaks asks for it as well."""
    menu = HurtsMenu(hurts)
    menu.changed.connect(partial(shell.changed, Change.BREAKS))
    menu.doctor_requested.connect(partial(shell.open_article, WHEN_TO_SEE_A_DOCTOR))
    menu.failed.connect(shell.show_error)
    return menu
