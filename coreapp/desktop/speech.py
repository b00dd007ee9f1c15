"""A voice by QtTextToSpeech: the first engine of the system that has one for the language.

The library is imported, and engines are made, when a voice is first wanted: that costs start-up
time, and on Linux it needs libraries that a small system may lack. No voice is no error: `state`
says why, and tones stand in.
"""

import importlib
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QTimer

from coreapp.desktop.speech_server import server_answers, server_is_installed
from coreapp.services.ports import Clock
from coreapp.services.speaking import VoiceManner, VoiceState

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

logger = logging.getLogger(__name__)

LOOK_MS: Final = 20
"""So often it is looked whether the search on the other thread has ended."""

_SILENT: Final = "mock"
"""Qt's engine for tests speaks to nobody; it is taken only where it is asked for by name."""

_LANGUAGES: Final = {
    "en": QLocale.Language.English,
    "de": QLocale.Language.German,
    "nl": QLocale.Language.Dutch,
}


class QtSpeech(QObject):
    """Speaks; satisfies `coreapp.services.speaking.Speech`. Lives on the thread of the windows."""

    def __init__(
        self,
        clock: Clock,
        engines: Sequence[str] = (),
        search: Callable[[], VoiceState] | None = None,
    ) -> None:
        """Do nothing yet.

        Args:
            clock: times what is said.
            engines: Qt's names of those to try, in order; none means all there are.
            search: finds out, on a thread of its own, whether anything can speak: `READY`, or why
                not; by default asks the system's server where there is one.
        """
        super().__init__()
        self._clock = clock
        self._engines = tuple(engines)
        self._look_for = search or (_ask_server if sys.platform == "linux" else _always)
        self._manner = VoiceManner("en")
        self._state = VoiceState.NOT_ASKED
        self._engine: QTextToSpeech | None = None
        self._waiting: tuple[str, float | None, float] | None = None
        self._saying: tuple[str, float | None] | None = None
        self._found: list[VoiceState] = []
        self._changed: list[Callable[[], None]] = []
        self._spoken: list[Callable[[str, float], None]] = []
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._end_search)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self.stop)

    @property
    def name(self) -> str:
        """What speaks; `none` if nothing does."""
        return self._engine.engine() if self._engine is not None else "none"

    @property
    def state(self) -> VoiceState:
        """Whether it can speak."""
        return self._state

    @property
    def voices(self) -> Sequence[str]:
        """The names of the voices of the language."""
        if self._engine is None:
            return ()
        return [voice.name() for voice in self._engine.availableVoices()]

    def prepare(self, manner: VoiceManner) -> None:
        """Get ready to speak like this; a voice that was missing may be there by now."""
        before, self._manner = self._manner, manner
        if self._state is VoiceState.LOOKING:
            return
        if self._engine is not None and before.language == manner.language:
            _apply(self._engine, manner)
        else:
            self._search()

    def say(self, text: str, seconds: float | None) -> None:
        """Speak; while the engine is still being looked for, as soon as it is there."""
        if self._engine is None or self._state is not VoiceState.READY:
            if self._state is VoiceState.LOOKING:
                self._waiting = (text, seconds, self._clock.reading().monotonic)
            return
        self.stop()
        self._saying = (text, None)
        self._engine.say(text)
        if seconds is not None:
            self._limit.start(round(seconds * 1000))

    def stop(self) -> None:
        """Be quiet now."""
        self._waiting = None
        self._limit.stop()
        if self._saying is not None and self._engine is not None:
            self._saying = None
            self._engine.stop()

    def close(self) -> None:
        """Be quiet for good."""
        self.stop()
        self._look.stop()
        self._let_go()
        self._state = VoiceState.NOT_ASKED

    def listen(self, changed: Callable[[], None]) -> None:
        """Have `changed` called when state or voices are different."""
        self._changed.append(changed)

    def time(self, spoken: Callable[[str, float], None]) -> None:
        """Have `spoken` called with each text that was said to its end, and its seconds."""
        self._spoken.append(spoken)

    def _search(self) -> None:
        """Look whether anything can speak, which may take long, on another thread."""
        self.stop()
        self._let_go()
        self._set_state(VoiceState.LOOKING)
        self._found = []
        search = (self._look_for, self._found)
        threading.Thread(target=_ask, args=search, name="speech", daemon=True).start()
        self._look.start()

    def _let_go(self) -> None:
        """Part with the engine, which may be in the middle of telling something."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.stateChanged.disconnect(self._note_state)
            engine.errorOccurred.disconnect(self._note_error)
            engine.deleteLater()

    def _end_search(self) -> None:
        if not self._found:
            return
        self._look.stop()
        (found,) = self._found
        self._set_state(self._pick() if found is VoiceState.READY else found)
        waiting, self._waiting = self._waiting, None
        if self._state is VoiceState.READY and waiting is not None:
            self._say_late(*waiting)

    def _say_late(self, text: str, seconds: float | None, since: float) -> None:
        """Say what was to be said meanwhile, if most of the time for it is still there."""
        passed = self._clock.reading().monotonic - since
        if seconds is None:
            self.say(text, None)
        elif passed <= seconds / 4:
            self.say(text, seconds - passed)

    def _pick(self) -> VoiceState:
        """Take the first engine with a voice of the language; return what became of it."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  late on purpose
        except ImportError as error:
            logger.info("nothing speaks: %s", error)
            return VoiceState.NO_ENGINE
        engines = [each for each in QTextToSpeech.availableEngines() if each != _SILENT]
        state = VoiceState.NO_ENGINE
        for name in self._engines or engines:
            engine = QTextToSpeech(name)
            if engine.errorReason() is QTextToSpeech.ErrorReason.Initialization:
                logger.info("%s does not speak: %s", name, engine.errorString())
                continue
            locale = _locale_of(engine, self._manner.language)
            if locale is None:
                state = VoiceState.NO_VOICE
                continue
            engine.setLocale(locale)
            engine.stateChanged.connect(self._note_state)
            engine.errorOccurred.connect(self._note_error)
            self._engine = engine
            _apply(engine, self._manner)
            return VoiceState.READY
        return state

    def _note_state(self, state: "QTextToSpeech.State") -> None:
        """Time what is said, from its first sound to its last."""
        if self._saying is None:
            return
        text, began = self._saying
        now = self._clock.reading().monotonic
        if state.name == "Speaking":
            self._saying = (text, now)
        elif state.name == "Ready" and began is not None:
            self._saying = None
            self._limit.stop()
            for spoken in self._spoken:
                spoken(text, now - began)

    def _note_error(self, reason: "QTextToSpeech.ErrorReason", text: str) -> None:
        """The engine broke: tones from now on, until the next search."""
        logger.warning("the voice failed: %s, %s", reason.name, text)
        self.stop()
        self._let_go()
        self._set_state(VoiceState.FAILED)

    def _set_state(self, state: VoiceState) -> None:
        self._state = state
        for changed in self._changed:
            changed()


