"""What the stages of the tour do with the program: wait, click, look for things, take pictures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractAnimation, QEventLoop, QPropertyAnimation, QRect, QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coreapp.cli.tour.world import TourClock, TourHands
from coreapp.i18n import _
from coreapp.program.program import Program
from coreapp.ui.breaks.played_routine import PlayedRoutine
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.player.player_window import PlayerWindow

DESKTOP = QSize(1280, 800)
"""How much of the screen is shown around a small window, at most."""

DESKTOP_COLOUR = QColor("#8FA3AD")
PATIENCE_MS = 20_000
SETTLE_MS = 250
"""Longer than every movement of the look: a picture shows what comes to rest."""
SHORTEST_STEP = 0.01
"""Time goes on at least by this, in seconds: a deadline may lie in the present."""

Found = TypeVar("Found", bound=QWidget)


class StageError(Exception):
    """A stage did not really happen."""


@dataclass(slots=True)
class Tourist:
    """Drives one program on the tour's clock.

    Attributes:
        size: how large windows are made, where that is up to a person.
        pictures: the files that were saved.
    """

    program: Program
    clock: TourClock
    hands: TourHands
    folder: Path
    size: QSize
    pictures: list[Path] = field(default_factory=list)

    def see(self, name: str, window: QWidget) -> None:
        """Save a picture of a window."""
        self.settle(window)
        self._save(name, window.grab())

    def see_on_desktop(self, name: str, window: QWidget) -> None:
        """Save a picture of a small window on a plain desktop, where it would stand."""
        self.settle(window)
        ratio = window.devicePixelRatioF()
        size = DESKTOP.boundedTo(self.size)
        desktop = QPixmap(size * ratio)
        desktop.setDevicePixelRatio(ratio)
        desktop.fill(DESKTOP_COLOUR)
        picture = window.grab()
        left = (size.width() - window.width()) // 2
        top = size.height() - window.height() - 28
        painter = QPainter(desktop)
        painter.drawPixmap(QRect(left, top, window.width(), window.height()), picture)
        painter.end()
        self._save(name, desktop)

    def settle(self, window: QWidget) -> None:
        """Let a window come to rest: no page comes up any more, and all its figures are drawn.

        Raises:
            StageError: it does not come to rest.
        """
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()
        self.wait_for(lambda: _is_at_rest(window), _("the window does not come to rest"))

    def wait_for(self, happened: Callable[[], bool], what: str) -> None:
        """Wait until something is so.

        Raises:
            StageError: it did not become so.
        """
        waited = 0
        while not happened():
            if waited >= PATIENCE_MS:
                raise StageError(what)
            loop = QEventLoop()
            QTimer.singleShot(20, loop.quit)
            loop.exec()
            waited += 20

    def find(self, parent: QWidget, kind: type[Found], name: str) -> Found:
        """Return a widget by its object name.

        Raises:
            StageError: it is not there or not seen.
        """
        for widget in parent.findChildren(kind, name):
            if widget.isVisible():
                return widget
        raise StageError(_("“{name}” is not to be seen").format(name=name))

    def click(self, parent: QWidget, name: str) -> None:
        """Click a button."""
        self.find(parent, QAbstractButton, name).click()
        QApplication.processEvents()

    def sit(self, seconds: float) -> None:
        """Let time pass at the desk."""
        self._pass_time(seconds, self.program.stage.tick, self.program.breaks.next_call)
        QApplication.processEvents()

    def play(self, player: PlayerWindow | PlayedRoutine, seconds: float) -> None:
        """Let time pass in the player."""
        self._pass_time(seconds, player.tick, player.conductor.live.next_call)
        QApplication.processEvents()

    def play_until(
        self, player: PlayerWindow | PlayedRoutine, happened: Callable[[], bool]
    ) -> None:
        """Let time pass in the player until something is so, or the session is over.

        Raises:
            StageError: it stands still.
        """
        next_call = player.conductor.live.next_call
        last = self.clock.reading().monotonic + 2 * player.conductor.live.timeline.seconds
        while not (player.conductor.is_over or happened()):
            if self.clock.reading().monotonic > last:
                raise StageError(_("the session is not completed"))
            self._pass_time(next_call() or SHORTEST_STEP, player.tick, next_call)
        QApplication.processEvents()

    def check(self, is_so: bool, what: str) -> None:  # noqa: FBT001  a condition is what it is
        """Make sure of something.

        Raises:
            StageError: it is not so.
        """
        if not is_so:
            raise StageError(what)

    def _pass_time(
        self, seconds: float, tick: Callable[[], None], next_call: Callable[[], float | None]
    ) -> None:
        """Let simulated time pass, and call `tick` at each moment the program asks for."""
        end = self.clock.reading().monotonic + seconds
        while (left := end - self.clock.reading().monotonic) > 0:
            wanted = next_call()
            self.clock.advance(left if wanted is None else min(left, max(wanted, SHORTEST_STEP)))
            tick()

    def _save(self, name: str, picture: QPixmap) -> None:
        file = self.folder / f"{len(self.pictures) + 1:02}-{name}.png"
        if not picture.save(str(file)):
            raise StageError(_("{file} cannot be written").format(file=file.name))
        self.pictures.append(file)


def _is_at_rest(window: QWidget) -> bool:
    running = QAbstractAnimation.State.Running
    moves = any(each.state() == running for each in window.findChildren(QPropertyAnimation))
    return not moves and not any(each.is_drawing for each in window.findChildren(LateFigures))
