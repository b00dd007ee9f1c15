"""Changing how a session in the log felt."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from coreapp.domain.training_log import Feeling, PerformedSession, feeling_of
from coreapp.i18n import _
from coreapp.services.guide_words import doctor_link
from coreapp.ui.dialogs.base import SIDE, answer_row
from coreapp.ui.dialogs.fitting import FitsWhenShown
from coreapp.ui.dialogs.keys import save_by_keys
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.feeling_fields import FeelingFields
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.scrolled import scrolled

FIRST_SIZE = (680, 680)


class FeelingDialog(QDialog):
    """Effort, pain, form, signs and a note of one session.

    Signals:
        saved: the `Feeling` as it is now; the dialog stays open until it is closed.
        doctor_requested: the person wants to read when to see a doctor; what was entered is saved.
    """

    saved = Signal(object)
    doctor_requested = Signal()

    def __init__(
        self, theme: Theme, session: PerformedSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("How it felt"))
        size = QSize(*(theme.fonts.pixels(each) for each in FIRST_SIZE))
        self.resize(size if parent is None else size.boundedTo(parent.size()))
        self.fields = FeelingFields(theme, feeling_of(session))
        self._concern = make_text(kind=Type.BODY_STRONG)
        self._problem = make_text("", Type.CAPTION, "danger")
        self._problem.hide()
        self._lay_out(theme, session.title)
        self.fields.changed.connect(self._follow)
        self._follow()

    def feeling(self) -> Feeling:
        """Return what is entered now."""
        return self.fields.feeling()

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be kept."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _lay_out(self, theme: Theme, title: str) -> None:
        save = Button(theme, _("Save"), ButtonKind.PRIMARY)
        save.setObjectName("save_feeling")
        doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        doctor.setObjectName("when_to_see_a_doctor")
        doctor.setStyleSheet("padding: 0;")  # in line with the fields
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        column.setSpacing(16)
        column.addWidget(make_label(title, Type.HEADING))
        area = self._scrolled_fields()
        FitsWhenShown(self, area, SIDE)
        column.addWidget(area, 1)
        column.addWidget(self._concern)
        column.addWidget(self._problem)
        column.addLayout(answer_row(theme, self, save, doctor))
        save.clicked.connect(self._save)
        save_by_keys(self, save, self.fields.effort)
        doctor.clicked.connect(self._leave_for_doctor)

    def _scrolled_fields(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self.fields)
        column.addStretch(1)
        return scrolled(inner)

    def _follow(self) -> None:
        text = self.fields.concern
        self._concern.setText(text)
        self._concern.setVisible(bool(text))

    def _leave_for_doctor(self) -> None:
        self._save()
        self.doctor_requested.emit()

    def _save(self) -> None:
        self.show_problem("")
        self.saved.emit(self.feeling())
