"""Who is there on an X server: programs of which there is one show it by owning a selection."""

import logging
from typing import Any

logger = logging.getLogger(__name__)


def has_owner(selection: str) -> bool | None:
    """Tell whether somebody owns a selection of the default screen; None if that is not known.

    It takes a moment.

    Args:
        selection: its name without the number of the screen, such as `_NET_WM_CM_S`.
    """
    try:
        import xcffib  # noqa: PLC0415  only where there is an X server
        import xcffib.xproto  # noqa: PLC0415  which has to be imported before connecting

        # Any: the package says it is typed, but these calls carry no annotations.
        connect: Any = xcffib.connect
        connection = connect()
    except (ImportError, OSError) as error:
        logger.info("%s cannot be asked for: %s", selection, error)
        return None
    except xcffib.XcffibException as error:
        logger.info("%s cannot be asked for: %r", selection, error)
        return None
    try:
        name = f"{selection}{connection.pref_screen}"
        atom = connection.core.InternAtom(False, len(name), name).reply().atom
        return bool(connection.core.GetSelectionOwner(atom).reply().owner)
    except xcffib.XcffibException as error:
        logger.info("%s cannot be asked for: %r", selection, error)
        return None
    finally:
        connection.disconnect()
