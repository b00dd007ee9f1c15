"""A person's own exercises, routines, pictures and choices, for export and import."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from coreapp.domain.exercise import Exercise
from coreapp.domain.marks import Mark
from coreapp.domain.routine import Routine
from coreapp.domain.taken_doses import TakenDoses
from coreapp.services.dose_taking import DoseTaking
from coreapp.services.library import Library
from coreapp.services.marks import Marks
from coreapp.services.own_documents import document_of
from coreapp.services.ports import Documents, Pictures
from coreapp.services.programme_shelf import Choices, ProgrammeShelf

_Thing = TypeVar("_Thing", Exercise, Routine)
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class OwnBundle:
    """What a person made, marked and chose; no part of the log.

    Attributes:
        marks: by the ids of exercises.
        pictures: by their names, those that the exercises show.
        doses: taken over for the next time.
        programmes: what was chosen for them, by their ids.
    """

    exercises: tuple[Exercise, ...] = ()
    routines: tuple[Routine, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    doses: TakenDoses = field(default_factory=dict)
    programmes: Mapping[str, Choices] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnChanges:
    """What a bundle changes of what is one's own: what is new, and what differs from what is there.

    Attributes:
        before: what is there.
    """

    before: OwnBundle
    exercises: Sequence[Exercise]
    routines: Sequence[Routine]
    marks: Mapping[str, Mark]
    doses: TakenDoses
    programmes: Mapping[str, Choices]

    @property
    def added(self) -> Mapping[str, int]:
        """How many records are new, by the fields of `OwnBundle`."""
        before = self.before
        return {
            "exercises": len(_new(self.exercises, before.exercises)),
            "routines": len(_new(self.routines, before.routines)),
            "marks": len(self.marks.keys() - before.marks.keys()),
            "doses": len(self.doses.keys() - before.doses.keys()),
            "programmes": len(self.programmes.keys() - before.programmes.keys()),
        }

    @property
    def different(self) -> Mapping[str, int]:
        """How many records are new, or take the place of others."""
        return {key: len(getattr(self, key)) for key in self.added}


@dataclass(frozen=True, slots=True)
class OwnMerged:
    """What bringing in changed, and the way back.

    Attributes:
        undo: puts everything back as it was, but what was edited since; returns how many of each
            kind that are, by the fields of `OwnBundle`.
    """

    changes: OwnChanges
    undo: Callable[[], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Where the choices are kept that a person made about what there is."""

    marks: Marks
    doses: DoseTaking
    programmes: ProgrammeShelf


