"""What a media player says, and what it is told, under MPRIS 2, the standard of Linux desktops.

Pure: who carries the messages is `mpris_server`. The session is one track; its title changes with
each phase. Every value goes with its D-Bus signature, since lengths and positions must be 64 bits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from coreapp.desktop.bus_messages import Call, News
from coreapp.desktop.our_name import APP_ID, OUR_NAME
from coreapp.services.media_session import (
    MediaCommand,
    MediaStatus,
    MediaWish,
    NowPlaying,
    SeekBy,
    SeekTo,
)

BUS_NAME: Final = "org.mpris.MediaPlayer2.coreapp"
PATH: Final = "/org/mpris/MediaPlayer2"
ROOT: Final = "org.mpris.MediaPlayer2"
PLAYER: Final = "org.mpris.MediaPlayer2.Player"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
TRACK: Final = "/io/github/coreapp/Coreapp/session"

JUMP_SECONDS: Final = 1.0
"""A position that is so far from where it would have come to by itself is told as a jump."""

_ERRORS: Final = "org.freedesktop.DBus.Error"
_MICRO: Final = 1_000_000

Value = tuple[str, object]
"""A D-Bus signature, and what it describes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered, and what is asked of the session."""

    signature: str = ""
    body: tuple[object, ...] = ()
    wish: MediaWish | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A D-Bus error."""

    error: str
    text: str


_WISHES: Final[dict[str, tuple[str, Callable[..., MediaWish | None]]]] = {
    "Next": ("", lambda: MediaCommand.NEXT),
    "Previous": ("", lambda: MediaCommand.PREVIOUS),
    "Pause": ("", lambda: MediaCommand.PAUSE),
    "PlayPause": ("", lambda: MediaCommand.TOGGLE),
    "Stop": ("", lambda: MediaCommand.STOP),
    "Play": ("", lambda: MediaCommand.PLAY),
    "Seek": ("x", lambda micro: SeekBy(micro / _MICRO)),
    "SetPosition": ("ox", lambda track, micro: SeekTo(micro / _MICRO) if track == TRACK else None),
    "Raise": ("", lambda: MediaCommand.RAISE),
    "Quit": ("", lambda: None),
}
"""The methods of both interfaces, with the signature of what they are given."""

_FIXED: Final[dict[str, Value]] = {
    "CanGoNext": ("b", True),
    "CanGoPrevious": ("b", True),
    "CanPlay": ("b", True),
    "CanPause": ("b", True),
    "CanSeek": ("b", True),
    "CanControl": ("b", True),
    "Volume": ("d", 1.0),
}

_IDENTITY: Final[dict[str, Value]] = {
    "CanQuit": ("b", False),
    "CanRaise": ("b", True),
    "HasTrackList": ("b", False),
    "Identity": ("s", OUR_NAME),
    "DesktopEntry": ("s", APP_ID),
    "SupportedUriSchemes": ("as", []),
    "SupportedMimeTypes": ("as", []),
}


