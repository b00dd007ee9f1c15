"""The foot of the exercise page: where it is used, what works in it, and on whose word."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine
from coreapp.i18n import _, pgettext
from coreapp.services.library import Library
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.exercises.page_parts import GAP, LEAST, LEFT, RIGHT, least_pixels
from coreapp.ui.pages.exercises.parts import MuscleSection
from coreapp.ui.pages.section import Section
from coreapp.ui.pages.start_row import StartRow
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.buttons import ButtonKind

_TWO_ROUTINES: Final = 640
"""From this width on routines stand two in a row, so that each button is near its name.

In a narrower one each name would be broken after every word.
"""

_LEAST_ROW: Final = 240


class Beneath(Columns):
    """Stands beneath figure and steps: at the end of the steps it would go on alone for a window.

    Signals:
        start_requested: the person wants the routine of this id.
    """

    start_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        exercise: Exercise,
        routines: Sequence[Routine],
        sheet: QWidget,
    ) -> None:
        """Show what there is.

        Args:
            theme: the look.
            library: knows the names and lengths of routines.
            exercise: what the page is about.
            routines: those it is in.
            sheet: prints the page; stands at the end.
        """
        left, right = Block(), Block()
        super().__init__(theme, least=LEAST, gap=GAP, stacked_gap=32)
        self.add(left, LEFT)
        self.add(right, RIGHT)
        columns = QVBoxLayout(left), QVBoxLayout(right)
        for column in columns:
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(28)
        first, last = (columns[1], columns[1]) if routines else columns
        if routines:
            columns[0].addWidget(self._routine_section(library, routines))
        if exercise.muscles:
            first.addWidget(MuscleSection(theme, exercise))
        if exercise.sources:
            last.addWidget(self._source_section(exercise))
        last.addWidget(sheet)
        for column in columns:
            column.addStretch(1)

    def _least_pixels(self) -> float:
        return least_pixels(self._theme)  # where the columns above it stand side by side

    def _routine_section(self, library: Library, routines: Sequence[Routine]) -> Section:
        section = Section(self._theme, _("In these routines"))
        for first in range(0, len(routines), 2):
            pair = Columns(self._theme, least=_TWO_ROUTINES, gap=44, stacked_gap=8)
            for routine in routines[first : first + 2]:
                row = StartRow(self._theme, library, routine.id, ButtonKind.QUIET, _LEAST_ROW)
                row.start_requested.connect(self.start_requested)
                pair.add(row)
            if first + 1 == len(routines):
                pair.add(QWidget())  # as wide as those above
            section.column.addWidget(pair)
        return section

    def _source_section(self, exercise: Exercise) -> Section:
        section = Section(self._theme, _("Sources"))
        texts = [pgettext(exercise.text_context, each) for each in exercise.sources]
        section.add_texts(texts, kind=Type.CAPTION)
        return section
