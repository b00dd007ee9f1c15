"""The sessions of the log as the rules of training see them: kinds, minutes, effort and pain."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from coreapp.domain.activity import MOST_MINUTES, Activity, ActivityType
from coreapp.domain.pain import PainDay, PainDays
from coreapp.domain.programme import CoursePlace, GrowthPlace, split_id
from coreapp.domain.progression import PainLight
from coreapp.domain.spreading import split_portion
from coreapp.domain.training_log import PerformedSession, SessionKind
from coreapp.services.pain_lights import light_of
from coreapp.services.training import local_start

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


def kinds_of(session: PerformedSession) -> frozenset[ActivityType]:
    """Return what a session counts as; one of a person's own is core work.

    A planned session that was done in portions, break by break, counts once: with the portion that
    ticks it off.
    """
    portion = split_portion(session.routine)
    if portion is not None and session.planned is None:
        return _DESK_BREAK
    routine = session.routine if portion is None else portion[0]
    if routine in _SHIPPED:
        return _SHIPPED[routine]
    match split_id(routine):
        case (_, CoursePlace(_, letter)):
            return _BOTH if letter in _STRONG_LETTERS else _CORE
        case (_, GrowthPlace()):
            return frozenset({ActivityType.FLOW})
    is_break = session.kind is SessionKind.BREAK and portion is None
    return _DESK_BREAK if is_break else _CORE


def activities_of(sessions: Iterable[PerformedSession]) -> list[Activity]:
    """Return what was done; a session without any work is none."""
    return [_activity(each) for each in sessions if each.work_seconds > 0]


def pain_days(sessions: Iterable[PerformedSession]) -> PainDays:
    """Return the worst pain of each day that has a figure, the next morning's on its own day."""
    worst: dict[date, int] = {}

    def note(day: date, *figures: int | None) -> None:
        known = [each for each in figures if each is not None]
        if known:
            worst[day] = max([*known, worst.get(day, 0)])

    for each in sessions:
        day = local_start(each).date()
        note(day, each.pain_before, each.pain_during, each.pain_after)
        note(day + timedelta(days=1), each.pain_next_morning)
    return {day: PainDay(figure) for day, figure in worst.items()}


def _activity(session: PerformedSession) -> Activity:
    minutes = round((session.ended_at - session.started_at).total_seconds() / 60)
    light = light_of(session)
    return Activity(
        kinds_of(session),
        local_start(session).date(),
        min(MOST_MINUTES, max(1, minutes)),
        effort=session.effort,
        pain_during=session.pain_during,
        pain_after=session.pain_after,
        is_amber=None if light is None else light in _LIGHTS,
    )
