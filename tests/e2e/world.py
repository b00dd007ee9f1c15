"""One person's computer: the whole program on its real windows and files, on simulated time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar
from weakref import WeakSet

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from coreapp import i18n
from coreapp.bootstrap import Services
from coreapp.desktop.paths import find_paths
from coreapp.program.program import Program
from coreapp.services.log_ports import Database
from coreapp.services.playing import Request
from coreapp.ui.breaks.played_routine import PlayedRoutine
from coreapp.ui.breaks.watchdog import NullWatchdog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.painting import FigurePainting
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.settings.page import SettingsPage
from coreapp.ui.pages.today.page import TodayPage
from coreapp.ui.player.player_window import PlayerWindow
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeDeskSenses
from tests.patient_bot import PATIENCE_MS

Found = TypeVar("Found", bound=QWidget)
Played = TypeVar("Played", PlayerWindow, PlayedRoutine)

STRIDE = 4.0
"""Seconds of a session that pass at once where only its end is wanted; every phase is longer, and
a longer gap would be a sleep of the machine."""


class World:
    """The program in the data folder that the environment names."""

    def __init__(
        self,
        qtbot: QtBot,
        clock: FakeClock,
        database: Database | None = None,
        *,
        is_new: bool = False,
        moves: bool = False,
    ) -> None:
        """Make it; nothing runs yet.

        Args:
            qtbot: waits.
            clock: tells the time.
            database: keeps the log, in the place of the one in the folder.
            is_new: whoever opens the window has not been welcomed yet.
            moves: figures move and pages fade in, thirty pictures a second; most tests do without.
        """
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot = qtbot
        self.clock = clock
        self.hands = FakeDeskSenses(clock)
        self.services = Services(find_paths(), clock, database)
        first_start = self.services.first_start  # now: it looks whether there are settings yet
        if not is_new:
            first_start.finish()
        if not moves:
            self.services.preferences.change({"reduced_motion": True})
        self.services.use_language()
        self.program = Program(app, self.services, self.hands, NullWatchdog())
        # At which moment one would come depends on the machine: pages come with their first visit.
        self.program.early_pages.stop()
        self.is_running = False

    @property
    def home(self) -> Path:
        """The data folder."""
        return self.services.paths.data

    @property
    def player(self) -> PlayerWindow:
        """The player; there must be one."""
        player = self.program.sessions.player
        assert player is not None, "no player is open"
        return player

    @property
    def routine(self) -> PlayedRoutine:
        """What is played in the break; there must be something."""
        routine = self.program.sessions.in_break.routine
        assert routine is not None, "nothing is played in the break"
        return routine

    @property
    def banner(self) -> str:
        """What the banner says; empty while it is not there."""
        banner = self.program.window.banner
        return "" if banner.isHidden() else banner.accessibleName()

    def start(self, *words: str, log: bool = True) -> "World":
        """Start the program, and wait until its log is open, or known to be closed."""
        self.is_running = True
        opened = []
        self.program.log_opened.connect(lambda: opened.append(True))
        self.program.start(list(words or ("show",)))
        if log:
            self.qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE_MS)
        else:
            self.qtbot.waitUntil(lambda: bool(self.banner), timeout=PATIENCE_MS)
        self.settle()
        return self

    def stop(self) -> None:
        """End the program in good order."""
        if self.is_running:
            self.is_running = False
            self.program.stop()
            self.settle()
            self.program.window.deleteLater()
            self.settle()

    def settle(self) -> None:
        """Let Qt carry out what it put off."""
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        window = self.program.window
        if not self.is_running or window.is_covered or not window.isVisible():
            return
        if isinstance(page := window.page, TodayPage | SettingsPage):
            # Some of it comes after the paint; what is not seen is not painted.
            self.qtbot.waitUntil(lambda: page.is_settled or not page.isVisible())

    def open_page(self, key: PageKey) -> QWidget:
        """Choose a page in the list at the left; a window in the tray opens on it."""
        window = self.program.window
        if window.isVisible():
            self.click(window, f"nav_{key.value}")
        else:
            # Today, with which it opens otherwise, is not even made: most of a start.
            self.program.open_page(key)
            self.program.show_window()
            self.settle()
        return window.page

    def find(self, parent: QWidget, name: str, kind: type[Found] = QAbstractButton) -> Found:
        """Return what is seen under an object name, a text or a name read aloud."""
        found = [
            each
            for each in parent.findChildren(kind)
            if each.isVisible() and name in _names_of(each)
        ]
        assert found, f"“{name}” is not to be seen; there are {buttons_of(parent)}"
        return found[0]

    def click(self, parent: QWidget, name: str) -> None:
        """Click a button with the mouse."""
        button = self.find(parent, name)
        assert button.isEnabled(), f"“{name}” cannot be clicked"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def choose(self, parent: QWidget, text: str) -> None:
        """Choose a text in the list that offers it."""
        combos = parent.findChildren(QComboBox)
        combo = next(each for each in combos if each.isVisible() and each.findText(text) >= 0)
        combo.setCurrentIndex(combo.findText(text))
        combo.activated.emit(combo.currentIndex())
        self.settle()

    def begin(self, routine: str) -> None:
        """Let a routine begin, as from a button that starts it."""
        self.program.play(Request(routine))
        self.settle()

    def sit(self, seconds: float) -> None:
        """Let time pass at the desk; the breaks are called when they want to be."""
        breaks, stage = self.program.breaks, self.program.stage
        end = self.clock.reading().boot + seconds
        while (left := end - self.clock.reading().boot) > 0:
            wanted = breaks.next_call()
            self.clock.advance(left if wanted is None else min(left, max(wanted, 0.01)))
            stage.tick()
        self.settle()

    def play(self, until: Callable[[PlayerWindow], bool] | None = None) -> None:
        """Let time pass in the player: to its end in strides, or to its own deadlines `until`."""
        self._play(self.player, until)

    def play_break(self, until: Callable[[PlayedRoutine], bool] | None = None) -> None:
        """Let time pass in the routine of a break, as `play` does."""
        self._play(self.routine, until)

    def _play(self, player: Played, until: Callable[[Played], bool] | None) -> None:
        least = 0.01 if until else STRIDE
        while not player.conductor.is_over and not (until and until(player)):
            wait = player.conductor.live.next_call()
            assert wait is not None, "the session waits for somebody"
            self.clock.advance(max(wait, least))
            player.tick()
        self.settle()


@contextmanager
def plain_look_after() -> Iterator[None]:
    """Take look, language and formats off again, and let go of what was made with them.

    All tests share one application.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    sheet, palette, font, style = (
        app.styleSheet(),
        app.palette(),
        app.font(),
        app.style().objectName(),
    )
    # Not their numbers: what is gone meanwhile leaves its own to parts of the program that ends.
    before = WeakSet(_on_their_own())
    try:
        yield
    finally:
        _let_go([each for each in _on_their_own() if each not in before])
        app.setStyleSheet(sheet)
        app.setPalette(palette)
        app.setFont(font)
        app.setStyle(style)
        QLocale.setDefault(QLocale.c())
        i18n.install(find_paths().translations, "en")


