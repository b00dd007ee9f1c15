"""Recurrence rules as a form can ask for them, and the forms of rules that one can show."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final, assert_never
from zoneinfo import ZoneInfo

from coreapp.domain.rule_text import MAX_INTERVAL, parse_rule
from coreapp.domain.wall_time import in_utc, resolve

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST: Final = -1
"""The last day of a month, or the last of a weekday in it."""
MOST_WEEKS: Final = 4
"""Of the weekdays of a month, the fifth is not in every one."""
MOST_TIMES: Final = 999


class Repeat(StrEnum):
    """How something repeats."""

    ONCE = "once"
    DAYS = "days"
    WEEKS = "weeks"
    MONTH_DAY = "month_day"
    MONTH_WEEKDAY = "month_weekday"


@dataclass(frozen=True, slots=True)
class RuleForm:
    """A rule that a form can show.

    Attributes:
        repeat: what the other fields are about.
        every: every so many days, weeks or months.
        weekdays: such as `MO`; of `WEEKS`, and the one of `MONTH_WEEKDAY`.
        number: of `MONTH_DAY` the day, 1 to 31 or `LAST`; of `MONTH_WEEKDAY` which one, 1 to 4 or
            `LAST`.
        until: the last day that may be, or None.
        count: how many times in all, or None.
    """

    repeat: Repeat
    every: int = 1
    weekdays: frozenset[str] = frozenset()
    number: int = 1
    until: date | None = None
    count: int | None = None


ONCE_RULE: Final = "FREQ=DAILY;COUNT=1"


def rule_of(form: RuleForm) -> str:
    """Return the RRULE of a form, in the order of RFC 5545's examples."""
    match form.repeat:
        case Repeat.ONCE:
            return ONCE_RULE
        case Repeat.DAYS:
            parts = [*_frequency("DAILY", form.every)]
        case Repeat.WEEKS:
            named = ",".join(day for day in WEEKDAYS if day in form.weekdays)
            parts = [*_frequency("WEEKLY", form.every), f"BYDAY={named}"]
        case Repeat.MONTH_DAY:
            parts = [*_frequency("MONTHLY", form.every), f"BYMONTHDAY={form.number}"]
        case Repeat.MONTH_WEEKDAY:
            (day,) = form.weekdays
            parts = [*_frequency("MONTHLY", form.every), f"BYDAY={form.number}{day}"]
        case _:
            assert_never(form.repeat)
    return ";".join([*parts, *_end(form)])


def form_of(rule: str) -> RuleForm | None:
    """Return the form that shows a rule; None if there is none that says all of it.

    Raises:
        InvalidValueError: it is no rule.
    """
    text = parse_rule(rule).text
    parts = dict(part.split("=", 1) for part in text.split(";"))
    if parts.get("WKST") == "MO":
        del parts["WKST"]  # what it is anyhow
    parts = _without_set_position(parts)
    form = _form(parts)
    return form if form is not None and _same_parts(rule_of(form), parts) else None


def spelled_out(rule: str, start: datetime, zone: ZoneInfo) -> str:
    """Return the same rule with what its beginning says otherwise, and its end as a day.

    A weekly rule that names no day goes by the weekday it begins on, a monthly and a yearly one by
    its date; an end that is a moment has a last day only where time and zone are known.

    Args:
        rule: a checked rule.
        start: wall time (naive) of its first day.
        zone: of that.

    Raises:
        InvalidValueError: it is no rule.
    """
    checked = parse_rule(rule)
    parts = dict(part.split("=", 1) for part in checked.text.split(";"))
    if not any(name.startswith("BY") for name in parts):
        parts |= _named_by(start.date()).get(parts["FREQ"], {})
    if isinstance(checked.until, datetime):
        parts["UNTIL"] = f"{_last_day(checked.until, start.time(), zone):%Y%m%d}"
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _named_by(start: date) -> dict[str, dict[str, str]]:
    """Return for each frequency what the first day says of the others."""
    day = {"BYMONTHDAY": str(start.day)}
    return {
        "WEEKLY": {"BYDAY": WEEKDAYS[start.weekday()]},
        "MONTHLY": day,
        "YEARLY": {"BYMONTH": str(start.month)} | day,
    }


