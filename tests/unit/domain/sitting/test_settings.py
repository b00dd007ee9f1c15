from datetime import date

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.sitting.settings import WHOLE_NUMBERS, BreakSettings
from tests.each_case import each_case


def test_the_defaults_are_those_of_the_design():
    assert BreakSettings().to_mapping() == {
        "interval_min": 30,
        "break_min": 2,
        "lead_s": 30,
        "grow_rest_s": 2,
        "snooze_min": 5,
        "snooze_budget_min": 15,
        "away_after_s": 60,
        "lock_min_s": 20,
        "long_sit_min": 120,
        "standing_min": 60,
        "lunch_walk": None,
        "fixed_times": [],
        "working_hours": {day: ["08:00-18:00"] for day in ("mon", "tue", "wed", "thu", "fri")},
        "days_off": [],
        "quiet": {},
        "cover_while_typing": False,
    }


def test_settings_survive_a_round_trip():
    given = {
        "interval_min": 45,
        "lunch_walk": "12:15",
        "fixed_times": ["10:00", "15:30"],
        "working_hours": {"mon": ["00:00-24:00"], "fri": ["08:00-12:00", "22:00-06:00"]},
        "days_off": ["2026-12-25"],
        "quiet": {"tue": ["13:00-14:00"]},
        "cover_while_typing": True,
    }
    settings = BreakSettings.from_mapping(given)
    assert settings.to_mapping() == BreakSettings().to_mapping() | given
    assert BreakSettings.from_mapping(settings.to_mapping()) == settings


@each_case("key", WHOLE_NUMBERS)
def test_numbers_keep_their_range(key: str):
    least, most = WHOLE_NUMBERS[key]
    for value in (least, most, float(least)):
        assert BreakSettings.from_mapping({key: value}).to_mapping()[key] == value
    for value in (least - 1, most + 1, least + 0.5, str(least), True, None, float("nan")):
        with pytest.raises(InvalidValueError, match=key):
            BreakSettings.from_mapping({key: value})


MISTAKES = [
    ("intervall_min", 30),
    ("lunch_walk", "24:00"),
    ("lunch_walk", 12),
    ("fixed_times", "10:00"),
    ("fixed_times", ["9:00"]),
    ("working_hours", ["mon"]),
    ("working_hours", {"monday": ["09:00-17:00"]}),
    ("working_hours", {"mon": "09:00-17:00"}),
    ("working_hours", {"mon": ["09:00"]}),
    ("working_hours", {"mon": [9]}),
    ("working_hours", {"mon": ["24:00-09:00"]}),
    ("working_hours", {"mon": ["09:00-09:00"]}),
    ("quiet", {"mon": ["09:00-25:00"]}),
    ("days_off", ["25.12.2026"]),
    ("days_off", [20261225]),
    ("cover_while_typing", "yes"),
    ("cover_while_typing", 1),
]


def test_a_mistake_is_named():
    taken_or_named_otherwise = []
    for key, value in MISTAKES:
        try:
            BreakSettings.from_mapping({key: value})
            taken_or_named_otherwise.append(f"{key}: {value!r} is taken")
        except InvalidValueError as error:
            if key not in str(error):
                taken_or_named_otherwise.append(f"{key}: {value!r}: {error}")
    assert taken_or_named_otherwise == []


def test_the_words_on_and_off_are_understood():
    settings = BreakSettings.from_mapping({"cover_while_typing": "on", "lunch_walk": "off"})
    assert settings.cover_while_typing is True
    assert settings.lunch_walk is None
    assert BreakSettings.from_mapping({"cover_while_typing": "off"}).cover_while_typing is False


def test_settings_made_in_code_are_checked_too():
    with pytest.raises(InvalidValueError, match="break_min"):
        BreakSettings(break_min=0)


def test_days_off_are_dates():
    assert BreakSettings.from_mapping({"days_off": ["2026-12-25"]}).days_off == {date(2026, 12, 25)}
