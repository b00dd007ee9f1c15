"""What the ports promise of activities, shoes and days, kept by the fake and the real database."""

from dataclasses import MISSING, fields, replace
from datetime import timedelta
from operator import attrgetter

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.adherence import Tick, Unplanned
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import DiskFullError
from coreapp.domain.habits import DayNote
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import (
    Outcome,
    PerformedSession,
    PlannedOccurrence,
    SessionKind,
)
from coreapp.services.log_ports import Database
from tests.fakes.records import EVENING, activity, day_record, session, shoe, span

HOUR = timedelta(hours=1)
TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_the_records_tell_every_field_from_its_default():
    untold = []
    for record in (activity(), shoe(), day_record(), day_record().note):
        for each in fields(record):
            default = each.default if each.default_factory is MISSING else each.default_factory()
            if getattr(record, each.name) == default:
                untold.append((type(record).__name__, each.name))
    assert untold == []


def test_an_activity_comes_back_as_it_was(database: Database):
    for stored in (activity(), PerformedActivity("a1", ActivityType.WALK, EVENING, "UTC", 1)):
        with database.work() as work:
            work.activities.add(stored)
        with database.work() as work:
            assert work.activities.get("a1") == stored
            assert work.activities.between(None, None) == [stored]


def test_a_pair_comes_back_as_it_was(database: Database):
    for stored in (shoe(), Shoe("p1", "Old")):
        with database.work() as work:
            work.shoes.add(stored)
        with database.work() as work:
            assert work.shoes.get("p1") == stored
            assert work.shoes.all() == [stored]


def test_a_day_comes_back_as_it_was(database: Database):
    for stored in (
        day_record(),
        DayRecord(TODAY),
        DayRecord(TODAY, DayMark.SICK),
        DayRecord(TODAY, note=DayNote(sleep_hours=0, lifted=False), steps=0, pain_worst=0),
    ):
        with database.work() as work:
            work.days.add(stored)
        with database.work() as work:
            assert work.days.get(TODAY) == stored
            assert work.days.between(None, None) == [stored]


def test_what_is_not_there_is_none(database: Database):
    with database.work() as work:
        assert work.activities.get("a1") is None
        assert work.shoes.get("p1") is None
        assert work.days.get(TODAY) is None
        assert not work.activities.delete("a1")
        assert not work.shoes.delete("p1")
        assert not work.days.delete(TODAY)
        assert work.activities.metres_by_shoe() == {}


def test_what_has_the_same_key_is_replaced(database: Database):
    with database.work() as work:
        work.activities.add(activity())
        work.shoes.add(shoe())
        work.days.add(day_record())
    bare = PerformedActivity("a1", ActivityType.WALK, EVENING, "UTC", 1)
    with database.work() as work:
        work.activities.add(bare)
        work.shoes.add(Shoe("p1", "Other"))
        work.days.add(DayRecord(TODAY, text="other"))
        assert work.activities.get("a1") == bare
    with database.work() as work:
        assert work.activities.between(None, None) == [bare]
        assert work.shoes.all() == [Shoe("p1", "Other")]
        assert work.days.between(None, None) == [DayRecord(TODAY, text="other")]


@pytest.mark.usefixtures("small_batches")
def test_many_are_stored_at_once(database: Database):
    runs = [activity(f"a{number:04}") for number in range(12)]
    records = [day_record(TODAY + number * DAY) for number in range(12)]
    with database.work() as work:
        work.activities.add(activity("a0001", minutes=1))
        assert work.activities.get("a0001").minutes == 1
        work.activities.add_all([])
        work.activities.add_all(runs)
        work.days.add_all([])
        work.days.add_all(records)
        assert work.activities.get("a0001") == runs[1]
    with database.work() as work:
        assert work.activities.between(None, None) == list(reversed(runs))
        assert work.days.between(None, None) == records


def test_what_is_deleted_is_gone_and_leaves_the_rest(database: Database):
    with database.work() as work:
        for number in (1, 2):
            work.activities.add(activity(f"a{number}"))
            work.shoes.add(shoe(f"p{number}"))
            work.days.add(day_record(TODAY + number * DAY))
    with database.work() as work:
        assert work.activities.delete("a1")
        assert work.shoes.delete("p1")
        assert work.days.delete(TODAY + DAY)
        assert work.activities.get("a1") is None
        assert work.days.get(TODAY + DAY) is None
    with database.work() as work:
        assert work.activities.between(None, None) == [activity("a2")]
        assert work.activities.get("a2").shoe == "p1"
        assert work.shoes.all() == [shoe("p2")]
        assert work.days.between(None, None) == [day_record(TODAY + 2 * DAY)]


