"""Whether there is anything to show a window on."""

import os
import sys

PLATFORM_VARIABLE = "QT_QPA_PLATFORM"
_DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY")


def has_display() -> bool:
    """Tell whether a window can be opened; Qt would end the process where it cannot."""
    if not sys.platform.startswith("linux"):
        return True
    asked = os.environ.get(PLATFORM_VARIABLE, "")
    if asked and not asked.startswith(("xcb", "wayland")):
        return True
    return any(os.environ.get(variable) for variable in _DISPLAY_VARIABLES)
