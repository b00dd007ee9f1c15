"""A runner's week: advice, a goal, where it hurts, and a report to give away."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayRecord
from coreapp.domain.pain import PainPlace
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.routine import Block, Routine, Step
from coreapp.ui.dialogs.day_record import DayRecordDialog
from coreapp.ui.dialogs.report import ReportDialog
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.today.advice_card import AdviceCard
from coreapp.ui.pages.today.day_question_card import DayQuestionCard
from coreapp.ui.pages.today.goal_row import GoalRow
from coreapp.ui.printing.desk import PdfDialog
from tests.e2e.world import World
from tests.fakes.clock import MORNING
from tests.ui.pages.desk import texts
from tests.ui.printing.conftest import pdf_texts

DAY = 86_400
LONGER = (
    "Your last run was 80 % longer than any of the 30 days before. Let the next ones be shorter "
    "again."
)
SHORT = Routine("short", "Short", (Block((Step("plank", sets=1, seconds=20),)),))


def run(world: World, back: int, minutes: int, **values) -> None:
    started = MORNING - timedelta(days=back, hours=1)
    kind = ActivityType.RUN_EASY
    activity = PerformedActivity(f"r{back}", kind, started, "Europe/Berlin", minutes, **values)
    with world.services.database.work() as work:
        work.activities.add(activity)


def test_a_run_that_was_much_longer_is_told_and_put_away_over_a_start(
    open_world: Callable[..., World],
) -> None:
    world = open_world().start("hide")
    for back in (14, 10, 7):
        run(world, back, 50)
    run(world, 0, 90)
    page = world.open_page(PageKey.TODAY)
    card = page.findChild(AdviceCard)
    line = card.lines[0]
    assert LONGER in texts(line)
    line.why.click()
    assert line.reason_is_shown
    line.not_soon.click()
    assert LONGER not in texts(card)

    world.stop()
    world = open_world().start()
    page = world.open_page(PageKey.TODAY)
    card = page.findChild(AdviceCard)
    assert card.isVisible()
    assert LONGER not in texts(card)


@pytest.mark.usefixtures("tray")
def test_a_goal_is_taken_over_and_followed_and_a_report_is_saved_from_the_log(
    world: World, tmp_path: Path
) -> None:
    run(world, 7, 100)
    page = world.open_page(PageKey.TODAY)
    row = page.findChild(GoalRow)
    row.take.click()
    run(world, 0, 30, note="Left out")
    page.refresh()
    world.settle()
    assert "Running: 30 min of 1 hr 45 min" in texts(page)

    page = world.open_page(PageKey.LOG)
    world.click(page, "Report as PDF…")
    (dialog,) = world.program.window.findChildren(ReportDialog)
    dialog.save.click()
    world.qtbot.waitUntil(lambda: bool(page.findChildren(PdfDialog)))
    (files,) = page.findChildren(PdfDialog)
    files.fileSelected.emit(str(tmp_path / "report.pdf"))
    files.reject()
    # It is written by a worker, whole or not at all.
    world.qtbot.waitUntil((tmp_path / "report.pdf").exists)
    world.settle()
    text = " ".join(pdf_texts(tmp_path / "report.pdf"))
    assert "Easy run 30" in text
    assert "Left out" not in text
    assert "February 3, 2026 to March 2, 2026" in text


@pytest.mark.usefixtures("tray")
def test_where_it_hurt_is_kept_with_the_day_and_sleep_is_asked_on_the_next(world: World) -> None:
    world.services.library.put_routine(SHORT)
    world.begin(SHORT.id)
    world.play()
    after = world.player.after
    QTest.keyClicks(after.card.effort, "4")
    after.card.pain.choose_some()
    QTest.keyClicks(after.card.pain.scales["pain_during"], "3")
    after.card.detail.places_choice.choose(["neck"])
    world.click(after, "Save")
    world.settle()
    today = MORNING.date()
    assert world.services.day_log.record(today) == DayRecord(
        today, pain_places=frozenset({PainPlace.NECK})
    )

    world.clock.advance(2 * DAY)
    page = world.open_page(PageKey.TODAY)
    card = page.findChild(DayQuestionCard)
    assert card.isVisible()
    world.click(card, "poor")
    assert world.services.day_log.record(today + timedelta(days=2)).note.sleep_quality == 1
    card.more.click()
    (dialog,) = world.program.window.findChildren(DayRecordDialog)
    assert dialog.isVisible()
    dialog.reject()
