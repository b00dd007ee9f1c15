"""Routines as people look for them: by what they are for, the shortest first."""

from coreapp.domain.routine import Routine
from coreapp.domain.vocabulary import ROUTINE_GROUPS
from coreapp.services.library import Library


def grouped(library: Library) -> list[tuple[str, tuple[Routine, ...]]]:
    """Return the groups that hold anything, in their order; the shortest routine of each first."""
    ordered = in_order_of_length(library)
    groups = (
        (group, tuple(each for each in ordered if each.group == group)) for group in ROUTINE_GROUPS
    )
    return [(group, routines) for group, routines in groups if routines]


def in_order_of_length(library: Library) -> list[Routine]:
    """Return all routines by whole minutes; those that take as long stay in their order."""
    return sorted(library.routines, key=lambda each: _minutes(library, each))


def _minutes(library: Library, routine: Routine) -> int:
    """Return the length as it is shown."""
    return round(library.timeline(routine.id).seconds / 60)
