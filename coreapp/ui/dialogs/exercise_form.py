"""The two parts of the exercise editor: what every exercise needs, and everything else."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from coreapp.domain import vocabulary
from coreapp.domain.exercise import Exercise, ExerciseKind, Sides
from coreapp.domain.own import (
    LONGEST_NAME,
    LONGEST_REP,
    LONGEST_WORK,
    MOST_REPS,
    MOST_SETS,
)
from coreapp.i18n import _, pgettext
from coreapp.services.own_draft import (
    USUAL_REP_SECONDS,
    DoseDraft,
    dose_draft,
    usual_work,
    with_dose,
)
from coreapp.services.vocabulary import (
    area_label,
    equipment_label,
    kind_label,
    place_label,
    position_label,
    purpose_label,
    sides_label,
)
from coreapp.ui.dialogs.text_fields import TextBlock
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.chip_choice import ChipChoice
from coreapp.ui.widgets.fields import ComboField, NumberField
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.segmented import SegmentedChoice
from coreapp.ui.widgets.switch import Switch

_KINDS = (ExerciseKind.HOLD, ExerciseKind.TIMED, ExerciseKind.REPS)
"""A flow is only made by duplicating one: its positions have no editor."""

_NAME_WIDTH = 300
_STEP_LINES = 4
_OVER_HEADING = 20


class BasicsForm(FormCard):
    """Name, kind, sides, dose and steps.

    Signals:
        changed: something else is entered.
    """

    changed = Signal()

    def __init__(self, theme: Theme, exercise: Exercise) -> None:
        super().__init__(theme, in_dialog=True)
        self._exercise = exercise
        draft = dose_draft(exercise)
        self._name = QLineEdit(exercise.name)
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setMinimumWidth(theme.fonts.pixels(_NAME_WIDTH))
        self._name.setObjectName("exercise_name")
        self._kind = SegmentedChoice(theme)
        self._sides = ComboField(theme)
        self._sets = _number(theme, 1, MOST_SETS, draft.sets)
        self._seconds = _number(theme, 1, LONGEST_WORK, usual_work(ExerciseKind.HOLD))
        self._reps = _number(theme, 1, MOST_REPS, usual_work(ExerciseKind.REPS))
        self._rep_seconds = _number(theme, 1, LONGEST_REP, draft.rep_seconds or USUAL_REP_SECONDS)
        self._rest = _number(theme, 0, LONGEST_WORK, draft.rest_seconds)
        (self._reps if draft.kind.is_counted else self._seconds).setValue(draft.work)
        for field in (self._seconds, self._rep_seconds, self._rest):
            field.setSuffix(pgettext("field", " s"))
        self._steps = TextBlock(
            theme,
            _("Steps"),
            _("One step a line, in the order they are done. They are read aloud."),
            _STEP_LINES,
        )
        self._steps.show_lines(exercise.steps)
        self._lay_out()
        self._connect()
        self._show_kind()

    @property
    def fields(self) -> dict[str, QWidget]:
        """The field in which each thing that can be wrong is entered."""
        return {
            "name": self._name,
            "steps": self._steps.field,
            "sets": self._sets,
            "seconds": self._seconds,
            "reps": self._reps,
            "tempo": self._rep_seconds,
            "rest_seconds": self._rest,
        }

    def applied(self, exercise: Exercise) -> Exercise:
        """Return an exercise with what is entered here."""
        named = replace(
            exercise,
            name=self._name.text(),
            sides=Sides(self._sides.currentData()),
            steps=self._steps.lines(),
        )
        return with_dose(named, self._draft())

    def _draft(self) -> DoseDraft:
        kind = self._chosen_kind()
        counts = kind is ExerciseKind.REPS
        return DoseDraft(
            kind,
            self._sets.value(),
            (self._reps if kind.is_counted else self._seconds).value(),
            self._rest.value(),
            self._rep_seconds.value() if counts else 0,
        )

    def _chosen_kind(self) -> ExerciseKind:
        flow = self._exercise.kind is ExerciseKind.FLOW
        return ExerciseKind.FLOW if flow else ExerciseKind(self._kind.value())

    def _lay_out(self) -> None:
        add_row(self, _("Name"), "", self._name)
        kind_row = add_row(self, _("How it is done"), "", self._kind)
        # Only now do the choices know what they are called for screen readers.
        self._kind.set_options([(each.value, kind_label(each)) for each in _KINDS])
        self._kind.choose(self._exercise.kind.value)
        kind_row.setVisible(self._exercise.kind is not ExerciseKind.FLOW)
        for each in Sides:
            self._sides.addItem(sides_label(each), each.value)
        self._sides.setCurrentIndex(self._sides.findData(self._exercise.sides.value))
        add_row(self, pgettext("exercise editor", "Sides"), "", self._sides)
        add_row(self, pgettext("exercise editor", "Sets"), "", self._sets)
        sided = _("For each side, where they take turns")
        self._seconds_row = add_row(self, _("Length of a set"), sided, self._seconds)
        self._reps_row = add_row(self, _("Repetitions in a set"), sided, self._reps)
        self._tempo_row = add_row(self, _("Length of one repetition"), "", self._rep_seconds)
        add_row(self, _("Rest between sets"), "", self._rest)
        if len(self._exercise.levels) > 1:
            self.body.addWidget(
                make_text(
                    _("The levels stay as long as the dose is not changed."), Type.BODY, "ink3"
                )
            )
        self.body.addWidget(self._steps)

    def _connect(self) -> None:
        self._name.textChanged.connect(self.changed)
        self._kind.chosen.connect(self._show_kind)
        self._kind.chosen.connect(self.changed)
        self._sides.currentIndexChanged.connect(self.changed)
        for field in (self._sets, self._seconds, self._reps, self._rep_seconds, self._rest):
            field.valueChanged.connect(self.changed)
        self._steps.changed.connect(self.changed)

    def _show_kind(self) -> None:
        kind = self._chosen_kind()
        self._seconds_row.setVisible(not kind.is_counted)
        self._reps_row.setVisible(kind.is_counted)
        self._tempo_row.setVisible(kind is ExerciseKind.REPS)


class DetailsForm(FormCard):
    """Everything that an exercise can do without.

    Signals:
        changed: something else is entered.
    """

    changed = Signal()

    def __init__(self, theme: Theme, exercise: Exercise, figure_name: str) -> None:
        """Show the details of an exercise.

        Args:
            theme: the look.
            exercise: which one.
            figure_name: whose figure it shows; empty if none.
        """
        super().__init__(theme, in_dialog=True)
        self._figure_id = exercise.figure
        self._position = ComboField(theme)
        for word in vocabulary.POSITIONS:
            self._position.addItem(position_label(word), word)
        self._position.setCurrentIndex(self._position.findData(exercise.position))
        self._figure = Switch(theme)
        self._figure.setChecked(bool(exercise.figure))
        self._add_heading(_("To find it by"))
        add_row(self, pgettext("exercise editor", "Position"), "", self._position)
        hint = _("Without it, the first picture is shown")
        row = add_row(self, _("Figure of “{name}”").format(name=figure_name), hint, self._figure)
        row.setVisible(bool(figure_name))
        self._choices = {
            "purposes": self._chips(_("Good for"), vocabulary.PURPOSES, purpose_label),
            "areas": self._chips(_("Body areas"), vocabulary.AREAS, area_label),
            "equipment": self._chips(
                pgettext("exercise editor", "Equipment"), vocabulary.EQUIPMENT, equipment_label
            ),
            "places": self._chips(_("Where it can be done"), vocabulary.PLACES, place_label),
        }
        for key, choice in self._choices.items():
            choice.choose(getattr(exercise, key))
        self._texts = {
            "why": TextBlock(theme, _("What it is good for")),
            "setup": TextBlock(theme, _("Starting position")),
            "breathing": TextBlock(theme, _("Breathing")),
            "seated": TextBlock(theme, _("Seated")),
        }
        one_a_line = _("One a line")
        self._lists = {
            "stop_if": TextBlock(theme, _("When to stop"), one_a_line),
            "mistakes": TextBlock(theme, _("Common mistakes"), one_a_line),
            "cautions": TextBlock(theme, _("Take care"), one_a_line),
        }
        self._show_texts(exercise)
        self._connect()

    @property
    def fields(self) -> dict[str, QWidget]:
        """The field in which each thing that can be wrong is entered."""
        blocks: dict[str, QPlainTextEdit] = {
            key: block.field for key, block in (self._texts | self._lists).items()
        }
        return dict(blocks)

    def applied(self, exercise: Exercise) -> Exercise:
        """Return an exercise with what is entered here."""
        chosen = {key: choice.chosen() for key, choice in self._choices.items()}
        return replace(
            exercise,
            position=str(self._position.currentData()),
            figure=self._figure_id if self._figure.isChecked() else "",
            purposes=chosen["purposes"],
            areas=chosen["areas"],
            equipment=chosen["equipment"],
            places=chosen["places"],
            why=self._texts["why"].text(),
            setup=self._texts["setup"].text(),
            breathing=self._texts["breathing"].text(),
            seated=self._texts["seated"].text(),
            stop_if=self._lists["stop_if"].lines(),
            mistakes=self._lists["mistakes"].lines(),
            cautions=self._lists["cautions"].lines(),
        )

    def _chips(self, title: str, words: tuple[str, ...], label: Callable[[str], str]) -> ChipChoice:
        choice = ChipChoice(self.theme, title, [(word, label(word)) for word in words])
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(6)
        column.addWidget(make_text(title, Type.BODY))
        column.addWidget(choice)
        self.body.addWidget(block)
        return choice

    def _add_heading(self, text: str) -> None:
        heading = make_text(text, Type.TITLE)
        heading.setContentsMargins(0, _OVER_HEADING, 0, 4)
        self.body.addWidget(heading)

    def _show_texts(self, exercise: Exercise) -> None:
        self._add_heading(_("To read beside the steps"))
        for key, block in self._texts.items():
            block.show_text(getattr(exercise, key))
            self.body.addWidget(block)
        self._add_heading(_("When to be careful"))
        for key, block in self._lists.items():
            block.show_lines(getattr(exercise, key))
            self.body.addWidget(block)

    def _connect(self) -> None:
        self._position.currentIndexChanged.connect(self.changed)
        self._figure.toggled.connect(self.changed)
        for choice in self._choices.values():
            choice.changed.connect(self.changed)
        for block in (*self._texts.values(), *self._lists.values()):
            block.changed.connect(self.changed)


def _number(theme: Theme, least: int, most: int, value: int) -> NumberField:
    field = NumberField(theme)
    field.setRange(least, most)
    field.setValue(value)
    return field
