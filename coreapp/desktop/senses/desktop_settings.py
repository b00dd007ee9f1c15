"""Do not disturb as GNOME, Cinnamon and MATE have it: a setting of the desktop.

The settings portal is asked first, as it works from a sandbox too; where it does not hand this
setting out, `gsettings` reads it, at first and whenever dconf tells that it was changed.
"""

import logging
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coreapp.desktop.bus_connection import BusError, Service
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.senses.bus_probe import Question, Telling, one, truth, unwrapped
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.services.desk_senses import Capability

logger = logging.getLogger(__name__)

ANSWER_SECONDS: Final = 2.0

PORTAL: Final = Service(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_WRITER: Final = "ca.desrt.dconf.Writer"
_WRITER_PATH: Final = "/ca/desrt/dconf/Writer/user"
_SANDBOX: Final = Path("/.flatpak-info")


@dataclass(frozen=True, slots=True)
class Switch:
    """Where a desktop keeps it.

    Attributes:
        desktop: its name in `XDG_CURRENT_DESKTOP`.
        quiet: the value that asks not to disturb.
    """

    desktop: str
    schema: str
    key: str
    quiet: bool

    @property
    def place(self) -> str:
        """Where dconf keeps it."""
        return f"/{self.schema.replace('.', '/')}/{self.key}"


SWITCHES: Final = (
    Switch("GNOME", "org.gnome.desktop.notifications", "show-banners", quiet=False),
    Switch(
        "X-Cinnamon", "org.cinnamon.desktop.notifications", "display-notifications", quiet=False
    ),
    Switch("MATE", "org.mate.NotificationDaemon", "do-not-disturb", quiet=True),
)


def current_desktops(environment: Mapping[str, str]) -> frozenset[str]:
    """Return the names of the desktop of this session."""
    return frozenset(environment.get("XDG_CURRENT_DESKTOP", "").split(":"))


def portal_question(switch: Switch) -> Question:
    """Return how the settings portal is asked."""

    def ask(bus: BusWatch) -> bool:
        given = bus.call(PORTAL, "Read", "ss", (switch.schema, switch.key))
        return truth(unwrapped(one(given))) == switch.quiet

    return Question(
        f"portal {switch.schema} {switch.key}",
        Capability.DO_NOT_DISTURB,
        PORTAL.name,
        ask,
        (
            Telling(
                PORTAL.interface,
                "SettingChanged",
                PORTAL.path,
                lambda body: body[:2] == (switch.schema, switch.key),
            ),
        ),
    )


class SettingProbe:
    """Reads one switch."""

    capability = Capability.DO_NOT_DISTURB
    tells = True

    def __init__(
        self,
        bus: Callable[[], BusWatch],
        switch: Switch,
        read: Callable[[Switch], bool | None] | None = None,
    ) -> None:
        """Read it once.

        Args:
            bus: where dconf tells what was changed.
            switch: which one.
            read: returns its value; None if it cannot be read.

        Raises:
            ProbeUnavailableError: there is no such setting, or nobody would tell of it.
        """
        self._switch = switch
        self._changed: Callable[[], None] = lambda: None
        self._read = read or read_setting
        if _SANDBOX.exists():
            raise ProbeUnavailableError("a sandbox has settings of its own")
        if self.look() is None:
            raise ProbeUnavailableError(f"{self.name} cannot be read")
        try:
            self._bus = bus()
        except BusError as error:
            raise ProbeUnavailableError(str(error)) from error

    @property
    def name(self) -> str:
        """What is read."""
        return f"{self._switch.schema} {self._switch.key}"

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed`, from the thread of the bus, when the setting was written."""
        self._changed = changed
        self._bus.listen(_WRITER, "Notify", self._note_writing, path=_WRITER_PATH)

    def look(self) -> bool | None:
        """Return whether it is on; None if it cannot be read."""
        value = self._read(self._switch)
        return None if value is None else value == self._switch.quiet

    def close(self) -> None:
        """Hear nothing more; the bus itself belongs to all probes."""
        self._bus.forget(self._note_writing)

    def _note_writing(self, body: tuple[object, ...]) -> None:
        if writes(body, self._switch.place):
            self._changed()


def read_setting(switch: Switch) -> bool | None:
    """Return the value of a switch by `gsettings`; None if there is none."""
    program = shutil.which("gsettings")
    if program is None:
        return None
    command = [program, "get", switch.schema, switch.key]
    try:
        done = subprocess.run(  # noqa: S603  words of ours
            command, capture_output=True, check=True, timeout=ANSWER_SECONDS, text=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        logger.info("%s does not tell: %s", switch.schema, error)
        return None
    return {"true": True, "false": False}.get(done.stdout.strip())


def writes(body: tuple[object, ...], place: str) -> bool:
    """Tell whether what dconf says was written has to do with a place.

    Args:
        body: a prefix, what follows it in each place that was written, and a tag.
        place: the place that matters.
    """
    match body:
        case (str() as prefix, list() as ends, *_rest):
            return any(_covers(f"{prefix}{end}", place) for end in ends)
        case _:
            return True


def _covers(written: str, place: str) -> bool:
    """Tell whether a place was written, or a folder that it is in was reset."""
    return written == place or (written.endswith("/") and place.startswith(written))
