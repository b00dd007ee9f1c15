"""Programmes in the plan: put there, shifted when life happens, paused, and taken out.

Whatever is changed, the past stays: what was done keeps the entry that it was done for, and what
was missed is not made up. Each change is one transaction and can be undone as a whole.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from coreapp.domain.errors import CoreappError, InvalidValueError, marked
from coreapp.domain.occurrences import Occurrence
from coreapp.domain.programme import Course, CoursePlace, Programme
from coreapp.domain.schedule import ScheduleEntry, make_entry
from coreapp.domain.shifting import has_end, is_over, past_of, still_open
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR
from coreapp.services.log_ports import Database
from coreapp.services.plan_changes import shift_in, skip_in, undo_in
from coreapp.services.planning import Planning
from coreapp.services.ports import Clock, Identities
from coreapp.services.programme_drafts import drafts
from coreapp.services.programme_entries import placed_entries
from coreapp.services.programme_facts import PlanChange, Wish
from coreapp.services.programme_plan import A_WEEK, ProgrammePlan, week_to_repeat
from coreapp.services.programme_shelf import Choices, Paused, ProgrammeShelf
from coreapp.services.programme_standing import CourseStanding, Standing
from coreapp.services.programmes import Programmes

MOST_DAYS: Final = 365
"""Nothing is shifted farther at once."""

_A_DAY: Final = timedelta(days=1)
_EVER: Final = date(FIRST_YEAR, 1, 1)
_NEVER: Final = datetime(LAST_YEAR, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of a programme in the plan, for telling and undoing it.

    Attributes:
        programme: its id.
        change: what came into the plan and what left it.
        before: what was chosen for the programme before, if that changed; else None.
        conflicts: sessions to come that fall on a day of rest, of sickness or of travel.
    """

    programme: str
    change: PlanChange
    before: Choices | None = None
    conflicts: tuple[Occurrence, ...] = ()


