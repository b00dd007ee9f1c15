"""Work that is done a few milliseconds at a time, or all at once."""

from collections.abc import Generator
from typing import TypeVar

_Result = TypeVar("_Result")


def carry_out(steps: Generator[None, None, _Result]) -> _Result:
    """Take all steps at once, and return what they give in the end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result
