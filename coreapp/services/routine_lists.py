"""Routines as people look for them: by what they are for, and by the time there is."""

from typing import Final

from coreapp.domain.routine import Routine
from coreapp.domain.vocabulary import ROUTINE_GROUPS
from coreapp.services.library import Library

LENGTHS: Final = (2, 5, 10, 20)
"""The minutes somebody may have, as they are asked for."""


def grouped(library: Library) -> list[tuple[str, tuple[Routine, ...]]]:
    """Return the groups that hold anything, in their order; the shortest routine of each first."""
    ordered = in_order_of_length(library)
    groups = (
        (group, tuple(each for each in ordered if each.group == group)) for group in ROUTINE_GROUPS
    )
    return [(group, routines) for group, routines in groups if routines]


def fitting(library: Library, minutes: int) -> tuple[Routine, ...]:
    """Return the routines that fill `minutes`, the shortest first.

    Those that fit into the next shorter one of `LENGTHS` are left out: they are found there.
    """
    too_short = max((each for each in LENGTHS if each < minutes), default=0)
    return tuple(
        each
        for each in in_order_of_length(library)
        if too_short < _minutes(library, each) <= minutes
    )


def in_order_of_length(library: Library) -> list[Routine]:
    """Return all routines by whole minutes; those that take as long stay in their order."""
    return sorted(library.routines, key=lambda each: _minutes(library, each))


def _minutes(library: Library, routine: Routine) -> int:
    """Return the length as it is shown."""
    return round(library.timeline(routine.id).seconds / 60)
