"""Recurrence rules in words: "Mondays and Thursdays", "every 3 days"."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import assert_never

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.rule_form import LAST, Repeat, RuleForm, form_of, rule_of, spelled_out
from coreapp.domain.rule_form import WEEKDAYS as WEEKDAYS  # noqa: PLC0414  others take it from here
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.wall_time import find_zone
from coreapp.i18n import (
    _,
    format_choice,
    format_date,
    format_list,
    format_skeleton,
    ngettext,
    pgettext,
)

WORKDAYS = frozenset(WEEKDAYS[:5])
_WEEKEND = frozenset(WEEKDAYS[5:])

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
    """Return a rule in words; one that has no plain words is named as the rule that it is."""
    return _in_words(rule) or _as_rule(rule)


def _as_rule(rule: str) -> str:
    return _("by the rule {rule}").format(rule=rule)


def _in_words(rule: str) -> str:
    """Return a rule in plain words, or nothing if there are none."""
    parts = rule.split(";")
    if not any(part.startswith("INTERVAL=") for part in parts):
        # What a week begins with makes a difference only where weeks are left out.
        parts = [part for part in parts if not part.startswith("WKST=")]
    try:
        form = form_of(";".join(parts))
    except InvalidValueError:
        return ""
    if form is not None:
        return describe_form(form)
    return _describe_one_of_several(parts) or _describe_yearly(parts)


def _describe_one_of_several(parts: Sequence[str]) -> str:
    """Return in words what comes on the first or so of some weekdays of a month; else nothing."""
    known = dict(part.split("=", 1) for part in parts)
    days = frozenset(known.get("BYDAY", "").split(","))
    if not days <= frozenset(WEEKDAYS):
        return ""
    # Everything but the days is said as that of one weekday would be.
    form = form_of(
        ";".join(f"{key}={value}" for key, value in (known | {"BYDAY": WEEKDAYS[0]}).items())
    )
    if form is None or form.repeat is not Repeat.MONTH_WEEKDAY:
        return ""
    return _with_end(_in_months(_nth(form.number, _one_of(days)), form), form)


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
    """Return when an entry repeats in words; without plain words, by the rule as it was entered."""
    start = datetime.combine(entry.start_date, entry.at)
    rule = spelled_out(entry.rrule, start, find_zone(entry.zone))
    return _in_words(rule) or _as_rule(entry.rrule)


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


def _nth(number: int, weekday: str) -> str:
    texts = {
        1: _("the first {weekday} of the month"),
        2: _("the second {weekday} of the month"),
        3: _("the third {weekday} of the month"),
        4: _("the fourth {weekday} of the month"),
        LAST: _("the last {weekday} of the month"),
    }
    return texts[number].format(weekday=weekday)


def _one_of(days: frozenset[str]) -> str:
    """Return some weekdays as that of which one is meant, such as "Tuesday or Thursday"."""
    if days == WORKDAYS:
        return pgettext("weekday of a month", "working day")
    if days == _WEEKEND:
        return pgettext("weekday of a month", "weekend day")
    return format_choice([weekday_name(_order(day)) for day in sorted(days, key=_order)])


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
            words = _nth(form.number, _one_of(form.weekdays))
        case _:
            assert_never(form.repeat)
    return _in_months(words, form)


def _in_months(day: str, form: RuleForm) -> str:
    text = ngettext("{day}, every month", "{day}, every {count} months", form.every)
    return text.format(day=day, count=form.every) if form.every > 1 else day


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