class OwnThings:
    """Reads and writes everything that is a person's own."""

    def __init__(
        self,
        library: Library,
        exercises: Documents,
        routines: Documents,
        pictures: Pictures,
        chosen: Chosen,
    ) -> None:
        self._library = library
        self._exercises = exercises
        self._routines = routines
        self._pictures = pictures
        self._chosen = chosen

    def collect(self) -> OwnBundle:
        """Return everything there is."""
        exercises = tuple(
            each for each in self._library.exercises if self._library.is_own_exercise(each.id)
        )
        names = dict.fromkeys(name for each in exercises for name in each.pictures)
        loaded = ((name, self._pictures.load(name)) for name in names)
        return OwnBundle(
            exercises,
            tuple(each for each in self._library.routines if self._library.is_own_routine(each.id)),
            self._chosen.marks.all,
            {name: content for name, content in loaded if content is not None},
            self._chosen.doses.doses,
            self._chosen.programmes.all_choices,
        )

    def check(self, bundle: OwnBundle) -> None:
        """Check that a bundle could be brought in; nothing is changed.

        Raises:
            InvalidValueError: a shipped thing has the id, or a routine could not be done.
            UnknownIdError: a routine names an exercise that there is none of.
        """
        trial = self._library.copy()
        for exercise in bundle.exercises:
            trial.put_exercise(exercise)
        for routine in bundle.routines:
            trial.put_routine(routine)
        for routine in trial.routines:
            if trial.is_own_routine(routine.id):
                trial.put_routine(routine)

    def changes(self, bundle: OwnBundle) -> OwnChanges:
        """Return what bringing in a bundle would change; nothing is changed.

        Raises:
            InvalidValueError: a shipped thing has the id, or a routine could not be done.
            UnknownIdError: a routine names an exercise that there is none of.
        """
        self.check(bundle)
        before = self.collect()
        of = self._chosen.marks.of
        return OwnChanges(
            before,
            _differing(bundle.exercises, before.exercises),
            _differing(bundle.routines, before.routines),
            {each: mark for each, mark in bundle.marks.items() if of(each) != mark},
            _other(bundle.doses, before.doses),
            _other(bundle.programmes, before.programmes),
        )

    def merge(self, bundle: OwnBundle) -> OwnMerged:
        """Bring a bundle in by id, all or nothing: the same one twice changes nothing.

        Raises:
            CoreappError: it cannot be used, or not be written; nothing is changed.
        """
        changes = self.changes(bundle)
        before = changes.before
        pictures = _other(bundle.pictures, before.pictures)
        if not pictures and not any(changes.different.values()):
            # What is not changed must not be put back later: it may be another by then.
            return OwnMerged(changes, _nothing)
        undo = partial(self.take_back, changes, pictures)
        try:
            self._put_pictures(bundle.pictures, before.pictures)
            for exercise in changes.exercises:
                self._put_exercise(exercise)
            for routine in changes.routines:
                self._put_routine(routine)
            self._put_choices(
                replace(
                    before,
                    marks={**before.marks, **changes.marks},
                    doses={**before.doses, **changes.doses},
                    programmes={**before.programmes, **changes.programmes},
                )
            )
        except BaseException:
            undo()
            raise
        return OwnMerged(changes, undo)

    def take_back(self, came: OwnChanges, pictures: Mapping[str, bytes]) -> Mapping[str, int]:
        """Let what an import has changed be as it was; what was edited since stays.

        Args:
            came: what it has changed.
            pictures: those that it has brought, by their names.

        Returns:
            How many of what it changed stay, by the fields of `OwnBundle`.

        Raises:
            CoreappError: it cannot be written.
        """
        now, before = self.collect(), came.before
        routines = [each for each in came.routines if each in now.routines]
        kept = {each.id for each in routines}
        exercises = [
            each
            for each in came.exercises
            if each in now.exercises and not self._is_needed(each, before, kept)
        ]
        mark_of = self._chosen.marks.of
        marks = {key: mark for key, mark in came.marks.items() if mark_of(key) == mark}
        doses = _kept(came.doses, now.doses)
        programmes = _kept(came.programmes, now.programmes)
        same_pictures = _kept(pictures, now.pictures)
        self._put_back(
            now,
            OwnBundle(
                _reverted(now.exercises, exercises, before.exercises),
                _reverted(now.routines, routines, before.routines),
                _without(now.marks, marks, before.marks),
                {each: it for each, it in before.pictures.items() if each in same_pictures},
                _without(now.doses, doses, before.doses),
                _without(now.programmes, programmes, before.programmes),
            ),
        )
        return {
            "exercises": _left(came.exercises, exercises, now.exercises, before.exercises),
            "routines": _left(came.routines, routines, now.routines, before.routines),
            "marks": _left(came.marks, marks, now.marks, before.marks),
            "doses": _left(came.doses, doses, now.doses, before.doses),
            "programmes": _left(came.programmes, programmes, now.programmes, before.programmes),
        }

    def _is_needed(self, exercise: Exercise, before: OwnBundle, going: Set[str]) -> bool:
        """Tell whether an exercise that is to go is needed by a routine that stays."""
        if exercise.id in {each.id for each in before.exercises}:
            return False
        users = self._library.own_routines_with(exercise.id)
        return any(each.id not in going for each in users)

    def _put_back(self, now: OwnBundle, before: OwnBundle) -> None:
        # What is new goes before what it may need comes back, and after what needs it.
        for routine in _new(now.routines, before.routines):
            self._library.drop_routine(routine.id)
            self._routines.delete(routine.id)
        for changed in _differing(before.exercises, now.exercises):
            self._put_exercise(changed)
        for changed_routine in _differing(before.routines, now.routines):
            self._put_routine(changed_routine)
        for exercise in _new(now.exercises, before.exercises):
            self._library.drop_exercise(exercise.id)
            self._exercises.delete(exercise.id)
        self._put_pictures(before.pictures, now.pictures)
        self._put_choices(before)

    def _put_pictures(self, wanted: Mapping[str, bytes], there: Mapping[str, bytes]) -> None:
        for name, content in wanted.items():
            if there.get(name) != content:
                self._pictures.save(name, content)

    def _put_choices(self, wanted: OwnBundle) -> None:
        marks, doses, programmes = self._chosen.marks, self._chosen.doses, self._chosen.programmes
        if wanted.marks != marks.all:
            marks.replace(wanted.marks)
        if wanted.doses != doses.doses:
            doses.restore(wanted.doses)
        if wanted.programmes != programmes.all_choices:
            programmes.keep_all(wanted.programmes)

    def _put_exercise(self, exercise: Exercise) -> None:
        self._exercises.save(exercise.id, document_of(exercise))
        self._library.put_exercise(exercise)

    def _put_routine(self, routine: Routine) -> None:
        self._routines.save(routine.id, document_of(routine))
        self._library.put_routine(routine)


def _nothing() -> Mapping[str, int]:
    """Take nothing back."""
    return {}


def _kept(came: Mapping[_Key, _Value], now: Mapping[_Key, _Value]) -> dict[_Key, _Value]:
    """Return of what came what is still so."""
    return {key: each for key, each in came.items() if now.get(key) == each}


def _left(*things: Iterable[_Thing] | Iterable[object]) -> int:
    """Return how many of what came stay, of four: came, taken back, there now, there before.

    What was new and was deleted since is as it was before.
    """
    came, back, now, before = ({getattr(each, "id", each) for each in them} for them in things)
    return len((came - back) & (now | before))


def _other(records: Mapping[_Key, _Value], kept: Mapping[_Key, _Value]) -> dict[_Key, _Value]:
    """Return the records that are not kept, or kept differently."""
    return {key: each for key, each in records.items() if kept.get(key) != each}


def _reverted(
    now: Iterable[_Thing], came: Iterable[_Thing], before: Iterable[_Thing]
) -> tuple[_Thing, ...]:
    """Return what there is now, with what came as it was before."""
    ids = {each.id for each in came}
    stayed = [each for each in now if each.id not in ids]
    stayed += [each for each in before if each.id in ids]
    return tuple(stayed)


def _without(
    now: Mapping[_Key, _Value], came: Mapping[_Key, _Value], before: Mapping[_Key, _Value]
) -> dict[_Key, _Value]:
    """Return what there is now, with what came as it was before."""
    stayed = {key: each for key, each in now.items() if key not in came}
    return stayed | {key: each for key, each in before.items() if key in came}


def _new(records: Iterable[_Thing], stored: Iterable[_Thing]) -> list[_Thing]:
    """Return the records of whose id nothing is stored."""
    known = {each.id for each in stored}
    return [each for each in records if each.id not in known]


def _differing(records: Iterable[_Thing], stored: Iterable[_Thing]) -> list[_Thing]:
    """Return the records that are not stored, or stored differently."""
    known = list(stored)
    return [each for each in records if each not in known]
