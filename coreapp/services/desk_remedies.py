"""What helps where a sense is missing, by desktop: one sentence each."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from coreapp.i18n import _
from coreapp.services.desk_senses import Capability


class DeskKind(StrEnum):
    """The desktops that need other remedies, by the names people know."""

    GNOME_WAYLAND = "GNOME, Wayland"
    GNOME_X11 = "GNOME, X11"
    KDE_WAYLAND = "KDE, Wayland"
    OTHER_WAYLAND = "Wayland"
    X11 = "X11"
    WINDOWS = "Windows"
    MACOS = "macOS"


def desk_kind(platform: str, environment: Mapping[str, str]) -> DeskKind:
    """Return which desktop this is.

    Args:
        platform: as `sys.platform` names it.
        environment: of this session.
    """
    if platform == "win32":
        return DeskKind.WINDOWS
    if platform == "darwin":
        return DeskKind.MACOS
    desktops = environment.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    is_wayland = bool(environment.get("WAYLAND_DISPLAY"))
    if "GNOME" in desktops:
        return DeskKind.GNOME_WAYLAND if is_wayland else DeskKind.GNOME_X11
    if not is_wayland:
        return DeskKind.X11
    return DeskKind.KDE_WAYLAND if "KDE" in desktops else DeskKind.OTHER_WAYLAND


def sense_remedy(capability: Capability, kind: DeskKind) -> str:
    """Return what helps where a sense is missing, or what it means that it is."""
    remedies: Mapping[Capability, Callable[[DeskKind], str]] = {
        Capability.HANDS: _hands,
        Capability.LOCK: _lock,
        Capability.SLEEP: _sleep,
        Capability.DO_NOT_DISTURB: _do_not_disturb,
        Capability.FULLSCREEN: _full_screen,
        Capability.VIDEO: _video,
        Capability.CAMERA: _camera,
        Capability.MICROPHONE: _microphone,
        Capability.CALL: _microphone,
    }
    return remedies[capability](kind)


def _hands(kind: DeskKind) -> str:
    ours = _("Breaks go by the clock: start Coreapp as yourself, not as another user.")
    texts = {
        DeskKind.GNOME_WAYLAND: _(
            "Breaks go by the clock: GNOME tells a sandboxed program no idle time, so install "
            "Coreapp without Snap."
        ),
        DeskKind.KDE_WAYLAND: _("Breaks go by the clock: an update of Plasma brings idle times."),
        DeskKind.OTHER_WAYLAND: _(
            "Breaks go by the clock: this compositor lacks ext-idle-notify; Sway, Hyprland and X11 "
            "have what is needed."
        ),
        DeskKind.WINDOWS: ours,
        DeskKind.MACOS: ours,
    }
    x11 = _("Breaks go by the clock: switch on the extension MIT-SCREEN-SAVER of the X server.")
    return texts.get(kind, x11)


def _lock(kind: DeskKind) -> str:
    if kind in {DeskKind.WINDOWS, DeskKind.MACOS}:
        return _("A locked screen counts as away once your hands have rested.")
    return _(
        "Start systemd-logind or elogind; until then a locked screen counts as away once your "
        "hands have rested."
    )


def _sleep(_kind: DeskKind) -> str:
    return _("Sleep is noticed after waking up, by the clocks of this computer.")


def _do_not_disturb(kind: DeskKind) -> str:
    if kind is DeskKind.MACOS:
        return _(
            "macOS tells only programs that may read the whole disk: pause the breaks as well."
        )
    if kind is DeskKind.WINDOWS:
        return _("Windows does not tell here: pause the breaks as well.")
    return _("No such switch of this desktop can be read: pause the breaks as well.")


def _full_screen(kind: DeskKind) -> str:
    texts = {
        DeskKind.GNOME_WAYLAND: _(
            "GNOME tells no program of other windows: switch on Do not disturb, or pause the "
            "breaks."
        ),
        DeskKind.KDE_WAYLAND: _(
            "Plasma tells no program of other windows: switch on Do not disturb, or pause the "
            "breaks."
        ),
        DeskKind.OTHER_WAYLAND: _(
            "This compositor lists no windows (wlr-foreign-toplevel-management): pause the breaks "
            "during a presentation."
        ),
        DeskKind.MACOS: _(
            "macOS tells only programs that may record the screen: pause the breaks during a "
            "presentation."
        ),
    }
    other = _("Nothing here tells which window fills the screen: pause the breaks meanwhile.")
    return texts.get(kind, other)


def _video(kind: DeskKind) -> str:
    if kind is DeskKind.WINDOWS:
        return _("Windows tells only administrators: show films in full screen, which is noticed.")
    return _("Nothing here lists what keeps the screen awake: pause the breaks during a film.")


def _camera(_kind: DeskKind) -> str:
    return _("Nothing here tells whether the camera is in use: pause the breaks during a call.")


def _microphone(kind: DeskKind) -> str:
    if kind in {DeskKind.WINDOWS, DeskKind.MACOS}:
        return _("Nothing here tells who listens: pause the breaks during a call.")
    return _("Start PipeWire or PulseAudio; until then pause the breaks during a call.")
