"""Balloons of the tray: the last resort, without buttons."""

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from coreapp.services.notifying import Clicked, Failed, Notice, NoticeButton
from coreapp.ui.tray import TrayIcon
from coreapp.ui.tray_notices import TrayNotices
from tests.fakes.shipped import shipped_theme
from tests.fakes.sitting import Desk

SESSION = Notice(
    "session", "Planned", "Evening", (NoticeButton("start", "Start"),), instead="Open Coreapp."
)
OTHER = Notice("tray", "Still there", "In the tray.")


class Balloons:
    """A tray, what it showed, and what is heard."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, available: bool) -> None:
        self.shown: list[str] = []
        self.heard: list[object] = []
        monkeypatch.setattr("coreapp.ui.tray.TrayIcon.available", available)
        monkeypatch.setattr("coreapp.ui.tray.TrayIcon.show_reminder", self._show)
        self._available = available
        desk = Desk()
        self.tray = TrayIcon(shipped_theme(), desk.breaks, desk.clock)
        self.notices = TrayNotices(self.tray)

    def _show(self, title: str, text: str) -> bool:
        self.shown.append(f"{title}: {text}")
        return self._available

    def show(self, notice: Notice = SESSION) -> None:
        self.notices.show(notice, self.heard.append)

    def click(self) -> None:
        self.tray.reminder_clicked.emit()


@pytest.fixture
def balloons(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Balloons:
    return Balloons(monkeypatch, available=True)


def test_it_says_what_to_do_instead_of_pressing_a_button(balloons):
    balloons.show()

    assert balloons.shown == ["Planned: Evening\nOpen Coreapp."]
    assert balloons.notices.is_there
    assert balloons.notices.method == "tray"
    assert balloons.notices.has_buttons is False


def test_a_click_is_heard_once(balloons):
    balloons.show()
    balloons.click()
    balloons.click()

    assert balloons.heard == [Clicked()]


def test_only_the_last_one_is_clicked(balloons):
    heard = []
    balloons.show()
    balloons.notices.show(OTHER, heard.append)
    balloons.click()

    assert (balloons.heard, heard) == ([], [Clicked()])


@pytest.mark.parametrize("name", ["session", ""])
def test_what_is_withdrawn_is_not_heard_of(balloons, name):
    balloons.show()
    balloons.notices.withdraw("tray")
    if name:
        balloons.notices.withdraw(name)
    else:
        balloons.notices.close()
    balloons.click()

    assert balloons.heard == []


def test_without_a_tray_it_fails_later_and_not_at_once(qtbot, monkeypatch):
    balloons = Balloons(monkeypatch, available=False)
    balloons.notices.look()
    balloons.show()
    assert balloons.heard == []
    qtbot.waitUntil(lambda: bool(balloons.heard))

    assert balloons.heard == [Failed("no tray")]
    assert not balloons.notices.is_there
    assert balloons.notices.method == ""


def test_what_is_withdrawn_before_it_has_failed_is_not_heard_of(qtbot, monkeypatch):
    balloons = Balloons(monkeypatch, available=False)
    balloons.show()
    balloons.notices.withdraw("session")
    QCoreApplication.processEvents()

    assert balloons.heard == []
