"""Sessions that are entered afterwards, and what is put right in the log."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError, UnknownIdError
from coreapp.domain.schedule import EntryDraft
from coreapp.domain.training_log import Feeling, Outcome, SessionKind
from coreapp.services.log_days import local_start
from coreapp.services.log_editing import (
    LogEditing,
    PastSession,
    SessionChange,
    with_done,
    with_skipped,
)
from coreapp.services.planning import Planning
from tests.fakes.clock import FakeClock
from tests.fakes.records import performed_set, session
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase

ROUTINE = "core-basics-runners"
TODAY = date(2026, 3, 2)
YESTERDAY = TODAY - timedelta(days=1)


class Desk:
    """A log in memory; it is 09:00 on a Monday in Berlin, the 2nd of March 2026."""

    def __init__(self) -> None:
        ids = count(1)
        self.database = FakeDatabase()
        self.clock = FakeClock()
        self.library = shipped_library()
        self.planning = Planning(self.library, self.database, self.clock, lambda: f"e{next(ids)}")
        self.editing = LogEditing(
            self.library, self.planning, self.database, self.clock, lambda: f"id{next(ids)}"
        )

    @property
    def kept(self):
        return self.database.stored.sessions.kept

    def past(self, **changes) -> PastSession:
        sets = self.editing.sets_of(ROUTINE)
        return replace(PastSession(ROUTINE, YESTERDAY, time(18, 30), sets), **changes)

    def store(self, **changes):
        whole = session(started_at=datetime(2026, 3, 1, 17, 30, 25, tzinfo=UTC), **changes)
        whole = replace(whole, ended_at=whole.started_at + timedelta(minutes=15))
        with self.database.work() as work:
            work.sessions.add(whole)
        return whole


@pytest.fixture
def desk():
    return Desk()


def as_shown(whole, **changes) -> SessionChange:
    start = local_start(whole)
    same = SessionChange(start.date(), start.time(), whole.outcome, whole.sets)
    return replace(same, **changes)


def test_now_is_told_to_the_minute(desk):
    assert desk.editing.now().isoformat() == "2026-03-02T09:00:00+01:00"


def test_all_sets_count_as_done_as_they_are_planned(desk):
    sets = desk.editing.sets_of(ROUTINE)

    assert len(sets) > 5
    assert all(each.actual_seconds == each.planned_seconds for each in sets)
    assert all(each.actual_reps == each.planned_reps for each in sets)
    assert not any(each.skipped for each in sets)
    assert {each.name for each in sets} <= {
        desk.library.exercise_name(each.id) for each in desk.library.exercises
    }
    with pytest.raises(UnknownIdError):
        desk.editing.sets_of("gone")


def test_a_past_session_stands_in_the_log_with_its_day_and_time(desk):
    feeling = Feeling(effort=4, note="in the park")

    added = desk.editing.add(desk.past(feeling=feeling))

    assert desk.kept == {added.id: added}
    assert added.started_at == datetime(2026, 3, 1, 17, 30, tzinfo=UTC)
    length = desk.library.timeline(ROUTINE).seconds
    assert added.ended_at == added.started_at + timedelta(seconds=length)
    assert (added.zone, added.kind) == ("Europe/Berlin", SessionKind.SESSION)
    assert (added.effort, added.note) == (4, "in the park")
    assert (added.outcome, added.title) == (Outcome.COMPLETED, desk.library.routine_name(ROUTINE))
    desk.editing.take_back(added.id)
    desk.editing.take_back(added.id)
    assert desk.kept == {}


def test_a_routine_for_the_desk_was_a_break(desk):
    sets = desk.editing.sets_of("desk-1min-micro")

    added = desk.editing.add(desk.past(routine="desk-1min-micro", sets=sets))

    assert added.kind is SessionKind.BREAK


def test_with_a_set_left_out_it_ended_early(desk):
    first, *rest = desk.editing.sets_of(ROUTINE)
    sets = (with_skipped(first, skipped=True), *rest)

    assert desk.editing.add(desk.past(sets=sets)).outcome is Outcome.ENDED_EARLY


def test_nothing_to_come_is_entered(desk):
    with pytest.raises(InvalidValueError):
        desk.editing.add(desk.past(day=TODAY, at=time(9, 1)))
    assert desk.kept == {}


def test_what_has_just_begun_has_not_ended_later_than_now(desk):
    added = desk.editing.add(desk.past(day=TODAY, at=time(8, 55)))

    assert added.ended_at == desk.clock.reading().utc


def test_it_ticks_off_what_was_planned_of_it_on_that_day(desk):
    draft = EntryDraft("Evening", ROUTINE, "FREQ=DAILY", "19:30", "2026-03-01", "Europe/Berlin")
    entry = desk.planning.add(draft)

    first = desk.editing.add(desk.past())
    second = desk.editing.add(desk.past())
    other = desk.editing.add(desk.past(day=YESTERDAY - timedelta(days=1)))

    assert first.planned is not None
    assert first.planned.entry == entry.id
    assert second.planned is None
    assert other.planned is None


def test_a_time_that_clocks_skip_moves_by_the_gap(desk):
    desk.clock.jump(timedelta(days=60).total_seconds())

    added = desk.editing.add(desk.past(day=date(2026, 3, 29), at=time(2, 30)))

    assert local_start(added).isoformat() == "2026-03-29T03:30:00+02:00"


def test_what_nobody_touches_stays_as_it_was_measured(desk):
    whole = desk.store()

    former = desk.editing.change(whole.id, as_shown(whole))

    assert former == whole
    assert desk.kept[whole.id] == whole


def test_a_session_moves_with_its_end(desk):
    whole = desk.store()

    desk.editing.change(whole.id, as_shown(whole, day=date(2026, 2, 27), at=time(7, 5)))

    moved = desk.kept[whole.id]
    assert moved.started_at == datetime(2026, 2, 27, 6, 5, tzinfo=UTC)
    assert moved.ended_at - moved.started_at == timedelta(minutes=15)
    desk.editing.restore(whole)
    assert desk.kept[whole.id] == whole


def test_it_moves_on_the_clocks_of_the_place_it_happened_in(desk):
    whole = desk.store(zone="Asia/Tokyo")

    desk.editing.change(whole.id, as_shown(whole, at=time(1, 0)))

    assert desk.kept[whole.id].started_at == datetime(2026, 3, 1, 16, 0, tzinfo=UTC)


def test_in_a_zone_that_is_not_known_the_clocks_are_those_of_utc(desk):
    whole = desk.store(zone="Mars/Olympus")

    desk.editing.change(whole.id, as_shown(whole, at=time(1, 0)))

    assert desk.kept[whole.id].started_at == datetime(2026, 3, 1, 1, 0, tzinfo=UTC)


def test_sets_and_outcome_are_put_right(desk):
    whole = desk.store()
    sets = tuple(with_skipped(each, skipped=False) for each in whole.sets)

    desk.editing.change(whole.id, as_shown(whole, sets=sets, outcome=Outcome.ENDED_EARLY))

    assert desk.kept[whole.id].sets == sets
    assert desk.kept[whole.id].outcome is Outcome.ENDED_EARLY


def test_it_cannot_be_moved_to_what_is_to_come(desk):
    whole = desk.store()
    with pytest.raises(InvalidValueError):
        desk.editing.change(whole.id, as_shown(whole, day=TODAY, at=time(10, 0)))
    assert desk.kept[whole.id] == whole


def test_what_is_gone_is_told(desk):
    with pytest.raises(UnknownIdError):
        desk.editing.change("gone", as_shown(session()))


def test_time_goes_with_repetitions_as_planned():
    planned = performed_set(planned_reps=10, planned_seconds=40, actual_reps=10, actual_seconds=37)

    fewer = with_done(planned, seconds=None, reps=5)

    assert (fewer.actual_reps, fewer.actual_seconds) == (5, 20)
    assert with_done(planned, seconds=12.0, reps=None).actual_seconds == 12
    extra = with_done(replace(planned, planned_reps=None), seconds=None, reps=4)
    assert (extra.actual_reps, extra.actual_seconds) == (4, 37)


@given(st.booleans(), st.integers(1, 50) | st.none())
def test_skipping_twice_comes_to_the_plan(skipped, reps):
    planned = performed_set(planned_reps=reps, actual_reps=reps, skipped=skipped)

    assert with_skipped(planned, skipped=skipped) == planned
    turned = with_skipped(planned, skipped=not skipped)
    assert turned.skipped is not skipped
    assert turned.actual_seconds == (planned.planned_seconds if skipped else 0)
    assert turned.actual_reps == (None if reps is None else (reps if skipped else 0))


def test_in_an_hour_that_occurs_twice_a_session_stays_in_its_own(desk):
    """On the 25th of October 2026 clocks in Berlin go from 3 back to 2."""
    desk.clock.jump(300 * 24 * 3600)
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    whole = replace(session("s"), started_at=second, ended_at=second + timedelta(minutes=10))
    desk.kept["s"] = whole
    change = SessionChange(date(2026, 10, 25), time(2, 40), whole.outcome, whole.sets)

    desk.editing.change("s", change)
    assert desk.kept["s"].started_at == second + timedelta(minutes=10)

    desk.editing.change("s", replace(change, at=time(3, 40)))
    assert desk.kept["s"].started_at == datetime(2026, 10, 25, 2, 40, tzinfo=UTC)
    desk.editing.change("s", replace(change, at=time(2, 40)))
    assert desk.kept["s"].started_at == datetime(2026, 10, 25, 0, 40, tzinfo=UTC)


def test_an_hour_that_does_not_exist_moves_on(desk):
    """On the 29th of March 2026 clocks in Berlin go from 2 to 3."""
    desk.clock.jump(60 * 24 * 3600)
    whole = desk.store()
    change = SessionChange(date(2026, 3, 29), time(2, 30), whole.outcome, whole.sets)

    desk.editing.change(whole.id, change)

    assert desk.kept[whole.id].started_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
