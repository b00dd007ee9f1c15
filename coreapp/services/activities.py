"""What is in the log as the rules of training see it: kinds, minutes, effort and pain."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, Protocol

from coreapp.domain.activity import Activity, ActivityType
from coreapp.domain.day_record import DayRecord
from coreapp.domain.pain import PainDay, PainDays
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.programme import CoursePlace, GrowthPlace, split_id
from coreapp.domain.progression import PainLight
from coreapp.domain.spreading import split_portion
from coreapp.domain.time_spent import minutes_of
from coreapp.domain.training_log import PerformedSession, PlannedOccurrence, SessionKind
from coreapp.services.log_days import in_zone, local_start
from coreapp.services.pain_lights import light_of, light_of_activity

_BOTH: Final = frozenset({ActivityType.STRENGTH, ActivityType.CORE})
_CORE: Final = frozenset({ActivityType.CORE})

_DESK_BREAK: Final = frozenset({ActivityType.DESK_BREAK})

_STRONG_LETTERS: Final = frozenset({"a", "b"})
"""The sessions of the programme that count as strength and as core (rule R10); C is core."""

_SHIPPED: Final[Mapping[str, frozenset[ActivityType]]] = {
    "strength-30": _BOTH,
    "runners-six": _BOTH,
    "runners-five": _BOTH,
    "hips-piriformis": _BOTH,
    "core-basics-runners": _CORE,
    "core-four": _CORE,
    "two-to-start": _CORE,
    "mcgill-big-three": _CORE,
    "runner-dynamic-warmup": frozenset({ActivityType.WARMUP}),
    "cooldown-stretch": frozenset({ActivityType.COOLDOWN}),
    "foam-roll-recovery": frozenset({ActivityType.STRETCH}),
    "easy-day-mobility": frozenset({ActivityType.STRETCH}),
    "sun-salutation-5": frozenset({ActivityType.FLOW}),
    "sun-salutation-10": frozenset({ActivityType.FLOW}),
    "desk-2min-f-walk": frozenset({ActivityType.WALK}),
}

_LIGHTS: Final = frozenset({PainLight.AMBER, PainLight.RED})


class Counted(Protocol):
    """What decides as what a session counts: the whole record, or a summary of it."""

    @property
    def kind(self) -> SessionKind:
        """Why it was done."""

    @property
    def routine(self) -> str:
        """The id of what was played."""

    @property
    def planned(self) -> PlannedOccurrence | None:
        """What it ticks off."""


def kinds_of(session: Counted) -> frozenset[ActivityType]:
    """Return what a session counts as; one of a person's own is core work.

    A planned session that was done in portions, break by break, counts once: with the portion that
    ticks it off.
    """
    portion = split_portion(session.routine)
    if portion is not None and session.planned is None:
        return _DESK_BREAK
    routine = session.routine if portion is None else portion[0]
    known = kinds_of_routine(routine)
    if known is not None:
        return known
    is_break = session.kind is SessionKind.BREAK and portion is None
    return _DESK_BREAK if is_break else _CORE


def kinds_of_routine(routine: str) -> frozenset[ActivityType] | None:
    """Return what a routine that ships, or a session of a programme, counts as; None for others."""
    if routine in _SHIPPED:
        return _SHIPPED[routine]
    match split_id(routine):
        case (_, CoursePlace(_, letter)):
            return _BOTH if letter in _STRONG_LETTERS else _CORE
        case (_, GrowthPlace()):
            return frozenset({ActivityType.FLOW})
    return None


def activities_of(sessions: Iterable[PerformedSession]) -> list[Activity]:
    """Return what was done; a session without any work is none."""
    return [_activity(each) for each in sessions if each.work_seconds > 0]


def activity_of(performed: PerformedActivity) -> Activity:
    """Return what was entered by hand, as the rules see it."""
    light = light_of_activity(performed)
    return Activity(
        frozenset({performed.type}),
        day_of(performed),
        performed.minutes,
        metres=performed.metres,
        effort=performed.effort,
        pain_during=performed.pain_during,
        pain_after=performed.pain_after,
        is_amber=None if light is None else light in _LIGHTS,
        surface=performed.surface,
        hills=performed.hills,
        shoe=performed.shoe,
        warmed_up=performed.warmed_up,
        cooled_down=performed.cooled_down,
    )


def day_of(performed: PerformedActivity) -> date:
    """Return the local day it began on, where it happened."""
    return in_zone(performed.started_at, performed.zone).date()


def pain_days(
    sessions: Iterable[PerformedSession],
    performed: Iterable[PerformedActivity] = (),
    records: Iterable[DayRecord] = (),
) -> PainDays:
    """Return the pain of each day of which something was said.

    The highest figure of a day counts, whether it was said of the day or of what was done on it; a
    next morning's belongs to its own day. A day with a place alone has no figure.
    """
    worst: dict[date, int] = {}

    def note(day: date, *figures: int | None) -> None:
        known = [each for each in figures if each is not None]
        if known:
            worst[day] = max([*known, worst.get(day, 0)])

    done: list[tuple[date, PerformedSession | PerformedActivity]] = [
        *((local_start(each).date(), each) for each in sessions),
        *((day_of(each), each) for each in performed),
    ]
    for day, each in done:
        note(day, each.pain_before, each.pain_during, each.pain_after)
        note(day + timedelta(days=1), each.pain_next_morning)
    said = {each.day: each for each in records if _says_pain(each)}
    for day, record in said.items():
        note(day, record.pain_worst)
    return {
        day: _pain_day(worst.get(day), said.get(day)) for day in sorted(worst.keys() | said.keys())
    }


def _says_pain(record: DayRecord) -> bool:
    return record.pain_worst is not None or bool(record.pain_places) or record.tingled


def _pain_day(worst: int | None, record: DayRecord | None) -> PainDay:
    if record is None:
        return PainDay(worst)
    return PainDay(worst, record.pain_places, record.tingled)


def _activity(session: PerformedSession) -> Activity:
    light = light_of(session)
    return Activity(
        kinds_of(session),
        local_start(session).date(),
        minutes_of(session),
        effort=session.effort,
        pain_during=session.pain_during,
        pain_after=session.pain_after,
        is_amber=None if light is None else light in _LIGHTS,
    )
