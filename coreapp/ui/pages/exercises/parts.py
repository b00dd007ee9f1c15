"""Parts of the exercise page: the head, the signs to stop, and the muscles."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.exercise import Exercise
from coreapp.i18n import _, pgettext
from coreapp.services.exercise_texts import stop_signs
from coreapp.services.guide_words import doctor_link
from coreapp.services.vocabulary import (
    equipment_label,
    kind_label,
    muscle_label,
    position_label,
    sides_label,
)
from coreapp.ui.pages.exercises.action_bar import ActionBar
from coreapp.ui.pages.section import Section
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.card import Stage
from coreapp.ui.widgets.labels import make_label, make_text

_MOST_WIDTH = 720
"""Widest line of running text, in pixels at 100 %: longer ones are hard to read."""

_NO_BREAK = "\u00a0"
_NAME = 300
_GAP = 16


class ExerciseHead(QWidget):
    """What the exercise is called, what kind it is, what can be done with it, what it is good for.

    Args:
        theme: the look.
        controls: what can be done; beneath the name where there is no room beside it.
    """

    def __init__(self, theme: Theme, controls: ActionBar) -> None:
        super().__init__()
        self._theme = theme
        self._name = make_text("", Type.PAGE)
        self._facts = make_text("", Type.BODY, "ink2")
        self._why = make_text("")
        self._why.setMaximumWidth(theme.fonts.pixels(_MOST_WIDTH))
        naming = QWidget()
        texts = QVBoxLayout(naming)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(6)
        texts.addWidget(self._name)
        texts.addWidget(self._facts)
        self._controls = controls
        self._row = BesideLayout(self._least_beside, _GAP, _GAP // 2)
        self._row.add(naming, 1)
        self._row.add(controls, 0)
        # Only a row asks the text for the height that belongs to this width, not to the page's.
        line = QHBoxLayout()
        line.addWidget(self._why, 1)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._row)
        column.addLayout(line)
        theme.changed.connect(self._fit)

    def show_exercise(self, exercise: Exercise, name: str) -> None:
        """Show an exercise under its name in the language shown."""
        words = [
            kind_label(exercise.kind),
            sides_label(exercise.sides),
            position_label(exercise.position),
            *(equipment_label(each) for each in exercise.equipment),
        ]
        self._name.setText(name)
        # A line ends between two facts, not within one.
        self._facts.setText(" · ".join(word.replace(" ", _NO_BREAK) for word in words))
        self._why.setText(pgettext(exercise.text_context, exercise.why) if exercise.why else "")
        self._why.setVisible(bool(exercise.why))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin with the one primary action where the controls begin at the left."""
        super().resizeEvent(event)
        self._controls.fit(event.size().width())
        self._controls.put_try(first=not self._row.is_beside(event.size().width()))

    def _least_beside(self) -> float:
        """Return the width in which a name of some length stands beside the controls."""
        return self._theme.fonts.pixels(_NAME) + _GAP + self._controls.sizeHint().width()

    def _fit(self) -> None:
        self._why.setMaximumWidth(self._theme.fonts.pixels(_MOST_WIDTH))


class StopPanel(Stage):
    """The signs to stop now, on a ground of their own: they are never folded away.

    Signals:
        doctor_requested: the person wants to read when to see a doctor.
    """

    doctor_requested = Signal()

    def __init__(self, theme: Theme, exercise: Exercise) -> None:
        super().__init__(theme)
        # Paper, and red in the sign alone: a warning that is always there must not shout.
        self.set_colour("card")
        signs = Section(theme, _("When to stop"), Icon.STOP, "danger")
        signs.add_texts(stop_signs(exercise), tone="")
        doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        doctor.setStyleSheet("padding: 0;")  # in line with the words below it
        doctor.clicked.connect(self.doctor_requested)
        signs.head.addWidget(doctor, 0, Qt.AlignmentFlag.AlignVCenter)
        if (mark := signs.head.itemAt(0)) is not None:
            mark.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.column.addWidget(signs)


class MuscleSection(Section):
    """The muscles that do most of the work, and those that help."""

    def __init__(self, theme: Theme, exercise: Exercise) -> None:
        super().__init__(theme, _("Muscles"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._add(grid, pgettext("muscles", "Mainly"), exercise.muscles)
        if exercise.secondary_muscles:
            self._add(grid, pgettext("muscles", "Also"), exercise.secondary_muscles)
        self.column.addLayout(grid)

    def _add(self, grid: QGridLayout, title: str, muscles: Sequence[str]) -> None:
        row = grid.rowCount()
        names = " · ".join(muscle_label(each) for each in muscles)
        grid.addWidget(make_label(title, Type.BODY, "ink2"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(make_text(names), row, 1)
