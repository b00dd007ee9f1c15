"""The levels of an exercise as a ladder, with the rule for moving up from the one looked at."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal

from coreapp.domain.exercise import Exercise, Level
from coreapp.i18n import _, format_list, ngettext, pgettext
from coreapp.services.dose_words import dose_text, rest_text, usual_level
from coreapp.services.help_topics import HelpTopic
from coreapp.ui.pages.section import Section
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.level_ladder import LevelLadder, Rung, RungState

_NAMED: Final = 2
"""So many routines are named at most; all of them are listed further down on the page."""


class LevelSection(Section):
    """Lets a person look at each level; the usual one first.

    Attributes:
        level_chosen: the person looks at the level of this id now.

    Args:
        theme: the look.
        exercise: whose levels.
        used: for each level id the names of the routines that use it.
    """

    level_chosen = Signal(str)

    def __init__(self, theme: Theme, exercise: Exercise, used: Mapping[str, Sequence[str]]) -> None:
        super().__init__(theme, _("Levels"))
        self._exercise = exercise
        self._used = used
        self._ladder = LevelLadder(theme)
        self._rule = make_text("", Type.BODY, "ink2")
        self._here = exercise.levels.index(usual_level(exercise))

        self.head.addWidget(HelpButton(theme, HelpTopic.LEVELS))
        self.column.addWidget(self._ladder)
        self.column.addWidget(self._rule)

        self._ladder.rung_chosen.connect(self._look_at)

        self._show()

    def _look_at(self, index: int) -> None:
        self._here = index
        self._show()
        self.level_chosen.emit(self._exercise.levels[index].id)
        rungs = self._ladder.layout()
        rung = rungs.itemAt(index) if rungs is not None else None
        if rung is not None and (button := rung.widget()) is not None:
            # The ladder made new rungs: the keyboard stays on this one.
            button.show()
            button.setFocus()

    def _show(self) -> None:
        levels = self._exercise.levels
        self._ladder.show_rungs([self._rung(number, each) for number, each in enumerate(levels)])
        rule = pgettext(self._exercise.text_context, levels[self._here].move_up)
        self._rule.setText(rule)
        self._rule.setVisible(bool(rule))

    def _rung(self, number: int, level: Level) -> Rung:
        title = pgettext(self._exercise.text_context, level.text) or self._dose(level)
        state = RungState.HERE if number == self._here else RungState.AHEAD
        return Rung(title, self._line(level), state)

    def _line(self, level: Level) -> str:
        """Return what the level's own text does not say: the rest, and who uses it."""
        parts = []
        if level.dose is not None:
            rest = rest_text(level.dose.rest_seconds)
            parts.append(rest or (self._dose(level) if level.text else ""))
        if level.id in self._used:
            parts.append(_used_in(self._used[level.id]))
        return " · ".join(each for each in parts if each)

    def _dose(self, level: Level) -> str:
        return dose_text(level.dose, self._exercise) if level.dose is not None else ""


def _used_in(routines: Sequence[str]) -> str:
    """Return the names of one or two routines, or of how many there are."""
    count = len(routines)
    if count > _NAMED:
        return ngettext("in {count} routine", "in {count} routines", count).format(count=count)
    names = [_("“{name}”").format(name=each) for each in routines]
    return _("in {routine}").format(routine=format_list(names))
