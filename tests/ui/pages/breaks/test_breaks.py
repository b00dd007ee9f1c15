"""The page of breaks: what is said, what is offered, and when it is read anew."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.sitting.facts import HoldReason
from coreapp.services.changes import Change
from coreapp.ui.breaks.hurts_row import HurtsRow
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.breaks.why import HoldList
from coreapp.ui.widgets.day_strip import DayStrip
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.labels import WrappedLabel
from coreapp.ui.widgets.sitting_ring import RingState, SittingRing
from tests.fakes.breaks_page import BreaksVisit
from tests.fakes.desk_tests import MISSING
from tests.ui.pages.desk import settle


@pytest.fixture
def make_visit(qtbot) -> Iterator:
    made: list[BreaksVisit] = []

    def make(
        settings: dict[str, object] | None = None, hurts: HurtsRow | None = None
    ) -> BreaksVisit:
        made.append(BreaksVisit(settings, hurts))
        qtbot.addWidget(made[-1].page)
        return made[-1]

    yield make
    for visit in made:
        visit.page.become_hidden()
        visit.page.hide()


@pytest.fixture
def visit(make_visit) -> BreaksVisit:
    return make_visit()


def test_it_says_when_the_next_break_is_why_by_which_rules_and_that_it_is_due(visit):
    visit.desk.work(18)
    visit.open()

    assert "Next break at 9:30 AM" in visit.texts()
    assert "You have sat for 18 minutes. Nothing is in the way." in visit.texts()
    ring = visit.page.findChild(SittingRing)
    assert ring.state is RingState.SITTING
    assert ring.share == pytest.approx(18 / 30)

    assert "30 min of sitting" in visit.texts()
    visit.desk.preferences.change({"breaks": {"interval_min": 45}})
    visit.page.note(frozenset({Change.SETTINGS}))
    assert "45 min of sitting" in visit.texts()
    visit.click("Change")
    assert visit.shell.pages == [PageKey.SETTINGS]

    visit.desk.work(31)
    visit.page.note(frozenset({Change.BREAKS}))
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

    assert visit.texts().count("Outside working hours") == 1
    assert visit.texts().count("begin again at 1:00 PM") == 1


def test_switched_off_it_leads_to_the_settings(make_visit):
    visit = make_visit({"breaks_on": False})
    visit.open()
    assert "The breaks are switched off" in visit.texts()
    assert "Nothing is asked while the breaks are switched off." in visit.texts()
    assert not visit.button("Break now").isVisible()
    assert not visit.button("Pause for…").isVisible()

    visit.click("Open the settings")

    assert visit.shell.pages == [PageKey.SETTINGS]


def test_a_pause_and_a_break_can_be_begun_and_ended(visit):
    visit.open()
    assert "Nothing yet." in visit.texts(), "an empty day says what will stand there"
    visit.button("Pause for…").menu().actions()[0].trigger()
    visit.page.note(frozenset({Change.BREAKS}))
    assert "Paused until 9:30 AM" in visit.texts()
    assert not visit.button("Pause for…").isVisible()

    visit.click("Resume")
    visit.page.note(frozenset({Change.BREAKS}))
    assert HoldReason.MANUAL not in {each.reason for each in visit.desk.view.holds}
    assert visit.button("Pause for…").isVisible()

    visit.desk.work(10)
    visit.click("Break now")
    assert visit.desk.view.break_running
    visit.click("I already stood")
    assert visit.desk.view.today.taken == 1


def test_what_the_desktop_can_tell_is_there_with_its_remedy_and_can_be_tried(visit):
    visit.open()

    assert "works" in visit.texts()
    assert "There is input just now. (XScreenSaver)" in visit.texts()
    assert "missing" in visit.texts()
    assert "A small window takes its place." in visit.texts()
    assert "1 of 2 work" in visit.texts()
    for text in ("Look again", "Show the bar", "Send a notification", "Play a tone"):
        visit.click(text)
    assert visit.tests.asked == ["look", "bar", "notice", "tone"]

    # What is sensed differently is seen soon.
    visit.tests.tells = ()
    assert visit.page._looking.isActive()
    visit.page._looking.timeout.emit()
    assert "There is input just now." not in visit.texts()


def test_all_holds_are_listed_with_since_when_and_what_ends_them(visit):
    visit.desk.work(10)
    visit.desk.breaks.pause(timedelta(hours=1))
    visit.desk.hands.hold(HoldReason.CALL, HoldReason.DO_NOT_DISTURB)
    visit.desk.work(25)
    visit.open()

    told = visit.texts()
    assert "A break is due since 9:30 AM" in told
    assert "Paused by you since 9:10 AM\nEnds at 10:10 AM, or when you resume." in told
    assert "In a call since 9:10 AM\nEnds with the call." in told
    assert "Do not disturb since 9:10 AM" in told
    assert told.count("In a call") == 1


def test_what_holds_is_explained_and_gone_when_it_holds_no_more(visit):
    visit.hint = "Press both feet into the floor."
    visit.desk.hands.hold(HoldReason.CALL)
    visit.open()
    assert "Press both feet into the floor." in visit.texts(), "what nobody sees in a call"
    assert "In a call since" in visit.texts()
    holds = visit.page.findChild(HoldList)
    title = next(each for each in holds.findChildren(WrappedLabel) if "In a call" in each.text())
    (ask,) = holds.findChildren(HelpButton)
    end = title.fontMetrics().horizontalAdvance(title.text())
    assert 0 < ask.geometry().left() - title.geometry().left() - end < 40
    assert ask.geometry().top() <= title.geometry().bottom()

    visit.desk.hands.hold()
    visit.page.note(frozenset({Change.BREAKS}))
    assert "In a call since" not in visit.texts()


def test_nothing_is_squeezed_while_more_of_the_desktop_is_told(visit):
    """The page becomes higher by it, which its scroll area would learn only a few turns later."""
    visit.desk.work(18)
    visit.open(860, 600)
    visit.texts()
    visit.tests.shown = [MISSING] * 9

    visit.page._show_desktop()

    texts = [each for each in visit.page.findChildren(WrappedLabel) if each.isVisible()]
    cut = [each.text() for each in texts if each.height() < each.heightForWidth(each.width())]
    assert sum(each.text() == MISSING.label for each in texts) == 9
    assert not cut


def test_a_look_at_the_desktop_takes_nothing_away_that_is_still_coming(visit):
    visit.open(860, 600)
    visit.texts()
    visit.tests.shown = [MISSING] * 9

    def told() -> list[WrappedLabel]:
        labels = visit.page.findChildren(WrappedLabel)
        return [each for each in labels if each.isVisible() and each.text() == MISSING.label]

    visit.page.refresh()
    while len(told()) < 2:
        QApplication.processEvents()
    assert len(told()) < 9
    visit.page._show_desktop()
    before = told()
    assert len(before) == 9
    for _turn in range(9):
        QApplication.processEvents()
        assert told() == before


def test_the_minute_is_followed_only_while_it_is_seen(visit):
    visit.page.become_seen()
    assert not visit.page.is_following, "in a hidden window the page waits"
    visit.page.show()
    assert visit.page.is_following

    # In the tray nothing is followed, and the window comes back with what is so.
    visit.page.hide()
    assert not visit.page.is_following
    visit.desk.hands.hold(HoldReason.CALL)
    visit.page.note(frozenset({Change.BREAKS}))
    assert "In a call since" not in visit.texts()
    visit.page.show()
    assert visit.page.is_following
    assert "In a call since" in visit.texts()

    visit.page.become_hidden()
    assert not visit.page.is_following


def test_a_log_that_cannot_be_read_is_told_and_the_rest_is_there(visit):
    visit.desk.database.failure = DatabaseBusyError()
    visit.open()

    assert len(visit.shell.errors) > 0
    assert "Next break at" in visit.texts()


def test_below_the_words_the_buttons_stand_in_one_line(visit: BreaksVisit) -> None:
    visit.open(1224)
    now, stood = visit.page._why._now, visit.page._why._stood
    usual = stood.height()
    assert now.y() + now.height() < stood.y()

    visit.page.resize(640, 900)
    settle()
    assert (now.y(), now.height()) == (stood.y(), stood.height())

    visit.page.resize(1224, 900)
    settle()
    assert now.y() + now.height() < stood.y()
    assert stood.height() == usual
