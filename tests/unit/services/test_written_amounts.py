"""Lengths and distances as people write them, with point or comma, in three languages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.services.explanations import explain_remedy
from coreapp.services.written_amounts import read_distance, read_length, whole_minutes
from tests.each_case import each_case

LENGTHS = [
    ("32", 1920),
    (" 32 ", 1920),
    ("32,5", 1950),
    ("32.5", 1950),
    ("32:10", 1930),
    ("0:32", 1920),
    ("00:45", 2700),
    ("1:05", 3900),
    ("9:59", 35_940),
    ("10:00", 600),
    ("1:02:03", 3723),
    ("01:02:03", 3723),
    ("1 h 5", 3900),
    ("1h05", 3900),
    ("1 h 5 min 7 s", 3907),
    ("2h", 7200),
    ("1,5 h", 5400),
    ("1 hour 10 minutes", 4200),
    ("90 min", 5400),
    ("90m", 5400),
    ("3 mins", 180),
    ("45 min 30", 2730),
    ("45 min 30 sec", 2730),
    ("45'30''", 2730),
    ("45'30\"", 2730),
    ("1 Std. 5", 3900),
    ("1 Std. 5 Min.", 3900),
    ("2 STUNDEN", 7200),
    ("1 uur 5", 3900),
    ("1 u 5 min", 3900),
    ("1,25 uur", 4500),
    ("5 minuten 20 seconden", 320),
    ("24 h", 86_400),
]


def test_a_length_is_read_as_it_is_written() -> None:
    wrong = [(text, found) for text, seconds in LENGTHS if (found := read_length(text)) != seconds]
    assert wrong == []


NO_LENGTHS = [
    "",
    " ",
    "0",
    "0:00",
    "abc",
    "32 10",
    "5,",
    "-5",
    "1:75",
    "5 min 1 h",
    "5 min 5 min",
    "1 h 5 h",
    "1 h 2 3",
    "32 kg",
    "٣٢",
    "24 h 1",
    "99999",
    "1e3",
    "1 5 min",
    "30 s 5",
]


def test_what_is_no_length_is_refused_with_a_way_to_write_one() -> None:
    refused = {}
    for text in NO_LENGTHS:
        try:
            refused[text] = f"read as {read_length(text)}"
        except InvalidValueError as error:
            refused[text] = f"{error.key}: {explain_remedy(error)}"
    others = {
        text: told
        for text, told in refused.items()
        if not re.fullmatch(r"minutes: .*\.", told, re.DOTALL)
    }
    assert others == {}


DISTANCES = [
    ("5", 5000),
    ("5,2", 5200),
    ("5.2", 5200),
    ("5.2 km", 5200),
    ("5,25km", 5250),
    ("10k", 10_000),
    ("42,195", 42_195),
    ("0", 0),
    ("800 m", 800),
    ("1.500 m", 1500),
    ("1,500 m", 1500),
    ("1.5 m", 2),
    ("5 Kilometer", 5000),
    ("5 kilometres", 5000),
    ("400 meter", 400),
    ("400 metres", 400),
    ("3 mi", 4828),
    ("1 mile", 1609),
    ("3 Meilen", 4828),
    ("1 Meile", 1609),
    ("2 mijl", 3219),
    ("500 km", 500_000),
]


def test_a_distance_is_read_as_it_is_written() -> None:
    wrong = [
        (text, found) for text, metres in DISTANCES if (found := read_distance(text)) != metres
    ]
    assert wrong == []


@each_case("text", ["", "x", "5 5", "-1", "5,", "km", "501", "5 kg", "400 mi"])
def test_what_is_no_distance_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_distance(text)

    assert caught.value.key == "km"
    assert "{" not in explain_remedy(caught.value)


@given(minutes=st.integers(1, 1440), mark=st.sampled_from(".,"), tenths=st.integers(0, 9))
def test_point_and_comma_mean_the_same(minutes: int, mark: str, tenths: int) -> None:
    written = f"{minutes % 1440}{mark}{tenths}"
    if minutes % 1440 or tenths:
        assert read_length(written) == (minutes % 1440) * 60 + 6 * tenths
    metres = (minutes % 500) * 1000 + 100 * tenths
    assert read_distance(f"{minutes % 500}{mark}{tenths}") == metres


@given(st.integers(1, 86_400))
def test_hours_minutes_and_seconds_come_back(seconds: int) -> None:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)

    assert read_length(f"{hours}:{minutes:02}:{rest:02}") == seconds
    assert read_length(f"{hours} h {minutes} min {rest} s") == seconds


@given(st.text(max_size=12))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for read, most in ((read_length, 86_400), (read_distance, 500_000)):
        try:
            assert 0 <= read(text) <= most
        except InvalidValueError:
            continue


@each_case(("seconds", "minutes"), [(1, 1), (29, 1), (89, 1), (90, 2), (1930, 32), (1950, 33)])
def test_the_log_keeps_whole_minutes(seconds: int, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes
