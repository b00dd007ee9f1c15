"""Whether a microphone is in use, and whether that is a call: the sound server tells."""

import logging
import os
from collections.abc import Callable
from contextlib import closing

from coreapp.desktop.senses.descriptor_watch import DescriptorLostError, DescriptorWatch
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.pulse_server import Facility, PulseServer, server_socket
from coreapp.desktop.senses.pulse_wire import PulseError
from coreapp.desktop.senses.recording import (
    Stream,
    from_microphones,
    is_call,
    is_monitor,
    playbacks,
    recordings,
)
from coreapp.services.desk_senses import Capability

logger = logging.getLogger(__name__)

Opener = Callable[[], PulseServer]


def open_server() -> PulseServer:
    """Connect to the sound server of this session.

    Raises:
        PulseError: there is none, or it does not answer.
    """
    path = server_socket()
    if path is None:
        raise PulseError("no sound server")
    return PulseServer(path)


class _SoundProbe:
    """Asks on a connection for each look, about a millisecond, and listens on one that stays."""

    capability: Capability
    _facilities: Facility

    def __init__(self, open_server: Opener = open_server, own_process: int | None = None) -> None:
        """Ask once.

        Raises:
            ProbeUnavailableError: no sound server answers.
        """
        self._open = open_server
        self._own_process = os.getpid() if own_process is None else own_process
        self._changed: Callable[[], None] | None = None
        self._ear: PulseServer | None = None
        self._watch: DescriptorWatch | None = None
        try:
            with closing(self._open()) as server:
                self._judge(server)
        except PulseError as error:
            raise ProbeUnavailableError(str(error)) from error

    @property
    def name(self) -> str:
        """What is asked."""
        return "PulseAudio"

    @property
    def tells(self) -> bool:
        """Whether changes are told; where they cannot be, or no longer, it has to be asked."""
        return self._watch is not None and self._watch.is_alive

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed`, from a thread of ours, when streams come, go or are muted."""
        self._changed = changed
        self._listen()

    def look(self) -> bool | None:
        """Return whether it is so now; None if the server does not answer."""
        if self._changed is not None and not self.tells:
            self._listen()
        try:
            with closing(self._open()) as server:
                return self._judge(server)
        except PulseError as error:
            logger.info("the sound server does not tell: %s", error)
            return None

    def close(self) -> None:
        """Let go of everything."""
        self._changed = None
        self._stop()

    def _judge(self, server: PulseServer) -> bool:
        raise NotImplementedError

    def _listening(self, server: PulseServer) -> list[Stream]:
        """Return the streams that listen to a microphone."""
        return from_microphones(
            recordings(server.source_output_values()),
            self._own_process,
            lambda number: is_monitor(server.source_values(number)),
        )

    def _listen(self) -> None:
        """Listen anew: at first, and when the server has been started again."""
        self._stop()
        if self._changed is None:
            return
        try:
            ear = self._open()
        except PulseError as error:
            logger.info("the sound server cannot be listened to: %s", error)
            return
        try:
            ear.subscribe(self._facilities)
        except PulseError as error:
            logger.info("the sound server tells nothing by itself: %s", error)
            ear.close()
            return
        self._ear = ear
        self._watch = DescriptorWatch(self.capability.value, ear.fileno(), lambda: _heard(ear))
        self._watch.start(self._changed)

    def _stop(self) -> None:
        watch, self._watch = self._watch, None
        ear, self._ear = self._ear, None
        if watch is not None:
            watch.close()
        if ear is not None:
            ear.close()


class PulseMicrophone(_SoundProbe):
    """A microphone in use."""

    capability = Capability.MICROPHONE
    _facilities = Facility.SOURCE_OUTPUT

    def _judge(self, server: PulseServer) -> bool:
        return bool(self._listening(server))


class PulseCall(_SoundProbe):
    """A call: someone is heard and may speak."""

    capability = Capability.CALL
    _facilities = Facility.SOURCE_OUTPUT | Facility.SINK_INPUT

    def _judge(self, server: PulseServer) -> bool:
        listening = self._listening(server)
        return bool(listening) and is_call(listening, playbacks(server.sink_input_values()))


def _heard(ear: PulseServer) -> bool:
    try:
        return ear.read_news()
    except PulseError as error:
        raise DescriptorLostError(str(error)) from error
