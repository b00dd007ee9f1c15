"""What pages have for printing: they offer it, but few visits print anything."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.ui.printing.desk import PrintDesk


class SheetDesk(QObject):
    """Prints or saves the sheet that is asked for; imports what does it with the first one."""

    def __init__(
        self, theme: Theme, art: FigureArt, library: Library, shell: Shell, page: QWidget
    ) -> None:
        """Serve a page.

        Args:
            theme: the type, and the colours for paper.
            art: draws the figures.
            library: what the sheets are about.
            shell: says what was done or went wrong.
            page: over which the dialogs open.
        """
        super().__init__(page)
        self._theme = theme
        self._art = art
        self._library = library
        self._shell = shell
        self._page = page

    def print_routine(self, identity: str) -> None:
        """Ask for a printer, and print the sheet of a routine."""
        from coreapp.ui.printing.routine_sheet import routine_sheet  # noqa: PLC0415  see the class

        self._desk.print(routine_sheet, identity)

    def save_routine(self, identity: str) -> None:
        """Ask for a file, and write the sheet of a routine into it."""
        from coreapp.ui.printing.routine_sheet import routine_sheet  # noqa: PLC0415  see the class

        self._desk.save(routine_sheet, identity)

    def print_exercise(self, identity: str) -> None:
        """Ask for a printer, and print the sheet of an exercise."""
        from coreapp.ui.printing.exercise_sheet import exercise_sheet  # noqa: PLC0415  see the class

        self._desk.print(exercise_sheet, identity)

    def save_exercise(self, identity: str) -> None:
        """Ask for a file, and write the sheet of an exercise into it."""
        from coreapp.ui.printing.exercise_sheet import exercise_sheet  # noqa: PLC0415  see the class

        self._desk.save(exercise_sheet, identity)

    @cached_property
    def _desk(self) -> "PrintDesk":
        from coreapp.ui.printing.desk import PrintDesk  # noqa: PLC0415  see the class

        return PrintDesk(self._theme, self._art, self._library, self._shell, self._page)
