"""Pages are made while somebody looks at the first one, and not when that would be in the way."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.bootstrap import Services
from coreapp.desktop.paths import find_paths
from coreapp.program.early_imports import BUSY_MS
from coreapp.program.early_pages import PAUSE_MS, EarlyPages
from coreapp.ui.background import Background
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.base import Page
from tests.fakes.clock import FakeClock
from tests.fakes.shipped import shipped_theme

ALL = len(PageKey) + 2
"""Every page, an exercise and a programme."""


class Desk:
    """A window of empty pages; the timer is turned by hand."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.is_busy = False
        theme = shipped_theme()
        theme.set_reduced_motion(reduced=True)

        self.made = 0

        def make(_key: object = None) -> Page:
            self.made += 1
            return Page(theme)

        self.window = MainWindow(theme, make, make, make)
        qtbot.addWidget(self.window)
        self.window.go(Place(PageKey.TODAY))
        self.window.show()
        self.background = Background(self.window)
        services = Services(find_paths(), FakeClock())
        self.early = EarlyPages(
            self.window, services, self.background, lambda: self.is_busy, self.window
        )

    @property
    def waits_ms(self) -> int:
        """So long until it looks again; 0 if it does not."""
        timer = self.early._timer
        return timer.interval() if timer.isActive() else 0

    def import_all(self) -> None:
        self.early.begin()
        self.qtbot.waitUntil(lambda: self.early._is_imported)

    def turn(self) -> None:
        """Let the pause be over."""
        self.early._timer.stop()
        self.early._timer.timeout.emit()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.early.stop()
    made.background.wait()


def test_after_the_imports_pages_are_made_one_at_a_time(desk: Desk) -> None:
    assert desk.made == 1
    desk.import_all()
    assert (desk.made, desk.waits_ms, desk.early.are_made) == (1, PAUSE_MS, False)

    for made in range(2, ALL + 1):
        desk.turn()
        assert desk.made == made

    assert desk.early.are_made
    assert desk.waits_ms == 0


def test_nothing_is_made_behind_what_is_played_or_asked(desk: Desk) -> None:
    desk.import_all()
    desk.is_busy = True
    desk.turn()
    assert (desk.made, desk.waits_ms) == (1, BUSY_MS)

    desk.is_busy = False
    desk.window.cover(QWidget())
    desk.turn()
    assert (desk.made, desk.waits_ms) == (1, BUSY_MS)

    desk.window.uncover()
    desk.turn()
    assert (desk.made, desk.waits_ms) == (2, PAUSE_MS)


def test_a_closed_window_wakes_nobody_and_goes_on_when_it_is_opened(desk: Desk) -> None:
    desk.import_all()
    desk.window.hide()
    desk.turn()
    assert (desk.made, desk.waits_ms) == (1, 0)

    desk.window.show()
    desk.early.begin()
    desk.turn()
    assert desk.made == 2


def test_pages_that_were_put_away_are_made_again(desk: Desk) -> None:
    desk.import_all()
    while desk.waits_ms:
        desk.turn()
    assert desk.made == ALL
    desk.window.put_pages_away()

    desk.early.begin()
    desk.turn()

    assert desk.made == ALL + 1


def test_a_program_that_ends_makes_nothing(desk: Desk) -> None:
    desk.import_all()
    desk.early.stop()
    desk.early.begin()

    assert (desk.made, desk.waits_ms) == (1, 0)
