"""A routine for the minutes there are: balanced, on time, and the same again from its seed.

It is built from the inside out. The main part takes exercises in turn from the parts of the trunk
and the body, each with one set, as long as there is time; what is left is filled with more sets,
then, where few exercises suit, with more rounds; a few seconds and repetitions more or less bring
it to the wished time. From ten minutes on a warm-up comes first and something calm last.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.exercise import Exercise, ExerciseKind
from coreapp.domain.portion import Portion, portion_of
from coreapp.domain.routine import Block, Routine
from coreapp.domain.wish import DESK, MAT, Wish, is_walk

TOLERANCE_SECONDS: Final = 30
"""So much longer or shorter than wished a routine may be."""

CLOSE_SECONDS: Final = 3
"""Nearer than this it is not worth changing a dose."""

FRAMED_FROM_MINUTES: Final = 10
"""From here on there is a warm-up, and a calm end."""

FRAME_SHARE: Final = 0.1
"""The share of the time that each of the two takes, and how far it may go beyond."""
FRAME_MOST: Final = 1.6

WALK_SHARE: Final = 0.4
"""Where there is no floor to lie on, a walk may open the routine and take this much of it."""

LARGEST_SHARE: Final = 0.5
"""No exercise takes more of the time."""

MOST_ROUNDS: Final = 3
ROUND_REST: Final = 30

_ORDER: Final = (
    "standing",
    "changing",
    "half_kneeling",
    "quadruped",
    "kneeling",
    "prone",
    "side_lying",
    "supine",
    "seated",
)
"""The positions from up to down, so that nobody gets up and lies down again and again."""


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


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why it is this routine, as facts.

    Attributes:
        exercises: how many there are.
        in_focus: how many of them are for the wished area.
        parts: what the main part trains, in the order of `Part`.
        warm_up: whether it begins with a warm-up.
        calm_end: whether it ends calmly.
        knows_last: whether anything was done before.
        repeated: how many exercises were done last time, too.
        left_out: the areas that are spared, sorted.
    """

    exercises: int
    in_focus: int
    parts: tuple[Part, ...]
    warm_up: bool
    calm_end: bool
    knows_last: bool
    repeated: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """A routine made for a wish, and why it is this one."""

    wish: Wish
    seed: int
    routine: Routine
    reasons: Reasons


def compose(
    wish: Wish, exercises: Iterable[Exercise], recent: Sequence[str], seed: int
) -> Composition:
    """Make a routine for a wish.

    Args:
        wish: what is wished.
        exercises: the library.
        recent: ids of what was done last, the newest first; they are avoided where others serve
            as well, and what was done longest ago comes back first.
        seed: the same seed gives the same routine; another one, another routine.

    Raises:
        InvalidValueError: nothing fits; it says which part of the wish to relax.
    """
    portions = _suitable(wish, exercises)
    _check_focus(wish, portions)
    for rounds in range(1, MOST_ROUNDS + 1):
        draft = _Draft(wish, _Chooser(wish, portions, recent, seed), rounds)
        if draft.fit():
            return Composition(wish, seed, draft.routine(seed), draft.reasons(recent))
    raise InvalidValueError(
        "minutes",
        wish.minutes,
        marked(
            "Too few exercises fit. Choose fewer minutes, another place, or fewer areas to spare."
        ),
    )


def part_of(exercise: Exercise) -> Part:
    """Return what an exercise is counted under, by the muscle that works most."""
    for part, muscles in _PARTS.items():
        if exercise.muscles and exercise.muscles[0] in muscles:
            return part
    return Part.UPPER


def _suitable(wish: Wish, exercises: Iterable[Exercise]) -> list[Portion]:
    """Return a portion of every exercise that suits, in the order of their ids."""
    suitable = sorted((each for each in exercises if wish.suits(each)), key=lambda each: each.id)
    portions = (portion_of(each, wish.level) for each in suitable)
    most = wish.seconds * LARGEST_SHARE
    return [each for each in portions if each is not None and each.least.seconds <= most]


def _check_focus(wish: Wish, portions: Sequence[Portion]) -> None:
    if wish.has_focus and not any(wish.area in each.exercise.areas for each in portions):
        raise InvalidValueError(
            "area",
            wish.area,
            marked("Nothing for it fits here. Choose another area, another place or more minutes."),
        )


