"""What of the library a person has made or marked, and what is left out because it is hidden."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from coreapp.domain.exercise import Exercise
from coreapp.domain.marks import PLAIN, Liking, Mark
from coreapp.i18n import pgettext
from coreapp.services.library_filter import Choice


class Mine(StrEnum):
    """Which exercises a person looks for among those that concern them."""

    LIKED = "liked"
    OWN = "own"
    LAST = "last"
    HIDDEN = "hidden"


class Shelf:
    """The exercises as one person sees them."""

    def __init__(self, marks: Mapping[str, Mark], is_own: Callable[[str], bool]) -> None:
        """Look with marks.

        Args:
            marks: by the ids of exercises.
            is_own: tells whether an exercise is one's own.
        """
        self._marks = marks
        self._is_own = is_own

    def shown(self, exercises: Iterable[Exercise], mine: str = "") -> list[Exercise]:
        """Return the exercises that are shown; hidden ones only where they are asked for.

        Args:
            exercises: what there is, in order.
            mine: a word of `Mine`, or an empty text for all.
        """
        return [each for each in exercises if self._is_shown(each.id, mine)]

    def choices(self, exercises: Iterable[Exercise]) -> list[Choice]:
        """Return what can be asked for: what there is at least one of."""
        every = list(exercises)
        counted = (
            (mine, sum(self._is_shown(exercise.id, mine) for exercise in every)) for mine in Mine
        )
        return [Choice(mine.value, mine_label(mine), count) for mine, count in counted if count]

    def liked(self) -> frozenset[str]:
        """Return the ids of what is liked."""
        return frozenset(each for each, mark in self._marks.items() if mark.liking is Liking.LIKED)

    def _is_shown(self, exercise: str, mine: str) -> bool:
        mark = self._marks.get(exercise, PLAIN)
        match mine:
            case Mine.HIDDEN:
                return mark.hidden
            case Mine.LIKED:
                return not mark.hidden and mark.liking is Liking.LIKED
            case Mine.LAST:
                return not mark.hidden and mark.liking is Liking.DISLIKED
            case Mine.OWN:
                return not mark.hidden and self._is_own(exercise)
            case _:
                return not mark.hidden


def mine_label(mine: Mine) -> str:
    """Return what is asked for."""
    match mine:
        case Mine.LIKED:
            return pgettext("own filter", "Liked")
        case Mine.OWN:
            return pgettext("own filter", "My own")
        case Mine.LAST:
            return pgettext("own filter", "Chosen last")
        case Mine.HIDDEN:
            return pgettext("own filter", "Hidden")
