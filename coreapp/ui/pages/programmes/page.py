"""The page of one programme: the next session, the weeks with their doses, and what it is for."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.programme import Course, Growth, Programme
from coreapp.i18n import _, format_skeleton, pgettext
from coreapp.services.changes import Change
from coreapp.services.library import Library
from coreapp.services.news import NextSession
from coreapp.services.playing import Request
from coreapp.services.programme_shifts import ProgrammeShifts
from coreapp.services.programme_standing import CourseStanding, GrowthStanding, Standing, State
from coreapp.services.programme_words import behind_hint, gate_hint, go_on_hint, programme_name
from coreapp.services.programmes import Programmes
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.pages.lower_part import LowerPart
from coreapp.ui.pages.parts import at_top
from coreapp.ui.pages.programmes.cards import FinishedCard, PlanCard
from coreapp.ui.pages.programmes.desk import ProgrammeDesk
from coreapp.ui.pages.programmes.doses import Content
from coreapp.ui.pages.programmes.texts import ProgrammeTexts
from coreapp.ui.pages.programmes.weeks import CourseWeeks, GrowthSteps
from coreapp.ui.pages.today.session_card import SessionCard
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text

BESIDE: Final = 720


class ProgrammePage(Page):
    """Shows the programme that was asked for last.

    Attributes:
        desk: carries out what its buttons ask for.
    """

    concerns = frozenset({Change.LOG, Change.PLAN})

    def __init__(  # noqa: PLR0913  a page gets exactly the services it uses
        self,
        *,
        theme: Theme,
        art: FigureArt,
        library: Library,
        programmes: Callable[[], Programmes],
        shifts: Callable[[], ProgrammeShifts],
        shell: Shell,
        is_ready: Callable[[], bool],
    ) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._programmes = programmes
        self._shifts = shifts
        self._shell = shell
        self._is_ready = is_ready
        self._identity = ""
        self._body: QWidget | None = None
        self._session: SessionCard | None = None
        self._weeks: CourseWeeks | GrowthSteps | None = None
        self._lower = LowerPart(0)
        self.desk = ProgrammeDesk(theme, library, programmes, shifts, shell, self)
        self._back = Button(theme, _("Back"), ButtonKind.QUIET, Icon.BACK)
        # Its arrow stands on the page's left edge, like all that follows.
        self._back.stand_flush()
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addStretch(1)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addStretch(1)
        self._later = LaterSteps(self.content)
        self._back.clicked.connect(shell.go_back)

    def show_programme(self, identity: str) -> None:
        """Show a programme, from its top.

        Raises:
            UnknownIdError: there is none with that id.
        """
        self._programmes().programme(identity)
        if identity != self._identity:
            self._drop_body()
            self.verticalScrollBar().setValue(0)
        self._identity = identity
        if self._is_seen:
            self.refresh()
        else:
            self._is_stale = True

    def refresh(self) -> None:
        """Read how far one is, and show it; the week that was looked at stays."""
        if not self._identity:
            return
        before = self._weeks
        with self._shell.guarded():
            programmes = self._programmes()
            programme = programmes.programme(self._identity)
            standing = self._standing(programme)
            body = self._make_body(programme, standing)
            self._drop_body(keep=body)
            self._body = body
            self.column.insertWidget(1, body)
            if isinstance(before, CourseWeeks) and isinstance(self._weeks, CourseWeeks):
                self._weeks.look_at(*before.looked_at)
            self._make_rest(programme)
            body.show()
        if self._is_seen:
            self.shown()

    @property
    def is_settled(self) -> bool:
        """Whether what lies below is there, too."""
        return self._later.is_settled

    def shown(self) -> None:
        """Let the figure move."""
        if self._session is not None:
            self._session.play_figure(moving=True)

    def hidden(self) -> None:
        """Let it stand still."""
        if self._session is not None:
            self._session.play_figure(moving=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the card of the session make do with the room."""
        super().resizeEvent(event)
        self._arrange_session()

    def _arrange_session(self) -> None:
        if self._session is None:
            return
        # With large text the card needs the whole width.
        stacked = self.room < self.theme.fonts.pixels(BESIDE)
        self._session.set_narrow(narrow=self.is_narrow, stacked=stacked)

    def _standing(self, programme: Programme) -> Standing:
        if self._is_ready():
            return self._programmes().standing(programme.id)
        return self._programmes().untouched(programme)

    def _drop_body(self, keep: QWidget | None = None) -> None:
        if self._body is not None and self._body is not keep:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
            if keep is None:
                self._session = None
                self._weeks = None

    def _make_body(self, programme: Programme, standing: Standing) -> QWidget:
        context = programme.text_context
        body = Block()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.CARD_GAP)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(make_text(programme_name(programme), Type.PAGE))
        head.addWidget(make_text(pgettext(context, programme.summary), tone="ink2"))
        column.addLayout(head)
        hint = _hint(programme, standing)
        if hint:
            column.addLayout(self._make_hint(hint))
        self._weeks = self._make_weeks(programme, standing)
        cards = Columns(self.theme, least=BESIDE, gap=metrics.CARD_GAP)
        cards.add(self._make_main(programme, standing), 17)
        cards.add(self._make_side(standing), 9)
        column.addWidget(cards)
        self._lower = LowerPart(2 * self.viewport().height())
        column.addWidget(self._lower)
        return body

    def _make_rest(self, programme: Programme) -> None:
        """Make what lies below: after the paint, unless somebody has scrolled down to it."""
        self._later.begin([self._add_doses, partial(self._add_texts, programme)])
        if self.verticalScrollBar().value() > 0:
            self._later.finish()

    def _add_doses(self) -> None:
        if isinstance(self._weeks, CourseWeeks):
            with self._shell.guarded():
                doses = self._weeks.make_doses()
                doses.start_requested.connect(self._play)
                doses.exercise_requested.connect(self._shell.open_exercise)
                doses.level_chosen.connect(partial(self.desk.choose_level, self._identity))
                self._lower.add(doses)

    def _add_texts(self, programme: Programme) -> None:
        texts = ProgrammeTexts(self.theme, programme)
        texts.doctor_requested.connect(partial(self._shell.open_article, WHEN_TO_SEE_A_DOCTOR))
        self._lower.add(texts)
        self._lower.end()

    def _make_hint(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        mark = IconLabel(self.theme, Icon.WARNING, "ready_text")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(make_text(text), 1)
        return row

    def _make_weeks(self, programme: Programme, standing: Standing) -> CourseWeeks | GrowthSteps:
        match programme.plan, standing:
            case Course() as course, CourseStanding():
                programmes = self._programmes()
                levels = programmes.levels(programme, course, with_log=self._is_ready())
                content = Content(
                    programme,
                    course,
                    programmes.weeks(programme, course),
                    {each.exercise: each for each in levels},
                )
                return CourseWeeks(
                    self.theme, self._art, self._library, programmes, content, standing
                )
            case Growth() as growth, GrowthStanding():
                return GrowthSteps(self.theme, self._library, programme, growth, standing)
            case _:
                raise TypeError(standing)

    def _make_main(self, programme: Programme, standing: Standing) -> QWidget:
        """Return the card of the next session, or of what comes afterwards."""
        self._session = None
        if standing.state is State.FINISHED and isinstance(standing, CourseStanding):
            text = pgettext(programme.text_context, programme.afterwards)
            card = FinishedCard(self.theme, self._library, text, programme.then)
            card.start_requested.connect(self._play)
            card.repeat_requested.connect(partial(self.desk.begin_again, self._identity))
            return card
        session = SessionCard(self.theme, self._art, self._library)
        session.start_requested.connect(self._start)
        session.look_requested.connect(self._look)
        due = standing.in_plan.today if standing.in_plan else None
        routine = due.routine if due else self._programmes().next_routine(programme, standing)
        today = self._programmes().today()
        tag = self._weeks.tag if self._weeks is not None else ""
        session.show_session(NextSession(routine, due), today, tag=tag)
        self._session = session
        self._arrange_session()
        return session

    def _make_side(self, standing: Standing) -> QWidget:
        behind = ""
        if (paused := self._shifts().paused(self._identity)) is not None:
            since = format_skeleton(paused.since, "MMMd")
            behind = _("Paused since {date}").format(date=since)
        if standing.in_plan is not None and standing.in_plan.is_behind:
            behind = behind_hint(standing.in_plan.week, standing.in_plan.goes_on)
        side = Block()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.CARD_GAP_NARROW)
        if self._weeks is not None:
            column.addWidget(self._weeks.card)
        is_over = isinstance(standing, CourseStanding) and standing.next is None
        if standing.in_plan is not None or not is_over:
            plan = PlanCard(self.theme, standing.in_plan, behind)
            plan.plan_requested.connect(partial(self.desk.ask_for_days, self._identity))
            plan.removal_requested.connect(partial(self.desk.take_out, self._identity))
            column.addWidget(plan)
        return at_top(side)

    def _start(self, session: NextSession) -> None:
        planned = session.occurrence.planned if session.occurrence else None
        self._shell.play(Request(session.routine, planned=planned))

    def _play(self, routine: str) -> None:
        self._shell.play(Request(routine))

    def _look(self, _routine: str) -> None:
        if isinstance(self._weeks, CourseWeeks):
            self._later.finish()
            self.verticalScrollBar().setValue(self._lower.y() - metrics.CARD_GAP)
        elif self._weeks is not None:
            self._shell.open_exercise(self._weeks.exercise)


def _hint(programme: Programme, standing: Standing) -> str:
    """Return what pain in the last week, or a gate, means for the next session."""
    if not isinstance(standing, CourseStanding) or standing.last is None or standing.next is None:
        return ""
    if standing.next.week > standing.last.week:
        return ""
    if standing.held_back:
        return gate_hint(programme, standing.next.week)
    return go_on_hint(standing.light, standing.last.week, standing.next.week)
