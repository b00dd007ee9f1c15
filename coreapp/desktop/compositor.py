"""Whether what is seen through in a window is seen through on the screen."""

import os
import sys

from coreapp.desktop.x11_selection import has_owner


def can_be_seen_through(platform: str = sys.platform) -> bool:
    """Tell whether windows can have soft edges now.

    Windows, macOS and Wayland mix all windows themselves. On an X server a program of its own does,
    if one runs: without it, what should be seen through is black. It owns the selection that the
    freedesktop.org rules (EWMH, `_NET_WM_CM_Sn`) give it. It may come and go, so this is asked for
    each window; it takes a moment.
    """
    if not platform.startswith("linux") or not os.environ.get("DISPLAY"):
        return True
    return has_owner("_NET_WM_CM_S") is not False
