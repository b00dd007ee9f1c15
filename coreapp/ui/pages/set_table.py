"""The sets of a session in the log: what was planned and what was done."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from coreapp.domain.exercise import Side
from coreapp.domain.training_log import PerformedSession, PerformedSet
from coreapp.i18n import _, format_clock, format_number, ngettext, pgettext
from coreapp.services.vocabulary import side_label
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.list_row import INSET

WIDTH: Final = 640
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GROUP_GAP: Final = 8
_LARGE_TEXT: Final = 1.4
_NUMBERS, _DONE, _REST = 2, 4, 6
"""The first column of numbers, the one of what was done, and the one of the rest after it."""
_NO_SIDE: Final = frozenset({Side.BOTH, Side.ALTERNATING})
"""What need not be said of a set: there is no other one for the other side."""


class SetTable(QWidget):
    """A line for each set; an exercise is named once.

    With large text the side stands with the exercise, and the numbers have to do without ticks and
    rests.
    """

    def __init__(self, theme: Theme, session: PerformedSession, indent: int) -> None:
        super().__init__()
        self._theme = theme
        self._compact = theme.fonts.factor > _LARGE_TEXT
        sides = any(each.side not in _NO_SIDE for each in session.sets)
        self._has_sides = sides and not self._compact
        rested = any(each.rest_seconds is not None for each in session.sets)
        self._has_rests = rested and not self._compact
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12 if self._compact else 20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        table = QWidget()
        table.setLayout(self._grid)
        table.setMaximumWidth(theme.fonts.pixels(WIDTH))
        row = QHBoxLayout(self)
        # Below the words of its session, where there is room for that.
        row.setContentsMargins(INSET + (0 if self._compact else indent), 0, INSET, 16)
        row.addWidget(table, 1)
        row.addStretch(0)
        self._add_head()
        line = 1
        for _exercise, sets in groupby(session.sets, key=_exercise_of):
            for index, performed in enumerate(sets):
                self._add_set(line, performed, is_first=index == 0)
                line += 1
            self._grid.setRowMinimumHeight(line, _GROUP_GAP)
            line += 1
        if session.note:
            self._grid.addWidget(make_text(session.note, tone="ink2"), line, 0, 1, _REST + 1)

    def _add_head(self) -> None:
        self._add_cells(
            0,
            (_("Exercise"), _("Side") if self._has_sides else "", _("Set"), _("Planned")),
            (Type.CAPTION_STRONG, "ink2"),
        )
        done = make_label(pgettext("sets", "Done"), Type.CAPTION_STRONG, "ink2")
        self._grid.addWidget(done, 0, _DONE, _RIGHT)
        if self._has_rests:
            rest = make_label(_("Rest after it"), Type.CAPTION_STRONG, "ink2")
            self._grid.addWidget(rest, 0, _REST, _RIGHT)

    def _add_set(self, line: int, performed: PerformedSet, *, is_first: bool) -> None:
        tone = "ink3" if performed.skipped else ""
        side = "" if performed.side in _NO_SIDE else side_label(performed.side)
        dose = _dose(performed.planned_seconds, performed.planned_reps)
        cells = ("", side if self._has_sides else "", format_number(performed.set), dose)
        self._add_cells(line, cells, (Type.BODY, tone or "ink2"))
        name = performed.name if is_first else ""
        if self._compact and side:
            name = _("{exercise}, {side}").format(exercise=name, side=side) if is_first else side
        if name:
            self._grid.addWidget(make_text(name, tone=tone), line, 0)
        self._grid.addWidget(make_label(_done(performed), tone=tone), line, _DONE, _RIGHT)
        if not (performed.skipped or self._compact):
            tick = IconLabel(self._theme, Icon.CHECK, "done_text", 16)
            self._grid.addWidget(tick, line, _DONE + 1)
        if self._has_rests and performed.rest_seconds is not None:
            rest = make_label(format_clock(round(performed.rest_seconds)), tone="ink2")
            self._grid.addWidget(rest, line, _REST, _RIGHT)

    def _add_cells(self, line: int, cells: Sequence[str], look: tuple[Type, str]) -> None:
        """Add words at the left of their columns, numbers at the right."""
        for column, cell in enumerate(cells):
            if cell and column < _NUMBERS:
                self._grid.addWidget(make_label(cell, *look), line, column)
            elif cell:
                self._grid.addWidget(make_label(cell, *look), line, column, _RIGHT)


def _exercise_of(performed: PerformedSet) -> str:
    return performed.name


def _dose(seconds: float, reps: int | None) -> str:
    if reps is not None:
        return ngettext("{count} rep", "{count} reps", reps).format(count=reps)
    return format_clock(seconds)


def _done(performed: PerformedSet) -> str:
    if performed.skipped and performed.actual_seconds < 1:
        return _("skipped")
    return _dose(performed.actual_seconds, performed.actual_reps)
