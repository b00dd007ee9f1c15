"""What is wanted of a bus (D-Bus): to hear signals, and to have questions answered."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Final

from coreapp.desktop.bus_connection import Service
from coreapp.desktop.bus_messages import Heard

DAEMON: Final = Service("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
"""The bus itself."""
OWNER_CHANGED: Final = "NameOwnerChanged"
"""Its signal that a service has come or gone."""

Body = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Ear:
    """What somebody wants to hear; what is empty may be anything."""

    interface: str
    member: str
    heard: Callable[[Body], None]
    path: str = ""
    sender: str = ""

    @property
    def rule(self) -> str:
        """Return it in the words of the bus."""
        wanted = {
            "type": "signal",
            "interface": self.interface,
            "member": self.member,
            "path": self.path,
            "sender": self.sender,
        }
        return ",".join(f"{name}='{value}'" for name, value in wanted.items() if value)

    def wants(self, signal: Heard, owners: Mapping[str, str]) -> bool:
        """Tell whether it is meant: a program may send us what nobody has asked for.

        Args:
            signal: what arrived.
            owners: the addresses behind the names of services.
        """
        return (
            (signal.interface, signal.member) == (self.interface, self.member)
            and self.path in {"", signal.path}
            and (not self.sender or signal.sender == owners.get(self.sender, self.sender))
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A call that waits to be sent."""

    service: Service
    member: str
    signature: str
    arguments: Body
    answer: Future[Body] = field(default_factory=Future)


def asking_bus(member: str, argument: str) -> Question:
    """Return a question to the bus itself."""
    return Question(DAEMON, member, "s", (argument,))


def owner_rule(name: str) -> str:
    """Return, in the words of the bus, that a name has another owner."""
    return (
        f"type='signal',sender='{DAEMON.name}',interface='{DAEMON.interface}',"
        f"member='{OWNER_CHANGED}',arg0='{name}'"
    )
