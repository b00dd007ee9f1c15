"""Which hints are shown on a day: what is about safety always, of the rest two.

The two are chosen when they are first asked for, and stay: who puts one away is not given the next
one. What answers to something that was just done, a red session or a much longer run, does not wait
for tomorrow: it takes the place of the last of the two.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from coreapp.services.hints import Hint, SeeSomebody, is_of_today, is_safety, key_of

MOST_HINTS: Final = 2
SAID_AGAIN_AFTER: Final = timedelta(days=7)
"""Each reason to see somebody is said once in seven days (rule R8)."""

FOR_GOOD: Final = date.max


@dataclass(frozen=True, slots=True)
class Shown:
    """What was shown, as it is kept.

    Attributes:
        day: the day of the two.
        chosen: their keys; they count also when they do not hold any more.
        told: for each reason to see somebody the day on which it was last said.
        away: for each hint that was put away the day from which it may come again.
    """

    day: date = date.min
    chosen: tuple[str, ...] = ()
    told: Mapping[str, date] = field(default_factory=dict)
    away: Mapping[str, date] = field(default_factory=dict)


def choose(hints: Sequence[Hint], shown: Shown, today: date) -> tuple[Sequence[Hint], Shown]:
    """Return the hints of a day, the most important first, and what is to be kept of it.

    Args:
        hints: all that hold, the most important first.
        shown: what was kept.
        today: the day.
    """
    told = _tell(hints, shown.told, today)
    away = {key: until for key, until in shown.away.items() if until > today}
    before = shown.chosen if shown.day == today else ()
    waiting = [each for each in hints if not is_safety(each) and key_of(each) not in away]
    chosen = _two(waiting, before)
    keys = [key_of(each) for each in waiting]
    safety = [each for each in hints if is_safety(each) and _is_told(each, told, today)]
    two = [each for each, key in zip(waiting, keys, strict=True) if key in chosen]
    return (*safety, *two), Shown(today, chosen, told, away)


def put_away(shown: Shown, hint: Hint, until: date) -> Shown:
    """Return what is kept when a hint is put away until a day; safety cannot be."""
    if is_safety(hint):
        return shown
    return replace(shown, away={**shown.away, key_of(hint): until})


def _two(waiting: Sequence[Hint], before: tuple[str, ...]) -> tuple[str, ...]:
    chosen = before
    for hint in waiting:
        key = key_of(hint)
        if key in chosen:
            continue
        if len(chosen) < MOST_HINTS:
            chosen = (*chosen, key)
        elif is_of_today(hint) and before:
            chosen = (key, *chosen[: MOST_HINTS - 1])
    return chosen


def _tell(hints: Sequence[Hint], told: Mapping[str, date], today: date) -> Mapping[str, date]:
    """Return on which days the reasons to see somebody were said, today's included."""
    kept = {key: day for key, day in told.items() if today - day < SAID_AGAIN_AFTER}
    for hint in hints:
        if isinstance(hint, SeeSomebody):
            # A day to come is one of a clock that was wrong.
            key = key_of(hint)
            kept[key] = min(kept.get(key, today), today)
    return kept


def _is_told(hint: Hint, told: Mapping[str, date], today: date) -> bool:
    return not isinstance(hint, SeeSomebody) or told[key_of(hint)] == today
