"""Media keys: shows the session to the desktop by the first way that is there.

On Linux that is MPRIS 2. Other systems have none yet: there the keys work in the player's window,
where Qt reports them.
"""

import logging
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec

from PySide6.QtCore import QObject, Qt, Signal

from coreapp.desktop.bus_connection import BusConnection, bus_address
from coreapp.desktop.mpris_server import MprisServer
from coreapp.services.media_session import MediaSession, MediaWish, NowPlaying
from coreapp.services.ports import Clock

logger = logging.getLogger(__name__)


class MediaUnavailableError(Exception):
    """This way of showing a session does not work on this desktop."""


class MprisSession(QObject):
    """MPRIS on the session bus; brings what is asked for over to the thread of the windows.

    It lives as long as the program: the thread of a session that has ended may still speak to it.
    """

    _heard = Signal(object, object)

    def __init__(self, clock: Clock, environment: Mapping[str, str] | None = None) -> None:
        super().__init__()
        address = bus_address() if environment is None else bus_address(environment)
        if not sys.platform.startswith("linux") or address is None:
            raise MediaUnavailableError("no session bus")
        if find_spec("jeepney") is None:
            raise MediaUnavailableError("jeepney is not installed")
        self._address = address
        self._clock = clock
        self._server: MprisServer | None = None
        self._told: Callable[[MediaWish], None] | None = None
        self._is_lost = False
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def name(self) -> str:
        """What it is shown to, for the self-test page; `none` if the bus failed."""
        return "none" if self._is_lost else "MPRIS"

    def listen(self, heard: Callable[[MediaWish], None]) -> None:
        """Have `heard` called with what is asked for while a session is shown, until `close`."""
        self._told = heard

    def show(self, playing: NowPlaying) -> None:
        """Show the session as it is now; with the first call it appears."""
        if self._server is None:
            self._server = self._make_server()
            self._server.start(playing)
        elif not self._is_lost:
            self._server.show(playing)

    def close(self) -> None:
        """Let it be gone."""
        self._told = None
        server, self._server = self._server, None
        if server is not None:
            server.stop()

    def _make_server(self) -> MprisServer:
        self._is_lost = False
        return MprisServer(
            lambda: BusConnection(self._address), self._clock, self._heard.emit, self._lose
        )

    def _lose(self) -> None:
        """Remember, on the server's thread, that nobody sees the session."""
        self._is_lost = True

    def _tell(self, server: MprisServer, wish: MediaWish) -> None:
        """Tell what was heard, unless it was meant for a session that has ended since."""
        if server is self._server and self._told is not None:
            self._told(wish)


class NullMedia:
    """Shows nothing to anybody."""

    name = "none"

    def listen(self, heard: Callable[[MediaWish], None]) -> None:
        """Nothing is ever heard."""

    def show(self, playing: NowPlaying) -> None:
        """Nobody looks."""

    def close(self) -> None:
        """Nothing is there."""


CANDIDATES: tuple[Callable[[Clock], MediaSession], ...] = (MprisSession,)


def pick_media_session(
    clock: Clock, candidates: Iterable[Callable[[Clock], MediaSession]] = CANDIDATES
) -> MediaSession:
    """Return the first way that is there on this desktop; the last resort shows nothing."""
    for make in candidates:
        try:
            return make(clock)
        except MediaUnavailableError as error:
            logger.info("media keys not used: %s", error)
    return NullMedia()
