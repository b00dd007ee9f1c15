"""What the log says of the last days to whoever picks the next break."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from coreapp.domain.exercise import Exercise
from coreapp.domain.rotation import Load, Past, Region, focus_of, load_of
from coreapp.domain.training_log import PerformedSession, SessionKind
from coreapp.services.log_days import in_zone

LOOK_BACK: Final = timedelta(days=14)
"""So far back it matters when something was done last."""

LATELY_DAYS: Final = 3
"""Over so many days, today among them, the regions of the body take turns."""

MADE: Final = "--"
"""Parts the id of a routine from what was made of it for one break: `desk-2min-a-reset--twice`."""

SINGLE: Final = "break-"
"""Begins the id of a routine of one movement."""

WALKS: Final = frozenset({"walk-break", "lunch-walk"})
"""The exercises that make a routine a walk."""


def past_of(
    sessions: Sequence[PerformedSession],
    exercises: Mapping[str, Exercise],
    today: date,
    walked_at: datetime | None = None,
) -> Past:
    """Return what the log says.

    Args:
        sessions: of `LOOK_BACK`, the newest first, breaks and all others.
        exercises: the library; what is gone from it is passed over.
        today: the day it is here.
        walked_at: when a walk ended that stands in no log, such as the one at lunch.
    """
    breaks = [each for each in sessions if each.kind is SessionKind.BREAK]
    days: dict[str, int] = {}
    for each in reversed(breaks):
        days[turn_id(each.routine)] = (today - _day(each)).days
    lately = [each for each in sessions if (today - _day(each)).days < LATELY_DAYS]
    of_today = [each for each in lately if _day(each) == today]
    newest = of_today[0] if of_today else None
    after_walk = walked_at is not None and (newest is None or newest.started_at < walked_at)
    return Past(
        breaks=[turn_id(each.routine) for each in breaks],
        days=days,
        lately=_load(lately, exercises),
        today=_load(of_today, exercises),
        last_focus=_focus(breaks[0], exercises) if breaks and not after_walk else None,
        just_walked=after_walk or (newest is not None and is_walk(_worked(newest))),
    )


def turn_id(routine: str) -> str:
    """Return by which id a routine takes its turn, whatever was made of it for one break."""
    return routine.partition(MADE)[0]


def past_of_movements(past: Past, sessions: Sequence[PerformedSession], today: date) -> Past:
    """Return the same past as single movements see it: they are done within routines, too.

    Args:
        past: as the routines see it.
        sessions: of `LOOK_BACK`, the newest first.
        today: the day it is here.
    """
    days: dict[str, int] = {}
    for session in sessions:
        for each in reversed(session.sets):
            if not each.skipped:
                days.setdefault(SINGLE + each.exercise, (today - _day(session)).days)
    return replace(past, breaks=tuple(days), days=days)


def is_walk(exercises: Iterable[str]) -> bool:
    """Tell whether something is walking and nothing else."""
    found = set(exercises)
    return bool(found) and found <= WALKS


def _day(session: PerformedSession) -> date:
    return in_zone(session.started_at, session.zone).date()


def _worked(session: PerformedSession) -> list[str]:
    return [each.exercise for each in session.sets if not each.skipped]


def _load(sessions: Iterable[PerformedSession], exercises: Mapping[str, Exercise]) -> Load:
    return load_of(
        (exercises[each.exercise].areas, each.actual_seconds)
        for session in sessions
        for each in session.sets
        if not each.skipped and each.actual_seconds > 0 and each.exercise in exercises
    )


def _focus(session: PerformedSession, exercises: Mapping[str, Exercise]) -> Region | None:
    return None if is_walk(_worked(session)) else focus_of(_load([session], exercises))
