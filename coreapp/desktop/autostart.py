"""Starting with the computer: which way this system has."""

import os
import sys
from pathlib import Path

from coreapp.desktop.own_start import this_start
from coreapp.services.autostart import Autostart, NoAutostart


def pick_autostart(platform: str = sys.platform) -> Autostart:
    """Return the way that this system has."""
    start = this_start(platform)
    if platform.startswith("linux"):
        from coreapp.desktop.autostart_xdg import XdgAutostart  # noqa: PLC0415  one system only

        return XdgAutostart(start, os.environ)
    if platform == "darwin":
        from coreapp.desktop.autostart_macos import LaunchAgent  # noqa: PLC0415  see above

        return LaunchAgent(start, Path.home() / "Library" / "LaunchAgents")
    if platform == "win32" and not start.environment:
        from coreapp.desktop.autostart_windows import RunKey, WindowsRegistry  # noqa: PLC0415

        return RunKey(start, WindowsRegistry())
    return NoAutostart()
