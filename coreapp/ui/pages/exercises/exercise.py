"""The page of one exercise: the figure in motion, how to do it, and what to take care of."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.exercise import Exercise
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.routine import Routine
from coreapp.i18n import _, pgettext
from coreapp.services.changes import Change
from coreapp.services.figure_words import figure_description
from coreapp.services.library import Library
from coreapp.services.playing import Request
from coreapp.services.trying import trial_of
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import AspectBox
from coreapp.ui.pages.exercises.action_bar import ActionBar
from coreapp.ui.pages.exercises.beneath import Beneath
from coreapp.ui.pages.exercises.desk import ExerciseDesk
from coreapp.ui.pages.exercises.gallery import PictureGallery
from coreapp.ui.pages.exercises.hints import Hints
from coreapp.ui.pages.exercises.level_section import LevelSection
from coreapp.ui.pages.exercises.numbered_steps import NumberedSteps
from coreapp.ui.pages.exercises.page_parts import PageParts
from coreapp.ui.pages.exercises.parts import ExerciseHead, StopPanel
from coreapp.ui.pages.exercises.stage import ExerciseStage
from coreapp.ui.pages.flow_positions import FlowPositions, Thumbnail
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.pages.lower_part import LowerPart
from coreapp.ui.pages.section import Section
from coreapp.ui.pages.sheet_buttons import SheetButtons
from coreapp.ui.printing.sheet_desk import SheetDesk
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.scrolled import grow

_SEATED: Final = "seated"
"""The figure's level for the variant on a chair."""

_SEATED_SIZE: Final = (120, 120)

_BODY_PLACE: Final = 3
"""After the way back, the head and a gap."""

_PART_GAP: Final = 40
"""Between the parts of the page that take its whole width, in pixels."""

_LOWER_ROOM: Final = 320
_POSITION_ROOM: Final = 48
"""About as high is what comes after the first paint, and more with each position, in pixels."""

_GONE_FIGURE: Final = "desk-march"


