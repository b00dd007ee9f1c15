"""What is known of programmes in the plan, for whoever shifts them there."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from coreapp.domain.activity import week_of
from coreapp.domain.course import week_after_gap
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.occurrences import Occurrence
from coreapp.domain.programme import Course, CoursePlace, Programme, split_id
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.shifting import FARTHEST
from coreapp.domain.training_log import Outcome, PlannedOccurrence
from coreapp.domain.wall_time import find_zone, in_utc, parse_time, resolve
from coreapp.services.log_ports import Database, Work
from coreapp.services.planning import PlannedSession, Planning
from coreapp.services.ports import Clock
from coreapp.services.programme_entries import Placed, living, placed_entries
from coreapp.services.programme_shelf import ProgrammeShelf
from coreapp.services.programme_standing import CourseStanding, Standing, weekdays_of

A_WEEK: Final = 7

_A_DAY: Final = timedelta(days=1)


class ProgrammePlan:
    """Reads plan and log for one programme at a time."""

    def __init__(
        self, shelf: ProgrammeShelf, planning: Planning, database: Database, clock: Clock
    ) -> None:
        self._shelf = shelf
        self._planning = planning
        self._database = database
        self._clock = clock

    def today(self) -> date:
        """Return the day it is here."""
        return self._shelf.today()

    def midnight(self, day: date) -> datetime:
        """Return when a day begins here."""
        return datetime.combine(day, time(), find_zone(self._clock.zone()))

    def living(self, programme: Programme) -> Placed:
        """Return the entries of which something is to come today or later."""
        placed = placed_entries(self._planning.entries(), programme)
        today, tomorrow = self._planning.today()
        near = self._planning.between(today, tomorrow) if placed else ()
        open_today = {each.occurrence.entry for each in near if not each.done}
        return living(placed, tomorrow, open_today)

    def usual(self, programme: Programme) -> tuple[tuple[str, ...], str]:
        """Return the weekdays and the time of day of a programme, now or when it was planned last.

        Raises:
            InvalidValueError: it was never in the plan.
        """
        if (paused := self._shelf.choices(programme.id).paused) is not None:
            return paused.weekdays, paused.at
        placed = placed_entries(self._planning.entries(), programme)
        if not placed:
            raise InvalidValueError(
                "programme", programme.id, marked("It is not in the plan; put it there first.")
            )
        newest = sorted(
            (entry for entry, _place in placed), key=lambda each: each.start_date, reverse=True
        )
        count = len(programme.plan.sessions) if isinstance(programme.plan, Course) else 1
        # At the end of a course not every session of the week is in the plan any more.
        days = [weekdays_of(newest[:number]) for number in range(1, len(newest) + 1)]
        enough = next((each for each in days if len(each) >= count), days[-1])
        return enough, newest[0].at.strftime("%H:%M")

    def first_free_day(self, programme: Programme, at: str) -> date:
        """Return today, or tomorrow if its hour has passed or one of its sessions was completed.

        Args:
            programme: which.
            at: the time of day, `18:30`.
        """
        today = self.today()
        hour = resolve(datetime.combine(today, parse_time("at", at)), find_zone(self._clock.zone()))
        if in_utc(hour) < self._clock.reading().utc:
            return today + _A_DAY
        with self._database.reading() as work:
            sessions = self._shelf.sessions(programme.id, self.midnight(today), work)
        is_done = any(each.outcome is Outcome.COMPLETED for each in sessions)
        return today + _A_DAY if is_done else today

    def open(self, programme: Programme) -> Sequence[PlannedSession]:
        """Return what is to come of a programme today or later and not done, in order."""
        own = {entry.id: entry.start_date for entry, _place in self.living(programme)}
        if not own:
            return ()
        today = self.today()
        last = max(today, *own.values())
        coming = self._planning.between(self.midnight(today), self.midnight(last) + FARTHEST)
        return [each for each in coming if each.occurrence.entry in own and not each.done]

    def coming_places(self, programme: Programme) -> Sequence[tuple[Occurrence, CoursePlace]]:
        """Return what is to come of a course, with what each is."""
        found = []
        for each in self.open(programme):
            parts = split_id(each.occurrence.routine)
            if parts is not None and isinstance(parts[1], CoursePlace):
                found.append((each.occurrence, parts[1]))
        return found

    def done(self, work: Work, entries: Iterable[ScheduleEntry]) -> Set[PlannedOccurrence]:
        """Return what is ticked off of some entries, and perhaps of others."""
        days = [each.start_date for each in entries]
        if not days:
            return frozenset()
        first = datetime.combine(min(days) - _A_DAY, time(), UTC)
        end = self._clock.reading().utc + FARTHEST
        ticks = [*work.sessions.ticks(first, end), *work.activities.ticks(first, end)]
        return {each.planned for each in ticks}

    def after_gap(self, programme: Programme, standing: Standing) -> Standing:
        """Return a standing that goes on more easily after whole weeks without a session."""
        if not isinstance(programme.plan, Course) or not isinstance(standing, CourseStanding):
            return standing
        last, on, following = standing.last, standing.last_on, standing.next
        if last is None or on is None or following is None:
            return standing
        missed = (week_of(self.today()) - week_of(on)).days // A_WEEK - 1
        if missed < 1:
            return standing
        week = week_after_gap(programme.plan, last.week, missed)
        if week > following.week:
            return standing  # Pain asks for more than the gap does.
        return replace(standing, next=CoursePlace(week, programme.plan.sessions[0].letter))


def week_to_repeat(standing: CourseStanding, coming: CoursePlace, today: date) -> int:
    """Return the week that one is in, or the one just finished if the next has not begun."""
    last, on = standing.last, standing.last_on
    if last is None or on is None or today - on > A_WEEK * _A_DAY:
        return coming.week
    return min(last.week, coming.week)
