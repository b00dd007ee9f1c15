"""Round numbers for an axis, where values lie on it, and which of its words have room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10
from typing import Final

_ROUND: Final = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
_SLACK: Final = 1e-9
"""Floats that should be a whole number of steps are a little off."""
_AIR: Final = 6.0
"""Between two words of an axis there is at least so much, in pixels."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from 0 upwards.

    Attributes:
        top: its end, at least as large as every value.
        step: from one tick to the next.
    """

    top: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round numbers on it, from 0."""
        return tuple(index * self.step for index in range(floor(self.top / self.step + _SLACK) + 1))

    def share(self, value: float) -> float:
        """Return where a value lies, 0 (foot) to 1 (top); what is beyond lies at the end."""
        return min(1.0, max(0.0, value / self.top))


def scale_for(values: Iterable[float], parts: int) -> Scale:
    """Return an axis that has room for all values.

    Args:
        values: what is drawn; none of them below 0.
        parts: about so many steps it shall have.
    """
    kept = tuple(values)
    most = max(kept, default=0.0)
    if most <= 0:
        return Scale(1.0, 1.0)
    step = _round_step(most / parts)
    if all(value == int(value) for value in kept):
        # What is counted in whole things has no halves on its axis.
        step = float(ceil(step))
    return Scale(max(1, ceil(most / step - _SLACK)) * step, step)


def scale_to(top: float, parts: int) -> Scale:
    """Return an axis that ends exactly at `top`, such as 10 for pain."""
    return Scale(top, top / parts)


def spread(words: Sequence[tuple[float, float]], first: int) -> Sequence[int]:
    """Return which words of an axis are written so that none touches another.

    All of them, or every second, every third: months with gaps here and there would be read as
    months of different length.

    Args:
        words: where each begins and ends, in pixels, from left to right.
        first: the one that is written in any case.
    """
    for step in range(1, len(words) + 1):
        chosen = range(first % step, len(words), step)
        if all(words[right][0] >= words[left][1] + _AIR for left, right in pairwise(chosen)):
            return chosen
    return ()


def _round_step(least: float) -> float:
    """Return the smallest round number that is at least as large."""
    power = 10.0 ** floor(log10(least))
    return next(each * power for each in _ROUND if each * power >= least * (1 - _SLACK))
