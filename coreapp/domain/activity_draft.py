"""What somebody enters of a run, a walk or a sport, before it stands in the log."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.domain.activity import ActivityType, Hills, Surface
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR, find_zone, resolve


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """One thing that was done, by the clock on the wall. See `PerformedActivity` for the fields.

    Attributes:
        begun: when it began, without a zone, as clocks in `zone` showed it; of an hour that occurs
            twice its `fold` tells which.
        zone: IANA name of the zone it happened in; empty for the one the computer is in.
    """

    type: ActivityType
    begun: datetime
    minutes: int
    zone: str = ""
    metres: int | None = None
    effort: float | None = None
    surface: Surface | None = None
    hills: Hills | None = None
    shoe: str = ""
    warmed_up: bool | None = None
    cooled_down: bool | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    pain_next_morning: int | None = None
    note: str = ""
    planned: PlannedOccurrence | None = None


_ALIKE: Final = tuple(
    each.name
    for each in fields(ActivityDraft)
    if each.name in {field.name for field in fields(PerformedActivity)}
)
"""The fields that draft and record have in common."""


def _not_yet(draft: ActivityDraft) -> InvalidValueError:
    return InvalidValueError(
        "started_at", draft.begun, marked("Give a day and a time that have passed already.")
    )


def _on_the_wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what clocks in a zone show at a moment, to the minute as it is entered."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0, second=0, microsecond=0)


def make_activity(
    identity: str, draft: ActivityDraft, zone: str, now: datetime, former_start: datetime | None
) -> PerformedActivity:
    """Return the record of what was entered.

    Args:
        identity: its id.
        draft: what was entered.
        zone: the zone the computer is in, for a draft without one.
        now: the present moment; nothing is done in the future.
        former_start: when it began as it stands in the log; kept as long as the clock on the wall
            says the same, so that an hour that occurs twice stays the one it was.

    Raises:
        InvalidValueError: a figure is out of its range, or it has not begun yet.
    """
    if not FIRST_YEAR <= draft.begun.year <= LAST_YEAR:
        raise _not_yet(draft)
    where = find_zone(draft.zone or zone)
    wall = draft.begun.replace(tzinfo=None)
    begun = resolve(wall, where, second=bool(wall.fold))
    if former_start is not None and _on_the_wall(former_start, where) == _on_the_wall(begun, where):
        begun = former_start
    if begun > now:
        raise _not_yet(draft)
    alike = {name: getattr(draft, name) for name in _ALIKE}
    alike |= {"zone": where.key, "note": draft.note.strip()}
    return PerformedActivity(id=identity, started_at=begun.astimezone(UTC), **alike)


def draft_of(activity: PerformedActivity) -> ActivityDraft:
    """Return what somebody would have entered for a record, to change it.

    Raises:
        InvalidValueError: its zone is not known here.
    """
    begun = _on_the_wall(activity.started_at, find_zone(activity.zone))
    alike = {name: getattr(activity, name) for name in _ALIKE}
    return ActivityDraft(begun=begun, **alike)
