"""An entry of the plan that tests change as they need it."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from coreapp.domain.schedule import EntryDraft, ScheduleEntry, make_entry

BERLIN = ZoneInfo("Europe/Berlin")
DRAFT = EntryDraft(
    title="Evening core",
    routine="core-basics-runners",
    rrule="FREQ=DAILY",
    at="07:30",
    start_date="2026-03-02",
    zone="Europe/Berlin",
)


def entry(identity: str = "entry-1", **changes) -> ScheduleEntry:
    """Make it every day at half past seven in Berlin, but for the changes."""
    return make_entry(identity, replace(DRAFT, **changes))


def berlin(day: int, hour: int = 0, minute: int = 0, month: int = 3) -> datetime:
    """Return a moment of 2026, in March unless told."""
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN)
