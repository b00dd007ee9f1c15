"""What the sound server's streams say of a microphone in use, and of a call.

Not in use: what records a sound that is played (the monitor of a sink), level meters, streams that
are muted or stopped, filters of the server itself, and what this program records.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from coreapp.desktop.senses.pulse_wire import NOBODY, PulseError

FIELDS: Final = 18
"""How many values each stream has in version 22 of the protocol."""

CALL_ROLES: Final = frozenset({"phone", "communication"})
"""How a stream says that it is a call: PulseAudio's word, and PipeWire's."""

METERS: Final = frozenset(
    {
        "org.PulseAudio.pavucontrol",
        "org.gnome.VolumeControl",
        "org.kde.kmixd",
        "com.github.wwmm.easyeffects",
    }
)
"""Programs that show or pass on what a microphone hears; desktops leave them out as well."""

_PRODUCTION: Final = "production"
"""The role of sound studios, which play and record at once and are no call."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream that records or plays.

    Attributes:
        device: the number of the source or sink, or NOBODY.
        is_silent: whether it is stopped or muted.
        is_filter: whether a part of the server made it, and no program.
        resampling: how it is converted; level meters are told by it.
    """

    device: int
    is_silent: bool
    is_filter: bool = False
    resampling: str = ""
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def process(self) -> str:
        """The number of the process, as text; empty if it is not told."""
        return self.about.get("application.process.id", "")

    @property
    def role(self) -> str:
        """What it says it is for, in small letters."""
        return self.about.get("media.role", "").lower()


def recordings(values: Sequence[object]) -> list[Stream]:
    """Return the recording streams in an answer of the server.

    Raises:
        PulseError: the answer has another form.
    """
    return [
        Stream(
            device=_whole(each[4]),
            is_silent=each[12] is True or each[14] is True,
            is_filter=each[2] != NOBODY and each[3] == NOBODY,
            resampling=str(each[9] or ""),
            about=_properties(each[11]),
        )
        for each in _grouped(values)
    ]


def playbacks(values: Sequence[object]) -> list[Stream]:
    """Return the playing streams in an answer of the server.

    Raises:
        PulseError: the answer has another form.
    """
    return [
        Stream(device=_whole(each[4]), is_silent=each[14] is True, about=_properties(each[13]))
        for each in _grouped(values)
    ]


def is_monitor(values: Sequence[object]) -> bool:
    """Tell of a source, from an answer of the server, whether it hears what a sink plays.

    Raises:
        PulseError: the answer has another form.
    """
    if len(values) < 9:
        raise PulseError("the sound server says too little of a source")
    return values[8] != NOBODY


def from_microphones(
    streams: Iterable[Stream], own_process: int, is_monitor_number: Callable[[int], bool]
) -> list[Stream]:
    """Return the streams that listen to a microphone for somebody.

    Args:
        streams: all that record.
        own_process: the number of this process, whose streams do not count.
        is_monitor_number: asks of a source, by its number, whether it hears what a sink plays;
            only of those that would count otherwise.
    """
    return [
        stream
        for stream in streams
        if _listens(stream, own_process) and not is_monitor_number(stream.device)
    ]


def is_call(listening: Iterable[Stream], playing: Iterable[Stream]) -> bool:
    """Tell whether one of the streams from microphones is a call.

    It is if it says so, or if its process plays sound as well: a recorder or a dictation does not.
    """
    talking = {stream.process for stream in playing if not stream.is_silent} - {""}
    return any(
        stream.role in CALL_ROLES or (stream.process in talking and stream.role != _PRODUCTION)
        for stream in listening
    )


def _listens(stream: Stream, own_process: int) -> bool:
    return not (
        stream.is_silent
        or stream.is_filter
        or stream.device == NOBODY
        or stream.process == str(own_process)
        or _is_meter(stream)
        or stream.about.get("stream.capture.sink") == "true"
    )


def _is_meter(stream: Stream) -> bool:
    return (
        stream.resampling == "peaks"
        or stream.about.get("stream.monitor") == "true"
        or stream.about.get("application.id") in METERS
    )


def _grouped(values: Sequence[object]) -> list[Sequence[object]]:
    if len(values) % FIELDS:
        raise PulseError("the sound server describes streams in another way")
    return [values[start : start + FIELDS] for start in range(0, len(values), FIELDS)]


def _whole(value: object) -> int:
    return value if isinstance(value, int) else NOBODY


def _properties(value: object) -> dict[str, str]:
    return value if isinstance(value, dict) else {}
