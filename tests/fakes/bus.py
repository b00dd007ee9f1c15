"""A bus (D-Bus) whose services say what a test gives them."""

from collections.abc import Callable

from coreapp.desktop.bus_connection import BusError, Service

Body = tuple[object, ...]


class FakeBus:
    """Satisfies what probes need of `coreapp.desktop.bus_watch.BusWatch`.

    Attributes:
        answers: what comes back for a method, by path and name or by name alone: a body, or an
            error to be raised. A method that is not here is refused.
        running: the names that are on the bus.
        asked: every call, in order.
    """

    def __init__(self) -> None:
        self.answers: dict[str | tuple[str, str], Body | BusError] = {}
        self.running: set[str] = set()
        self.asked: list[tuple[Service, str, Body]] = []
        self._ears: list[tuple[str, str, str, Callable[[Body], None]]] = []
        self._followers: list[tuple[str, Callable[[bool], None]]] = []

    def call(
        self, service: Service, member: str, signature: str = "", arguments: Body = ()
    ) -> Body:
        self.asked.append((service, member, arguments))
        if member == "NameHasOwner":
            return (arguments[0] in self.running,)
        answer = self.answers.get((service.path, member), self.answers.get(member))
        if answer is None:
            raise BusError(f"no method {member}")
        if isinstance(answer, BusError):
            raise answer
        return answer

    def has_name(self, name: str) -> bool:
        return name in self.running

    def listen(
        self,
        interface: str,
        member: str,
        heard: Callable[[Body], None],
        *,
        path: str = "",
        sender: str = "",
    ) -> None:
        self._ears.append((interface, member, path, heard))

    def follow(self, name: str, changed: Callable[[bool], None]) -> None:
        self._followers.append((name, changed))

    def forget(self, listener: Callable[..., None]) -> None:
        self._ears = [each for each in self._ears if each[3] != listener]
        self._followers = [each for each in self._followers if each[1] != listener]

    @property
    def listeners(self) -> int:
        """How many hear something of it."""
        return len(self._ears) + len(self._followers)

    def tell(self, interface: str, member: str, body: Body, path: str = "") -> None:
        """Send a signal to whoever listens."""
        for wanted, name, place, heard in self._ears:
            if (wanted, name) == (interface, member) and place in {"", path}:
                heard(body)

    def appear(self, name: str, *, is_there: bool) -> None:
        """Let a service come or go."""
        for followed, changed in self._followers:
            if followed == name:
                changed(is_there)
