"""Notifications through a server that answers, refuses, restarts, or lies."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from coreapp.desktop import notifications
from coreapp.desktop.bus_connection import BusError
from coreapp.desktop.notifications import (
    FreedesktopNotifier,
    NotifierUnavailableError,
    pick_notifier,
)
from coreapp.services.notifying import (
    Clicked,
    Closed,
    ClosedBy,
    Failed,
    Notice,
    NoticeButton,
    NullNotifier,
    Pressed,
)
from tests.fakes.notices import FakeServer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the servers are those of Linux")

HERE = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/fake"}
BREAK = Notice("break", "Stand up", "30 min", (NoticeButton("stand", "Stand"),), click="All")
LATER = Notice("break", "Stand up", "31 min", (NoticeButton("later", "Later"),), click="All")
OTHER = Notice("session", "Planned", "Evening", (NoticeButton("start", "Start"),))


class Desktop:
    """A notifier, the server behind it, and what is heard."""

    def __init__(self, qtbot: QtBot, server: FakeServer, *, connect_fails: bool = False) -> None:
        self.qtbot = qtbot
        self.server = server
        self.connect_fails = connect_fails
        self.notifier = FreedesktopNotifier(HERE, self._connect)
        self.heard: list[object] = []

    def _connect(self, address: str) -> FakeServer:
        assert address == "unix:path=/fake"
        if self.connect_fails:
            raise BusError("no bus")
        return self.server

    def show(self, notice: Notice = BREAK) -> int:
        """Show a notification; return its number."""
        self.notifier.show(notice, self.heard.append)
        self.wait(lambda: self.server.notified.qsize() > 0)
        self.server.notified.get()
        self.settle()
        return max(self.server.shown, default=0)

    def wait(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so)

    def settle(self) -> None:
        """Wait until the thread has done all it was told to, and the windows know."""
        done = threading.Event()
        self.notifier._thread._do(done.set)
        assert done.wait(5)
        QCoreApplication.processEvents()


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[..., Desktop]]:
    made: list[Desktop] = []

    def make_desktop(*capabilities: str, **options: bool) -> Desktop:
        server = FakeServer(*(capabilities or ("actions", "body")))
        made.append(Desktop(qtbot, server, **options))
        return made[-1]

    yield make_desktop
    for desktop in made:
        desktop.notifier.close()


@pytest.fixture
def desktop(make: Callable[..., Desktop]) -> Desktop:
    return make()


def test_a_button_is_heard_and_the_notification_goes(desktop):
    number = desktop.show()

    desktop.server.act(number, "stand")
    desktop.wait(lambda: bool(desktop.heard))
    desktop.settle()

    assert desktop.heard == [Pressed("stand")]
    assert desktop.server.shown == {}


def test_a_click_is_heard(desktop):
    desktop.server.act(desktop.show(), "default")
    desktop.wait(lambda: bool(desktop.heard))

    assert desktop.heard == [Clicked()]


def test_that_a_person_takes_it_away_is_heard(desktop):
    desktop.server.say("NotificationClosed", desktop.show(), 2)
    desktop.wait(lambda: bool(desktop.heard))

    assert desktop.heard == [Closed(ClosedBy.PERSON)]


def test_an_answer_before_the_server_has_told_its_number_is_not_lost(desktop):
    """A rule of the server may answer by itself, at once."""
    desktop.server.before_reply = lambda number: desktop.server.act(number, "stand")
    desktop.show()
    desktop.wait(lambda: bool(desktop.heard))

    assert desktop.heard == [Pressed("stand")]


def test_one_of_the_same_name_takes_its_place(desktop):
    first = desktop.show(BREAK)
    second = desktop.show(LATER)

    assert first == second
    assert [each[4] for each in desktop.server.shown.values()] == ["31 min"]


def test_a_server_that_does_not_replace_is_helped(desktop):
    desktop.show(BREAK)
    desktop.server.before_reply = lambda _number: desktop.server.shown.update({99: ()})
    desktop.server.replies = [(99,)]
    desktop.show(LATER)

    assert list(desktop.server.shown) == [99]


def test_two_names_are_two_notifications(desktop):
    desktop.show(BREAK)
    desktop.server.act(desktop.show(OTHER), "start")
    desktop.wait(lambda: bool(desktop.heard))

    assert desktop.heard == [Pressed("start")]
    assert len(desktop.server.shown) == 1


def test_what_is_withdrawn_goes_and_nothing_is_heard_of_it(desktop):
    number = desktop.show()
    desktop.notifier.withdraw("break")
    desktop.server.act(number, "stand")
    desktop.settle()

    assert desktop.heard == []
    assert desktop.server.shown == {}


def test_an_answer_on_its_way_when_it_is_withdrawn_does_nothing(desktop):
    """It waits for the windows already, and must not answer the next prompt."""
    number = desktop.show()
    desktop.server.act(number, "stand")
    done = threading.Event()
    desktop.notifier._thread._do(done.set)
    assert done.wait(5)
    desktop.notifier.withdraw("break")
    desktop.show(LATER)

    assert desktop.heard == []


def test_what_was_never_offered_or_makes_no_sense_changes_nothing(desktop):
    assert desktop.show() == 1

    for said in (
        ("ActionInvoked", 1, "skip"),
        ("ActionInvoked", 12345, "stand"),
        ("ActionInvoked", "1", "stand"),
        ("ActionInvoked",),
        ("NotificationClosed", 12345, 2),
        ("NotificationClosed", 1),
        ("NotificationClosed", "1", "2"),
    ):
        desktop.server.say(*said)
        desktop.settle()

        assert desktop.heard == [], said
        assert list(desktop.server.shown) == [1], said


def test_a_server_that_gives_no_number_has_failed(desktop):
    for reply in ((0,), (), ("one",)):
        desktop.server.replies = [reply]
        desktop.show()
        desktop.wait(lambda: bool(desktop.heard))

        assert isinstance(desktop.heard.pop(), Failed), reply


def test_without_a_server_it_has_failed_and_is_tried_again(desktop):
    desktop.server.refusal = BusError("no such name")
    desktop.notifier.show(BREAK, desktop.heard.append)
    desktop.wait(lambda: bool(desktop.heard))
    assert desktop.heard == [Failed("no such name")]
    assert (desktop.notifier.method, desktop.notifier.has_buttons) == ("", None)

    desktop.server.refusal = None
    desktop.show()

    assert desktop.notifier.method == "org.freedesktop.Notifications"
    assert desktop.notifier.has_buttons


def test_a_text_that_cannot_be_sent_has_failed(desktop):
    desktop.server.refusal = UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed")
    desktop.notifier.show(BREAK, desktop.heard.append)
    desktop.wait(lambda: bool(desktop.heard))

    assert isinstance(desktop.heard[0], Failed)


def test_a_mistake_with_one_is_in_the_log_and_the_next_is_shown(desktop, caplog):
    desktop.server.refusal = ZeroDivisionError()
    desktop.notifier.show(OTHER, desktop.heard.append)
    desktop.settle()

    desktop.server.refusal = None

    assert desktop.show() == 1
    assert "a mistake with a notification" in caplog.text


def test_without_a_bus_it_has_failed_and_is_tried_again(make):
    desktop = make(connect_fails=True)
    desktop.notifier.show(BREAK, desktop.heard.append)
    desktop.wait(lambda: bool(desktop.heard))
    assert desktop.heard == [Failed("no bus")]

    desktop.connect_fails = False
    assert desktop.show() == 1


def test_one_that_cannot_be_replaced_is_taken_away(desktop):
    """Its buttons would be answers that nobody hears."""
    desktop.show(BREAK)
    desktop.server.replies = [(0,)]
    desktop.show(LATER)
    desktop.wait(lambda: bool(desktop.heard))
    desktop.settle()

    assert desktop.server.shown == {}


@pytest.mark.parametrize("comes_back", [True, False])
def test_with_its_server_a_notification_is_gone(desktop, comes_back):
    desktop.show()
    desktop.server.change_hands(is_there=comes_back)
    desktop.wait(lambda: bool(desktop.heard))

    assert desktop.heard == [Failed("the notification server has gone")]
    assert desktop.notifier.has_buttons is None


def test_the_numbers_of_a_server_that_is_gone_are_not_those_of_the_next(desktop):
    number = desktop.show()
    desktop.server.change_hands(is_there=True)
    desktop.server.shown[number] = ("of another program",)
    desktop.server.act(number, "stand")
    desktop.notifier.withdraw("break")
    desktop.settle()

    assert desktop.server.shown == {number: ("of another program",)}
    assert Pressed("stand") not in desktop.heard


def test_another_server_is_asked_anew_what_it_can_do(desktop):
    desktop.show()
    desktop.server.change_hands(is_there=True)
    desktop.server.capabilities = ["body"]
    desktop.show(LATER)

    assert desktop.notifier.has_buttons is False


def test_a_server_that_has_been_there_all_along_is_not_one_that_went(desktop):
    """The bus says who is there when it is first asked."""
    desktop.show()

    assert desktop.heard == []
    assert desktop.notifier.has_buttons


def test_what_it_can_do_is_found_out_without_showing_anything(desktop):
    assert desktop.notifier.has_buttons is None

    desktop.notifier.look()
    desktop.settle()

    assert desktop.notifier.has_buttons
    assert desktop.server.calls == ["GetCapabilities"]


def test_that_nobody_is_there_is_found_out_too(desktop):
    desktop.server.refusal = BusError("no such name")
    desktop.notifier.look()
    desktop.settle()

    assert desktop.notifier.method == ""


def test_at_the_end_everything_is_taken_away_and_the_bus_let_go(desktop):
    desktop.show()
    desktop.notifier.close()
    desktop.wait(lambda: desktop.server.is_closed)

    assert desktop.server.shown == {}
    assert desktop.heard == []


def test_who_shows_nothing_starts_nothing(desktop):
    before = threading.active_count()
    desktop.notifier.withdraw("break")
    desktop.notifier.close()

    assert threading.active_count() == before
    assert desktop.server.calls == []


def test_the_first_way_that_is_there_is_taken(qtbot):
    def broken():
        raise NotifierUnavailableError("broken")

    last = NullNotifier()
    assert pick_notifier(last, [broken]) is last
    assert pick_notifier(last, [broken, NullNotifier]) is not last


def test_without_a_bus_or_its_library_it_is_not_taken(qtbot, monkeypatch):
    last = NullNotifier()
    assert pick_notifier(last) is last
    monkeypatch.setattr(notifications, "find_spec", lambda _name: None)

    with pytest.raises(NotifierUnavailableError):
        FreedesktopNotifier(HERE)
