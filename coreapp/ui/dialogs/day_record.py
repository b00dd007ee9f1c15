"""How a day was: marked, noted, and what helps or hinders recovery, in groups folded away."""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.habits import DayNote
from coreapp.i18n import _, as_heading, format_date
from coreapp.services.mark_words import mark_label
from coreapp.ui.dialogs.base import SIDE, answer_row
from coreapp.ui.dialogs.day_groups import DayGroup, LoadGroup, PainGroup, RestGroup
from coreapp.ui.dialogs.fitting import FitsWhenShown
from coreapp.ui.dialogs.keys import save_by_keys
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, Chip
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.scrolled import scrolled
from coreapp.ui.widgets.single_choice import SingleChoice

FIRST_SIZE: Final = (640, 640)
_NOTE_HEIGHT: Final = 60


class DayRecordDialog(QDialog):
    """Asks how a day was; every field may be left empty. A day to come can only be marked.

    Signals:
        saved: the `DayRecord` as it is now; the dialog stays open until it is closed.
        doctor_requested: the person wants to read when to see a doctor; what was entered is saved.
    """

    saved = Signal(object)
    doctor_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        record: DayRecord,
        sensed: DayNote,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            theme: the look.
            record: what was said of the day before.
            sensed: what the computer has sensed of its sitting; it stands where nothing is entered.
            today: tells which days are to come.
            parent: what it opens on.
        """
        super().__init__(parent)
        self._record = record
        is_past = record.day <= today
        self.setWindowTitle(_("How the day was") if is_past else _("Mark the day"))
        size = QSize(*(theme.fonts.pixels(each) for each in FIRST_SIZE))
        self.resize(size if parent is None else size.boundedTo(parent.size()))
        self.mark = SingleChoice(
            theme, _("Mark in the plan"), [(each.value, mark_label(each)) for each in DayMark]
        )
        self.mark.choose("" if record.mark is None else record.mark.value)
        self.pain = PainGroup(theme, record)
        self.rest = RestGroup(theme, record)
        self.load = LoadGroup(theme, record, sensed)
        self.groups: tuple[DayGroup, ...] = (self.pain, self.rest, self.load) if is_past else ()
        self.note = QPlainTextEdit(record.text)
        self._problem = make_text("", Type.CAPTION, "danger")
        self._problem.hide()
        self._lay_out(theme)
        for group in (self.pain, self.rest, self.load):
            group.setVisible(group in self.groups)
            group.describe(record)
            group.toggled.connect(self._describe)
        self.pain.doctor_requested.connect(self._leave_for_doctor)

    def record(self) -> DayRecord:
        """Return what is entered now."""
        record, mark = self._record, self.mark.value()
        for group in self.groups:
            record = group.entered(record)
        text = self.note.toPlainText().strip()
        return replace(record, mark=DayMark(mark) if mark else None, text=text)

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be kept like this."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _lay_out(self, theme: Theme) -> None:
        self.note.setFixedHeight(theme.fonts.pixels(_NOTE_HEIGHT))
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(_("Note"))
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 12, 0)
        body.setSpacing(8)
        body.addWidget(make_label(_("Mark in the plan"), Type.BODY_STRONG))
        body.addWidget(self.mark)
        body.addSpacing(4)
        for group in (self.pain, self.rest, self.load):
            body.addWidget(group)
        body.addSpacing(4)
        body.addWidget(make_label(_("Note"), Type.BODY_STRONG))
        body.addWidget(self.note)
        body.addStretch(1)
        save = Button(theme, _("Save"), ButtonKind.PRIMARY)
        save.setObjectName("save_day")
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        column.setSpacing(12)
        column.addWidget(make_text(self.windowTitle(), Type.HEADING))
        column.addWidget(make_text(as_heading(format_date(self._record.day, "full")), tone="ink2"))
        area = scrolled(inner)
        fits = FitsWhenShown(self, area, SIDE)
        for each in self.groups:
            each.toggled.connect(fits.fit)
        column.addWidget(area, 1)
        column.addWidget(self._problem)
        column.addLayout(answer_row(theme, self, save))
        save.clicked.connect(self._tell)
        save_by_keys(self, save, self.mark.findChild(Chip))

    def _describe(self) -> None:
        record = self.record()
        for group in self.groups:
            group.describe(record)

    def _leave_for_doctor(self) -> None:
        self._tell()
        self.doctor_requested.emit()

    def _tell(self) -> None:
        self.show_problem("")
        self.saved.emit(self.record())
