"""All that could be done in a break here and now: desk routines, walks, and single movements."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from coreapp.domain.exercise import Exercise, ExerciseKind
from coreapp.domain.hurts import spare
from coreapp.domain.identity import MOST_CHARACTERS
from coreapp.domain.marks import Taste
from coreapp.domain.portion import Portion, portion_of
from coreapp.domain.rotation import Candidate, load_of
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.settings import BreakClothes, BreakPlace
from coreapp.domain.timeline import PLAIN, PhaseKind, Timeline, TimelineOptions, compile_timeline
from coreapp.services.break_fit import DESK, fits, movements
from coreapp.services.break_history import MADE, is_walk
from coreapp.services.library import Library
from coreapp.services.made_for_breaks import USUAL_LEVEL, movement_routine
from coreapp.services.offer_words import repeated_name

LONGEST_SECONDS: Final = 300
"""What takes longer is a session, not a break."""

OVER_SECONDS: Final = 30
"""By so much a routine may be longer than the break: that is the same minute still."""

LEAST_SHARE: Final = 0.5
"""A routine without what hurts is offered if so much of its time is left."""

TWICE: Final = 2

TWICE_FROM: Final = 90
"""A routine of so many seconds is gone through twice where the break is long enough."""

FAR_OFF: Final = 2
"""By so many minutes a routine is too short to make up a break."""

ENOUGH: Final = 2
"""From so many routines on there is a choice; with fewer, single movements take turns as well."""


@dataclass(frozen=True, slots=True)
class Here:
    """The circumstances of a break.

    Attributes:
        seconds: how long it lasts.
        taste: what is liked, disliked and avoided today.
        place: where the desk stands.
        clothes: what is worn there.
        options: what the settings add to each get-ready phase.
    """

    seconds: float
    taste: Taste
    place: BreakPlace = BreakPlace.OFFICE
    clothes: BreakClothes = BreakClothes.OFFICE
    options: TimelineOptions = PLAIN

    def allows(self, exercise: Exercise) -> bool:
        """Tell whether an exercise can be done, and is not avoided."""
        avoided = exercise.id in self.taste.avoided
        return not avoided and fits(exercise, self.place, self.clothes)


@dataclass(frozen=True, slots=True)
class Choosable:
    """Something that could be offered.

    Attributes:
        candidate: what its turn depends on; its id is the one it takes turns by.
        routine: what is played.
        seconds: how long that takes.
        name: what it is called, in the language shown; None if the library knows.
    """

    candidate: Candidate
    routine: Routine
    seconds: float
    name: Callable[[], str] | None = None

    @property
    def fits_the_log(self) -> bool:
        """Whether its id does: one that was made from a very long one may not."""
        return len(self.routine.id) <= MOST_CHARACTERS


class BreakChoices:
    """Gathers them from the library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def routines(self, here: Here) -> list[Choosable]:
        """Return what can be the short routine, in the order that decides where nothing else does.

        What is shorter does not make up a break, and what is longer keeps from work: the rest of
        that is the business of `rotation`.
        """
        found = [each for each in self._at_desk(here) if each.fits_the_log]
        found = [each for each in found if each.seconds <= LONGEST_SECONDS]
        walks = [each for each in found if each.candidate.is_walk]
        others = [each for each in found if not each.candidate.is_walk]
        within = [each for each in others if each.seconds <= here.seconds + OVER_SECONDS]
        # Better a little too long than nothing but standing about.
        kept = within or _shortest(others)
        if len(kept) < ENOUGH:
            kept = [*kept, *(each for each in self.movements(here) if each.seconds <= here.seconds)]
        return [*kept, *walks]

    def movements(self, here: Here) -> list[Choosable]:
        """Return the single movements, each with as many sets as are sensible in a break."""
        exercises = movements(self._library.exercises, here.place, here.clothes)
        found = []
        for each in exercises:
            single = each.kind is not ExerciseKind.FLOW and not is_walk([each.id])
            if single and here.allows(each) and (portion := _most_sets(each, here)) is not None:
                found.append(self._movement(portion, here))
        return [each for each in found if each.fits_the_log]

    def _at_desk(self, here: Here) -> Iterable[Choosable]:
        for routine in self._library.routines:
            if routine.place != DESK:
                continue
            played = self._without_sore(routine, here)
            if played is not None and all(
                here.allows(self._library.exercise(each)) for each in played.exercises
            ):
                yield self._filling(routine.id, played, here)

    def _without_sore(self, routine: Routine, here: Here) -> Routine | None:
        """Return a routine without what hurts; None if too little is left of it."""
        sore = here.taste.sore
        if sore.isdisjoint(routine.exercises):
            return routine
        rest = spare(routine, f"{routine.id}{MADE}spared", sore)
        if rest is None:
            return None
        enough = LEAST_SHARE * self._timeline(routine, here).seconds
        return rest if self._timeline(rest, here).seconds >= enough else None

    def _filling(self, turn: str, routine: Routine, here: Here) -> Choosable:
        """Return a routine as long as the break, as far as it can be made so.

        A walk lasts as long as the break; a routine that is far too short is gone through twice.

        Args:
            turn: the id it takes its turn by.
            routine: without what hurts.
            here: the circumstances.
        """
        name = partial(self._library.routine_name, turn)
        steps = [step for block in routine.blocks for step in block.steps]
        plain = self._choosable(turn, routine, here, None if routine.id == turn else name)
        off = plain.candidate.minutes_off
        if plain.candidate.is_walk and off and len(steps) == 1:
            minutes = round(min(here.seconds, LONGEST_SECONDS) / 60)
            walk = replace(steps[0], seconds=minutes * 60, level="")
            made = f"{routine.id}{MADE}{minutes}min"
            return self._choosable(turn, _of(routine, made, walk), here, name)
        twice = TWICE * plain.seconds
        fits_twice = plain.seconds >= TWICE_FROM and twice <= here.seconds + OVER_SECONDS
        if off < FAR_OFF or not fits_twice or len(routine.blocks) != 1:
            return plain
        block = replace(routine.blocks[0], rounds=TWICE * routine.blocks[0].rounds)
        longer = replace(routine, id=f"{routine.id}{MADE}twice", blocks=(block,))
        return self._choosable(
            turn, longer, here, partial(repeated_name, self._library, turn, TWICE)
        )

    def _movement(self, portion: Portion, here: Here) -> Choosable:
        routine = movement_routine(portion)
        name = partial(self._library.exercise_name, portion.exercise.id)
        return self._choosable(routine.id, routine, here, name)

    def _choosable(
        self, identity: str, routine: Routine, here: Here, name: Callable[[], str] | None
    ) -> Choosable:
        timeline = self._timeline(routine, here)
        exercises = routine.exercises
        work = (each for each in timeline.phases if each.kind is PhaseKind.WORK)
        candidate = Candidate(
            id=identity,
            load=load_of(
                (self._library.exercise(each.exercise).areas, each.seconds) for each in work
            ),
            minutes_off=abs(round(timeline.seconds / 60) - round(here.seconds / 60)),
            is_walk=is_walk(exercises),
            is_liked=not here.taste.liked.isdisjoint(exercises),
            is_disliked=not here.taste.disliked.isdisjoint(exercises),
        )
        return Choosable(candidate, routine, timeline.seconds, name)

    def _timeline(self, routine: Routine, here: Here) -> Timeline:
        exercises = {each: self._library.exercise(each) for each in routine.exercises}
        return compile_timeline(routine, exercises, here.options)


def _of(routine: Routine, identity: str, step: Step) -> Routine:
    """Return a routine that is one step and nothing else."""
    return replace(routine, id=identity, blocks=(Block((step,)),), context=routine.text_context)


def _most_sets(exercise: Exercise, here: Here) -> Portion | None:
    """Return an exercise with as many sets as fit; None if not even one does, or it has no dose."""
    portion = portion_of(exercise, USUAL_LEVEL)
    while portion is not None and (more := portion.deeper) is not None:
        if _seconds(more, here) > here.seconds:
            break
        portion = more
    return portion if portion and _seconds(portion, here) <= LONGEST_SECONDS else None


def _seconds(portion: Portion, here: Here) -> float:
    return portion.seconds + here.options.extra_ready_seconds


def _shortest(found: Sequence[Choosable]) -> list[Choosable]:
    least = min((each.seconds for each in found), default=0.0)
    return [each for each in found if each.seconds == least]