def _always() -> VoiceState:
    """Windows and macOS speak without a server."""
    return VoiceState.READY


def _ask_server() -> VoiceState:
    """Linux speaks by a server, which may be installed and still not start."""
    if server_answers():
        return VoiceState.READY
    return VoiceState.NOT_STARTING if server_is_installed() else VoiceState.NO_ENGINE


def _ask(search: Callable[[], VoiceState], found: list[VoiceState]) -> None:
    """Find out whether anything can speak, and import what does: both take a while."""
    state = search()
    if state is VoiceState.READY:
        with suppress(ImportError):  # told where it is needed
            importlib.import_module("PySide6.QtTextToSpeech")
    found.append(state)


def _apply(engine: "QTextToSpeech", manner: VoiceManner) -> None:
    """Let the engine speak as it is to."""
    voices = engine.availableVoices()
    wanted = [voice for voice in voices if voice.name() == manner.voice]
    for voice in (wanted or voices)[:1]:
        if engine.voice() != voice:
            engine.setVoice(voice)
    engine.setRate(manner.rate)
    engine.setVolume(manner.volume)


def _locale_of(engine: "QTextToSpeech", language: str) -> QLocale | None:
    """Return the locale to speak a language in: the computer's own if the engine knows it."""
    wanted = _LANGUAGES[language]
    known = [each for each in engine.availableLocales() if each.language() == wanted]
    own = [each for each in known if each == QLocale.system()]
    return next(iter((*own, *known)), None)
