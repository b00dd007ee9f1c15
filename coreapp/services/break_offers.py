"""What a sitting break offers to do: a short routine in turn, and one single exercise."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from coreapp.domain.errors import CoreappError
from coreapp.domain.marks import NO_TASTE, Taste
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

BREAK_SECONDS = 120.0
"""How long a break lasts where nobody says otherwise."""

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

    def __init__(
        self,
        library: Library,
        database: Database,
        clock: Clock,
        taste: Callable[[], Taste] = lambda: NO_TASTE,
    ) -> None:
        """Offer from a library.

        Args:
            library: what there is.
            database: the log, for what was done last.
            clock: the clock.
            taste: tells what is liked, disliked and avoided today.
        """
        self._taste = taste
        self._library = library
        self._database = database
        self._clock = clock

    def next(self, *, lead_with_walk: bool = False, break_seconds: float = BREAK_SECONDS) -> Offers:
        """Return what to offer now.

        Args:
            lead_with_walk: after a long sit or at lunch.
            break_seconds: how long the break is to last.
        """
        recent, taste = self._recent(), self._taste()
        by_id = {each.routine: each for each in self._fitting(break_seconds, taste)}
        walks = [each.routine for each in by_id.values() if each.is_walk]
        disliked = [each for each in by_id if not taste.disliked.isdisjoint(self._exercises(each))]
        # Of those that were done equally long ago the first comes.
        in_order = sorted(by_id, key=lambda each: taste.liked.isdisjoint(self._exercises(each)))
        routine = next_break_routine(
            in_order, walks, recent, lead_with_walk=lead_with_walk, disliked=disliked
        )
        single = [each for each in in_order if each != routine and self._is_single(each)]
        exercise = next_break_routine(single, (), recent, disliked=disliked)
        return Offers(
            None if routine is None else by_id[routine],
            None if exercise is None else by_id[exercise],
        )

    def _fitting(self, break_seconds: float, taste: Taste) -> list[Offer]:
        """Return walks, and of the rest what comes nearest to the length of the break.

        What is shorter does not make up a break, and what is longer keeps from work; within the
        same minute they take turns. A walk can be as long as one likes.
        """
        at_desk = (
            self._offer(each)
            for each in self._library.routines
            if each.place == DESK and taste.avoided.isdisjoint(each.exercises)
        )
        short = [each for each in at_desk if each.seconds <= LONGEST_SECONDS]

        def distance(offer: Offer) -> int:
            return abs(round(offer.seconds / 60) - round(break_seconds / 60))

        nearest = min((distance(each) for each in short if not each.is_walk), default=0)
        return [each for each in short if each.is_walk or distance(each) == nearest]

    def _offer(self, routine: Routine) -> Offer:
        return Offer(
            routine=routine.id,
            exercise=routine.exercises[0],
            seconds=self._library.timeline(routine.id).seconds,
            is_walk=routine.exercises == (WALK,),
        )

    def _is_single(self, routine: str) -> bool:
        return len(self._exercises(routine)) == 1

    def _exercises(self, routine: str) -> tuple[str, ...]:
        return self._library.routine(routine).exercises

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
