"""What the cards that ask on Today have in common."""

from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.card import Card


class QuestionCard(Card):
    """Hidden, and empty, until there is something to ask; an answer stays until the page is left.

    A subclass overrides `_make`, calls `_begin_asking` before it asks, and sets `_answered`.
    """

    def __init__(self, theme: Theme, shell: Shell) -> None:
        """Ask nothing yet.

        Args:
            theme: the look.
            shell: tells what went wrong.
        """
        super().__init__()
        self._theme = theme
        self._shell = shell
        self._answered = False
        self._is_made = False
        self.make_low()
        self.hide()

    def forget(self) -> None:
        """Let an answer go."""
        if self._answered:
            self._answered = False
            self.hide()

    def _begin_asking(self) -> None:
        """Make what is seen, the first time: on most days nothing is asked."""
        if not self._is_made:
            self._is_made = True
            self._make()

    def _make(self) -> None:
        """Make what is seen."""
        raise NotImplementedError
