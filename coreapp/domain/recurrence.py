"""The days of recurrence rules, for things that happen at one time of some days.

A rule is expanded in local wall time, and only then is each wall time resolved to a moment.
"""

from collections.abc import Callable, Iterator
from datetime import MAXYEAR, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from coreapp.domain.rule_text import Rule
from coreapp.domain.wall_time import LAST_YEAR, in_utc, resolve

_CYCLE_YEARS = 400
"""After so many years the calendar repeats, days of the week and leap days alike."""

_YEARS_AHEAD = (MAXYEAR - LAST_YEAR) // _CYCLE_YEARS * _CYCLE_YEARS
"""So much later a rule is followed, which makes no difference to its days.

dateutil looks for a day until there are no more years. From now those are 8,000, half a second for
each rule that has none, such as the 366th day in January; from there they are a few hundred."""

_DAYS_OF = {"DAILY": 1, "WEEKLY": 7}
"""After so many days a frequency comes round; months and years are not all equally long."""


def days(
    rule: Rule, first: date, at: time, zone: ZoneInfo, since: date | None = None
) -> Iterator[date]:
    """Return the days of a rule, in order and lazily, as the wall calendar names them.

    Args:
        rule: a checked rule.
        first: the day it begins; it counts only if the rule names it.
        at: the time of day, which decides whether the last day is before UNTIL.
        zone: the zone of the wall time.
        since: days before this one may be left out, so that a rule which has run for ten years
            costs no more than a new one.
    """
    begin = first if since is None else _near(rule, first, since)
    if begin.year > LAST_YEAR:
        return iter(())
    late = datetime.combine(begin.replace(year=begin.year + _YEARS_AHEAD), at)
    found = rrulestr(rule.endless_text, dtstart=late)
    named = (wall.replace(year=wall.year - _YEARS_AHEAD) for wall in found)
    walls = takewhile(lambda wall: wall.year <= LAST_YEAR, named)
    return (wall.date() for wall in takewhile(_not_after(rule.until, zone), walls))


def _near(rule: Rule, first: date, since: date) -> date:
    """Return a day not after `since` from which the rule goes on as it does from its first one.

    Only what repeats after a fixed number of days can be jumped over, and nothing that is counted;
    what goes by the month or the year has few days to count through anyhow.
    """
    parts = dict(part.split("=", 1) for part in rule.endless_text.split(";"))
    step = _DAYS_OF.get(parts["FREQ"], 0) * int(parts.get("INTERVAL", "1"))
    if not step or "COUNT" in parts or since <= first:
        return first
    return first + timedelta(days=(since - first).days // step * step)


def _not_after(until: datetime | date | None, zone: ZoneInfo) -> Callable[[datetime], bool]:
    if until is None:
        return lambda _wall: True
    if not isinstance(until, datetime):
        return lambda wall: wall.date() <= until
    last = in_utc(until if until.tzinfo else resolve(until, zone))
    return lambda wall: in_utc(resolve(wall, zone)) <= last
