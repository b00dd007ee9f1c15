"""The figures of a routine that is chosen in a dialog: what one puts into the plan is seen."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.i18n import format_list
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.film_cells import told_cells
from coreapp.ui.widgets.film_strip import FilmStrip

MOST_TEXT: Final = 1.3
"""With larger letters than this, as a factor, a dialog needs its height for what is asked."""


class RoutineFilm(QWidget):
    """A strip to look at; the keyboard passes it by.

    Args:
        theme: the look.
        art: draws the figures.
        library: the routines.
    """

    def __init__(self, theme: Theme, art: FigureArt, library: Library) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._strip = FilmStrip(theme, art)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self._strip)

    def show_routine(self, identity: str) -> None:
        """Show a routine; of one that is gone there is nothing to see."""
        is_there = self._library.trouble_with(identity) is None
        is_large = self._theme.fonts.factor > MOST_TEXT
        self.setVisible(is_there and not is_large)
        if is_there:
            cells = told_cells(self._library.timeline(identity), self._library, self._art)
            self._strip.show_cells(cells, current=-1)
            self._strip.setAccessibleName(format_list([cell.name for cell in cells]))
            self._strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
