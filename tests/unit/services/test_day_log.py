"""What is written of days: kept, deleted when nothing is said any more, and put back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import InvalidValueError
from coreapp.services.day_log import DayLog
from tests.fakes.clock import FakeClock
from tests.fakes.records import day_record
from tests.fakes.work import FakeDatabase

TODAY = date(2026, 3, 2)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def log():
    return DayLog(FakeDatabase(), FakeClock())


def test_a_day_of_which_nothing_is_said_has_an_empty_record(log):
    assert log.today() == TODAY
    assert log.record(TODAY) == DayRecord(TODAY)
    assert list(log.between(None, None)) == []


def test_what_is_said_is_kept_and_the_former_comes_back(log):
    first, second = day_record(TODAY), day_record(TODAY, text="other")

    assert log.save(first) is None
    assert log.save(second) == first
    assert log.record(TODAY) == second

    log.restore(TODAY, first)
    assert log.record(TODAY) == first
    log.restore(TODAY, None)
    assert list(log.between(None, None)) == []


def test_an_empty_record_is_not_kept(log):
    log.save(day_record(TODAY))

    assert log.save(DayRecord(TODAY)) == day_record(TODAY)
    assert list(log.between(TODAY, TODAY)) == []


def test_of_a_day_to_come_only_a_mark_and_a_note_can_be_kept(log):
    travel = DayRecord(TOMORROW, mark=DayMark.TRAVEL, text="by train")

    log.save(travel)
    assert log.record(TOMORROW) == travel

    with pytest.raises(InvalidValueError):
        log.save(replace(travel, steps=1))
    with pytest.raises(InvalidValueError):
        log.save(replace(travel, pain_worst=0))
    assert log.record(TOMORROW) == travel


def test_days_come_oldest_first(log):
    for back in (1, 3, 2):
        log.save(day_record(TODAY - timedelta(days=back)))

    found = log.between(TODAY - timedelta(days=2), TODAY)

    assert [each.day for each in found] == [TODAY - timedelta(days=2), TODAY - timedelta(days=1)]
