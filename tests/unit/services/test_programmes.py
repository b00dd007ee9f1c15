"""Programmes in use: found, planned, followed, derived from the log, and taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coreapp.domain.errors import (
    InvalidValueError,
    UnknownIdError,
)
from coreapp.domain.player import PlayerOptions
from coreapp.domain.programme import CoursePlace
from coreapp.domain.schedule import EntryDraft
from coreapp.services.planning import Planning
from coreapp.services.playing import Playing, Request
from coreapp.services.programme_shifts import Shift
from tests.each_case import each_case
from tests.fakes import records
from tests.fakes.programmes import (
    BACK,
    MONDAY,
    SUN,
    ProgrammeHome,
    shipped_course,
    shipped_programmes,
)

DAY = 24 * 60 * 60


@pytest.fixture
def home() -> ProgrammeHome:
    return ProgrammeHome()


def planned(home: ProgrammeHome, days: int = 14) -> list[tuple[str, str]]:
    start = home.planning.today()[0]
    found = home.planning.between(start, start + timedelta(days=days))
    return [(each.occurrence.routine, each.occurrence.title) for each in found]


# Found in the library


def test_a_session_is_found_by_its_id_and_stands_in_no_list(home: ProgrammeHome) -> None:
    routine = home.library.routine(f"{BACK}-w3-b")

    assert home.library.routine_name(routine.id) == "Back strength, week 3, session B"
    assert home.library.timeline(routine.id).seconds == 1407
    assert len(home.library.step_seconds(routine.id)) == 10
    assert routine.id not in {each.id for each in home.library.routines}
    assert home.library.routine_name(f"{SUN}-p6") == "Sun salutation, 6 passes"


@each_case("identity", ["back-strength-8wk-w9-a", "other-w1-a", "back-strength-8wk"])
def test_what_is_no_session_stays_unknown(home: ProgrammeHome, identity: str) -> None:
    with pytest.raises(UnknownIdError):
        home.library.routine(identity)
    assert home.library.routine_name(identity) == identity
    assert home.library.entry_title("Mine", identity) == "Mine"


def test_all_programmes_are_known_and_others_are_not(home: ProgrammeHome) -> None:
    assert [each.id for each in home.programmes.all()] == [BACK, SUN]
    with pytest.raises(UnknownIdError) as unknown:
        home.programmes.programme("no")
    assert unknown.value.kind == "programme"


def test_a_session_is_played_logged_under_its_name_and_goes_on_after_a_crash(
    home: ProgrammeHome,
) -> None:
    playing = Playing(home.library, home.database, home.clock, home.new_id)
    begun = playing.begin(Request(f"{BACK}-w3-b"), PlayerOptions())

    later = ProgrammeHome(home.database, home.clock)
    again = Playing(later.library, home.database, home.clock, home.new_id)
    session = again.interrupted()

    assert session is not None
    assert (session.routine, session.title) == (
        f"{BACK}-w3-b",
        "Back strength, week 3, session B",
    )
    assert again.go_on(session.id, PlayerOptions()).timeline == begun.timeline


# Weeks


def test_weeks_have_their_sessions_and_how_much_more_it_is(home: ProgrammeHome) -> None:
    weeks = home.programmes.weeks(shipped_programmes()[BACK], shipped_course())

    assert [round(each.seconds / 60) for each in weeks] == [48, 51, 54, 51, 54, 57, 60, 62]
    assert [round(100 * each.change) for each in weeks] == [0, 7, 7, -6, 7, 6, 6, 6]
    assert [each.routine for each in weeks[2].sessions] == [f"{BACK}-w3-{x}" for x in "abc"]


def test_weeks_are_made_anew_only_when_a_level_changed(home: ProgrammeHome) -> None:
    programme, course = shipped_programmes()[BACK], shipped_course()
    weeks = home.programmes.weeks(programme, course)
    assert home.programmes.weeks(programme, course) is weeks

    home.did_weeks(2)
    home.programmes.choose_level(BACK, "plank", "L2")
    after = home.programmes.weeks(programme, course)
    assert after[2].seconds < weeks[2].seconds
    assert after[1] == weeks[1]


# In the plan


def test_it_comes_into_the_plan_with_the_session_of_each_week(home: ProgrammeHome) -> None:
    change = home.plan()

    assert [each.rrule for each in change.added] == [
        "FREQ=WEEKLY;BYDAY=MO;COUNT=8",
        "FREQ=WEEKLY;BYDAY=WE;COUNT=8",
        "FREQ=WEEKLY;BYDAY=FR;COUNT=8",
    ]
    assert planned(home) == [
        (f"{BACK}-w{week}-{letter}", f"Back strength, week {week}, session {letter.upper()}")
        for week in (1, 2)
        for letter in "abc"
    ]
    assert [each.routine for each in home.planning.next(24)][-1] == f"{BACK}-w8-c"
    assert len(home.planning.next(30)) == 24


def test_entries_and_occurrences_have_their_own_names(home: ProgrammeHome) -> None:
    (entry, *_others) = home.plan().added
    (first, *_rest) = home.planning.next(1)

    assert home.library.entry_title(entry.title, entry.routine) == "Back strength, session A"
    assert home.library.entry_title("Rücken", entry.routine) == "Back strength, session A"
    title = home.library.entry_title(first.title, first.routine)
    assert title == "Back strength, week 1, session A"


def test_todays_session_is_told_and_ticked_off(home: ProgrammeHome) -> None:
    home.plan()
    in_plan = home.course().in_plan
    assert in_plan is not None
    assert in_plan.today is not None
    assert in_plan.today.routine == f"{BACK}-w1-a"
    assert (in_plan.weekdays, in_plan.at.hour, in_plan.week) == (("MO", "WE", "FR"), 18, 1)
    assert home.planning.due_now(f"{BACK}-w1-a") == in_plan.today.planned

    home.did(f"{BACK}-w1-a", planned=in_plan.today.planned)
    after = home.course()
    assert after.in_plan is not None
    assert after.in_plan.today is None
    assert after.next == CoursePlace(1, "b")


def test_reminders_name_the_week(home: ProgrammeHome) -> None:
    home.plan(start=date(2026, 3, 2))
    second = datetime(2026, 3, 9, tzinfo=UTC)

    (found,) = home.planning.reminders(second, second + timedelta(days=1))
    assert found.title == "Back strength, week 2, session A"


def test_a_moved_session_stays_the_session_of_its_week(home: ProgrammeHome) -> None:
    (entry, *_others) = home.plan().added
    home.planning.move(entry.id, date(2026, 3, 9), datetime(2026, 3, 17, 7))

    moved = [each for each in home.planning.next(24) if each.is_moved]
    assert [each.routine for each in moved] == [f"{BACK}-w2-a"]


def test_an_entry_without_an_end_stays_at_the_last_week(home: ProgrammeHome) -> None:
    draft = EntryDraft(
        "Mine", f"{BACK}-w7-a", "FREQ=WEEKLY;BYDAY=MO", "18:00", "2026-03-02", "Europe/Berlin"
    )
    home.planning.add(draft)

    assert [each.routine[-4:] for each in home.planning.next(4)] == ["w7-a"] + 3 * ["w8-a"]


def test_other_entries_stay_what_they_are(home: ProgrammeHome) -> None:
    home.database.stored.schedule.add(records.entry(changed=False))
    home.plan()

    titles = {each.title for each in home.planning.next(12)}
    assert "Abends" in titles
    plain = Planning(home.library, home.database, home.clock, home.new_id)
    assert all("week" not in each.title for each in plain.next(12))


def test_it_is_taken_out_and_put_back(home: ProgrammeHome) -> None:
    home.database.stored.schedule.add(records.entry(changed=False))
    home.plan()
    before = list(home.planning.entries())

    change = home.shifts.take_out(BACK)
    assert [each.id for each in home.planning.entries()] == ["e1"]
    assert home.course().in_plan is None

    home.shifts.undo(change)
    assert sorted(home.planning.entries(), key=str) == sorted(before, key=str)


def test_other_days_replace_the_ones_before_and_undo_brings_them_back(
    home: ProgrammeHome,
) -> None:
    home.plan()
    before = list(home.planning.entries())

    change = home.plan(weekdays=frozenset({"TU", "TH", "SU"}), at="07:00")
    in_plan = home.course().in_plan
    assert in_plan is not None
    assert in_plan.weekdays == ("TU", "TH", "SU")
    assert len(home.planning.entries()) == 3

    home.shifts.undo(Shift(BACK, change))
    assert home.planning.entries() == before


def test_it_goes_into_the_plan_from_where_one_is(home: ProgrammeHome) -> None:
    home.did_weeks(2)
    home.did(f"{BACK}-w3-a", 0.5)

    change = home.plan(start=MONDAY)

    assert [(each.routine, each.rrule[-7:]) for each in change.added] == [
        (f"{BACK}-w3-b", "COUNT=6"),
        (f"{BACK}-w3-c", "COUNT=6"),
        (f"{BACK}-w4-a", "COUNT=5"),
    ]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"weekdays": frozenset({"MO"})}, "days"),
        ({"at": "25:00"}, "at"),
        ({"start": date(2205, 1, 1)}, "from"),
    ],
)
def test_what_cannot_be_planned_changes_nothing(home: ProgrammeHome, changes, key) -> None:
    home.plan()
    before = list(home.planning.entries())

    with pytest.raises(InvalidValueError) as refused:
        home.plan(**changes)

    assert refused.value.key == key
    assert home.planning.entries() == before


def test_a_finished_programme_is_not_planned(home: ProgrammeHome) -> None:
    home.did_weeks(8)

    with pytest.raises(InvalidValueError) as refused:
        home.plan()
    assert refused.value.key == "programme"


def test_what_the_plan_never_held_is_not_looked_at(home: ProgrammeHome) -> None:
    assert home.programmes.planned() == ()

    home.plan()

    assert [each.id for each in home.programmes.planned()] == [BACK]


def test_a_session_knows_what_it_trains_and_what_it_is_a_part_of(home: ProgrammeHome) -> None:
    library = home.library

    assert library.content_title(f"{BACK}-w3-b") == "Trunk, hinge and upper body"
    assert library.whole_title(f"{BACK}-w3-b") == "Back strength in 8 weeks"
    # A flow says by its name what it is; routines of the list stand alone.
    assert library.content_title(f"{SUN}-p5") == ""
    assert library.whole_title(f"{SUN}-p5") == "Sun salutation, from 5 to 10"
    assert library.whole_title("core-four") == library.content_title("core-four") == ""
    assert library.whole_title("unknown") == ""


def test_what_is_paused_is_looked_at_though_the_plan_is_empty(home: ProgrammeHome) -> None:
    home.plan()
    home.shifts.pause(BACK)

    assert [each.id for each in home.programmes.planned()] == [BACK]
