"""Shows one session on the bus, on a thread of its own: a bus that hangs costs the media keys only.

The connection is made for one session and ends with it, so the name is gone with the session, and
with the process if that dies.
"""

import logging
import os
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from coreapp.desktop.bus_connection import BusConnection, BusError
from coreapp.desktop.bus_messages import Call
from coreapp.desktop.mpris import (
    BUS_NAME,
    PATH,
    Answer,
    MprisPlayer,
    Refusal,
)
from coreapp.services.media_session import MediaWish, NowPlaying
from coreapp.services.ports import Clock

logger = logging.getLogger(__name__)


class MprisServer:
    """Answers for one session until it is stopped."""

    def __init__(
        self,
        connect: Callable[[], BusConnection],
        clock: Clock,
        heard: Callable[["MprisServer", MediaWish], None],
        lost: Callable[[], None],
    ) -> None:
        """Do nothing yet.

        Args:
            connect: opens a bus; called on the server's thread.
            clock: tells, on both threads, how much time has passed.
            heard: called on the server's thread with itself and what is asked of the session.
            lost: called on the server's thread when the bus cannot be reached or is gone.
        """
        self._connect = connect
        self._clock = clock
        self._heard = heard
        self._lost = lost
        self._inbox: SimpleQueue[tuple[NowPlaying, float]] = SimpleQueue()
        self._lock = threading.Lock()
        self._bus: BusConnection | None = None
        self._stopped = False

    def start(self, playing: NowPlaying) -> None:
        """Let the session appear."""
        arguments = (playing, self._now())
        thread = threading.Thread(target=self._run, args=arguments, name="mpris", daemon=True)
        thread.start()

    def show(self, playing: NowPlaying) -> None:
        """Show the session as it is now."""
        self._inbox.put((playing, self._now()))
        self._wake()

    def stop(self) -> None:
        """Let it be gone soon; nothing is heard from now on."""
        self._stopped = True
        self._wake()

    def _now(self) -> float:
        return self._clock.reading().monotonic

    def _wake(self) -> None:
        with self._lock:
            if self._bus is not None:
                self._bus.wake()

    def _run(self, playing: NowPlaying, now: float) -> None:
        try:
            bus = self._connect()
        except BusError as error:
            self._note_loss(error)
            return
        with self._lock:
            self._bus = bus
        try:
            self._serve(bus, MprisPlayer(playing, now))
        except BusError as error:
            self._note_loss(error)
        finally:
            with self._lock:
                self._bus = None
                bus.close()

    def _note_loss(self, error: BusError) -> None:
        logger.info("no media keys in this session: %s", error)
        self._lost()

    def _serve(self, bus: BusConnection, player: MprisPlayer) -> None:
        _take_name(bus)
        while not self._stopped:
            self._pass_on(bus, player)
            call = bus.receive()
            if call is not None:
                self._pass_on(bus, player)
                self._answer(bus, player, call)

    def _pass_on(self, bus: BusConnection, player: MprisPlayer) -> None:
        """Tell the bus what has been shown meanwhile."""
        while True:
            try:
                playing, moment = self._inbox.get_nowait()
            except Empty:
                return
            for news in player.take(playing, moment):
                bus.tell(PATH, news)

    def _answer(self, bus: BusConnection, player: MprisPlayer, call: Call) -> None:
        match player.answer(call, self._now()):
            case Answer(signature, body, wish):
                if wish is not None and not self._stopped:
                    self._heard(self, wish)
                bus.answer(call, signature, body)
            case Refusal(error, text):
                bus.refuse(call, error, text)


def _take_name(bus: BusConnection) -> None:
    """Become a media player; a second program of ours takes a name of its own."""
    names = (BUS_NAME, f"{BUS_NAME}.instance{os.getpid()}")
    if not any(bus.take_name(name) for name in names):
        raise BusError("the name is taken")
