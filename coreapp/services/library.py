"""The library: exercises and routines with their names, found by what people type."""

from collections.abc import Callable, Iterable, Mapping

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine
from coreapp.domain.search import best_matches
from coreapp.domain.timeline import PLAIN, Timeline, TimelineOptions, compile_timeline
from coreapp.i18n import LANGUAGES, language, names_in_all_languages, pgettext
from coreapp.services.vocabulary import (
    area_label,
    equipment_label,
    muscle_label,
    position_label,
    purpose_label,
)


class Library:
    """All exercises and routines there are."""

    def __init__(self, exercises: Mapping[str, Exercise], routines: Mapping[str, Routine]) -> None:
        self._exercises = exercises
        self._routines = routines
        self._composed: dict[str, tuple[Routine, Callable[[], str]]] = {}
        self._known_as: dict[str, tuple[str, ...]] = {}
        self._topics: dict[tuple[str, str], tuple[str, ...]] = {}

    @property
    def exercises(self) -> Iterable[Exercise]:
        """All exercises, by id."""
        return self._exercises.values()

    @property
    def routines(self) -> Iterable[Routine]:
        """All routines, by id; those composed for a moment are not among them."""
        return self._routines.values()

    def exercise(self, identity: str) -> Exercise:
        """Return one exercise.

        Raises:
            UnknownIdError: there is none with that id.
        """
        try:
            return self._exercises[identity]
        except KeyError:
            raise UnknownIdError("exercise", identity) from None

    def routine(self, identity: str) -> Routine:
        """Return one routine.

        Raises:
            UnknownIdError: there is none with that id.
        """
        if identity in self._composed:
            return self._composed[identity][0]
        try:
            return self._routines[identity]
        except KeyError:
            raise UnknownIdError("routine", identity) from None

    def add_composed(self, routine: Routine, name: Callable[[], str]) -> None:
        """Let a routine be found by its id while the program runs, in no list.

        Args:
            routine: composed for a moment; one with the same id is replaced.
            name: returns what it is called, in the language shown.
        """
        self._composed[routine.id] = (routine, name)

    def timeline(self, identity: str, options: TimelineOptions = PLAIN) -> Timeline:
        """Return a routine compiled into its phases.

        Raises:
            UnknownIdError: there is no routine with that id.
        """
        return compile_timeline(self.routine(identity), self._exercises, options)

    def step_seconds(self, identity: str) -> tuple[float, ...]:
        """Return how long each step of a routine takes in all its rounds, with its rests.

        The quiet at the end belongs to none of them.

        Raises:
            UnknownIdError: there is no routine with that id.
        """
        routine, phases = self.routine(identity), self.timeline(identity).phases
        seconds = [0.0] * sum(len(block.steps) for block in routine.blocks)
        for phase in phases[:-1] if routine.closing_rest_seconds else phases:
            seconds[phase.step] += phase.seconds
        return tuple(seconds)

    def exercise_name(self, identity: str) -> str:
        """Return an exercise's name in the language shown; the id if it is not in the library."""
        exercise = self._exercises.get(identity)
        return pgettext(exercise.text_context, exercise.name) if exercise else identity

    def routine_name(self, identity: str) -> str:
        """Return a routine's name in the language shown; the id if it is not in the library."""
        if identity in self._composed:
            return self._composed[identity][1]()
        routine = self._routines.get(identity)
        return pgettext(routine.text_context, routine.name) if routine else identity

    def entry_title(self, title: str, identity: str) -> str:
        """Return what an entry of the plan is called: the routine's name in the language shown.

        A title that somebody gave it, which is no name of the routine, is kept.
        """
        routine = self._routines.get(identity)
        if routine is None:
            return title
        names = names_in_all_languages(routine.text_context, routine.name)
        return self.routine_name(identity) if title in names.values() else title

    def names(self, exercise: Exercise) -> Mapping[str, str]:
        """Return an exercise's name in every language."""
        return names_in_all_languages(exercise.text_context, exercise.name)

    def search(self, word: str) -> list[Exercise]:
        """Return the exercises that match `word`, best first.

        Those that are called so, in any language, come before those that only train it or need it.
        """
        called = best_matches(word, self.exercises, self._names_of)
        others = [each for each in self.exercises if each not in called]
        return called + best_matches(word, others, self._topics_of)

    def _names_of(self, exercise: Exercise) -> tuple[str, ...]:
        """Return what an exercise is called: names, aliases, id."""
        if exercise.id not in self._known_as:
            aliases = (alias for each in LANGUAGES for alias in exercise.aliases.get(each, ()))
            names = (*self.names(exercise).values(), *aliases, exercise.id)
            self._known_as[exercise.id] = tuple(dict.fromkeys(names))
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
                text for word, label in labelled for text in (label(word), word.replace("_", " "))
            )
            self._topics[key] = tuple(dict.fromkeys(texts))
        return self._topics[key]
