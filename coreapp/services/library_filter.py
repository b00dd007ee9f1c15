"""What the library can be narrowed down by, and which exercises are left then."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from coreapp.domain import vocabulary
from coreapp.domain.exercise import Exercise
from coreapp.domain.wish import is_walk
from coreapp.i18n import pgettext
from coreapp.services.vocabulary import (
    area_label,
    equipment_label,
    place_label,
    position_label,
    purpose_label,
)

NOTHING = "nothing"
"""The choice of those who have no equipment; no word of the vocabulary is called like that."""


class Facet(StrEnum):
    """One thing that exercises differ in, in the order the filters stand."""

    PURPOSE = "purpose"
    AREA = "area"
    POSITION = "position"
    EQUIPMENT = "equipment"
    PLACE = "place"
    LEVEL = "level"


LEVELS = ("gentle", "usual", "demanding")
"""How demanding an exercise is beside those it is related to, the gentlest first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet.

    Attributes:
        word: a word of the vocabulary, or `NOTHING`.
        label: the word in the language shown.
        count: how many exercises have it.
    """

    word: str
    label: str
    count: int


def facet_label(facet: Facet) -> str:
    """Return what a facet is called."""
    match facet:
        case Facet.PURPOSE:
            return pgettext("filter", "Purpose")
        case Facet.AREA:
            return pgettext("filter", "Body area")
        case Facet.POSITION:
            return pgettext("filter", "Position")
        case Facet.EQUIPMENT:
            return pgettext("filter", "Equipment")
        case Facet.PLACE:
            return pgettext("filter", "Place")
        case Facet.LEVEL:
            return pgettext("filter", "Level")


def choices(facet: Facet, exercises: Iterable[Exercise]) -> list[Choice]:
    """Return the values that exercises have, in the order of the vocabulary."""
    found = [words_of(exercise, facet) for exercise in exercises]
    counted = ((word, sum(word in words for words in found)) for word in _words(facet))
    label = _labels(facet)
    return [Choice(word, label(word), count) for word, count in counted if count]


def fits(exercise: Exercise, chosen: Mapping[Facet, str]) -> bool:
    """Tell whether an exercise has every value that is chosen."""
    return all(word in words_of(exercise, facet) for facet, word in chosen.items())


@dataclass(frozen=True, slots=True)
class Loosening:
    """One filter that could be taken away, and what would be found then."""

    facet: Facet
    label: str
    count: int


def loosenings(exercises: Iterable[Exercise], chosen: Mapping[Facet, str]) -> list[Loosening]:
    """Return each filter whose absence alone would let something be found, the best first."""
    every = list(exercises)
    found = []
    for facet, word in chosen.items():
        others = {each: value for each, value in chosen.items() if each is not facet}
        count = sum(fits(each, others) for each in every)
        if count:
            found.append(Loosening(facet, _labels(facet)(word), count))
    return sorted(found, key=lambda each: -each.count)


def words_of(exercise: Exercise, facet: Facet) -> tuple[str, ...]:
    """Return the values an exercise has."""
    match facet:
        case Facet.PURPOSE:
            return exercise.purposes
        case Facet.AREA:
            return exercise.areas
        case Facet.POSITION:
            return (exercise.position,)
        case Facet.EQUIPMENT:
            return exercise.equipment or (NOTHING,)
        case Facet.PLACE:
            return exercise.places
        case Facet.LEVEL:
            return (_level(exercise),)


def _level(exercise: Exercise) -> str:
    """Return how demanding an exercise is: what has an easier one is built on that.

    Walking, however far, is never more than gentle.
    """
    if is_walk(exercise) or (exercise.harder and not exercise.easier):
        return LEVELS[0]
    return LEVELS[2] if exercise.easier and not exercise.harder else LEVELS[1]


def _words(facet: Facet) -> tuple[str, ...]:
    match facet:
        case Facet.PURPOSE:
            return vocabulary.PURPOSES
        case Facet.AREA:
            return vocabulary.AREAS
        case Facet.POSITION:
            return vocabulary.POSITIONS
        case Facet.EQUIPMENT:
            return (NOTHING, *vocabulary.EQUIPMENT)
        case Facet.PLACE:
            return vocabulary.PLACES
        case Facet.LEVEL:
            return LEVELS


def _labels(facet: Facet) -> Callable[[str], str]:
    match facet:
        case Facet.PURPOSE:
            return purpose_label
        case Facet.AREA:
            return area_label
        case Facet.POSITION:
            return position_label
        case Facet.EQUIPMENT:
            return _equipment_label
        case Facet.PLACE:
            return place_label
        case Facet.LEVEL:
            return _level_label


def _equipment_label(word: str) -> str:
    return pgettext("equipment", "No equipment") if word == NOTHING else equipment_label(word)


def _level_label(word: str) -> str:
    labels = {
        "gentle": pgettext("level filter", "To begin with"),
        "usual": pgettext("level filter", "In between"),
        "demanding": pgettext("level filter", "Demanding"),
    }
    return labels[word]
