"""Long work that somebody watches: how far it is, and whether it is still wanted."""

from dataclasses import dataclass
from typing import Protocol


class Watch(Protocol):
    """Somebody who waits for long work."""

    def reached(self, share: float) -> None:
        """Hear how much of it is done, 0 to 1.

        Raises:
            CancelledError: it is not wanted any more; the work leaves everything as it was.
        """


class _Nobody:
    def reached(self, share: float) -> None:
        """Go on."""


NOBODY: Watch = _Nobody()
"""Waits for nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """Watches a part of the work, and tells it as a part of the whole.

    Attributes:
        whole: watches all of it.
        begin, end: where the part begins and ends in the whole, 0 to 1.
        steps: of how many steps the part is; none of them are done at once.
    """

    whole: Watch
    begin: float
    end: float
    steps: int

    def reached(self, share: float) -> None:
        """Hear how much of the part is done, 0 to 1."""
        self.whole.reached(self.begin + (self.end - self.begin) * share)

    def done(self, steps: int) -> None:
        """Hear how many of its steps are done."""
        self.reached(min(1.0, steps / self.steps) if self.steps else 1.0)
