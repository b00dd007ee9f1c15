"""Which exercises a composed routine takes, in what order: balanced, new, and by luck."""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum
from random import Random
from typing import Final

from coreapp.domain.exercise import Exercise
from coreapp.domain.marks import NO_TASTE, Taste
from coreapp.domain.portion import Portion
from coreapp.domain.wish import DESK, MAT, TWISTS, Wish

LIKED: Final = 0.5
"""The luck of what is liked is multiplied by this: of two it is drawn three times in four."""


class Part(StrEnum):
    """What an exercise is counted under when a routine is balanced."""

    FRONT = "front"
    BACK = "back"
    SIDE = "side"
    HIPS = "hips"
    UPPER = "upper"
    LEGS = "legs"


_TRUNK: Final = (Part.FRONT, Part.BACK, Part.SIDE, Part.HIPS)

_PARTS: Final = {
    Part.FRONT: ("rectus_abdominis", "transversus_abdominis"),
    Part.SIDE: ("obliques", "quadratus_lumborum"),
    Part.BACK: ("multifidus", "erector_spinae", "latissimus", "gluteus_maximus", "hamstrings"),
    Part.HIPS: (
        "gluteus_medius",
        "piriformis",
        "tensor_fasciae_latae",
        "hip_flexors",
        "adductors",
    ),
    Part.LEGS: ("quadriceps", "calves", "shins", "whole_body"),
}


def part_of(exercise: Exercise) -> Part:
    """Return what an exercise is counted under, by the muscle that works most."""
    for part, muscles in _PARTS.items():
        if exercise.muscles and exercise.muscles[0] in muscles:
            return part
    return Part.UPPER


class Chooser:
    """Hands out the portions, the most fitting first, each once."""

    def __init__(
        self,
        wish: Wish,
        portions: Sequence[Portion],
        recent: Sequence[str],
        seed: int,
        taste: Taste = NO_TASTE,
    ) -> None:
        chance = Random(seed)  # noqa: S311  a throw of dice that can be repeated, not a secret
        self._wish = wish
        self._left = list(portions)
        self._disliked = taste.disliked
        self._luck = {each.exercise.id: chance.random() for each in portions}
        for each in taste.liked & self._luck.keys():
            self._luck[each] *= LIKED
        # What was done longest ago has the smallest figure; what was not done, none.
        self._lately = {each: len(recent) - rank for rank, each in enumerate(recent)}
        self._relatives: set[str | None] = set()
        self._taken: Counter[Part] = Counter()
        trunk = sorted(_TRUNK, key=lambda _part: chance.random())
        others = sorted((Part.UPPER, Part.LEGS), key=lambda _part: chance.random())
        self._parts = [*trunk, *others]
        self._count = 0

    def take_for_frame(
        self, is_wanted: Callable[[Portion], bool], seconds: float
    ) -> Portion | None:
        """Return something for the warm-up or the calm end that lasts at most so long."""
        fitting = [each for each in self._left if is_wanted(each) and each.least.seconds <= seconds]
        fitting = self._welcome(fitting)
        return self._take(min(fitting, key=self._rank), seconds) if fitting else None

    def take_for_main(self, seconds: float) -> Portion | None:
        """Return the next exercise of the main part that lasts at most so long.

        Two in three are for the wished area. Two in three are strength, or all of them where
        something calm comes at the end, as far as they go.
        """
        fitting = [
            each
            for each in self._left
            if not each.is_walk
            and each.least.seconds <= seconds
            and not (self._wish.place == DESK and each.exercise.position == "seated")
        ]
        turn = self._count % 3
        in_focus = [each for each in fitting if self._wish.is_for(each.exercise)]
        if in_focus and turn < 2:
            fitting = in_focus
        fitting = self._welcome(fitting)
        if not fitting:
            return None
        part = min(
            (part_of(each.exercise) for each in fitting),
            key=lambda each: (self._taken[each], self._parts.index(each)),
        )
        strength = turn < 2 or self._wish.is_framed
        chosen = min(
            (each for each in fitting if part_of(each.exercise) is part),
            key=lambda each: self._rank(each, prefers_strength=strength),
        )
        self._count += 1
        self._taken[part] += 1
        return self._take(chosen, seconds)

    def _welcome(self, portions: list[Portion]) -> list[Portion]:
        """Return what is not disliked; all of it where nothing else is left."""
        welcome = [each for each in portions if each.exercise.id not in self._disliked]
        return welcome or portions

    def _take(self, portion: Portion, seconds: float) -> Portion:
        """Hand out a portion; the least of it where the usual is too long."""
        self._left.remove(portion)
        exercise = portion.exercise
        self._relatives |= {exercise.easier, exercise.harder, exercise.figure, exercise.id} - {""}
        return portion if portion.seconds <= seconds else portion.least

    def _rank(
        self, portion: Portion, *, prefers_strength: bool | None = None
    ) -> tuple[bool, int, bool, bool, float]:
        """Return how fitting a portion is, the smallest first."""
        exercise = portion.exercise
        # On the mat, the small movements of the desk are for what nothing else is for.
        is_small = self._wish.place == MAT and DESK in exercise.places
        is_second_choice = is_small or exercise.id in TWISTS
        is_strength = "strength" in exercise.purposes
        return (
            is_second_choice and prefers_strength is not None,
            self._lately.get(exercise.id, 0),
            prefers_strength is not None and is_strength is not prefers_strength,
            not self._relatives.isdisjoint({exercise.id, exercise.figure}),
            self._luck[exercise.id],
        )
