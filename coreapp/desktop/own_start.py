"""How this installation is started at log-in: its command, and a name for each world."""

import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coreapp.desktop.our_name import APP_ID
from coreapp.desktop.paths import HOME_VARIABLE

HIDDEN = "--hidden"


@dataclass(frozen=True, slots=True)
class Start:
    """How this installation is started, hidden.

    Attributes:
        name: tells this world's entry from those of others.
        command: the program with its arguments.
        environment: what has to be set for it.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


def this_start(
    platform: str = sys.platform, python: str = sys.executable, world: str | None = None
) -> Start:
    """Return how this installation is started.

    Args:
        platform: the system's name, as Python has it.
        python: the interpreter that runs it.
        world: the data folder that `COREAPP_HOME` names; empty for none, None to look it up.
    """
    home = os.environ.get(HOME_VARIABLE, "") if world is None else world
    command = (*_program(platform, Path(python)), HIDDEN)
    if not home:
        return Start(APP_ID, command)
    folder = str(Path(home).resolve())
    digest = hashlib.sha256(folder.encode()).hexdigest()[:8]
    return Start(f"{APP_ID}-{digest}", command, {HOME_VARIABLE: folder})


def this_program() -> tuple[str, ...]:
    """Return the command that starts this installation, without arguments."""
    return _program(sys.platform, Path(sys.executable))


def _program(platform: str, python: Path) -> tuple[str, ...]:
    """Return the installed command beside the interpreter, or the interpreter with the package."""
    if platform == "win32":
        # The command of a wheel opens a console window; this interpreter has none.
        without_console = python.with_name("pythonw.exe")
        return str(without_console if without_console.exists() else python), "-m", "coreapp"
    command = python.with_name("coreapp")
    return (str(command),) if command.exists() else (str(python), "-m", "coreapp")
