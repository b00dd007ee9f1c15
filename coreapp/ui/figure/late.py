"""Figures for a whole page of cards, drawn one at a time between events.

One that was never seen takes 30 ms: a third to read its file, a third to place its joints, the rest
to paint. All at once would hold up the page that is just opening, and a key that is pressed.
"""

from collections.abc import Hashable, Iterator

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme.theme import Theme


class LateFigures(QObject):
    """Keeps a picture for each shot; what is not there yet comes a moment later."""

    drawn = Signal()
    """One more picture is there: paint again."""

    def __init__(self, theme: Theme, art: FigureArt, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._art = art
        self._pictures: dict[FigureShot, tuple[Hashable, QPixmap]] = {}
        self._wanted: dict[FigureShot, tuple[QSize, float]] = {}
        self._steps: Iterator[None] = iter(())
        self._seen = art.late_steps
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def find(self, shot: FigureShot, size: QSize, dpr: float) -> QPixmap | None:
        """Return a picture, to be scaled to `size`; None while there is none of any size.

        Args:
            shot: what it shows.
            size: in logical pixels.
            dpr: device pixels in one of them.
        """
        key, picture = self._pictures.get(shot, (None, None))
        if key == self._key(size, dpr):
            return picture
        kept = self._art.kept_pixmap(shot, size, self._theme.tokens, dpr)
        if kept is not None:
            self._pictures[shot] = (self._key(size, dpr), kept)
            return kept
        self._wanted[shot] = (size, dpr)
        self._timer.start()
        return picture

    @property
    def is_drawing(self) -> bool:
        """Whether pictures that were looked for are still to come."""
        return bool(self._wanted)

    def stop(self) -> None:
        """Draw nothing more until something is looked for again."""
        self._wanted.clear()
        self._steps = iter(())
        self._timer.stop()

    def _go_on(self) -> None:
        """Take one step: the events that came meanwhile go before the next.

        One of many does it in each turn of the event loop: the others see that it was done.
        """
        if self._seen != self._art.late_steps:
            self._seen = self._art.late_steps
            return
        self._seen = self._art.late_steps = self._seen + 1
        try:
            next(self._steps)
        except StopIteration:
            self._steps = self._draw_one(next(iter(self._wanted)))
            next(self._steps)

    def _draw_one(self, shot: FigureShot) -> Iterator[None]:
        if self._art.has(shot.exercise):
            yield
            # What is placed now is kept for the paint.
            self._art.staging(shot, small=True)
            yield
        size, dpr = self._wanted.pop(shot)
        picture = self._art.pixmap(shot, size, self._theme.tokens, dpr)
        self._pictures[shot] = (self._key(size, dpr), picture)
        if not self._wanted:
            self._timer.stop()
        self.drawn.emit()
        yield

    def _key(self, size: QSize, dpr: float) -> Hashable:
        return (size.width(), size.height(), dpr, self._theme.tokens.name, self._art.person)
