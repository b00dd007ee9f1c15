"""How wakepy speaks on the session bus here: under our name, with time limits, and lightly.

Its own adapter gives its own name to desktops that list who keeps them awake, waits for the bus
without end while connecting, and runs the garbage collector when it disconnects, which would hold
up the windows with each pause. Imported late: it brings wakepy.
"""

from typing import Final

from wakepy.core import DBusAdapter, DBusMethodCall

from coreapp.desktop.bus_connection import BusConnection, BusError, Service, bus_address
from coreapp.desktop.our_name import OUR_NAME

_REASON: Final = "A guided session is running"
"""For the desktop's own list, in the English of programs; it has no other language."""

_OURS: Final = {
    "app_id": OUR_NAME,
    "application_name": OUR_NAME,
    "reason": _REASON,
    "reason_for_inhibit": _REASON,
}
"""What we say instead of wakepy, by the names of its parameters."""


class WakeBus(DBusAdapter):
    """One connection for as long as the screen is kept awake; what is held ends with it."""

    def __init__(self) -> None:
        super().__init__()
        self._bus: BusConnection | None = None

    def process(self, call: DBusMethodCall) -> object:
        """Carry out a call.

        Raises:
            BusError: it cannot be carried out; wakepy then tries the next service.
        """
        method = call.method
        service = Service(method.service or "", method.path or "", method.interface or "")
        given = zip(method.params or (), call.args, strict=True)
        arguments = tuple(_OURS.get(name, value) for name, value in given)
        try:
            return self._open().call(service, method.name, method.signature or "", arguments)
        except BusError:
            self.close_connections()
            raise

    def close_connections(self) -> None:
        """Disconnect."""
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()

    def _open(self) -> BusConnection:
        if self._bus is None:
            address = bus_address()
            if address is None:
                raise BusError("no session bus")
            self._bus = BusConnection(address)
        return self._bus
