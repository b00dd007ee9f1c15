"""How long a session really took: measured, or believed as far as its sets can account for it."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.activity import MOST_MINUTES
from coreapp.domain.time_spent import estimated, minutes_of, seconds_of
from tests.each_case import each_case
from tests.fakes.records import EVENING, performed_set, session


def lasting(seconds: float, **changes):
    """A session that nobody measured, from its start to its end."""
    changes = {"spent_seconds": None} | changes
    return session(ended_at=EVENING + timedelta(seconds=seconds), **changes)


@each_case(
    ("seconds", "minutes"), [(0, 1), (20, 1), (89, 1), (91, 2), (938, 16), (200_000, MOST_MINUTES)]
)
def test_a_session_counts_whole_minutes_and_never_more_than_a_day(seconds, minutes):
    assert minutes_of(lasting(seconds)) == minutes
    assert minutes_of(lasting(0, spent_seconds=float(seconds))) == minutes


def test_what_was_measured_counts_not_what_lies_between_start_and_end():
    assert seconds_of(lasting(14 * 3600, spent_seconds=900.0)) == 900
    assert seconds_of(lasting(900, spent_seconds=0.0)) == 0
    assert seconds_of(lasting(900)) == 900


SETS = (
    performed_set(1, actual_seconds=30.0, rest_seconds=20.0),
    performed_set(3, rest_seconds=None),
)
ACCOUNTED = 30 + 20 + 18.125 + 120 + 120
"""Work, the rest that is stored, the one that is not, and getting ready."""


@each_case(
    ("seconds", "spent"),
    [
        (60, None),
        (ACCOUNTED, None),
        (ACCOUNTED + 900, None),
        (ACCOUNTED + 901, ACCOUNTED),
        (14 * 3600, ACCOUNTED),
    ],
)
def test_only_what_nothing_can_account_for_is_taken_off(seconds, spent):
    assert estimated(lasting(seconds, sets=SETS)).spent_seconds == spent


def test_what_was_measured_is_not_estimated():
    measured = lasting(14 * 3600, sets=SETS, spent_seconds=5.0)

    assert estimated(measured) == measured


def test_without_sets_start_and_end_are_all_there_is():
    bare = lasting(14 * 3600, sets=())

    assert estimated(bare) == bare


@given(st.floats(0, 200_000), st.lists(st.floats(0, 600), max_size=4))
def test_an_estimate_never_adds_time_and_is_final(seconds, work):
    sets = tuple(performed_set(n, actual_seconds=each) for n, each in enumerate(work))
    session_ = lasting(seconds, sets=sets)

    once = estimated(session_)

    assert seconds_of(once) <= seconds_of(session_)
    assert seconds_of(once) >= min(seconds_of(session_), sum(work))
    assert estimated(once) == once
