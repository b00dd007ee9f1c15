"""The log: what was done, newest first, with every set as it was planned and as it was."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.exercise import Side
from coreapp.domain.training_log import Feeling, Outcome, PerformedSession, PerformedSet
from coreapp.i18n import (
    _,
    format_clock,
    format_date,
    format_minutes,
    format_number,
    format_time,
    ngettext,
    pgettext,
)
from coreapp.services.changes import Change
from coreapp.services.library import Library
from coreapp.services.session_words import outcome_label
from coreapp.services.training import TrainingLog, local_start
from coreapp.services.vocabulary import side_label
from coreapp.ui.dialogs.feeling import FeelingDialog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.parts import ExercisePicture, clear_layout, page_head
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.labels import make_label, make_text

SHOWN_AT_FIRST = 30
PICTURE = 48


class TrainingLogPage(Page):
    """Performed sessions by month; one can be opened, changed, and deleted with undo."""

    concerns = frozenset({Change.LOG})

    def __init__(
        self, theme: Theme, art: FigureArt, library: Library, log: TrainingLog, shell: Shell
    ) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._log = log
        self._shell = shell
        self._shown = SHOWN_AT_FIRST
        self._open: set[str] = set()
        self._dialog: FeelingDialog | None = None
        self.column.addLayout(page_head(_("Log")))
        self.column.addSpacing(metrics.CARD_GAP)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(metrics.CARD_GAP)
        self.column.addLayout(self._lists)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what is in the log now."""
        clear_layout(self._lists)
        with self._shell.guarded():
            sessions = self._log.history()
            if not sessions:
                self._lists.addWidget(self._empty())
                return
            for month, of_month in groupby(sessions[: self._shown], key=_month):
                self._lists.addWidget(self._month_card(month, list(of_month)))
            if len(sessions) > self._shown:
                more = Button(self.theme, _("Show older ones"))
                more.clicked.connect(self._show_more)
                self._lists.addWidget(more)

    def _empty(self) -> QWidget:
        empty = EmptyState(
            self.theme,
            self._art,
            "glute-bridge",
            EmptyTexts(
                _("The log begins with your first session"),
                _("Every set you do stands here, as you really did it."),
                _("Choose a routine"),
            ),
        )
        empty.action_requested.connect(self._open_routines)
        return empty

    def _month_card(self, month: str, sessions: Sequence[PerformedSession]) -> Card:
        card = Card(month)
        worked = sum(session.work_seconds for session in sessions)
        count = ngettext("{count} session", "{count} sessions", len(sessions))
        summary = _("{sessions}, {length} of work").format(
            sessions=count.format(count=len(sessions)), length=format_minutes(worked)
        )
        card.head.addWidget(make_label(summary, tone="ink2"))
        for session in sessions:
            card.body.addWidget(self._row(session))
            if session.id in self._open:
                card.body.addWidget(self._details(session))
        return card

    def _row(self, session: PerformedSession) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(16)
        exercise = session.sets[0].exercise if session.sets else ""
        layout.addWidget(ExercisePicture(self.theme, self._art, exercise, PICTURE))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_label(session.title, Type.BODY_STRONG))
        words.addWidget(make_label(_summary(session), Type.CAPTION, "ink2"))
        layout.addLayout(words, 1)
        if session.outcome is not Outcome.COMPLETED:
            layout.addWidget(make_label(outcome_label(session.outcome), Type.CAPTION, "ink2"))
        is_open = session.id in self._open
        text = _("Hide sets") if is_open else _("Show sets")
        sets = Button(self.theme, text, ButtonKind.QUIET, size=ButtonSize.SMALL)
        sets.setAccessibleDescription(session.title)
        sets.clicked.connect(partial(self._toggle, session.id))
        edit = IconButton(self.theme, Icon.EDIT, _("Change how it felt"))
        edit.clicked.connect(partial(self._ask_feeling, session))
        delete = IconButton(self.theme, Icon.TRASH, _("Delete this session"))
        delete.clicked.connect(partial(self._delete, session.id))
        for button in (sets, edit, delete):
            layout.addWidget(button)
        return row

    def _details(self, session: PerformedSession) -> QWidget:
        details = QWidget()
        grid = QGridLayout(details)
        grid.setContentsMargins(64, 0, 0, 12)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        heads = (_("Exercise"), _("Set"), _("Planned"), pgettext("sets", "Done"))
        for column, head in enumerate(heads):
            grid.addWidget(make_label(head, Type.CAPTION_STRONG, "ink2"), 0, column)
        for line, performed in enumerate(session.sets, start=1):
            cells = (
                _name_of(performed),
                format_number(performed.set),
                _dose(performed.planned_seconds, performed.planned_reps),
                _done(performed),
            )
            for column, cell in enumerate(cells):
                grid.addWidget(
                    make_label(cell, tone="ink3" if performed.skipped else ""), line, column
                )
        if session.note:
            grid.addWidget(make_text(session.note, tone="ink2"), len(session.sets) + 1, 0, 1, 4)
        return details

    def _toggle(self, identity: str) -> None:
        self._open ^= {identity}
        self.refresh()

    def _show_more(self) -> None:
        self._shown += SHOWN_AT_FIRST
        self.refresh()

    def _open_routines(self) -> None:
        self._shell.open_page(PageKey.ROUTINES)

    def _ask_feeling(self, session: PerformedSession) -> None:
        self._dialog = FeelingDialog(self.theme, session, self.window())
        self._dialog.saved.connect(partial(self._save_feeling, session.id))
        self._dialog.open()

    def _save_feeling(self, identity: str, feeling: Feeling) -> None:
        with self._shell.guarded():
            self._log.save_feeling(identity, feeling)
            self._shell.changed(Change.LOG)

    def _delete(self, identity: str) -> None:
        with self._shell.guarded():
            session = self._log.delete(identity)
            self._shell.changed(Change.LOG)
            self._shell.tell_with_undo(
                _("Deleted: {title}").format(title=session.title), partial(self._restore, session)
            )

    def _restore(self, session: PerformedSession) -> None:
        with self._shell.guarded():
            self._log.restore(session)
            self._shell.changed(Change.LOG)


def _month(session: PerformedSession) -> str:
    return format_date(local_start(session).date(), "LLLL yyyy")


def _summary(session: PerformedSession) -> str:
    start = local_start(session)
    parts = [
        f"{format_date(start.date(), 'EEE d')}, {format_time(start)}",
        _("{length} of work").format(length=format_minutes(session.work_seconds)),
    ]
    if session.effort is not None:
        parts.append(_("effort {figure}").format(figure=format_number(session.effort)))
    if session.pain_after is not None:
        parts.append(_("pain {figure}").format(figure=format_number(session.pain_after)))
    return " · ".join(parts)


def _name_of(performed: PerformedSet) -> str:
    if performed.side is Side.BOTH:
        return performed.name
    side = side_label(performed.side)
    return _("{exercise}, {side}").format(exercise=performed.name, side=side)


def _dose(seconds: float, reps: int | None) -> str:
    if reps is not None:
        return ngettext("{count} rep", "{count} reps", reps).format(count=reps)
    return format_clock(seconds)


def _done(performed: PerformedSet) -> str:
    if performed.skipped and performed.actual_seconds < 1:
        return _("skipped")
    return _dose(performed.actual_seconds, performed.actual_reps)
