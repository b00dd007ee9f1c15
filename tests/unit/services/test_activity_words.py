"""Labels for every kind, and how far, how long and how fast."""

from coreapp.domain.activity import ActivityType, Hills, Surface
from coreapp.services.activity_words import (
    activity_line,
    distance_words,
    hills_label,
    pace_words,
    speed_words,
    surface_label,
    type_label,
)
from tests.each_case import each_case
from tests.fakes.records import activity


def test_everything_has_a_label_of_its_own() -> None:
    for label, words in (
        (type_label, ActivityType),
        (surface_label, Surface),
        (hills_label, Hills),
    ):
        assert len({label(each) for each in words}) == len(words)


@each_case(
    ("kind", "seconds", "metres", "words"),
    [
        (ActivityType.RUN_EASY, 1920, 5200, "6:09 min/km"),
        (ActivityType.WALK, 3600, 5000, "12:00 min/km"),
        (ActivityType.CYCLE, 3600, 24_300, "24.3 km/h"),
        (ActivityType.SWIM, 2700, 1500, "3:00 min/100 m"),
        (ActivityType.RUN_EASY, 1920, 0, ""),
        (ActivityType.RUN_EASY, 0, 5000, ""),
    ],
)
def test_speed_is_told_as_people_of_the_sport_do(
    kind: ActivityType, seconds: int, metres: int, words: str
) -> None:
    assert speed_words(kind, seconds, metres) == words


def test_a_pace_is_told_to_the_nearest_second() -> None:
    assert pace_words(359.4) == "5:59 min/km"
    assert pace_words(359.6) == "6:00 min/km"


def test_distances_are_told_to_ten_metres() -> None:
    assert distance_words(42_195) == "42.2 km"
    assert distance_words(5254) == "5.25 km"


def test_one_line_says_it_all() -> None:
    assert activity_line(activity(minutes=32, metres=5200)) == "5.2 km · 32 min · 6:09 min/km"
    assert activity_line(activity(minutes=65, metres=None)) == "1 hr 5 min"
    assert activity_line(activity(minutes=65, metres=0)) == "1 hr 5 min"
