"""Starting with the computer on macOS: a launch agent in the person's library.

Not tried on a real system yet. The keys are those of launchd.plist(5).
"""

import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

from coreapp.desktop.own_start import Start
from coreapp.domain.errors import file_error


class LaunchAgent:
    """A property list that launchd reads at log-in."""

    is_there = True

    def __init__(self, start: Start, folder: Path) -> None:
        self._start = start
        self._file = folder / f"{start.name}.plist"

    def is_on(self) -> bool:
        """Tell whether launchd starts the program at log-in."""
        try:
            agent = plistlib.loads(self._file.read_bytes())
        except (OSError, ValueError, ExpatError):
            return False
        return (
            isinstance(agent, dict) and bool(agent.get("RunAtLoad")) and not agent.get("Disabled")
        )

    def turn_on(self) -> None:
        """Write the agent; it starts with the next log-in.

        Raises:
            CoreappError: it cannot be written.
        """
        agent: dict[str, object] = {
            "Label": self._start.name,
            "ProgramArguments": list(self._start.command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        if self._start.environment:
            agent["EnvironmentVariables"] = dict(self._start.environment)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(plistlib.dumps(agent))
        except OSError as error:
            raise file_error(str(self._file), error) from error

    def turn_off(self) -> None:
        """Take the agent away.

        Raises:
            CoreappError: it cannot be taken away.
        """
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            raise file_error(str(self._file), error) from error
