"""The plan: what comes next, and what repeats."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from itertools import groupby
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.schedule import EntryDraft, ScheduleEntry
from coreapp.i18n import _, format_date, format_minutes, format_time
from coreapp.services.changes import Change
from coreapp.services.explanations import explain
from coreapp.services.library import Library
from coreapp.services.planning import PlannedSession, Planning
from coreapp.services.playing import Request
from coreapp.services.ports import Clock
from coreapp.services.rule_words import describe_rule
from coreapp.ui.dialogs.plan_entry import MoveDialog, PlanEntryDialog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.parts import ExercisePicture, clear_layout, page_head
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.labels import make_label

DAYS_AHEAD = 14
PICTURE = 48


class PlanPage(Page):
    """Coming sessions day by day, each to be started, moved or skipped alone, and the rules."""

    concerns = frozenset({Change.PLAN, Change.LOG})

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
            self._lists.addWidget(self._coming_card(coming))
            self._lists.addWidget(self._rules_card(entries))

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
        card = Card(_("Coming up"))
        for day, sessions in groupby(coming, key=_day_of):
            card.body.addWidget(make_label(format_date(day, "full"), Type.CAPTION_STRONG, "ink2"))
            for planned in sessions:
                card.body.addWidget(self._occurrence_row(planned))
        if not coming:
            card.body.addWidget(make_label(_("Nothing in the next two weeks."), tone="ink2"))
        return card

    def _occurrence_row(self, planned: PlannedSession) -> QWidget:
        each = planned.occurrence
        row, layout = _row()
        layout.addWidget(self._picture(each.routine))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = self._library.entry_title(each.title, each.routine)
        words.addWidget(make_label(title, Type.BODY_STRONG))
        words.addWidget(make_label(self._details(planned), Type.CAPTION, "ink2"))
        layout.addLayout(words, 1)
        if planned.done:
            layout.addWidget(make_label(_("Done"), Type.BODY_STRONG, "done"))
            return row
        if _day_of(planned) == self._today():
            start = Button(self.theme, _("Start"), icon=Icon.PLAY, size=ButtonSize.SMALL)
            start.clicked.connect(partial(self._start, planned))
            layout.addWidget(start)
        move = Button(self.theme, _("Move…"), ButtonKind.QUIET, size=ButtonSize.SMALL)
        move.clicked.connect(partial(self._ask_to_move, planned))
        skip = Button(self.theme, _("Skip"), ButtonKind.QUIET, size=ButtonSize.SMALL)
        skip.clicked.connect(partial(self._skip, planned))
        layout.addWidget(move)
        layout.addWidget(skip)
        return row

    def _details(self, planned: PlannedSession) -> str:
        each = planned.occurrence
        minutes = format_minutes(self._library.timeline(each.routine).seconds)
        if each.is_moved:
            return _("{time}, {length}, moved from {date}").format(
                time=format_time(each.start),
                length=minutes,
                date=format_date(each.original_date, "short"),
            )
        return _("{time}, {length}").format(time=format_time(each.start), length=minutes)

    def _rules_card(self, entries: Sequence[ScheduleEntry]) -> Card:
        card = Card(_("What repeats"))
        for entry in entries:
            row, layout = _row()
            layout.addWidget(self._picture(entry.routine))
            words = QVBoxLayout()
            words.setSpacing(0)
            title = self._library.entry_title(entry.title, entry.routine)
            words.addWidget(make_label(title, Type.BODY_STRONG))
            rule = _("{rule}, {time}").format(
                rule=describe_rule(entry.rrule), time=format_time(entry.at)
            )
            words.addWidget(make_label(rule, Type.CAPTION, "ink2"))
            layout.addLayout(words, 1)
            remove = IconButton(
                self.theme, Icon.TRASH, _("Remove {title}").format(title=entry.title)
            )
            remove.clicked.connect(partial(self._remove, entry))
            layout.addWidget(remove)
            card.body.addWidget(row)
        return card

    def _picture(self, routine: str) -> QWidget:
        exercises = self._library.routine(routine).exercises
        return ExercisePicture(self.theme, self._art, exercises[0], PICTURE)

    def _start(self, planned: PlannedSession) -> None:
        each = planned.occurrence
        self._shell.play(Request(each.routine, planned=each.planned))

    def _ask_to_move(self, planned: PlannedSession) -> None:
        each = planned.occurrence
        self._move_dialog = MoveDialog(self.theme, each.title, each.start, self.window())
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


def _row() -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 4, 0, 4)
    layout.setSpacing(16)
    return row, layout
