"""A session of the log in detail: when it was, and every set, all of which can be put right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.training_log import Outcome, PerformedSession
from coreapp.i18n import _, format_minutes, format_number
from coreapp.services.log_days import local_start
from coreapp.services.log_editing import SessionChange
from coreapp.services.session_words import outcome_label
from coreapp.ui.dialogs.base import SIDE, answer_row
from coreapp.ui.dialogs.fitting import FitsWhenShown
from coreapp.ui.dialogs.keys import save_by_keys
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.fields import DateField, TimeField
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.scrolled import scrolled
from coreapp.ui.widgets.segmented import SegmentedChoice
from coreapp.ui.widgets.set_table import SetTable

FIRST_SIZE: Final = (820, 720)
_FIRST_DAY: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class RecordedSession:
    """What the dialog shows.

    Attributes:
        title: what it is called in the list.
        today: the last day that can be chosen.
    """

    session: PerformedSession
    title: str
    today: date


class SessionDialog(QDialog):
    """Everything the log has of a session.

    A session that was cut off, or still runs, is only shown: the player may yet go on with it.

    Signals:
        saved: the `SessionChange`; the dialog stays open until it is closed.
        feeling_requested: the person wants to change how it felt; what else was changed is saved.
    """

    saved = Signal(object)
    feeling_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        recorded: RecordedSession,
        picture: Callable[[str], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            theme: the look.
            recorded: what is shown.
            picture: makes the picture of an exercise, by its id.
            parent: what it opens on.
        """
        super().__init__(parent)
        session = recorded.session
        self._session = session
        start = local_start(session)
        self.setWindowTitle(recorded.title)
        size = QSize(*(theme.fonts.pixels(each) for each in FIRST_SIZE))
        self.resize(size if parent is None else size.boundedTo(parent.size()))
        self.day = _day_field(theme, start.date(), recorded.today)
        self.at = TimeField(theme, start.time())
        self.at.setAccessibleName(_("Began at"))
        self.outcome = SegmentedChoice(theme)
        self.outcome.setAccessibleName(_("How it ended"))
        ends = (Outcome.COMPLETED, Outcome.ENDED_EARLY)
        self.outcome.set_options([(each.value, outcome_label(each)) for each in ends])
        self.outcome.choose(session.outcome.value)
        self.table = SetTable(theme, session.sets, picture)
        self._problem = make_text("", Type.CAPTION, "danger")
        self._problem.hide()
        self._feeling = Button(
            theme, _("How it felt…"), ButtonKind.SECONDARY, Icon.EDIT, ButtonSize.SMALL
        )
        self._save = Button(theme, _("Save"), ButtonKind.PRIMARY)
        self._save.setObjectName("save_session")
        self._lay_out(theme, recorded.title)
        self._save.clicked.connect(self._tell)
        self._feeling.clicked.connect(self._ask_feeling)
        if session.outcome is Outcome.INTERRUPTED:
            self._only_show()
        self._shown = self.change()
        save_by_keys(self, self._save, None)

    def change(self) -> SessionChange:
        """Return what is entered now."""
        outcome = self._session.outcome
        if outcome is not Outcome.INTERRUPTED:
            outcome = Outcome(self.outcome.value())
        return SessionChange(self.day.day(), self.at.at(), outcome, self.table.sets())

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be kept like this."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.at.setAccessibleDescription(sentence)
        if sentence:
            self.at.setFocus()

    def _lay_out(self, theme: Theme, title: str) -> None:
        when = QWidget()
        flow = FlowLayout(8, 8, centred=True)
        for each in (self.day, self.at, self.outcome):
            flow.addWidget(each)
        when.setLayout(flow)
        felt = QHBoxLayout()
        felt.setSpacing(12)
        felt.addWidget(make_text(_felt_line(self._session), tone="ink2"), 1)
        felt.addWidget(self._feeling)
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 12, 0)
        body.setSpacing(12)
        body.addWidget(self.table)
        if not self._session.sets:
            body.addWidget(make_text(_("No set of it was finished."), tone="ink2"))
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        column.setSpacing(12)
        column.addWidget(make_text(title, Type.HEADING))
        column.addWidget(when)
        column.addWidget(self._problem)
        column.addLayout(felt)
        area = scrolled(inner)
        FitsWhenShown(self, area, SIDE)
        column.addWidget(area, 1)
        column.addLayout(answer_row(theme, self, self._save))

    def _only_show(self) -> None:
        for each in (self.day, self.at, self.table):
            each.setEnabled(False)
        self.outcome.hide()
        self._save.hide()
        self.show_problem("")
        told = _("It was cut off; you can still go on with it. What is finished stands here.")
        self._problem.setText(told)
        self._problem.show()

    def _ask_feeling(self) -> None:
        """Go on to how it felt; what was put right here is kept, or the problem with it is told."""
        if self.change() == self._shown:
            self.reject()
        else:
            self._tell()
        if not self.isVisible():
            self.feeling_requested.emit()

    def _tell(self) -> None:
        self.show_problem("")
        self.saved.emit(self.change())


def _day_field(theme: Theme, day: date, today: date) -> DateField:
    """Return a field for a day that is not to come."""
    field = DateField(theme, day, today)
    # What a wrong clock or a file brought stays as it is while nobody changes it.
    last = max(day, today)
    field.setDateRange(QDate(_FIRST_DAY.year, 1, 1), QDate(last.year, last.month, last.day))
    field.setAccessibleName(_("Day"))
    return field


def _felt_line(session: PerformedSession) -> str:
    """Return how long it was worked, how it felt, and the note, in one line."""
    parts = [_("{length} of work").format(length=format_minutes(session.work_seconds))]
    if session.effort is not None:
        parts.append(_("effort {figure}").format(figure=format_number(session.effort)))
    known = [session.pain_before, session.pain_during, session.pain_after]
    worst = max((each for each in known if each is not None), default=None)
    if worst is not None:
        parts.append(_("pain {figure}").format(figure=format_number(worst)))
    if session.note:
        parts.append(session.note)
    return " · ".join(parts)
