"""What is in a routine: its exercises with their doses, how often, and how to go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

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
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_text


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
        self._grid = QGridLayout()

        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._grid)
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
            label = make_text(text.format(count=block.rounds), Type.BODY_STRONG)
            self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 3)

    def _add_step(self, step: Step, number: int) -> None:
        row, middle = self._grid.rowCount(), Qt.AlignmentFlag.AlignVCenter
        shot = FigureShot(step.exercise, level=step.level)
        picture = Thumbnail(self._theme, self._art, shot, 72, 54)
        self._grid.addWidget(picture, row, 0, middle)
        self._grid.addLayout(self._make_texts(step), row, 1, middle)
        self._add_time(row, self._seconds[number])

    def _add_rest(self, seconds: float) -> None:
        row = self._grid.rowCount()
        mark = IconLabel(self._theme, Icon.PHASE_REST, "rest_text")
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignCenter)
        self._grid.addWidget(make_text(_("Quiet at the end"), Type.BODY_STRONG), row, 1)
        self._add_time(row, seconds)

    def _add_time(self, row: int, seconds: float) -> None:
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(make_label(format_clock(seconds)), row, 2, place)

    def _make_texts(self, step: Step) -> QVBoxLayout:
        exercise = self._library.exercise(step.exercise)
        name = self._library.exercise_name(step.exercise)
        show = Button(self._theme, name, ButtonKind.LINK)
        show.setStyleSheet("padding: 0;")  # in line with the dose below it
        show.setAccessibleName(_("How to do {exercise}").format(exercise=name))
        show.setProperty("exercise", step.exercise)
        show.clicked.connect(self._show_exercise)
        dose = [step_dose(step, exercise), rest_text(step.rest_seconds)]
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addWidget(make_text(" · ".join(filter(None, dose)), Type.BODY, "ink2"))
        if step.note:
            note = pgettext(self._routine.text_context, step.note)
            texts.addWidget(make_text(note, Type.BODY, "ink2"))
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
