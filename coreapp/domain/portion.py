"""How much of an exercise is done: a dose of its level that may grow and shrink a little.

The seconds follow the time model of `coreapp.domain.timeline`; preparation, side change and rest
are those of the shipped routines.
"""

from dataclasses import dataclass, replace

from coreapp.domain.exercise import Dose, Exercise, ExerciseKind, Level, Sides
from coreapp.domain.routine import Step
from coreapp.domain.wish import DESK, is_walk

READY_STANDING = 5
READY_ON_FLOOR = 10
SWITCH_AT_DESK = 3
SWITCH = 5
LONGEST_SWITCH = 10
"""A stretch rests between its sets for as long as it takes to change sides."""

REST = 10
"""Between sets where the level, which has one set, names no rest."""

MOST_SETS_OF_STRENGTH = 3
MOST_SETS = 2

LESS = 0.75
"""A dose shrinks to this share of its level's."""

MORE_REPS = 1.25
MORE_SECONDS = 1.5
"""A dose grows to this multiple; the brief's levels themselves grow holds from 20 to 30 s."""

SHORTEST = 10
GRAIN_SECONDS = 5
GRAIN_WALK = 15


@dataclass(frozen=True, slots=True)
class Portion:
    """An exercise with so many sets of so much work.

    Attributes:
        dose: that of the level, whose sets are a measure, not a rule.
        work: seconds of a set, or repetitions of it, per side.
    """

    exercise: Exercise
    level: Level
    dose: Dose
    sets: int
    work: int

    @property
    def usual(self) -> int:
        """The work that the level names."""
        return usual_work(self.dose)

    @property
    def seconds(self) -> float:
        """How long it takes, preparation included."""
        exercise = self.exercise
        timed = self._is_timed
        work = self.work * (1.0 if timed else exercise.seconds_per_rep or 1.0)
        if exercise.kind is not ExerciseKind.FLOW:
            if exercise.sides is Sides.EACH_SIDE:
                work = 2 * work + self._switch_seconds
            elif exercise.sides is Sides.ALTERNATING and not timed:
                work *= 2
        return self._ready_seconds + self.sets * work + (self.sets - 1) * self._rest_seconds

    @property
    def step(self) -> Step:
        """It as a step of a routine."""
        exercise = self.exercise
        each_side = exercise.sides is Sides.EACH_SIDE
        return Step(
            exercise.id,
            sets=self.sets,
            seconds=self.work if self._is_timed else None,
            reps=None if self._is_timed else self.work,
            rest_seconds=self._rest_seconds,
            switch_seconds=self._switch_seconds if each_side else 0,
            ready_seconds=self._ready_seconds,
            level=self.level.id,
        )

    @property
    def is_calm(self) -> bool:
        """Whether it is still and loosens."""
        purposes = self.exercise.purposes
        is_loosening = "stretch" in purposes or "mobility" in purposes
        return self.exercise.kind is ExerciseKind.HOLD and is_loosening

    @property
    def is_resting(self) -> bool:
        """Whether it is calm, and not done standing."""
        return self.is_calm and self.exercise.position != "standing"

    @property
    def is_warming(self) -> bool:
        """Whether it moves without effort."""
        exercise = self.exercise
        if exercise.kind is ExerciseKind.HOLD or "strength" in exercise.purposes:
            return False
        return "warm_up" in exercise.purposes or exercise.kind is ExerciseKind.TIMED

    @property
    def is_walk(self) -> bool:
        """Whether it is walking."""
        return is_walk(self.exercise)

    @property
    def least(self) -> "Portion":
        """The shortest portion of the same exercise that is worth the name."""
        return replace(self, sets=1, work=self._bounds[0])

    @property
    def deeper(self) -> "Portion | None":
        """It with one more set; None if it has as many as it may."""
        if self.is_walk or self.exercise.kind is ExerciseKind.FLOW:
            return None
        strength = "strength" in self.exercise.purposes
        most = max(self.dose.sets, MOST_SETS_OF_STRENGTH if strength else MOST_SETS)
        return replace(self, sets=self.sets + 1) if self.sets < most else None

    def shifted(self, grains: int) -> "Portion | None":
        """Return it with a little more work in each set, or less; None if that is too much."""
        least, most = self._bounds
        work = self.work + grains * self._grain
        return replace(self, work=work) if least <= work <= most else None

    @property
    def _is_timed(self) -> bool:
        return self.dose.seconds is not None

    @property
    def _grain(self) -> int:
        if not self._is_timed:
            return 1
        return GRAIN_WALK if self.is_walk else GRAIN_SECONDS

    @property
    def _bounds(self) -> tuple[int, int]:
        """The least and the most work, in whole grains from the usual."""
        usual, grain = self.usual, self._grain
        down = int(usual * (1 - LESS)) // grain
        up = int(usual * ((MORE_SECONDS if self._is_timed else MORE_REPS) - 1)) // grain
        least = usual - down * grain
        return (max(least, min(usual, SHORTEST)) if self._is_timed else least), usual + up * grain

    @property
    def _ready_seconds(self) -> int:
        return READY_STANDING if self.exercise.position == "standing" else READY_ON_FLOOR

    @property
    def _rest_seconds(self) -> float:
        return (self.dose.rest_seconds or REST) if self.sets > 1 else 0

    @property
    def _switch_seconds(self) -> float:
        if 0 < self.dose.rest_seconds <= LONGEST_SWITCH:
            return self.dose.rest_seconds
        return SWITCH_AT_DESK if DESK in self.exercise.places else SWITCH


def usual_work(dose: Dose) -> int:
    """Return the seconds or the repetitions of a dose."""
    return round(dose.seconds) if dose.seconds is not None else dose.reps or 1


def portion_of(exercise: Exercise, level: int) -> Portion | None:
    """Return one set of an exercise as its level has it.

    Where the level has no dose, the next lower one is taken; None where there is none, as an
    exercise that is counted in a way of its own has none.
    """
    for each in reversed(exercise.levels[:level]):
        if each.dose is not None:
            return Portion(exercise, each, each.dose, 1, usual_work(each.dose))
    return None
