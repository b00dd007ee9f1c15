"""What somebody wishes who has a few minutes, and which exercises suit the wish."""

from collections.abc import Iterable
from dataclasses import dataclass

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.vocabulary import AREAS, PLACES

LEAST_MINUTES = 2
MOST_MINUTES = 60

FRAMED_FROM_MINUTES = 10
"""From here on there is a warm-up, and a calm end."""

MAT = "mat"
DESK = "desk"
WISH_PLACES = (DESK, MAT, *(place for place in PLACES if place != DESK))
"""Where the minutes are spent, in the order offered; on the mat anything goes."""

WHOLE_BODY = "whole_body"
FOCUS_AREAS = tuple(area for area in AREAS if area != WHOLE_BODY)
"""What can be asked for, and what can be spared today."""

LEVELS = (1, 2, 3)

AT_HAND = frozenset({"mat", "shoes", "wall", "chair", "desk", "cushion", "towel", "block"})
"""What every home has, books for blocks; nobody is asked whether they own a kettlebell."""

AT_DESK_POSITIONS = frozenset({"standing", "seated"})

TWISTS = frozenset({"russian-twist", "bicycle-crunch"})
"""Loaded twisting: nothing to begin with, and nothing for a back that is to be spared."""

_LOWER_HALF = frozenset({"hips", "buttocks", "thighs", "calves", "feet"})

MUSCLE_AREAS = {
    "rectus_abdominis": "core",
    "transversus_abdominis": "core",
    "obliques": "core",
    "multifidus": "lower_back",
    "erector_spinae": "lower_back",
    "quadratus_lumborum": "lower_back",
    "latissimus": "upper_back",
    "rhomboids": "upper_back",
    "trapezius": "upper_back",
    "neck_flexors": "neck",
    "neck_extensors": "neck",
    "pectorals": "chest",
    "serratus_anterior": "shoulders",
    "shoulder_stabilisers": "shoulders",
    "deltoids": "shoulders",
    "triceps": "arms",
    "biceps": "arms",
    "gluteus_maximus": "buttocks",
    "gluteus_medius": "hips",
    "piriformis": "hips",
    "tensor_fasciae_latae": "hips",
    "hip_flexors": "hips",
    "adductors": "thighs",
    "quadriceps": "thighs",
    "hamstrings": "thighs",
    "calves": "calves",
    "shins": "calves",
    "whole_body": WHOLE_BODY,
}
"""The body area each muscle of the vocabulary lies in."""


@dataclass(frozen=True, slots=True)
class Wish:
    """So many minutes, here, for this.

    Attributes:
        minutes: from `LEAST_MINUTES` to `MOST_MINUTES`.
        place: one of `WISH_PLACES`.
        area: what it is for, one of `FOCUS_AREAS`; `whole_body` for a bit of everything.
        level: 1 to 3; where an exercise has no dose at it, the next lower one is taken.
        not_today: the areas to be spared, of `FOCUS_AREAS`.

    Raises:
        InvalidValueError: one of them cannot be used.
    """

    minutes: int
    place: str = MAT
    area: str = WHOLE_BODY
    level: int = 2
    not_today: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not LEAST_MINUTES <= self.minutes <= MOST_MINUTES:
            raise InvalidValueError(
                "minutes",
                self.minutes,
                marked("Give a whole number from {least} to {most}."),
                least=LEAST_MINUTES,
                most=MOST_MINUTES,
            )
        _check_word("place", self.place, WISH_PLACES)
        _check_word("area", self.area, AREAS)
        _check_word("level", self.level, LEVELS)
        for area in self.not_today:
            _check_word("not_today", area, FOCUS_AREAS)
        if self.area in self.not_today:
            raise InvalidValueError(
                "area",
                self.area,
                marked("It is to be spared today. Choose another area, or spare it no longer."),
            )

    @property
    def seconds(self) -> int:
        """The minutes in seconds."""
        return self.minutes * 60

    @property
    def has_focus(self) -> bool:
        """Whether it is for something in particular."""
        return self.area != WHOLE_BODY

    @property
    def is_framed(self) -> bool:
        """Whether there is time for a warm-up and a calm end."""
        return self.minutes >= FRAMED_FROM_MINUTES

    def is_for(self, exercise: Exercise) -> bool:
        """Return whether an exercise trains what the wish is for in particular."""
        return self.has_focus and self.area in exercise.areas

    def suits(self, exercise: Exercise) -> bool:
        """Return whether an exercise may be done for this wish."""
        return self._has_place_for(exercise) and not self._spares(exercise)

    def _has_place_for(self, exercise: Exercise) -> bool:
        if not AT_HAND.issuperset(exercise.equipment):
            return False
        if self.place == DESK:
            return DESK in exercise.places and exercise.position in AT_DESK_POSITIONS
        return self.place == MAT or self.place in exercise.places

    def _spares(self, exercise: Exercise) -> bool:
        if exercise.id in TWISTS and self.level == LEVELS[0]:
            return True
        return not self.not_today.isdisjoint(loads(exercise))


def loads(exercise: Exercise) -> frozenset[str]:
    """Return the areas that an exercise loads: those it is for, and those of its main muscles."""
    loaded = {*exercise.areas, *(MUSCLE_AREAS[each] for each in exercise.muscles)}
    if exercise.id in TWISTS:
        loaded.add("lower_back")
    if is_walk(exercise):
        loaded |= _LOWER_HALF
    elif WHOLE_BODY in loaded:
        loaded |= set(FOCUS_AREAS)
    return frozenset(loaded)


def is_walk(exercise: Exercise) -> bool:
    """Return whether an exercise is walking, which trains everything a little."""
    return exercise.muscles == (WHOLE_BODY,)


def _check_word(key: str, value: object, known: Iterable[object]) -> None:
    if value not in known:
        raise InvalidValueError(
            key,
            value,
            marked("Choose one of these: {words}."),
            words=", ".join(str(each) for each in known),
        )
