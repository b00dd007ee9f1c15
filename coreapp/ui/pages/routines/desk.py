"""What can be done with a routine as a whole: made, duplicated, deleted, shared, taken in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from coreapp.domain.routine import Routine
from coreapp.domain.timeline import compile_timeline
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.library import Library
from coreapp.services.routine_sharing import Arrival, RoutineSharing, Standing
from coreapp.services.shared_routine import ENDING
from coreapp.services.sharing_words import arrival_lines, arrival_title
from coreapp.ui.dialogs.base import Question
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind
from coreapp.ui.widgets.film_cells import named_cells
from coreapp.ui.widgets.film_strip import FilmCell, FilmStrip

if TYPE_CHECKING:
    from coreapp.services.own_routines import OwnRoutines
    from coreapp.services.routine_editing import RoutineEditing

_NOT_IN_NAMES = '<>:"/\\|?*'
"""Characters that some system does not take in the name of a file."""


@dataclass(frozen=True, slots=True)
class RoutineMaking:
    """The use cases for routines of one's own."""

    own: "OwnRoutines"
    sharing: RoutineSharing
    editing: "RoutineEditing"


class RoutineDesk(QObject):
    """Carries out what the buttons of a page ask for; none of its dialogs blocks."""

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        shell: Shell,
        making: Callable[[], RoutineMaking],
        page: QWidget,
    ) -> None:
        """Serve a page.

        Args:
            theme: the look of the dialogs.
            art: draws the figures of what a file brings.
            library: names.
            shell: says what was done or went wrong.
            making: the use cases, made when they are first needed.
            page: over which the dialogs open.
        """
        super().__init__(page)
        self._theme = theme
        self._art = art
        self._library = library
        self._shell = shell
        self._making = making
        self._page = page

    def begin_new(self) -> None:
        """Go and build a routine."""
        self._shell.edit_routine(self._making().editing.begin_new())

    def duplicate(self, identity: str) -> None:
        """Make a copy and go on to change it."""
        with self._shell.guarded():
            copy = self._making().own.duplicate(identity)
            self._shell.changed(Change.LIBRARY)
            self._shell.edit_routine(copy.id)

    def delete(self, identity: str) -> None:
        """Delete a routine of one's own, and offer to bring it back."""
        with self._shell.guarded():
            making = self._making()
            routine = making.own.delete(identity)
            self._shell.changed(Change.LIBRARY)
            text = _("“{routine}” is deleted").format(routine=routine.name)
            self._shell.tell_with_undo(text, partial(self._bring_back, routine))

    def share(self, identity: str) -> None:
        """Ask for a file, and write a routine of one's own into it."""
        dialog = QFileDialog(self._page, _("Share the routine as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_file_kind()])
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(file_name(self._library.routine_name(identity)))
        dialog.fileSelected.connect(partial(self._write, identity))
        _open(dialog)

    def add(self) -> None:
        """Ask for a file, and show what it brings."""
        dialog = QFileDialog(self._page, _("Add a routine from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_file_kind(), _("All files (*)")])
        dialog.fileSelected.connect(self.look_into)
        _open(dialog)

    def look_into(self, file: str) -> None:
        """Show what a file brings, and take it in if the person says so."""
        with self._shell.guarded():
            arrival = self._making().sharing.look_into(Path(file))
            if arrival.changes_nothing:
                self._shell.tell(arrival_title(arrival))
            else:
                self._ask(arrival)

    def _ask(self, arrival: Arrival) -> None:
        text = "\n".join(arrival_lines(arrival))
        question = Question(self._theme, arrival_title(arrival), text, self._page)
        question.setObjectName("arrival")
        strip = FilmStrip(self._theme, self._art)
        strip.show_cells(_cells(arrival, self._library, self._art), current=-1)
        strip.setAccessibleName(_("Its exercises"))
        question.column.insertWidget(1, strip)
        replaces = arrival.standing is Standing.OTHER or any(
            standing is Standing.OTHER for _each, standing in arrival.exercises
        )
        question.add_answer(_("Cancel"))
        answer = _("Replace") if replaces else _("Add")
        question.add_answer(answer, partial(self._take_in, arrival), ButtonKind.PRIMARY)
        question.open()

    def _take_in(self, arrival: Arrival) -> None:
        with self._shell.guarded():
            self._making().sharing.take_in(arrival)
            self._shell.changed(Change.LIBRARY)
            name = arrival.routine.name
            self._shell.tell(_("“{routine}” is among your routines").format(routine=name))

    def _write(self, identity: str, file: str) -> None:
        with self._shell.guarded():
            self._making().sharing.share(identity, Path(file))
            self._shell.tell(_("The routine is saved as {file}").format(file=Path(file).name))

    def _bring_back(self, routine: Routine) -> None:
        with self._shell.guarded():
            self._making().own.keep(routine)
            self._shell.changed(Change.LIBRARY)


def file_name(routine: str) -> str:
    """Return a name for the file of a routine, which every system takes."""
    letters = (" " if each in _NOT_IN_NAMES or not each.isprintable() else each for each in routine)
    plain = "".join(letters)
    return f"{' '.join(plain.split()).strip('. ') or 'coreapp'}{ENDING}"


def _file_kind() -> str:
    return _("Routine (*{ending})").format(ending=ENDING)


def _open(dialog: QFileDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _cells(arrival: Arrival, library: Library, art: FigureArt) -> list[FilmCell]:
    """Return the steps of what arrives that there is a picture of, as its card will show them."""
    coming = {each.id: each for each, _standing in arrival.exercises}
    known = {each.id: each for each in library.exercises} | coming

    def name(exercise: str) -> str:
        return coming[exercise].name if exercise in coming else library.exercise_name(exercise)

    cells = named_cells(compile_timeline(arrival.routine, known), name)
    return [cell for cell in cells if art.has(cell.exercise)]
