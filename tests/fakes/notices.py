"""A desktop that shows notifications, and a notification server on a bus."""

import queue
from collections.abc import Callable
from dataclasses import dataclass, field

from coreapp.desktop.bus_connection import BusError, Service
from coreapp.services.notifying import Clicked, Closed, ClosedBy, Failed, Heard, Notice, Pressed


@dataclass
class FakeNotifier:
    """Satisfies `coreapp.services.notifying.Notifier`.

    Attributes:
        history: everything that was shown, in order.
        on_screen: what is to be seen now, by name.
    """

    is_there: bool = True
    method: str = "fake"
    has_buttons: bool | None = True
    history: list[Notice] = field(default_factory=list)
    on_screen: dict[str, Notice] = field(default_factory=dict)
    looked: int = 0
    closed: int = 0
    _heard: dict[str, Heard] = field(default_factory=dict)

    def look(self) -> None:
        self.looked += 1

    def show(self, notice: Notice, heard: Heard) -> None:
        self.history.append(notice)
        self.on_screen[notice.name] = notice
        self._heard[notice.name] = heard

    def withdraw(self, name: str) -> None:
        self.on_screen.pop(name, None)
        self._heard.pop(name, None)

    def close(self) -> None:
        self.closed += 1
        self.on_screen.clear()
        self._heard.clear()

    def press(self, name: str, text: str) -> None:
        """A person presses a button, by what stands on it."""
        keys = {each.text: each.key for each in self.on_screen[name].buttons}
        self._tell(name, Pressed(keys[text]))

    def click(self, name: str) -> None:
        """A person clicks on the notification itself."""
        assert self.on_screen[name].click, "a click does nothing"
        self._tell(name, Clicked())

    def take_away(self, name: str, by: ClosedBy = ClosedBy.PERSON) -> None:
        """A notification is closed without an answer."""
        self._tell(name, Closed(by))

    def fail(self, name: str) -> None:
        """Nobody shows it."""
        self._tell(name, Failed("nobody there"))

    def _tell(self, name: str, event: Pressed | Clicked | Closed | Failed) -> None:
        heard = self._heard.pop(name)
        del self.on_screen[name]
        heard(event)


class FakeServer:
    """A notification server and the bus to it: what a `BusWatch` does for `NotificationThread`.

    Attributes:
        shown: what is on the screen: the arguments of `Notify`, by number.
        notified: the arguments of every `Notify`.
        capabilities: what it says it can do.
        refusal: raised by every call while it is not None.
        replies: what `Notify` answers instead of a number, while there is something.
    """

    def __init__(self, *capabilities: str) -> None:
        self.shown: dict[int, tuple] = {}
        self.notified: queue.Queue[tuple] = queue.Queue()
        self.calls: list[str] = []
        self.capabilities: object = list(capabilities)
        self.refusal: Exception | None = None
        self.replies: list[tuple] = []
        self.before_reply: Callable[[int], None] | None = None
        self.is_closed = False
        self._numbers = 0
        self._ears: dict[str, Callable[[tuple], None]] = {}
        self._follower: Callable[[bool], None] | None = None

    def call(
        self, service: Service, member: str, signature: str = "", arguments: tuple = ()
    ) -> tuple:
        self.calls.append(member)
        if self.refusal is not None:
            raise self.refusal
        match member:
            case "GetCapabilities":
                return (self.capabilities,)
            case "Notify":
                return self._notify(arguments)
            case _:
                return self._close(*arguments)

    def listen(self, interface, member, heard, *, path="", sender="") -> None:
        assert sender == "org.freedesktop.Notifications"
        self._ears[member] = heard

    def follow(self, name: str, changed: Callable[[bool], None]) -> None:
        self._follower = changed
        changed(True)

    def close(self) -> None:
        self.is_closed = True

    def act(self, number: int, key: str) -> None:
        """Somebody answers."""
        self.say("ActionInvoked", number, key)

    def say(self, member: str, *body: object) -> None:
        """Tell something to everybody on the bus."""
        self._ears[member](body)

    def change_hands(self, *, is_there: bool) -> None:
        """The server goes, or another one comes."""
        assert self._follower is not None
        self.shown.clear()
        self._follower(is_there)

    def _notify(self, arguments: tuple) -> tuple:
        replaces = arguments[1]
        if replaces not in self.shown:
            self._numbers += 1
            replaces = self._numbers
        self.shown[replaces] = arguments
        if self.before_reply is not None:
            self.before_reply(replaces)
        self.notified.put(arguments)
        return self.replies.pop(0) if self.replies else (replaces,)

    def _close(self, number: int) -> tuple:
        if number not in self.shown:
            raise BusError("no such notification")
        del self.shown[number]
        self.say("NotificationClosed", number, 3)
        return ()
