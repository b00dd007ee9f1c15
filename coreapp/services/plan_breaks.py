"""Breaks fed by the plan: sets of today's planned session, spread over the breaks of the day.

A portion is a routine made for the moment whose id names the session and its sets, so the log alone
says what is left. It counts like every other break, and the portion that does the last set carries
the occurrence of the plan and so ticks it off, as the whole session would.

Begun later, the session offers what is left: whoever did nine of thirteen sets at the desk would
otherwise do nine of them twice, or none. It is asked and not decided, since somebody may well want
to train the whole in one go.
"""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from coreapp.domain.errors import CoreappError
from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine
from coreapp.domain.settings import Settings
from coreapp.domain.spreading import (
    done_sets,
    next_portion,
    rest_of,
    session_of,
    sets_of,
    split_portion,
)
from coreapp.domain.timeline import TimelineOptions
from coreapp.domain.training_log import Outcome, PerformedSession, PlannedOccurrence, SessionKind
from coreapp.services.library import Library
from coreapp.services.log_ports import Database
from coreapp.services.offer_words import portion_name
from coreapp.services.planning import Planning

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PlannedPortion:
    """Some sets of a planned session, as a routine that the library finds.

    Attributes:
        routine: its id.
        session: the id of the whole.
        sets: their numbers.
        total: how many sets the session has.
        seconds: how long it takes.
        exercise: the id of its first exercise.
        ticks_off: the occurrence that is done with it; None while sets are left.
    """

    routine: str
    session: str
    sets: tuple[int, ...]
    total: int
    seconds: float
    exercise: str
    ticks_off: PlannedOccurrence | None


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a session of which sets were done in breaks today.

    Attributes:
        routine: the id of what is left.
        session: the id of the whole.
        done: how many sets were done.
        total: how many the session has.
        seconds: how long the rest takes.
        whole_seconds: how long the whole takes.
    """

    routine: str
    session: str
    done: int
    total: int
    seconds: float
    whole_seconds: float


class PlanBreaks:
    """Portions of what is planned for today."""

    def __init__(
        self,
        library: Library,
        planning: Planning,
        database: Database,
        settings: Callable[[], Settings],
    ) -> None:
        """Take from a plan.

        Args:
            library: finds the sessions, and keeps the portions while the program runs.
            planning: what is planned for today.
            database: the log, for what is done of it.
            settings: whether breaks are fed by the plan at all, and what it adds to get ready.
        """
        self._library = library
        self._planning = planning
        self._database = database
        self._settings = settings

    def portion(self, most_seconds: float, fits: Collection[str]) -> PlannedPortion | None:
        """Return the next sets of today; None if it is not wanted, or none fits.

        Args:
            most_seconds: how long the break lasts.
            fits: ids of the exercises that can be done here and now.
        """
        if not self._settings().breaks_from_plan:
            return None
        try:
            return self._next(most_seconds, fits)
        except CoreappError as error:
            logger.warning("the breaks are offered without the plan: %s", error)
            return None

    def rest(self, routine: str) -> Rest | None:
        """Return what is left of a session; None if none of it was done in a break today.

        Args:
            routine: what is about to be played.

        Raises:
            CoreappError: the log cannot be read, or there is no such routine.
        """
        sessions = self._today_of(routine)
        if all(each.kind is not SessionKind.BREAK for each in sessions):
            return None
        whole = self._library.as_done(routine)
        done = self._done(whole, sessions)
        left = rest_of(whole, self._exercises, done) if done else None
        if left is None or left.id == routine:
            return None
        self._library.add_composed(left, partial(portion_name, self._library, routine))
        return Rest(
            routine=left.id,
            session=routine,
            done=len(done),
            total=len(sets_of(whole, self._exercises)),
            seconds=self._library.timeline(left.id, self._options).seconds,
            whole_seconds=self._library.timeline(routine, self._options).seconds,
        )

    def _next(self, most_seconds: float, fits: Collection[str]) -> PlannedPortion | None:
        start, end = self._planning.today()
        for planned in self._planning.between(start, end):
            routine = planned.occurrence.routine
            is_due = not (planned.done or planned.is_excused)
            if not is_due or self._library.trouble_with(routine) is not None:
                continue
            whole = self._library.as_done(routine)
            done = self._done(whole, self._today_of(routine))
            portion = next_portion(whole, self._exercises, done, fits, most_seconds, self._options)
            if portion is not None:
                return self._portion(whole, portion, done, planned.occurrence.planned)
        return None

    def _portion(
        self,
        whole: Routine,
        portion: Routine,
        done: Collection[int],
        occurrence: PlannedOccurrence,
    ) -> PlannedPortion:
        parts = split_portion(portion.id)
        numbers = parts[1] if parts else ()
        everything = {each.number for each in sets_of(whole, self._exercises)}
        self._library.add_composed(portion, partial(portion_name, self._library, whole.id))
        return PlannedPortion(
            routine=portion.id,
            session=whole.id,
            sets=numbers,
            total=len(everything),
            seconds=self._library.timeline(portion.id, self._options).seconds,
            exercise=portion.exercises[0],
            ticks_off=occurrence if everything <= {*done, *numbers} else None,
        )

    def _today_of(self, routine: str) -> Sequence[PerformedSession]:
        """Return what was done of a session today, since it was last done to its end.

        What is planned twice a day begins anew when the first time is done.
        """
        start, end = self._planning.today()
        with self._database.reading() as work:
            sessions = work.sessions.between(start, end)
        found: list[PerformedSession] = []
        for each in sessions:
            if session_of(each.routine) != routine:
                continue
            whole = each.routine == routine or each.planned is not None
            if whole and each.outcome is Outcome.COMPLETED:
                break
            found.append(each)
        return found

    def _done(self, whole: Routine, sessions: Sequence[PerformedSession]) -> frozenset[int]:
        return frozenset[int]().union(
            *(done_sets(whole, self._exercises, each.routine, each.sets) for each in sessions)
        )

    @property
    def _exercises(self) -> dict[str, Exercise]:
        return {each.id: each for each in self._library.exercises}

    @property
    def _options(self) -> TimelineOptions:
        return TimelineOptions(self._settings().extra_ready_seconds)
