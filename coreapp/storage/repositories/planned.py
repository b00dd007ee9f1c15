"""What a row of the log says that it was planned as."""

from typing import Any

from sqlalchemy import Row

from coreapp.domain.training_log import PlannedOccurrence


def planned_of(row: Row[Any]) -> PlannedOccurrence | None:
    """Return the occurrence that a row was done for; None if nothing was planned."""
    if row.planned_entry is None or row.planned_start is None:
        return None
    return PlannedOccurrence(row.planned_entry, row.planned_start)