class ProgrammeShifts:
    """What can be done with programmes in the plan."""

    def __init__(
        self,
        *,
        programmes: Programmes,
        shelf: ProgrammeShelf,
        planning: Planning,
        database: Database,
        clock: Clock,
        new_id: Identities,
    ) -> None:
        self._programmes = programmes
        self._shelf = shelf
        self._database = database
        self._clock = clock
        self._new_id = new_id
        self._plan = ProgrammePlan(shelf, planning, database, clock)

    def put_into_plan(self, identity: str, wish: Wish) -> Shift:
        """Put what is left of a programme into the plan; what was to come of it leaves the plan.

        Raises:
            UnknownIdError: there is no such programme.
            InvalidValueError: the days are not as many as the sessions of a week, or it is
                finished, or a part of the wish cannot be used.
            CoreappError: log or plan cannot be read or written.
        """
        programme = self._programmes.programme(identity)
        standing = self._programmes.standing(identity)
        return self._put(programme, standing, wish, min(self._plan.today(), wish.start))

    def take_out(self, identity: str) -> Shift:
        """Take what is to come of a programme out of the plan; all of it if none was done.

        Raises:
            UnknownIdError: there is no such programme.
            CoreappError: the plan cannot be read or written.
        """
        programme = self._programmes.programme(identity)
        if self._was_ever_done(programme):
            return self._replan(programme, (), self._plan.today(), None)
        return self._replan(programme, (), _EVER, None)

    def push(self, identity: str, days: int = A_WEEK) -> Shift:
        """Let all that is to come of a programme be some days later, each at its time of day.

        The occurrences keep their original dates. What has no end, such as passes every day,
        rests for so many days instead.

        Raises:
            UnknownIdError: there is no such programme.
            InvalidValueError: the days are out of range, or nothing of it is to come.
            CoreappError: log or plan cannot be read or written.
        """
        if not 1 <= days <= MOST_DAYS:
            raise InvalidValueError("days", days, marked("Give a number of days from 1 to 365."))
        programme = self._programmes.programme(identity)
        start = self._plan.midnight(self._plan.today())
        with self._database.work() as work:
            own = [entry for entry, _ in placed_entries(work.schedule.all(), programme)]
            done = self._plan.done(work, own)
            finite = [entry for entry in own if has_end(entry)]
            endless = [entry for entry in own if not has_end(entry)]
            later = still_open(finite, start, _NEVER, done)
            resting = still_open(endless, start, start + days * _A_DAY, done)
            if not later and not resting:
                raise _nothing_left(programme)
            moved, skipped = shift_in(work, later, days), skip_in(work, resting)
        change = PlanChange(
            (*moved.added, *skipped.added),
            (*moved.removed, *skipped.removed),
        )
        return Shift(identity, change, None, self.conflicts(identity))

    def go_on(self, identity: str) -> Shift:
        """Go on from here after a gap, on the same days: the rest of it begins with the next one.

        After whole weeks without a session a course goes on with an easier week. What was missed
        stays where it was.

        Raises:
            UnknownIdError: there is no such programme.
            InvalidValueError: it was never in the plan, or it is finished.
            CoreappError: log or plan cannot be read or written.
        """
        programme = self._programmes.programme(identity)
        standing = self._programmes.standing(identity)
        days, at = self._plan.usual(programme)
        start = self._plan.first_free_day(programme, at)
        standing = self._plan.after_gap(programme, standing)
        return self._put(programme, standing, Wish(start, frozenset(days), at), start)

    def repeat_week(self, identity: str) -> Shift:
        """Do the week of a course once more that one is in, or that was just finished.

        Raises:
            UnknownIdError: there is no such programme.
            InvalidValueError: it has no weeks, or nothing of it is to come.
            CoreappError: log or plan cannot be read or written.
        """
        programme = self._programmes.programme(identity)
        standing = self._programmes.standing(identity)
        coming = self._plan.coming_places(programme)
        if not isinstance(programme.plan, Course) or not isinstance(standing, CourseStanding):
            raise InvalidValueError("programme", identity, marked("It does not go by weeks."))
        if not coming:
            raise _nothing_left(programme)
        week = week_to_repeat(standing, coming[0][1], self._plan.today())
        after = (each.start.date() for each, place in coming if place.week > week)
        start = next(after, coming[-1][0].start.date() + _A_DAY)
        begin = CoursePlace(week, programme.plan.sessions[0].letter)
        days, at = self._plan.usual(programme)
        wish = Wish(start, frozenset(days), at)
        return self._put(programme, replace(standing, next=begin), wish, start)

    def pause(self, identity: str) -> Shift:
        """Take a programme out of the plan until it is resumed.

        Raises:
            UnknownIdError: there is no such programme.
            InvalidValueError: nothing of it is to come.
            CoreappError: log or plan cannot be read or written.
        """
        programme, today = self._programmes.programme(identity), self._plan.today()
        if not self._plan.living(programme):
            raise _nothing_left(programme)
        days, at = self._plan.usual(programme)
        return self._replan(programme, (), today, Paused(days, at, today))

    def resume(self, identity: str) -> Shift:
        """Let a programme go on that was paused; see `go_on`.

        Raises:
            UnknownIdError: there is no such programme.
            InvalidValueError: it is not paused.
            CoreappError: log or plan cannot be read or written.
        """
        if self.paused(identity) is None:
            raise InvalidValueError("programme", identity, marked("It is not paused."))
        return self.go_on(identity)

    def paused(self, identity: str) -> Paused | None:
        """Return how a programme goes on after its pause; None if it is not paused.

        Raises:
            UnknownIdError: there is no such programme.
        """
        return self._shelf.choices(self._programmes.programme(identity).id).paused

    def conflicts(self, identity: str) -> tuple[Occurrence, ...]:
        """Return the sessions to come that fall on a day of rest, of sickness or of travel.

        Raises:
            UnknownIdError: there is no such programme.
            CoreappError: log or plan cannot be read.
        """
        programme = self._programmes.programme(identity)
        coming = self._plan.open(programme)
        return tuple(each.occurrence for each in coming if each.is_excused)

    def undo(self, shift: Shift) -> None:
        """Make a change not to have been.

        Raises:
            CoreappError: it cannot be written.
        """
        with self._database.work() as work:
            undo_in(work, shift.change)
        if shift.before is not None:
            self._shelf.keep(shift.programme, shift.before)

    def _put(self, programme: Programme, standing: Standing, wish: Wish, since: date) -> Shift:
        found = drafts(programme, standing, wish, self._clock.zone())
        added = tuple(make_entry(self._new_id(), draft) for draft in found)
        return self._replan(programme, added, since, None)

    def _was_ever_done(self, programme: Programme) -> bool:
        with self._database.reading() as work:
            entries = [each for each, _ in placed_entries(work.schedule.all(), programme)]
            own = {each.id for each in entries}
            return any(each.entry in own for each in self._plan.done(work, entries))

    def _replan(
        self,
        programme: Programme,
        added: tuple[ScheduleEntry, ...],
        since: date,
        paused: Paused | None,
    ) -> Shift:
        """Let new entries go on from a day; the entries before end there."""
        start = self._plan.midnight(since)
        with self._database.work() as work:
            placed = placed_entries(work.schedule.all(), programme)
            removed = tuple(entry for entry, _place in placed if not is_over(entry, start))
            done = self._plan.done(work, removed)
            past = tuple(
                each for entry in removed if (each := past_of(entry, start, done)) is not None
            )
            for entry in removed:
                work.schedule.remove(entry.id)
            for entry in (*added, *past):
                work.schedule.add(entry)
        shift = Shift(programme.id, PlanChange((*added, *past), removed))
        before = self._shelf.choices(programme.id)
        if before.paused != paused:
            try:
                self._shelf.keep(programme.id, replace(before, paused=paused))
            except CoreappError:
                self.undo(shift)
                raise
            shift = replace(shift, before=before)
        return replace(shift, conflicts=self.conflicts(programme.id) if added else ())


def _nothing_left(programme: Programme) -> InvalidValueError:
    return InvalidValueError(
        "programme", programme.id, marked("Nothing of it is to come in the plan.")
    )
