"""Minutes that are planned for a week."""

from dataclasses import replace
from datetime import UTC, date, datetime

from coreapp.domain.schedule import EntryDraft
from coreapp.services.planning import Planning
from coreapp.services.progress.planned import PlannedMinutes
from tests.fakes.clock import FakeClock
from tests.fakes.records import entry
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase

MONDAY = date(2026, 3, 16)


def planned(*drafts: EntryDraft, gone: bool = False) -> int:
    database, library = FakeDatabase(), shipped_library()
    clock = FakeClock(datetime(2026, 3, 18, 12, tzinfo=UTC))
    planning = Planning(library, database, clock, iter("abcdef").__next__)
    for each in drafts:
        planning.add(each)
    if gone:
        database.stored.schedule.add(replace(entry("gone", changed=False), routine="nowhere"))
    return PlannedMinutes(planning, library, clock).of_week(MONDAY)


def draft(rule: str) -> EntryDraft:
    return EntryDraft("Abends", "core-basics-runners", rule, "19:30", "2026-03-02", "Europe/Berlin")


def test_nothing_is_planned():
    assert planned() == 0


def test_sessions_of_the_week_are_added_up():
    # 938 seconds, three times.
    assert planned(draft("FREQ=WEEKLY;BYDAY=MO,WE,SU")) == 47


def test_what_is_gone_has_no_minutes():
    assert planned(draft("FREQ=WEEKLY;BYDAY=MO"), gone=True) == 16
