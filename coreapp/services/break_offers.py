"""What a sitting break offers to do: a short routine in turn, and one single exercise."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from coreapp.domain.errors import CoreappError
from coreapp.domain.rotation import next_break_routine
from coreapp.domain.routine import Routine
from coreapp.domain.training_log import SessionKind
from coreapp.services.library import Library
from coreapp.services.ports import Clock, Database

logger = logging.getLogger(__name__)

DESK = "desk"
WALK = "walk-break"
"""The exercise that makes a routine a walk."""

LONGEST_SECONDS = 300
"""What takes longer is a session, not a break."""

LOOK_BACK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine that fits into a break.

    Attributes:
        routine: its id.
        exercise: id of its first exercise, for the picture.
        seconds: how long it takes.
        is_walk: it is nothing but walking.
    """

    routine: str
    exercise: str
    seconds: float
    is_walk: bool


@dataclass(frozen=True, slots=True)
class Offers:
    """What one break offers.

    Attributes:
        routine: the short routine whose turn it is; None if the library has none.
        exercise: a routine of a single exercise that is another one; None if there is none.
    """

    routine: Offer | None
    exercise: Offer | None


class BreakOffers:
    """Picks from the routines of the library that can be done at the desk in a few minutes."""

    def __init__(self, library: Library, database: Database, clock: Clock) -> None:
        self._library = library
        self._database = database
        self._clock = clock

    def next(self, *, lead_with_walk: bool = False) -> Offers:
        """Return what to offer now; `lead_with_walk` after a long sit or at lunch."""
        recent = self._recent()
        all_of_them = [self._offer(each) for each in self._library.routines if each.place == DESK]
        by_id = {each.routine: each for each in all_of_them if each.seconds <= LONGEST_SECONDS}
        walks = [each.routine for each in by_id.values() if each.is_walk]
        routine = next_break_routine(list(by_id), walks, recent, lead_with_walk=lead_with_walk)
        single = [each for each in by_id if each != routine and self._is_single(each)]
        exercise = next_break_routine(single, (), recent)
        return Offers(
            None if routine is None else by_id[routine],
            None if exercise is None else by_id[exercise],
        )

    def _offer(self, routine: Routine) -> Offer:
        return Offer(
            routine=routine.id,
            exercise=routine.exercises[0],
            seconds=self._library.timeline(routine.id).seconds,
            is_walk=routine.exercises == (WALK,),
        )

    def _is_single(self, routine: str) -> bool:
        return len(self._library.routine(routine).exercises) == 1

    def _recent(self) -> Sequence[str]:
        """Return the routines of the last breaks; a log that cannot be read tells of none."""
        start = self._clock.reading().utc - LOOK_BACK
        try:
            with self._database.work() as work:
                sessions = work.sessions.between(start, None)
        except CoreappError as error:
            logger.warning("the breaks are offered without looking back: %s", error)
            return ()
        return [each.routine for each in sessions if each.kind is SessionKind.BREAK]
