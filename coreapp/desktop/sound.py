"""Tones from wave files: played by the first way that works here, else by none.

QtMultimedia is imported when tones are first asked for: it costs start-up time, and on Linux it
needs libpulse, which a small system may lack. No sound is no error; the session is seen as well.
"""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from coreapp.services.cue_player import Tone, Tones

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

logger = logging.getLogger(__name__)


class TonesUnavailableError(Exception):
    """Tones cannot be played in this way on this computer."""


class EffectTones:
    """Tones by QSoundEffect, all loaded at the start so that each comes at once."""

    name = "QSoundEffect"

    def __init__(self, folder: Path) -> None:
        """Load every tone from `folder`.

        Raises:
            TonesUnavailableError: a library, a sound device or a file is missing.
        """
        try:
            from PySide6.QtMultimedia import (  # noqa: PLC0415  late on purpose, see above
                QMediaDevices,
                QSoundEffect,
            )
        except ImportError as error:
            raise TonesUnavailableError(str(error)) from error
        if QMediaDevices.defaultAudioOutput().isNull():
            raise TonesUnavailableError("no sound device")
        self._effects = {tone: self._load(QSoundEffect(), folder, tone) for tone in Tone}

    def play(self, tone: Tone, volume: float) -> None:
        """Let a tone be heard; one of the same kind that still sounds begins anew."""
        effect = self._effects[tone]
        effect.setVolume(volume**2)  # ears hear ratios: half way is felt to be half as loud
        effect.play()

    def _load(self, effect: "QSoundEffect", folder: Path, tone: Tone) -> "QSoundEffect":
        file = folder / f"{tone.value}.wav"
        if not file.is_file():
            raise TonesUnavailableError(f"{file.name} is missing")
        effect.setSource(QUrl.fromLocalFile(str(file)))
        return effect


class NullTones:
    """Stays quiet."""

    name = "none"

    def play(self, tone: Tone, volume: float) -> None:
        """Do nothing."""


class LateTones:
    """Looks for a way to play tones with the first tone."""

    def __init__(self, pick: Callable[[], Tones]) -> None:
        self._pick = pick
        self._picked: Tones | None = None

    @property
    def name(self) -> str:
        """What plays them; looks for it if that has not been done."""
        return self._tones().name

    @property
    def found_name(self) -> str | None:
        """What plays them; None as long as none has been played: looking for it takes 20 MB."""
        return None if self._picked is None else self._picked.name

    def play(self, tone: Tone, volume: float) -> None:
        """Let a tone be heard, if there is a way."""
        self._tones().play(tone, volume)

    def _tones(self) -> Tones:
        if self._picked is None:
            self._picked = self._pick()
        return self._picked


CANDIDATES: tuple[Callable[[Path], Tones], ...] = (EffectTones,)


def pick_tones(folder: Path, candidates: Iterable[Callable[[Path], Tones]] = CANDIDATES) -> Tones:
    """Return the first way to play tones that works here; the last resort is quiet.

    Args:
        folder: where the wave files are.
        candidates: the ways to try, in order.
    """
    for make in candidates:
        try:
            return make(folder)
        except TonesUnavailableError as error:
            logger.info("tones not played by this: %s", error)
    return NullTones()
