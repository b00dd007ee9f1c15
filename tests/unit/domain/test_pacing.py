"""What coming sessions are after missed ones, after pain, and for who is ahead of the calendar."""

from datetime import date

from coreapp.domain.pacing import Due, Reached, keep_pace, planned_place
from coreapp.domain.programme import CoursePlace
from coreapp.domain.progression import PainLight
from tests.each_case import each_case
from tests.fakes.programmes import shipped_course


def places(words: str) -> list[CoursePlace]:
    return [CoursePlace(int(each[0]), each[1]) for each in words.split()]


@each_case(
    ("last", "recent", "light", "planned", "expected"),
    [
        ("2c", "", None, "3a 3b 3c 4a", "3a 3b 3c 4a"),
        ("2b", "", None, "3a 3b 3c", "3a 3b 3c"),  # one missed
        ("2c", "", None, "4a 4b 4c 5a", "3a 3b 3c 4a"),  # a week missed
        ("2a", "", None, "6b 6c 7a", "2b 2c 3a"),  # back again after weeks
        ("4c", "", None, "3a 3b", "3a 3b"),  # ahead
        ("2a", "2b", None, "2c 3a 3b", "2c 3a 3b"),  # in another order
        ("2c", "", PainLight.GREEN, "3a", "3a"),
        ("2c", "2a 2b", PainLight.AMBER, "3a 3b 3c 4a", "2a 2b 2c 3a"),
        ("2a", "", PainLight.AMBER, "2b 2c 3a 3b", "2b 2c 2a 2b"),
        ("8c", "", PainLight.AMBER, "8a", "8a"),
        ("4a", "3b 3c", PainLight.RED, "4b 4c 5a", "1b 1c 2a"),
        ("1c", "2a", None, "4a", "2a"),  # done early, but no week is left out
        ("8c", "", None, "8a", "8a"),
    ],
)
def test_what_comes_follows_what_was_done(last, recent, light, planned, expected) -> None:
    reached = Reached(places(last)[0], frozenset(places(recent)), light)
    dues = [Due(each) for each in places(planned)]

    assert keep_pace(shipped_course(), reached, dues) == places(expected)


@each_case(
    ("last", "wanting", "planned", "expected"),
    [
        ("2c", 0, "3a 3b", "3a 3b"),
        ("2c", 1, "3a 3b 3c 4a", "2a 2b 2c 3a"),
        ("2c", 3, "3a 3b 3c 4a", "2a 2b 2c 3a"),
        ("2c", 4, "3a 3b 3c 4a 4b 4c 5a", "2a 2b 2c 2a 2b 2c 3a"),
        ("1c", 3, "2a 2b 2c 3a", "2a 2b 2c 3a"),  # what is to come is enough
        ("1c", 4, "2a 2b 2c 3a 3b 3c 4a", "2a 2b 2c 2a 2b 2c 3a"),
        ("2b", 1, "3a 3b 3c 4a", "2a 2b 2c 3a"),  # the last one was missed
        ("2b", 1, "2c 3a", "2c 3a"),
        ("5c", 2, "6a 6b 6c 7a 7b", "5a 5b 5c 6a 6b"),  # of the next gate nothing is known yet
        ("8c", 0, "8a", "8a"),
    ],
)
def test_the_last_week_of_a_stretch_comes_again_until_its_gate_is_met(
    last, wanting, planned, expected
) -> None:
    reached = Reached(places(last)[0], wanting=wanting)
    dues = [Due(each) for each in places(planned)]

    assert keep_pace(shipped_course(), reached, dues) == places(expected)


def test_red_in_the_next_stretch_goes_back_before_its_gate() -> None:
    reached = Reached(CoursePlace(3, "c"), light=PainLight.RED, wanting=9)
    dues = [Due(each) for each in places("4a 4b 4c 5a 5b 5c 6a")]

    assert keep_pace(shipped_course(), reached, dues) == places("1a 1b 1c 2a 2b 2c 3a")


def test_what_was_planned_by_hand_is_no_matter_of_a_gate() -> None:
    reached = Reached(CoursePlace(2, "c"), wanting=3)

    assert keep_pace(shipped_course(), reached, [Due(CoursePlace(7, "a"), 7)]) == places("7a")


def test_the_entries_of_a_programme_do_not_lead_around_a_gate() -> None:
    reached = Reached(CoursePlace(2, "b"), wanting=2)
    dues = [Due(CoursePlace(2, "c"), 2), Due(CoursePlace(3, "a"), 3), Due(CoursePlace(3, "b"), 3)]

    assert keep_pace(shipped_course(), reached, dues) == places("2c 2a 2b")


def test_it_begins_with_what_was_planned_first() -> None:
    dues = [Due(CoursePlace(6, "c"), 3), Due(CoursePlace(6, "a"), 4), Due(CoursePlace(6, "b"), 3)]

    assert keep_pace(shipped_course(), None, dues) == places("3c 4a 4b")
    assert keep_pace(shipped_course(), Reached(CoursePlace(2, "b")), dues) == places("3c 4a 4b")
    assert keep_pace(shipped_course(), None, []) == []


def test_by_the_calendar_every_seven_days_are_a_week_up_to_the_last() -> None:
    def on(day: int) -> CoursePlace:
        return planned_place(shipped_course(), CoursePlace(6, "b"), date(2026, 3, 2), day_of(day))

    assert [on(day) for day in (0, 6, 7, 14, 70)] == places("6b 6b 7b 8b 8b")


def day_of(number: int) -> date:
    return date.fromordinal(date(2026, 3, 2).toordinal() + number)
