"""What a person can do with an exercise, wherever it is shown: like, hide, copy, edit, delete."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from coreapp.domain.exercise import Exercise
from coreapp.domain.marks import Liking, Mark
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.services.marks import Marks
    from coreapp.services.own_exercises import OwnExercises


class ExerciseDesk(QObject):
    """Carries out what is asked for, says so, and offers to undo it.

    Signals:
        deleted: the id of an exercise that is no longer there.
    """

    deleted = Signal(str)

    def __init__(
        self,
        *,
        theme: Theme,
        art: FigureArt,
        library: Library,
        own: "Callable[[], OwnExercises]",
        marks: "Callable[[], Marks]",
        shell: Shell,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._own = own
        self._marks = marks
        self._shell = shell

    @property
    def marks(self) -> "Marks":
        """What is liked, hidden, or not for today."""
        return self._marks()

    def is_own(self, exercise: str) -> bool:
        """Tell whether an exercise is one's own."""
        return self._library.is_own_exercise(exercise)

    def toggle_liked(self, exercise: str) -> None:
        """Like an exercise, or no longer."""
        is_liked = self.marks.of(exercise).liking is Liking.LIKED
        with self._shell.guarded():
            self.marks.like(exercise, Liking.NONE if is_liked else Liking.LIKED)
            self._shell.changed(Change.LIBRARY)

    def toggle_disliked(self, exercise: str) -> None:
        """Let an exercise be chosen last, or like any other."""
        is_disliked = self.marks.of(exercise).liking is Liking.DISLIKED
        text = _("“{name}” is chosen like any other again.")
        if not is_disliked:
            text = _("“{name}” is chosen last from now on.")
        liking = Liking.NONE if is_disliked else Liking.DISLIKED
        self._mark(exercise, partial(self.marks.like, exercise, liking), text)

    def toggle_hidden(self, exercise: str) -> None:
        """Offer an exercise nowhere, or again."""
        is_hidden = self.marks.of(exercise).hidden
        text = _("“{name}” is shown again.") if is_hidden else _("“{name}” is hidden.")
        self._mark(exercise, partial(self.marks.hide, exercise, hidden=not is_hidden), text)

    def toggle_today(self, exercise: str) -> None:
        """Do not choose an exercise today, or choose it again."""
        is_left = not self.marks.is_for_today(exercise)
        text = _("“{name}” is chosen again today.")
        if not is_left:
            text = _("“{name}” is not chosen today.")
        change = partial(self.marks.leave_for_today, exercise, left=not is_left)
        self._mark(exercise, change, text)

    def make_new(self, parent: QWidget) -> None:
        """Open the editor with a new exercise."""
        self._open_editor(self._own().begin(), _("New exercise"), parent, is_new=True)

    def duplicate(self, exercise: str, parent: QWidget) -> None:
        """Open the editor with a copy of an exercise."""
        copy = self._own().begin_copy(exercise)
        self._open_editor(copy, _("Duplicate exercise"), parent, is_new=True)

    def edit(self, exercise: str, parent: QWidget) -> None:
        """Open the editor with an exercise of one's own."""
        own = self._library.exercise(exercise)
        self._open_editor(own, _("Edit exercise"), parent, is_new=False)

    def delete(self, exercise: str) -> None:
        """Delete an exercise of one's own, and offer to bring it back."""
        name = self._library.exercise_name(exercise)
        with self._shell.guarded():
            gone = self._own().delete(exercise)
            self.deleted.emit(exercise)
            self._renew()
            text = _("“{name}” is deleted.").format(name=name)
            self._shell.tell_with_undo(text, partial(self._bring_back, gone))

    def fill(self, menu: QMenu, exercise: str, parent: QWidget) -> None:
        """Put everything that can be done with an exercise into a menu."""
        mark = self.marks.of(exercise)
        for text, is_on, carry_out in (
            (_("Liked"), mark.liking is Liking.LIKED, self.toggle_liked),
            (_("Choose it last"), mark.liking is Liking.DISLIKED, self.toggle_disliked),
            (_("Not today"), not self.marks.is_for_today(exercise), self.toggle_today),
            (_("Hidden"), mark.hidden, self.toggle_hidden),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(is_on)
            action.triggered.connect(partial(carry_out, exercise))
        menu.addSeparator()
        menu.addAction(_("Duplicate…")).triggered.connect(partial(self.duplicate, exercise, parent))
        if self.is_own(exercise):
            menu.addAction(_("Edit…")).triggered.connect(partial(self.edit, exercise, parent))
            menu.addAction(_("Delete")).triggered.connect(partial(self.delete, exercise))

    def _mark(self, exercise: str, change: Callable[[], None], text: str) -> None:
        before = self.marks.of(exercise)
        with self._shell.guarded():
            change()
            self._shell.changed(Change.LIBRARY)
            told = text.format(name=self._library.exercise_name(exercise))
            self._shell.tell_with_undo(told, partial(self._put_mark, exercise, before))

    def _put_mark(self, exercise: str, mark: Mark) -> None:
        with self._shell.guarded():
            self.marks.put({exercise: mark})
            self._shell.changed(Change.LIBRARY)

    def _open_editor(
        self, exercise: Exercise, title: str, parent: QWidget, *, is_new: bool
    ) -> None:
        from coreapp.ui.dialogs.exercise_editor import (  # noqa: PLC0415  for those who write
            ExerciseEditor,
        )

        figure_name = self._library.exercise_name(exercise.figure) if exercise.figure else ""
        editor = ExerciseEditor(self._theme, self._own(), exercise, (title, figure_name), parent)
        editor.saved.connect(partial(self._saved, is_new=is_new))
        editor.open()

    def _saved(self, exercise: Exercise, *, is_new: bool) -> None:
        self._renew()
        if is_new:
            self._shell.open_exercise(exercise.id)

    def _bring_back(self, exercise: Exercise) -> None:
        with self._shell.guarded():
            self._own().save(exercise)
            self._renew()

    def _renew(self) -> None:
        self._art.renew()
        self._shell.changed(Change.LIBRARY)
