"""What the library shows where nothing fits: which filter to take away, or what is called so."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.services.library_filter import Loosening
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.nothing_place import NOTHING_FIGURE, nothing_found_for
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

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        """Offer nothing yet.

        Args:
            theme: the look.
            art: draws the figure.
        """
        super().__init__()
        self._theme = theme
        self._offered: tuple[object, ...] = ()
        texts = EmptyTexts("", "", _("Show all exercises"))
        self._state = EmptyState(theme, art, NOTHING_FIGURE, texts, late=True)
        self._ways = FlowLayout(8, 8)
        self._place = QWidget()
        self._place.setLayout(self._ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._state)
        column.addWidget(self._place, 0, Qt.AlignmentFlag.AlignHCenter)
        self._state.action_requested.connect(self.all_requested)

    def offer(
        self, word: str, loosenings: Sequence[Loosening], near: Sequence[tuple[str, str]]
    ) -> None:
        """Say that nothing fits, and offer ways on; with most letters they are the same.

        Args:
            word: what was typed; empty if a filter is in the way.
            loosenings: the filters without which something would be found.
            near: ids and names of what is called nearly so.
        """
        self._state.say(*_said(word, has_near=bool(near)))
        offered = tuple(loosenings), tuple(near)
        if offered == self._offered:
            return
        self._offered = offered
        # Out of sight: each button that comes would lay out the page.
        self._place.hide()
        self._ways.clear()
        for each in loosenings:
            text = _("Without “{filter}”: {count}").format(filter=each.label, count=each.count)
            self._add_way(text).connect(partial(self.loosening_requested.emit, each.facet.value))
        for identity, name in near:
            self._add_way(name).connect(partial(self.exercise_requested.emit, identity))
        self._place.setVisible(bool(loosenings or near))

    def _add_way(self, text: str) -> SignalInstance:
        """Add a button; return what it says when it is clicked."""
        button = Button(self._theme, text, ButtonKind.OUTLINE)
        self._ways.addWidget(button)
        return button.clicked


def _said(word: str, *, has_near: bool) -> tuple[str, str]:
    """Return title and sentence."""
    if not word:
        return (
            _("No exercise fits everything you chose"),
            _("Take one filter away, or try another word."),
        )
    sentence = _("Try another word, in English, German or Dutch.")
    if has_near:
        sentence = _("Did you mean one of these?")
    return nothing_found_for(word), sentence
