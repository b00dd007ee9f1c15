"""What to look out for while exercising: common mistakes, the breath, and what to take care of."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from coreapp.domain.exercise import Exercise
from coreapp.i18n import _, pgettext
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.section import Section
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block

_LEAST: Final = 600
_GAP: Final = 32
_BETWEEN: Final = 24


class Hints(Columns):
    """Two short lists on the left, and what to take care of, the longest, on the right.

    Three columns were as narrow as a few words, and the longest went on alone for a window.
    """

    def __init__(self, theme: Theme, exercise: Exercise) -> None:
        super().__init__(theme, least=_LEAST, gap=_GAP, stacked_gap=_BETWEEN)
        mistakes = _section(theme, exercise, _("Common mistakes"), Icon.EYE, exercise.mistakes)
        breath = (exercise.breathing,) if exercise.breathing else ()
        breathing = _section(theme, exercise, _("Breathing"), Icon.BREATH, breath)
        cautions = _section(theme, exercise, _("Take care"), Icon.WARNING, exercise.cautions)
        for parts in ((mistakes, breathing), (cautions,)):
            found = [part for part in parts if part is not None]
            if found:
                self.add(_stacked(found))


def _stacked(parts: Sequence[Section]) -> Block:
    block = Block()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_BETWEEN)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return block


def _section(
    theme: Theme, exercise: Exercise, title: str, icon: Icon, texts: Sequence[str]
) -> Section | None:
    """Return the texts under their title; None where there are none."""
    if not texts:
        return None
    colour = "ready_text" if icon is Icon.WARNING else "ink2"
    section = Section(theme, title, icon, colour)
    section.add_texts([pgettext(exercise.text_context, text) for text in texts])
    return section
