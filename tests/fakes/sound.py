"""Tones that are noted instead of played."""

from dataclasses import dataclass, field

from coreapp.services.cue_player import Tone


@dataclass
class FakeTones:
    """Notes every tone with its volume; satisfies `coreapp.services.cue_player.Tones`."""

    played: list[tuple[Tone, float]] = field(default_factory=list)
    name: str = "fake"

    def play(self, tone: Tone, volume: float) -> None:
        self.played.append((tone, volume))

    @property
    def tones(self) -> list[Tone]:
        """The tones without their volume."""
        return [tone for tone, _volume in self.played]
