"""Whether what is seen through in a window is seen through on the screen."""

import logging
import os
import sys
from typing import Any

logger = logging.getLogger(__name__)


def can_be_seen_through(platform: str = sys.platform) -> bool:
    """Tell whether windows can have soft edges now.

    Windows, macOS and Wayland mix all windows themselves. On an X server a program of its own does,
    if one runs: without it, what should be seen through is black. It owns the selection that the
    freedesktop.org rules (EWMH, `_NET_WM_CM_Sn`) give it. It may come and go, so this is asked for
    each window; it takes a moment.
    """
    if not platform.startswith("linux") or not os.environ.get("DISPLAY"):
        return True
    try:
        import xcffib  # noqa: PLC0415  only where there is an X server
        import xcffib.xproto  # noqa: PLC0415  which has to be imported before connecting

        # Any: the package says it is typed, but these calls carry no annotations.
        connect: Any = xcffib.connect
        connection = connect()
    except (ImportError, OSError) as error:
        logger.info("no telling whether windows are seen through: %s", error)
        return True
    except xcffib.XcffibException as error:
        logger.info("no telling whether windows are seen through: %r", error)
        return True
    try:
        name = f"_NET_WM_CM_S{connection.pref_screen}"
        atom = connection.core.InternAtom(False, len(name), name).reply().atom
        return bool(connection.core.GetSelectionOwner(atom).reply().owner)
    except xcffib.XcffibException as error:
        logger.info("no telling whether windows are seen through: %r", error)
        return True
    finally:
        connection.disconnect()
