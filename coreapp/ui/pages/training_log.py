"""The log: what was done, newest first, with every set as it was planned and as it was."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.training_log import Feeling, Outcome, PerformedSession
from coreapp.i18n import _, format_date, format_minutes, format_number, format_time, ngettext
from coreapp.services.changes import Change
from coreapp.services.library import Library
from coreapp.services.session_words import outcome_label
from coreapp.services.training import TrainingLog, local_start
from coreapp.ui.dialogs.feeling import FeelingDialog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.parts import ExercisePicture, clear_layout, page_head, title_and_line
from coreapp.ui.pages.set_table import SetTable
from coreapp.ui.theme import metrics
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.list_row import ListCard, ListRow, Measure

SHOWN_AT_FIRST = 30
PICTURE = 44
_ROW_BESIDE = 440
_MEASURE = 64
_ALL_THE_REST = 100


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
        card = ListCard(month)
        worked = sum(session.work_seconds for session in sessions)
        count = ngettext("{count} session", "{count} sessions", len(sessions))
        summary = _("{sessions}, {length} of work").format(
            sessions=count.format(count=len(sessions)), length=format_minutes(worked)
        )
        words = make_text(summary, tone="ink2")
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        card.head.addWidget(words, _ALL_THE_REST)
        for session in sessions:
            card.body.addWidget(self._row(session))
            if session.id in self._open:
                card.body.addWidget(SetTable(self.theme, session, PICTURE + 16))
        return card

    def _row(self, session: PerformedSession) -> QWidget:
        row = ListRow(self.theme)
        exercise = session.sets[0].exercise if session.sets else ""
        row.line.addWidget(ExercisePicture(self.theme, self._art, exercise, PICTURE))
        columns = Columns(self.theme, least=_ROW_BESIDE, gap=16, stacked_gap=0)
        columns.add(title_and_line(session.title, _summary(session)))
        columns.add(self._answers(session), share=0)
        row.line.addWidget(columns, 1)
        return row

    def _answers(self, session: PerformedSession) -> QWidget:
        """Return how a session felt, and what can be done with it."""
        answers = QWidget()
        row = FlowLayout(4, 0, centred=True)
        answers.setLayout(row)
        felt = [(session.effort, _("effort")), (session.pain_after, _("pain"))]
        for value, word in felt:
            figure = "" if value is None else format_number(value)
            measure = Measure(figure, word if figure else "")
            measure.setMinimumWidth(self.theme.fonts.pixels(_MEASURE))
            row.addWidget(measure)
        is_open = session.id in self._open
        texts = (_("Hide sets"), _("Show sets"))
        sets = Button(self.theme, texts[0], ButtonKind.QUIET, size=ButtonSize.SMALL)
        width = sets.sizeHint().width()
        sets.setText(texts[0 if is_open else 1])
        # As wide as either text: the figures beside it stand in a column from row to row.
        sets.setMinimumWidth(max(width, sets.sizeHint().width()))
        sets.setAccessibleDescription(session.title)
        sets.clicked.connect(partial(self._toggle, session.id))
        edit = IconButton(self.theme, Icon.EDIT, _("Change how it felt"))
        edit.setAccessibleDescription(session.title)
        edit.clicked.connect(partial(self._ask_feeling, session))
        delete = IconButton(self.theme, Icon.TRASH, _("Delete this session"))
        delete.setAccessibleDescription(session.title)
        delete.clicked.connect(partial(self._delete, session.id))
        for button in (sets, edit, delete):
            row.addWidget(button)
        return answers

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
        self._dialog.doctor_requested.connect(self._show_doctor)
        self._dialog.open()

    def _show_doctor(self) -> None:
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)

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
    if session.outcome is not Outcome.COMPLETED:
        parts.append(outcome_label(session.outcome))
    return " · ".join(parts)
