"""What the occurrences in the plan are that belong to programmes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from coreapp.domain.occurrences import Occurrence, occurrences
from coreapp.domain.pacing import Due, keep_pace, planned_place
from coreapp.domain.programme import (
    Course,
    CoursePlace,
    GrowthPlace,
    Place,
    Programme,
    routine_id,
)
from coreapp.domain.progression import MEMORY
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.training_log import Outcome, PerformedSession, PlannedOccurrence
from coreapp.domain.wall_time import in_utc
from coreapp.services.log_days import in_zone, local_start
from coreapp.services.log_ports import Work
from coreapp.services.ports import Clock
from coreapp.services.programme_gates import with_gate
from coreapp.services.programme_shelf import ProgrammeShelf
from coreapp.services.programme_standing import A_WEEK, begun_since, how_far, place_of
from coreapp.services.programme_words import session_name

_MOMENT: Final = timedelta(microseconds=1)

_Entries = Sequence[tuple[ScheduleEntry, Place]]
"""The entries of one programme, each with what it begins with."""

_Places = Mapping[PlannedOccurrence, Place]


class ProgrammeSeries:
    """Names the occurrences of programmes; satisfies `planning.Series`."""

    def __init__(self, shelf: ProgrammeShelf, clock: Clock) -> None:
        self._shelf = shelf
        self._clock = clock

    def follow(
        self, entries: Sequence[ScheduleEntry], found: Sequence[Occurrence], work: Work
    ) -> Sequence[Occurrence]:
        """Return occurrences with the routine of their week, or with as many passes as are next.

        An entry of a course names the session that it begins with; its occurrences in the second
        week are the next week's, and so on; after the last week it stays there. What is still to
        come waits for whoever missed weeks or is in pain (`domain/pacing`). What is past is what
        was done; where nothing was, it is what the calendar has.
        """
        wanted = {each.entry for each in found}
        programmes: dict[str, Programme] = {}
        groups: dict[str, list[tuple[ScheduleEntry, Place]]] = defaultdict(list)
        for entry in entries:
            if (placed := self._shelf.place(entry.routine)) is not None:
                programmes[placed[0].id] = placed[0]
                groups[placed[0].id].append((entry, placed[1]))
        names: dict[PlannedOccurrence, tuple[Programme, Place]] = {}
        for identity, group in groups.items():
            own = {entry.id for entry, _first in group} & wanted
            if own:
                programme = programmes[identity]
                mine = [each for each in found if each.entry in own]
                places = self._places(programme, group, mine, work)
                names |= {planned: (programme, place) for planned, place in places.items()}
        return [
            _named(each, *names[each.planned]) if each.planned in names else each for each in found
        ]

    def _places(
        self, programme: Programme, group: _Entries, found: Sequence[Occurrence], work: Work
    ) -> _Places:
        midnight = self._midnight()
        if isinstance(programme.plan, Course):
            weeks = _Weeks(programme.plan, group)
            return self._course_places(programme.id, weeks, found, midnight, work)
        firsts = {entry.id: first for entry, first in group}
        today = GrowthPlace(self._shelf.next_passes(programme.id, programme.plan, work).count)
        return {
            each.planned: firsts[each.entry] if in_utc(each.start) < midnight else today
            for each in found
        }

    def _course_places(
        self,
        programme: str,
        weeks: "_Weeks",
        found: Sequence[Occurrence],
        midnight: datetime,
        work: Work,
    ) -> _Places:
        # The sessions of the week before, too: the first week's may be done in any order.
        since = datetime.combine(weeks.start, time(), UTC) - A_WEEK
        # A gate looks back further: what is put into the plan again has been done before.
        remembered = self._shelf.sessions(programme, since - MEMORY, work)
        sessions = [each for each in remembered if each.started_at >= since]
        begun = self._shelf.choices(programme).begun
        far = how_far(programme, weeks.course, begun_since(sessions, begun))
        if far is not None:
            counted = begun_since(remembered, begun)
            far = with_gate(programme, weeks.course, far, counted, work)
        decided = local_start(far.newest).date() if far else self._day(begun)
        done = _ticked_off(programme, weeks.course, sessions)
        until = max(in_utc(each.start) for each in found) + _MOMENT
        coming = [
            each
            for each in occurrences(weeks.entries.values(), midnight, until)
            if each.planned not in done
        ]
        dues = [Due(weeks.planned(each), weeks.least(each, decided)) for each in coming]
        paced = keep_pace(weeks.course, far.reached if far else None, dues)
        return (
            {each.planned: weeks.planned(each) for each in found}
            | dict(zip((each.planned for each in coming), paced, strict=True))
            | done
        )

    def _day(self, moment: datetime | None) -> date | None:
        return in_zone(moment, self._clock.zone()).date() if moment else None

    def _midnight(self) -> datetime:
        here = in_zone(self._clock.reading().utc, self._clock.zone())
        return in_utc(here.replace(hour=0, minute=0, second=0, microsecond=0))


class _Weeks:
    """The entries of a course, and what they are by the calendar."""

    def __init__(self, course: Course, group: _Entries) -> None:
        self.course = course
        self.entries = {entry.id: entry for entry, _first in group}
        self._firsts = {entry.id: first for entry, first in group if isinstance(first, CoursePlace)}

    @property
    def start(self) -> date:
        """The first day of all."""
        return min(each.start_date for each in self.entries.values())

    def planned(self, each: Occurrence) -> CoursePlace:
        """Return what an occurrence is by the calendar."""
        start = self.entries[each.entry].start_date
        return planned_place(self.course, self._firsts[each.entry], start, each.original_date)

    def least(self, each: Occurrence, decided: date | None) -> int:
        """Return the week that an entry begins with, until the log says more than the plan.

        Args:
            each: one of its occurrences.
            decided: the day of the newest session, or on which the course was begun again.
        """
        if decided is not None and decided >= self.entries[each.entry].start_date:
            return 1
        return self._firsts[each.entry].week


def _ticked_off(
    programme: str, course: Course, sessions: Sequence[PerformedSession]
) -> dict[PlannedOccurrence, Place]:
    """Return what was done of the plan, by the occurrence that it ticks off."""
    return {
        each.planned: place
        for each in sessions
        if each.planned is not None
        and each.outcome is Outcome.COMPLETED
        and (place := place_of(programme, each)) in course.places
        and place is not None
    }


def _named(each: Occurrence, programme: Programme, place: Place) -> Occurrence:
    return replace(
        each, routine=routine_id(programme.id, place), title=session_name(programme, place)
    )
