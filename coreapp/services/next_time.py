"""What changes the next time after a session, and why: the rules of growth on the real log.

A session of a programme goes on as its weeks say. In a routine of the library each strength
exercise stands on a ladder of its own (`domain/next_dose`), from the routine's dose on. Stretches,
walks, composed routines and breaks do not grow, nor does what is in several doses or short holds.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from typing import Final

from coreapp.domain.exercise import Exercise, ExerciseKind, Side, Sides
from coreapp.domain.next_dose import (
    NextDose,
    Turn,
    next_dose,
    one_level_at_a_time,
)
from coreapp.domain.programme import (
    Course,
    CoursePlace,
    Growth,
)
from coreapp.domain.progression import MEMORY, WINDOW, PainLight, worst_light
from coreapp.domain.routine import Routine, Step
from coreapp.domain.taken_doses import dose_of
from coreapp.domain.training_log import (
    Feeling,
    PerformedSession,
    PerformedSet,
    SessionKind,
)
from coreapp.services.course_ahead import CourseRule
from coreapp.services.library import Library
from coreapp.services.log_days import local_start
from coreapp.services.log_ports import Database
from coreapp.services.pain_lights import light_of
from coreapp.services.playing import with_feeling
from coreapp.services.programme_gates import read_pain
from coreapp.services.programme_shelf import ProgrammeShelf, passes_after
from coreapp.services.programme_standing import attempts, begun_since, was_done
from coreapp.services.prospects import NOTHING, ExerciseNext, Prospect

DESK: Final = "desk"
STRENGTH: Final = "strength"


class NextTime:
    """Looks ahead after a session."""

    def __init__(self, library: Library, database: Database, shelf: ProgrammeShelf) -> None:
        self._library = library
        self._database = database
        self._shelf = shelf

    def look(self, session: PerformedSession) -> "Outlook":
        """Read what the log says before a session; the form can then be asked about at once.

        Raises:
            CoreappError: log or programmes cannot be read.
        """
        placed = self._shelf.place(session.routine)
        since = session.started_at - MEMORY
        with self._database.reading() as work:
            found = work.sessions.between(since, session.started_at + timedelta(seconds=1))
            pain = read_pain(work, local_start(session).date()) if placed else None
        earlier = [each for each in found if each.id != session.id]
        if placed is not None and pain is not None:
            programme, place = placed
            if isinstance(programme.plan, Course) and isinstance(place, CoursePlace):
                begun = self._shelf.choices(programme.id).begun
                own = begun_since(earlier, begun)
                return Outlook(session, own, CourseRule(self._shelf, programme, place, pain))
            if isinstance(programme.plan, Growth):
                return Outlook(session, earlier, _GrowthRule(programme.id, programme.plan))
            return Outlook(session, earlier, None)
        grows = session.kind is SessionKind.SESSION and any(
            each.id == session.routine and each.place != DESK for each in self._library.routines
        )
        rule = _LadderRule(self._library, session.routine) if grows else None
        return Outlook(session, earlier, rule)


class Outlook:
    """What comes after one session, by what its form says so far."""

    def __init__(
        self,
        session: PerformedSession,
        earlier: Sequence[PerformedSession],
        rule: "CourseRule | _GrowthRule | _LadderRule | None",
    ) -> None:
        self._session = session
        self._earlier = earlier
        self._rule = rule

    def after(self, feeling: Feeling) -> Prospect:
        """Return what comes next if the session felt like this."""
        if self._rule is None:
            return NOTHING
        return self._rule.prospect([with_feeling(self._session, feeling), *self._earlier])


class _GrowthRule:
    """The passes of a growing flow."""

    def __init__(self, programme: str, growth: Growth) -> None:
        self._programme = programme
        self._growth = growth

    def prospect(self, sessions: Sequence[PerformedSession]) -> Prospect:
        """Return what comes after the first of these sessions, which are newest first."""
        # It comes again on the next day at the earliest, when this one counts with the days before.
        tomorrow = local_start(sessions[0]).date() + timedelta(days=1)
        passes = passes_after(sessions, self._programme, self._growth, tomorrow)
        return Prospect(easy_day=light_of(sessions[0]) is PainLight.RED, passes=passes)


class _LadderRule:
    """The ladders of the exercises of one routine."""

    def __init__(self, library: Library, routine: str) -> None:
        self._library = library
        self._routine = library.routine(routine)

    def prospect(self, sessions: Sequence[PerformedSession]) -> Prospect:
        """Return what comes after the first of these sessions, which are newest first."""
        own = [each for each in reversed(sessions) if each.routine == self._routine.id]
        found: list[tuple[Step, NextDose]] = []
        for step, sets in self._growing():
            exercise = self._library.exercise(step.exercise)
            was_done_now = any(each.exercise == exercise.id for each in sessions[0].sets)
            turns = [turn for each in own if (turn := _turn(each, exercise, sets))]
            elsewhere = _light_elsewhere(sessions, self._routine.id, exercise.id)
            dose = next_dose(dose_of(step), turns if was_done_now else (), elsewhere)
            if dose is not None:
                found.append((step, dose))
        doses = one_level_at_a_time([dose for _step, dose in found])
        exercises = tuple(
            ExerciseNext(
                exercise=step.exercise,
                now=dose.now,
                dose=dose.dose,
                in_seconds=step.seconds is not None,
                base=dose_of(step),
                reason=dose.reason,
                level=step.level,
                short_side=dose.short_side,
            )
            for (step, _dose), dose in zip(found, doses, strict=True)
        )
        return Prospect(exercises, easy_day=light_of(sessions[0]) is PainLight.RED)

    def _growing(self) -> Sequence[tuple[Step, int]]:
        """Return the steps that grow, each with the sets that a session has of it."""
        steps = sorted(_steps(self._routine), key=lambda each: each[0].exercise)
        by_exercise = {
            exercise: list(each) for exercise, each in groupby(steps, lambda each: each[0].exercise)
        }
        single = (by_exercise[each] for each in self._routine.exercises)
        return [each[0] for each in single if len(each) == 1 and self._grows(each[0][0])]

    def _grows(self, step: Step) -> bool:
        exercise = self._library.exercise(step.exercise)
        if STRENGTH not in exercise.purposes:
            return False
        if exercise.kind is ExerciseKind.HOLD:
            return step.seconds is not None
        return exercise.kind is ExerciseKind.REPS and step.reps is not None


def _steps(routine: Routine) -> Sequence[tuple[Step, int]]:
    return [(step, step.sets * block.rounds) for block in routine.blocks for step in block.steps]


def _turn(session: PerformedSession, exercise: Exercise, sets: int) -> Turn | None:
    """Return how an exercise went in a session; None if it did not come to it.

    A set that the log does not have was not begun: the session was ended before.
    """
    done = [each for each in session.sets if each.exercise == exercise.id]
    if not done:
        return None
    (attempt,) = attempts([session], exercise.id)
    planned = sets * (2 if exercise.sides is Sides.EACH_SIDE else 1)
    short = {each.side for each in done if not was_done(each)}
    one_side = len(short) == 1 and short <= {Side.LEFT, Side.RIGHT}
    return Turn(
        day=local_start(session).date(),
        dose=_planned_dose(done[0]),
        attempt=replace(attempt, complete=attempt.complete and len(done) >= planned),
        short_side=short.pop() if one_side else None,
    )


def _planned_dose(performed: PerformedSet) -> int:
    if performed.planned_reps is None:
        return round(performed.planned_seconds)
    # What alternates counts both sides together in the log.
    return performed.planned_reps // (2 if performed.side is Side.ALTERNATING else 1)


def _light_elsewhere(
    sessions: Sequence[PerformedSession], routine: str, exercise: str
) -> PainLight | None:
    """Return the worst light of what else an exercise was in, in the seven days before."""
    since = sessions[0].started_at - WINDOW
    return worst_light(
        [
            light_of(each)
            for each in sessions
            if each.routine != routine
            and each.started_at > since
            and any(done.exercise == exercise for done in each.sets)
        ]
    )
