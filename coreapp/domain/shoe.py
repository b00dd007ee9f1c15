"""Running shoes: how far they have gone says when it is time to look at the soles (rule R13)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from coreapp.domain.checks import check_whole
from coreapp.domain.errors import InvalidValueError, marked

MOST_START_METRES: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Shoe:
    """A pair of shoes.

    Attributes:
        id: a UUIDv7.
        name: what one calls them.
        bought: the day, or None.
        start_metres: how far they had gone before their runs were entered.
        retired: the day since when they are not worn any more, or None.

    Raises:
        InvalidValueError: the name is empty, or the metres are out of their range.
    """

    id: str
    name: str
    bought: date | None = None
    start_metres: int = 0
    retired: date | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValueError("name", self.name, marked("Give the shoes a name."))
        check_whole("start_metres", self.start_metres, 0, MOST_START_METRES)
