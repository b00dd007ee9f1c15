"""What the ports promise, kept by the fake and by the real database alike."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.training_log import Outcome, PerformedSession
from coreapp.services.log_ports import Database
from tests.fakes.records import EVENING, entry, performed_set, session, span

HOUR = timedelta(hours=1)


def stored_session(database: Database, identity: str = "s1") -> PerformedSession | None:
    with database.work() as work:
        return work.sessions.get(identity)


def test_a_session_comes_back_as_it_was(database):
    with database.work() as work:
        work.sessions.add(session())
    assert stored_session(database) == session()


def test_what_may_be_empty_comes_back_empty(database):
    bare = session(
        effort=None, pain_before=None, pain_after=None, planned=None, sets=(), note="", timeline=""
    )
    with database.work() as work:
        work.sessions.add(bare)
    assert stored_session(database) == bare


@pytest.mark.parametrize("record", [session(), session().sets[1]], ids=["session", "set"])
def test_the_records_tell_every_field_from_its_default(record):
    untold = [each.name for each in fields(record) if getattr(record, each.name) == each.default]
    assert untold == []


def test_what_is_not_there_is_none(database):
    with database.work() as work:
        assert work.sessions.get("s1") is None
        assert work.schedule.get("e1") is None
        assert not work.sessions.delete("s1")
        assert not work.schedule.remove("e1")


def test_a_session_of_the_same_id_is_replaced_with_its_sets(database):
    other = session(note="other", sets=(performed_set(3, actual_seconds=1), performed_set(5)))
    with database.work() as work:
        work.sessions.add(session())
    with database.work() as work:
        work.sessions.add(other)
        assert work.sessions.get("s1") == other
    assert stored_session(database) == other


@pytest.mark.usefixtures("small_batches")
def test_many_sessions_are_stored_at_once(database):
    many = [session(f"s{number:04}") for number in range(12)]
    with database.work() as work:
        work.sessions.add_all([])
        work.sessions.add_all(many)
    with database.work() as work:
        work.sessions.add_all([session("s0000", sets=()), session("new", note="new")])
    with database.work() as work:
        found = {each.id: each for each in work.sessions.between(None, None)}
    assert len(found) == 13
    assert found["s0000"].sets == ()
    assert found["s0001"] == many[1]
    assert found["new"] == session("new", note="new")


def test_sessions_are_taken_out_by_their_ids(database):
    with database.work() as work:
        work.sessions.add_all([session("s1"), session("s2"), session("s3")])
    with database.work() as work:
        work.sessions.remove(["s1", "s3", "never there"])
        work.sessions.remove([])
    assert stored_session(database) is None
    assert stored_session(database, "s2") == session("s2")


def test_sets_are_in_the_order_of_the_timeline(database):
    with database.work() as work:
        work.sessions.add(session(sets=(performed_set(10), performed_set(9), performed_set(2))))
        work.sessions.save_set("s1", performed_set(5))
    assert [each.phase for each in stored_session(database).sets] == [2, 5, 9, 10]


def test_a_set_is_stored_beside_the_others_and_replaces_its_own(database):
    with database.work() as work:
        work.sessions.add(session())
    with database.work() as work:
        assert len(work.sessions.get("s1").sets) == 2
        work.sessions.save_set("s1", performed_set(1, actual_seconds=3.5))
        work.sessions.save_set("s1", performed_set(8))
        assert len(work.sessions.get("s1").sets) == 3
    assert stored_session(database).sets == (
        performed_set(1, actual_seconds=3.5),
        session().sets[1],
        performed_set(8),
    )


def test_an_update_leaves_the_sets_as_they_are(database):
    changed = session(note="changed", effort=9.0, outcome=Outcome.ENDED_EARLY, planned=None)
    with database.work() as work:
        work.sessions.add(session())
    with database.work() as work:
        assert work.sessions.get("s1") == session()
        work.sessions.update(replace(changed, sets=()))
        assert work.sessions.get("s1") == changed
    assert stored_session(database) == changed


def test_a_set_or_an_update_needs_its_session(database):
    with database.work() as work:
        with pytest.raises(UnknownIdError, match="s1"):
            work.sessions.save_set("s1", performed_set())
        with pytest.raises(UnknownIdError, match="s1"):
            work.sessions.update(session())
    assert stored_session(database) is None


def test_sessions_are_found_by_their_start_newest_first(database):
    with database.work() as work:
        for hours, identity in ((0, "a"), (1, "b"), (2, "c"), (1, "d")):
            begun = EVENING + hours * HOUR
            work.sessions.add(session(identity, started_at=begun, ended_at=begun))

    def found(start, end):
        with database.work() as work:
            return [each.id for each in work.sessions.between(start, end)]

    assert found(None, None) == ["c", "d", "b", "a"]
    assert found(EVENING + HOUR, None) == ["c", "d", "b"]
    assert found(None, EVENING + HOUR) == ["a"]
    assert found(EVENING, EVENING + 2 * HOUR) == ["d", "b", "a"]


def test_sessions_of_some_routines_are_found_newest_first(database):
    routines = ("core-4", "core-4-b", "Core-4-c", "core_4", "my-core-4", "c%", "core-5")
    with database.work() as work:
        for hours, routine in enumerate(routines):
            begun = EVENING + hours * HOUR
            work.sessions.add(session(routine, routine=routine, started_at=begun))

    def found(prefix, start=None):
        with database.work() as work:
            return [each.id for each in work.sessions.of_routines(prefix, start)]

    assert found("core-4") == ["core-4-b", "core-4"]
    assert found("core-") == ["core-5", "core-4-b", "core-4"]
    assert found("core-4", EVENING + HOUR) == ["core-4-b"]
    assert found("c%") == ["c%"]
    assert found("") == list(reversed(routines))
    with database.work() as work:
        assert work.sessions.of_routines("core-5", None)[0].sets == session().sets


def test_sessions_of_one_exercise_alone_are_found_newest_first(database):
    def done(exercise, phase=0, *, skipped=False):
        return replace(session().sets[0], exercise=exercise, phase=phase, skipped=skipped)

    worked = {
        "alone": (done("flow"), done("flow", 1)),
        "with another": (done("flow"), done("plank", 1)),
        "another skipped": (done("flow"), done("plank", 1, skipped=True)),
        "itself skipped": (done("flow", skipped=True),),
        "partly skipped": (done("flow", skipped=True), done("flow", 1)),
        "other": (done("plank"),),
        "nothing": (),
    }
    with database.work() as work:
        for hours, (identity, sets) in enumerate(worked.items()):
            work.sessions.add(session(identity, sets=sets, started_at=EVENING + hours * HOUR))

    def found(start):
        with database.work() as work:
            return [each.id for each in work.sessions.of_exercise_alone("flow", start)]

    assert found(EVENING) == ["partly skipped", "another skipped", "alone"]
    assert found(EVENING + HOUR) == ["partly skipped", "another skipped"]
    with database.work() as work:
        whole = work.sessions.of_exercise_alone("flow", EVENING)
    assert [each.sets for each in whole] == [worked[each.id] for each in whole]


def test_the_newest_session_that_was_cut_off_is_found(database):
    with database.work() as work:
        assert work.sessions.last_interrupted() is None
        work.sessions.add(session("a", outcome=Outcome.INTERRUPTED))
        work.sessions.add(session("b"))
        work.sessions.add(
            session("c", outcome=Outcome.INTERRUPTED, started_at=EVENING + timedelta(seconds=1))
        )
        assert work.sessions.last_interrupted().id == "c"
        assert work.sessions.last_interrupted().sets == session().sets


def test_a_deleted_session_is_gone_with_its_sets(database):
    with database.work() as work:
        work.sessions.add(session())
        work.sessions.add(session("s2"))
    with database.work() as work:
        assert work.sessions.delete("s1")
        assert work.sessions.get("s1") is None
    with database.work() as work:
        work.sessions.add(session(sets=()))
    assert stored_session(database).sets == ()
    assert stored_session(database, "s2") == session("s2")


def test_an_entry_comes_back_as_it_was(database):
    with database.work() as work:
        work.schedule.add(entry())
    with database.work() as work:
        assert work.schedule.get("e1") == entry()


def test_an_entry_of_the_same_id_is_replaced_with_its_exceptions(database):
    with database.work() as work:
        work.schedule.add(entry())
    with database.work() as work:
        work.schedule.add(entry(changed=False))
        assert work.schedule.get("e1") == entry(changed=False)


def test_all_entries_are_in_the_order_of_their_ids(database):
    with database.work() as work:
        for identity in ("e2", "e1", "e3"):
            work.schedule.add(entry(identity))
    with database.work() as work:
        assert [each.id for each in work.schedule.all()] == ["e1", "e2", "e3"]


def test_a_removed_entry_is_gone_with_its_exceptions_and_leaves_the_log(database):
    with database.work() as work:
        work.schedule.add(entry())
        work.sessions.add(session())
    with database.work() as work:
        assert work.schedule.remove("e1")
        assert work.schedule.all() == []
    with database.work() as work:
        work.schedule.add(entry(changed=False))
        assert work.schedule.get("e1") == entry(changed=False)
    assert stored_session(database) == session()


def test_spans_are_found_where_they_touch_the_window(database):
    spans = [span("a", (0, 10)), span("c", (10, 20)), span("b", (10, 15)), span("d", (20, 30))]
    with database.work() as work:
        work.spans.add(spans)
    with database.work() as work:
        touched = work.spans.between(EVENING + 10 * HOUR / 60, EVENING + 20 * HOUR / 60)
        assert touched == [spans[2], spans[1]]
        assert work.spans.between(EVENING + 5 * HOUR / 60, EVENING + 6 * HOUR / 60) == spans[:1]


def test_an_old_span_that_lasted_for_weeks_is_found_wherever_one_looks(database):
    day = 24 * 60
    long = span("long", (-30 * day, 10), kind="off", reason="not_running")
    spans = [span("a", (-31 * day, -30 * day)), long, span("b", (10, 20)), span("c", (20, 30))]
    with database.work() as work:
        work.spans.add(spans)
    with database.work() as work:
        for minutes in (-30 * day + 5, -15 * day, -5, 5):
            start = EVENING + minutes * HOUR / 60
            assert work.spans.between(start, start + HOUR / 60) == [long]
        assert work.spans.between(EVENING, EVENING + HOUR / 3) == spans[1:3]
        assert work.spans.between(EVENING + HOUR / 2, EVENING + HOUR) == []
        assert work.spans.between(EVENING - 40 * 24 * HOUR, EVENING + HOUR) == spans


def test_spans_that_overlap_are_all_found(database):
    spans = [span("a", (0, 60)), span("b", (10, 20)), span("c", (15, 90))]
    with database.work() as work:
        work.spans.add(spans)
    with database.work() as work:
        assert work.spans.between(EVENING + HOUR / 6, EVENING + HOUR) == spans
        assert work.spans.between(EVENING + HOUR / 2, EVENING + HOUR) == [spans[0], spans[2]]


def test_spans_are_taken_out_by_their_ids(database):
    with database.work() as work:
        work.spans.add([span("a", (0, 10)), span("b", (10, 20)), span("c", (20, 30))])
    with database.work() as work:
        work.spans.remove({"a", "c", "never there"})
        work.spans.remove(())
        work.spans.add([span("d", (0, 10))])
    with database.work() as work:
        assert [each.id for each in work.spans.between(EVENING, EVENING + HOUR)] == ["d", "b"]


def test_a_span_of_the_same_id_is_replaced(database):
    with database.work() as work:
        work.spans.add([span()])
    with database.work() as work:
        work.spans.add([span(kind="break", reason="")])
    with database.work() as work:
        assert work.spans.between(EVENING, EVENING + HOUR) == [span(kind="break", reason="")]


def test_old_spans_are_deleted_and_counted(database):
    with database.work() as work:
        work.spans.add([span("a", (0, 10)), span("b", (5, 20)), span("c", (20, 30))])
    with database.work() as work:
        assert work.spans.delete_before(EVENING + 20 * HOUR / 60) == 1
        assert work.spans.delete_before(EVENING) == 0
    with database.work() as work:
        assert [each.id for each in work.spans.between(EVENING, EVENING + HOUR)] == ["b", "c"]


def test_an_exception_rolls_everything_back(database):
    with database.work() as work:
        work.sessions.add(session("before"))

    def fail():
        with database.work() as work:
            work.sessions.add(session())
            work.sessions.delete("before")
            work.schedule.add(entry())
            work.spans.add([span()])
            raise KeyError("cut off")

    with pytest.raises(KeyError):
        fail()
    with database.work() as work:
        assert [each.id for each in work.sessions.between(None, None)] == ["before"]
        assert work.schedule.all() == []
        assert work.spans.between(EVENING, EVENING + HOUR) == []


def test_sound_data_has_no_problems(database):
    with database.work() as work:
        work.sessions.add(session())
        work.schedule.add(entry())
        work.spans.add([span()])
    assert database.check() == []
