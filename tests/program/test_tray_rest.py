"""While the window is closed its pages are put away, and come back where one was."""

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from coreapp.program.tray_rest import TrayRest
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.base import Page
from tests.fakes.shipped import shipped_theme


class KeptPage(Page):
    """A page that remembers one word."""

    def __init__(self, theme, gone: list[str], key: PageKey) -> None:
        super().__init__(theme)
        self.word = ""
        self.destroyed.connect(lambda: gone.append(key.value))

    def kept(self) -> Mapping[str, object]:
        return {"word": self.word}

    def take_up(self, kept: Mapping[str, object]) -> None:
        self.word = str(kept["word"])


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.gone: list[str] = []
        self.forgotten: list[bool] = []
        self.is_playing = False
        theme = shipped_theme()
        theme.set_reduced_motion(reduced=True)

        def make(key: PageKey) -> Page:
            return KeptPage(theme, self.gone, key)

        self.window = MainWindow(theme, make, make, make)
        qtbot.addWidget(self.window)
        self.parent = QObject()
        self.rest = TrayRest(
            self.window, lambda: self.is_playing, lambda: self.forgotten.append(True), self.parent
        )

    def open(self) -> None:
        self.window.go(Place(PageKey.TODAY))
        self.window.show()
        self.window.go(Place(PageKey.LOG))

    def close_for_a_minute(self) -> None:
        self.window.hide()
        assert self.rest._timer.isActive()
        self.pass_a_minute()

    def pass_a_minute(self) -> None:
        self.rest._timer.stop()
        self.rest._timer.timeout.emit()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


@pytest.fixture
def closed_desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.rest.stop()
    made.window.hide()


@pytest.fixture
def desk(closed_desk: Desk) -> Desk:
    closed_desk.open()
    return closed_desk


def test_pages_go_while_the_window_is_closed_and_come_back_where_one_was(desk: Desk) -> None:
    desk.window.page.word = "bridge"
    desk.close_for_a_minute()
    assert sorted(desk.gone) == ["log", "today"]
    assert desk.forgotten == [True]
    assert not desk.rest._timer.isActive()

    desk.window.go(desk.window.place)
    desk.window.show()

    assert desk.window.place == Place(PageKey.LOG)
    assert desk.window.page.word == "bridge"


def test_who_comes_back_at_once_finds_the_page_as_it_was(desk: Desk) -> None:
    page = desk.window.page
    desk.window.hide()
    desk.window.show()

    assert not desk.rest._timer.isActive()
    assert desk.window.page is page


def test_nothing_waits_while_the_window_was_never_opened(closed_desk: Desk) -> None:
    assert not closed_desk.rest._timer.isActive()

    closed_desk.window.go(Place(PageKey.TODAY))
    assert not closed_desk.rest._timer.isActive()


def test_what_was_put_away_is_not_put_away_again(desk: Desk) -> None:
    desk.close_for_a_minute()
    assert not desk.rest._timer.isActive()

    desk.window.go(Place(PageKey.TODAY))
    assert not desk.rest._timer.isActive()
    assert desk.forgotten == [True]


def test_nothing_goes_while_somebody_trains(desk: Desk) -> None:
    desk.is_playing = True
    desk.close_for_a_minute()
    assert desk.gone == []
    assert desk.forgotten == []

    desk.is_playing = False
    assert desk.rest._timer.isActive()
    desk.pass_a_minute()
    assert sorted(desk.gone) == ["log", "today"]


def test_nothing_goes_below_an_open_dialog(desk: Desk, qtbot: QtBot) -> None:
    dialog = QDialog(desk.window)
    dialog.show()
    desk.close_for_a_minute()
    assert desk.gone == []

    dialog.close()
    desk.pass_a_minute()
    assert sorted(desk.gone) == ["log", "today"]


def test_what_a_session_leaves_goes_though_the_window_was_never_opened(closed_desk: Desk) -> None:
    closed_desk.rest.begin()
    assert closed_desk.rest._timer.isActive()

    closed_desk.pass_a_minute()
    assert closed_desk.forgotten == [True]
    closed_desk.open()
    assert closed_desk.window.isVisible()


def test_after_a_session_nothing_goes_while_somebody_looks(desk: Desk) -> None:
    desk.rest.begin()
    assert not desk.rest._timer.isActive()


def test_a_stopped_program_looks_no_longer(desk: Desk) -> None:
    desk.rest.stop()
    desk.window.hide()
    assert not desk.rest._timer.isActive()