def test_activities_are_found_by_their_start_newest_first(database: Database):
    with database.work() as work:
        for hours, identity in ((0, "a"), (1, "b"), (2, "c"), (1, "d")):
            work.activities.add(activity(identity, started_at=EVENING + hours * HOUR))

    def found(start, end):
        with database.work() as work:
            return [each.id for each in work.activities.between(start, end)]

    assert found(None, None) == ["c", "d", "b", "a"]
    assert found(EVENING + HOUR, None) == ["c", "d", "b"]
    assert found(None, EVENING + HOUR) == ["a"]
    assert found(EVENING, EVENING + 2 * HOUR) == ["d", "b", "a"]


def test_days_are_found_oldest_first_both_ends_included(database: Database):
    with database.work() as work:
        for number in (3, 1, 2, 4):
            work.days.add(day_record(TODAY + number * DAY))

    def found(first, last):
        with database.work() as work:
            return [(each.day - TODAY).days for each in work.days.between(first, last)]

    assert found(None, None) == [1, 2, 3, 4]
    assert found(TODAY + 2 * DAY, TODAY + 3 * DAY) == [2, 3]
    assert found(TODAY + 4 * DAY, None) == [4]
    assert found(None, TODAY + DAY) == [1]
    assert found(TODAY + 5 * DAY, None) == []


def test_marks_are_found_both_ends_included_and_days_without_one_left_out(database: Database):
    marks = {1: DayMark.REST, 2: None, 3: DayMark.TRAVEL, 4: DayMark.SICK}
    with database.work() as work:
        for number, mark in marks.items():
            work.days.add(replace(day_record(TODAY + number * DAY), mark=mark))

    def found(first, last):
        with database.work() as work:
            return dict(work.days.marks(TODAY + first * DAY, TODAY + last * DAY))

    rest, travel, sick = ({TODAY + day * DAY: marks[day]} for day in (1, 3, 4))
    assert found(1, 4) == rest | travel | sick
    assert found(1, 3) == rest | travel
    assert found(2, 2) == {}
    assert found(3, 3) == travel


def test_the_metres_of_each_pair_are_added_up(database: Database):
    with database.work() as work:
        work.activities.add(activity("a", metres=5000))
        work.activities.add(activity("b", metres=7300, type=ActivityType.WALK))
        work.activities.add(activity("c", metres=None))
        work.activities.add(activity("d", metres=900, shoe="p2"))
        work.activities.add(activity("e", metres=None, shoe="p3"))
        work.activities.add(activity("f", metres=4000, shoe=""))
    with database.work() as work:
        assert work.activities.metres_by_shoe() == {"p1": 5000, "p2": 900, "p3": 0}


def test_what_ticks_off_the_plan_is_found_by_the_original_time(database: Database):
    def planned(hours: int) -> PlannedOccurrence:
        return PlannedOccurrence("e1", EVENING + hours * HOUR)

    def done(identity: str, hours: int, **changes) -> PerformedSession:
        at = EVENING - hours * HOUR
        return session(identity, planned=planned(hours), started_at=at, **changes)

    with database.work() as work:
        for number in range(4):
            work.sessions.add(done(f"s{number}", number))
            begun = EVENING - number * HOUR
            work.activities.add(activity(f"a{number}", planned=planned(number), started_at=begun))
        work.sessions.add(done("early", 1, outcome=Outcome.ENDED_EARLY))
        work.sessions.add(done("cut", 1, outcome=Outcome.INTERRUPTED))
        work.sessions.add(session("free", planned=None))
        work.activities.add(activity("free", planned=None))
    with database.work() as work:
        hours = (EVENING + HOUR, EVENING + 3 * HOUR)
        for found, letter in ((work.sessions, "s"), (work.activities, "a")):
            assert found.ticks(*hours) == [
                Tick(f"{letter}{number}", planned(number), EVENING - number * HOUR, "Europe/Berlin")
                for number in (2, 1)
            ]
            assert found.ticks(EVENING + 4 * HOUR, EVENING + 9 * HOUR) == []


def test_sessions_beside_the_plan_are_found_by_their_start(database: Database):
    with database.work() as work:
        for hours in range(4):
            begun = EVENING + hours * HOUR
            work.sessions.add(session(f"s{hours}", planned=None, started_at=begun))
        work.sessions.add(session("planned"))
        work.sessions.add(session("early", planned=None, outcome=Outcome.ENDED_EARLY))
        work.sessions.add(session("break", planned=None, kind=SessionKind.BREAK))
    with database.work() as work:
        assert work.sessions.unplanned(EVENING, EVENING + 2 * HOUR) == [
            Unplanned("s0", EVENING, "Europe/Berlin", "core-basics-runners"),
            Unplanned("s1", EVENING + HOUR, "Europe/Berlin", "core-basics-runners"),
        ]


