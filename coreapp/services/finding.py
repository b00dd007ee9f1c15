"""Finding exercises by what people type: what they are called comes before what they are about."""

from collections.abc import Iterable
from typing import Final

from coreapp.domain.exercise import Exercise
from coreapp.domain.search import best_matches, forget, learn, nearest_matches
from coreapp.i18n import LANGUAGES, language, names_in_all_languages
from coreapp.services.vocabulary import (
    area_label,
    equipment_label,
    muscle_label,
    position_label,
    purpose_label,
)

_ENGLISH: Final = str.maketrans("_", " ")


class Finder:
    """Knows the texts of exercises, each made once."""

    def __init__(self) -> None:
        self._known_as: dict[str, tuple[str, ...]] = {}
        self._topics: dict[tuple[str, str], tuple[str, ...]] = {}

    def matches(self, word: str, exercises: Iterable[Exercise]) -> list[Exercise]:
        """Return the exercises that match, best first; equally good ones keep their order.

        Those that are called so, in any language, come before those that only train it or need it.
        """
        every = list(exercises)
        called = best_matches(word, every, self._names_of)
        found = {each.id for each in called}
        others = [each for each in every if each.id not in found]
        return called + best_matches(word, others, self._topics_of)

    def nearest(self, word: str, exercises: Iterable[Exercise], most: int) -> list[Exercise]:
        """Return those that are called nearly so, the most similar first."""
        return nearest_matches(word, exercises, self._names_of, most)

    def learn(self, exercises: Iterable[Exercise]) -> None:
        """Make the texts of exercises before they are searched for."""
        for each in exercises:
            learn(self._names_of(each))
            learn(self._topics_of(each))

    def forget_all(self) -> None:
        """Let go of all texts while nobody searches."""
        self._known_as.clear()
        self._topics.clear()
        forget()

    def forget(self, exercise: str) -> None:
        """Make the texts of an exercise anew: it is another one now, or gone."""
        self._known_as.pop(exercise, None)
        self._topics = {key: texts for key, texts in self._topics.items() if key[1] != exercise}

    def _names_of(self, exercise: Exercise) -> tuple[str, ...]:
        """Return what an exercise is called: names, aliases, id."""
        if exercise.id not in self._known_as:
            names = names_in_all_languages(exercise.text_context, exercise.name).values()
            aliases = (alias for each in LANGUAGES for alias in exercise.aliases.get(each, ()))
            self._known_as[exercise.id] = tuple(dict.fromkeys((*names, *aliases, exercise.id)))
        return self._known_as[exercise.id]

    def _topics_of(self, exercise: Exercise) -> tuple[str, ...]:
        """Return what an exercise is about, most important first: as it is shown, and in English.

        The words of the vocabulary are English; the labels are those of the language shown now.
        """
        key = (language(), exercise.id)
        if key not in self._topics:
            labelled = (
                *((each, muscle_label) for each in exercise.muscles),
                *((each, area_label) for each in exercise.areas),
                *((each, purpose_label) for each in exercise.purposes),
                *((each, equipment_label) for each in exercise.equipment),
                (exercise.position, position_label),
                *((each, muscle_label) for each in exercise.secondary_muscles),
            )
            texts = (
                text for word, label in labelled for text in (label(word), word.translate(_ENGLISH))
            )
            self._topics[key] = tuple(dict.fromkeys(texts))
        return self._topics[key]
