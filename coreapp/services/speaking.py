"""The voice as the services see it: a port, how it is to speak, and why it cannot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, assert_never

from coreapp.i18n import _, format_list

LINUX_PACKAGES = ("speech-dispatcher", "espeak-ng")
"""What speaks on Linux, as nearly all distributions call it.

Where they are split into parts, `packaging/system_packages.py` knows the names.
"""


class VoiceState(StrEnum):
    """Whether there is a voice."""

    NOT_ASKED = "not_asked"
    """Nobody wanted one yet."""
    LOOKING = "looking"
    READY = "ready"
    NO_ENGINE = "no_engine"
    """Nothing on this computer speaks."""
    NOT_STARTING = "not_starting"
    """What would speak is installed, but does not start."""
    NO_VOICE = "no_voice"
    """Something speaks, but not this language."""
    FAILED = "failed"
    """It was there and broke."""

    @property
    def is_missing(self) -> bool:
        """Whether it is certain that nothing will be spoken."""
        return self in _MISSING


_MISSING = frozenset(
    {VoiceState.NO_ENGINE, VoiceState.NOT_STARTING, VoiceState.NO_VOICE, VoiceState.FAILED}
)


@dataclass(frozen=True, slots=True)
class VoiceManner:
    """How to speak.

    Attributes:
        language: one of `coreapp.i18n.LANGUAGES`.
        volume: 0 to 1, as loud as it is felt to be.
        rate: -1 the slowest of the engine, 0 the voice's own speed, 1 the fastest.
        voice: its name; empty, or one that is not there, takes the first of the language.
    """

    language: str
    volume: float = 0.8
    rate: float = 0.0
    voice: str = ""


class Speech(Protocol):
    """Whatever speaks."""

    @property
    def name(self) -> str:
        """What speaks, for the self-test page; `none` if nothing does."""

    @property
    def state(self) -> VoiceState:
        """Whether it can."""

    @property
    def voices(self) -> Sequence[str]:
        """The names of the voices of the language; empty until they are known."""

    def prepare(self, manner: VoiceManner) -> None:
        """Get ready to speak like this, and return at once; `state` tells what became of it."""

    def say(self, text: str, seconds: float | None) -> None:
        """Speak, instead of what is being said, and return at once.

        Args:
            text: in the language of the manner.
            seconds: after so long it has to be quiet again; None where nothing follows.
        """

    def stop(self) -> None:
        """Be quiet now."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Have `changed` called when `state` or `voices` is different."""

    def time(self, spoken: Callable[[str, float], None]) -> None:
        """Have `spoken` called with each text that was said to its end, and its seconds."""


class NullSpeech:
    """Stays quiet; satisfies `Speech`."""

    name = "none"
    state = VoiceState.NO_ENGINE
    voices: Sequence[str] = ()

    def prepare(self, manner: VoiceManner) -> None:
        """Do nothing."""

    def say(self, text: str, seconds: float | None) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Nothing changes."""

    def time(self, spoken: Callable[[str, float], None]) -> None:
        """Nothing is said."""


def voice_trouble(state: VoiceState, system: str) -> str:
    """Return why nothing is spoken and what helps, in a sentence; empty while all is well.

    Args:
        state: what became of the search for a voice.
        system: as `sys.platform` names it.
    """
    match state:
        case VoiceState.NOT_ASKED | VoiceState.LOOKING | VoiceState.READY:
            return ""
        case VoiceState.NO_ENGINE:
            return _no_engine(system)
        case VoiceState.NOT_STARTING:
            server, engine = LINUX_PACKAGES
            return _(
                "No voice, so there are tones: {server} does not start; it needs {engine} and a "
                "sound device."
            ).format(server=server, engine=engine)
        case VoiceState.NO_VOICE:
            return _no_voice(system)
        case VoiceState.FAILED:
            return _(
                "The voice stopped answering, so there are tones; it is tried again next time."
            )
        case _:
            assert_never(state)


def _no_engine(system: str) -> str:
    if system != "linux":
        return _no_voice(system)
    text = _("No voice, so there are tones: install {packages}.")
    return text.format(packages=format_list(list(LINUX_PACKAGES)))


def _no_voice(system: str) -> str:
    if system == "win32":
        return _(
            "No voice for this language, so there are tones: add one in the Windows settings "
            "under Time & language, Speech."
        )
    if system == "darwin":
        return _(
            "No voice for this language, so there are tones: add one in the System Settings "
            "under Accessibility, Spoken Content."
        )
    text = _("No voice for this language, so there are tones: install {packages}.")
    return text.format(packages=LINUX_PACKAGES[-1])
