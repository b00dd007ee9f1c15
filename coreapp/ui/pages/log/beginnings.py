"""What the log says around its list: where it is empty or short, and where the rest is kept."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.nothing_place import NothingPlace, nothing_found_for
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.press_row import PressRow

FEW: Final = 4
"""So many entries leave room below them for what else a log can hold."""
_LEAST: Final = 640
_ICON: Final = 24


class Beginnings(QWidget):
    """What else belongs into a log that has just begun; each tile asks for it at once.

    Args:
        theme: the look.
        enter_activity: asks for a run, a walk or a sport.
        ask_today: asks how today was.
        add_session: asks for a session that was done without the player.
    """

    def __init__(
        self,
        theme: Theme,
        enter_activity: Callable[[], object],
        ask_today: Callable[[], object],
        add_session: Callable[[], object],
    ) -> None:
        super().__init__()
        tiles = Columns(theme, _LEAST, metrics.CARD_GAP_NARROW, metrics.CARD_GAP_NARROW)
        for icon, title, sentence, carry_out in (
            (
                Icon.SHOE,
                _("A run, a walk or a sport"),
                _("Minutes and kilometres; Progress adds up the weeks."),
                enter_activity,
            ),
            (
                Icon.LEAF,
                _("How today was"),
                _("Sleep, stress and pain, to be compared later."),
                ask_today,
            ),
            (
                Icon.ROUTINES,
                _("A session without the player"),
                _("What you did elsewhere counts as well, set by set."),
                add_session,
            ),
        ):
            tile = _tile(theme, icon, title, sentence)
            tile.clicked.connect(carry_out)
            tiles.add(tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(make_text(_("Also for the log"), Type.TITLE))
        column.addWidget(tiles)


def _tile(theme: Theme, icon: Icon, title: str, sentence: str) -> PressRow:
    tile = PressRow(theme, title, "card", QBoxLayout.Direction.TopToBottom)
    tile.setAccessibleDescription(sentence)
    side = metrics.CARD_PADDING
    tile.line.setContentsMargins(side, side - 4, side, side - 4)
    tile.line.setSpacing(4)
    picture = IconLabel(theme, icon, "ink2", _ICON)
    words = (make_text(title, Type.BODY_STRONG), make_text(sentence, tone="ink2"))
    tile.line.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)
    tile.line.addSpacing(4)
    for each in (picture, *words):
        each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    for each in words:
        tile.line.addWidget(each)
    tile.line.addStretch(1)
    return tile


def empty_log(theme: Theme, art: FigureArt) -> EmptyState:
    """Return what invites the first session."""
    return EmptyState(
        theme,
        art,
        "glute-bridge",
        EmptyTexts(
            _("The log begins with your first session"),
            _("Every set you do stands here, as you really did it."),
            _("Choose a routine"),
            _("See an example"),
        ),
    )


def nothing_in_log(theme: Theme, art: FigureArt) -> NothingPlace:
    """Return where it is said that nothing matches what was typed, or what was chosen."""
    sentence, button = _("Try another word, or look at everything."), _("Show everything")
    return NothingPlace(theme, art, sentence, button)


def nothing_title(word: str) -> str:
    """Return what is said there; without a word something else was chosen."""
    return nothing_found_for(word) if word else _("Nothing of this kind in the log so far")


def presence_line(theme: Theme, open_breaks: Callable[[], object]) -> QWidget:
    """Return where the times at the desk are, which are not told here."""
    text = _("Your times at the desk are kept apart, to be corrected and deleted there.")
    link = Button(theme, _("To the breaks"), ButtonKind.LINK)
    link.setStyleSheet("padding: 0;")  # in line with the words above it
    link.clicked.connect(open_breaks)
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(0)
    column.addWidget(make_text(text, Type.CAPTION, "ink2"))
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return line
