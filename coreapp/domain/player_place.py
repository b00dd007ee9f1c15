"""Where a session is."""

from dataclasses import dataclass


@dataclass(slots=True)
class Place:
    """In which phase a session is, how far, and how long really worked in it.

    `into` and `worked` are as of `anchor`, the monotonic moment since which time has run. Both are
    measured by the phase as it is played: where its tempo changes, they are stretched with it.

    Attributes:
        kept_up: seconds that were worked more than `worked` says, because the pace has changed
            since; less if negative.
    """

    index: int
    into: float = 0
    worked: float = 0
    anchor: float = 0
    cues_given: int = 0
    kept_up: float = 0

    def stretch(self, ratio: float) -> None:
        """Keep the place in a phase that is `ratio` times as long from now on."""
        self.kept_up += self.worked * (1 - ratio)
        self.into *= ratio
        self.worked *= ratio
