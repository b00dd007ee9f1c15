"""The sets of a session: what was planned and what was done, which can be put right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.exercise import Side
from coreapp.domain.training_log import PerformedSet
from coreapp.i18n import _, format_clock, format_number, ngettext, pgettext
from coreapp.services.log_editing import with_done, with_skipped
from coreapp.services.vocabulary import side_label
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Chip
from coreapp.ui.widgets.fields import NumberField
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.optional_number import SecondsField

MOST_REPS: Final = 999
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GROUP_GAP: Final = 8
_LARGE_TEXT: Final = 1.4
_FIELD: Final = 128
_NUMBERS, _DONE, _SKIPPED, _REST = 2, 4, 5, 6
"""Columns: the first of numbers, what was done, whether it was skipped, the rest after it."""
_NO_SIDE: Final = frozenset({Side.BOTH, Side.ALTERNATING})
"""What need not be said of a set: there is no other one for the other side."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The controls of a set."""

    done: NumberField
    skipped: Chip


class SetTable(QWidget):
    """A line for each set; an exercise is named once.

    With large text the side stands with the exercise, and there is no room for rests and figures.

    Args:
        theme: the look.
        sets: what is shown.
        picture: makes the picture of an exercise, by its id; None for none.

    Signals:
        changed: a set is another than it was.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        sets: Sequence[PerformedSet],
        picture: Callable[[str], QWidget] | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture
        self._sets = list(sets)
        self._lines: list[_Line] = []
        self._compact = theme.fonts.factor > _LARGE_TEXT
        sides = any(each.side not in _NO_SIDE for each in sets)
        self._has_sides = sides and not self._compact
        rested = any(each.rest_seconds is not None for each in sets)
        self._has_rests = rested and not self._compact
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12 if self._compact else 16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._add_head()
        line = 1
        for _exercise, numbered in groupby(enumerate(sets), key=_exercise_of):
            for index, (number, performed) in enumerate(numbered):
                self._add_set(line, number, performed, is_first=index == 0)
                line += 1
            self._grid.setRowMinimumHeight(line, _GROUP_GAP)
            line += 1

    def sets(self) -> tuple[PerformedSet, ...]:
        """Return the sets as they are entered now; those nobody touched are as they were."""
        for line in self._lines:
            line.done.interpretText()  # what was typed and not left yet counts as well
        return tuple(self._sets)

    def _add_head(self) -> None:
        self._add_cells(
            0,
            (_("Exercise"), _("Side") if self._has_sides else "", _("Set"), _("Planned")),
            (Type.CAPTION_STRONG, "ink2"),
        )
        done = make_label(pgettext("sets", "Done"), Type.CAPTION_STRONG, "ink2")
        self._grid.addWidget(done, 0, _DONE, Qt.AlignmentFlag.AlignHCenter)
        if self._has_rests:
            rest = make_label(_("Rest after it"), Type.CAPTION_STRONG, "ink2")
            self._grid.addWidget(rest, 0, _REST, _RIGHT)

    def _add_set(self, line: int, number: int, performed: PerformedSet, *, is_first: bool) -> None:
        side = "" if performed.side in _NO_SIDE else side_label(performed.side)
        dose = _dose(performed.planned_seconds, performed.planned_reps)
        cells = ("", side if self._has_sides else "", format_number(performed.set), dose)
        self._add_cells(line, cells, (Type.BODY, "ink2"))
        name = performed.name if is_first else ""
        beneath = side if self._compact else ""
        if name or beneath:
            self._grid.addWidget(self._named(name, performed.exercise, beneath), line, 0)
        self._add_controls(line, number, performed)
        if self._has_rests and performed.rest_seconds is not None:
            rest = make_label(format_clock(round(performed.rest_seconds)), tone="ink2")
            self._grid.addWidget(rest, line, _REST, _RIGHT)

    def _named(self, name: str, exercise: str, side: str) -> QWidget:
        """Return a name, with its figure where there is room for one, and the side beneath it."""
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for text, tone in ((name, ""), (side, "ink2")):
            if text:
                column.addWidget(make_text(text, tone=tone))
        if self._picture is None or self._compact:
            return words
        named = QWidget()
        row = QHBoxLayout(named)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._picture(exercise))
        row.addWidget(words, 1)
        return named

    def _add_controls(self, line: int, number: int, performed: PerformedSet) -> None:
        spoken = _("{exercise}, set {number}").format(exercise=performed.name, number=performed.set)
        side = "" if performed.side in _NO_SIDE else side_label(performed.side)
        spoken = ", ".join(each for each in (spoken, side) if each)
        done = _reps_field(self._theme) if _is_counted(performed) else SecondsField(self._theme)
        done.setFixedWidth(self._theme.fonts.pixels(_FIELD))
        done.setAccessibleName(spoken)
        done.setAccessibleDescription(
            _("planned: {dose}").format(
                dose=_dose(performed.planned_seconds, performed.planned_reps)
            )
        )
        skipped = Chip(self._theme, _("Skipped"))
        skipped.setAccessibleDescription(spoken)
        self._grid.addWidget(done, line, _DONE)
        self._grid.addWidget(skipped, line, _SKIPPED)
        self._lines.append(_Line(done, skipped))
        self._show(number)
        done.valueChanged.connect(partial(self._take_figure, number))
        skipped.clicked.connect(partial(self._take_skipped, number))

    def _show(self, number: int) -> None:
        """Show a set as it is now, silently."""
        line, performed = self._lines[number], self._sets[number]
        reps = performed.actual_reps
        value = round(performed.actual_seconds) if reps is None else reps
        line.done.blockSignals(True)
        line.done.setValue(value)
        line.done.blockSignals(False)
        line.done.setEnabled(not performed.skipped)
        line.skipped.setChecked(performed.skipped)

    def _take_figure(self, number: int, value: int) -> None:
        performed = self._sets[number]
        if _is_counted(performed):
            self._sets[number] = with_done(performed, seconds=None, reps=value)
        else:
            self._sets[number] = with_done(performed, seconds=float(value), reps=None)
        self.changed.emit()

    def _take_skipped(self, number: int) -> None:
        skipped = self._lines[number].skipped.isChecked()
        self._sets[number] = with_skipped(self._sets[number], skipped=skipped)
        self._show(number)
        self.changed.emit()

    def _add_cells(self, line: int, cells: Sequence[str], look: tuple[Type, str]) -> None:
        """Add words at the left of their columns, numbers at the right."""
        for column, cell in enumerate(cells):
            is_left_out = self._compact and column == _NUMBERS
            if cell and column < _NUMBERS:
                self._grid.addWidget(make_label(cell, *look), line, column)
            elif cell and not is_left_out:
                self._grid.addWidget(make_label(cell, *look), line, column, _RIGHT)


def _exercise_of(numbered: tuple[int, PerformedSet]) -> str:
    return numbered[1].name


def _is_counted(performed: PerformedSet) -> bool:
    """Tell whether repetitions are counted, and not only time."""
    return performed.planned_reps is not None or performed.actual_reps is not None


def _reps_field(theme: Theme) -> NumberField:
    field = NumberField(theme)
    field.setRange(0, MOST_REPS)
    return field


def _dose(seconds: float, reps: int | None) -> str:
    if reps is not None:
        return ngettext("{count} rep", "{count} reps", reps).format(count=reps)
    return format_clock(seconds)
