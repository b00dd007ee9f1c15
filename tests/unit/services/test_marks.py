"""Marks are kept for the next start, and “not today” is over tomorrow."""

import pytest

from coreapp.domain.errors import DiskFullError
from coreapp.domain.marks import PLAIN, Liking, Mark
from coreapp.services.marks import Marks
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile

DAY = 24 * 3600


@pytest.fixture
def file():
    return FakeStateFile()


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def marks(file, clock):
    return Marks(file, clock)


def test_nothing_is_marked_at_first(marks):
    assert marks.of("plank") == PLAIN
    assert marks.is_for_today("plank")
    assert marks.all == {}


def test_marks_are_kept_for_the_next_start(marks, file, clock):
    marks.like("plank", Liking.LIKED)
    marks.hide("plank", hidden=True)
    marks.like("march", Liking.DISLIKED)

    again = Marks(file, clock)
    assert again.all == {
        "march": Mark(Liking.DISLIKED),
        "plank": Mark(Liking.LIKED, hidden=True),
    }
    assert again.taste.liked == {"plank"}


def test_a_mark_that_is_taken_back_leaves_nothing(marks, file):
    marks.like("plank", Liking.LIKED)
    marks.like("plank", Liking.NONE)
    assert file.document == {"exercises": {}}


def test_not_today_is_over_tomorrow(marks, clock):
    marks.leave_for_today("plank", left=True)
    assert not marks.is_for_today("plank")
    assert marks.taste.avoided == {"plank"}
    clock.advance(DAY)
    assert marks.is_for_today("plank")
    assert marks.taste.avoided == set()


def test_not_today_can_be_taken_back(marks):
    marks.leave_for_today("plank", left=True)
    marks.leave_for_today("plank", left=False)
    assert marks.is_for_today("plank")


def test_the_day_is_that_of_the_place(file):
    late = FakeClock(zone="Pacific/Auckland")  # 8:00 UTC is 21:00 there
    marks = Marks(file, late)
    marks.leave_for_today("plank", left=True)
    late.advance(3 * 3600 - 1)
    assert not marks.is_for_today("plank")
    late.advance(1)
    assert marks.is_for_today("plank")


def test_what_cannot_be_kept_changes_nothing(marks, file):
    marks.like("plank", Liking.LIKED)
    file.failure = DiskFullError()
    with pytest.raises(DiskFullError):
        marks.hide("plank", hidden=True)
    assert marks.all == {"plank": Mark(Liking.LIKED)}


@pytest.mark.parametrize("document", [{"exercises": 3}, {"exercises": {"plank": {"liking": "x"}}}])
def test_what_cannot_be_read_is_left_out(document, clock):
    marks = Marks(FakeStateFile(document | {"other": 1}), clock)
    assert marks.all == {}


def test_a_broken_mark_leaves_the_others(clock, caplog):
    document = {"exercises": {"plank": {"liking": "x"}, "march": {"hidden": True}}}
    assert Marks(FakeStateFile(document), clock).all == {"march": Mark(hidden=True)}
    assert "plank" in caplog.text
