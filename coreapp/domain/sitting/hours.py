"""Ranges of hours in a week: which they are, whether a moment is inside, and when that changes.

All wall time: a range keeps its hours through daylight saving. A local time that does not exist
moves by the gap; one that occurs twice is the first. A range belongs to the day it begins on.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from coreapp.domain.errors import InvalidValueError, marked

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_A_DAY = 24 * 60

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


def parse_time(key: str, value: object) -> int:
    """Read `HH:MM` as minutes after midnight.

    Raises:
        InvalidValueError: it is anything else.
    """
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise InvalidValueError(key, value, marked("Write a time of day from 00:00 to 23:59."))
    return int(found[1]) * 60 + int(found[2])


def time_text(minutes: int) -> str:
    """Return minutes after midnight as `HH:MM`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True, order=True)
class HoursRange:
    """From a minute of its first day to a minute of the same or the next day."""

    start: int
    end: int

    @classmethod
    def parse(cls, key: str, value: object) -> "HoursRange":
        """Read `HH:MM-HH:MM`; `24:00` may end it.

        Raises:
            InvalidValueError: it is anything else, or has no length.
        """
        parts = value.split("-") if isinstance(value, str) else []
        if len(parts) != 2:
            raise InvalidValueError(
                key, value, marked("Write a range of hours, such as 09:00-17:00.")
            )
        start = parse_time(key, parts[0])
        end = MINUTES_A_DAY if parts[1] == "24:00" else parse_time(key, parts[1])
        if start == end:
            raise InvalidValueError(key, value, marked("The range must not end when it begins."))
        return cls(start, end if end > start else end + MINUTES_A_DAY)

    def text(self) -> str:
        """Return `HH:MM-HH:MM`."""
        end = self.end if self.end <= MINUTES_A_DAY else self.end - MINUTES_A_DAY
        return f"{time_text(self.start)}-{time_text(end)}"


@dataclass(frozen=True, slots=True)
class WeekHours:
    """The ranges of each weekday, Monday first."""

    days: tuple[tuple[HoursRange, ...], ...] = ((),) * 7

    @classmethod
    def parse(cls, key: str, value: object) -> "WeekHours":
        """Read a mapping of weekdays to lists of ranges; a weekday not named has none.

        Raises:
            InvalidValueError: a weekday or a range is not one.
        """
        if not isinstance(value, Mapping):
            raise InvalidValueError(
                key, value, marked("Write {example}."), example='{"mon": ["09:00-17:00"]}'
            )
        for day, ranges in value.items():
            if day not in WEEKDAYS:
                raise InvalidValueError(
                    key, day, marked("Give one of: {words}."), words=", ".join(WEEKDAYS)
                )
            if not isinstance(ranges, list | tuple):
                raise InvalidValueError(
                    f"{key}.{day}", ranges, marked("Write a list of ranges, such as 09:00-17:00.")
                )
        return cls(
            tuple(
                tuple(sorted(HoursRange.parse(f"{key}.{day}", each) for each in value.get(day, ())))
                for day in WEEKDAYS
            )
        )

    def to_mapping(self) -> dict[str, list[str]]:
        """Return the mapping `parse` reads."""
        return {
            day: [each.text() for each in ranges]
            for day, ranges in zip(WEEKDAYS, self.days, strict=True)
            if ranges
        }

    def state_at(
        self, moment: datetime, zone: tzinfo, closed: frozenset[date] = frozenset()
    ) -> tuple[bool, datetime | None]:
        """Return whether a moment is inside, and the next moment when that is otherwise.

        Args:
            moment: an aware datetime.
            zone: where the hours are kept.
            closed: dates whose ranges do not count.

        Returns:
            Inside or not, and the next change in UTC, looking as far as the end of tomorrow's
            ranges: None, or a change that turns out to be none, when it is further off. Whoever
            asks asks again every day.
        """
        today = moment.astimezone(zone).date()
        inside_until: datetime | None = None
        opens: datetime | None = None
        for start, end in self._instants(today, zone, closed):
            if start <= (inside_until or moment) < end:
                inside_until = end
            elif start > moment and opens is None:
                opens = start
        return (True, inside_until) if inside_until else (False, opens)

    def _instants(
        self, today: date, zone: tzinfo, closed: frozenset[date]
    ) -> Iterator[tuple[datetime, datetime]]:
        """Yield the ranges that begin yesterday, today or tomorrow, as instants, in order."""
        for day in (today + timedelta(days=ahead) for ahead in (-1, 0, 1)):
            if day not in closed:
                for each in self.days[day.weekday()]:
                    start = local_instant(day, each.start, zone)
                    yield start, local_instant(day, each.end, zone)


def local_instant(day: date, minute: int, zone: tzinfo) -> datetime:
    """Return the instant of a minute of a local day, in UTC.

    Args:
        day: the local date.
        minute: minutes after its midnight by the clock on the wall; may reach into the next day.
        zone: whose clock.
    """
    later, rest = divmod(minute, MINUTES_A_DAY)
    local = datetime(day.year, day.month, day.day, rest // 60, rest % 60, tzinfo=zone)
    return (local + timedelta(days=later)).astimezone(UTC)
