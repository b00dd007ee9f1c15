"""What is said about a programme that was shifted."""

from datetime import datetime
from zoneinfo import ZoneInfo

from coreapp.domain.occurrences import occurrences
from coreapp.domain.schedule import EntryDraft, make_entry
from coreapp.services.programme_words import week_brief
from coreapp.services.shift_words import pushed_text, told_with_conflicts
from tests.each_case import each_case
from tests.fakes.programmes import shipped_course

BERLIN = ZoneInfo("Europe/Berlin")


@each_case(
    ("days", "told"),
    [
        (1, "It: 1 day later"),
        (3, "It: 3 days later"),
        (7, "It: 1 week later"),
        (14, "It: 2 weeks later"),
    ],
)
def test_how_far_it_was_pushed(days: int, told: str) -> None:
    assert pushed_text("It", days) == told


@each_case(
    ("last", "told"),
    [
        (1, "It"),
        (2, "It. One session falls on a day off, Mar 2."),
        (4, "It. 3 sessions fall on days off, the first on Mar 2."),
    ],
)
def test_which_sessions_fall_on_days_off(last: int, told: str) -> None:
    draft = EntryDraft("Core", "core", "FREQ=DAILY", "07:00", "2026-03-02", "Europe/Berlin")
    window = datetime(2026, 3, 1, tzinfo=BERLIN), datetime(2026, 3, last + 1, tzinfo=BERLIN)

    assert told_with_conflicts("It", occurrences([make_entry("e", draft)], *window)) == told


@each_case(
    ("week", "change", "told"),
    [
        (1, 0, "Week 1 is for learning the movements."),
        (3, 0.069, "Week 3 adds 7 %."),
        (4, -0.06, "Week 4 is lighter on purpose."),
    ],
)
def test_a_week_in_a_few_words(week: int, change: float, told: str) -> None:
    assert week_brief(shipped_course(), week, change) == told
