"""The library: exercises and routines with their names, found by what people type."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from coreapp.domain.errors import CoreappError, InvalidValueError, UnknownIdError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine
from coreapp.domain.timeline import (
    PLAIN,
    Timeline,
    TimelineOptions,
    compile_timeline,
    step_seconds,
)
from coreapp.i18n import _, names_in_all_languages, pgettext
from coreapp.services.finding import Finder

_LEARNT_TOGETHER: Final = 8
"""Of so many exercises the texts are made in one step of a few milliseconds."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document of one's own that cannot be used; it stays where it is.

    Attributes:
        kind: `exercise` or `routine`.
        id: what its file is called.
        name: what it calls itself; its id if it does not say.
        error: what is wrong: an `UnknownIdError` for a routine whose exercise is gone.
    """

    kind: str
    id: str
    name: str
    error: CoreappError


@dataclass(frozen=True, slots=True)
class NamedRoutine:
    """A routine that stands in no list and is found by its id, such as a programme's session.

    Attributes:
        name: returns what it is called, in the language shown.
        series: returns what those that follow one another are called together in the plan.
        whole: returns what it is a part of; nothing if it stands alone.
        content: returns what it trains; nothing if its name says it.
    """

    routine: Routine
    name: Callable[[], str]
    series: Callable[[], str]
    whole: Callable[[], str] = str
    content: Callable[[], str] = str


RoutineSource = Callable[[str], NamedRoutine | None]
"""Finds a routine by its id; None if it knows none."""


class Library:
    """All exercises and routines there are: those that ship, and a person's own after them."""

    def __init__(self, exercises: Mapping[str, Exercise], routines: Mapping[str, Routine]) -> None:
        """Begin with what ships; one's own is put in."""
        self._exercises = dict(exercises)
        self._routines = dict(routines)
        self._shipped = frozenset(exercises), frozenset(routines)
        self._left_out: dict[tuple[str, str], LeftOut] = {}
        self._composed: dict[str, tuple[Routine, Callable[[], str]]] = {}
        self._sources: list[RoutineSource] = []
        self._finder = Finder()
        self._fit: Callable[[Routine], Routine] = _as_it_is

    def copy(self) -> "Library":
        """Return a library of the same things, to try something out with."""
        exercises, routines = self._shipped
        trial = Library(
            {each: self._exercises[each] for each in exercises},
            {each: self._routines[each] for each in routines},
        )
        for exercise in self.exercises:
            if exercise.id not in exercises:
                trial.put_exercise(exercise)
        for routine in self.routines:
            if routine.id not in routines:
                trial.put_routine(routine)
        return trial

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
        if identity in self._routines:
            return self._routines[identity]
        if (found := self._found(identity)) is not None:
            return found.routine
        raise UnknownIdError("routine", identity)

    def add_composed(self, routine: Routine, name: Callable[[], str]) -> None:
        """Let a routine be found by its id while the program runs, in no list.

        Args:
            routine: composed for a moment; one with the same id is replaced.
            name: returns what it is called, in the language shown.
        """
        self._composed[routine.id] = (routine, name)

    def look_in(self, source: RoutineSource) -> None:
        """Let routines be found by their ids that are in no list; asked for what is unknown."""
        self._sources.append(source)

    def _found(self, identity: str) -> NamedRoutine | None:
        found = (source(identity) for source in self._sources)
        return next((each for each in found if each is not None), None)

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """What there is of one's own that cannot be used, for the pages to tell."""
        return tuple(self._left_out.values())

    def leave_out(self, thing: LeftOut) -> None:
        """Remember that something cannot be used, until it can."""
        self._left_out[thing.kind, thing.id] = thing

    def is_own_exercise(self, identity: str) -> bool:
        """Tell whether there is an exercise of one's own with that id."""
        return identity in self._exercises and identity not in self._shipped[0]

    def is_own_routine(self, identity: str) -> bool:
        """Tell whether there is a routine of one's own with that id."""
        return identity in self._routines and identity not in self._shipped[1]

    def put_exercise(self, exercise: Exercise) -> None:
        """Take in an exercise of one's own; one with the same id is replaced.

        Raises:
            InvalidValueError: a shipped exercise has that id.
        """
        if exercise.id in self._shipped[0]:
            raise _taken(exercise.id)
        self._exercises[exercise.id] = exercise
        self._left_out.pop(("exercise", exercise.id), None)
        self._finder.forget(exercise.id)

    def drop_exercise(self, identity: str) -> None:
        """Take an exercise of one's own out; whoever does looks first who uses it.

        Raises:
            UnknownIdError: there is no exercise of one's own with that id.
        """
        if not self.is_own_exercise(identity):
            raise UnknownIdError("exercise", identity)
        del self._exercises[identity]
        self._finder.forget(identity)

    def put_routine(self, routine: Routine) -> None:
        """Take in a routine of one's own; one with the same id is replaced.

        Raises:
            InvalidValueError: a shipped routine has that id, or a dose does not fit its exercise.
            UnknownIdError: one of its exercises is not in the library.
        """
        if routine.id in self._shipped[1]:
            raise _taken(routine.id)
        compile_timeline(routine, self._exercises)
        self._routines[routine.id] = routine
        self._left_out.pop(("routine", routine.id), None)

    def drop_routine(self, identity: str) -> None:
        """Take a routine of one's own out.

        Raises:
            UnknownIdError: there is no routine of one's own with that id.
        """
        if not self.is_own_routine(identity):
            raise UnknownIdError("routine", identity)
        del self._routines[identity]

    def figure_of(self, exercise: str) -> str:
        """Return the id of the exercise whose figure shows an exercise."""
        found = self._exercises.get(exercise)
        return (found and found.figure) or exercise

    def own_routines_with(self, exercise: str) -> list[Routine]:
        """Return the routines of one's own that an exercise belongs to."""
        own = (each for each in self.routines if self.is_own_routine(each.id))
        return [each for each in own if exercise in each.exercises]

    def fit_with(self, fit: Callable[[Routine], Routine]) -> None:
        """Let routines be done as the person chose; those for the desk and for a moment are not."""
        self._fit = fit

    def as_done(self, identity: str) -> Routine:
        """Return a routine with the doses that it is done with, to be shown or played.

        Raises:
            UnknownIdError: there is no routine with that id.
        """
        routine = self.routine(identity)
        if identity not in self._routines or routine.place == "desk":
            return routine
        return self._fit(routine)

    def timeline(self, identity: str, options: TimelineOptions = PLAIN) -> Timeline:
        """Return a routine compiled into its phases.

        Raises:
            UnknownIdError: there is no routine with that id.
        """
        return compile_timeline(self.as_done(identity), self._exercises, options)

    def trouble_with(self, routine: str) -> CoreappError | None:
        """Return what keeps a routine from being done, left out or unknown; None if nothing."""
        if (left_out := self._left_out.get(("routine", routine))) is not None:
            return left_out.error
        # What is in the library has been compiled once: that takes too long for each row of a page.
        try:
            self.routine(routine)
        except CoreappError as error:
            return error
        return None

    def step_seconds(self, identity: str) -> tuple[float, ...]:
        """Return how long each step of a routine takes in all its rounds, with its rests.

        The quiet at the end belongs to none of them.

        Raises:
            UnknownIdError: there is no routine with that id.
        """
        return step_seconds(self.routine(identity), self.timeline(identity))

    def exercise_name(self, identity: str) -> str:
        """Return an exercise's name in the language shown.

        A session that was cut off may name one of one's own that is deleted by now, or left out:
        never an id, which says nothing, and would be read aloud.
        """
        exercise = self._exercises.get(identity)
        if exercise is not None:
            return pgettext(exercise.text_context, exercise.name)
        left_out = self._left_out.get(("exercise", identity))
        return left_out.name if left_out else _("Deleted exercise")

    def routine_name(self, identity: str) -> str:
        """Return a routine's name in the language shown; the id if it is not in the library."""
        if identity in self._composed:
            return self._composed[identity][1]()
        routine = self._routines.get(identity)
        if routine is not None:
            return pgettext(routine.text_context, routine.name)
        found = self._found(identity)
        return found.name() if found else identity

    def entry_title(self, title: str, identity: str) -> str:
        """Return what an entry of the plan is called: the routine's name in the language shown.

        A title that somebody gave it, which is no name of the routine, is kept; sessions that
        follow one another are called by the one that is meant, or all together.
        """
        routine = self._routines.get(identity)
        if routine is None:
            found = self._found(identity)
            return title if found is None or title == found.name() else found.series()
        shown = self.routine_name(identity)
        if title in (shown, routine.name):
            # As most are: the catalogues of the other languages need not be read for it.
            return shown
        names = names_in_all_languages(routine.text_context, routine.name)
        return shown if title in names.values() else title

    def whole_title(self, identity: str) -> str:
        """Return what a routine is a part of, such as a programme; empty if it stands alone."""
        found = self._found_only(identity)
        return found.whole() if found is not None else ""

    def content_title(self, identity: str) -> str:
        """Return what a routine trains; empty if its name says it."""
        found = self._found_only(identity)
        return found.content() if found is not None else ""

    def _found_only(self, identity: str) -> NamedRoutine | None:
        return None if identity in self._routines else self._found(identity)

    def names(self, exercise: Exercise) -> Mapping[str, str]:
        """Return an exercise's name in every language."""
        return names_in_all_languages(exercise.text_context, exercise.name)

    def search(self, word: str, first: Collection[str] = ()) -> list[Exercise]:
        """Return the exercises that match `word`, best first; all of them for an empty one.

        Args:
            word: what was typed.
            first: ids of those that come first where several match equally well.
        """
        in_order = sorted(self.exercises, key=lambda each: each.id not in first)
        return self._finder.matches(word, in_order)

    def search_steps(self) -> list[Callable[[], None]]:
        """Return steps after which a first search takes no longer than others; none has to be."""
        every = list(self.exercises)
        return [
            partial(self._finder.learn, every[start : start + _LEARNT_TOGETHER])
            for start in range(0, len(every), _LEARNT_TOGETHER)
        ]

    def forget_searches(self) -> None:
        """Let go of what searches have kept, while nobody searches."""
        self._finder.forget_all()

    def nearest(self, word: str, most: int) -> list[Exercise]:
        """Return what is called nearly like `word`, the most similar first, where nothing matches.

        Args:
            word: what was typed.
            most: so many at most.
        """
        return self._finder.nearest(word, self.exercises, most)


def _as_it_is(routine: Routine) -> Routine:
    return routine


def _taken(identity: str) -> InvalidValueError:
    return InvalidValueError("id", identity, marked("A shipped one has this id; use another."))
