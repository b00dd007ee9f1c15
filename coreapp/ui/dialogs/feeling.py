"""Changing how a session in the log felt."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coreapp.domain.training_log import Feeling, PerformedSession, feeling_of
from coreapp.i18n import _
from coreapp.services.guide_words import concern_line, doctor_link
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, Chip
from coreapp.ui.widgets.effort_input import EffortInput
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.pain_fields import PainFields

NOTE_HEIGHT = 60
FIRST_SIZE = (680, 680)


class FeelingDialog(QDialog):
    """Effort, pain, form, signs and a note of one session.

    Signals:
        saved: the `Feeling` as it is now.
        doctor_requested: the person wants to read when to see a doctor; what was entered is saved.
    """

    saved = Signal(object)
    doctor_requested = Signal()

    def __init__(
        self, theme: Theme, session: PerformedSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        felt = feeling_of(session)
        self._felt = felt
        self.setWindowTitle(_("How it felt"))
        size = QSize(*(theme.fonts.pixels(each) for each in FIRST_SIZE))
        self.resize(size if parent is None else size.boundedTo(parent.size()))
        self.effort = EffortInput(theme, _("Effort"), _("very easy"), _("as hard as it gets"))
        self.pain = PainFields(theme, with_morning=True)
        self.cleanly = Chip(theme, _("All of it done cleanly"))
        self.not_cleanly = Chip(theme, _("Not all of it"))
        self.stop_sign = Chip(theme, _("A sign to stop"))
        self.note = QPlainTextEdit(session.note)
        self._concern = make_text(kind=Type.BODY_STRONG)
        self._effort_changed = False
        self._show(felt)
        self._lay_out(theme, session.title)
        self.effort.value_changed.connect(self._note_effort)
        self.cleanly.toggled.connect(self._only_cleanly)
        self.not_cleanly.toggled.connect(self._only_not_cleanly)
        self.pain.changed.connect(self._follow)
        self.stop_sign.toggled.connect(self._follow)
        self._follow()

    def feeling(self) -> Feeling:
        """Return what is entered now."""
        return Feeling(
            effort=self._effort(),
            form_ok=True if self.cleanly.isChecked() else self._not_ok(),
            stop_sign=self.stop_sign.isChecked(),
            note=self.note.toPlainText().strip(),
            **self.pain.pain(),
        )

    def _show(self, felt: Feeling) -> None:
        self.effort.set_value(felt.effort)
        self.pain.set_pain({key: getattr(felt, key) for key in self.pain.scales})
        self.cleanly.setChecked(felt.form_ok is True)
        self.not_cleanly.setChecked(felt.form_ok is False)
        self.stop_sign.setChecked(felt.stop_sign)

    def _lay_out(self, theme: Theme, title: str) -> None:
        self.note.setFixedHeight(theme.fonts.pixels(NOTE_HEIGHT))
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(_("Note"))
        save = Button(theme, _("Save"), ButtonKind.PRIMARY)
        save.setObjectName("save_feeling")
        cancel = Button(theme, _("Cancel"))
        doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        doctor.setObjectName("when_to_see_a_doctor")
        doctor.setStyleSheet("padding: 0;")  # in line with the fields
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(doctor)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(make_label(title, Type.HEADING))
        column.addWidget(self._fields(), 1)
        column.addWidget(self._concern)
        column.addLayout(buttons)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        doctor.clicked.connect(self._leave_for_doctor)

    def _fields(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        ticks = QWidget()
        flow = FlowLayout(8, 4)
        for chip in (self.cleanly, self.not_cleanly, self.stop_sign):
            flow.addWidget(chip)
        ticks.setLayout(flow)
        for name, field in (
            (_("Effort"), self.effort),
            ("", self.pain),
            (_("How it went"), ticks),
            (_("Note"), self.note),
        ):
            if name:
                column.addWidget(make_label(name, Type.BODY_STRONG))
            column.addWidget(field)
            column.addSpacing(4)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        area.setWidget(inner)
        return area

    def _effort(self) -> float | None:
        """Return the effort; one of a file that is no half stays while nobody changes it."""
        if self._felt.effort is not None and not self._effort_changed:
            return self._felt.effort
        return self.effort.effort()

    def _note_effort(self) -> None:
        self._effort_changed = True

    def _not_ok(self) -> bool | None:
        return False if self.not_cleanly.isChecked() else None

    def _only_cleanly(self, is_on: bool) -> None:  # noqa: FBT001  a signal's slot
        if is_on:
            self.not_cleanly.setChecked(False)

    def _only_not_cleanly(self, is_on: bool) -> None:  # noqa: FBT001  a signal's slot
        if is_on:
            self.cleanly.setChecked(False)

    def _follow(self) -> None:
        text = concern_line(self.feeling())
        self._concern.setText(text)
        self._concern.setVisible(bool(text))

    def _leave_for_doctor(self) -> None:
        self._save()
        self.doctor_requested.emit()

    def _save(self) -> None:
        self.saved.emit(self.feeling())
        self.accept()
