"""The page of a programme that is paused."""

from pytestqt.qtbot import QtBot

from tests.fakes.programmes import BACK
from tests.ui.pages.desk import texts
from tests.ui.pages.programmes.programme_shown import Shown


def test_a_pause_is_told_beside_the_plan(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.home.plan()
    shown.home.shifts.pause(BACK)
    shown.show()

    assert "Paused since Mar 2" in texts(shown.page)
    assert "Not in the plan" in texts(shown.page)
