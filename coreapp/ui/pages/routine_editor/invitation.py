"""What the routine editor shows while there is no exercise: how to begin."""

from typing import Final

from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts

_EXERCISE: Final = "glute-bridge"


def make_invitation(theme: Theme, art: FigureArt) -> EmptyState:
    """Return a figure, a sentence, and the button to add an exercise."""
    texts = EmptyTexts(
        _("Begin with one exercise"),
        _("It comes with its usual dose. Order, sets and rests can be changed afterwards."),
        _("Add exercise"),
    )
    return EmptyState(theme, art, _EXERCISE, texts, Icon.PLUS)
