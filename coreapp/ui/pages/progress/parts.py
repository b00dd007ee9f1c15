"""What the page of Progress shows while it reads, and where there is nothing to read."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame

from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts

_GROUND: Final = 240


def once_after(page: QObject, milliseconds: int, carry_out: Callable[[], None]) -> QTimer:
    """Return a timer that rings once each time it is started."""
    timer = QTimer(page)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(carry_out)
    return timer


def waiting_ground(theme: Theme) -> QFrame:
    """Return what stands where the first panel will be."""
    ground = QFrame()
    ground.setProperty("role", "stage")
    ground.setFixedHeight(theme.fonts.pixels(_GROUND))
    ground.hide()
    return ground


def empty_progress(theme: Theme, art: FigureArt) -> EmptyState:
    """Return what invites the first session."""
    return EmptyState(
        theme,
        art,
        "side-plank",
        EmptyTexts(
            _("Nothing to draw yet"),
            _("Weeks, sides, holds and how it felt are drawn here from what you log."),
            _("Choose a routine"),
            _("See an example"),
        ),
    )
