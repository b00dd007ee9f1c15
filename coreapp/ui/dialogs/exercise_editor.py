"""The editor of an exercise of one's own: what is needed first, the rest unfolds."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coreapp.domain.errors import CoreappError, InvalidValueError, filled
from coreapp.domain.exercise import Exercise
from coreapp.i18n import _
from coreapp.services.explanations import explain
from coreapp.services.own_exercises import OwnExercises
from coreapp.ui.dialogs.base import MOST, Question, dialog_width
from coreapp.ui.dialogs.exercise_form import BasicsForm, DetailsForm
from coreapp.ui.dialogs.picture_fields import PictureFields
from coreapp.ui.figure.own_pictures import read_picture
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_label, make_text

WIDTH: Final = 680
_HEIGHT: Final = 720
_SIDE: Final = 24


class ExerciseEditor(QDialog):
    """Asks for everything an exercise has, and keeps it.

    Signals:
        saved: the exercise, as it is kept now.
    """

    saved = Signal(object)

    def __init__(
        self,
        theme: Theme,
        own: OwnExercises,
        exercise: Exercise,
        texts: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Show an exercise.

        Args:
            theme: the look.
            own: keeps it.
            exercise: new, a copy, or one of one's own.
            texts: what the dialog is called, and whose figure the exercise shows.
            parent: the window it belongs to.
        """
        super().__init__(parent)
        self._theme = theme
        self._own = own
        self._exercise = exercise
        self._is_changed = False
        title, figure_name = texts
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(dialog_width(theme, WIDTH))
        self._basics = BasicsForm(theme, exercise)
        self._pictures = PictureFields(theme, own.picture_path)
        self._pictures.show_names(exercise.pictures)
        self._basics.body.addWidget(self._pictures)
        self._details = DetailsForm(theme, exercise, figure_name)
        self._unfold = Button(theme, "", ButtonKind.QUIET)
        self._unfold.setCheckable(True)
        self._unfold.setObjectName("more_details")
        self._unfold.stand_flush()
        self._problem = make_text("", tone="danger")
        self._problem.hide()
        self._save = Button(theme, _("Save"), ButtonKind.PRIMARY)
        self._save.setDefault(True)
        self._save.setObjectName("save_exercise")
        self._cancel = Button(theme, _("Cancel"))
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out(title)
        self._connect()
        self._show_details(shown=False)
        size = QSize(dialog_width(theme, WIDTH), min(MOST, theme.fonts.pixels(_HEIGHT)))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))

    def exercise(self) -> Exercise:
        """Return the exercise as it is entered now."""
        return self._details.applied(self._basics.applied(self._with_pictures()))

    def reject(self) -> None:
        """Close; ask before what was entered is lost."""
        if not self._is_changed:
            super().reject()
            return
        question = Question(
            self._theme,
            _("Close without saving?"),
            _("What you changed here is not kept."),
            self,
        )
        question.add_answer(_("Go on editing"))
        question.add_answer(_("Close"), self._give_up, ButtonKind.PRIMARY)
        question.open()

    def _give_up(self) -> None:
        self._is_changed = False
        self.reject()

    def _lay_out(self, title: str) -> None:
        inner = QWidget()
        inner.setObjectName("page")
        room = QVBoxLayout(inner)
        room.setContentsMargins(_SIDE, 4, _SIDE, 4)
        room.setSpacing(12)
        room.addWidget(self._basics)
        room.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        room.addWidget(self._details)
        room.addStretch(1)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 0, _SIDE, 0)
        head.addWidget(make_label(title, Type.HEADING))
        foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE, 0, _SIDE, 0)
        foot.setSpacing(8)
        foot.addWidget(self._problem, 1)
        foot.addStretch(0)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _SIDE, 0, _SIDE)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for part in (self._basics, self._pictures, self._details):
            part.changed.connect(self._note_change)
        self._pictures.file_chosen.connect(self._take_picture)
        self._unfold.toggled.connect(self._unfold_details)
        self._save.clicked.connect(self._keep)
        self._cancel.clicked.connect(self.reject)

    def _note_change(self) -> None:
        self._is_changed = True

    def _unfold_details(self) -> None:
        self._show_details(shown=self._unfold.isChecked())

    def _show_details(self, *, shown: bool) -> None:
        self._details.setVisible(shown)
        self._unfold.setChecked(shown)
        self._unfold.setText(_("Fewer details") if shown else _("More details"))
        self._unfold.set_icon(Icon.CHEVRON_UP if shown else Icon.CHEVRON_DOWN)

    def _with_pictures(self) -> Exercise:
        return replace(self._exercise, pictures=self._pictures.names)

    def _take_picture(self, file: Path) -> None:
        try:
            self._pictures.add(self._own.take_picture(read_picture(file)))
            self._show_problem("")
        except CoreappError as error:
            self._show_problem(_sentence(error))

    def _keep(self) -> None:
        try:
            kept = self._own.save(self.exercise())
        except CoreappError as error:
            self._show_problem(_sentence(error))
            if isinstance(error, InvalidValueError):
                self._lead_to(error.key)
            return
        self._is_changed = False
        self.saved.emit(kept)
        self.accept()

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _lead_to(self, key: str) -> None:
        """Put the keyboard where something has to be changed."""
        details = self._details.fields
        if key in details:
            self._show_details(shown=True)
        field = (self._basics.fields | details).get(key)
        if field is not None:
            field.setFocus()
            self._scroll.ensureWidgetVisible(field)


def _sentence(error: CoreappError) -> str:
    """Return what is wrong, in one sentence: the field that it stands at says the rest."""
    if isinstance(error, InvalidValueError):
        return filled(_(error.remedy), error.values)
    return explain(error)
