"""Recurrence rules in words: "Mondays and Thursdays", "every 3 days"."""

from datetime import date, timedelta

from coreapp.i18n import _, format_date, format_list, ngettext

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = frozenset(WEEKDAYS[:5])

_A_MONDAY = date(2024, 1, 1)


def weekday_name(index: int, style: str = "EEEE") -> str:
    """Return the name of a weekday, 0 is Monday; `style` is a Babel pattern."""
    return format_date(_A_MONDAY + timedelta(days=index), style)


def weekly_rule(days: frozenset[str]) -> str:
    """Return the rule for some days of every week."""
    named = ",".join(day for day in WEEKDAYS if day in days)
    return f"FREQ=WEEKLY;BYDAY={named}"


def every_days_rule(count: int) -> str:
    """Return the rule for every `count` days."""
    return f"FREQ=DAILY;INTERVAL={count}"


def describe_rule(rule: str) -> str:
    """Return a rule in words; one that has no plain words is returned as it is."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    interval = int(parts.pop("INTERVAL", "1"))
    frequency = parts.pop("FREQ", "")
    parts.pop("WKST", None)
    days = parts.pop("BYDAY", "")
    if count := parts.pop("COUNT", ""):
        return _describe_count(rule, int(count))
    if parts:
        return rule
    if frequency == "DAILY" and not days:
        return ngettext("every day", "every {count} days", interval).format(count=interval)
    if frequency == "WEEKLY" and interval == 1 and days:
        return _describe_days(frozenset(days.split(",")))
    return rule


def _describe_count(rule: str, count: int) -> str:
    """Return a rule that ends after a number of times."""
    counted = f"COUNT={count}"
    endless = ";".join(part for part in rule.split(";") if part != counted)
    words = describe_rule(endless)
    if words == endless:
        return rule
    text = ngettext("{rule}, {count} time", "{rule}, {count} times", count)
    return text.format(rule=words, count=count)


def _describe_days(days: frozenset[str]) -> str:
    if days == frozenset(WEEKDAYS):
        return _("every day")
    if days == WORKDAYS:
        return _("Monday to Friday")
    return format_list([weekday_name(WEEKDAYS.index(day)) for day in sorted(days, key=_order)])


def _order(day: str) -> int:
    return WEEKDAYS.index(day)
