"""What comes after a session of a course: the week and its doses."""

from collections.abc import Sequence
from functools import partial

from coreapp.domain.course import is_beyond, week_step, week_to_go_on
from coreapp.domain.programme import Course, CoursePlace, GrowingStep, Grows, Programme
from coreapp.domain.progression import PainLight
from coreapp.domain.routine import Step
from coreapp.domain.taken_doses import dose_of
from coreapp.domain.training_log import Outcome, PerformedSession
from coreapp.services.pain_lights import light_of
from coreapp.services.programme_gates import RecentPain, behind_gate
from coreapp.services.programme_shelf import ProgrammeShelf
from coreapp.services.programme_standing import how_far
from coreapp.services.prospects import NOTHING, ExerciseNext, Prospect, WeekAhead


class CourseRule:
    """The weeks of a programme."""

    def __init__(
        self,
        shelf: ProgrammeShelf,
        programme: Programme,
        place: CoursePlace,
        pain: RecentPain,
    ) -> None:
        """Take what has been read.

        Args:
            shelf: knows the levels.
            programme: which.
            place: what the session is of it.
            pain: what was entered about it in the days before.
        """
        self._programme = programme
        self._pain = pain
        self._place = place
        self._levels = shelf.choices(programme.id).levels

    def prospect(self, sessions: Sequence[PerformedSession]) -> Prospect:
        """Return what comes after the first of these sessions, which are newest first."""
        course = self._programme.plan
        if not isinstance(course, Course) or sessions[0].outcome is not Outcome.COMPLETED:
            return NOTHING
        ahead = self._ahead(course, sessions)
        found = (
            self._next(course, growing, ahead)
            for growing in course.session(self._place.letter).steps
            if growing.grows is not Grows.NOTHING
        )
        is_red = light_of(sessions[0]) is PainLight.RED
        return Prospect(tuple(found), easy_day=is_red, week=ahead)

    def _ahead(self, course: Course, sessions: Sequence[PerformedSession]) -> WeekAhead:
        week = self._place.week
        if (far := how_far(self._programme.id, course, sessions)) is None:
            return WeekAhead(None, week, week_to_go_on(course, week, []))
        # An Outlook has read sixty days; the gate looks at no more.
        grew = partial(self._pain.grew, sessions[0])
        far = behind_gate(self._programme.id, course, far, sessions, grew)
        reached = far.reached
        go_on = week_to_go_on(course, week, [reached.light])
        after = course.places[course.places.index(reached.last) + 1 :]
        left = sum(each.week == week and each not in reached.recent for each in after)
        if reached.wanting > left and is_beyond(course, reached.last, go_on):
            return WeekAhead(reached.light, week, week, self._programme)
        return WeekAhead(reached.light, week, go_on)

    def _next(self, course: Course, growing: GrowingStep, ahead: WeekAhead) -> ExerciseNext:
        now, coming = (
            week_step(course, growing, week, self._levels) for week in (ahead.week, ahead.go_on)
        )
        way = (growing.step.seconds_per_rep or 0) - growing.hold_seconds
        held = growing.grows is Grows.HOLD
        return ExerciseNext(
            exercise=now.exercise,
            now=_held(now, way) if held else dose_of(now),
            dose=_held(coming, way) if held else dose_of(coming),
            in_seconds=held or now.seconds is not None,
            level=now.level,
        )


def _held(step: Step, way: float) -> int:
    return round((step.seconds_per_rep or 0) - way)
