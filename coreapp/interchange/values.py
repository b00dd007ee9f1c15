"""Values that stand in files of every kind, checked and named with their place."""

from collections.abc import Sequence
from datetime import datetime

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR, find_zone, in_utc
from coreapp.interchange.reading import first_repeated


def checked_moment(where: str, moment: datetime) -> datetime:
    """Return a moment in UTC.

    Raises:
        InvalidValueError: it is at the ends of the calendar, where it has no UTC, and nothing can
            be added to it.
    """
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidValueError(where, moment.isoformat(), marked("Give a year from 1970 to 2199."))
    return in_utc(moment)


def check_zone(where: str, name: str) -> None:
    """Refuse a time zone there is not.

    Raises:
        InvalidValueError: there is no such zone.
    """
    try:
        find_zone(name)
    except InvalidValueError as error:
        raise error.under(where) from error


def check_unique(name: str, field: str, keys: Sequence[object]) -> None:
    """Refuse records of which two have the same key.

    Args:
        name: of the records in the file.
        field: of the key in a record.
        keys: one of each record.

    Raises:
        InvalidValueError: a key is there twice; names the second place.
    """
    found = first_repeated(keys)
    if found is not None:
        raise InvalidValueError(
            f"{name}[{found}].{field}", str(keys[found]), marked("Give each id once.")
        )