class ExercisePage(Page):
    """Shows the exercise that was asked for last."""

    concerns = frozenset({Change.LIBRARY})

    def __init__(
        self, theme: Theme, art: FigureArt, library: Library, shell: Shell, actions: ExerciseDesk
    ) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._shell = shell
        self._desk = SheetDesk(theme, art, library, shell, self)
        self._exercise = ""
        self._body: QWidget | None = None
        self._stage: ExerciseStage | None = None
        self._back = Button(theme, _("Back"), ButtonKind.QUIET, Icon.BACK)
        self._bar = ActionBar(theme, actions, self)
        self._head = ExerciseHead(theme, self._bar)
        self._level = ""
        self._lower_room = 0

        # Its arrow stands on the page's left edge, like all that follows.
        self._back.stand_flush()
        self.column.setSpacing(0)
        self.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._head)
        self.column.addSpacing(20)
        self.column.addStretch(1)
        self._later = LaterSteps(self.content)

        self._back.clicked.connect(shell.go_back)
        self._bar.try_requested.connect(self._try)
        actions.deleted.connect(self._leave)

    def show_exercise(self, identity: str) -> None:
        """Show an exercise, from its top; of one that was deleted meanwhile, that it is gone."""
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
            self._later.begin([])
        if not self._exercise:
            return
        try:
            exercise = self._library.exercise(self._exercise)
        except UnknownIdError:
            self._head.hide()
            self._body = EmptyState(self.theme, self._art, _GONE_FIGURE, _gone_texts())
        else:
            self._head.show_exercise(exercise, self._library.exercise_name(exercise.id))
            self._bar.show_exercise(exercise.id)
            self._head.setVisible(True)
            self._level = ""
            self._body = self._make_body(exercise)
        self.column.insertWidget(_BODY_PLACE, self._body)
        if self.isVisible():
            self._body.show()
        if self._is_in_sight():
            self._later.finish()
        if self._is_seen:
            self.shown()

    @property
    def is_settled(self) -> bool:
        """Whether what lies below is there, too."""
        return self._later.is_settled

    def shown(self) -> None:
        """Let the figure move."""
        if self._stage is not None:
            self._stage.play()

    def hidden(self) -> None:
        """Let it stand still."""
        if self._stage is not None:
            self._stage.stop()

    def _make_body(self, exercise: Exercise) -> QWidget:
        routines = [each for each in self._library.routines if exercise.id in each.exercises]
        body = Block()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_PART_GAP)
        column.addWidget(self._make_parts(exercise, routines))
        self._lower_room = _LOWER_ROOM + len(exercise.positions) * _POSITION_ROOM
        lower = LowerPart(self._lower_room, _PART_GAP)
        column.addWidget(lower)
        self._later.begin([partial(self._fill_lower, lower, exercise, routines)])
        return body

    def _fill_lower(
        self, lower: LowerPart, exercise: Exercise, routines: Sequence[Routine]
    ) -> None:
        """Make what stands beneath figure and steps."""
        if exercise.positions:
            lower.add(FlowPositions(self.theme, self._art, exercise))
        sheet = self._make_sheet_buttons(exercise)
        beneath = Beneath(self.theme, self._library, exercise, routines, sheet)
        beneath.start_requested.connect(self._play)
        lower.add(beneath)
        lower.end()
        grow(lower)

    def _is_in_sight(self) -> bool:
        """Tell whether what comes later would be seen to come."""
        begins = self._end_of_column() - self._lower_room
        return begins < self.verticalScrollBar().value() + self.height()

    def _make_parts(self, exercise: Exercise, routines: list[Routine]) -> QWidget:
        """Return figure and words, in the order of a window that has room for one column only."""
        parts = PageParts(self.theme)
        self._stage = ExerciseStage(self.theme, self._art)
        self._stage.show_exercise(exercise, figure_description(self._library, exercise))
        self._stage.saving_requested.connect(self._save_picture)
        parts.add_left(AspectBox(self._stage, ratio=0.66, least=260, most=500))
        if exercise.pictures[0 if exercise.figure else 1 :]:
            parts.add_left(PictureGallery(self.theme, self._art, exercise))
        parts.add_right(self._make_steps(exercise))
        stop = StopPanel(self.theme, exercise)
        stop.doctor_requested.connect(self._show_doctor)
        parts.add_left(stop)
        if exercise.mistakes or exercise.breathing or exercise.cautions:
            parts.add_left(Hints(self.theme, exercise))
        levels = LevelSection(self.theme, exercise, self._levels_used(exercise, routines))
        levels.level_chosen.connect(self._look_at_level)
        parts.add_right(levels)
        if exercise.seated:
            parts.add_right(self._make_seated(exercise))
        return parts

    def _make_steps(self, exercise: Exercise) -> QWidget:
        context = exercise.text_context
        steps = Section(self.theme, _("How to do it"))
        if exercise.setup:
            steps.add_texts([pgettext(context, exercise.setup)])
        numbered = NumberedSteps(self.theme, [pgettext(context, step) for step in exercise.steps])
        steps.column.addWidget(numbered)
        if self._stage is not None:
            self._stage.step_reached.connect(numbered.light)
        return steps

    def _make_sheet_buttons(self, exercise: Exercise) -> QWidget:
        sheet = SheetButtons(self.theme, self._library.exercise_name(exercise.id))
        sheet.print_requested.connect(partial(self._desk.print_exercise, exercise.id))
        sheet.pdf_requested.connect(partial(self._desk.save_exercise, exercise.id))
        return sheet

    def _make_seated(self, exercise: Exercise) -> QWidget:
        section = Section(self.theme, _("Seated"))
        row = QHBoxLayout()
        row.setSpacing(16)
        if self._art.has_level(exercise.id, _SEATED):
            shot = FigureShot(exercise.id, level=_SEATED)
            picture = Thumbnail(self.theme, self._art, shot, *_SEATED_SIZE)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(make_text(pgettext(exercise.text_context, exercise.seated)), 1)
        section.column.addLayout(row)
        return section

    def _levels_used(self, exercise: Exercise, routines: list[Routine]) -> dict[str, list[str]]:
        used: dict[str, list[str]] = {}
        for routine in routines:
            steps = (step for block in routine.blocks for step in block.steps)
            for level in {step.level for step in steps if step.exercise == exercise.id}:
                used.setdefault(level, []).append(self._library.routine_name(routine.id))
        return used

    def _look_at_level(self, level: str) -> None:
        """Show a level; it is the one that is tried, too."""
        self._level = level
        if self._stage is not None:
            self._stage.show_level(level)

    def _try(self) -> None:
        self._shell.play(Request(trial_of(self._library, self._exercise, self._level)))

    def _leave(self, deleted: str) -> None:
        """Go back from an exercise that is no longer there."""
        if self._is_seen and deleted == self._exercise:
            self._shell.go_back()

    def _show_doctor(self) -> None:
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)

    def _play(self, routine: str) -> None:
        self._shell.play(Request(routine))

    def _save_picture(self) -> None:
        """Ask where the picture is to go, and write what is seen now."""
        from coreapp.ui.figure.saving import PictureDialog  # noqa: PLC0415  few visits save one

        if self._stage is None:
            return
        exercise = self._library.exercise(self._exercise)
        name = self._library.exercise_name(exercise.id)
        texts = name, figure_description(self._library, exercise)
        shot = replace(self._stage.shot, arrows=self._stage.shot.moment is None)
        dialog = PictureDialog(exercise.id, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._write_picture, shot, texts))
        dialog.open()

    def _write_picture(self, shot: FigureShot, texts: tuple[str, str], file: str) -> None:
        from coreapp.ui.figure.saving import save_shot  # noqa: PLC0415  see above

        with self._shell.guarded():
            save_shot(Path(file), self._art, shot, self.theme.tokens, texts=texts)
            self._shell.tell(_("The picture is saved as {file}.").format(file=Path(file).name))


def _gone_texts() -> EmptyTexts:
    return EmptyTexts(
        _("This exercise is no longer there"),
        _("It was one of your own and has been deleted. The log still names it."),
    )
