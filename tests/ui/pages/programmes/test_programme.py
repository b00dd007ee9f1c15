"""The page of a programme: not begun, running, finished; into the plan, started, levels."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DatabaseBusyError, DiskFullError, UnknownIdError
from coreapp.services.changes import Change
from coreapp.ui.pages.wish_choices import MenuChoice
from coreapp.ui.widgets.film_strip import FilmStrip
from tests.fakes import records
from tests.fakes.programmes import BACK, MONDAY, SUN
from tests.ui.pages.desk import settle, texts
from tests.ui.pages.programmes.programme_shown import Shown

pytestmark = pytest.mark.usefixtures("figures_unpainted")


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_not_begun_it_offers_the_first_session_and_says_what_it_is(shown: Shown) -> None:
    shown.show()

    for part in (
        "Back strength in 8 weeks",
        "Week 1 of 8",
        "Back strength, week 1, session A",
        "Not in the plan",
        "Who it is for",
        "When not to do it",
        "How it grows",
        "S1 “Lage rugklachten",
        "Week 2: 7 % more work than the week before",
    ):
        assert shown.seen(part), part
    shown.click("start_session")
    assert [each.routine for each in shown.shell.requests] == [f"{BACK}-w1-a"]
    shown.click("When to see a doctor")
    assert shown.shell.articles == ["when-to-see-a-doctor"]
    shown.click("Back")
    assert shown.shell.times_gone_back == 1


def test_what_lies_below_comes_after_the_paint_and_nothing_moves(shown: Shown) -> None:
    shown.show()
    bar = shown.page.verticalScrollBar()
    shown.page.note(frozenset({Change.LOG}))
    assert not shown.page.is_settled
    assert bar.isVisible()
    shown.settled()
    assert bar.isVisible()
    assert shown.seen("Who it is for")

    bar.setValue(40)
    shown.page.note(frozenset({Change.LOG}))
    assert shown.page.is_settled  # somebody looks at it
    assert bar.value() == 40


def test_with_large_letters_the_time_of_an_exercise_stays_beside_its_words(shown: Shown) -> None:
    shown.desk.theme.set_text_factor(2.0)
    shown.show()
    shown.page.resize(760, 900)
    settle()

    labels = [each for each in shown.page.findChildren(QLabel) if each.isVisible()]
    time = next(each for each in labels if each.text() == "1:05")
    name = next(
        each
        for each in shown.page.findChildren(QAbstractButton)
        if each.isVisible() and each.text() == "Marching on the spot"
    )
    dose = next(each for each in labels if each.text() == "1 min")
    above, at, below = (
        each.mapTo(shown.page, each.rect().center()).y() for each in (name, time, dose)
    )
    assert above <= at <= below + dose.height()
    assert at - above < name.height() + dose.height()


def test_each_week_shows_its_doses_and_those_before(shown: Shown, qtbot: QtBot) -> None:
    shown.show()
    shown.click("Look through")
    assert shown.page.verticalScrollBar().value() > 0, "the doses are brought into sight"
    bars = shown.bars
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.bar_rect(2).center().toPoint())

    assert shown.seen("Week 3: Build up")
    assert shown.seen("2 × 3 a side, each held 12 s")
    assert shown.seen("the week before: 2 × 11")
    shown.click("Session B")
    assert shown.seen("Trunk, hinge and upper body, 23 min")
    shown.click("start_chosen_session")
    assert shown.shell.requests[-1].routine == f"{BACK}-w3-b"
    shown.click("Dead bug")
    assert shown.shell.exercises == ["dead-bug"]

    shown.refresh()
    assert shown.seen("Week 3: Build up")
    assert shown.seen("Trunk, hinge and upper body, 23 min")

    # Another programme begins at its top, and an unknown one is told.
    shown.click("Look through")
    shown.page.show_programme(SUN)
    settle()
    assert shown.page.verticalScrollBar().value() == 0
    assert shown.seen("Sun salutation, 5 passes")
    shown.page.show_programme(SUN)
    with pytest.raises(UnknownIdError):
        shown.page.show_programme("no")


def test_running_it_knows_week_and_session(shown: Shown) -> None:
    shown.home.did_weeks(2)
    shown.home.did(f"{BACK}-w3-a", 0.5)
    shown.show()

    assert shown.seen("Week 3 of 8")
    assert shown.seen("Back strength, week 3, session B")
    assert shown.seen("Week 4: Lighter on purpose")
    shown.click("start_session")
    assert shown.shell.requests[-1].routine == f"{BACK}-w3-b"
    assert shown.page.findChild(FilmStrip) is not None


def test_into_the_plan_started_from_it_out_again_and_on_other_days(shown: Shown) -> None:
    shown.show()
    shown.click("put_programme_into_plan")
    dialog = shown.page.desk.dialog
    shown.desk.database.failure = DatabaseBusyError()
    shown.desk.click(dialog, "put_into_plan")
    assert any("Another program is using the log" in each for each in texts(dialog))
    assert shown.shell.changes == []

    shown.desk.database.failure = None
    shown.desk.click(dialog, "put_into_plan")
    assert shown.shell.changes == [(Change.PLAN,)]
    assert shown.shell.told == ["Planned: Back strength in 8 weeks"]
    shown.refresh()

    assert shown.seen("In the plan")
    assert shown.seen("Monday, Wednesday, and Friday, 6:30")
    assert shown.seen("planned for 6:30")
    shown.click("start_session")
    request = shown.shell.requests[-1]
    assert request.routine == f"{BACK}-w1-a"
    assert request.planned is not None

    shown.click("take_programme_out")
    shown.refresh()
    assert shown.seen("Not in the plan")
    assert shown.home.planning.entries() == []
    shown.shell.undos[-1]()
    assert len(shown.home.planning.entries()) == 3
    shown.shell.undos[0]()
    assert shown.home.planning.entries() == []

    # Other days begin with those of the plan, and keep its time.
    shown.home.plan(weekdays=frozenset({"TU", "TH", "SU"}), at="07:15")
    shown.refresh()
    shown.click("put_programme_into_plan")

    assert shown.page.desk.dialog.chosen() == {"TU", "TH", "SU"}
    shown.desk.click(shown.page.desk.dialog, "put_into_plan")
    entries = shown.home.planning.entries()
    assert {each.at.isoformat("minutes") for each in entries} == {"07:15"}


def test_a_plan_that_runs_ahead_is_told(shown: Shown) -> None:
    shown.home.plan(start=MONDAY - timedelta(weeks=3))
    shown.home.did(f"{BACK}-w1-a", 20)
    shown.show()

    assert shown.seen("By the calendar it would be week 4.")
    assert shown.seen("You are in week 2, and the plan goes on there.")
    assert shown.seen("Put into the plan…")


@pytest.mark.parametrize(
    ("pain", "said", "session"),
    [(4, "Repeat that week", "w2-a"), (7, "go on with the doses of week 1", "w1-a")],
)
def test_pain_is_answered(shown: Shown, pain, said, session) -> None:
    shown.home.did_weeks(2)
    shown.home.database.stored.sessions.delete("s001")
    shown.home.did(f"{BACK}-w2-c", 0.5, pain_during=pain)
    shown.show()

    assert shown.seen(said)
    shown.click("start_session")
    assert shown.shell.requests[-1].routine == f"{BACK}-{session}"


def test_a_gate_that_is_not_met_is_told(shown: Shown) -> None:
    for place, days in (("w1-a", 12), ("w1-b", 10), ("w2-a", 5), ("w2-c", 1)):
        shown.home.did(f"{BACK}-{place}", days)
    shown.show()

    assert shown.seen("Week 2 comes once more.")
    assert shown.seen("at least 5 of 6 sessions")
    shown.click("start_session")
    assert shown.shell.requests[-1].routine == f"{BACK}-w2-a"


def test_finished_it_leaves_the_plan_says_what_comes_next_and_can_begin_again(shown: Shown) -> None:
    shown.home.plan()
    shown.home.did_weeks(8)
    shown.show()
    shown.click("take_programme_out")
    assert shown.home.planning.entries() == [], "it was still in the plan"
    shown.refresh()

    assert shown.seen("You have finished it")
    assert shown.seen("Go on with “Strength 30 minutes”")
    assert not shown.seen("Not in the plan")
    shown.click("Start Strength 30 minutes")
    assert shown.shell.requests[-1].routine == "strength-30"
    shown.click("begin_again")
    shown.refresh()
    assert shown.seen("Week 1 of 8")
    shown.shell.undos[-1]()
    shown.refresh()
    assert shown.seen("You have finished it")


def level_of(page: QWidget, name: str) -> MenuChoice:
    (choice,) = [
        each
        for each in page.findChildren(MenuChoice)
        if each.isVisible() and each.accessibleName().startswith(f"{name}:")
    ]
    return choice


def test_a_level_is_chosen_and_taken_back(shown: Shown) -> None:
    shown.show()
    choice = level_of(shown.page, "Forearm plank")
    assert choice.accessibleName() == "Forearm plank: Level 1"
    action: QAction = choice.menu().actions()[1]
    assert action.toolTip().startswith("Full plank")
    shown.home.file.failure = DiskFullError("full")
    action.trigger()
    assert len(shown.shell.errors) == 1, "it cannot be kept"
    assert shown.shell.changes == []

    shown.home.file.failure = None
    action.trigger()
    settle()
    assert shown.shell.changes == [(Change.LOG, Change.PLAN)]
    shown.refresh()
    assert level_of(shown.page, "Forearm plank").value() == "L2"
    shown.shell.undos[-1]()
    shown.refresh()
    assert level_of(shown.page, "Forearm plank").value() == "L1"


def test_what_went_easily_twice_is_ready_for_more(shown: Shown) -> None:
    sets = (records.performed_set(exercise="plank", planned_seconds=20, actual_seconds=20),)
    shown.home.did(f"{BACK}-w1-a", 3, sets=sets)
    shown.home.did(f"{BACK}-w1-c", 1, sets=sets)
    shown.show()
    shown.click("Session A")

    assert texts(shown.page).count("ready for the next") == 1


def test_the_growth_shows_its_passes_and_why(shown: Shown) -> None:
    for days in (7, 6, 5, 4, 3):
        shown.home.saluted(5, days)
    shown.show(SUN)

    for part in ("Sun salutation, from 5 to 10", "Sun salutation, 6 passes", "one more"):
        assert shown.seen(part), part
    assert shown.bars.accessibleName() == "6 passes, 8 min"
    shown.click("start_session")
    assert shown.shell.requests[-1].routine == f"{SUN}-p6"
    shown.click("Look through")
    assert shown.shell.exercises == ["sun-salutation"]
    shown.click("put_programme_into_plan")
    assert len(shown.page.desk.dialog.chosen()) == 7
    shown.desk.click(shown.page.desk.dialog, "put_into_plan")
    (entry,) = shown.home.planning.entries()
    assert entry.routine == f"{SUN}-p6"


def test_before_the_log_is_open_it_shows_the_first_session(shown: Shown) -> None:
    shown.ready = False
    shown.desk.database.failure = DatabaseBusyError()
    shown.show()
    assert shown.seen("Back strength, week 1, session A")
    assert shown.shell.errors == []

    shown.ready = True
    shown.refresh()
    assert len(shown.shell.errors) == 1, "a log that cannot be read is told"
