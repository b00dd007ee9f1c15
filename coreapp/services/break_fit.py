"""What can be done where the desk stands, and in the clothes that are worn there."""

from collections.abc import Iterable
from typing import Final

from coreapp.domain.exercise import Exercise
from coreapp.domain.settings import BreakClothes, BreakPlace

DESK: Final = "desk"
NO_FLOOR: Final = "no_floor"

AT_OFFICE: Final = frozenset({"desk", "chair", "wall", "shoes"})
"""The equipment that every office has."""

FOR_BREAKS: Final = "sitting_break"

LOOSENING: Final = frozenset({"mobility", "stretch"})

AT_HOME: Final = AT_OFFICE | {"mat", "towel", "cushion"}
"""What is at hand in a few minutes at home."""


def fits(exercise: Exercise, place: BreakPlace, clothes: BreakClothes) -> bool:
    """Tell whether an exercise can be done there, with whatever it needs.

    At the office nobody lies down. In office clothes it is what the library lists for the desk: the
    rest shows more, or asks for more room in the seams, than they allow. At home nobody looks, and
    whoever planned a session has its mat.
    """
    if place is BreakPlace.HOME:
        return True
    if clothes is BreakClothes.OFFICE:
        return DESK in exercise.places
    return NO_FLOOR in exercise.places and AT_OFFICE.issuperset(exercise.equipment)


def movements(
    exercises: Iterable[Exercise], place: BreakPlace, clothes: BreakClothes
) -> list[Exercise]:
    """Return what can stand alone in a break, without preparing anything for it."""
    return [
        each
        for each in exercises
        if fits(each, place, clothes)
        and (
            FOR_BREAKS in each.purposes
            or (
                place is BreakPlace.HOME
                and not LOOSENING.isdisjoint(each.purposes)
                and AT_HOME.issuperset(each.equipment)
            )
        )
    ]
