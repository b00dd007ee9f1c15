"""Everything goes out in one bundle, and comes in by id, once."""

import pytest

from coreapp.domain.errors import DiskFullError
from coreapp.services.bundle import Bundle
from coreapp.services.transfer import Merged, Transfer
from tests.fakes.records import entry, session, span
from tests.fakes.work import FakeDatabase

ALL = Bundle((session("s1"), session("s2")), (entry("e1"),), (span("b1"),))


def test_what_came_in_goes_out():
    transfer = Transfer(FakeDatabase())

    assert transfer.merge(ALL) == Merged(added=4, changed=0, same=0)

    out = transfer.collect(with_presence=True)
    assert {each.id: each for each in out.sessions} == {each.id: each for each in ALL.sessions}
    assert (out.entries, out.spans) == (ALL.entries, ALL.spans)


def test_presence_stays_at_home_unless_asked_for():
    transfer = Transfer(FakeDatabase())
    transfer.merge(ALL)

    assert transfer.collect(with_presence=False).spans == ()


def test_the_same_bundle_twice_changes_nothing():
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    before = database.stored.copy()

    assert transfer.merge(ALL) == Merged(added=0, changed=0, same=4)
    assert database.stored == before


def test_what_differs_is_replaced_and_the_rest_stays():
    transfer = Transfer(FakeDatabase())
    transfer.merge(ALL)

    merged = transfer.merge(
        Bundle((session("s1", note="changed"), session("s3")), (entry("e1", changed=False),))
    )

    assert merged == Merged(added=1, changed=2, same=0)
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
