"""What this desktop lets the program sense, each with what it means where it does not."""

from collections.abc import Sequence

from coreapp.i18n import _
from coreapp.services.media_session import MediaSession
from coreapp.services.ports import IdleProbe, KeepAwake
from coreapp.services.sound_check import SoundCheck
from coreapp.services.speaking import VoiceState
from coreapp.ui.pages.break_cards import Sensed, SenseState
from coreapp.ui.tray import TrayIcon


def sensed_here(
    probe: IdleProbe,
    tray: TrayIcon,
    tones: str,
    sound: SoundCheck,
    awake: KeepAwake,
    media: MediaSession,
) -> Sequence[Sensed]:
    """Return what can be sensed and shown on this desktop.

    Args:
        probe: what is asked for the rest of the hands.
        tray: the icon in the tray.
        tones: what plays tones; `none` if nothing does.
        sound: tells of the voice; looked for with the first question.
        awake: keeps the screen awake in a session.
        media: shows a session to the desktop.
    """
    sound.look()
    return (
        _hands(probe),
        Sensed(_("Sleep"), SenseState.WORKS),
        _tray(tray),
        _tones(tones),
        *_voice(sound),
        _awake(awake),
        _media(media),
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


def _awake(awake: KeepAwake) -> Sensed:
    """Return what keeps the screen awake in a session; it is known from the first one on."""
    if awake.method:
        # The last part of a service's name; the log has the whole, which no line could break.
        method = awake.method.rpartition(".")[2]
        label = _("Screen stays awake ({method})").format(method=method)
        return Sensed(label, SenseState.WORKS)
    label = _("Screen stays awake")
    if awake.method is None:
        return Sensed(label, SenseState.UNKNOWN, _("Tried with the first session."))
    remedy = _("Nothing here does that: let it go dark later in the settings of this computer.")
    return Sensed(label, SenseState.MISSING, remedy)


def _media(media: MediaSession) -> Sensed:
    if media.name != "none":
        return Sensed(_("Media keys"), SenseState.WORKS)
    remedy = _("Here they reach only the window of the session, while it is in front.")
    return Sensed(_("Media keys"), SenseState.MISSING, remedy)


def _voice(sound: SoundCheck) -> Sequence[Sensed]:
    """Return what is known of the voice; nothing where none is wanted."""
    if not sound.is_wanted:
        return ()
    if sound.state is VoiceState.READY:
        return (Sensed(_("Voice"), SenseState.WORKS),)
    if sound.trouble:
        return (Sensed(_("Voice"), SenseState.MISSING, sound.trouble),)
    return (Sensed(_("Voice"), SenseState.UNKNOWN, _("It is being looked for.")),)


def _tones(tones: str) -> Sensed:
    if tones != "none":
        return Sensed(_("Tones"), SenseState.WORKS)
    return Sensed(
        _("Tones"), SenseState.MISSING, _("No sound device was found; everything is shown as well.")
    )
