"""The rules of the sitting breaks in words."""

from collections.abc import Sequence
from datetime import time

from coreapp.domain.sitting.hours import MINUTES_A_DAY, HoursRange
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.i18n import _, format_list, format_minutes, format_number, format_time
from coreapp.services.rule_words import weekday_name


def rules(settings: BreakSettings) -> list[tuple[str, str]]:
    """Return the main rules, each with its name."""
    told = [
        (_("Break after"), _("{time} of sitting").format(time=_minutes(settings.interval_min))),
        (_("Length"), _minutes(settings.break_min)),
        (_("Warning"), _("{count} s before").format(count=format_number(settings.lead_s))),
        (
            _("Later"),
            _("{time}, {total} in all").format(
                time=_minutes(settings.snooze_min), total=_minutes(settings.snooze_budget_min)
            ),
        ),
        (_("Hours"), hours_text(settings.working_hours.days)),
    ]
    lunch = settings.lunch_walk
    told.append((_("Lunch walk"), _("off") if lunch is None else _time(lunch)))
    return told


def hours_text(days: Sequence[Sequence[HoursRange]]) -> str:
    """Return working hours in short: days that have the same ones together."""
    groups: list[tuple[list[int], Sequence[HoursRange]]] = []
    for index, ranges in enumerate(days):
        if not ranges:
            continue
        if groups and groups[-1][1] == ranges and groups[-1][0][-1] == index - 1:
            groups[-1][0].append(index)
        else:
            groups.append(([index], ranges))
    return "\n".join(_group_text(indexes, ranges) for indexes, ranges in groups) or _("none")


def _group_text(indexes: Sequence[int], ranges: Sequence[HoursRange]) -> str:
    first, last = weekday_name(indexes[0], "EEE"), weekday_name(indexes[-1], "EEE")
    if len(indexes) == 1:
        days = first
    elif len(indexes) == 2:
        days = format_list([first, last])
    else:
        days = _("{first} to {last}").format(first=first, last=last)
    texts = [
        _("{start}–{end}").format(start=_time(each.start), end=_time(each.end)) for each in ranges
    ]
    return _("{days}, {hours}").format(days=days, hours=format_list(texts))


def _minutes(count: int) -> str:
    return format_minutes(count * 60)


def _time(minutes: int) -> str:
    """Return minutes after midnight as a time; the end of the day is midnight."""
    minutes %= MINUTES_A_DAY
    return format_time(time(minutes // 60, minutes % 60))
