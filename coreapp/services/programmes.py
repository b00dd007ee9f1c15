"""Programmes: what is in them, how far one is, and what was chosen for them.

What is done is derived from the log by the ids of the sessions, and the days of training are those
of the plan's entries: nothing is kept twice. How they come into the plan, and what shifts them
there, is in `programme_shifts`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import assert_never

from coreapp.domain.course import week_step, work_seconds
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.programme import (
    ChosenLevel,
    Course,
    CoursePlace,
    GrowingStep,
    Growth,
    GrowthPlace,
    Programme,
    WeekSession,
    routine_id,
    split_id,
)
from coreapp.domain.progression import Passes, PassesReason, may_move_up
from coreapp.domain.routine import Step
from coreapp.domain.training_log import PerformedSession
from coreapp.services.library import Library
from coreapp.services.log_ports import Database
from coreapp.services.planning import Planning
from coreapp.services.ports import Clock
from coreapp.services.programme_entries import living, placed_entries
from coreapp.services.programme_facts import ExerciseLevel, Session, Week
from coreapp.services.programme_gates import with_gate
from coreapp.services.programme_shelf import Choices, ProgrammeShelf
from coreapp.services.programme_standing import (
    A_WEEK,
    CourseStanding,
    GrowthStanding,
    InPlan,
    Standing,
    attempts,
    course_standing,
    growth_standing,
    how_far,
    in_plan,
)


class Programmes:
    """What can be done with programmes."""

    def __init__(
        self,
        *,
        shelf: ProgrammeShelf,
        library: Library,
        planning: Planning,
        database: Database,
        clock: Clock,
    ) -> None:
        self._shelf = shelf
        self._library = library
        self._planning = planning
        self._database = database
        self._clock = clock
        self._known_weeks: dict[str, tuple[Mapping[str, ChosenLevel], Sequence[Week]]] = {}

    def all(self) -> Sequence[Programme]:
        """Return all programmes.

        Raises:
            ContentError: a content file does not say what it should.
        """
        return tuple(self._shelf.programmes.values())

    def planned(self) -> Sequence[Programme]:
        """Return the programmes that the plan has ever held, or that are paused.

        Where there are none no file of a programme is read.

        Raises:
            CoreappError: the plan cannot be read, or a content file does not say what it should.
        """
        parts = (split_id(each.routine) for each in self._planning.entries())
        named = {each[0] for each in parts if each is not None}
        named |= {each for each, chosen in self._shelf.all_choices.items() if chosen.paused}
        return tuple(each for each in self.all() if each.id in named) if named else ()

    def programme(self, identity: str) -> Programme:
        """Return one programme.

        Raises:
            UnknownIdError: there is none with that id.
        """
        return self._shelf.programme(identity)

    def weeks(self, programme: Programme, course: Course) -> Sequence[Week]:
        """Return the weeks of a course with what they hold, at the levels that were chosen."""
        levels = self._shelf.choices(programme.id).levels
        known = self._known_weeks.get(programme.id)
        if known is None or known[0] != levels:
            known = (levels, self._make_weeks(programme, course))
            self._known_weeks[programme.id] = known
        return known[1]

    def _make_weeks(self, programme: Programme, course: Course) -> Sequence[Week]:
        weeks: list[Week] = []
        before = 0.0
        for number in course.weeks:
            sessions = tuple(
                self._session(programme, CoursePlace(number, each.letter))
                for each in course.sessions
            )
            work = sum(each.work_seconds for each in sessions)
            weeks.append(Week(number, sessions, work / before - 1 if before else 0))
            before = work
        return weeks

    def doses(
        self, programme: Programme, course: Course, session: WeekSession, week: int
    ) -> Sequence[tuple[GrowingStep, Step]]:
        """Return the steps of a session, each with its dose of a week."""
        levels = self._shelf.choices(programme.id).levels
        return [(each, week_step(course, each, week, levels)) for each in session.steps]

    def standing(self, identity: str) -> Standing:
        """Return how far one is with a programme.

        Raises:
            UnknownIdError: there is no such programme.
            CoreappError: log or plan cannot be read.
        """
        programme = self.programme(identity)
        due = self._in_plan(programme)
        with self._database.reading() as work:
            match programme.plan:
                case Course() as course:
                    sessions = self._shelf.sessions(identity, self._begun(identity), work)
                    far = how_far(identity, course, sessions)
                    if far is not None:
                        far = with_gate(identity, course, far, sessions, work)
                    return course_standing(course, far, due)
                case Growth() as growth:
                    return growth_standing(self._shelf.next_passes(identity, growth, work), due)
                case _:
                    assert_never(programme.plan)

    def untouched(self, programme: Programme) -> Standing:
        """Return how far one is before anything is known, while the log is not open yet."""
        match programme.plan:
            case Course() as course:
                return course_standing(course, None, None)
            case Growth() as growth:
                return growth_standing(Passes(growth.first, PassesReason.BEGIN), None)
            case _:
                assert_never(programme.plan)

    def next_routine(self, programme: Programme, standing: Standing) -> str:
        """Return the id of the session that is next; of the first one when it is finished."""
        match programme.plan, standing:
            case Course() as course, CourseStanding(next=place):
                return routine_id(programme.id, place or course.places[0])
            case Growth(), GrowthStanding(passes=passes):
                return routine_id(programme.id, GrowthPlace(passes.count))
            case _:
                raise TypeError(standing)

    def today(self) -> date:
        """Return the day it is here."""
        return self._shelf.today()

    def begin_again(self, identity: str) -> Choices:
        """Let a course begin anew: what was done until now does not count for it.

        Levels stay what they are, from the first week on.

        Returns:
            What was chosen before, for `restore` to undo it.

        Raises:
            UnknownIdError: there is no such programme.
            CoreappError: it cannot be written.
        """
        before = self._shelf.choices(self.programme(identity).id)
        levels = {exercise: replace(each, week=1) for exercise, each in before.levels.items()}
        begun = self._clock.reading().utc
        self._shelf.keep(identity, replace(before, begun=begun, levels=levels))
        return before

    def restore(self, identity: str, choices: Choices) -> None:
        """Bring back what was chosen before.

        Raises:
            CoreappError: it cannot be written.
        """
        self._shelf.keep(identity, choices)

    def levels(
        self, programme: Programme, course: Course, *, with_log: bool = True
    ) -> Sequence[ExerciseLevel]:
        """Return the exercises of a course with their levels and what the log says about them.

        Args:
            programme: which.
            course: its weeks.
            with_log: ask the log whether they may move up; it must be open.

        Raises:
            CoreappError: the log cannot be read.
        """
        choices = self._shelf.choices(programme.id)
        own: list[PerformedSession] = []
        if with_log:
            with self._database.reading() as work:
                sessions = self._shelf.sessions(programme.id, choices.begun, work)
            own = [each for each in sessions if self._is_of(programme, each)]
        found = {}
        for step in (each.step for session in course.sessions for each in session.steps):
            chosen = choices.levels.get(step.exercise)
            found[step.exercise] = ExerciseLevel(
                exercise=step.exercise,
                level=chosen.level if chosen else step.level,
                first=step.level,
                is_ready=may_move_up(attempts(own, step.exercise)),
            )
        return tuple(found.values())

    def choose_level(self, identity: str, exercise: str, level: str) -> Choices:
        """Do an exercise of a course at another level from the session on that is next.

        Returns:
            What was chosen before, for `restore` to undo it.

        Raises:
            UnknownIdError: there is no such programme, exercise or level.
            CoreappError: log or plan cannot be read, or it cannot be written.
        """
        before, standing = self._shelf.choices(identity), self.standing(identity)
        if level not in {each.id for each in self._library.exercise(exercise).levels}:
            raise UnknownIdError("level", level)
        week = standing.week if isinstance(standing, CourseStanding) else 1
        levels = {**before.levels, exercise: ChosenLevel(level, week)}
        self._shelf.keep(identity, replace(before, levels=levels))
        return before

    def _session(self, programme: Programme, place: CoursePlace) -> Session:
        identity = routine_id(programme.id, place)
        timeline = self._library.timeline(identity)
        return Session(place, identity, timeline.seconds, work_seconds(timeline))

    def _is_of(self, programme: Programme, session: PerformedSession) -> bool:
        found = self._shelf.place(session.routine)
        return found is not None and found[0] is programme

    def _begun(self, identity: str) -> datetime | None:
        return self._shelf.choices(identity).begun

    def _in_plan(self, programme: Programme) -> InPlan | None:
        today, tomorrow = self._planning.today()
        placed = placed_entries(self._planning.entries(), programme)
        own = {entry.id for entry, _place in placed}
        coming = [
            each.occurrence
            for each in (self._planning.between(today, today + A_WEEK) if own else ())
            if each.occurrence.entry in own and not each.done
        ]
        near = {each.entry for each in coming if each.start < tomorrow}
        placed = living(placed, tomorrow, near)
        if not placed:
            return None
        return in_plan(programme.plan, placed, self._shelf.today(), coming)
