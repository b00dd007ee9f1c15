"""Times, hours and dates as people write them."""

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.sitting.hours import HoursRange, parse_time, time_text
from coreapp.services.written_times import entries, tidy_date, tidy_range, tidy_time
from tests.each_case import each_case

MINUTES = st.integers(0, 24 * 60 - 1)


TIMES = [
    ("12:30", "12:30"),
    (" 8 ", "08:00"),
    ("8.05", "08:05"),
    ("0830", "08:30"),
    ("8 Uhr", "08:00"),
    ("8.30 uur", "08:30"),
    ("17h30", "17:30"),
    ("9u15", "09:15"),
    ("12:30 pm", "12:30"),
    ("12 am", "00:00"),
    ("1:30 P.M.", "13:30"),
    ("24:00", "24:00"),
    ("13 pm", "13 pm"),
    ("0 am", "0 am"),
    ("half past", "half past"),
    ("8:5", "8:5"),
    ("", ""),
    ("²:00", "²:00"),
]


def test_times() -> None:
    wrong = [(written, found) for written, kept in TIMES if (found := tidy_time(written)) != kept]
    assert wrong == []


@each_case(
    ("written", "kept"),
    [
        ("9-17", "09:00-17:00"),
        ("9 – 17.30", "09:00-17:30"),
        ("9 bis 17 Uhr", "09:00-17:00"),
        ("9 tot 17 uur", "09:00-17:00"),
        ("9am to 5pm", "09:00-17:00"),
        ("22:00—24:00", "22:00-24:00"),
        ("all day", "all day"),
        ("9-10-11", "09:00-10:00-11:00"),
    ],
)
def test_ranges(written: str, kept: str) -> None:
    assert tidy_range(written) == kept


@each_case(
    ("written", "kept"),
    [
        ("2026-12-24", "2026-12-24"),
        ("24.12.2026", "2026-12-24"),
        ("4. 1. 2027", "2027-01-04"),
        ("24-12-2026", "2026-12-24"),
        ("12/24/2026", "12/24/2026"),
        ("tomorrow", "tomorrow"),
    ],
)
def test_dates(written: str, kept: str) -> None:
    assert tidy_date(written) == kept


def test_lists_are_parted_by_commas_semicolons_and_lines() -> None:
    assert entries("8-12, 13-17;18-19\n20-21, ,") == ["8-12", "13-17", "18-19", "20-21"]


@given(MINUTES)
def test_what_is_kept_already_stays(minute: int) -> None:
    text = time_text(minute)

    assert tidy_time(text) == text
    assert parse_time("at", tidy_time(text.replace(":", "."))) == minute
    assert parse_time("at", tidy_time(text.replace(":", ""))) == minute


@given(MINUTES, st.integers(1, 24 * 60 - 1))
def test_ranges_that_are_kept_already_stay(start: int, length: int) -> None:
    text = HoursRange(start, start + length).text()

    assert tidy_range(text) == text


@given(st.text(max_size=30))
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    for tidy in (tidy_time, tidy_range, tidy_date):
        assert tidy(tidy(text)) == tidy(text)
    assert all(entries(text))
