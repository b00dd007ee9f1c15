"""Something done elsewhere may be what was planned for that day, and ticks it off."""

from dataclasses import replace
from datetime import date, datetime
from itertools import count

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.activity_draft import ActivityDraft
from coreapp.domain.schedule import EntryDraft
from coreapp.services.activity_log import ActivityLog
from coreapp.services.plan_fit import PlanFit, is_of_kind
from coreapp.services.planning import Planning
from tests.fakes.clock import FakeClock
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase

TODAY = date(2026, 3, 2)
STRENGTH, CORE, YOGA = ActivityType.STRENGTH, ActivityType.CORE, ActivityType.YOGA


class Desk:
    """A plan in memory; it is 09:00 on a Monday in Berlin, the 2nd of March 2026."""

    def __init__(self) -> None:
        ids = count(1)

        def new_id() -> str:
            return f"id{next(ids)}"

        clock, database = FakeClock(), FakeDatabase()
        self.planning = Planning(shipped_library(), database, clock, new_id)
        self.log = ActivityLog(database, clock, new_id)
        self.fit = PlanFit(self.planning, clock)

    def plan(self, routine: str, at: str = "07:30") -> None:
        self.planning.add(
            EntryDraft(
                title=routine,
                routine=routine,
                rrule="FREQ=DAILY",
                at=at,
                start_date="2026-03-01",
                zone="Europe/Berlin",
            )
        )

    def words(self, kind: ActivityType, day: date = TODAY) -> list[str]:
        return [each.words for each in self.fit.on(kind, day)]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_what_is_of_the_kind_is_offered(desk: Desk) -> None:
    desk.plan("strength-30")
    desk.plan("core-basics-runners", "18:30")
    desk.plan("sun-salutation-5", "06:00")

    assert desk.words(STRENGTH) == ["strength-30, 7:30\u202fAM"]
    assert desk.words(CORE) == ["strength-30, 7:30\u202fAM", "core-basics-runners, 6:30\u202fPM"]
    assert desk.words(YOGA) == desk.words(ActivityType.FLOW) == ["sun-salutation-5, 6:00\u202fAM"]
    assert desk.words(ActivityType.RUN_EASY) == []
    assert desk.words(STRENGTH, date(2026, 2, 28)) == []


def test_what_is_ticked_off_is_not_offered_again_but_to_itself(desk: Desk) -> None:
    desk.plan("strength-30")
    planned = desk.fit.on(STRENGTH, TODAY)[0].planned
    draft = ActivityDraft(STRENGTH, datetime(2026, 3, 2, 7), 40, planned=planned)

    made = desk.log.add(draft)

    assert desk.words(STRENGTH) == []
    assert [each.planned for each in desk.fit.on(ActivityType.SWIM, TODAY, planned)] == [planned]
    start, end = desk.planning.today()
    assert [each.done for each in desk.planning.between(start, end)] == [True]
    desk.log.change(made.id, replace(draft, planned=None))
    assert [each.done for each in desk.planning.between(start, end)] == [False]


def test_a_routine_of_ones_own_is_core_work() -> None:
    assert is_of_kind("own-abc", CORE)
    assert not is_of_kind("own-abc", STRENGTH)
