"""How long a pause lasts, as people write it on the command line."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.services.written_pauses import LONGEST, read_length, read_until
from tests.each_case import each_case

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""Ten in the morning in Berlin."""


LENGTHS = [
    ("1h", 60),
    ("30m", 30),
    ("1h30m", 90),
    ("1h30", 90),
    ("1h 30min", 90),
    ("90", 90),
    (" 90 ", 90),
    ("1.5h", 90),
    ("0,5h", 30),
    ("2 hours", 120),
    ("1 hour 1 minute", 61),
    ("45 minutes", 45),
    ("8784h", 366 * 24 * 60),
]


def test_lengths() -> None:
    wrong = [
        (text, found)
        for text, minutes in LENGTHS
        if (found := read_length(text)) != timedelta(minutes=minutes)
    ]
    assert wrong == []


@each_case(
    "text",
    ["", "h", "0", "0h0m", "-5", "1h-5m", "soon", "1d", "1:30", "1e5", "9999999h", "8785h", "²h"],
)
def test_what_is_no_length_is_told(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_length(text)
    assert caught.value.key == "--for"


@each_case(
    ("text", "until"),
    [
        ("14:30", "2026-11-23T13:30"),
        ("14.30", "2026-11-23T13:30"),
        ("2 pm", "2026-11-23T13:00"),
        ("tomorrow", "2026-11-23T23:00"),
        ("Tomorrow", "2026-11-23T23:00"),
        ("2026-11-24", "2026-11-23T23:00"),
        ("2026-11-24T08:00", "2026-11-24T07:00"),
        ("2026-11-24 08:00", "2026-11-24T07:00"),
        ("2026-11-24T08:00+00:00", "2026-11-24T08:00"),
        ("2026-11-24T08:00Z", "2026-11-24T08:00"),
    ],
)
def test_moments(text: str, until: str) -> None:
    assert read_until(text, NOW, BERLIN) == datetime.fromisoformat(f"{until}+00:00")


def test_a_time_that_the_clocks_leave_out_moves_by_the_gap() -> None:
    midnight = datetime(2026, 3, 28, 23, tzinfo=UTC)

    assert read_until("02:30", midnight, BERLIN) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@each_case(
    ("text", "why"),
    [
        ("09:59", "is over"),
        ("10:00", "is over"),
        ("2026-11-22", "is over"),
        ("2027-12-01", "at most"),
        ("24:30", "Write a time"),
        ("lunch", "Write a time"),
        ("", "Write a time"),
        ("2026-02-30", "Write a time"),
        ("0001-01-01T00:00", "Write a time"),
        ("9999-12-31T23:59", "Write a time"),
        ("1970-01-01T00:00+23:59", "Write a time"),
        ("2026-W48-1", "Write a time"),
    ],
)
def test_what_is_no_time_to_come_is_told(text: str, why: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_until(text, NOW, BERLIN)
    assert caught.value.key == "--until"
    assert why in caught.value.remedy


@given(st.integers(0, 8783), st.integers(0, 59))
def test_every_length_in_hours_and_minutes_is_read(hours: int, minutes: int) -> None:
    text = f"{hours}h{minutes}m"
    if hours == minutes == 0:
        with pytest.raises(InvalidValueError):
            read_length(text)
    else:
        assert read_length(text) == timedelta(hours=hours, minutes=minutes)


PLACES = st.text("0123456789hmin:.,-+TZ tomrowpa²", max_size=20) | st.text(max_size=20)


@given(PLACES)
def test_any_text_is_a_length_or_told(text: str) -> None:
    try:
        length = read_length(text)
    except InvalidValueError:
        return
    assert timedelta() < length <= LONGEST


@given(PLACES | st.datetimes().map(str) | st.dates().map(str))
def test_any_text_is_a_moment_to_come_or_told(text: str) -> None:
    try:
        until = read_until(text, NOW, BERLIN)
    except InvalidValueError:
        return
    assert NOW < until <= NOW + LONGEST
