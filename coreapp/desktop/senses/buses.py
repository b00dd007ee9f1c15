"""The two buses of a desktop, each connected to once, by the first probe that needs it."""

from coreapp.desktop.bus_connection import BusError, bus_address, system_bus_address
from coreapp.desktop.bus_watch import BusWatch


class Buses:
    """The bus of the session, and that of the system; opened on one thread, closed on any."""

    def __init__(self) -> None:
        self._open: dict[str, BusWatch] = {}
        self._failed: dict[str, str] = {}
        self._is_over = False

    def session(self) -> BusWatch:
        """Return the bus of the session.

        Raises:
            BusError: there is none, or it does not answer.
        """
        return self._watch("session", bus_address())

    def system(self) -> BusWatch:
        """Return the bus of the system.

        Raises:
            BusError: there is none, or it does not answer.
        """
        return self._watch("system", system_bus_address())

    def begin_round(self) -> None:
        """Try a bus again that has failed, and ask anew who is there.

        Within a round each try would only have cost time, and hardly anybody comes.
        """
        self._failed.clear()
        for watch in list(self._open.values()):
            watch.forget_names()

    def close(self) -> None:
        """Disconnect: who waits for an answer gets none, and nothing is opened any more."""
        self._is_over = True
        for watch in list(self._open.values()):
            watch.close()
        self._open.clear()

    def _watch(self, kind: str, address: str | None) -> BusWatch:
        if kind not in self._open:
            if address is None or self._is_over:
                raise BusError(f"no {kind} bus")
            if kind in self._failed:
                raise BusError(self._failed[kind])
            try:
                self._open[kind] = BusWatch(address)
            except BusError as error:
                self._failed[kind] = f"the {kind} bus: {error}"
                raise
        return self._open[kind]