class _Chooser:
    """Hands out the portions, the most fitting first, each once."""

    def __init__(
        self, wish: Wish, portions: Sequence[Portion], recent: Sequence[str], seed: int
    ) -> None:
        chance = Random(seed)  # noqa: S311  a throw of dice that can be repeated, not a secret
        self._wish = wish
        self._left = list(portions)
        self._luck = {each.exercise.id: chance.random() for each in portions}
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
        fitting = [
            each for each in self._left if is_wanted(each) and each.least.seconds <= seconds
        ]
        return self._take(min(fitting, key=self._rank, default=None), seconds)

    def take_for_main(self, seconds: float) -> Portion | None:
        """Return the next exercise of the main part that lasts at most so long.

        Two in three are for the wished area, and two in three are strength, as far as they go.
        """
        fitting = [
            each
            for each in self._left
            if not is_walk(each.exercise)
            and each.least.seconds <= seconds
            and not (self._wish.place == DESK and each.exercise.position == "seated")
        ]
        turn = self._count % 3
        in_focus = [each for each in fitting if self._wish.area in each.exercise.areas]
        if in_focus and turn < 2:
            fitting = in_focus
        if not fitting:
            return None
        part = min(
            (part_of(each.exercise) for each in fitting),
            key=lambda each: (self._taken[each], self._parts.index(each)),
        )
        of_part = [each for each in fitting if part_of(each.exercise) is part]
        strength = turn < 2
        chosen = min(
            of_part, key=lambda each: self._rank(each, prefers_strength=strength), default=None
        )
        self._count += 1
        self._taken[part] += 1
        return self._take(chosen, seconds)

    def _take(self, portion: Portion | None, seconds: float) -> Portion | None:
        """Hand out a portion; the least of it where the usual is too long."""
        if portion is None:
            return None
        self._left.remove(portion)
        self._relatives |= {portion.exercise.easier, portion.exercise.harder}
        return portion if portion.seconds <= seconds else portion.least

    def _rank(
        self, portion: Portion, *, prefers_strength: bool | None = None
    ) -> tuple[bool, int, bool, bool, float]:
        """Return how fitting a portion is, the smallest first."""
        exercise = portion.exercise
        # On the mat, the small movements of the desk are for what nothing else is for.
        is_small = self._wish.place == MAT and DESK in exercise.places
        is_strength = "strength" in exercise.purposes
        return (
            is_small and prefers_strength is not None,
            self._lately.get(exercise.id, 0),
            prefers_strength is not None and is_strength is not prefers_strength,
            exercise.id in self._relatives,
            self._luck[exercise.id],
        )


