"""The dose of a step in the routine editor."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from coreapp.domain.exercise import Exercise, ExerciseKind, Sides
from coreapp.domain.own import LONGEST_WORK, MOST_REPS, MOST_SETS
from coreapp.domain.routine import Advance, Step
from coreapp.domain.routine_editing.draft import Spot
from coreapp.domain.routine_editing.edits import ChangeStep, StepPart
from coreapp.domain.routine_editing.new_step import at_level, in_short_holds
from coreapp.i18n import _, pgettext
from coreapp.services.library import Library
from coreapp.services.vocabulary import sides_label
from coreapp.ui.pages.routine_editor.fields import Figure, FigureFields, Labelled
from coreapp.ui.pages.routine_editor.forms import EditorForm
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.fields import ComboField

_TEN_MINUTES = 600
_SHORT = "short"
_PARTS = {
    "sets": StepPart.SETS,
    "seconds": StepPart.WORK,
    "reps": StepPart.WORK,
    "rest_seconds": StepPart.REST,
    "switch_seconds": StepPart.SWITCH,
    "ready_seconds": StepPart.READY,
}


class StepForm(EditorForm):
    """The dose of a step."""

    exercise_requested = Signal(str)
    """The person wants to see how the exercise is done."""

    def __init__(
        self, theme: Theme, library: Library, exercise: Exercise, step: Step, spot: Spot
    ) -> None:
        name = library.exercise_name(step.exercise)
        super().__init__(theme, name)
        self._name = name
        self._exercise = exercise
        self._step = step
        self._spot = spot
        self.add_line(sides_label(exercise.sides))

    def add_movers(self, *, up: bool, down: bool) -> QHBoxLayout:
        """Add the buttons, and the way to the exercise at the end of their row."""
        row = super().add_movers(up=up, down=down)
        show = Button(self._theme, _("How to do it"), ButtonKind.LINK)
        show.setAccessibleName(_("How to do {exercise}").format(exercise=self._name))
        show.clicked.connect(partial(self.exercise_requested.emit, self._step.exercise))
        row.addWidget(show)
        return row

    def fill(self) -> None:
        """Make the fields."""
        if len(self._exercise.levels) > 1:
            self._add_levels()
        if self._exercise.kind is ExerciseKind.HOLD:
            self.add_choice(
                "manner",
                pgettext("dose field", "Held"),
                [("", pgettext("hold", "In one go")), (_SHORT, pgettext("hold", "In short holds"))],
                _SHORT if self._is_counted else "",
                self._set_manner,
            )
        self._add_figures()
        self.add_choice(
            "advance",
            _("Goes on"),
            [
                (Advance.TIME.value, pgettext("advance", "By itself")),
                (Advance.TAP.value, pgettext("advance", "After a tap")),
            ],
            self._step.advance.value,
            self._set_advance,
        )
        self.add_text("note", _("Note"), self._step.note, self._set_note, long=False)
        self.column.addStretch(1)

    def _add_levels(self) -> None:
        levels = ComboField(self._theme)
        levels.setObjectName("level")
        levels.setSizeAdjustPolicy(
            ComboField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for level in self._exercise.levels:
            text = pgettext(self._exercise.text_context, level.text)
            levels.addItem(f"{level.id}: {text}" if text else level.id, level.id)
        here = levels.findData(self._step.level)
        levels.setCurrentIndex(here)
        if here < 0:
            levels.setPlaceholderText(_("Choose a level"))
        levels.setToolTip(levels.currentText())
        levels.activated.connect(self._set_level)
        self.column.addWidget(Labelled(_("Level"), levels))

    def _add_figures(self) -> None:
        step, exercise = self._step, self._exercise
        fields = FigureFields(self._theme)
        fields.add(Figure("sets", _("Sets"), step.sets, 1, MOST_SETS), partial(self._set, "sets"))
        fields.add(self._work(), partial(self._set, self._work().key))
        if self._is_counted:
            usual = exercise.seconds_per_rep or 0
            as_usual = _("as usual, {seconds} s").format(seconds=round(usual)) if usual else ""
            fields.add(
                Figure(
                    "seconds_per_rep",
                    self._tempo_label(),
                    step.seconds_per_rep or 0,
                    0 if usual else 1,
                    _TEN_MINUTES,
                    in_seconds=True,
                    none=as_usual,
                ),
                self._set_tempo,
            )
        fields.add(
            self._time(
                "rest_seconds", pgettext("dose field", "Rest between sets"), step.rest_seconds
            ),
            partial(self._set, "rest_seconds"),
        )
        if exercise.sides is Sides.EACH_SIDE and exercise.kind is not ExerciseKind.FLOW:
            fields.add(
                self._time(
                    "switch_seconds", pgettext("dose field", "To switch sides"), step.switch_seconds
                ),
                partial(self._set, "switch_seconds"),
            )
        fields.add(
            self._time("ready_seconds", pgettext("dose field", "To get ready"), step.ready_seconds),
            partial(self._set, "ready_seconds"),
        )
        self.column.addWidget(fields)

    def _work(self) -> Figure:
        step, exercise = self._step, self._exercise
        if exercise.kind is ExerciseKind.FLOW:
            return Figure("reps", _("Passes"), step.reps or 1, 1, MOST_REPS)
        if exercise.kind is ExerciseKind.REPS:
            sided = exercise.sides is not Sides.BILATERAL
            label = pgettext("dose field", "Repetitions a side") if sided else _("Repetitions")
            return Figure("reps", label, step.reps or 1, 1, MOST_REPS)
        if self._is_counted:
            sided = exercise.sides is Sides.EACH_SIDE
            label = (
                pgettext("dose field", "Holds a side") if sided else pgettext("dose field", "Holds")
            )
            return Figure("reps", label, step.reps or 1, 1, MOST_REPS)
        label = (
            pgettext("dose field", "Time a side")
            if exercise.sides is Sides.EACH_SIDE
            else _("Time")
        )
        return Figure("seconds", label, step.seconds or 1, 1, LONGEST_WORK, 5, in_seconds=True)

    def _tempo_label(self) -> str:
        match self._exercise.kind:
            case ExerciseKind.FLOW:
                return pgettext("dose field", "One pass takes")
            case ExerciseKind.HOLD:
                return pgettext("dose field", "One hold and pause")
            case _:
                return pgettext("dose field", "One repetition takes")

    def _time(self, key: str, label: str, value: float) -> Figure:
        return Figure(key, label, value, 0, LONGEST_WORK, 5, in_seconds=True, none=_("none"))

    def _set(self, key: str, value: int) -> None:
        part = _PARTS[key]
        changed: dict[str, int] = {key: value}
        self._change(part, replace(self._step, **changed))  # type: ignore[arg-type]  # figures only

    def _set_tempo(self, seconds: int) -> None:
        self._change(StepPart.TEMPO, replace(self._step, seconds_per_rep=seconds or None))

    @property
    def _is_counted(self) -> bool:
        """Whether it is repetitions, passes or short holds."""
        return self._step.seconds is None

    def _set_manner(self, word: str) -> None:
        self._change(StepPart.WORK, in_short_holds(self._step, short=word == _SHORT))

    def _set_advance(self, word: str) -> None:
        self._change(StepPart.ADVANCE, replace(self._step, advance=Advance(word)))

    def _set_note(self, text: str) -> None:
        self._change(StepPart.NOTE, replace(self._step, note=text))

    def _set_level(self, index: int) -> None:
        level = self._exercise.levels[index]
        self._change(StepPart.LEVEL, at_level(self._step, self._exercise, level))

    def _change(self, part: StepPart, step: Step) -> None:
        self._step = step
        self.edited.emit(ChangeStep(self._spot, part, step))
