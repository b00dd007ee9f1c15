"""What a notification is on the bus, after the Desktop Notifications Specification 1.3. Pure."""

from collections.abc import Set
from html import escape
from typing import Final

from coreapp.desktop.bus_connection import BusError, Service
from coreapp.desktop.our_name import APP_ID, OUR_NAME
from coreapp.services.notifying import (
    Clicked,
    Closed,
    ClosedBy,
    Notice,
    NoticeEvent,
    Pressed,
    Urgency,
    text_without_buttons,
)

NAME: Final = "org.freedesktop.Notifications"
SERVER: Final = Service(NAME, "/org/freedesktop/Notifications", NAME)
NOTIFY: Final = "susssasa{sv}i"
"""What `Notify` takes: program, number of the one it replaces, icon, title, text, answers, hints,
and after how many milliseconds it goes."""

ACTIONS: Final = "actions"
MARKUP: Final = "body-markup"
DEFAULT: Final = "default"
"""The key of the answer that a click on the notification itself is."""

_AS_LONG_AS_USUAL: Final = -1
_UNTIL_CLOSED: Final = 0
_URGENCIES: Final = {Urgency.NORMAL: 1, Urgency.HIGH: 2}
_LOOK_ALIKE: Final = str.maketrans("<>", "\u2039\u203a")
_REASONS: Final = {1: ClosedBy.TIME, 2: ClosedBy.PERSON}


def arguments(
    notice: Notice, capabilities: Set[str], replaces: int, icon: str = APP_ID
) -> tuple[object, ...]:
    """Return what to call `Notify` with.

    Args:
        notice: what to show.
        capabilities: what the server says it can do.
        replaces: the number of the notification whose place it takes; 0 for none.
        icon: the address of a picture file, or the name of an icon that the desktop knows.
    """
    asks = ACTIONS in capabilities
    text = notice.text if asks else text_without_buttons(notice)
    hints = {
        "urgency": ("y", _URGENCIES[notice.urgency]),
        "desktop-entry": ("s", APP_ID),
        "suppress-sound": ("b", notice.silent),
    }
    return (
        OUR_NAME,
        replaces,
        icon,
        notice.title,
        _readable(text, marked_up=MARKUP in capabilities),
        _answers(notice) if asks else [],
        hints,
        _UNTIL_CLOSED if notice.stays else _AS_LONG_AS_USUAL,
    )


def read_capabilities(body: tuple[object, ...]) -> frozenset[str]:
    """Return what a server says it can do; one that talks nonsense can do nothing."""
    match body:
        case ([*words],):
            return frozenset(each for each in words if isinstance(each, str))
        case _:
            return frozenset()


def read_number(body: tuple[object, ...]) -> int:
    """Return the number that a server gave to a notification.

    Raises:
        BusError: it gave none, so nothing is shown.
    """
    match body:
        case (int(number),) if number > 0:
            return number
        case _:
            raise BusError(f"a notification without a number: {body!r}")


def event_of_action(notice: Notice, key: str) -> NoticeEvent | None:
    """Return what an answer means; None if it was never offered."""
    if key in {each.key for each in notice.buttons}:
        return Pressed(key)
    return Clicked() if key == DEFAULT and notice.click else None


def event_of_closing(reason: int) -> NoticeEvent:
    """Return what it means that a server has taken a notification away."""
    return Closed(_REASONS.get(reason, ClosedBy.UNKNOWN))


def _readable(text: str, *, marked_up: bool) -> str:
    """Return a text that is shown as it was written, also where signs of markup are in it.

    Dunst 1.9 reads markup without saying so, and shows none of a text like `<name>`; a server that
    does not would show what was escaped for it. Where it is not said, the signs are others.
    """
    return escape(text, quote=False) if marked_up else text.translate(_LOOK_ALIKE)


def _answers(notice: Notice) -> list[str]:
    """Return keys and texts in turn."""
    pairs = [(DEFAULT, notice.click)] if notice.click else []
    pairs += [(each.key, each.text) for each in notice.buttons]
    return [word for pair in pairs for word in pair]
