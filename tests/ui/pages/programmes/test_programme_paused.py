"""The page of a programme that is paused."""

from PySide6.QtWidgets import QAbstractSpinBox
from pytestqt.qtbot import QtBot

from coreapp.services.programme_facts import Wish
from tests.fakes.programmes import BACK, MONDAY
from tests.ui.pages.desk import texts
from tests.ui.pages.programmes.programme_shown import Shown


def test_a_pause_is_told_beside_the_plan(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.home.plan()
    shown.home.shifts.pause(BACK)
    shown.show()

    assert "Paused since Mar 2" in texts(shown.page)
    assert "Not in the plan" in texts(shown.page)


def test_planned_anew_it_is_offered_as_it_was(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.home.shifts.put_into_plan(BACK, Wish(MONDAY, frozenset({"TU", "TH", "SU"}), "07:15"))
    shown.home.shifts.pause(BACK)
    shown.show()

    shown.page.desk.ask_for_days(BACK)

    dialog = shown.page.desk.dialog
    assert dialog is not None
    assert dialog.chosen() == {"TU", "TH", "SU"}
    assert "7:15" in next(each.text() for each in dialog.findChildren(QAbstractSpinBox))
    dialog.reject()
