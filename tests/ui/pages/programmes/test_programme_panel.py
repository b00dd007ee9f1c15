"""The card of a programme beside the calendar: how far one is, and what shifts it."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import DiskFullError
from coreapp.services.changes import Change
from coreapp.ui.pages.programmes.panel import ProgrammeCard, ProgrammePanel
from coreapp.ui.widgets.level_ladder import RungState
from coreapp.ui.widgets.week_bars import WeekBars
from tests.fakes.programmes import BACK, SUN, ProgrammeHome
from tests.ui.pages.desk import PageDesk, settle, texts


class Shown:
    """The panel on a plan and a log of its own, on a Monday in March."""

    def __init__(self, qtbot: QtBot) -> None:
        self.desk = PageDesk(qtbot)
        self.shell = self.desk.shell
        self.home = ProgrammeHome(self.desk.database, self.desk.clock)
        home = self.home
        self.panel = ProgrammePanel(
            self.desk.theme,
            home.library,
            lambda: home.programmes,
            lambda: home.shifts,
            self.shell,
        )
        qtbot.addWidget(self.panel)

    def refresh(self) -> bool:
        found = self.panel.refresh()
        self.panel.resize(296, 700)
        self.panel.show()
        settle()
        return found

    @property
    def cards(self) -> list[ProgrammeCard]:
        return [each for each in self.panel.findChildren(ProgrammeCard) if each.isVisible()]

    @property
    def bars(self) -> WeekBars:
        return self.cards[0].findChild(WeekBars)

    @property
    def menu(self) -> QMenu:
        return self.cards[0].more.menu()

    def names(self) -> list[str]:
        return [each.text() for each in _actions(self.menu)]

    def choose(self, name: str) -> None:
        next(each for each in _actions(self.menu) if each.text() == name).trigger()


def _actions(menu: QMenu) -> list[QAction]:
    found = []
    for each in menu.actions():
        if (within := each.menu()) is not None:
            found += _actions(within)
        elif not each.isSeparator():
            found.append(each)
    return found


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_without_a_programme_in_the_plan_there_is_nothing(shown: Shown) -> None:
    assert shown.refresh() is False
    assert shown.cards == []


def test_it_tells_the_week_its_minutes_and_what_is_next(shown: Shown) -> None:
    shown.home.did_weeks(2)
    shown.home.plan()

    assert shown.refresh() is True

    said = texts(shown.panel)
    assert said[:2] == ["Back strength in 8 weeks", "Week 3 of 8, minutes a week"]
    assert "Week 3 adds 7 %. Week 4 is lighter on purpose." in said
    states = [each.state for each in shown.bars._bars]
    assert states == [RungState.DONE] * 2 + [RungState.HERE] + [RungState.AHEAD] * 5
    assert shown.bars.accessibleName() == "Week 3 of 8, 54 min"


def test_another_week_can_be_looked_at(shown: Shown) -> None:
    shown.home.plan()
    shown.refresh()

    shown.bars.value_chosen.emit(0)
    assert "Week 1 is for learning the movements. Week 2 adds 7 %." in texts(shown.panel)
    shown.bars.value_chosen.emit(7)
    assert "Week 8 adds 6 %." in texts(shown.panel)
    shown.bars.value_chosen.emit(9)
    assert "Week 8 adds 6 %." in texts(shown.panel)


def test_passes_have_a_card_too(shown: Shown) -> None:
    shown.home.plan(SUN, weekdays=frozenset({"TU", "SA"}))

    assert shown.refresh()

    assert "Now 5 passes" in texts(shown.panel)
    assert "That is where it begins, also after a long break." in texts(shown.panel)
    assert "Repeat this week" not in shown.names()


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("By 1 week", "Back strength in 8 weeks: 1 week later"),
        ("By 3 days", "Back strength in 8 weeks: 3 days later"),
        ("Go on from here", "Back strength in 8 weeks goes on from here"),
        ("Repeat this week", "Back strength in 8 weeks: this week comes again"),
        ("Pause", "Back strength in 8 weeks is paused"),
        ("Take out of the plan", "Removed: Back strength in 8 weeks"),
    ],
)
def test_what_the_menu_does_is_told_and_can_be_undone(shown: Shown, action: str, told: str) -> None:
    shown.home.plan()
    shown.home.clock.advance(24 * 3600)
    before = list(shown.home.planning.entries())
    shown.refresh()

    shown.choose(action)

    assert shown.shell.told == [told]
    assert shown.shell.changes == [(Change.PLAN,)]
    assert list(shown.home.planning.entries()) != before
    shown.shell.undos[0]()
    assert list(shown.home.planning.entries()) == before


def test_paused_it_says_since_when_and_goes_on_at_a_click(shown: Shown) -> None:
    shown.home.plan()
    shown.home.shifts.pause(BACK)

    assert shown.refresh()
    assert "Paused since Mar 2" in texts(shown.panel)
    assert shown.names() == [
        "Go on from here",
        "Other days…",
        "Open the programme",
        "Take out of the plan",
    ]
    shown.desk.click(shown.panel, "Go on from here")
    shown.refresh()

    assert "Week 1 of 8, minutes a week" in texts(shown.panel)


def test_behind_the_calendar_it_says_what_helps(shown: Shown) -> None:
    shown.home.plan()
    shown.home.did(f"{BACK}-w1-a")
    shown.home.clock.advance(21 * 24 * 3600)

    shown.refresh()

    assert any("Go on from here" in each for each in texts(shown.panel))


def test_other_days_and_the_programme_itself_can_be_opened(shown: Shown) -> None:
    shown.home.plan()
    shown.refresh()

    shown.choose("Open the programme")
    assert shown.shell.programmes == [BACK]
    shown.choose("Other days…")
    dialog = shown.panel.desk.dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_sessions_on_days_off_are_told(shown: Shown) -> None:
    shown.home.plan()
    today = shown.home.programmes.today()
    for days in (9, 11):
        record = DayRecord(today + timedelta(days=days), DayMark.TRAVEL)
        shown.home.database.stored.days.add(record)
    shown.refresh()

    shown.choose("By 1 week")

    assert shown.shell.told == [
        "Back strength in 8 weeks: 1 week later. 2 sessions fall on days off, the first on Mar 11."
    ]


def test_what_cannot_be_kept_is_told(shown: Shown) -> None:
    shown.home.plan()
    shown.refresh()
    shown.home.file.failure = DiskFullError("full")

    shown.choose("Pause")

    assert shown.shell.errors == [shown.home.file.failure]
    assert shown.shell.told == []
