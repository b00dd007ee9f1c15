"""Makes the items of the calendar of occurrences, sessions and what was entered by hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Final

from coreapp.domain.activity import ActivityType
from coreapp.domain.exercise import ExerciseKind
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.programme import CoursePlace, GrowthPlace, split_id
from coreapp.domain.rule_form import Repeat, form_of
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.time_spent import minutes_of
from coreapp.domain.training_log import Outcome, PlannedOccurrence
from coreapp.domain.wall_time import find_zone, resolve
from coreapp.services.activities import day_of, kinds_of, kinds_of_routine
from coreapp.services.figure_ports import SessionInCalendar
from coreapp.services.library import Library
from coreapp.services.log_days import in_zone
from coreapp.services.plan_items import DayItem, ItemState
from coreapp.services.plan_words import activity_name, picture_of, picture_of_activity
from coreapp.services.planning import PlannedSession
from coreapp.services.programme_words import letter_name

MOST_DAYS: Final = 5
"""What is planned on so many days of every week, or more, is a habit."""

_CORE: Final = frozenset({ActivityType.CORE})
_UNSEEN: Final = frozenset({ActivityType.DESK_BREAK})


class ItemMaker:
    """Makes items; asks the library once for each routine."""

    def __init__(
        self,
        library: Library,
        entries: Mapping[str, ScheduleEntry],
        sessions: Sequence[SessionInCalendar],
        activities: Sequence[PerformedActivity],
    ) -> None:
        self._library = library
        self._entries = entries
        self._sessions = [each for each in sessions if each.has_work]
        self._activities = activities
        ticking = chain(
            (_done_session(each) for each in sessions if each.outcome is Outcome.COMPLETED),
            (_done_activity(each) for each in activities),
        )
        self._ticking = {each.planned: each for each in ticking if each.planned is not None}
        self._minutes: dict[str, int] = {}
        self._pictures: dict[str, str] = {}
        self._titles: dict[tuple[str, str], str] = {}
        self._habits = {each.id for each in entries.values() if _is_habit(each.rrule)}

    def planned(self, planned: Sequence[PlannedSession]) -> Iterator[DayItem]:
        """Yield what is planned, ticked off or not."""
        for each in planned:
            occurrence = each.occurrence
            done = self._ticking.get(occurrence.planned)
            is_here = done is None or done.day == occurrence.start.date()
            state = ItemState.DONE if done or each.done else ItemState.OPEN
            routine = occurrence.routine
            yield DayItem(
                key=f"{occurrence.entry} {occurrence.original_date}",
                start=occurrence.start,
                title=self._title(occurrence.title, routine),
                short=self._short(occurrence.title, routine),
                letter=_letter(routine),
                state=state if is_here else ItemState.ELSEWHERE,
                picture=self._picture(routine),
                kinds=kinds_of_routine(routine) or _CORE,
                minutes=done.minutes if done else self._length(routine),
                is_habit=occurrence.entry in self._habits,
                passes=self._passes(routine),
                occurrence=occurrence,
                entry=occurrence.entry,
                original_date=occurrence.original_date,
                done_by=done.id if done else "",
                effort=done.effort if done else None,
                goes_to=None if is_here or done is None else done.day,
            )

    def left_places(
        self, first: date, last: date, planned: Sequence[PlannedSession]
    ) -> Iterator[DayItem]:
        """Yield the places in the calendar that were left: what was moved away, or skipped.

        A place to which an occurrence of the same entry came is not empty: one that was moved
        within its day, or another one, as when a whole programme is pushed.
        """
        taken = {
            (each.occurrence.entry, each.occurrence.start.date())
            for each in planned
            if each.occurrence.is_moved
        }
        for entry in self._entries.values():
            for each in entry.exceptions:
                day = each.original_date
                if not first <= day <= last or (entry.id, day) in taken:
                    continue
                zone = find_zone(entry.zone)
                goes_to = each.moved_to.astimezone(zone).date() if each.moved_to else None
                yield DayItem(
                    key=f"{entry.id} {day} left",
                    start=resolve(datetime.combine(day, entry.at), zone),
                    title=self._title(entry.title, entry.routine),
                    short=self._short(entry.title, entry.routine),
                    letter=_letter(entry.routine),
                    state=ItemState.ELSEWHERE if goes_to else ItemState.SKIPPED,
                    picture=self._picture(entry.routine),
                    is_habit=entry.id in self._habits,
                    entry=entry.id,
                    original_date=day,
                    goes_to=goes_to,
                )

    def performed(self, planned: Sequence[PlannedSession]) -> Iterator[DayItem]:
        """Yield the sessions of the log that stand on no planned place of their day."""
        places = _places(planned)
        for session in self._sessions:
            start, kinds = in_zone(session.started_at, session.zone), kinds_of(session)
            if kinds <= _UNSEEN or (session.planned, start.date()) in places:
                continue
            yield DayItem(
                key=session.id,
                start=start,
                title=self._title(session.title, session.routine),
                short=self._short(session.title, session.routine),
                letter=_letter(session.routine),
                state=ItemState.DONE,
                picture=self._picture(session.routine),
                kinds=kinds,
                minutes=minutes_of(session),
                done_by=session.id,
                effort=session.effort,
            )

    def entered(self, planned: Sequence[PlannedSession]) -> Iterator[DayItem]:
        """Yield the runs, walks and sports of the log that stand on no planned place."""
        places = _places(planned)
        for each in self._activities:
            name = activity_name(each.type)
            if (each.planned, day_of(each)) in places:
                continue
            yield DayItem(
                key=each.id,
                start=in_zone(each.started_at, each.zone),
                title=name,
                short=name,
                state=ItemState.DONE,
                picture=picture_of_activity(each.type),
                kinds=frozenset({each.type}),
                minutes=each.minutes,
                done_by=each.id,
                is_activity=True,
                effort=each.effort,
            )

    def _short(self, title: str, routine: str) -> str:
        match split_id(routine):
            case (_, CoursePlace(_, letter)):
                return letter_name(letter)
        return self._title(title, routine)

    def _title(self, title: str, routine: str) -> str:
        key = title, routine
        if key not in self._titles:
            self._titles[key] = self._library.entry_title(title, routine)
        return self._titles[key]

    def _picture(self, routine: str) -> str:
        if routine not in self._pictures:
            self._pictures[routine] = picture_of(self._library, routine)
        return self._pictures[routine]

    def _passes(self, routine: str) -> int:
        """Return how many passes of a flow a routine is; 0 if it is something else."""
        match split_id(routine):
            case (_, GrowthPlace(passes)):
                return passes
        if self._library.trouble_with(routine) is not None:
            return 0
        blocks = self._library.routine(routine).blocks
        steps = [step for block in blocks for step in block.steps]
        is_flow = [
            self._library.exercise(step.exercise).kind is ExerciseKind.FLOW for step in steps
        ]
        return (steps[0].reps or 0) if is_flow == [True] else 0

    def _length(self, routine: str) -> int:
        if routine not in self._minutes:
            self._minutes[routine] = 0
            if self._library.trouble_with(routine) is None:
                self._minutes[routine] = round(self._library.timeline(routine).seconds / 60)
        return self._minutes[routine]


def _letter(routine: str) -> str:
    match split_id(routine):
        case (_, CoursePlace(_, letter)):
            return letter.upper()
    return ""


def _is_habit(rule: str) -> bool:
    """Tell whether a rule names most days of every week."""
    form = form_of(rule)
    if form is None or form.every > 1:
        return False
    return form.repeat is Repeat.DAYS or (
        form.repeat is Repeat.WEEKS and len(form.weekdays) >= MOST_DAYS
    )


@dataclass(frozen=True, slots=True)
class _Done:
    """What ticks an occurrence off."""

    id: str
    day: date
    minutes: int
    effort: float | None
    planned: PlannedOccurrence | None


def _done_session(session: SessionInCalendar) -> _Done:
    day = in_zone(session.started_at, session.zone).date()
    minutes = minutes_of(session)
    return _Done(session.id, day, minutes, session.effort, session.planned)


def _done_activity(activity: PerformedActivity) -> _Done:
    return _Done(activity.id, day_of(activity), activity.minutes, activity.effort, activity.planned)


def _places(planned: Sequence[PlannedSession]) -> set[tuple[PlannedOccurrence | None, date]]:
    return {(each.occurrence.planned, each.occurrence.start.date()) for each in planned}
