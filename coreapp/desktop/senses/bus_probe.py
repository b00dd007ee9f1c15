"""A probe that asks a service on a bus (D-Bus) and hears from it when to ask again."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from coreapp.desktop.bus_connection import BusError, Service
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.bus_wishes import DAEMON
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.services.desk_senses import Capability

logger = logging.getLogger(__name__)

Body = tuple[object, ...]

PROPERTIES: Final = "org.freedesktop.DBus.Properties"


@dataclass(frozen=True, slots=True)
class Telling:
    """A signal after which the answer may be another.

    Attributes:
        path: of the object that sends it; any, if empty.
        concerns: tells from what it says whether it is about this; it usually is.
    """

    interface: str
    member: str
    path: str = ""
    concerns: Callable[[Body], bool] = lambda _body: True


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, whom, and what tells when to ask again.

    Attributes:
        name: for the self-test page, in the system's own words.
        service: its name on the bus.
        ask: returns what is so; raises BusError if nobody says.
        starts: whether the service may be started by asking; else only one that runs is asked.
    """

    name: str
    capability: Capability
    service: str
    ask: Callable[[BusWatch], bool]
    tellings: Sequence[Telling]
    starts: bool = False


class BusProbe:
    """Asks one question."""

    tells: Final = True

    def __init__(self, bus: Callable[[], BusWatch], question: Question) -> None:
        """Ask for the first time.

        Raises:
            ProbeUnavailableError: there is no such bus or service, or it does not know.
        """
        self._question = question
        self._listeners: list[Callable[..., None]] = []
        try:
            self._bus = bus()
            self._ask(self._bus.has_name)
        except BusError as error:
            raise ProbeUnavailableError(f"{question.name}: {error}") from error

    @property
    def name(self) -> str:
        """What is asked."""
        return self._question.name

    @property
    def capability(self) -> Capability:
        """What it is about."""
        return self._question.capability

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed`, from the thread of the bus, when the answer may be another."""
        for telling in self._question.tellings:
            heard = _heeding(telling, changed)
            self._listeners.append(heard)
            self._bus.listen(
                telling.interface,
                telling.member,
                heard,
                path=telling.path,
                sender=self._question.service,
            )

        def followed(_is_there: bool) -> None:  # noqa: FBT001  as the bus tells it
            changed()

        self._listeners.append(followed)
        self._bus.follow(self._question.service, followed)

    def look(self) -> bool | None:
        """Return what is so now; None if nobody says."""
        try:
            return self._ask(self._runs)
        except BusError as error:
            logger.info("%s does not tell: %s", self.name, error)
            return None

    def close(self) -> None:
        """Hear nothing more; the bus itself belongs to all probes."""
        for listener in self._listeners:
            self._bus.forget(listener)
        self._listeners.clear()

    def _ask(self, is_there: Callable[[str], bool]) -> bool:
        # A call would start a service that does not run, also one that a person has just ended.
        if not self._question.starts and not is_there(self._question.service):
            raise BusError(f"{self._question.service} is not on the bus")
        return self._question.ask(self._bus)

    def _runs(self, name: str) -> bool:
        return truth(one(self._bus.call(DAEMON, "NameHasOwner", "s", (name,))))


def property_of(bus: BusWatch, service: Service, name: str) -> object:
    """Return a property of an object, without what says its type.

    Raises:
        BusError: there is no such property.
    """
    place = Service(service.name, service.path, PROPERTIES)
    return unwrapped(one(bus.call(place, "Get", "ss", (service.interface, name))))


def property_changes(service: Service, name: str) -> Telling:
    """Return the signal that tells when a property has changed."""
    return Telling(
        PROPERTIES,
        "PropertiesChanged",
        service.path,
        lambda body: names_property(body, service.interface, name),
    )


def names_property(body: Body, interface: str, name: str) -> bool:
    """Tell whether what a `PropertiesChanged` says is about a property, or may be."""
    match body:
        case (str() as said, dict() as changed, list() as outdated):
            return said == interface and (name in changed or name in outdated)
        case _:
            return True


def one(answer: Body) -> object:
    """Return what was answered.

    Raises:
        BusError: nothing was, or more.
    """
    if len(answer) != 1:
        raise BusError(f"an answer of another form: {answer}")
    return answer[0]


def truth(value: object) -> bool:
    """Return what is so.

    Raises:
        BusError: that was not what was answered.
    """
    if not isinstance(value, bool):
        raise BusError(f"neither so nor not so: {value}")
    return value


def rows(value: object, fields: int) -> list[tuple[object, ...]]:
    """Return a list of structures.

    Raises:
        BusError: that was not what was answered.
    """
    if not isinstance(value, list):
        raise BusError(f"no list: {value}")
    found = [tuple(row) for row in value if isinstance(row, tuple | list)]
    if len(found) != len(value) or any(len(row) != fields for row in found):
        raise BusError(f"a list of another form: {value}")
    return found


def unwrapped(value: object) -> object:
    """Return what a variant holds, and a variant in it; jeepney gives each as (type, value)."""
    while isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        value = value[1]
    return value


def _heeding(telling: Telling, changed: Callable[[], None]) -> Callable[[Body], None]:
    def heard(body: Body) -> None:
        if telling.concerns(body):
            changed()

    return heard
