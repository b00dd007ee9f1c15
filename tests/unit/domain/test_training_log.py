"""What a record of the log may hold."""

from datetime import date

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.training_log import DateRange, Feeling
from tests.each_case import each_case
from tests.fakes.records import performed_set, session


def test_work_is_what_was_really_worked():
    sets = (performed_set(1, actual_seconds=18.5), performed_set(3, actual_seconds=20))

    assert session(sets=sets).work_seconds == 38.5
    assert session(sets=()).work_seconds == 0


@each_case("key", ["effort", "pain_before", "pain_after"])
@each_case("figure", [-1, 10.5, 11])
def test_figures_of_a_feeling_have_a_scale(key, figure):
    with pytest.raises(InvalidValueError, match="from 0 to 10") as caught:
        Feeling(**{key: figure})

    assert (caught.value.key, caught.value.value) == (key, figure)


def test_both_ends_of_the_scale_count_and_everything_may_be_left_out():
    feeling = Feeling(effort=0, pain_before=10)

    assert (feeling.effort, feeling.pain_before, feeling.pain_after) == (0, 10, None)


def test_days_may_be_open_but_not_the_wrong_way_round():
    day = date(2026, 3, 4)
    assert DateRange(day, day).first == DateRange(day).first == day
    with pytest.raises(InvalidValueError, match="later than the last"):
        DateRange(date(2026, 3, 5), day)
