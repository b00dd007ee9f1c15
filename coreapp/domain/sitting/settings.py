"""The settings of the sitting breaks: one table of names, defaults and ranges."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.sitting.hours import WeekHours, parse_time, time_text

WHOLE_NUMBERS: Mapping[str, tuple[int, int]] = {
    "interval_min": (20, 60),
    "break_min": (1, 5),
    "lead_s": (0, 120),
    "grow_rest_s": (1, 10),
    "snooze_min": (1, 15),
    "snooze_budget_min": (0, 30),
    "away_after_s": (20, 300),
    "lock_min_s": (5, 120),
    "long_sit_min": (60, 240),
    "standing_min": (30, 120),
}
"""The least and the most of every setting that is a number."""

_OFFICE_HOURS = WeekHours.parse(
    "working_hours", {day: ["08:00-18:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
)


@dataclass(frozen=True, slots=True)
class BreakSettings:
    """How the sitting breaks behave; the defaults are the ones of the design.

    Attributes:
        interval_min: minutes of sitting after which a break is due.
        break_min: minutes of rest that make a break.
        lead_s: how long before the limit the bar opens.
        grow_rest_s: rest in input at which the bar grows into the break.
        snooze_min: minutes a snooze takes if nothing else is said.
        snooze_budget_min: minutes of snooze between two breaks, in all.
        away_after_s: rest of the hands after which nobody is there.
        lock_min_s: length of a lock or sleep from which on it is absence.
        long_sit_min: sitting at which the bar leads with a walk.
        standing_min: minutes of standing after which sitting or walking is offered.
        lunch_walk: minutes after midnight of the walk at lunch, or none.
        fixed_times: minutes after midnight of breaks that follow the wall clock.
        working_hours: when sitting counts at all.
        days_off: dates without working hours.
        quiet: when no bar may open.
        cover_while_typing: the break may cover the screen while someone types.
    """

    interval_min: int = 30
    break_min: int = 2
    lead_s: int = 30
    grow_rest_s: int = 2
    snooze_min: int = 5
    snooze_budget_min: int = 15
    away_after_s: int = 60
    lock_min_s: int = 20
    long_sit_min: int = 120
    standing_min: int = 60
    lunch_walk: int | None = None
    fixed_times: tuple[int, ...] = ()
    working_hours: WeekHours = _OFFICE_HOURS
    days_off: frozenset[date] = frozenset()
    quiet: WeekHours = field(default_factory=WeekHours)
    cover_while_typing: bool = False

    def __post_init__(self) -> None:
        for key in WHOLE_NUMBERS:
            _whole_number(key, getattr(self, key))

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object]) -> "BreakSettings":
        """Read settings by their names; what is left out has its default.

        Raises:
            InvalidValueError: an unknown name, a wrong type or a value out of its range.
        """
        known = {each.name for each in fields(cls)}
        values: dict[str, Any] = {}
        for key, value in mapping.items():
            if key not in known:
                raise InvalidValueError(key, value, marked("There is no such setting."))
            values[key] = _read(key, value)
        return cls(**values)

    def to_mapping(self) -> dict[str, object]:
        """Return the mapping `from_mapping` reads, every setting named."""
        return {each.name: getattr(self, each.name) for each in fields(self)} | {
            "lunch_walk": None if self.lunch_walk is None else time_text(self.lunch_walk),
            "fixed_times": [time_text(each) for each in self.fixed_times],
            "working_hours": self.working_hours.to_mapping(),
            "days_off": [each.isoformat() for each in sorted(self.days_off)],
            "quiet": self.quiet.to_mapping(),
        }


def _read(key: str, value: object) -> object:
    match key:
        case "lunch_walk":
            return None if value in (None, "off") else parse_time(key, value)
        case "fixed_times":
            return tuple(sorted({parse_time(key, each) for each in _list(key, value)}))
        case "working_hours" | "quiet":
            return WeekHours.parse(key, value)
        case "days_off":
            return frozenset(_date(key, each) for each in _list(key, value))
        case "cover_while_typing":
            return _switch(key, value)
        case _:
            return _whole_number(key, value)


def _whole_number(key: str, value: object) -> int:
    least, most = WHOLE_NUMBERS[key]
    if isinstance(value, int | float) and not isinstance(value, bool):
        in_range = least <= value <= most
        if in_range and int(value) == value:
            return int(value)
    raise InvalidValueError(
        key, value, marked("Give a whole number from {least} to {most}."), least=least, most=most
    )


def _switch(key: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("on", "off"):
        return value == "on"
    raise InvalidValueError(key, value, marked("Write true or false."))


def _list(key: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise InvalidValueError(key, value, marked("Write a list."))
    return value


def _date(key: str, value: object) -> date:
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise InvalidValueError(
            key, value, marked("Write a date as year-month-day, such as 2026-11-25.")
        ) from None
