"""Starting with the computer on Linux: a file in the folder that all desktops read at log-in.

By the Desktop Application Autostart Specification 0.5 and the Desktop Entry Specification 1.5
(freedesktop.org). A file of the same name in the person's folder hides the system's.
"""

import configparser
import re
from collections.abc import Mapping
from pathlib import Path

from coreapp.desktop.our_name import APP_ID, OUR_NAME
from coreapp.desktop.own_start import Start
from coreapp.domain.errors import file_error

_SECTION = "Desktop Entry"
_PLAIN = re.compile(r"[A-Za-z0-9_@%+=:,./-]+")
_HIDDEN_ENTRY = f"[{_SECTION}]\nType=Application\nName={OUR_NAME}\nHidden=true\n"


class XdgAutostart:
    """An entry of the program in the autostart folder."""

    is_there = True

    def __init__(self, start: Start, environment: Mapping[str, str]) -> None:
        """Make it; nothing is written.

        Args:
            start: how the program is started.
            environment: where the folders are named.
        """
        self._start = start
        name = f"{start.name}.desktop"
        home = Path(environment.get("HOME") or Path.home())
        config = environment.get("XDG_CONFIG_HOME", "")
        self._file = _folder(config, home / ".config") / "autostart" / name
        systems = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self._system_files = [
            Path(each) / "autostart" / name
            for each in systems.split(":")
            if Path(each).is_absolute()
        ]

    def is_on(self) -> bool:
        """Tell whether desktops start the program at log-in, by the first entry they find."""
        for file in (self._file, *self._system_files):
            try:
                return _starts(file.read_text(encoding="utf-8", errors="replace"))
            except FileNotFoundError:
                continue
            except OSError:
                return False
        return False

    def turn_on(self) -> None:
        """Write the entry.

        Raises:
            CoreappError: it cannot be written.
        """
        self._write(entry(self._start))

    def turn_off(self) -> None:
        """Take the entry away; one of the system's is hidden by one of ours.

        Raises:
            CoreappError: it cannot be taken away.
        """
        if any(each.exists() for each in self._system_files):
            self._write(_HIDDEN_ENTRY)
            return
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            raise file_error(str(self._file), error) from error

    def _write(self, text: str) -> None:
        beside = self._file.with_name(f".{self._file.name}.new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, encoding="utf-8")
            beside.replace(self._file)
        except OSError as error:
            raise file_error(str(self._file), error) from error


def entry(start: Start) -> str:
    """Return the file that starts the program."""
    program = start.command
    if start.environment:
        settings = (f"{name}={value}" for name, value in start.environment.items())
        program = ("env", *settings, *program)
    lines = {
        "Type": "Application",
        "Name": OUR_NAME,
        "Exec": _string(" ".join(_argument(each) for each in program)),
        "TryExec": _string(start.command[0]),
        "Icon": APP_ID,
        "Terminal": "false",
        "X-GNOME-Autostart-enabled": "true",
    }
    return f"[{_SECTION}]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


def _argument(text: str) -> str:
    """Return an argument as the key `Exec` has it: quoted, with what is special escaped."""
    whole = text.replace("%", "%%")
    if _PLAIN.fullmatch(whole):
        return whole
    escaped = re.sub(r'(["`$\\])', r"\\\1", whole)
    return f'"{escaped}"'


def _string(text: str) -> str:
    """Return a text as a value of a key: backslashes and breaks of lines are written out."""
    plain = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return plain.replace("\t", "\\t")


def _starts(text: str) -> bool:
    """Tell whether an entry starts anything: desktops switch one off by a key of theirs."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text)
        section = parser[_SECTION]
    except (configparser.Error, KeyError):
        return False
    is_hidden = section.get("Hidden", "false").strip() == "true"
    is_enabled = section.get("X-GNOME-Autostart-enabled", "true").strip() != "false"
    return is_enabled and not is_hidden and bool(section.get("Exec"))


def _folder(named: str, usual: Path) -> Path:
    """Return the folder a variable names; the specification wants others than absolute ignored."""
    return Path(named) if named and Path(named).is_absolute() else usual