class MprisPlayer:
    """One session as those on the bus see it. `now` is always the clock's monotonic seconds."""

    def __init__(self, playing: NowPlaying, now: float) -> None:
        self._playing = playing
        self._since = now
        self._believed = playing.position
        self._believed_at = now

    def take(self, playing: NowPlaying, now: float) -> list[News]:
        """Take over what is shown from `now` on; return what the bus is to be told."""
        before = self._shown()
        believed = self._belief(now)
        self._playing, self._since = playing, now
        shown = self._shown()
        changed = {name: shown[name] for name in shown if shown[name] != before[name]}
        news: list[News] = []
        if changed:
            told: tuple[object, ...] = (PLAYER, changed, [])
            news.append(News(PROPERTIES, "PropertiesChanged", "sa{sv}as", told))
        if abs(believed - playing.position) > JUMP_SECONDS:
            believed = playing.position
            news.append(News(PLAYER, "Seeked", "x", (_micro(believed),)))
        self._believed, self._believed_at = believed, now
        return news

    def answer(self, call: Call, now: float) -> Answer | Refusal:
        """Return what is to be answered to a call."""
        match call:
            case Call(member="Get", signature="ss", arguments=(str(interface), str(name))):
                return self._property(interface, name, now)
            case Call(member="GetAll", signature="s", arguments=(str(interface),)):
                return Answer("a{sv}", (dict(self.properties(interface, now)),))
            case Call(member="Set", signature="ssv"):
                return Refusal(f"{_ERRORS}.PropertyReadOnly", "Nothing can be set.")
            case Call(member="Introspect", signature=""):
                return Answer("s", (INTROSPECTION,))
        return self._wish(call, now)

    def properties(self, interface: str, now: float) -> Mapping[str, Value]:
        """Return all that can be asked of an interface; nothing of one that is not ours."""
        if interface == ROOT:
            return _IDENTITY
        if interface != PLAYER:
            return {}
        return self._shown() | {"Position": ("x", _micro(self._at(now)))}

    def _wish(self, call: Call, now: float) -> Answer | Refusal:
        """Return what a call asks for; MPRIS says what comes of a place outside of the track."""
        answer = _wish_of(call)
        match answer:
            case Answer(wish=SeekTo(seconds)) if not 0 <= seconds <= self._playing.length:
                return Answer()
            case Answer(wish=SeekBy(seconds)) if seconds > self._playing.length - self._at(now):
                return Answer(wish=MediaCommand.NEXT)
        return answer

    def _property(self, interface: str, name: str, now: float) -> Answer | Refusal:
        value = self.properties(interface, now).get(name)
        if value is None:
            return Refusal(f"{_ERRORS}.UnknownProperty", f"There is no {name}.")
        return Answer("v", (value,))

    def _belief(self, now: float) -> float:
        """Return where those on the bus think the session is: they only know that it runs."""
        if self._playing.status is MediaStatus.PAUSED:
            return self._believed
        return self._believed + (now - self._believed_at) * self._playing.pace

    def _shown(self) -> dict[str, Value]:
        """Return what everybody is told of when it changes: all but the position."""
        playing = self._playing
        metadata: dict[str, Value] = {
            "mpris:trackid": ("o", TRACK),
            "mpris:length": ("x", _micro(playing.length)),
            "xesam:title": ("s", playing.title),
            "xesam:artist": ("as", [playing.artist]),
        }
        return {
            "PlaybackStatus": ("s", playing.status.value),
            "Metadata": ("a{sv}", metadata),
            "Rate": ("d", playing.pace),
            "MinimumRate": ("d", min(1.0, playing.pace)),
            "MaximumRate": ("d", max(1.0, playing.pace)),
            **_FIXED,
        }

    def _at(self, now: float) -> float:
        return self._playing.position_after(now - self._since)


def _micro(seconds: float) -> int:
    return round(seconds * _MICRO)


def _wish_of(call: Call) -> Answer | Refusal:
    known = _WISHES.get(call.member)
    if known is None or call.interface not in {"", ROOT, PLAYER}:
        return Refusal(f"{_ERRORS}.UnknownMethod", f"There is no {call.member}.")
    signature, wish = known
    if call.signature != signature:
        return Refusal(f"{_ERRORS}.InvalidArgs", f"{call.member} takes “{signature}”.")
    return Answer(wish=wish(*call.arguments))


def _described(interface: str, methods: str, properties: str) -> str:
    return f'<interface name="{interface}">{methods}{properties}</interface>'


def _described_property(name: str, value: Value) -> str:
    return f'<property name="{name}" type="{value[0]}" access="read"/>'


def _described_method(name: str) -> str:
    inner = "".join(f'<arg direction="in" type="{kind}"/>' for kind in _WISHES[name][0])
    return f'<method name="{name}">{inner}</method>'


def _introspection() -> str:
    """Return the description of both interfaces, for those who look before they call."""
    of_root = ("Raise", "Quit")
    nothing = NowPlaying("", "", MediaStatus.PAUSED, 0, 0, 0)
    player = MprisPlayer(nothing, 0).properties(PLAYER, 0)
    return "<node>{}{}</node>".format(
        _described(
            ROOT,
            "".join(map(_described_method, of_root)),
            "".join(_described_property(name, value) for name, value in _IDENTITY.items()),
        ),
        _described(
            PLAYER,
            "".join(_described_method(name) for name in _WISHES if name not in of_root)
            + '<signal name="Seeked"><arg type="x"/></signal>',
            "".join(_described_property(name, value) for name, value in player.items()),
        ),
    )


INTROSPECTION: Final = _introspection()
