"""What the large button, the space bar, and a click on figure or time do at a moment."""

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.i18n import _
from coreapp.ui.theme.icons import Icon


def waits(view: PlayerView) -> bool:
    """Tell whether a tap is waited for now."""
    return view.state is PlayerState.RUNNING and view.phase.until_tapped


def toggle_look(view: PlayerView) -> tuple[Icon, str]:
    """Return icon and word of what a tap does."""
    if waits(view):
        return Icon.CHECK, _("Done")
    if view.state in {PlayerState.RUNNING, PlayerState.LEAD_IN}:
        return Icon.PAUSE, _("Pause")
    return Icon.PLAY, _("Go on")


def is_on(event: QMouseEvent, *widgets: QWidget) -> bool:
    """Tell whether the mouse or a finger is on one of these widgets that are seen."""
    place = event.globalPosition()
    return any(
        each.isVisible() and each.rect().contains(each.mapFromGlobal(place).toPoint())
        for each in widgets
    )
