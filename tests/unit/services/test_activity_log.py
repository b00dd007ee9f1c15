"""Runs, walks and sports in the log: entered, changed, deleted, brought back, looked up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.activity_draft import ActivityDraft, draft_of
from coreapp.domain.errors import InvalidValueError, UnknownIdError
from coreapp.domain.training_log import DateRange
from coreapp.services.activity_log import FREQUENT, HABIT, ActivityLog, Usual
from tests.fakes.clock import MORNING, FakeClock
from tests.fakes.records import activity, shoe
from tests.fakes.work import FakeDatabase

RUN = ActivityDraft(ActivityType.RUN_EASY, datetime(2026, 3, 2, 8), 32, metres=5200)
EASY, TEMPO, WALK = ActivityType.RUN_EASY, ActivityType.RUN_TEMPO, ActivityType.WALK


class Desk:
    """A log in memory; it is 09:00 on a Monday in Berlin, the 2nd of March 2026."""

    def __init__(self) -> None:
        ids = count(1)
        self.database = FakeDatabase()
        self.log = ActivityLog(self.database, FakeClock(), lambda: f"id{next(ids)}")

    def store(self, identity: str, days_ago: float = 0, **changes) -> None:
        moment = MORNING - timedelta(days=days_ago)
        self.database.stored.activities.add(activity(identity, started_at=moment, **changes))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_what_is_entered_stands_in_the_log(desk: Desk) -> None:
    made = desk.log.add(RUN)

    assert desk.log.get(made.id) == made
    assert made.id == "id1"
    assert made.started_at == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert (made.zone, made.minutes, made.metres) == ("Europe/Berlin", 32, 5200)


def test_shoes_must_be_there_and_effort_is_in_halves(desk: Desk) -> None:
    with pytest.raises(UnknownIdError, match="shoe"):
        desk.log.add(replace(RUN, shoe="p1"))
    with pytest.raises(InvalidValueError, match="effort"):
        desk.log.add(replace(RUN, effort=4.3))
    with pytest.raises(InvalidValueError, match="started_at"):
        desk.log.add(replace(RUN, begun=datetime(2026, 3, 3, 8)))
    assert desk.log.between() == []

    desk.database.stored.shoes.add(shoe("p1"))
    assert desk.log.add(replace(RUN, shoe="p1", effort=4.5)).shoe == "p1"


def test_a_change_gives_back_what_was_before(desk: Desk) -> None:
    made = desk.log.add(RUN)

    former = desk.log.change(made.id, replace(RUN, minutes=40, zone=""))

    assert former == made
    assert desk.log.get(made.id) == replace(made, minutes=40)
    desk.log.restore(former)
    assert desk.log.between() == [made]


def test_what_a_file_brought_stays_while_nobody_changes_it(desk: Desk) -> None:
    desk.store("odd", 1, effort=4.3, shoe="gone", zone="Asia/Tokyo")
    stored = desk.log.get("odd")

    desk.log.change("odd", replace(draft_of(stored), note="windy"))

    assert desk.log.get("odd") == replace(stored, note="windy")
    with pytest.raises(UnknownIdError):
        desk.log.change("odd", replace(draft_of(stored), shoe="other"))
    with pytest.raises(InvalidValueError):
        desk.log.change("odd", replace(draft_of(stored), effort=4.4))


def test_a_draft_without_a_zone_keeps_the_one_of_the_record(desk: Desk) -> None:
    desk.store("far", 1, zone="Asia/Tokyo", shoe="", effort=None)

    desk.log.change("far", replace(draft_of(desk.log.get("far")), zone="", minutes=5))

    assert desk.log.get("far").zone == "Asia/Tokyo"


def test_what_is_deleted_can_be_brought_back(desk: Desk) -> None:
    made = desk.log.add(RUN)

    deleted = desk.log.delete(made.id)

    assert deleted == made
    assert desk.log.between() == []
    desk.log.restore(deleted)
    assert desk.log.between() == [made]


def test_what_is_not_there_is_told(desk: Desk) -> None:
    for ask in (desk.log.get, desk.log.delete, lambda each: desk.log.change(each, RUN)):
        with pytest.raises(UnknownIdError, match="activity"):
            ask("nothing")


def test_a_day_is_the_one_of_the_place(desk: Desk) -> None:
    # 23:30 on the 1st of March in UTC is the 2nd in Tokyo.
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    desk.database.stored.activities.add(activity("tokyo", started_at=late, zone="Asia/Tokyo"))
    desk.database.stored.activities.add(activity("utc", started_at=late, zone="UTC"))

    def on(day: int) -> list[str]:
        only = DateRange(date(2026, 3, day), date(2026, 3, day))
        return [each.id for each in desk.log.between(only)]

    assert on(1) == ["utc"]
    assert on(2) == ["tokyo"]
    assert [each.id for each in desk.log.between()] == ["utc", "tokyo"]
    assert [each.id for each in desk.log.between(DateRange(date(2026, 3, 2)))] == ["tokyo"]
    assert [each.id for each in desk.log.between(DateRange(None, date(2026, 3, 1)))] == ["utc"]


def test_who_has_entered_nothing_is_offered_the_common_ones(desk: Desk) -> None:
    assert desk.log.usual() == Usual(FREQUENT, EASY, "")


def test_the_frequent_ones_come_first_and_the_last_one_is_chosen(desk: Desk) -> None:
    for number in range(3):
        desk.store(f"walk{number}", 10 + number, type=WALK, shoe="")
    for number in range(2):
        desk.store(f"tempo{number}", 20 + number, type=TEMPO, shoe="")
    desk.store("swim", 1, type=ActivityType.SWIM, shoe="")
    desk.store("long ago", HABIT.days + 1, type=ActivityType.CYCLE)

    usual = desk.log.usual()

    assert usual.types[:2] == (WALK, TEMPO)
    assert usual.last is ActivityType.SWIM
    assert len(usual.types) == len(FREQUENT)
    assert ActivityType.CYCLE not in usual.types


def test_the_last_one_is_there_even_if_others_are_more_frequent(desk: Desk) -> None:
    many = [each for each in ActivityType if each is not ActivityType.YOGA][: len(FREQUENT)]
    for number, kind in enumerate(many):
        for again in range(2):
            desk.store(f"{kind}{again}", 5 + number, type=kind)
    desk.store("yoga", 1, type=ActivityType.YOGA)

    usual = desk.log.usual()

    assert usual.types[-1] is usual.last is ActivityType.YOGA
    assert len(usual.types) == len(FREQUENT)


def test_the_pair_worn_last_is_offered_while_it_is_worn(desk: Desk) -> None:
    desk.store("older", 3, shoe="p1")
    desk.store("run", 2, shoe="p2")
    desk.store("walk", 1, shoe="", type=WALK)
    assert desk.log.usual().shoe == ""

    desk.database.stored.shoes.add(shoe("p2", retired=None))
    assert desk.log.usual().shoe == "p2"

    desk.database.stored.shoes.add(shoe("p2", retired=date(2026, 3, 1)))
    assert desk.log.usual().shoe == ""
