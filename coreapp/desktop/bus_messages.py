"""What goes over a bus (D-Bus): calls, their answers, and signals."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Call:
    """A method that is called; any program may, with any arguments.

    Attributes:
        interface: empty if the caller left it out.
        message: what arrived, to be answered.
    """

    interface: str
    member: str
    signature: str = ""
    arguments: tuple[object, ...] = ()
    message: object = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class News:
    """A signal that everybody on the bus may hear."""

    interface: str
    member: str
    signature: str
    body: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A signal that arrived.

    Attributes:
        sender: the address of who sent it, which is not a name that it may have as well.
    """

    sender: str
    path: str
    interface: str
    member: str
    body: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a call of ours.

    Attributes:
        to: the number of the call.
        refusal: why there is no answer; empty if there is one.
    """

    to: int
    body: tuple[object, ...] = ()
    refusal: str = ""


Arrival = Call | Heard | Reply
"""What may come in."""
