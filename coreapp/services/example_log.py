"""Twelve weeks of somebody's log and plan: for looking around before entering anything.

They end now, and are the same each time but for their ids. Nothing lies in the future but the plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.exercise import Side
from coreapp.domain.habits import DayNote
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.programme import CoursePlace, Programme, routine_id, split_id
from coreapp.domain.schedule import ScheduleEntry, make_entry
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.domain.training_log import (
    BreakSpan,
    Outcome,
    PerformedSession,
    PerformedSet,
    PlannedOccurrence,
    SessionKind,
)
from coreapp.i18n import _
from coreapp.services.example_desk import live_through
from coreapp.services.library import Library
from coreapp.services.log_ports import Work
from coreapp.services.ports import Identities
from coreapp.services.presence_log import as_break_span
from coreapp.services.programme_drafts import drafts
from coreapp.services.programme_facts import Wish
from coreapp.services.programme_standing import Standing
from coreapp.services.rule_words import WEEKDAYS

DAYS: Final = 12 * 7
COURSE: Final = "back-strength-8wk"
COURSE_DAYS: Final = 4 * 7
"""So long ago the programme began: half of it is done, and half is to come."""

EVENING: Final = time(18)
_MORNING, _AT_THE_DESK = time(7), time(10, 20)
_DESK_BEGINS, _DESK_ENDS = time(8), time(17, 30)
_OFFICE_DAYS: Final = 5

_BEFORE: Final = ("core-four", "core-basics-runners", "hips-piriformis")
_LETTERS: Final = {0: "a", 5: "b", 3: "c"}
"""By how many days before today's weekday: the sessions of a week, today's being the first."""

_RUNS: Final = (1, 4)
"""Likewise, the days of the runs."""

_DESK_ROUTINES: Final = {
    2: "desk-2min-a-reset",
    6: "desk-2min-c-hips",
    9: "desk-2min-b-legs",
    15: "desk-3min-energy",
    23: "desk-2min-a-reset",
    34: "desk-2min-c-hips",
}
"""By how many days ago."""

_MISSED: Final = frozenset({12, 49, 63})
_CUT_SHORT: Final = 40
"""So many days ago a session was missed, or left early: nobody's weeks are all alike."""

_EASY: Final = range(1, 8)
"""The last week: it is lighter in the programme, too."""

_LEFT_BEHIND: Final = 0.2
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ExampleLog:
    """What the example holds.

    Attributes:
        entries: of the plan: half of them is done.
        spans: at the desk, on the days before today.
    """

    sessions: Sequence[PerformedSession] = ()
    activities: Sequence[PerformedActivity] = ()
    days: Sequence[DayRecord] = ()
    spans: Sequence[BreakSpan] = ()
    entries: Sequence[ScheduleEntry] = ()

    def store(self, work: Work) -> None:
        """Put all of it into a log.

        Raises:
            CoreappError: it cannot be written.
        """
        work.sessions.add_all(self.sessions)
        work.activities.add_all(self.activities)
        work.days.add_all(self.days)
        work.spans.add(self.spans)
        for entry in self.entries:
            work.schedule.add(entry)


