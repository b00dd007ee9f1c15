"""The entries of the plan that belong to a programme."""

from collections.abc import Collection, Sequence
from datetime import datetime

from coreapp.domain.programme import Place, Programme, split_id
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.shifting import is_over

Placed = Sequence[tuple[ScheduleEntry, Place]]
"""Entries of one programme, each with what it begins with."""


def placed_entries(entries: Sequence[ScheduleEntry], programme: Programme) -> Placed:
    """Return the entries of a programme, those that are over, too."""
    found = []
    for entry in entries:
        parts = split_id(entry.routine)
        if parts is not None and parts[0] == programme.id:
            found.append((entry, parts[1]))
    return found


def living(placed: Placed, tomorrow: datetime, open_today: Collection[str]) -> Placed:
    """Return those of which something is still to be done.

    Args:
        placed: entries of a programme.
        tomorrow: when today ends.
        open_today: the ids of entries of which something is to be done today.
    """
    return [
        (entry, place)
        for entry, place in placed
        if entry.id in open_today or not is_over(entry, tomorrow)
    ]
