"""Changing how a session in the log felt."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coreapp.domain.training_log import PerformedSession, feeling_of
from coreapp.i18n import _
from coreapp.services.guide_words import doctor_link
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.scale_input import ScaleInput

NOTE_HEIGHT = 88


class FeelingDialog(QDialog):
    """Effort, pain and a note of one session.

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
        self._felt = feeling_of(session)
        self.setWindowTitle(_("How it felt"))
        easy, hard = _("very easy"), _("as hard as it gets")
        none, worst = _("no pain"), _("worst imaginable")
        self._effort = ScaleInput(theme, _("Effort"), easy, hard)
        self._before = ScaleInput(theme, _("Pain before"), none, worst)
        self._after = ScaleInput(theme, _("Pain afterwards"), none, worst)
        self._note = QPlainTextEdit(session.note)
        self._note.setFixedHeight(NOTE_HEIGHT)
        self._note.setTabChangesFocus(True)
        self._note.setAccessibleName(_("Note"))
        self._effort.set_value(None if session.effort is None else round(session.effort))
        self._before.set_value(session.pain_before)
        self._after.set_value(session.pain_after)
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
        column.addWidget(make_label(session.title, Type.HEADING))
        for name, field in (
            (_("Effort"), self._effort),
            (_("Pain before"), self._before),
            (_("Pain afterwards"), self._after),
            (_("Note"), self._note),
        ):
            column.addWidget(make_label(name, Type.BODY_STRONG))
            column.addWidget(field)
        column.addLayout(buttons)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        doctor.clicked.connect(self._leave_for_doctor)

    def _leave_for_doctor(self) -> None:
        self._save()
        self.doctor_requested.emit()

    def _save(self) -> None:
        self.saved.emit(
            replace(
                self._felt,
                effort=self._effort.value(),
                pain_before=self._before.value(),
                pain_after=self._after.value(),
                note=self._note.toPlainText().strip(),
            )
        )
        self.accept()
