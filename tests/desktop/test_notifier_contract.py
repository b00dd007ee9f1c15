"""What every notifier does, asked of the fake and of the real one: so the fake cannot lie."""

import sys
import threading
from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from coreapp.desktop.notifications import FreedesktopNotifier
from coreapp.services.notifying import Clicked, Closed, ClosedBy, Notice, NoticeButton, Pressed
from coreapp.services.notifying import Notifier as NotifierPort
from tests.fakes.notices import FakeNotifier, FakeServer

START = NoticeButton("start", "Start")
NOTICE = Notice("session", "Planned", "Evening", (START,), click="Open")
ANEW = Notice("session", "Planned", "Evening, again", (START,), click="Open")
OTHER = Notice("break", "Stand up", "30 min", (NoticeButton("stand", "Stand"),), click="All")


class Screen(Protocol):
    """A notifier, and the person in front of it."""

    notifier: NotifierPort

    def texts(self) -> list[str]:
        """What is to be read."""

    def answer(self, text: str, key: str) -> None:
        """Press a button of the notification that says `text`; `default` is the click on it."""

    def take_away(self, text: str) -> None:
        """Close the notification that says `text`."""


class FakeScreen:
    def __init__(self, qtbot: QtBot) -> None:
        self.notifier = FakeNotifier()

    def texts(self) -> list[str]:
        return [each.text for each in self.notifier.on_screen.values()]

    def answer(self, text: str, key: str) -> None:
        name = self._name(text)
        if key == "default":
            self.notifier.click(name)
        else:
            self.notifier.press(name, key.capitalize())

    def take_away(self, text: str) -> None:
        self.notifier.take_away(self._name(text))

    def _name(self, text: str) -> str:
        shown = self.notifier.on_screen.items()
        return next(name for name, notice in shown if notice.text == text)


class RealScreen:
    def __init__(self, qtbot: QtBot) -> None:
        if sys.platform != "linux":
            pytest.skip("notification servers are those of Linux")
        self._server = FakeServer("actions")
        self.notifier = FreedesktopNotifier(
            {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/fake"}, lambda _address: self._server
        )

    def texts(self) -> list[str]:
        self._settle()
        return [each[4] for each in self._server.shown.values()]

    def answer(self, text: str, key: str) -> None:
        self._server.act(self._number(text), key)
        self._settle()

    def take_away(self, text: str) -> None:
        number = self._number(text)
        del self._server.shown[number]
        self._server.say("NotificationClosed", number, 2)
        self._settle()

    def _number(self, text: str) -> int:
        self._settle()
        return next(number for number, each in self._server.shown.items() if each[4] == text)

    def _settle(self) -> None:
        done = threading.Event()
        self.notifier._thread._do(done.set)
        assert done.wait(5)
        QCoreApplication.processEvents()


@pytest.fixture(params=[FakeScreen, RealScreen], ids=["fake", "bus"])
def screen(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Screen]:
    screen = request.param(qtbot)
    yield screen
    screen.notifier.close()


@pytest.fixture
def heard() -> list[object]:
    return []


def test_an_answer_is_heard_once_and_takes_it_away(screen, heard):
    screen.notifier.show(NOTICE, heard.append)
    screen.answer("Evening", "start")

    assert heard == [Pressed("start")]
    assert screen.texts() == []


def test_a_click_takes_it_away(screen, heard):
    screen.notifier.show(NOTICE, heard.append)
    screen.answer("Evening", "default")

    assert heard == [Clicked()]
    assert screen.texts() == []


def test_taken_away_it_is_closed_by_the_person(screen, heard):
    screen.notifier.show(NOTICE, heard.append)
    screen.take_away("Evening")

    assert heard == [Closed(ClosedBy.PERSON)]


def test_there_is_one_of_a_name_and_only_the_last_is_heard_of(screen, heard):
    before = []
    screen.notifier.show(NOTICE, before.append)
    screen.notifier.show(ANEW, heard.append)
    assert screen.texts() == ["Evening, again"]

    screen.answer("Evening, again", "start")

    assert (before, heard) == ([], [Pressed("start")])


def test_two_names_do_not_disturb_each_other(screen, heard):
    others = []
    screen.notifier.show(NOTICE, heard.append)
    screen.notifier.show(OTHER, others.append)
    screen.answer("30 min", "stand")

    assert (heard, others) == ([], [Pressed("stand")])
    assert screen.texts() == ["Evening"]


def test_withdrawn_it_is_gone_and_may_come_again(screen, heard):
    screen.notifier.show(NOTICE, heard.append)
    screen.notifier.withdraw("session")
    screen.notifier.withdraw("session")
    assert screen.texts() == []

    screen.notifier.show(ANEW, heard.append)

    assert screen.texts() == ["Evening, again"]
    assert heard == []


def test_it_can_be_shown_again_from_within_an_answer(screen, heard):
    screen.notifier.show(NOTICE, lambda _event: screen.notifier.show(ANEW, heard.append))
    screen.answer("Evening", "start")
    assert screen.texts() == ["Evening, again"]

    screen.answer("Evening, again", "start")

    assert heard == [Pressed("start")]


def test_closing_takes_all_away(screen, heard):
    screen.notifier.show(NOTICE, heard.append)
    screen.notifier.show(OTHER, heard.append)
    screen.notifier.close()

    assert screen.texts() == []
    assert heard == []
