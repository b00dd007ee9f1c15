"""Which index a question must not take.

A database that knows nothing of how many rows have a value takes an index of equality before one of
a range. Where nearly all rows have that value, it then goes through all there ever were.
"""

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute


def no_index(column: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """Return a column of text as it is, so that its index is not taken."""
    return column.concat("")
