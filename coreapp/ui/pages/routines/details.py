"""What is in a routine: its exercises with their doses, how often, and how to go on."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.routine import Block, Routine, Step
from coreapp.i18n import _, format_clock, ngettext, pgettext
from coreapp.services.dose_words import rest_text, step_dose
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.flow_positions import Thumbnail
from coreapp.ui.pages.section import Section
from coreapp.ui.pages.sheet_buttons import SheetButtons
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_narrow_text, make_text
from coreapp.ui.widgets.press_row import PressRow

_PICTURE: Final = (72, 54)
_AROUND: Final = 6
"""Above and below what is in a row, in pixels."""


class RoutineDetails(QWidget):
    """A row for each step: picture, name, dose, and the time it takes with its rests."""

    exercise_requested = Signal(str)

    print_requested = Signal()
    """The person wants the routine on paper."""

    pdf_requested = Signal()
    """The person wants the routine as a file for printing."""

    def __init__(self, theme: Theme, art: FigureArt, library: Library, routine: Routine) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._routine = routine
        self._seconds = library.step_seconds(routine.id)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._rows)
        number = 0
        for block in library.as_done(routine.id).blocks:
            self._add_rounds(block)
            for step in block.steps:
                self._add_step(step, number)
                number += 1
        if routine.closing_rest_seconds:
            self._add_rest(routine.closing_rest_seconds)
        column.addWidget(self._make_advice())
        sheet = SheetButtons(theme, library.routine_name(routine.id))
        sheet.print_requested.connect(self.print_requested)
        sheet.pdf_requested.connect(self.pdf_requested)
        column.addWidget(sheet)

    def _add_rounds(self, block: Block) -> None:
        if block.rounds > 1:
            text = ngettext("{count} round of:", "{count} rounds of:", block.rounds)
            self._rows.addSpacing(6)
            self._rows.addWidget(make_text(text.format(count=block.rounds), Type.BODY_STRONG))
            self._rows.addSpacing(6)

    def _add_step(self, step: Step, number: int) -> None:
        name = self._library.exercise_name(step.exercise)
        row = PressRow(self._theme, _("How to do {exercise}").format(exercise=name))
        row.setProperty("exercise", step.exercise)
        row.clicked.connect(self._show_exercise)
        shot = FigureShot(step.exercise, level=step.level)
        picture = Thumbnail(self._theme, self._art, shot, *_PICTURE)
        self._fill(row.line, picture, self._make_texts(step), self._seconds[number])
        self._rows.addWidget(row)

    def _add_rest(self, seconds: float) -> None:
        mark = IconLabel(self._theme, Icon.PHASE_REST, "rest_text")
        place = QWidget()
        place.setFixedSize(*_PICTURE)
        QVBoxLayout(place).addWidget(mark, 0, Qt.AlignmentFlag.AlignCenter)
        texts = QVBoxLayout()
        texts.addWidget(make_text(_("Quiet at the end"), Type.BODY_STRONG))
        row = QHBoxLayout()
        self._fill(row, place, texts, seconds)
        self._rows.addLayout(row)

    def _fill(self, row: QBoxLayout, picture: QWidget, texts: QVBoxLayout, seconds: float) -> None:
        """Lay out a row: what it looks like, what it is, and how long it takes."""
        row.setContentsMargins(0, _AROUND, 0, _AROUND)
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addWidget(make_label(format_clock(seconds)), 0, Qt.AlignmentFlag.AlignVCenter)

    def _make_texts(self, step: Step) -> QVBoxLayout:
        exercise = self._library.exercise(step.exercise)
        name = self._library.exercise_name(step.exercise)
        dose = [step_dose(step, exercise), rest_text(step.rest_seconds)]
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        # A long name may be broken: large letters have no room for one in a line.
        texts.addWidget(make_narrow_text(name, Type.BODY_STRONG, "accent"))
        texts.addWidget(make_text(" · ".join(filter(None, dose)), Type.BODY, "ink2"))
        if step.note:
            note = pgettext(self._routine.text_context, step.note)
            texts.addWidget(make_text(note, Type.BODY, "ink2"))
        texts.addStretch(1)
        return texts

    def _make_advice(self) -> Columns:
        advice = Columns(self._theme, least=520, gap=32, stacked_gap=12)
        for title, text in (
            (_("How often"), self._routine.frequency),
            (_("How to go on"), self._routine.progression),
        ):
            if text:
                section = Section(self._theme, title)
                section.add_texts([pgettext(self._routine.text_context, text)])
                section.finish()
                advice.add(section)
        return advice

    def _show_exercise(self) -> None:
        button = self.sender()
        if button is not None:
            self.exercise_requested.emit(str(button.property("exercise")))
