"""A routine for the minutes there are: balanced, on time, and the same again from its seed.

It is built from the inside out. The main part takes exercises in turn from the parts of the trunk
and the body, each with one set, as long as there is time; what is left is filled with more sets,
then, where few exercises suit, with more rounds; a few seconds and repetitions more or less bring
it to the wished time. From ten minutes on a warm-up comes first and something calm last.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from coreapp.domain.chooser import Chooser, Part, part_of
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.marks import NO_TASTE, Taste
from coreapp.domain.portion import Portion, portion_of
from coreapp.domain.routine import Block, Routine
from coreapp.domain.wish import DESK, MAT, Wish

TOLERANCE_SECONDS: Final = 30
"""So much longer or shorter than wished a routine may be."""

CLOSE_SECONDS: Final = 3
"""Nearer than this it is not worth changing a dose."""

FRAME_SHARE: Final = 0.1
"""The share of the time that each of the two takes, and how far it may go beyond."""
FRAME_MOST: Final = 1.6

WALK_SHARE: Final = 0.4
"""Where there is no floor to lie on, a walk may open the routine and take this much of it."""

LARGEST_SHARE: Final = 0.5
LARGEST_SHARE_FRAMED: Final = 0.25
"""No exercise of the main part takes more of the time, in a short routine and in a framed one."""

LONGEST_FRAME_SECONDS: Final = 240.0

MOST_IN_MAIN: Final = 12
"""Exercises; a longer routine has more sets instead."""

ROUNDS_AND_SETS: Final = ((1, 3), (2, 2), (3, 2))
"""How often the main part is gone through and how many sets its exercises may have, in turn until
it fills the time."""

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
    wish: Wish,
    exercises: Iterable[Exercise],
    recent: Sequence[str],
    seed: int,
    taste: Taste = NO_TASTE,
) -> Composition:
    """Make a routine for a wish.

    Args:
        wish: what is wished.
        exercises: the library.
        recent: ids of what was done last, the newest first; they are avoided where others serve
            as well, and what was done longest ago comes back first.
        seed: the same seed gives the same routine; another one, another routine.
        taste: what is avoided is never chosen, what is disliked only where nothing else serves,
            what is liked a little more often.

    Raises:
        InvalidValueError: nothing fits; it says which part of the wish to relax.
    """
    portions = _suitable(wish, (each for each in exercises if each.id not in taste.avoided))
    _check_focus(wish, portions)
    for rounds, most_sets in ROUNDS_AND_SETS:
        draft = _Draft(wish, Chooser(wish, portions, recent, seed, taste), rounds)
        if draft.fit(most_sets):
            return Composition(wish, seed, draft.routine(seed), draft.reasons(recent))
    raise InvalidValueError(
        "minutes",
        wish.minutes,
        marked(
            "Too few exercises fit. Choose fewer minutes, another place, or fewer areas to spare."
        ),
    )


def _suitable(wish: Wish, exercises: Iterable[Exercise]) -> list[Portion]:
    """Return a portion of every exercise that suits, in the order of their ids."""
    suitable = sorted((each for each in exercises if wish.suits(each)), key=lambda each: each.id)
    portions = (portion_of(each, wish.level) for each in suitable)
    most = wish.seconds * (LARGEST_SHARE_FRAMED if wish.is_framed else LARGEST_SHARE)
    return [
        each
        for each in portions
        if each is not None and (each.is_walk or each.least.seconds <= most)
    ]


def _check_focus(wish: Wish, portions: Sequence[Portion]) -> None:
    if wish.has_focus and not any(wish.is_for(each.exercise) for each in portions):
        raise InvalidValueError(
            "area",
            wish.area,
            marked("Nothing for it fits here. Choose another area, another place or more minutes."),
        )


class _Draft:
    """A routine while it is made."""

    def __init__(self, wish: Wish, chooser: Chooser, rounds: int) -> None:
        self._wish = wish
        self._rounds = rounds
        self._warm: list[Portion] = []
        self._calm: list[Portion] = []
        self._main: list[Portion] = []
        if wish.is_framed:
            share = min(wish.seconds * FRAME_SHARE, LONGEST_FRAME_SECONDS)
            is_walking = wish.place in {DESK, "no_floor"} and rounds > 1
            if is_walking:
                self._fill_frame(
                    self._warm, chooser, attrgetter("is_walk"), wish.seconds * WALK_SHARE
                )
            self._fill_frame(self._calm, chooser, attrgetter("is_resting"), share)
            self._fill_frame(self._calm, chooser, attrgetter("is_calm"), share)
            self._fill_frame(self._warm, chooser, attrgetter("is_warming"), share)
        self._fill_main(chooser)

    def fit(self, most_sets: int) -> bool:
        """Bring it to the wished time; tell whether that worked."""
        while self._deepen(most_sets):
            pass
        while self._tune():
            pass
        enough = len(self._main) > 1 or self._rounds == 1
        return bool(self._main) and enough and abs(self._missing) <= TOLERANCE_SECONDS

    def routine(self, seed: int) -> Routine:
        """Return the routine."""
        main = sorted(self._main, key=lambda each: (each.is_calm, _position(each)))
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
            in_focus=sum(self._wish.is_for(each) for each in chosen),
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
        chooser: Chooser,
        is_wanted: Callable[[Portion], bool],
        wanted: float,
    ) -> None:
        filled = sum(each.seconds for each in frame)
        while filled < wanted:
            portion = chooser.take_for_frame(is_wanted, wanted * FRAME_MOST - filled)
            if portion is None:
                return
            frame.append(portion)
            filled += portion.seconds

    def _fill_main(self, chooser: Chooser) -> None:
        # A movement at the desk is over in half the time of one on the mat.
        most = 3 + self._wish.minutes // (1 if self._wish.place == DESK else 4)
        while len(self._main) < min(most, MOST_IN_MAIN):
            portion = chooser.take_for_main(self._missing / self._rounds)
            if portion is None:
                return
            self._main.append(portion)

    def _deepen(self, most_sets: int) -> bool:
        """Add one set where there are fewest and time allows; tell whether there was one."""
        for index in sorted(range(len(self._main)), key=self._need):
            deeper = self._main[index].deeper
            if deeper is None or deeper.sets > most_sets:
                continue
            more = (deeper.seconds - self._main[index].seconds) * self._rounds
            if more <= self._missing:
                self._main[index] = deeper
                return True
        return False

    def _need(self, index: int) -> tuple[int, bool, int]:
        """Return how much an exercise of the main part needs one more set, the smallest most."""
        portion = self._main[index]
        exercise = portion.exercise
        ahead = self._wish.is_for(exercise)
        return portion.sets - ahead, "strength" not in exercise.purposes, index

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


def _position(portion: Portion) -> int:
    return _ORDER.index(portion.exercise.position)


def _block(portions: Sequence[Portion], rounds: int = 1) -> Block:
    rest = ROUND_REST if rounds > 1 else 0
    return Block(tuple(each.step for each in portions), rounds, rest)
