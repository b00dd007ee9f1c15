"""The words for days of the plan, as they are read and read aloud."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coreapp.domain.day_record import DayMark
from coreapp.domain.schedule import EntryDraft
from coreapp.services.day_marks import Marking
from coreapp.services.plan_day_words import (
    cell_words,
    day_name,
    day_sentences,
    habit_legend,
    item_line,
    item_sentence,
    month_name,
    programme_week_sentence,
    programme_week_words,
    state_words,
    tiny_words,
)
from coreapp.services.plan_edits import rule_sentence
from coreapp.services.plan_items import PlanDay, ProgrammeWeek
from tests.fakes.languages import shown_in
from tests.fakes.plan_days import MONDAY, STRONG, PlanHome

THIRD, SIXTH = date(2026, 3, 3), date(2026, 3, 6)


@pytest.fixture
def home() -> PlanHome:
    made = PlanHome()
    made.put(STRONG, "FREQ=WEEKLY;BYDAY=TU")
    return made


def line(home: PlanHome, number: int, today: date = MONDAY) -> str:
    return item_line(home.item(number), date(2026, 3, number), today)


def test_days_have_names() -> None:
    assert day_name(THIRD) == "Tuesday, March 3"
    assert month_name(THIRD) == "March 2026"


def test_days_and_months_head_with_a_capital_in_dutch(tmp_path: Path) -> None:
    with shown_in(tmp_path, "nl", {(None, "{weekday}, {date}"): "{weekday} {date}"}):
        assert day_name(THIRD) == "Dinsdag 3 maart"
        assert month_name(THIRD) == "Maart 2026"


def test_what_is_planned_says_when_and_how_long(home: PlanHome) -> None:
    assert line(home, 3) == "6:30\u202fPM, 30 min"
    assert state_words(home.item(3), THIRD, MONDAY) == "planned"


def test_what_was_not_done_says_so_without_more(home: PlanHome) -> None:
    assert line(home, 3, SIXTH) == "6:30\u202fPM, 30 min, not done"


def test_what_is_done_says_so(home: PlanHome) -> None:
    home.perform(home.occurrence(3))

    assert line(home, 3) == "6:30\u202fPM, 20 min, done"
    assert cell_words(home.item(3)) == "Strength 30 minutes"
    assert state_words(home.item(3), THIRD, MONDAY) == "done"


def test_what_was_moved_says_from_where_and_to_where(home: PlanHome) -> None:
    home.changes.move_to_day(home.occurrence(3), SIXTH)

    assert line(home, 6) == "6:30\u202fPM, 30 min, moved from Tue 3"
    assert line(home, 3) == "moved to Fri 6"
    assert cell_words(home.item(3)) == "to Fri 6"
    assert tiny_words(home.item(3)) == "Fri 6"
    assert tiny_words(home.item(6)) == ""


def test_what_was_done_elsewhere_says_when(home: PlanHome) -> None:
    home.perform(home.occurrence(3), days_later=3)

    assert line(home, 3) == "done on Fri 6"


def test_what_was_skipped_says_so(home: PlanHome) -> None:
    home.changes.skip([home.occurrence(3)])

    assert line(home, 3) == "skipped"


def test_of_a_routine_that_is_gone_the_length_is_not_known(home: PlanHome) -> None:
    entry = home.planning.entries()[0]
    home.database.stored.schedule.add(replace(entry, routine="gone", title="Gone"))

    assert line(home, 3) == "6:30\u202fPM"
    words = item_sentence(home.item(3), THIRD, SIXTH)
    assert words == "Gone: 6:30\u202fPM, not done"


def test_passes_are_told(home: PlanHome) -> None:
    home.put("sun-salutation-5", "FREQ=DAILY")
    home.put("desk-2min-f-walk", "FREQ=DAILY", at="12:30")
    walk, sun = home.day(4).items

    assert line(home, 4).endswith(", 2 min")
    assert item_line(sun, date(2026, 3, 4), MONDAY) == "6:30\u202fPM, 5 passes, 6 min"
    assert habit_legend(sun) == "Sun salutation 5, passes"
    assert habit_legend(walk).endswith(", minutes")


def test_a_day_is_read_as_a_whole(home: PlanHome) -> None:
    home.put("core-four", "FREQ=WEEKLY;BYDAY=TU", at="18:40")
    home.marks.mark(Marking(THIRD, THIRD, DayMark.REST))

    words = day_sentences(home.day(3), THIRD)

    assert words == (
        "Tuesday, March 3, today. Rest. Strength 30 minutes: 6:30\u202fPM, 30 min, planned. "
        "The core four: 6:40\u202fPM, 8 min, planned. "
        "At the same time: Strength 30 minutes and The core four."
    )
    assert day_sentences(PlanDay(SIXTH), MONDAY) == "Friday, March 6. Nothing planned."


def test_weeks_of_a_programme_are_told() -> None:
    week = ProgrammeWeek(3, 54, 23)

    assert programme_week_words(week) == ("Week 3", "54 min")
    assert programme_week_sentence(week) == (
        "Week 3 of the programme: 54 min, of which 23 min done"
    )


def test_a_rule_is_told_with_its_next_days() -> None:
    draft = EntryDraft("x", "r", "FREQ=WEEKLY;BYDAY=MO,TH", "18:30", "2026-03-03", "Europe/Berlin")
    never = EntryDraft(
        "x", "r", "FREQ=DAILY;UNTIL=20260301", "18:30", "2026-03-03", "Europe/Berlin"
    )

    assert rule_sentence(draft) == (
        "Monday and Thursday. Next: Thu, Mar 5, Mon, Mar 9, and Thu, Mar 12"
    )
    assert rule_sentence(never) == "That never happens; change the days or the end."
