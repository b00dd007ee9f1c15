"""Where a page says that its search has found nothing."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts

NOTHING_FIGURE: Final = "desk-march"
"""Who looks for something stands here."""


class NothingPlace(QVBoxLayout):
    """Empty as long as something is found.

    Signals:
        all_requested: everything is to be shown again.
    """

    all_requested = Signal()

    def __init__(self, theme: Theme, art: FigureArt, sentence: str, button: str) -> None:
        """Say nothing yet.

        Args:
            theme: the look.
            art: draws the figure.
            sentence: what else one may try.
            button: what shows everything again.
        """
        super().__init__()
        self._theme = theme
        self._art = art
        self._sentence = sentence
        self._button = button
        self._state: EmptyState | None = None

    def say(self, word: str) -> None:
        """Say that nothing has a word; an empty one ends it."""
        self.tell(nothing_found_for(word) if word else "")

    def tell(self, title: str) -> None:
        """Say in other words that there is nothing; an empty title ends it.

        It is made once, and named anew with each letter: to make it takes as long as the search.
        """
        if title:
            self._named(title).show()
        elif self._state is not None:
            self._state.hide()

    def _named(self, title: str) -> EmptyState:
        if self._state is None:
            texts = EmptyTexts(title, self._sentence, self._button)
            self._state = EmptyState(self._theme, self._art, NOTHING_FIGURE, texts, late=True)
            self._state.action_requested.connect(self.all_requested)
            self.addWidget(self._state)
        self._state.say(title, self._sentence)
        return self._state


def nothing_found_for(word: str) -> str:
    """Return the title that names what was looked for."""
    return _("Nothing found for “{word}”").format(word=word)
