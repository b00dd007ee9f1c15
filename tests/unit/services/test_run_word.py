"""A word while a run is entered: R2 first, then R1, and mostly nothing."""

from dataclasses import replace
from datetime import date, timedelta

from coreapp.domain.activity import Activity, ActivityType
from coreapp.services.run_word import RunWord
from coreapp.services.training_picture import Picture
from tests.each_case import each_case

TODAY = date(2026, 3, 4)
EASY, WALK = ActivityType.RUN_EASY, ActivityType.WALK


def run(days_ago: int, minutes: int, metres: int | None = None) -> Activity:
    """A run some days ago."""
    return Activity(frozenset({EASY}), TODAY - timedelta(days=days_ago), minutes, metres=metres)


def word(picture: Picture, minutes: int, metres: int | None = None, day: date = TODAY) -> str:
    """What is said of an easy run."""
    return RunWord(lambda: picture).about(EASY, day, minutes, metres)


@each_case(("minutes", "said"), [(55, False), (56, True), (66, True), (101, True)])
def test_one_run_is_compared_with_the_longest_of_thirty_days(minutes: int, said: bool) -> None:
    picture = Picture(TODAY, activities=(run(8, 50), run(15, 30), run(31, 300)))

    assert bool(word(picture, minutes)) is said


def test_the_sentence_has_its_figures() -> None:
    picture = Picture(TODAY, activities=(run(8, 50),))

    assert word(picture, 70) == (
        "40 % longer than any run of the 30 days before (10 % more would be 55 min)."
    )
    metric = replace(picture, activities=(run(8, 50, 8000),), in_metres=True)
    assert "8.8 km" in word(metric, 50, 12_000)
    assert word(metric, 50, None) == "", "without a distance the minutes are compared"


def test_a_week_that_grows_is_told_when_the_run_alone_is_not_long() -> None:
    picture = Picture(TODAY, activities=(run(1, 50), run(8, 50), run(9, 30), run(20, 60)))

    assert word(picture, 38) == ""
    assert word(picture, 40) == (
        "With it your runs of this week come to 1 hr 30 min (10 % more than before would be "
        "1 hr 28 min)."
    )
    # A run of another week changes nothing about this one.
    assert word(picture, 40, day=TODAY - timedelta(days=8)) == ""


def test_nothing_is_said_of_walks_first_runs_and_days_to_come() -> None:
    picture = Picture(TODAY, activities=(run(8, 20),))

    assert RunWord(lambda: picture).about(WALK, TODAY, 300, None) == ""
    assert word(Picture(TODAY), 120) == ""
    assert word(picture, 300, day=TODAY + timedelta(days=7)) == ""


def test_the_log_is_read_once_and_only_for_a_run() -> None:
    reads: list[str] = []

    def read() -> Picture:
        reads.append("read")
        return Picture(TODAY)

    words = RunWord(read)
    words.about(WALK, TODAY, 30, None)
    assert reads == []
    for minutes in (30, 40):
        words.about(EASY, TODAY, minutes, None)
    assert reads == ["read"]
