"""Makes the tones of a session: `python packaging/make_tones.py [FOLDER]` (assets/sounds).

Each tone is a few soft notes: a sine with a little of its octave, risen in some milliseconds and
fading like a struck bar, so that nothing clicks. They differ in pitch, direction and number of
notes, so that each can be told from the others without looking: up means begin, down means rest.
"""

import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, pi, sin
from pathlib import Path

RATE = 44100
"""Samples a second."""

PEAK = 0.5
"""The loudest moment of every tone, of 1; the volume is set when it is played."""

ATTACK_SECONDS = 0.008
RELEASE_SECONDS = 0.03

C5, E5, G5, A5, C6, E6 = 523.25, 659.26, 783.99, 880.00, 1046.50, 1318.51
G4, C4 = 392.00, 261.63


@dataclass(frozen=True)
class Note:
    """One struck note.

    Attributes:
        pitch: in hertz.
        start: seconds from the beginning of the tone.
        seconds: until it is silent.
        fade: seconds in which it falls to about a third.
        strength: against the other notes of the tone.
    """

    pitch: float
    start: float = 0.0
    seconds: float = 0.4
    fade: float = 0.12
    strength: float = 1.0

    def sample(self, moment: float) -> float:
        """Return the note at a moment, in seconds from the beginning of the tone."""
        into = moment - self.start
        if not 0 <= into < self.seconds:
            return 0.0
        rise = min(1.0, into / ATTACK_SECONDS)
        end = min(1.0, (self.seconds - into) / RELEASE_SECONDS)
        wave_of_it = sin(2 * pi * self.pitch * into) + 0.18 * sin(4 * pi * self.pitch * into)
        return self.strength * rise * end * exp(-into / self.fade) * wave_of_it


TONES: dict[str, tuple[Note, ...]] = {
    "get_ready": (Note(G4, seconds=0.5, fade=0.16), Note(C5, 0.16, 0.5, 0.16)),
    "work": (
        Note(C5, seconds=0.4),
        Note(E5, 0.11, 0.4),
        Note(G5, 0.22, 0.6, 0.2),
    ),
    "switch_sides": (
        Note(E5, seconds=0.35, fade=0.1),
        Note(C5, 0.14, 0.35, 0.1),
        Note(E5, 0.28, 0.45, 0.12),
    ),
    "rest": (Note(G5, seconds=0.5, fade=0.16), Note(C5, 0.18, 0.7, 0.24)),
    "halfway": (
        Note(A5, seconds=0.25, fade=0.08, strength=0.8),
        Note(A5, 0.17, 0.35, 0.1, strength=0.8),
    ),
    "countdown": (Note(C6, seconds=0.14, fade=0.045),),
    "position": (Note(E5, seconds=0.6, fade=0.2, strength=0.7),),
    "repetition": (Note(G4, seconds=0.12, fade=0.03),),
    "next_up": (Note(C5, seconds=0.3, fade=0.09), Note(C5, 0.15, 0.3, 0.09), Note(G4, 0.3, 0.4)),
    "reminder": (Note(A5, seconds=0.3, fade=0.07), Note(E5, 0.12, 0.4, 0.1)),
    "finished": (
        Note(C5, seconds=0.5, fade=0.16),
        Note(E5, 0.13, 0.5, 0.16),
        Note(G5, 0.26, 0.5, 0.16),
        Note(C6, 0.39, 1.1, 0.32),
        Note(E6, 0.39, 0.9, 0.26, strength=0.4),
        Note(C4, 0.39, 1.1, 0.32, strength=0.6),
    ),
}
"""The notes of each tone, by the name of its file."""

LOUDNESS = {
    "countdown": 0.6,
    "position": 0.5,
    "halfway": 0.7,
    "repetition": 0.35,
    "next_up": 0.6,
    "reminder": 0.5,
}
"""What comes often is softer than what comes once."""


def samples_of(name: str) -> "array[int]":
    """Return a tone as 16-bit samples."""
    notes = TONES[name]
    count = round(RATE * max(note.start + note.seconds for note in notes))
    plain = [sum(note.sample(i / RATE) for note in notes) for i in range(count)]
    scale = 32767 * PEAK * LOUDNESS.get(name, 1.0) / max(map(abs, plain))
    return array("h", [round(sample * scale) for sample in plain])


def write_tone(file: Path, samples: "array[int]") -> None:
    """Write samples as a wave file with one channel."""
    if sys.byteorder == "big":
        samples = samples[:]
        samples.byteswap()
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())


def main(arguments: Sequence[str]) -> int:
    """Write all tones."""
    default = Path(__file__).parents[1] / "assets" / "sounds"
    folder = Path(arguments[0]) if arguments else default
    folder.mkdir(parents=True, exist_ok=True)
    for name in TONES:
        write_tone(folder / f"{name}.wav", samples_of(name))
        print(folder / f"{name}.wav")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
