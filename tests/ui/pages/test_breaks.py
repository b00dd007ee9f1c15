"""The page of breaks: what is said, what is offered, and when it is read anew."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.sitting.facts import HoldReason
from coreapp.services.changes import Change
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.break_cards import Sensed, SenseState
from coreapp.ui.pages.breaks import BreaksPage
from coreapp.ui.widgets.day_strip import DayStrip
from coreapp.ui.widgets.sitting_ring import RingState, SittingRing
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_theme
from tests.fakes.sitting import Desk

SENSED = (
    Sensed("Hands resting", SenseState.WORKS),
    Sensed("Tray", SenseState.MISSING, "A small window takes its place."),
)


class Visit:
    """The page as somebody at a desk sees it."""

    def __init__(self, settings: dict[str, object] | None = None) -> None:
        self.desk = Desk(settings)
        self.shell = FakeShell()
        self.page = BreaksPage(
            theme=shipped_theme(),
            breaks=self.desk.breaks,
            preferences=self.desk.preferences,
            clock=self.desk.clock,
            shell=self.shell,
            sensed=lambda: SENSED,
        )
        self.desk.breaks.start()

    def open(self, width: int = 1224, height: int = 900) -> None:
        self.page.resize(width, height)
        self.page.show()
        self.page.become_seen()

    def texts(self) -> str:
        """Everything that can be read on the page, with ordinary spaces."""
        for _pass in range(5):  # what was put in is shown, then laid out, then its heights settle
            QApplication.processEvents()
        labels = (each for each in self.page.findChildren(QLabel) if each.isVisible())
        return "\n".join(each.text() for each in labels).replace("\N{NARROW NO-BREAK SPACE}", " ")

    def button(self, text: str) -> QPushButton:
        found = (each for each in self.page.findChildren(QPushButton) if each.text() == text)
        return next(found)

    def click(self, text: str) -> None:
        QTest.mouseClick(self.button(text), Qt.MouseButton.LeftButton)


@pytest.fixture
def make_visit(qtbot) -> Iterator:
    made: list[Visit] = []

    def make(settings: dict[str, object] | None = None) -> Visit:
        made.append(Visit(settings))
        qtbot.addWidget(made[-1].page)
        return made[-1]

    yield make
    for visit in made:
        visit.page.become_hidden()
        visit.page.hide()


@pytest.fixture
def visit(make_visit) -> Visit:
    return make_visit()


def test_it_says_when_the_next_break_is_and_why(visit):
    visit.desk.work(18)
    visit.open()

    assert "Next break at 9:30 AM" in visit.texts()
    assert "You have sat for 18 minutes. Nothing is in the way." in visit.texts()
    ring = visit.page.findChild(SittingRing)
    assert ring.state is RingState.SITTING
    assert ring.share == pytest.approx(18 / 30)


def test_a_break_that_is_due_is_said(visit):
    visit.desk.work(31)
    visit.open()

    assert "Time to stand up" in visit.texts()
    assert visit.page.findChild(SittingRing).state is RingState.DUE


def test_the_day_stands_below_newest_first(visit):
    visit.desk.work(34)
    visit.desk.rest(180)
    visit.desk.work(20)
    visit.desk.breaks.pause(None)
    visit.desk.work(10)
    visit.page.become_hidden()
    visit.open()

    told = visit.texts()
    assert told.index("Paused by you") < told.index("Break taken")
    assert "Breaks 1" in told
    assert "of it held 10 min" in told
    spoken = visit.page.findChild(DayStrip).accessibleName()
    assert "Breaks 1" in spoken


def test_an_empty_day_says_what_will_stand_there(visit):
    visit.open()

    assert "Nothing yet." in visit.texts()


def test_without_a_probe_it_says_that_it_goes_by_the_clock(make_visit):
    visit = make_visit()
    visit.desk.hands.is_blind = True
    visit.desk.breaks.stop()
    visit.desk.breaks.start()
    visit.open()

    assert "by the clock alone" in visit.texts()


def test_outside_working_hours_it_says_when_they_begin(make_visit):
    hours = {"working_hours": {"mon": ["13:00-17:00"]}}
    visit = make_visit({"breaks": hours})
    visit.open()

    assert "Outside working hours" in visit.texts()
    assert "begin again at 1:00 PM" in visit.texts()


def test_switched_off_it_leads_to_the_settings(make_visit):
    visit = make_visit({"breaks_on": False})
    visit.open()
    assert "The breaks are switched off" in visit.texts()
    assert not visit.button("Break now").isVisible()
    assert not visit.button("Pause for…").isVisible()

    visit.click("Open the settings")

    assert visit.shell.pages == [PageKey.SETTINGS]


def test_a_pause_can_be_chosen_and_ended(visit):
    visit.open()
    visit.button("Pause for…").menu().actions()[0].trigger()
    visit.page.note(frozenset({Change.BREAKS}))
    assert "Paused since 9:00 AM" in visit.texts()
    assert not visit.button("Pause for…").isVisible()

    visit.click("Resume")
    visit.page.note(frozenset({Change.BREAKS}))

    assert HoldReason.MANUAL not in {each.reason for each in visit.desk.view.holds}
    assert visit.button("Pause for…").isVisible()


def test_a_break_can_be_begun_and_told(visit):
    visit.desk.work(10)
    visit.open()
    visit.click("Break now")
    assert visit.desk.view.break_running

    visit.click("I already stood")

    assert visit.desk.view.today.taken == 1


def test_the_rules_are_there_and_can_be_changed(visit):
    visit.open()
    assert "30 min of sitting" in visit.texts()

    visit.desk.preferences.change({"breaks": {"interval_min": 45}})
    visit.page.note(frozenset({Change.SETTINGS}))
    assert "45 min of sitting" in visit.texts()

    visit.click("Change")
    assert visit.shell.pages == [PageKey.SETTINGS]


def test_what_the_desktop_can_tell_is_there_with_its_remedy(visit):
    visit.open()

    assert "works" in visit.texts()
    assert "A small window takes its place." in visit.texts()


def test_the_minute_is_followed_only_while_it_is_seen(visit):
    visit.open()
    assert visit.page.is_following

    visit.page.become_hidden()

    assert not visit.page.is_following


def test_a_log_that_cannot_be_read_is_told_and_the_rest_is_there(visit):
    visit.desk.database.failure = DatabaseBusyError()
    visit.open()

    assert len(visit.shell.errors) > 0
    assert "Next break at" in visit.texts()


@pytest.mark.parametrize("width", [848, 1224])
def test_nothing_is_clipped(visit, width):
    visit.desk.work(34)
    visit.desk.rest(180)
    visit.open(width, 680)
    assert visit.texts()

    for label in visit.page.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()
            if not label.wordWrap():
                assert label.width() >= label.sizeHint().width(), label.text()
    assert visit.page.widget().width() <= visit.page.viewport().width()
