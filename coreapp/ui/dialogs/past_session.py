"""Entering a session that was done without the player: which, when, and how much of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coreapp.domain.routine import Routine
from coreapp.domain.search import best_matches
from coreapp.domain.training_log import Feeling, PerformedSet
from coreapp.i18n import _, format_minutes, names_in_all_languages, ngettext
from coreapp.services.library import Library
from coreapp.services.log_editing import PastSession
from coreapp.services.routine_lists import grouped
from coreapp.ui.dialogs.base import SIDE, answer_row
from coreapp.ui.dialogs.fitting import FitsWhenShown
from coreapp.ui.dialogs.keys import save_by_keys
from coreapp.ui.dialogs.routine_rows import EXERCISE, RoutineRows, drawn_of
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.feeling_fields import FeelingFields
from coreapp.ui.widgets.fields import DateField, TimeField
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.fold import Fold
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.scrolled import scrolled
from coreapp.ui.widgets.set_table import SetTable

FIRST_SIZE: Final = (760, 680)
_ROW: Final = 48
_LIST_HEIGHT: Final = 4 * _ROW + 24
"""Half a row says that there is more."""
_ID: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Drawing:
    """What makes figures.

    Attributes:
        art: draws them.
        picture: makes a small one that stands by itself, of an exercise by its id.
    """

    art: FigureArt
    picture: Callable[[str], QWidget]


class PastSessionDialog(QDialog):
    """Asks for a session of the past; all of it counts as done until somebody says otherwise.

    Signals:
        entered: the `PastSession`; the dialog stays open until it is closed.
    """

    entered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        drawing: Drawing,
        library: Library,
        sets_of: Callable[[str], tuple[PerformedSet, ...]],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            theme: the look.
            drawing: makes the figures.
            library: the routines that are offered.
            sets_of: returns the sets of a routine as they are planned.
            now: the present moment on the clocks of this place; nothing later can be entered.
            parent: what it opens on.
        """
        super().__init__(parent)
        self._theme = theme
        self._picture = drawing.picture
        self._library = library
        self._sets_of = sets_of
        self._rows: dict[str, tuple[str, str]] = {}
        self._table: SetTable | None = None
        self._table_of = ""
        self._routines = [each for _group, routines in grouped(library) for each in routines]
        self.setWindowTitle(_("Enter a session"))
        size = QSize(*(theme.fonts.pixels(each) for each in FIRST_SIZE))
        self.resize(size if parent is None else size.boundedTo(parent.size()))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search, in any language"))
        self.search.setAccessibleName(_("Which routine was it?"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Which routine was it?"))
        self.list.setFixedHeight(theme.fonts.pixels(_LIST_HEIGHT))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(RoutineRows(theme, drawing.art, self.list))
        self.day = DateField(theme, now.date(), now.date())
        self.day.setMaximumDate(QDate(now.year, now.month, now.day))
        self.day.setAccessibleName(_("Day"))
        self.at = TimeField(theme, now.time())
        self.at.setAccessibleName(_("Began at"))
        self.how_much = Fold(theme, _("What of it was done"))
        self.felt = Fold(theme, _("How it felt"))
        self.feeling = FeelingFields(theme, Feeling())
        self._problem = make_text("", Type.CAPTION, "danger")
        self._problem.hide()
        self.save = Button(theme, _("Enter"), ButtonKind.PRIMARY)
        self.save.setObjectName("enter_session")
        self._lay_out()
        self.search.textChanged.connect(self._show_found)
        self.list.currentItemChanged.connect(self._follow_routine)
        self.how_much.toggled.connect(self._show_sets)
        self.save.clicked.connect(self._tell)
        self._show_found("")
        save_by_keys(self, self.save, self.search)

    @property
    def routine(self) -> str:
        """The id of the routine that is chosen; empty while none is."""
        number = self.list.currentRow()
        return "" if number < 0 else str(self.list.item(number).data(_ID))

    def choose_routine(self, identity: str) -> None:
        """Begin with a routine; one that is in no list, as of a programme, is put at its top."""
        for number in range(self.list.count()):
            if self.list.item(number).data(_ID) == identity:
                self.list.setCurrentRow(number)
                return
        self._routines.insert(0, self._library.routine(identity))
        self._show_found(self.search.text())
        self.list.setCurrentRow(0)

    def choose_moment(self, moment: datetime) -> None:
        """Begin with a day and a time."""
        self.day.setDate(QDate(moment.year, moment.month, moment.day))
        self.at.setTime(self.at.time().fromString(f"{moment:%H:%M}", "HH:mm"))

    def past(self) -> PastSession:
        """Return what is entered now; a routine must be chosen."""
        sets = self._sets_of(self.routine) if self._table is None else self._table.sets()
        return PastSession(
            self.routine, self.day.day(), self.at.at(), tuple(sets), self.feeling.feeling()
        )

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be entered like this."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.at.setAccessibleDescription(sentence)
        if sentence:
            self.at.setFocus()

    def _lay_out(self) -> None:
        when = QWidget()
        flow = FlowLayout(8, 8, centred=True)
        flow.addWidget(self.day)
        flow.addWidget(self.at)
        when.setLayout(flow)
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 12, 0)
        body.setSpacing(8)
        self.felt.body.addWidget(self.feeling)
        for title, field in (
            (_("Which routine was it?"), self.search),
            ("", _on_card(self.list)),
            (_("When did it begin?"), when),
            ("", self.how_much),
            ("", self.felt),
        ):
            if title:
                body.addSpacing(4)
                body.addWidget(make_label(title, Type.BODY_STRONG))
            body.addWidget(field)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        column.setSpacing(12)
        column.addWidget(make_text(self.windowTitle(), Type.HEADING))
        area = scrolled(inner)
        fits = FitsWhenShown(self, area, SIDE)
        for fold in (self.how_much, self.felt):
            fold.toggled.connect(fits.fit)
        column.addWidget(area, 1)
        column.addWidget(self._problem)
        column.addLayout(answer_row(self._theme, self, self.save))

    def _show_found(self, word: str) -> None:
        """Offer the routines that match; what is chosen stays chosen while it is among them."""
        chosen = self.routine
        found = best_matches(word, self._routines, self._names)
        self.list.blockSignals(True)
        self.list.clear()
        for routine in found:
            label, exercise = self._row_of(routine)
            item = QListWidgetItem(label)
            item.setData(_ID, routine.id)
            item.setData(EXERCISE, exercise)
            item.setSizeHint(QSize(0, self._theme.fonts.pixels(_ROW)))
            self.list.addItem(item)
        row = next((at for at, each in enumerate(found) if each.id == chosen), 0)
        if found and (word.strip() or chosen):
            self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._follow_routine()

    def _follow_routine(self) -> None:
        """Begin anew with the sets of the routine that is chosen, if it is another one."""
        if self._table is not None and self.routine == self._table_of:
            return
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
            self._table = None
        has_routine = bool(self.routine)
        self.save.setEnabled(has_routine)
        self.how_much.setEnabled(has_routine)
        self.how_much.set_summary(_("all of it") if has_routine else "")
        if self.how_much.is_open:
            self._show_sets()

    def _show_sets(self) -> None:
        """Show the sets when they are first asked for."""
        if self._table is None and self.routine and self.how_much.is_open:
            self._table = SetTable(self._theme, self._sets_of(self.routine), self._picture)
            self._table_of = self.routine
            self._table.changed.connect(self._describe_sets)
            self.how_much.body.addWidget(self._table)

    def _describe_sets(self) -> None:
        if self._table is not None:
            self.how_much.set_summary(_done_line(self._table.sets()))

    def _names(self, routine: Routine) -> Sequence[str]:
        own = self._library.routine_name(routine.id)
        return tuple({own, *names_in_all_languages(routine.text_context, routine.name).values()})

    def _row_of(self, routine: Routine) -> tuple[str, str]:
        """Return the words of a row and the exercise drawn in it; made once, not with each key."""
        if routine.id not in self._rows:
            timeline = self._library.timeline(routine.id)
            label = _("{title}, {length}").format(
                title=self._library.routine_name(routine.id),
                length=format_minutes(timeline.seconds),
            )
            self._rows[routine.id] = (label, drawn_of(timeline))
        return self._rows[routine.id]

    def _tell(self) -> None:
        self.show_problem("")
        self.entered.emit(self.past())


def _on_card(field: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(8, 8, 8, 8)
    column.addWidget(field)
    return card


def _done_line(sets: Sequence[PerformedSet]) -> str:
    """Return how many of the sets were done."""
    done = sum(not each.skipped for each in sets)
    text = ngettext("{done} of {count} set", "{done} of {count} sets", len(sets))
    return _("all of it") if done == len(sets) else text.format(done=done, count=len(sets))
