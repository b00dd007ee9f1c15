"""What is in a routine: its exercises with their doses, how often, and how to go on."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coreapp.domain.routine import Block, Routine, Step
from coreapp.i18n import _, format_clock, ngettext, pgettext
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.pages.dose_words import rest_text, step_dose
from coreapp.ui.pages.flow_positions import Thumbnail
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_label, make_text


class RoutineDetails(QWidget):
    """A row for each step: picture, name, dose, and the time it takes with its rests."""

    exercise_requested = Signal(str)

    def __init__(self, theme: Theme, art: FigureArt, library: Library, routine: Routine) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._routine = routine
        self._grid = QGridLayout()

        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._grid)
        number = 0
        for block in routine.blocks:
            self._add_rounds(block)
            for step in block.steps:
                self._add_step(step, number)
                number += 1
        for text in self._closing_texts():
            column.addWidget(make_text(text, Type.BODY, "ink2"))

    def _add_rounds(self, block: Block) -> None:
        if block.rounds > 1:
            text = ngettext("{count} round of:", "{count} rounds of:", block.rounds)
            label = make_text(text.format(count=block.rounds), Type.BODY_STRONG)
            self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 3)

    def _add_step(self, step: Step, number: int) -> None:
        row, middle = self._grid.rowCount(), Qt.AlignmentFlag.AlignVCenter
        picture = Thumbnail(self._theme, self._art, FigureShot(step.exercise), 72, 54)
        phases = self._library.timeline(self._routine.id).phases
        seconds = sum(phase.seconds for phase in phases if phase.step == number)
        time = make_label(format_clock(seconds), Type.BODY)
        self._grid.addWidget(picture, row, 0, middle)
        self._grid.addLayout(self._make_texts(step), row, 1, middle)
        self._grid.addWidget(time, row, 2, middle | Qt.AlignmentFlag.AlignRight)

    def _make_texts(self, step: Step) -> QVBoxLayout:
        exercise = self._library.exercise(step.exercise)
        name = self._library.exercise_name(step.exercise)
        show = Button(self._theme, name, ButtonKind.LINK)
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

    def _closing_texts(self) -> Iterator[str]:
        seconds = round(self._routine.closing_rest_seconds)
        if seconds:
            yield ngettext(
                "At the end {count} second of quiet.",
                "At the end {count} seconds of quiet.",
                seconds,
            ).format(count=seconds)
        for text in (self._routine.frequency, self._routine.progression):
            if text:
                yield pgettext(self._routine.text_context, text)

    def _show_exercise(self) -> None:
        button = self.sender()
        if button is not None:
            self.exercise_requested.emit(str(button.property("exercise")))
