"""Tray or small window: which of them there is, and that they follow what the desktop has."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coreapp.desktop.single_instance import QUESTION_MS
from coreapp.domain.errors import DiskFullError
from coreapp.program.outside import LOOKS_AFTER_MS, PLACE, Outside
from coreapp.program.tray_wait import LOOKS_AFTER_MS as WAITS
from coreapp.program.tray_wait import TrayWait
from coreapp.ui.breaks.break_menu import TrayAction
from coreapp.ui.breaks.small_window import SmallWindow
from coreapp.ui.tray import TrayIcon, no_hint
from tests.fakes.desktop import FakeStateFile
from tests.fakes.shipped import shipped_theme
from tests.fakes.sitting import Desk


class Panel:
    """A panel that a test puts up and takes down."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_there = False
        self.shows = False
        monkeypatch.setattr(TrayIcon, "available", property(lambda _tray: self.is_there))
        monkeypatch.setattr(TrayIcon, "show", lambda _tray: setattr(self, "shows", True))
        monkeypatch.setattr(TrayIcon, "hide", lambda _tray: setattr(self, "shows", False))


@pytest.fixture
def panel(monkeypatch: pytest.MonkeyPatch) -> Panel:
    return Panel(monkeypatch)


class Place:
    def __init__(self, qtbot: QtBot) -> None:
        self.desk = Desk()
        self.desk.breaks.start()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.file = FakeStateFile()
        self.tray = TrayIcon(shipped_theme(), self.desk.breaks, self.desk.clock)
        self.outside = Outside(self.tray, self.window, self.make_small, self.file)

    def make_small(self) -> SmallWindow:
        return SmallWindow(shipped_theme(), self.desk.breaks, self.desk.clock, no_hint)

    @property
    def is_small_seen(self) -> bool:
        QApplication.processEvents()
        small = self.outside.small
        return small is not None and small.isVisible()


@pytest.fixture
def place(qtbot: QtBot, panel: Panel) -> Iterator[Place]:
    place = Place(qtbot)
    yield place
    place.outside.stop()


def test_with_a_tray_there_is_no_small_window(place: Place, panel: Panel) -> None:
    panel.is_there = True
    place.outside.start()

    assert panel.shows
    assert not place.is_small_seen
    assert not place.outside._timer.isActive()


def test_without_one_it_stands_in_while_the_large_window_is_closed(place: Place) -> None:
    place.window.show()
    place.outside.start()
    assert not place.is_small_seen

    place.window.hide()
    assert place.is_small_seen

    place.window.show()
    assert not place.is_small_seen


def test_a_hidden_start_shows_it(place: Place) -> None:
    place.outside.start()

    assert place.is_small_seen


def test_a_minimised_large_window_is_reached_by_itself(place: Place) -> None:
    place.window.showMinimized()
    place.outside.start()

    assert not place.is_small_seen


def test_a_tray_that_comes_later_is_taken(place: Place, panel: Panel) -> None:
    place.outside.start()
    assert place.is_small_seen
    panel.is_there = True

    place.outside._timer.timeout.emit()

    assert panel.shows
    assert not place.is_small_seen


def test_a_tray_that_vanished_is_noticed_when_the_window_closes(place: Place, panel: Panel) -> None:
    panel.is_there = True
    place.window.show()
    place.outside.start()
    panel.is_there = False

    place.window.hide()

    assert place.is_small_seen


def test_a_tray_is_looked_for_a_few_times_only(place: Place) -> None:
    place.outside.start()
    waits = []
    while place.outside._timer.isActive():
        waits.append(place.outside._timer.interval())
        place.outside._timer.stop()
        place.outside._timer.timeout.emit()

    assert waits == list(LOOKS_AFTER_MS)


def test_who_asks_the_program_waits_longer_than_that_waits_for_a_tray() -> None:
    loading = 5_000
    assert sum(WAITS) + loading < QUESTION_MS


def test_it_comes_back_where_it_was(place: Place) -> None:
    place.outside.start()
    assert place.is_small_seen
    place.outside.small.move(40, 30)
    there = place.outside.small.pos()

    place.window.show()
    assert not place.is_small_seen
    assert place.file.load()[PLACE]
    place.window.hide()

    assert place.is_small_seen
    assert place.outside.small.pos() == there


def test_a_place_that_cannot_be_kept_stops_nothing(place: Place) -> None:
    place.outside.start()
    place.file.failure = DiskFullError()

    place.window.show()

    assert not place.is_small_seen


def test_it_asks_for_what_the_tray_would(qtbot: QtBot, place: Place) -> None:
    place.outside.start()
    small = place.outside.small
    with qtbot.waitSignal(place.outside.open_requested):
        small.entries.action(TrayAction.OPEN).trigger()
    with qtbot.waitSignal(place.outside.quit_requested):
        place.tray.action(TrayAction.QUIT).trigger()


def test_another_language_writes_it_anew(place: Place) -> None:
    place.outside.start()
    before = place.outside.small

    place.outside.rebuild()

    assert place.is_small_seen
    assert place.outside.small is not before


def test_what_was_put_away_is_told_nothing_more(place: Place) -> None:
    place.outside.start()
    place.outside.rebuild()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    place.desk.breaks.tick()  # raises where the window that is gone still listens

    assert place.is_small_seen


def test_at_the_end_nothing_stays(place: Place, panel: Panel) -> None:
    place.outside.start()
    place.outside.stop()
    place.window.hide()

    assert not place.is_small_seen
    assert not panel.shows


@pytest.mark.parametrize("looks", [1, 3, len(WAITS) + 1])
def test_a_hidden_start_waits_for_the_tray(qtbot: QtBot, looks: int) -> None:
    owner, seen, went = QWidget(), [], []
    qtbot.addWidget(owner)

    def is_there() -> bool:
        seen.append(True)
        return len(seen) == looks

    wait = TrayWait(is_there, lambda: went.append(True), owner)
    wait.start()
    while wait._timer.isActive():
        wait._timer.stop()
        wait.look()

    assert len(seen) == looks
    assert went == [True]


def test_it_does_not_wait_for_ever(qtbot: QtBot) -> None:
    owner, waits, went = QWidget(), [], []
    qtbot.addWidget(owner)
    wait = TrayWait(lambda: False, lambda: went.append(True), owner)

    wait.look()
    while wait._timer.isActive():
        waits.append(wait._timer.interval())
        wait.look()

    assert waits == list(WAITS)
    assert sum(waits) == 20_000
    assert went == [True]


def test_a_wait_can_be_ended(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    wait = TrayWait(lambda: False, lambda: None, owner)
    wait.start()

    wait.stop()

    assert not wait._timer.isActive()


def test_somebody_who_comes_ends_the_wait_once(qtbot: QtBot) -> None:
    owner, went = QWidget(), []
    qtbot.addWidget(owner)
    wait = TrayWait(lambda: False, lambda: went.append(True), owner)
    wait.hurry()
    assert went == []
    wait.start()

    wait.hurry()
    wait.hurry()

    assert went == [True]
    assert not wait._timer.isActive()
