"""Many rows in statements that every database takes."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

AT_ONCE: Final = 500
"""Databases take a limited number of values in one statement."""

_Record = TypeVar("_Record")


def batches(records: Sequence[_Record]) -> Iterator[Sequence[_Record]]:
    """Return records in parts that one statement can name."""
    for begin in range(0, len(records), AT_ONCE):
        yield records[begin : begin + AT_ONCE]
