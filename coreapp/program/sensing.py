"""What this desktop lets the program sense, each with what it means where it does not."""

from collections.abc import Sequence

from coreapp.i18n import _
from coreapp.services.ports import IdleProbe
from coreapp.ui.pages.break_cards import Sensed, SenseState
from coreapp.ui.tray import TrayIcon


def sensed_here(probe: IdleProbe, tray: TrayIcon, tones: str) -> Sequence[Sensed]:
    """Return what can be sensed and shown on this desktop.

    Args:
        probe: what is asked for the rest of the hands.
        tray: the icon in the tray.
        tones: what plays tones; `none` if nothing does.
    """
    return (
        _hands(probe),
        Sensed(_("Sleep"), SenseState.WORKS),
        _tray(tray),
        _tones(tones),
        Sensed(
            _("Calls, full screen"),
            SenseState.UNKNOWN,
            _("Not sensed yet: pause the breaks by hand."),
        ),
    )


def _hands(probe: IdleProbe) -> Sensed:
    if probe.idle_seconds() is not None:
        return Sensed(_("Hands resting"), SenseState.WORKS)
    return Sensed(
        _("Hands resting"),
        SenseState.UNKNOWN,
        _("Sensed on X11 only so far; here the breaks go by the clock."),
    )


def _tray(tray: TrayIcon) -> Sensed:
    if tray.available:
        return Sensed(_("Tray"), SenseState.WORKS)
    remedy = _("This desktop has no tray: closing the window ends the program.")
    return Sensed(_("Tray"), SenseState.MISSING, remedy)


def _tones(tones: str) -> Sensed:
    if tones != "none":
        return Sensed(_("Tones"), SenseState.WORKS)
    return Sensed(
        _("Tones"), SenseState.MISSING, _("No sound device was found; everything is shown as well.")
    )
