"""Notifications: what is told outside of the windows, and what a person answers there.

What a desktop does with one is its own business: it may show buttons or not, keep it for a second
or for hours, or show nothing at all. So nothing here waits for an answer, and whoever tells
something that matters has another way when `Failed` comes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Urgency(StrEnum):
    """How much a notification stands out."""

    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class NoticeButton:
    """One answer of a notification; most desktops show three at most."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification.

    Attributes:
        name: what it is about, in the program's own words; there is never more than one of a name,
            a later one takes the place of the one before.
        buttons: what can be answered, the most likely first.
        instead: said after the text where the desktop shows no buttons: what to do then.
        click: what a click on the notification itself does, in words; empty if it does nothing.
        stays: it waits for the person instead of going after a few seconds.
        silent: the desktop plays no sound of its own for it.
    """

    name: str
    title: str
    text: str
    buttons: tuple[NoticeButton, ...] = ()
    instead: str = ""
    click: str = ""
    urgency: Urgency = Urgency.NORMAL
    stays: bool = False
    silent: bool = False


class ClosedBy(StrEnum):
    """Who took a notification away."""

    PERSON = "person"
    TIME = "time"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button was pressed; the notification is gone."""

    key: str


@dataclass(frozen=True, slots=True)
class Clicked:
    """The notification itself was clicked; it is gone."""


@dataclass(frozen=True, slots=True)
class Closed:
    """It was taken away without an answer."""

    by: ClosedBy


@dataclass(frozen=True, slots=True)
class Failed:
    """Nobody shows it, or nobody shows it any more; `why` is for the log."""

    why: str


NoticeEvent = Pressed | Clicked | Closed | Failed
"""What can become of a notification; each is the last that is heard of it."""

Heard = Callable[[NoticeEvent], None]


class Notifier(Protocol):
    """Shows notifications. Nothing here waits, and nothing here fails; all on the windows' thread.

    Events come later, never from within a call, and none comes after `withdraw`, `close`, or a
    later notification of the same name.
    """

    @property
    def is_there(self) -> bool:
        """Whether this desktop has such a thing at all; a single notification may fail still."""

    @property
    def method(self) -> str:
        """What shows them, in the system's own words, for the self-test page; empty for nothing."""

    @property
    def has_buttons(self) -> bool | None:
        """Whether buttons are shown; None if that is not known yet."""

    def look(self) -> None:
        """Find out what the desktop can do, without showing anything; `method` tells soon."""

    def show(self, notice: Notice, heard: Heard) -> None:
        """Show a notification, in place of the one of the same name if that is still there."""

    def withdraw(self, name: str) -> None:
        """Take one away; nothing happens if there is none."""

    def close(self) -> None:
        """Take all away and let go of everything."""


def text_without_buttons(notice: Notice) -> str:
    """Return what a notification says where its buttons are not shown."""
    return f"{notice.text}\n{notice.instead}".strip()


class BackedNotifier:
    """Shows a notification by a second way where the first fails."""

    def __init__(self, first: Notifier, second: Notifier) -> None:
        self._first = first
        self._second = second

    @property
    def is_there(self) -> bool:
        """Whether one of the two is."""
        return self._first.is_there or self._second.is_there

    @property
    def method(self) -> str:
        """What shows them."""
        return self._first.method or self._second.method

    @property
    def has_buttons(self) -> bool | None:
        """Whether buttons are shown."""
        return self._first.has_buttons if self._first.method else self._second.has_buttons

    def look(self) -> None:
        """Find out what the first can do."""
        self._first.look()

    def show(self, notice: Notice, heard: Heard) -> None:
        """Show a notification by the first way, or else by the second."""

        def hear(event: NoticeEvent) -> None:
            match event:
                case Failed():
                    self._second.show(notice, heard)
                case _:
                    heard(event)

        self._second.withdraw(notice.name)
        self._first.show(notice, hear)

    def withdraw(self, name: str) -> None:
        """Take one away."""
        self._first.withdraw(name)
        self._second.withdraw(name)

    def close(self) -> None:
        """Take all away and let go of everything."""
        self._first.close()
        self._second.close()


class NullNotifier:
    """Shows nothing: the last resort."""

    is_there = False
    method = ""
    has_buttons: bool | None = False

    def look(self) -> None:
        """Nothing is there."""

    def show(self, notice: Notice, heard: Heard) -> None:
        """Nobody looks."""

    def withdraw(self, name: str) -> None:
        """Nothing was shown."""

    def close(self) -> None:
        """Nothing is held."""
