"""Everything goes out in one bundle, and comes in by id, once."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import DiskFullError
from coreapp.services.bundle import Bundle, Kind
from coreapp.services.merging import Tally
from coreapp.services.transfer import Transfer
from tests.fakes.records import activity, day_record, entry, session, shoe, span
from tests.fakes.work import FakeDatabase

ALL = Bundle(
    (session("s1"), session("s2")),
    (entry("e1"),),
    (span("b1"),),
    activities=(activity("a1"),),
    shoes=(shoe("p1"),),
    days=(day_record(),),
)
OTHER = Bundle(
    (session("s1", note="other"), session("s9")),
    (entry("e1", changed=False), entry("e9")),
    (span("b1", kind="standing"), span("b9")),
    activities=(activity("a1", minutes=1), activity("a9")),
    shoes=(shoe("p1", name="Other"), shoe("p9")),
    days=(day_record(text="other"), day_record(date(2026, 3, 9))),
)
"""Of each kind one that is there otherwise, and one that is new."""


IDS = st.sampled_from("abcd")
some_sessions = st.lists(
    st.builds(lambda key, note: session(key, note=note), IDS, st.sampled_from("xyz")),
    max_size=4,
    unique_by=lambda each: each.id,
)


def test_what_came_in_goes_out():
    transfer = Transfer(FakeDatabase())

    assert transfer.merge(ALL).total == Tally(added=7)

    out = transfer.collect(with_presence=True)
    assert {each.id: each for each in out.sessions} == {each.id: each for each in ALL.sessions}
    assert (out.entries, out.spans) == (ALL.entries, ALL.spans)
    assert (out.activities, out.shoes, out.days) == (ALL.activities, ALL.shoes, ALL.days)


def test_presence_stays_at_home_unless_asked_for():
    transfer = Transfer(FakeDatabase())
    transfer.merge(ALL)

    assert transfer.collect(with_presence=False).spans == ()


def test_the_same_bundle_twice_changes_nothing():
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    before = database.stored.copy()

    assert transfer.merge(ALL).total == Tally(same=7)
    assert database.stored == before


def test_what_differs_is_replaced_and_the_rest_stays():
    transfer = Transfer(FakeDatabase())
    transfer.merge(ALL)

    merged = transfer.merge(
        Bundle((session("s1", note="changed"), session("s3")), (entry("e1", changed=False),))
    )

    assert merged.total == Tally(added=1, changed=2, same=0)
    out = transfer.collect(with_presence=True)
    assert {each.id: each.note for each in out.sessions}["s1"] == "changed"
    assert {each.id for each in out.sessions} == {"s1", "s2", "s3"}
    assert out.entries == (entry("e1", changed=False),)
    assert out.spans == ALL.spans


def test_a_failure_leaves_everything_as_it_was():
    database = FakeDatabase(failure=DiskFullError("full"))

    with pytest.raises(DiskFullError):
        Transfer(database).merge(ALL)

    assert database.stored.sessions.kept == {}


KINDS = (Kind.SESSIONS, Kind.ACTIVITIES, Kind.DAYS, Kind.SHOES, Kind.ENTRIES, Kind.SPANS)


def test_a_bundle_is_looked_at_before_it_comes_in():
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    before = database.stored

    preview = transfer.preview(OTHER)

    assert preview.tallies == {kind: Tally(added=1, changed=1) for kind in KINDS}
    assert list(preview.tallies) == list(KINDS)
    assert preview.total == Tally(added=6, changed=6)
    assert not preview.changes_nothing
    assert database.stored == before
    assert transfer.merge(OTHER).tallies == preview.tallies


def test_a_look_at_what_is_there_or_at_nothing_says_so():
    transfer = Transfer(FakeDatabase())
    transfer.merge(ALL)

    assert transfer.preview(ALL).changes_nothing
    assert transfer.preview(ALL).total == Tally(same=7)
    assert transfer.preview(Bundle()).changes_nothing
    assert transfer.preview(Bundle()).tallies == {}


def test_an_import_is_taken_back_exactly():
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    before = database.stored.copy()
    merged = transfer.merge(OTHER)
    assert database.stored != before

    merged.undo()

    assert database.stored == before


def test_taking_back_leaves_what_was_there_before_and_what_came_after():
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    merged = transfer.merge(ALL)
    with database.work() as work:
        work.sessions.add(session("later"))
        work.shoes.add(shoe("p1", name="Changed since"))

    merged.undo()

    assert "later" in database.stored.sessions.kept
    assert database.stored.shoes.kept["p1"].name == "Changed since"


def edit_everything(database: FakeDatabase) -> None:
    """Change of each kind what came in the place of another, and what came new."""
    with database.work() as work:
        for identity in ("1", "9"):
            work.sessions.add(session(f"s{identity}", note="mine"))
            work.activities.add(activity(f"a{identity}", note="mine"))
            work.shoes.add(shoe(f"p{identity}", name="Mine"))
            work.schedule.add(replace(entry(f"e{identity}"), title="Mine"))
            work.spans.add([span(f"b{identity}", reason="mine")])
        for day in (day_record().day, date(2026, 3, 9)):
            work.days.add(day_record(day, text="mine"))


def test_taking_back_leaves_alone_what_was_edited_since_and_says_so():
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    merged = transfer.merge(OTHER)
    edit_everything(database)
    edited = database.stored.copy()

    undone = merged.undo()

    assert database.stored == edited
    assert undone.left == dict.fromkeys(KINDS, 2)
    assert undone.total_left == 12


def test_taking_back_what_was_edited_in_part_takes_back_the_rest():
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    merged = transfer.merge(OTHER)
    with database.work() as work:
        work.sessions.add(session("s1", note="mine"))

    undone = merged.undo()

    assert undone.left == {Kind.SESSIONS: 1}
    assert database.stored.sessions.kept["s1"].note == "mine"
    assert "s9" not in database.stored.sessions.kept
    assert database.stored.activities.kept == {"a1": activity("a1")}


def test_what_was_deleted_since_does_not_come_back():
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    merged = transfer.merge(OTHER)
    with database.work() as work:
        work.sessions.delete("s1")
        work.sessions.delete("s9")

    undone = merged.undo()

    # The one was replaced before it was deleted; the other is as gone as before the import.
    assert undone.left == {Kind.SESSIONS: 1}
    assert database.stored.sessions.kept.keys() == {"s2"}


@given(st.data())
def test_taking_back_touches_nothing_that_was_edited_and_everything_else(data):
    database = FakeDatabase()
    transfer = Transfer(database)
    before = {each.id: each for each in data.draw(some_sessions)}
    transfer.merge(Bundle(tuple(before.values())))
    came = {each.id: each for each in data.draw(some_sessions)}
    merged = transfer.merge(Bundle(tuple(came.values())))
    edits = data.draw(st.dictionaries(IDS, st.sampled_from(["edit", "delete"])))
    with database.work() as work:
        for identity, what in edits.items():
            if what == "delete":
                work.sessions.delete(identity)
            else:
                work.sessions.add(session(identity, note="mine"))
    edited = dict(database.stored.sessions.kept)

    merged.undo()

    after = database.stored.sessions.kept
    for identity in "abcd":
        wanted = edited if identity in edits else before
        assert after.get(identity) == wanted.get(identity)


def test_many_sessions_are_compared_at_once():
    transfer = Transfer(FakeDatabase())
    many = tuple(session(f"s{number:04}") for number in range(150))
    transfer.merge(Bundle(many[:149]))

    changed = (*many[:1], replace(many[1], note="other"), *many[2:])
    merged = transfer.merge(Bundle(changed))

    assert merged.total == Tally(added=1, changed=1, same=148)
    merged.undo()
    assert transfer.preview(Bundle(many)).total == Tally(added=1, same=149)
