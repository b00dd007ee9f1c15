"""The goal of the week at the foot of the week, and the question how much."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DiskFullError
from coreapp.domain.settings import RunMetric, Settings
from coreapp.services.goals import Goals
from coreapp.ui.dialogs.goal import GoalDialog
from coreapp.ui.pages.today.goal_row import GoalRow
from tests.fakes.desktop import FakeStateFile
from tests.fakes.training_days import TODAY, keep, ran
from tests.ui.pages.desk import PageDesk, settle, texts
from tests.ui.pages.today.today_page import make_today
from tests.ui.walk import problems_in

SUGGESTED = "A goal for this week: 1 hr 45 min of running?"


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    made = PageDesk(qtbot)
    made.clock.advance(3 * 24 * 3600)
    keep(made.database, [ran(1, 60), ran(8, 100), ran(15, 100)])
    return made


@pytest.fixture
def file() -> FakeStateFile:
    return FakeStateFile()


@pytest.fixture
def row(desk: PageDesk, file: FakeStateFile, qtbot: QtBot) -> GoalRow:
    goals = Goals(desk.pictures, file, Settings)
    made = GoalRow(desk.theme, lambda: goals, desk.shell)
    qtbot.addWidget(made)
    made.resize(640, 80)
    made.show()
    made.refresh(TODAY)
    return made


def dialog_of(row: GoalRow) -> GoalDialog:
    row.change.click()
    (found,) = row.findChildren(GoalDialog)
    return found


def test_a_suggestion_is_taken_over_and_that_taken_back(row: GoalRow, desk: PageDesk) -> None:
    assert SUGGESTED in texts(row)
    row.take.click()

    assert "Running: 1 hr of 1 hr 45 min" in texts(row)
    bar = row.findChild(QProgressBar)
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 60, 105)
    assert not row.take.isVisible()
    desk.shell.undos[-1]()
    assert SUGGESTED in texts(row)


def test_it_is_changed_with_a_remark_on_what_is_steep(row: GoalRow, qtbot: QtBot) -> None:
    dialog = dialog_of(row)
    assert dialog.amount.text() == "1 hr 45 min"
    dialog.amount.setText("2 h")
    assert "That is more than 10 % above 1 hr 40 min." in " ".join(texts(dialog))
    assert not problems_in(dialog)
    qtbot.keyClick(dialog.amount, Qt.Key.Key_Return)

    assert "Running: 1 hr of 2 hr" in texts(row)
    settle()
    assert row.findChildren(GoalDialog) == []


@pytest.mark.parametrize("amount", ["much", "60 h"])
def test_what_cannot_be_used_is_told_and_the_question_stays(
    row: GoalRow, file: FakeStateFile, amount: str
) -> None:
    dialog = dialog_of(row)
    dialog.amount.setText(amount)
    dialog.save.click()

    assert dialog.isVisible()
    assert dialog.amount.accessibleDescription()
    assert file.document == {}
    dialog.amount.setText("100")
    assert not dialog.amount.accessibleDescription()
    dialog.reject()


def test_more_than_a_week_has_is_told_and_the_question_stays(desk: PageDesk, row: GoalRow) -> None:
    desk.settings = Settings(run_metric=RunMetric.KILOMETRES)
    keep(desk.database, [ran(9, 50, metres=10_000)])
    row.refresh(TODAY)
    dialog = dialog_of(row)
    dialog.amount.setText("400 km")
    dialog.save.click()

    assert "at most 50 hours or 300 km" in dialog.amount.accessibleDescription()
    assert dialog.isVisible()
    dialog.reject()


def test_no_goal_is_an_answer_for_the_week(row: GoalRow, desk: PageDesk) -> None:
    row.dismiss.click()
    assert not row.isVisible()

    desk.shell.undos[-1]()
    assert SUGGESTED in texts(row)


def test_a_goal_can_be_given_up_from_the_question(row: GoalRow, desk: PageDesk) -> None:
    row.take.click()
    dialog = dialog_of(row)
    desk.click(dialog, "No goal this week")

    assert not row.isVisible()


def test_what_cannot_be_kept_is_told(row: GoalRow, desk: PageDesk, file: FakeStateFile) -> None:
    file.failure = DiskFullError("goals.json")
    row.take.click()

    assert desk.shell.errors == [file.failure]
    assert SUGGESTED in texts(row)


def test_where_there_is_nothing_to_grow_from_nothing_is_seen(qtbot: QtBot) -> None:
    desk = PageDesk(qtbot)
    made = GoalRow(desk.theme, lambda: desk.goals, desk.shell)
    qtbot.addWidget(made)
    made.refresh(date(2026, 3, 2))
    for button in (made.take, made.change, made.dismiss):
        button.click()

    assert made.isHidden()
    assert not desk.shell.told


def test_it_stands_with_the_week_on_today(desk: PageDesk) -> None:
    page = make_today(desk)
    desk.show(page)

    assert SUGGESTED in texts(page)
    page.become_hidden()
