"""What a sitting break offers to do: a short routine and one single movement, each with its reason.

`domain/rotation` decides; here is gathered what it decides from: what fits the minutes, the place
and the clothes, what a person likes, hides, or said hurts today, and what the log says was done.
Where a person wants it, sets of today's planned session take the routine's place.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Final

from coreapp.domain.errors import CoreappError
from coreapp.domain.marks import NO_TASTE, Taste
from coreapp.domain.rotation import NO_PAST, Choice, Past, WhyKind, choose
from coreapp.domain.settings import Settings
from coreapp.domain.sitting.facts import Cause, Fact, FactKind, Outcome
from coreapp.domain.timeline import TimelineOptions
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.services.break_choices import BreakChoices, Choosable, Here
from coreapp.services.break_history import LOOK_BACK, past_of, past_of_movements
from coreapp.services.library import Library
from coreapp.services.log_days import in_zone
from coreapp.services.log_ports import Database
from coreapp.services.offer_words import planned_line, reason_line
from coreapp.services.plan_breaks import PlanBreaks, PlannedPortion
from coreapp.services.ports import Clock

logger = logging.getLogger(__name__)

BREAK_SECONDS: Final = 120.0
"""How long a break lasts where nobody says otherwise."""

_PLAIN: Final = Settings()


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine that fits into a break.

    Attributes:
        routine: its id; the library finds it.
        exercise: id of its first exercise, for the picture.
        seconds: how long it takes.
        is_walk: it is nothing but walking.
        is_planned: it is some sets of the session that is planned for today.
        called: returns `name`.
        because: returns `reason`.
    """

    routine: str
    exercise: str
    seconds: float
    is_walk: bool
    is_planned: bool = False
    called: Callable[[], str] = field(default=str, compare=False)
    because: Callable[[], str] = field(default=str, compare=False)

    @property
    def name(self) -> str:
        """What it is called, in the language that is shown now."""
        return self.called()

    @property
    def reason(self) -> str:
        """Why it is offered, a sentence in the language that is shown now; may be empty."""
        return self.because()


@dataclass(frozen=True, slots=True)
class Offers:
    """What one break offers.

    Attributes:
        routine: the short routine whose turn it is; None if the library has none.
        exercise: one movement that is no walk; None if there is none.
    """

    routine: Offer | None
    exercise: Offer | None


class BreakOffers:
    """Picks what is done in the next break."""

    def __init__(
        self,
        library: Library,
        database: Database,
        clock: Clock,
        taste: Callable[[], Taste] = lambda: NO_TASTE,
        *,
        settings: Callable[[], Settings] = lambda: _PLAIN,
        plan: PlanBreaks | None = None,
    ) -> None:
        """Offer from a library.

        Args:
            library: what there is; it keeps what is made for the moment while the program runs.
            database: the log, for what was done last.
            clock: the clock.
            taste: tells what is liked, disliked and avoided today.
            settings: tell of place and clothes.
            plan: gives portions of what is planned for today; None for none.
        """
        self._library = library
        self._database = database
        self._clock = clock
        self._taste = taste
        self._settings = settings
        self._plan = plan
        self._choices = BreakChoices(library)
        self._ticks_off: dict[str, PlannedOccurrence] = {}
        self._cause: Cause | None = None
        self._walked_at: datetime | None = None

    def note(self, facts: Sequence[Fact]) -> None:
        """Hear what the engine tells: a walk at lunch stands in no log if nobody pressed a button.

        What is known of it is forgotten with the program: at worst a walk comes a break too early.
        """
        for fact in facts:
            if fact.kind in {FactKind.PROMPT, FactKind.BREAK_START} and fact.cause is not None:
                self._cause = fact.cause
            if fact.kind is FactKind.BREAK_END and fact.outcome is Outcome.TAKEN:
                if self._cause is Cause.LUNCH_WALK:
                    self._walked_at = fact.utc
                self._cause = None

    def next(self, *, lead_with_walk: bool = False, break_seconds: float = BREAK_SECONDS) -> Offers:
        """Return what to offer now.

        Args:
            lead_with_walk: after a long sit or at lunch.
            break_seconds: how long the break is to last.
        """
        settings = self._settings()
        here = Here(
            break_seconds,
            self._taste(),
            settings.break_place,
            settings.break_clothes,
            TimelineOptions(settings.extra_ready_seconds),
        )
        past, of_movements = self._past()
        routines = {each.candidate.id: each for each in self._choices.routines(here)}
        choice = choose(
            [each.candidate for each in routines.values()], past, walk_first=lead_with_walk
        )
        routine = None if choice is None else self._offer(choice, routines)
        if not _is_walk_due(choice) and (portion := self._portion(here)) is not None:
            routine = portion
        return Offers(routine, self._movement(here, of_movements, routine))

    def ticked_off_by(self, routine: str) -> PlannedOccurrence | None:
        """Return the occurrence of the plan that is done when an offered routine is; or None."""
        return self._ticks_off.get(routine)

    def _movement(self, here: Here, past: Past, routine: Offer | None) -> Offer | None:
        """Return one movement, another one than those of the routine where there is a choice."""
        doing = self._library.routine(routine.routine).exercises if routine else ()
        found = self._choices.movements(here)
        others = [each for each in found if each.routine.exercises[0] not in doing] or found
        movements = {each.candidate.id: each for each in others}
        choice = choose([each.candidate for each in others], past)
        return None if choice is None else self._offer(choice, movements)

    def _portion(self, here: Here) -> Offer | None:
        if self._plan is None:
            return None
        can = {each.id for each in self._library.exercises if here.allows(each)}
        portion = self._plan.portion(here.seconds, can)
        return None if portion is None else self._planned(portion)

    def _planned(self, portion: PlannedPortion) -> Offer:
        # Yesterday the same sets may have been the last ones.
        self._ticks_off = {} if portion.ticks_off is None else {portion.routine: portion.ticks_off}
        return Offer(
            routine=portion.routine,
            exercise=portion.exercise,
            seconds=portion.seconds,
            is_walk=False,
            is_planned=True,
            called=partial(self._library.routine_name, portion.routine),
            because=partial(planned_line, portion.sets, portion.total),
        )

    def _offer(self, choice: Choice, among: dict[str, Choosable]) -> Offer:
        chosen = among[choice.candidate.id]
        if chosen.name is not None:
            self._library.add_composed(chosen.routine, chosen.name)
        return Offer(
            routine=chosen.routine.id,
            exercise=chosen.routine.exercises[0],
            seconds=chosen.seconds,
            is_walk=chosen.candidate.is_walk,
            called=partial(self._library.routine_name, chosen.routine.id),
            because=partial(reason_line, choice.why),
        )

    def _past(self) -> tuple[Past, Past]:
        """Return what the log says to routines and to movements; unread, it says nothing."""
        now = self._clock.reading().utc
        try:
            with self._database.reading() as work:
                sessions = work.sessions.between(now - LOOK_BACK, None)
        except CoreappError as error:
            logger.warning("the breaks are offered without looking back: %s", error)
            return NO_PAST, NO_PAST
        exercises = {each.id: each for each in self._library.exercises}
        today = in_zone(now, self._clock.zone()).date()
        past = past_of(sessions, exercises, today, self._walked_at)
        return past, past_of_movements(past, sessions, today)


def _is_walk_due(choice: Choice | None) -> bool:
    return choice is not None and choice.why.kind in {WhyKind.WALK_FIRST, WhyKind.WALK_TURN}
