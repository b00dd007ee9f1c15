"""What the rules of training look at: six weeks, whatever the log holds."""

from dataclasses import replace
from datetime import timedelta

from coreapp.domain.day_record import DayMark
from coreapp.domain.habits import DayNote
from coreapp.domain.load import Targets
from coreapp.domain.progression import PainLight
from coreapp.domain.settings import RunMetric, Settings
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import BreakSpan
from coreapp.services.training_picture import Picture
from tests.each_case import each_case
from tests.fakes.training_days import EVENING, TODAY, day, did, picture_of, ran

SHOE = Shoe("blue", "The blue ones", start_metres=499_000)


def sat(back: int, minutes: int, identity: str = "") -> BreakSpan:
    start = EVENING - timedelta(days=back, hours=8)
    end = start + timedelta(minutes=minutes)
    return BreakSpan(identity or f"sat {back}", start, end, "Europe/Berlin", "sitting")


def test_an_empty_log_shows_nothing():
    assert picture_of() == Picture(TODAY)


def test_six_weeks_are_seen():
    found = picture_of(did(42), did(43), ran(42), ran(43), day(42, pain_worst=1), day(43, steps=1))

    assert {each.day for each in found.activities} == {TODAY - timedelta(days=42)}
    assert list(found.pain) == [TODAY - timedelta(days=42)]
    assert len(found.felt) == 2


def test_sessions_and_runs_stand_in_the_order_they_were_begun():
    found = picture_of(did(1, pain_during=6), ran(0, pain_during=4), did(2, stop_sign=True), ran(3))

    assert [(each.light, each.stop_sign) for each in found.felt] == [
        (PainLight.AMBER, False),
        (PainLight.RED, False),
        (PainLight.RED, True),
        (None, False),
    ]


def test_what_was_written_down_counts_and_what_was_sensed_fills_in():
    found = picture_of(
        sat(1, 150),
        sat(2, 60),
        day(1, note=DayNote(sit_hours=9, stress=3)),
        day(3, note=DayNote(stress=8)),
    )

    assert found.notes == {
        TODAY - timedelta(days=1): DayNote(sit_hours=9, longest_sit_min=150, stress=3),
        TODAY - timedelta(days=2): DayNote(sit_hours=1, longest_sit_min=60),
        TODAY - timedelta(days=3): DayNote(stress=8),
    }


def test_how_long_one_sat_today_is_known_tomorrow_but_a_long_time_at_once_now():
    assert picture_of(sat(0, 150)).notes == {TODAY: DayNote(longest_sit_min=150)}
    written = picture_of(sat(0, 150), day(0, note=DayNote(sit_hours=5)))
    assert written.notes == {TODAY: DayNote(sit_hours=5, longest_sit_min=150)}


@each_case(
    ("mark", "is_easy"),
    [
        (DayMark.EASY, True),
        (DayMark.SICK, True),
        (DayMark.TRAVEL, True),
        (DayMark.REST, False),
        (None, False),
    ],
)
def test_a_marked_day_makes_its_week_easy_but_a_day_of_rest_is_usual(mark, is_easy):
    monday = TODAY - timedelta(days=3)

    assert (monday in picture_of(day(0, mark=mark, steps=1)).easy_weeks) is is_easy


def test_shoes_that_are_worn_are_added_up():
    old = replace(SHOE, id="old", retired=TODAY)
    idle = replace(SHOE, id="idle")

    found = picture_of(SHOE, old, idle, ran(1, metres=5000, shoe="blue"), ran(2, shoe="old"))

    assert [(each.shoe.id, each.metres) for each in found.shoes] == [("blue", 504_000)]
    assert picture_of(SHOE, ran(1, metres=5000)).shoes == ()


def test_goals_that_are_not_set_are_none():
    settings = Settings(target_sessions=3, run_metric=RunMetric.KILOMETRES)

    found = picture_of(settings=settings)

    assert found.targets == Targets(sessions=3)
    assert found.in_metres