class _Draft:
    """A routine while it is made."""

    def __init__(self, wish: Wish, chooser: _Chooser, rounds: int) -> None:
        self._wish = wish
        self._rounds = rounds
        self._warm: list[Portion] = []
        self._calm: list[Portion] = []
        self._main: list[Portion] = []
        if wish.minutes >= FRAMED_FROM_MINUTES:
            share = FRAME_SHARE
            is_walking = wish.place in {DESK, "no_floor"} and rounds > 1
            self._fill_frame(self._calm, chooser, _is_calm, share)
            self._fill_frame(
                self._warm, chooser, _is_warming, WALK_SHARE if is_walking else share
            )
        self._fill_main(chooser)

    def fit(self) -> bool:
        """Bring it to the wished time; tell whether that worked."""
        while self._deepen():
            pass
        while self._tune():
            pass
        enough = len(self._main) > 1 or self._rounds == 1
        return bool(self._main) and enough and abs(self._missing) <= TOLERANCE_SECONDS

    def routine(self, seed: int) -> Routine:
        """Return the routine."""
        main = sorted(self._main, key=lambda each: (_is_calm(each), _position(each)))
        blocks = (
            _block(sorted(self._warm, key=_position)),
            _block(main, self._rounds),
            _block(sorted(self._calm, key=_position)),
        )
        at_desk = self._wish.place == DESK
        return Routine(
            id=routine_id(self._wish, seed),
            name="",
            blocks=tuple(each for each in blocks if each.steps),
            place=DESK if at_desk else MAT,
            group=DESK if at_desk else "strength",
        )

    def reasons(self, recent: Sequence[str]) -> Reasons:
        """Return what there is to say about it."""
        chosen = [each.exercise for each in (*self._warm, *self._main, *self._calm)]
        trained = {part_of(each.exercise) for each in self._main}
        return Reasons(
            exercises=len(chosen),
            in_focus=sum(self._wish.area in each.areas for each in chosen),
            parts=tuple(part for part in Part if part in trained),
            warm_up=bool(self._warm),
            calm_end=bool(self._calm),
            knows_last=bool(recent),
            repeated=sum(each.id in recent for each in chosen),
            left_out=tuple(sorted(self._wish.not_today)),
        )

    @property
    def _missing(self) -> float:
        """The seconds that are missing to the wished time; negative if there are too many."""
        frame = sum(each.seconds for each in (*self._warm, *self._calm))
        main = sum(each.seconds for each in self._main) * self._rounds
        return self._wish.seconds - frame - main - (self._rounds - 1) * ROUND_REST

    def _fill_frame(
        self,
        frame: list[Portion],
        chooser: _Chooser,
        is_wanted: Callable[[Portion], bool],
        share: float,
    ) -> None:
        wanted = self._wish.seconds * share
        filled = 0.0
        while filled < wanted:
            portion = chooser.take_for_frame(is_wanted, wanted * FRAME_MOST - filled)
            if portion is None:
                return
            frame.append(portion)
            filled += portion.seconds

    def _fill_main(self, chooser: _Chooser) -> None:
        minutes = self._wish.minutes
        # A movement at the desk is over in half the time of one on the mat.
        most = 3 + minutes // (2 if self._wish.place == DESK else 3)
        while len(self._main) < most:
            portion = chooser.take_for_main(self._missing / self._rounds)
            if portion is None:
                return
            self._main.append(portion)

    def _deepen(self) -> bool:
        """Add one set where there are fewest and time allows; tell whether there was one."""
        order = sorted(
            range(len(self._main)),
            key=lambda each: (
                self._main[each].sets,
                "strength" not in self._main[each].exercise.purposes,
                each,
            ),
        )
        for index in order:
            deeper = self._main[index].deeper
            if deeper is None:
                continue
            more = (deeper.seconds - self._main[index].seconds) * self._rounds
            if more <= self._missing:
                self._main[index] = deeper
                return True
        return False

    def _tune(self) -> bool:
        """Change the work of one portion by a little if that brings it nearer to the time."""
        missing = self._missing
        if abs(missing) <= CLOSE_SECONDS:
            return False
        grains = 1 if missing > 0 else -1
        best: tuple[float, list[Portion], int, Portion] | None = None
        for portions, rounds in ((self._main, self._rounds), (self._warm, 1), (self._calm, 1)):
            for index, portion in enumerate(portions):
                shifted = portion.shifted(grains)
                if shifted is None:
                    continue
                left = abs(missing - (shifted.seconds - portion.seconds) * rounds)
                strain = abs(shifted.work - portion.usual) / portion.usual
                if left < abs(missing) and (best is None or strain < best[0]):
                    best = (strain, portions, index, shifted)
        if best is None:
            return False
        _strain, portions, index, shifted = best
        portions[index] = shifted
        return True


def routine_id(wish: Wish, seed: int) -> str:
    """Return the id of a composed routine: all of the wish, and the seed."""
    spared = "".join(f"-no-{area}" for area in sorted(wish.not_today))
    area = f"{wish.place}-{wish.area}".replace("_", "-")
    return f"minutes-{wish.minutes}-{area}-{wish.level}{spared.replace('_', '-')}-{seed}"


def _is_calm(portion: Portion) -> bool:
    """Return whether a portion is still and loosens."""
    purposes = portion.exercise.purposes
    is_loosening = "stretch" in purposes or "mobility" in purposes
    return portion.exercise.kind is ExerciseKind.HOLD and is_loosening


def _is_warming(portion: Portion) -> bool:
    """Return whether a portion moves without effort."""
    exercise = portion.exercise
    if exercise.kind is ExerciseKind.HOLD or "strength" in exercise.purposes:
        return False
    return "warm_up" in exercise.purposes or exercise.kind is ExerciseKind.TIMED


def _position(portion: Portion) -> int:
    return _ORDER.index(portion.exercise.position)


def _block(portions: Sequence[Portion], rounds: int = 1) -> Block:
    rest = ROUND_REST if rounds > 1 else 0
    return Block(tuple(each.step for each in portions), rounds, rest)
