"""Routines as people look for them: their own first, then by what they are for, shortest first."""

from coreapp.domain.routine import Routine
from coreapp.domain.vocabulary import ROUTINE_GROUPS
from coreapp.i18n import pgettext
from coreapp.services.library import Library
from coreapp.services.vocabulary import routine_group_label

OWN = "own"
"""The group of one's own routines; no word of the vocabulary is called like that."""


def grouped(library: Library) -> list[tuple[str, tuple[Routine, ...]]]:
    """Return the groups that hold anything, in their order; the shortest routine of each first."""
    ordered = in_order_of_length(library)
    groups = (
        (group, tuple(each for each in ordered if group_of(each, library) == group))
        for group in (OWN, *ROUTINE_GROUPS)
    )
    return [(group, routines) for group, routines in groups if routines]


def group_of(routine: Routine, library: Library) -> str:
    """Return the group that a routine stands in."""
    return OWN if library.is_own_routine(routine.id) else routine.group


def group_label(group: str) -> str:
    """Return the heading of a group."""
    if group == OWN:
        return pgettext("routine group", "Your own")
    return routine_group_label(group)


def in_order_of_length(library: Library) -> list[Routine]:
    """Return all routines by whole minutes; those that take as long stay in their order."""
    return sorted(library.routines, key=lambda each: _minutes(library, each))


def _minutes(library: Library, routine: Routine) -> int:
    """Return the length as it is shown."""
    return round(library.timeline(routine.id).seconds / 60)
