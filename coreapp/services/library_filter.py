"""What the library can be narrowed down by, and which exercises are left then."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from coreapp.domain import vocabulary
from coreapp.domain.exercise import Exercise
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


def choices(facet: Facet, exercises: Iterable[Exercise]) -> list[Choice]:
    """Return the values that exercises have, in the order of the vocabulary."""
    found = [words_of(exercise, facet) for exercise in exercises]
    counted = ((word, sum(word in words for words in found)) for word in _words(facet))
    label = _labels(facet)
    return [Choice(word, label(word), count) for word, count in counted if count]


def fits(exercise: Exercise, chosen: Mapping[Facet, str]) -> bool:
    """Tell whether an exercise has every value that is chosen."""
    return all(word in words_of(exercise, facet) for facet, word in chosen.items())


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


def _equipment_label(word: str) -> str:
    return pgettext("equipment", "No equipment") if word == NOTHING else equipment_label(word)
