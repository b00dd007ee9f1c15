"""Beside the questions after a session: that it is over, what was done, and what comes next."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.training_log import Outcome
from coreapp.i18n import _, format_minutes, ngettext
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.done_figures import DoneFigures
from coreapp.ui.player.next_lines import NextLines
from coreapp.ui.player.summary import Summary
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.figure_label import FigureLabel
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.phase_badge import PhaseBadge

_GAP: Final = 16
_GAP_WIDE: Final = 48
"""Between figures that stand beside each other."""


class AfterWords(QWidget):
    """Says it in pictures, words and a few figures.

    Attributes:
        ahead: what changes the next time.
    """

    def __init__(
        self, theme: Theme, art: FigureArt, title: str, name_of: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._theme = theme
        self.ahead = NextLines(theme)
        self._badge = PhaseBadge(theme)
        self._headline = make_text(kind=Type.PAGE)
        self._figures = DoneFigures(theme, art, name_of)
        self._facts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._facts.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._badge)
        column.addWidget(self._headline)
        column.addWidget(make_text(title, Type.TITLE, "ink2"))
        column.addSpacing(_GAP // 2)
        column.addWidget(self._figures)
        column.addSpacing(_GAP // 2)
        column.addLayout(self._facts)
        column.addSpacing(_GAP)
        column.addWidget(self.ahead)
        column.addStretch(1)

    def set_wide(self, *, wide: bool) -> None:
        """Have the figures beside each other, over the questions; or below each other."""
        direction = QBoxLayout.Direction
        self._facts.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._facts.setSpacing(_GAP_WIDE if wide else _GAP)

    def show_summary(self, summary: Summary) -> None:
        """Show what was done."""
        completed = summary.outcome is Outcome.COMPLETED
        self._badge.show_phase(PhaseLook.DONE, _("Done"))
        self._headline.setText(
            _("That was your session.") if completed else _("What you did is kept.")
        )
        self._figures.show_exercises(summary.exercises)
        self._add_fact(_("Work"), format_minutes(summary.work_seconds))
        sets = ngettext("{done} of {count}", "{done} of {count}", summary.sets)
        self._add_fact(_("Sets"), sets.format(done=summary.done, count=summary.sets))
        if summary.skipped:
            self._add_fact(_("Skipped"), str(summary.skipped))
        self._facts.addStretch(1)

    def _add_fact(self, name: str, value: str) -> None:
        block = QVBoxLayout()
        block.setSpacing(0)
        block.addWidget(make_label(name, Type.BODY, "ink2"))
        block.addWidget(FigureLabel(self._theme, value, Type.PAGE))
        self._facts.addLayout(block)
