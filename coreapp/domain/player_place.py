"""Where a session is, and for how long its time has run."""

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


@dataclass(slots=True)
class Stopwatch:
    """For how long time has run, between the moments at which it was begun and halted.

    Attributes:
        seconds: until it was halted last.
        since: the monotonic moment since which it runs; None if it does not.
    """

    seconds: float = 0
    since: float | None = None

    def begin(self, now: float) -> None:
        """Let it run from a moment on."""
        self.since = now

    def halt(self, now: float) -> None:
        """Stop it at a moment; where it does not run, nothing happens."""
        self.seconds, self.since = self.at(now), None

    def at(self, now: float) -> float:
        """Return the seconds at a moment."""
        return self.seconds if self.since is None else self.seconds + max(0.0, now - self.since)
