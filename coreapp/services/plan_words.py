"""What the plan says about a routine that cannot be started."""

from collections.abc import Mapping
from itertools import chain, takewhile
from string import ascii_lowercase
from typing import Final

from coreapp.domain.activity import RUNS, ActivityType
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.programme import CoursePlace, routine_id, split_id
from coreapp.i18n import _, pgettext
from coreapp.services.activity_words import type_label
from coreapp.services.explanations import explain
from coreapp.services.library import Library

_PICTURES: Final[Mapping[ActivityType, str]] = {
    **dict.fromkeys((*RUNS, ActivityType.WALK), "lunch-walk"),
    ActivityType.DRILLS: "leg-swing-front",
    ActivityType.STRENGTH: "side-plank",
    ActivityType.CORE: "bird-dog",
    ActivityType.FLOW: "sun-salutation",
    ActivityType.YOGA: "sun-salutation",
    ActivityType.STRETCH: "quad-stretch",
    ActivityType.WARMUP: "leg-swing-front",
    ActivityType.COOLDOWN: "calf-stretch",
}
"""The exercises whose figures stand for what was entered by hand; a sport has none of ours."""

_STRENGTH: Final = "strength"
"""The group of a routine, and the purpose of an exercise."""


def why_not(library: Library, routine: str) -> str:
    """Return why a planned routine cannot be started, as a sentence; empty if it can be.

    The plan keeps what it was given: a routine of one's own may be deleted, its file may be
    damaged, and an entry may come from another computer.
    """
    error = library.trouble_with(routine)
    match error:
        case None:
            return ""
        case UnknownIdError(kind="routine"):
            return _("Cannot be started: this routine is not in the library.")
        case _:
            return _("Cannot be started: {reason}").format(reason=explain(error))


def picture_of(library: Library, routine: str) -> str:
    """Return the exercise whose picture stands for a planned routine; empty if there is none.

    All sessions of a programme begin with the same exercises; one of those is shown by the first
    exercise that the others of its week do not have. Many strength sessions begin with loosening
    the back; they are shown by what makes strong.
    """
    if library.trouble_with(routine) is not None:
        return ""
    known = library.routine(routine)
    others = _exercises_of_others(library, routine)
    own = [each for each in known.exercises if each not in others] or known.exercises
    if known.group != _STRENGTH:
        return own[0]
    strong = (each for each in own if _STRENGTH in library.exercise(each).purposes)
    return next(strong, own[0])


def _exercises_of_others(library: Library, routine: str) -> frozenset[str]:
    """Return the exercises of the other sessions of a week of a programme."""
    match split_id(routine):
        case (programme, CoursePlace(week, letter)):
            places = (CoursePlace(week, each) for each in ascii_lowercase if each != letter)
        case _:
            return frozenset()
    # The letters have no gaps: the first that is missing is behind the last one.
    identities = (routine_id(programme, each) for each in places)
    there = takewhile(lambda each: library.trouble_with(each) is None, identities)
    return frozenset(chain.from_iterable(library.routine(each).exercises for each in there))


def activity_name(kind: ActivityType) -> str:
    """Return what something that was entered by hand is called in a small cell."""
    return pgettext("activity", "Run") if kind in RUNS else type_label(kind)


def picture_of_activity(kind: ActivityType) -> str:
    """Return the exercise whose picture stands for something entered by hand; may be empty."""
    return _PICTURES.get(kind, "")