class ExampleMaker:
    """Makes the weeks before a moment, with the names of the language that is shown."""

    def __init__(self, library: Library, new_id: Identities, now: datetime, zone: str) -> None:
        """Note when and where.

        Args:
            library: what was done.
            new_id: makes ids.
            now: UTC.
            zone: IANA name; its days are meant.
        """
        self._library = library
        self._new_id = new_id
        self._zone = zone
        self._today = now.astimezone(ZoneInfo(zone)).date()
        self._timelines: dict[str, Timeline] = {}

    def make(
        self, breaks: BreakSettings, course: tuple[Programme, Standing] | None = None
    ) -> ExampleLog:
        """Return the weeks.

        Args:
            breaks: by which the days at the desk are lived through.
            course: what is in the plan, and how far one is who has done nothing; None for no plan.
        """
        entries = tuple(self._entries(*course)) if course else ()
        found = (split_id(each.routine) for each in entries)
        places = [each[1] for each in found if each is not None]
        plan = {
            place.letter: entry.id
            for place, entry in zip(places, entries, strict=True)
            if isinstance(place, CoursePlace)
        }
        return ExampleLog(
            tuple(self._sessions(plan)),
            tuple(self._runs()),
            tuple(self._days()),
            tuple(self._spans(breaks)),
            entries,
        )

    def _day(self, back: int) -> date:
        return self._today - back * _A_DAY

    def _moment(self, back: int, at: time) -> datetime:
        return datetime.combine(self._day(back), at, ZoneInfo(self._zone)).astimezone(UTC)

    def _entries(self, programme: Programme, standing: Standing) -> Iterator[ScheduleEntry]:
        days = frozenset(WEEKDAYS[self._day(back).weekday()] for back in _LETTERS)
        wish = Wish(self._day(COURSE_DAYS), days, f"{EVENING:%H:%M}")
        for draft in drafts(programme, standing, wish, self._zone):
            yield make_entry(self._new_id(), draft)

    def _sessions(self, plan: Mapping[str, str]) -> Iterator[PerformedSession]:
        for back in range(DAYS - 1, 0, -1):
            if (routine := _DESK_ROUTINES.get(back)) is not None:
                yield self._session(back, routine, self._moment(back, _AT_THE_DESK))
            letter = _LETTERS.get(back % 7)
            if letter is None or back in _MISSED:
                continue
            planned = self._moment(back, EVENING)
            if not plan or back > COURSE_DAYS:
                yield self._session(back, _BEFORE[back % len(_BEFORE)], planned)
                continue
            week = (COURSE_DAYS - back) // 7 + 1
            tick = PlannedOccurrence(plan[letter], planned)
            identity = routine_id(COURSE, CoursePlace(week, letter))
            yield self._session(back, identity, planned, tick)

    def _session(
        self, back: int, routine: str, due: datetime, planned: PlannedOccurrence | None = None
    ) -> PerformedSession:
        timeline = self._timeline(routine)
        started = due + timedelta(minutes=2 + back % 7)
        share = 1 - back / DAYS
        is_break = routine.startswith("desk-")
        is_cut = back == _CUT_SHORT
        sets = tuple(self._sets(timeline, share))
        if is_cut:
            sets = sets[: len(sets) * 2 // 3]
        spent = timeline.seconds * (2 / 3 if is_cut else 1)
        return PerformedSession(
            id=self._new_id(),
            kind=SessionKind.BREAK if is_break else SessionKind.SESSION,
            routine=routine,
            title=self._library.routine_name(routine),
            started_at=started,
            ended_at=started + timedelta(seconds=round(spent)),
            zone=self._zone,
            outcome=Outcome.ENDED_EARLY if is_cut else Outcome.COMPLETED,
            spent_seconds=round(spent),
            effort=None if is_break else 3 + (back % 3) / 2 + (0.5 if share < 0.5 else 0),
            pain_before=None if is_break else (2 if share < 0.3 else int(share < 0.6)),
            pain_during=None if is_break else int(share < 0.5),
            pain_after=None if is_break else int(share < 0.5),
            pain_next_morning=None if is_break else int(share < 0.4),
            form_ok=None if is_break else True,
            note=self._note(back),
            planned=planned,
            sets=sets,
        )

    def _note(self, back: int) -> str:
        match back:
            case 3:
                return _("The side plank felt steady on both sides.")
            case 21:
                return _("Calm and even today.")
            case 40:
                return _("Little time: the last exercises left out.")
            case _:
                return ""

    def _timeline(self, routine: str) -> Timeline:
        if routine not in self._timelines:
            self._timelines[routine] = self._library.timeline(routine)
        return self._timelines[routine]

    def _sets(self, timeline: Timeline, share: float) -> Iterator[PerformedSet]:
        for index, phase in enumerate(timeline.phases):
            if phase.kind is not PhaseKind.WORK:
                continue
            done = min(1.0, 0.75 + 0.3 * share)
            if phase.side is Side.LEFT:
                done *= 1 - _LEFT_BEHIND * (1 - share)
            reps = phase.reps
            yield PerformedSet(
                phase=index,
                exercise=phase.exercise,
                name=self._library.exercise_name(phase.exercise),
                side=phase.side,
                set=phase.set,
                planned_seconds=phase.seconds,
                actual_seconds=round(phase.seconds * done),
                planned_reps=reps,
                actual_reps=None if reps is None else min(reps, max(1, round(reps * done))),
                rest_seconds=_rest_after(timeline.phases, index),
            )

    def _runs(self) -> Iterator[PerformedActivity]:
        for back in range(DAYS - 1, 0, -1):
            if back % 7 not in _RUNS:
                continue
            week = (DAYS - back) // 7
            minutes = 24 + week - (6 if back in _EASY else 0) + back % 3
            yield PerformedActivity(
                id=self._new_id(),
                type=ActivityType.RUN_EASY,
                started_at=self._moment(back, _MORNING),
                zone=self._zone,
                minutes=minutes,
                metres=minutes * (150 + week),
                effort=3.5 + back % 2 / 2,
            )

    def _days(self) -> Iterator[DayRecord]:
        for back in range(DAYS - 1, 0, -1):
            if back % 6 == 5:
                continue  # nobody writes something down every day
            is_late = back < DAYS // 2
            note = DayNote(
                sleep_hours=7 + back % 4 / 4, sleep_quality=3 + back % 2, stress=4 - back % 3
            )
            mark = DayMark.EASY if back in _EASY and back in _RUNS else None
            worst = int(back % 9 == 0) if is_late else back % 3
            yield DayRecord(self._day(back), mark=mark, note=note, pain_worst=worst)

    def _spans(self, breaks: BreakSettings) -> Iterator[BreakSpan]:
        for back in range(DAYS - 1, 0, -1):
            if self._day(back).weekday() >= _OFFICE_DAYS:
                continue
            begun = self._moment(back, _DESK_BEGINS) + timedelta(minutes=back * 7 % 40)
            ends = self._moment(back, _DESK_ENDS)
            day = live_through(breaks, self._zone, begun, ends, ends, first=back)
            for span in day.spans:
                yield as_break_span(self._new_id(), span, self._zone)


def desk_begins(now: datetime, zone: str) -> datetime:
    """Return when somebody sat down today: early, but so late that there is a day to be seen."""
    here = now.astimezone(ZoneInfo(zone))
    usual = datetime.combine(here.date(), _DESK_BEGINS, here.tzinfo).astimezone(UTC)
    midnight = datetime.combine(here.date(), time(), here.tzinfo).astimezone(UTC)
    return usual if now - usual >= _ENOUGH else max(midnight, now - _ENOUGH)


def desk_ends(now: datetime, zone: str) -> datetime:
    """Return when nobody sits down again today; at night after now."""
    here = now.astimezone(ZoneInfo(zone))
    return datetime.combine(here.date(), _DESK_ENDS, here.tzinfo).astimezone(UTC)


_ENOUGH: Final = timedelta(hours=2, minutes=30)


def _rest_after(phases: Sequence[Phase], index: int) -> float | None:
    """Return the seconds until the next work; None after the last."""
    after = phases[index + 1 :]
    rests = list(takewhile(lambda each: each.kind is not PhaseKind.WORK, after))
    return None if len(rests) == len(after) else sum(each.seconds for each in rests)
