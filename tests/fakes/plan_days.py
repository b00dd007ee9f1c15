"""A plan with a log around it, read as days of a calendar; it is a Monday morning in Berlin."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from coreapp.domain.month import month_weeks
from coreapp.domain.occurrences import Occurrence
from coreapp.domain.schedule import EntryDraft, ScheduleEntry
from coreapp.services.day_marks import DayMarks
from coreapp.services.plan_calendar import PlanCalendar
from coreapp.services.plan_changes import PlanChanges
from coreapp.services.plan_items import DayItem, PlanDay, PlanView
from tests.fakes import records
from tests.fakes.programmes import ProgrammeHome

MONDAY = date(2026, 3, 2)
CORE = "core-basics-runners"
STRONG = "strength-30"


class PlanHome(ProgrammeHome):
    """A programme's home with the services of the calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.changes = PlanChanges(self.library, self.database, self.new_id)
        self.marks = DayMarks(self.database)
        self.calendar = PlanCalendar(self.library, self.planning, self.database, self.clock)

    def put(
        self, routine: str = CORE, rule: str = "FREQ=WEEKLY;BYDAY=WE", **changes: Any
    ) -> ScheduleEntry:
        """Put a routine into the plan."""
        values = {
            "title": self.library.routine_name(routine),
            "routine": routine,
            "rrule": rule,
            "at": "18:30",
            "start_date": MONDAY.isoformat(),
            "zone": "Europe/Berlin",
        }
        (entry,) = self.changes.add(EntryDraft(**(values | changes))).added
        return entry

    def march(self) -> PlanView:
        """March, in weeks from Monday on."""
        return self.calendar.view(month_weeks(MONDAY, 0))

    def day(self, number: int) -> PlanDay:
        """A day of March."""
        return self.march().day(date(2026, 3, number))

    def item(self, number: int, index: int = 0) -> DayItem:
        """One of the items of a day of March."""
        return self.day(number).items[index]

    def occurrence(self, number: int, index: int = 0) -> Occurrence:
        """One of the occurrences of a day of March."""
        found = self.item(number, index).occurrence
        assert found is not None
        return found

    def perform(self, occurrence: Occurrence, days_later: int = 0, **changes: Any) -> str:
        """Do what is planned, perhaps on another day; return the session's id."""
        identity = f"done {occurrence.original_date} {occurrence.entry}"
        start = occurrence.start.astimezone(UTC) + timedelta(days=days_later)
        values = {
            "routine": occurrence.routine,
            "title": occurrence.title,
            "planned": occurrence.planned,
            "started_at": start,
            "ended_at": start + timedelta(minutes=20),
            "effort": 3.0,
        }
        self.database.stored.sessions.add(records.session(identity, **(values | changes)))
        return identity

    def log(self, routine: str, number: int, **changes: Any) -> str:
        """Do a routine on a day of March that is not in the plan; return the session's id."""
        identity = f"log {routine} {number}"
        values = {
            "routine": routine,
            "title": self.library.routine_name(routine),
            "planned": None,
            "started_at": self.at(number),
            "ended_at": self.at(number) + timedelta(minutes=20),
        }
        self.database.stored.sessions.add(records.session(identity, **(values | changes)))
        return identity

    def at(self, number: int, hour: int = 9) -> datetime:
        """A moment in March, as Berlin's clocks have it."""
        return datetime(2026, 3, number, hour - 1, tzinfo=UTC)
