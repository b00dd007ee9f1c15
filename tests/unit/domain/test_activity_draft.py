"""What is entered becomes a record: the clock on the wall, the zone, and nothing in the future."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.activity import ActivityType
from coreapp.domain.activity_draft import ActivityDraft, draft_of, make_activity
from coreapp.domain.errors import InvalidValueError
from tests.each_case import each_case
from tests.fakes.records import activity

NOW = datetime(2026, 11, 22, 15, tzinfo=UTC)
RUN = ActivityDraft(ActivityType.RUN_EASY, datetime(2026, 11, 22, 14, 30), 30)


def test_the_wall_clock_is_the_one_of_the_zone() -> None:
    made = make_activity("a", RUN, "Europe/Berlin", NOW, None)

    assert made.started_at == datetime(2026, 11, 22, 13, 30, tzinfo=UTC)
    assert made.zone == "Europe/Berlin"
    assert make_activity("a", replace(RUN, zone="UTC"), "Europe/Berlin", NOW, None).zone == "UTC"


def test_a_note_is_trimmed_and_figures_are_checked() -> None:
    assert make_activity("a", replace(RUN, note=" by the lake \n"), "UTC", NOW, None).note == (
        "by the lake"
    )
    with pytest.raises(InvalidValueError, match="minutes"):
        make_activity("a", replace(RUN, minutes=0), "UTC", NOW, None)


@each_case(
    "begun",
    [
        datetime(2026, 11, 22, 15, 1),
        datetime(2199, 12, 31),
        datetime(9999, 12, 31, 23, 59),
        datetime(1, 1, 1),
    ],
)
def test_nothing_is_done_in_the_future_or_before_there_were_clocks(begun: datetime) -> None:
    with pytest.raises(InvalidValueError, match="started_at"):
        make_activity("a", replace(RUN, begun=begun), "UTC", NOW, None)


def test_just_now_is_not_the_future() -> None:
    exactly = replace(RUN, begun=datetime(2026, 11, 22, 15))

    assert make_activity("a", exactly, "UTC", NOW, None).started_at == NOW


@each_case("hour", [0, 1])
def test_an_hour_that_occurs_twice_stays_the_one_it_was(hour: int) -> None:
    # On 25 October 2026 clocks in Berlin show 02:30 at 00:30 and again at 01:30 UTC.
    stored = activity(started_at=datetime(2026, 10, 25, hour, 30, tzinfo=UTC))

    draft = replace(draft_of(stored), minutes=50)

    assert draft.begun == datetime(2026, 10, 25, 2, 30)
    made = make_activity(stored.id, draft, "UTC", NOW, stored.started_at)
    assert made.started_at == stored.started_at
    moved = replace(draft, begun=draft.begun + timedelta(hours=1))
    made = make_activity(stored.id, moved, "UTC", NOW, stored.started_at)
    assert made.started_at == datetime(2026, 10, 25, 2, 30, tzinfo=UTC)


def test_a_time_that_does_not_exist_moves_by_the_gap() -> None:
    gap = replace(RUN, begun=datetime(2026, 3, 29, 2, 30))

    made = make_activity("a", gap, "Europe/Berlin", NOW, None)

    shown = made.started_at.astimezone(ZoneInfo("Europe/Berlin"))
    assert (shown.hour, shown.minute) == (3, 30)


@given(
    start=st.datetimes(datetime(2020, 1, 1), datetime(2026, 11, 20)),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Apia", "UTC"]),
)
def test_opened_and_saved_unchanged_it_is_as_it_was(start: datetime, zone: str) -> None:
    stored = activity(started_at=start.replace(tzinfo=UTC), zone=zone)

    again = make_activity(stored.id, draft_of(stored), "Asia/Tokyo", NOW, stored.started_at)

    assert again == stored
