"""What the stages of the tour do with the program: wait, click, look for things, take pictures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QRect, QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coreapp.cli.tour.world import TourClock, TourHands
from coreapp.i18n import _
from coreapp.program.program import Program

WINDOW = QSize(1440, 900)
DESKTOP = QSize(1280, 800)
DESKTOP_COLOUR = QColor("#8FA3AD")
PATIENCE_MS = 20_000
SETTLE_MS = 250
"""Longer than every movement of the look: a picture shows what comes to rest."""

Found = TypeVar("Found", bound=QWidget)


class StageError(Exception):
    """A stage did not really happen."""


@dataclass(slots=True)
class Tourist:
    """Drives one program on the tour's clock.

    Attributes:
        language: what the pictures are in, for their names.
        pictures: the files that were saved.
    """

    program: Program
    clock: TourClock
    hands: TourHands
    folder: Path
    pictures: list[Path] = field(default_factory=list)

    def see(self, name: str, window: QWidget) -> None:
        """Save a picture of a window."""
        self.settle()
        self._save(name, window.grab())

    def see_on_desktop(self, name: str, window: QWidget) -> None:
        """Save a picture of a small window on a plain desktop, where it would stand."""
        self.settle()
        ratio = window.devicePixelRatioF()
        desktop = QPixmap(DESKTOP * ratio)
        desktop.setDevicePixelRatio(ratio)
        desktop.fill(DESKTOP_COLOUR)
        picture = window.grab()
        left = (DESKTOP.width() - window.width()) // 2
        top = DESKTOP.height() - window.height() - 28
        painter = QPainter(desktop)
        painter.drawPixmap(QRect(left, top, window.width(), window.height()), picture)
        painter.end()
        self._save(name, desktop)

    def settle(self) -> None:
        """Let the windows come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()

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

    def pass_time(self, seconds: float, tick: Callable[[], None], step: float = 1.0) -> None:
        """Let simulated time pass in steps, each noticed by `tick`."""
        while seconds > 0:
            self.clock.advance(min(step, seconds))
            seconds -= step
            tick()
            QApplication.processEvents()

    def check(self, is_so: bool, what: str) -> None:  # noqa: FBT001  a condition is what it is
        """Make sure of something.

        Raises:
            StageError: it is not so.
        """
        if not is_so:
            raise StageError(what)

    def _save(self, name: str, picture: QPixmap) -> None:
        file = self.folder / f"{len(self.pictures) + 1:02}-{name}.png"
        if not picture.save(str(file)):
            raise StageError(_("{file} cannot be written").format(file=file.name))
        self.pictures.append(file)
