"""The page of one exercise: the figure in motion, how to do it, and what to take care of."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine
from coreapp.i18n import _, format_clock, format_list, format_minutes, pgettext
from coreapp.services.library import Library
from coreapp.services.playing import Request
from coreapp.services.vocabulary import (
    equipment_label,
    kind_label,
    muscle_label,
    position_label,
    sides_label,
)
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import AspectBox, Columns
from coreapp.ui.pages.exercise_stage import ExerciseStage
from coreapp.ui.pages.flow_positions import FlowPositions
from coreapp.ui.pages.level_section import LevelSection
from coreapp.ui.pages.section import Section
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_label, make_text

_DESCRIBED_STEPS = 3


class ExercisePage(Page):
    """Shows the exercise that was asked for last."""

    def __init__(self, theme: Theme, art: FigureArt, library: Library, shell: Shell) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._shell = shell
        self._exercise = ""
        self._body: QWidget | None = None
        self._stage: ExerciseStage | None = None
        self._back = Button(theme, _("Back"), ButtonKind.QUIET, Icon.BACK)

        # Its arrow stands on the page's left edge, like all that follows.
        self._back.setStyleSheet("padding: 0 8px 0 0; border-width: 1px 1px 1px 0;")
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addStretch(1)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addStretch(1)

        self._back.clicked.connect(shell.go_back)

    def show_exercise(self, identity: str) -> None:
        """Show an exercise, from its top.

        Raises:
            UnknownIdError: there is none with that id.
        """
        self._library.exercise(identity)
        self._exercise = identity
        self.verticalScrollBar().setValue(0)
        if self._is_seen:
            self.refresh()
        else:
            self._is_stale = True

    def refresh(self) -> None:
        """Read the exercise and show it."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
            self._stage = None
        if not self._exercise:
            return
        self._body = self._make_body(self._library.exercise(self._exercise))
        self.column.insertWidget(1, self._body)
        self._body.show()
        if self._is_seen:
            self.shown()

    def shown(self) -> None:
        """Let the figure move."""
        if self._stage is not None:
            self._stage.play()

    def hidden(self) -> None:
        """Let it stand still."""
        if self._stage is not None:
            self._stage.stop()

    def _make_body(self, exercise: Exercise) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(self._make_head(exercise))
        columns = Columns(self.theme, least=720, gap=44, stacked_gap=32)
        columns.add(self._make_left(exercise), 688)
        columns.add(self._make_right(exercise), 396)
        column.addWidget(columns)
        return body

    def _make_head(self, exercise: Exercise) -> QVBoxLayout:
        words = [
            kind_label(exercise.kind),
            sides_label(exercise.sides),
            position_label(exercise.position),
            *(equipment_label(each) for each in exercise.equipment),
        ]
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(make_text(self._library.exercise_name(exercise.id), Type.PAGE))
        head.addWidget(make_text(" · ".join(words), Type.BODY, "ink2"))
        return head

    def _make_left(self, exercise: Exercise) -> QWidget:
        self._stage = ExerciseStage(self.theme, self._art)
        self._stage.show_exercise(exercise.id, self._describe(exercise))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(28)
        column.addWidget(AspectBox(self._stage, ratio=0.72, least=260, most=540))
        column.addWidget(self._make_hints(exercise))
        if exercise.positions:
            column.addWidget(FlowPositions(self.theme, self._art, exercise))
        column.addStretch(1)
        return left

    def _make_hints(self, exercise: Exercise) -> QWidget:
        context = exercise.text_context
        hints = Columns(self.theme, least=600, gap=32)
        for title, icon, colour, texts in (
            (_("Common mistakes"), Icon.EYE, "ink2", exercise.mistakes),
            (_("Breathing"), Icon.BREATH, "ink2", (exercise.breathing,)),
            (_("Take care"), Icon.WARNING, "ready_text", exercise.cautions),
        ):
            section = Section(self.theme, title, icon, colour)
            section.add_texts([pgettext(context, text) for text in texts])
            section.finish()
            hints.add(section)
        return hints

    def _make_right(self, exercise: Exercise) -> QWidget:
        context = exercise.text_context
        steps = Section(self.theme, _("How to do it"))
        steps.add_texts([pgettext(context, exercise.setup)])
        steps.add_numbered([pgettext(context, step) for step in exercise.steps])
        muscles = Section(self.theme, _("Muscles"))
        muscles.add_texts([" · ".join(muscle_label(each) for each in exercise.muscles)])
        sources = Section(self.theme, _("Sources"))
        sources.add_texts([pgettext(context, each) for each in exercise.sources], kind=Type.CAPTION)
        routines = [each for each in self._library.routines if exercise.id in each.exercises]
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(28)
        column.addWidget(steps)
        if routines:
            column.addWidget(self._make_routines(routines))
        used = self._levels_used(exercise, routines)
        column.addWidget(LevelSection(self.theme, exercise, used))
        column.addWidget(muscles)
        column.addWidget(sources)
        column.addStretch(1)
        return right

    def _make_routines(self, routines: list[Routine]) -> QWidget:
        section = Section(self.theme, _("In these routines"))
        for index, routine in enumerate(routines):
            name = self._library.routine_name(routine.id)
            seconds = self._library.timeline(routine.id).seconds
            time = _("{minutes} · {clock}").format(
                minutes=format_minutes(seconds), clock=format_clock(seconds)
            )
            kind = ButtonKind.SECONDARY if index else ButtonKind.PRIMARY
            start = Button(self.theme, pgettext("button", "Start"), kind, Icon.PLAY)
            start.setAccessibleName(_("Start {routine}").format(routine=name))
            start.clicked.connect(partial(self._play, routine.id))
            texts = QVBoxLayout()
            texts.setSpacing(2)
            texts.addWidget(make_text(name, Type.BODY_STRONG))
            texts.addWidget(make_label(time, Type.CAPTION, "ink2"))
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addLayout(texts, 1)
            row.addWidget(start, 0, Qt.AlignmentFlag.AlignTop)
            section.column.addLayout(row)
        return section

    def _levels_used(self, exercise: Exercise, routines: list[Routine]) -> dict[str, str]:
        used: dict[str, list[str]] = {}
        for routine in routines:
            steps = (step for block in routine.blocks for step in block.steps)
            for level in {step.level for step in steps if step.exercise == exercise.id}:
                used.setdefault(level, []).append(self._library.routine_name(routine.id))
        return {level: format_list(names) for level, names in used.items()}

    def _play(self, routine: str) -> None:
        self._shell.play(Request(routine))

    def _describe(self, exercise: Exercise) -> str:
        context = exercise.text_context
        steps = [pgettext(context, step) for step in exercise.steps[:_DESCRIBED_STEPS]]
        name = self._library.exercise_name(exercise.id)
        return _("Figure: {name}. {steps}").format(name=name, steps=" ".join(steps))
