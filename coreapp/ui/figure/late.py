"""Figures for a whole page of cards, which come a moment after the page."""

from collections.abc import Generator, Hashable
from functools import partial

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme.theme import Theme


class LateFigures(QObject):
    """Keeps a picture for each shot; what is not there yet is drawn while nothing else is to do."""

    drawn = Signal()
    """One more picture is there: paint again."""

    shot_drawn = Signal(object)
    """The shot whose picture is there: for those who know where to paint it."""

    def __init__(self, theme: Theme, art: FigureArt, parent: QObject) -> None:
        """Wait for nothing yet.

        Args:
            theme: the look.
            art: draws the figures.
            parent: where they stand; nothing is drawn for a widget that is not seen.
        """
        super().__init__(parent)
        self._theme = theme
        self._art = art
        self._pictures: dict[FigureShot, tuple[Hashable, QPixmap]] = {}
        self._wanted: dict[FigureShot, tuple[QSize, float]] = {}
        self._number = id(self)
        self.destroyed.connect(partial(art.queue.leave, self._number))

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
        # What a page shows many times is looked for once.
        is_wanted = self._wanted.get(shot) == (size, dpr)
        kept = None if is_wanted else self._art.kept_pixmap(shot, size, self._theme.tokens, dpr)
        if kept is not None:
            self._pictures[shot] = (self._key(size, dpr), kept)
            return kept
        self._wanted[shot] = (size, dpr)
        self._art.queue.join(self._number, self)
        return picture

    @property
    def is_drawing(self) -> bool:
        """Whether pictures that were looked for are still to come."""
        return bool(self._wanted)

    @property
    def is_looked_at(self) -> bool:
        """Whether what they stand in is on the screen, as far as it can be told."""
        place = self.parent()
        return not isinstance(place, QWidget) or place.isVisible()

    def stop(self) -> None:
        """Draw nothing more until something is looked for again."""
        self._wanted.clear()
        self._art.queue.leave(self._number)

    def steps(self) -> Generator[None, None, None]:
        """Draw all that is wanted, with a pause after every few milliseconds."""
        while self._wanted:
            shot = next(iter(self._wanted))
            try:
                yield from self._draw(shot)
            except Exception:
                # Its place stays empty; the next paint asks for the others anew.
                self._wanted.pop(shot, None)
                self._tell(shot)
                raise

    def _draw(self, shot: FigureShot) -> Generator[None, None, None]:
        if self._art.has(shot.exercise):
            yield
            # What is placed now is kept for the paint.
            yield from self._art.stage_steps(shot)
            yield
        wanted = size, dpr = self._wanted[shot]
        key, tokens = self._key(size, dpr), self._theme.tokens
        picture = self._art.kept_pixmap(shot, size, tokens, dpr)
        if picture is None:
            picture = yield from self._art.pixmap_steps(shot, size, tokens, dpr)
        self._pictures[shot] = (key, picture)
        if self._wanted.get(shot) == wanted:  # else another size was asked for meanwhile
            del self._wanted[shot]
        self._tell(shot)
        yield

    def _tell(self, shot: FigureShot) -> None:
        self.drawn.emit()
        self.shot_drawn.emit(shot)

    def _key(self, size: QSize, dpr: float) -> Hashable:
        return (size.width(), size.height(), dpr, self._theme.tokens.name, self._art.person)
