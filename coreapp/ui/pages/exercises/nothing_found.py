"""What the library shows where nothing fits: which filter to take away, or what is called so."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.services.library_filter import Loosening
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.nothing_place import NOTHING_FIGURE
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.flow_layout import FlowLayout


class NothingFound(QWidget):
    """An empty state with the nearest ways on.

    Signals:
        all_requested: everything is to be shown again.
        loosening_requested: a filter is to be taken away; the word of its facet.
        exercise_requested: the id of an exercise that is called nearly so.
    """

    all_requested = Signal()
    loosening_requested = Signal(str)
    exercise_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        word: str,
        loosenings: Sequence[Loosening],
        near: Sequence[tuple[str, str]],
    ) -> None:
        """Say that nothing fits.

        Args:
            theme: the look.
            art: draws the figure.
            word: what was typed; empty if a filter is in the way.
            loosenings: the filters without which something would be found.
            near: ids and names of what is called nearly so.
        """
        super().__init__()
        self._offered = _offer(word, loosenings, near)
        state = self._state = EmptyState(
            theme, art, NOTHING_FIGURE, _texts(word, has_near=bool(near))
        )
        ways = FlowLayout(8, 8)
        for each in loosenings:
            text = _("Without “{filter}”: {count}").format(filter=each.label, count=each.count)
            button = Button(theme, text, ButtonKind.OUTLINE)
            button.clicked.connect(partial(self.loosening_requested.emit, each.facet.value))
            ways.addWidget(button)
        for identity, name in near:
            button = Button(theme, name, ButtonKind.OUTLINE)
            button.clicked.connect(partial(self.exercise_requested.emit, identity))
            ways.addWidget(button)
        place = QWidget()
        place.setLayout(ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(state)
        column.addWidget(place, 0, Qt.AlignmentFlag.AlignHCenter)
        place.setVisible(bool(loosenings or near))
        state.action_requested.connect(self.all_requested)

    def takes(
        self, word: str, loosenings: Sequence[Loosening], near: Sequence[tuple[str, str]]
    ) -> bool:
        """Name another word; tell if that is possible, as the ways on are the same."""
        if _offer(word, loosenings, near) != self._offered:
            return False
        texts = _texts(word, has_near=bool(near))
        self._state.say(texts.title, texts.sentence)
        return True


def _offer(
    word: str, loosenings: Sequence[Loosening], near: Sequence[tuple[str, str]]
) -> tuple[object, ...]:
    """Return all that makes one of these another one, but for the letters of the word."""
    return bool(word), tuple(loosenings), tuple(near)


def _texts(word: str, *, has_near: bool) -> EmptyTexts:
    if not word:
        return EmptyTexts(
            _("No exercise fits everything you chose"),
            _("Take one filter away, or try another word."),
            _("Show all exercises"),
        )
    sentence = _("Try another word, in English, German or Dutch.")
    if has_near:
        sentence = _("Did you mean one of these?")
    return EmptyTexts(
        _("Nothing found for “{word}”").format(word=word), sentence, _("Show all exercises")
    )
