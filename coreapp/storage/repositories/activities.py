"""Runs, walks and sports that were entered by hand, as rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from coreapp.domain.activity import RUNS, ActivityType, Hills, Surface
from coreapp.domain.adherence import Tick
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.services.log_ports import Store, Told
from coreapp.storage.repositories.batching import batches
from coreapp.storage.repositories.sessions import to_ticks
from coreapp.storage.repositories.staging import Staging
from coreapp.storage.tables import ActivityRow

_RUNS: Final = sorted(each.value for each in RUNS)


class SqlActivities:
    """Runs, walks and sports that were entered by hand."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, activity: PerformedActivity) -> None:
        """Store an activity; one with the same id is replaced."""
        self.add_all([activity])

    def add_all(self, activities: Sequence[PerformedActivity]) -> None:
        """Store activities; those with the same ids are replaced."""
        for some in batches(activities):
            same = ActivityRow.id.in_([each.id for each in some])
            self._session.execute(delete(ActivityRow).where(same))
            self._session.execute(insert(ActivityRow), [_columns(each) for each in some])

    def prepare(self, activities: Sequence[PerformedActivity], told: Told) -> Store:
        """Make many activities ready; what is returned stores them as `add_all` does."""
        rows = Staging(self._session, ActivityRow)
        for some in batches(activities):
            rows.add([_columns(each) for each in some])
            told(len(some))
        return partial(rows.replace, ActivityRow.id)

    def some(self, identities: Sequence[str]) -> Sequence[PerformedActivity]:
        """Return the activities with these ids, in no order; there need not be one for each."""
        queries = (select(ActivityRow).where(ActivityRow.id.in_(it)) for it in batches(identities))
        return [to_activity(row) for query in queries for row in self._session.scalars(query)]

    def get(self, identity: str) -> PerformedActivity | None:
        """Return one activity, or None."""
        row = self._session.get(ActivityRow, identity)
        return None if row is None else to_activity(row)

    def between(self, start: datetime | None, end: datetime | None) -> Sequence[PerformedActivity]:
        """Return activities with start <= started_at < end, newest first."""
        query = select(ActivityRow).order_by(ActivityRow.started_at.desc(), ActivityRow.id.desc())
        if start is not None:
            query = query.where(ActivityRow.started_at >= start)
        if end is not None:
            query = query.where(ActivityRow.started_at < end)
        return [to_activity(row) for row in self._session.scalars(query)]

    def ticks(self, start: datetime, end: datetime) -> Sequence[Tick]:
        """Return what ticks off occurrences of start <= original_start < end, oldest first."""
        row = ActivityRow
        query = (
            select(row.id, row.planned_entry, row.planned_start, row.started_at, row.zone)
            .where(row.planned_start >= start, row.planned_start < end)
            .order_by(row.started_at, row.id)
        )
        return to_ticks(self._session.execute(query))

    def metres_by_shoe(self) -> Mapping[str, int]:
        """Return how many metres were run in each pair, over all time; walks do not count."""
        metres = func.sum(ActivityRow.metres)
        worn = select(ActivityRow.shoe, metres).where(
            ActivityRow.shoe.is_not(None), ActivityRow.type.in_(_RUNS)
        )
        found = self._session.execute(worn.group_by(ActivityRow.shoe))
        return {shoe: int(total or 0) for shoe, total in found if shoe is not None}

    def delete(self, identity: str) -> bool:
        """Delete an activity; tell whether there was one."""
        row = self._session.get(ActivityRow, identity)
        if row is not None:
            self._session.delete(row)
            self._session.flush()
        return row is not None

    def remove(self, identities: Sequence[str]) -> None:
        """Delete the activities with these ids; there need not be one for each."""
        for some in batches(identities):
            self._session.execute(delete(ActivityRow).where(ActivityRow.id.in_(some)))


def _columns(activity: PerformedActivity) -> dict[str, object]:
    planned = activity.planned
    return {
        "id": activity.id,
        "type": activity.type.value,
        "started_at": activity.started_at,
        "zone": activity.zone,
        "minutes": activity.minutes,
        "metres": activity.metres,
        "effort": activity.effort,
        "surface": None if activity.surface is None else activity.surface.value,
        "hills": None if activity.hills is None else activity.hills.value,
        "shoe": activity.shoe or None,
        "warmed_up": activity.warmed_up,
        "cooled_down": activity.cooled_down,
        "pain_before": activity.pain_before,
        "pain_during": activity.pain_during,
        "pain_after": activity.pain_after,
        "pain_next_morning": activity.pain_next_morning,
        "note": activity.note,
        "planned_entry": planned.entry if planned else None,
        "planned_start": planned.original_start if planned else None,
    }


def to_activity(row: ActivityRow) -> PerformedActivity:
    """Return what is stored in a row.

    Raises:
        InvalidValueError: a figure in it is out of its range.
        ValueError: it has a word that nobody knows.
    """
    planned = None
    if row.planned_entry is not None and row.planned_start is not None:
        planned = PlannedOccurrence(row.planned_entry, row.planned_start)
    return PerformedActivity(
        id=row.id,
        type=ActivityType(row.type),
        started_at=row.started_at,
        zone=row.zone,
        minutes=row.minutes,
        metres=row.metres,
        effort=row.effort,
        surface=None if row.surface is None else Surface(row.surface),
        hills=None if row.hills is None else Hills(row.hills),
        shoe=row.shoe or "",
        warmed_up=row.warmed_up,
        cooled_down=row.cooled_down,
        pain_before=row.pain_before,
        pain_during=row.pain_during,
        pain_after=row.pain_after,
        pain_next_morning=row.pain_next_morning,
        note=row.note,
        planned=planned,
    )
