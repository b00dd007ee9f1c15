"""A pace as people write it."""

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.services.written_pace import pace_text, read_pace
from tests.each_case import each_case


@each_case(
    ("text", "seconds"),
    [("6:30", 390), ("6.05", 365), ("6,05 min/km", 365), (" 7 ", 420), ("6:00/km", 360), ("", 0)],
)
def test_a_pace_is_read(text, seconds):
    assert read_pace(text) == seconds


@each_case("text", ["fast", "6:60", "6:5", "100", "-6:00", "6:30:10"])
def test_what_is_none_is_refused(text):
    with pytest.raises(InvalidValueError):
        read_pace(text)


@each_case("seconds", [0, 300, 365, 900])
def test_it_is_read_as_it_is_written(seconds):
    assert read_pace(pace_text(seconds)) == seconds