def _last_day(until: datetime, at: time, zone: ZoneInfo) -> date:
    wall = until.astimezone(zone) if until.tzinfo else until.replace(tzinfo=zone)
    day = wall.date()
    is_over = in_utc(resolve(datetime.combine(day, at), zone)) > in_utc(wall)
    return day - timedelta(days=1) if is_over else day


def _without_set_position(parts: dict[str, str]) -> dict[str, str]:
    """Return the same rule with what BYSETPOS picks from one weekday, or from all, said plainly."""
    days, rest = frozenset(parts.get("BYDAY", "").split(",")), dict(parts)
    position = rest.pop("BYSETPOS", "")
    if parts["FREQ"] != "MONTHLY" or not position.lstrip("+-").isdecimal() or "BYMONTHDAY" in parts:
        return parts
    if days == frozenset(WEEKDAYS):
        del rest["BYDAY"]
        return rest | {"BYMONTHDAY": str(int(position))}
    if len(days) == 1 and days <= frozenset(WEEKDAYS):
        return rest | {"BYDAY": f"{int(position)}{next(iter(days))}"}
    return parts


def _form(parts: dict[str, str]) -> RuleForm | None:
    every = int(parts.get("INTERVAL", "1"))
    count = int(parts["COUNT"]) if "COUNT" in parts else None
    until = _until(parts.get("UNTIL", ""))
    days = parts.get("BYDAY", "")
    month_day = parts.get("BYMONTHDAY", "")
    match parts["FREQ"]:
        case "DAILY" if count == 1:
            return RuleForm(Repeat.ONCE)
        case "DAILY":
            return RuleForm(Repeat.DAYS, every, until=until, count=count)
        case "WEEKLY" if days:
            return RuleForm(
                Repeat.WEEKS, every, frozenset(days.split(",")), until=until, count=count
            )
        case "MONTHLY" if days and "," not in days and _is_in_month(days[:-2]):
            day, number = frozenset({days[-2:]}), int(days[:-2])
            return RuleForm(Repeat.MONTH_WEEKDAY, every, day, number, until, count)
        case "MONTHLY" if month_day and "," not in month_day:
            number = int(month_day)
            if number == LAST or number > 0:
                return RuleForm(Repeat.MONTH_DAY, every, number=number, until=until, count=count)
    return None


def _is_in_month(number: str) -> bool:
    return number not in {"", "+", "-"} and int(number) in {*range(1, MOST_WEEKS + 1), LAST}


def _until(text: str) -> date | None:
    """Return the day of an UNTIL without a time; a time of day has no place in the form."""
    return date.fromisoformat(text) if len(text) == len("20261231") else None


def _frequency(name: str, every: int) -> list[str]:
    plain = [f"FREQ={name}"]
    return plain if every == 1 else [*plain, f"INTERVAL={min(every, MAX_INTERVAL)}"]


def _end(form: RuleForm) -> list[str]:
    if form.until is not None:
        return [f"UNTIL={form.until:%Y%m%d}"]
    return [f"COUNT={form.count}"] if form.count is not None else []


def _same_parts(rule: str, parts: dict[str, str]) -> bool:
    """Tell whether a rule says the same, in whatever order its parts and days are."""

    def compared(known: dict[str, str]) -> dict[str, object]:
        plain: dict[str, object] = {key: value for key, value in known.items() if key != "BYDAY"}
        plain.setdefault("INTERVAL", "1")
        return plain | {"BYDAY": frozenset(known.get("BYDAY", "").replace("+", "").split(","))}

    made = dict(part.split("=", 1) for part in rule.split(";"))
    return compared(made) == compared(parts)