def test_pairs_are_in_the_order_of_their_ids(database: Database):
    with database.work() as work:
        for identity in ("p2", "p1", "p3"):
            work.shoes.add(shoe(identity))
    with database.work() as work:
        assert [each.id for each in work.shoes.all()] == ["p1", "p2", "p3"]


def test_an_exception_rolls_everything_back(database: Database):
    with database.work() as work:
        work.shoes.add(shoe("before"))

    def fail():
        with database.work() as work:
            work.activities.add(activity())
            work.shoes.delete("before")
            work.days.add(day_record())
            raise KeyError("cut off")

    with pytest.raises(KeyError):
        fail()
    with database.work() as work:
        assert work.activities.between(None, None) == []
        assert work.shoes.all() == [shoe("before")]
        assert work.days.between(None, None) == []


def test_sound_records_have_no_problems(database: Database):
    with database.work() as work:
        work.activities.add(activity())
        work.shoes.add(shoe())
        work.days.add(day_record())
    assert database.check() == []


@pytest.mark.usefixtures("small_batches")
class TestMany:
    """Many records at once: made ready, stored, found and removed."""

    MANY = 12
    """More than two statements take."""

    SPANS = tuple(span(f"b{n}") for n in range(MANY))
    SESSIONS = tuple(session(f"s{n}") for n in range(MANY))
    ACTIVITIES = tuple(activity(f"a{n}") for n in range(MANY))
    DAYS = tuple(day_record(TODAY + n * DAY) for n in range(MANY))
    KINDS = (
        ("sessions", SESSIONS, "id"),
        ("spans", SPANS, "id"),
        ("activities", ACTIVITIES, "id"),
        ("days", DAYS, "day"),
    )

    def test_they_are_stored_when_that_is_wanted_and_found_and_removed(self, database: Database):
        for kind, records, key in self.KINDS:
            keys, told = [getattr(each, key) for each in records], []
            with database.preparing() as work:
                port = getattr(work, kind)
                store = port.prepare(records, told.append)
                assert sum(told) == self.MANY, kind
                assert list(port.some(keys)) == [], kind
                store()
            with database.reading() as work:
                found = getattr(work, kind).some([*keys, keys[0]])
                assert sorted({getattr(each, key): each for each in found}) == sorted(keys)
                assert {getattr(each, key): each for each in found} == dict(
                    zip(keys, records, strict=True)
                )
            with database.work() as work:
                getattr(work, kind).remove(keys[1:])
                getattr(work, kind).remove(keys[1:])
            with database.reading() as work:
                assert list(getattr(work, kind).some(keys)) == [records[0]], kind

    def test_they_take_the_place_of_those_with_the_same_key(self, database: Database):
        others = {
            "sessions": lambda one: replace(one, title="Other", sets=one.sets[:1]),
            "spans": lambda one: replace(one, reason="other"),
            "activities": lambda one: replace(one, note="other"),
            "days": lambda one: replace(one, text="other"),
        }
        for kind, (one, second, *_rest), key in self.KINDS:
            other = others[kind](one)
            for coming in ([one], [other], [other, second]):
                with database.preparing() as work:
                    getattr(work, kind).prepare(coming, [].append)()
            with database.reading() as work:
                found = getattr(work, kind).some([getattr(each, key) for each in (one, second)])
                assert sorted(found, key=attrgetter(key)) == [other, second], kind

    def test_what_is_made_ready_and_not_stored_leaves_nothing(self, database: Database):
        def begin(kind: str, records) -> None:
            with database.preparing() as work:
                getattr(work, kind).prepare(records[:2], [].append)
                raise DiskFullError("full")

        for kind, records, key in self.KINDS:
            with pytest.raises(DiskFullError):
                begin(kind, records)
            with database.preparing() as work:
                getattr(work, kind).prepare(records[:2], [].append)()
            with database.reading() as work:
                found = getattr(work, kind).some([getattr(each, key) for each in records])
                assert len(found) == 2, kind


def test_what_prepares_lets_others_write_until_it_does(sql):
    def prepare_for_long() -> None:
        with sql.preparing() as work:
            assert work.sessions.some(["s2"]) == []
            store = work.sessions.prepare([session("s2")], [].append)
            with sql.work() as other:
                other.sessions.add(session("s1"))
            work.begin_writing()
            assert work.sessions.some(["s1"]) == [session("s1")]
            store()

    prepare_for_long()
    with sql.reading() as work:
        assert [each.id for each in work.sessions.between(None, None)] == ["s2", "s1"]
