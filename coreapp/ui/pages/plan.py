"""The plan: what comes next, and what repeats."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from itertools import groupby
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.schedule import EntryDraft, ScheduleEntry
from coreapp.i18n import _, format_date, format_minutes, format_skeleton, format_time
from coreapp.services.changes import Change
from coreapp.services.explanations import explain
from coreapp.services.library import Library
from coreapp.services.plan_words import picture_of, why_not
from coreapp.services.planning import PlannedSession, Planning
from coreapp.services.playing import Request
from coreapp.services.ports import Clock
from coreapp.services.rule_words import describe_rule
from coreapp.ui.dialogs.plan_entry import MoveDialog, PlanEntryDialog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.parts import ExercisePicture, at_top, clear_layout, page_head, title_and_line
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.list_row import INSET, DoneMark, ListCard, ListRow

DAYS_AHEAD = 14
PICTURE = 44
_ALL_BESIDE = 960
_DAY_BESIDE = 480
_ROW_BESIDE = 380


class PlanPage(Page):
    """Coming sessions day by day, each to be started, moved or skipped alone, and the rules."""

    concerns = frozenset({Change.PLAN, Change.LOG, Change.LIBRARY})

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        planning: Planning,
        clock: Clock,
        shell: Shell,
    ) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._planning = planning
        self._clock = clock
        self._shell = shell
        self._dialog: PlanEntryDialog | None = None
        self._move_dialog: MoveDialog | None = None
        self._has_primary = False
        self._add = Button(theme, _("Plan a session"), ButtonKind.PRIMARY, Icon.PLUS)
        self._add.setObjectName("plan_a_session")
        self._add.clicked.connect(self.ask_for_entry)
        self.column.addLayout(page_head(_("Plan"), self._add))
        self.column.addSpacing(metrics.CARD_GAP)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(metrics.CARD_GAP)
        self.column.addLayout(self._lists)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what is planned now."""
        clear_layout(self._lists)
        with self._shell.guarded():
            entries = self._planning.entries()
            # One primary action a page: the empty page has its own.
            self._add.setVisible(bool(entries))
            if not entries:
                self._lists.addWidget(self._empty())
                return
            start = self._planning.today()[0]
            coming = self._planning.between(start, start + timedelta(days=DAYS_AHEAD))
            columns = Columns(self.theme, least=_ALL_BESIDE, gap=metrics.CARD_GAP)
            columns.add(self._coming_card(coming), 17)
            columns.add(at_top(self._rules_card(entries)), 8)
            self._lists.addWidget(columns)

    def ask_for_entry(self, routine: str = "") -> None:
        """Ask for a recurring session to be planned."""
        zone = self._clock.zone()
        today = self._clock.reading().utc.astimezone(ZoneInfo(zone)).date()
        self._dialog = PlanEntryDialog(self.theme, self._library, today, zone, self.window())
        if routine:
            self._dialog.choose_routine(routine)
        self._dialog.planned.connect(self._put_into_plan)
        self._dialog.open()

    def _put_into_plan(self, draft: EntryDraft) -> None:
        if self._dialog is None:
            return
        try:
            entry = self._planning.add(draft)
        except CoreappError as error:
            self._dialog.show_problem(explain(error))
            return
        self._dialog.accept()
        self._shell.changed(Change.PLAN)
        self._shell.tell_with_undo(
            _("Planned: {title}").format(title=entry.title), partial(self._take_out, entry.id)
        )

    def _empty(self) -> QWidget:
        empty = EmptyState(
            self.theme,
            self._art,
            "bird-dog",
            EmptyTexts(
                _("Nothing is planned yet"),
                _("Two or three short sessions a week are a good beginning."),
                _("Plan a session"),
            ),
        )
        empty.action_requested.connect(self.ask_for_entry)
        return empty

    def _coming_card(self, coming: Sequence[PlannedSession]) -> Card:
        card = ListCard(_("Coming up"))
        self._has_primary = False
        for day, sessions in groupby(coming, key=_day_of):
            card.body.addWidget(self._day_row(day, list(sessions)))
        if not coming:
            nothing = make_text(_("Nothing in the next two weeks."), tone="ink2")
            nothing.setContentsMargins(INSET, 0, INSET, INSET)
            card.body.addWidget(nothing)
        # One primary action a page: today's session goes before planning another one.
        self._show_add(primary=not self._has_primary)
        return card

    def _day_row(self, day: date, sessions: Sequence[PlannedSession]) -> QWidget:
        is_today = day == self._today()
        row = ListRow(self.theme, "accent_soft" if is_today else "")
        tone = "accent" if is_today else "ink2"
        name = _("Today") if is_today else format_date(day, "EEEE")
        head = QWidget()
        words = QVBoxLayout(head)
        words.setContentsMargins(0, 6, 0, 6)
        words.setSpacing(0)
        words.addWidget(make_text(name, Type.BODY_STRONG, "accent" if is_today else ""))
        words.addWidget(make_text(format_skeleton(day, "MMMd"), Type.CAPTION, tone))
        words.addStretch(1)
        list_of_day = QWidget()
        column = QVBoxLayout(list_of_day)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for planned in sessions:
            column.addWidget(self._occurrence_row(planned))
        columns = Columns(self.theme, least=_DAY_BESIDE, gap=16, stacked_gap=0)
        columns.add(head, 1)
        columns.add(list_of_day, 5)
        row.line.addWidget(columns)
        return row

    def _occurrence_row(self, planned: PlannedSession) -> QWidget:
        each = planned.occurrence
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self._picture(each.routine, faded=planned.done))
        title = self._library.entry_title(each.title, each.routine)
        columns = Columns(self.theme, least=_ROW_BESIDE, gap=12, stacked_gap=0)
        columns.add(title_and_line(title, self._details(planned)))
        columns.add(self._answers(planned), share=0)
        line.addWidget(columns, 1)
        return row

    def _answers(self, planned: PlannedSession) -> QWidget:
        """Return what can be done about a planned session."""
        answers = QWidget()
        row = FlowLayout(4, 0, centred=True)
        answers.setLayout(row)
        if planned.done:
            row.addWidget(DoneMark(self.theme, _("Done")))
            return answers
        can_start = self._library.trouble_with(planned.occurrence.routine) is None
        if can_start and _day_of(planned) == self._today():
            kind = ButtonKind.SECONDARY if self._has_primary else ButtonKind.PRIMARY
            self._has_primary = True
            start = Button(self.theme, _("Start"), kind, Icon.PLAY, ButtonSize.SMALL)
            start.clicked.connect(partial(self._start, planned))
            row.addWidget(start)
        title = planned.occurrence.title
        move = Button(self.theme, _("Move…"), ButtonKind.QUIET, size=ButtonSize.SMALL)
        move.setAccessibleDescription(title)
        move.clicked.connect(partial(self._ask_to_move, planned))
        skip = Button(self.theme, _("Skip"), ButtonKind.QUIET, size=ButtonSize.SMALL)
        skip.setAccessibleDescription(title)
        skip.clicked.connect(partial(self._skip, planned))
        row.addWidget(move)
        row.addWidget(skip)
        return answers

    def _details(self, planned: PlannedSession) -> str:
        each = planned.occurrence
        if reason := why_not(self._library, each.routine):
            return _("{time}. {reason}").format(time=format_time(each.start), reason=reason)
        minutes = format_minutes(self._library.timeline(each.routine).seconds)
        if each.is_moved:
            return _("{time}, {length}, moved from {date}").format(
                time=format_time(each.start),
                length=minutes,
                date=format_date(each.original_date, "short"),
            )
        return _("{time}, {length}").format(time=format_time(each.start), length=minutes)

    def _rules_card(self, entries: Sequence[ScheduleEntry]) -> Card:
        card = ListCard(_("What repeats"))
        for entry in entries:
            row = ListRow(self.theme)
            row.line.setSpacing(14)
            row.line.addWidget(self._picture(entry.routine))
            title = self._library.entry_title(entry.title, entry.routine)
            rule = _("{rule}, {time}").format(
                rule=describe_rule(entry.rrule), time=format_time(entry.at)
            )
            row.line.addWidget(title_and_line(title, rule), 1)
            remove = IconButton(
                self.theme, Icon.TRASH, _("Remove {title}").format(title=entry.title)
            )
            remove.clicked.connect(partial(self._remove, entry))
            row.line.addWidget(remove)
            card.body.addWidget(row)
        return card

    def _show_add(self, *, primary: bool) -> None:
        """Make planning the page's main button, or one of the others."""
        kind = ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY
        self._add.set_kind(kind)

    def _picture(self, routine: str, *, faded: bool = False) -> QWidget:
        exercise = picture_of(self._library, routine)
        return ExercisePicture(self.theme, self._art, exercise, PICTURE, faded=faded)

    def _start(self, planned: PlannedSession) -> None:
        each = planned.occurrence
        self._shell.play(Request(each.routine, planned=each.planned))

    def _ask_to_move(self, planned: PlannedSession) -> None:
        each = planned.occurrence
        self._move_dialog = MoveDialog(
            self.theme, each.title, each.start, self._today(), self.window()
        )
        self._move_dialog.moved.connect(partial(self._move, planned))
        self._move_dialog.open()

    def _move(self, planned: PlannedSession, to: datetime) -> None:
        each = planned.occurrence
        with self._shell.guarded():
            before = self._planning.entry(each.entry)
            self._planning.move(each.entry, each.original_date, to)
            self._shell.changed(Change.PLAN)
            self._shell.tell_with_undo(
                _("Moved: {title}").format(title=each.title), partial(self._put_back, before)
            )

    def _skip(self, planned: PlannedSession) -> None:
        each = planned.occurrence
        with self._shell.guarded():
            before = self._planning.entry(each.entry)
            self._planning.skip(each.entry, each.original_date)
            self._shell.changed(Change.PLAN)
            self._shell.tell_with_undo(
                _("Skipped: {title}").format(title=each.title), partial(self._put_back, before)
            )

    def _remove(self, entry: ScheduleEntry) -> None:
        with self._shell.guarded():
            self._take_out(entry.id)
            self._shell.tell_with_undo(
                _("Removed: {title}").format(title=entry.title), partial(self._put_back, entry)
            )

    def _take_out(self, identity: str) -> None:
        with self._shell.guarded():
            self._planning.remove(identity)
            self._shell.changed(Change.PLAN)

    def _put_back(self, entry: ScheduleEntry) -> None:
        with self._shell.guarded():
            self._planning.restore(entry)
            self._shell.changed(Change.PLAN)

    def _today(self) -> date:
        return self._planning.today()[0].date()


def _day_of(planned: PlannedSession) -> date:
    return planned.occurrence.start.date()
