"""Changes of the plan: each one whole, and each one to be undone."""

from datetime import date, datetime

import pytest

from coreapp.domain.errors import InvalidValueError, UnknownIdError
from coreapp.domain.schedule import EntryDraft
from tests.fakes.plan_days import CORE, STRONG, PlanHome


@pytest.fixture
def home() -> PlanHome:
    return PlanHome()


def planned(home: PlanHome) -> list[tuple[int, int]]:
    """Return day and hour of what is open in March."""
    days = home.march().days.values()
    return [(each.start.day, each.start.hour) for day in days for each in day.open]


def draft(routine: str = CORE, **changes) -> EntryDraft:
    values = {
        "title": "Evening",
        "routine": routine,
        "rrule": "FREQ=WEEKLY;BYDAY=TU",
        "at": "07:00",
        "start_date": "2026-03-11",
        "zone": "Europe/Berlin",
    }
    return EntryDraft(**(values | changes))


CHANGES = {
    "move": lambda home: home.changes.move(
        home.item(11).entry, date(2026, 3, 11), datetime(2026, 3, 12, 7)
    ),
    "to a day": lambda home: home.changes.move_to_day(home.occurrence(11), date(2026, 3, 13)),
    "shift": lambda home: home.changes.shift([home.occurrence(4), home.occurrence(11)], 1),
    "skip": lambda home: home.changes.skip([home.occurrence(4), home.occurrence(11)]),
    "this": lambda home: home.changes.edit_this(
        home.occurrence(11), STRONG, datetime(2026, 3, 12, 7)
    ),
    "same": lambda home: home.changes.edit_this(
        home.occurrence(11), CORE, datetime(2026, 3, 12, 7)
    ),
    "following": lambda home: home.changes.edit_from(
        home.item(11).entry, date(2026, 3, 11), draft()
    ),
    "remove": lambda home: home.changes.remove(home.item(11).entry),
    "add": lambda home: home.changes.add(draft()),
}
AFTER = {
    "move": [(4, 18), (12, 7), (18, 18), (25, 18), (1, 18)],
    "to a day": [(4, 18), (13, 18), (18, 18), (25, 18), (1, 18)],
    "shift": [(5, 18), (12, 18), (18, 18), (25, 18), (1, 18)],
    "skip": [(18, 18), (25, 18), (1, 18)],
    "this": [(4, 18), (12, 7), (18, 18), (25, 18), (1, 18)],
    "same": [(4, 18), (12, 7), (18, 18), (25, 18), (1, 18)],
    "following": [(4, 18), (17, 7), (24, 7), (31, 7)],
    "remove": [],
    "add": [(4, 18), (11, 18), (17, 7), (18, 18), (24, 7), (25, 18), (31, 7), (1, 18)],
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_made_and_undone(home: PlanHome, name: str) -> None:
    home.put()
    entries, before = list(home.planning.entries()), planned(home)

    change = CHANGES[name](home)

    assert planned(home) == AFTER[name]
    home.changes.undo(change)
    assert planned(home) == before
    assert list(home.planning.entries()) == entries


def test_what_was_skipped_is_brought_back(home: PlanHome) -> None:
    entry = home.put()
    before = planned(home)
    home.changes.skip([home.occurrence(4)])

    home.changes.bring_back(entry.id, date(2026, 3, 4))

    assert planned(home) == before


def test_if_one_cannot_be_changed_none_is(home: PlanHome) -> None:
    home.put()
    other = home.put(STRONG)
    both = [home.occurrence(4, 0), home.occurrence(4, 1)]
    home.changes.remove(other.id)
    before = planned(home)

    with pytest.raises(UnknownIdError):
        home.changes.skip(sorted(both, key=lambda each: each.entry))

    assert planned(home) == before


def test_what_is_unknown_is_refused(home: PlanHome) -> None:
    entry = home.put()

    with pytest.raises(UnknownIdError):
        home.changes.add(draft("gone"))
    with pytest.raises(UnknownIdError):
        home.changes.edit_from(entry.id, date(2026, 3, 4), draft("gone"))
    with pytest.raises(UnknownIdError):
        home.changes.edit_this(home.occurrence(4), "gone", datetime(2026, 3, 5, 7))
    with pytest.raises(InvalidValueError):
        home.changes.move(entry.id, date(2026, 3, 5), datetime(2026, 3, 5, 7))