def leave_figures_unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give figures their room and no more: to paint them takes its time, and has its own tests."""
    square = SimpleNamespace(frame=QRectF(0, 0, 1, 1))
    monkeypatch.setattr(FigurePainting, "stage", lambda *_told, **_more: square)
    monkeypatch.setattr(FigurePainting, "paint_steps", lambda *_told, **_more: iter(()))
    # Pictures are kept for the whole process: these must not be found where figures are painted.
    usual = FigureArt._cache_key
    monkeypatch.setattr(FigureArt, "_cache_key", lambda *told: f"unpainted {usual(*told)}")


def _on_their_own() -> list[QObject]:
    """Return what belongs to nothing else in Qt: parts of programs, and menus of trays."""
    return [
        each
        for each in getAllValidWrappers()
        if _may_stand_alone(type(each)) and each.parent() is None
    ]


@cache
def _may_stand_alone(kind: type) -> bool:
    if not issubclass(kind, QObject):
        return False
    return kind.__module__.startswith("coreapp.") or issubclass(kind, QMenu)


def _let_go(parts: list[QObject]) -> None:
    """Take apart what the end of a process takes with it.

    A signal holds what it is connected to, where Python does not find it: whole programs would stay
    until the last test, and make each test slower than the one before.
    """
    for part in parts:
        part.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _names_of(widget: QWidget) -> set[str]:
    names = {widget.objectName(), widget.accessibleName()}
    if isinstance(widget, QAbstractButton):
        names.add(widget.text())
    return names - {""}


def buttons_of(parent: QWidget) -> list[str]:
    """Return what can be clicked."""
    buttons = parent.findChildren(QAbstractButton)
    return [each.text() or each.accessibleName() for each in buttons if each.isVisible()]


def texts_of(parent: QWidget) -> list[str]:
    """Return every text that is seen."""
    labels = [each.text() for each in parent.findChildren(QLabel) if each.isVisible()]
    return [text for text in labels + buttons_of(parent) if text]
