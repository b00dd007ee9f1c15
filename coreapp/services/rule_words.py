"""Recurrence rules in words: "Mondays and Thursdays", "every 3 days"."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import assert_never

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.rule_form import LAST, Repeat, RuleForm, form_of, rule_of, spelled_out
from coreapp.domain.rule_form import WEEKDAYS as WEEKDAYS  # noqa: PLC0414  others take it from here
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.wall_time import find_zone
from coreapp.i18n import _, format_date, format_list, format_skeleton, ngettext, pgettext

WORKDAYS = frozenset(WEEKDAYS[:5])

_LEAP_YEAR = 2024
"""It has all the days that there are."""

_RANGE = 3
"""So many days in a row are told by the first and the last."""

_A_MONDAY = date(2024, 1, 1)


def weekday_name(index: int, style: str = "EEEE") -> str:
    """Return the name of a weekday, 0 is Monday; `style` is a Babel pattern."""
    return format_date(_A_MONDAY + timedelta(days=index), style)


def weekly_rule(days: frozenset[str]) -> str:
    """Return the rule for some days of every week."""
    return rule_of(RuleForm(Repeat.WEEKS, weekdays=days))


def every_days_rule(count: int) -> str:
    """Return the rule for every `count` days."""
    return f"FREQ=DAILY;INTERVAL={count}"


def describe_rule(rule: str) -> str:
    """Return a rule in words; one that has no plain words is returned as it is."""
    parts = rule.split(";")
    if not any(part.startswith("INTERVAL=") for part in parts):
        # What a week begins with makes a difference only where weeks are left out.
        parts = [part for part in parts if not part.startswith("WKST=")]
    try:
        form = form_of(";".join(parts))
    except InvalidValueError:
        return rule
    return (_describe_yearly(parts) or rule) if form is None else describe_form(form)


def _describe_yearly(parts: Sequence[str]) -> str:
    """Return in words what comes on one day of each year, which no form asks for; else nothing."""
    known = dict(part.split("=", 1) for part in parts)
    wanted = (known.pop(name, "") for name in ("FREQ", "BYMONTH", "BYMONTHDAY"))
    frequency, month, day = wanted
    if frequency != "YEARLY" or not (month.isdecimal() and day.isdecimal()):
        return ""
    try:
        # Any end is said as that of something daily would be.
        end = form_of(";".join(["FREQ=DAILY", *(f"{key}={known[key]}" for key in known)]))
    except InvalidValueError:
        return ""
    if end is None or end.repeat is Repeat.ONCE:
        return "" if end is None else describe_form(end)
    text = ngettext("{day}, every year", "{day}, every {count} years", end.every)
    words = text.format(
        day=format_skeleton(date(_LEAP_YEAR, int(month), int(day)), "MMMMd"), count=end.every
    )
    return _with_end(words, end)


def describe_entry(entry: ScheduleEntry) -> str:
    """Return when an entry repeats in words; without plain words, its rule as it was entered."""
    start = datetime.combine(entry.start_date, entry.at)
    rule = spelled_out(entry.rrule, start, find_zone(entry.zone))
    words = describe_rule(rule)
    return entry.rrule if words == rule else words


def describe_form(form: RuleForm) -> str:
    """Return in words how something repeats, and until when."""
    return _with_end(_describe_repeat(form), form)


def _with_end(words: str, form: RuleForm) -> str:
    if form.until is not None:
        text = _("{rule}, until {date}")
        return text.format(rule=words, date=format_date(form.until, "medium"))
    if form.count is not None:
        text = ngettext("{rule}, {count} time", "{rule}, {count} times", form.count)
        return text.format(rule=words, count=form.count)
    return words


def nth_weekday(number: int, day: str) -> str:
    """Return which weekday of a month it is, such as "the first Monday of the month"."""
    texts = {
        1: _("the first {weekday} of the month"),
        2: _("the second {weekday} of the month"),
        3: _("the third {weekday} of the month"),
        4: _("the fourth {weekday} of the month"),
        LAST: _("the last {weekday} of the month"),
    }
    return texts[number].format(weekday=weekday_name(WEEKDAYS.index(day)))


def month_day(number: int) -> str:
    """Return which day of a month it is."""
    if number == LAST:
        return _("the last day of the month")
    return _("day {number} of the month").format(number=number)


def _describe_repeat(form: RuleForm) -> str:
    match form.repeat:
        case Repeat.ONCE:
            return pgettext("how often", "once")
        case Repeat.DAYS:
            text = ngettext("every day", "every {count} days", form.every)
            return text.format(count=form.every)
        case Repeat.WEEKS:
            text = ngettext("{days}, every week", "{days}, every {count} weeks", form.every)
            words = _describe_days(form.weekdays)
            return text.format(days=words, count=form.every) if form.every > 1 else words
        case Repeat.MONTH_DAY:
            words = month_day(form.number)
        case Repeat.MONTH_WEEKDAY:
            (day,) = form.weekdays
            words = nth_weekday(form.number, day)
        case _:
            assert_never(form.repeat)
    text = ngettext("{day}, every month", "{day}, every {count} months", form.every)
    return text.format(day=words, count=form.every) if form.every > 1 else words


def _describe_days(days: frozenset[str]) -> str:
    if days == frozenset(WEEKDAYS):
        return _("every day")
    if days == WORKDAYS:
        return _("Monday to Friday")
    in_order = sorted(days, key=_order)
    names = [weekday_name(_order(day)) for day in in_order]
    if len(days) >= _RANGE and _order(in_order[-1]) - _order(in_order[0]) == len(days) - 1:
        return _("{first} to {last}").format(first=names[0], last=names[-1])
    return format_list(names)


def _order(day: str) -> int:
    return WEEKDAYS.index(day)
