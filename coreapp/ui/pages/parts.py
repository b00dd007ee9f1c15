"""Small parts that several pages are made of."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import strength
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.film_strip import USUAL
from coreapp.ui.widgets.labels import make_text

FILM: Final = replace(USUAL, follows=True)
"""A strip that shares its card with other things, and grows with the text."""
_FADED: Final = 0.5
_NARROW_PADDING: Final = 20


def page_head(title: str, *controls: QWidget) -> QHBoxLayout:
    """Return the head of a page: its title left, controls right."""
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(make_text(title, Type.PAGE), 1)
    for control in controls:
        head.addWidget(control)
    return head


def card_padding(*, narrow: bool) -> int:
    """Return how far what is in a card stands from its edge: the same for all cards of a page."""
    return _NARROW_PADDING if narrow else metrics.CARD_PADDING


def at_top(widget: QWidget) -> QWidget:
    """Return a widget in which another one is no higher than it needs."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return around


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


def order_keys(before: QWidget, *parts: QWidget) -> None:
    """Let Tab go from a widget, or the last one before it, through parts with all that is in them.

    Qt goes by when a widget was made, not by where it stands.
    """
    stop: QWidget | None = before
    while stop is not None and not _takes_keys(stop):
        stop = stop.previousInFocusChain()
    window = before.window()  # what opens over it has keys of its own
    for each in (each for part in parts for each in (part, *part.findChildren(QWidget))):
        if stop is not None and _takes_keys(each) and each.window() is window:
            QWidget.setTabOrder(stop, each)
            stop = each


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


class ExercisePicture(QWidget):
    """A small still picture of an exercise; it comes a moment after the page.

    Args:
        theme: the look.
        art: draws the figure.
        exercise: which one; nothing is painted for an unknown one.
        size: side of the square, in pixels.
        faded: paint it half as strong, for what is done.
    """

    def __init__(
        self, theme: Theme, art: FigureArt, exercise: str, size: int, *, faded: bool = False
    ) -> None:
        super().__init__()
        # Not asked whether there is one: that reads its file, and the page would wait for it.
        self._shot = FigureShot(exercise) if exercise else None
        self._theme = theme
        self._is_faded = faded
        self._figures = LateFigures(theme, art, self)
        self.setFixedSize(size, size)
        self._figures.drawn.connect(self.update)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, if it is there yet."""
        if self._shot is None:
            return
        picture = self._figures.find(self._shot, self.size(), self.devicePixelRatioF())
        if picture is not None:
            painter = QPainter(self)
            tokens = self._theme.tokens
            painter.setOpacity(strength(tokens, _FADED) if self._is_faded else 1.0)
            painter.drawPixmap(self.rect(), picture)


def title_and_line(title: str, line: str) -> QWidget:
    """Return a title with a line beneath it."""
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(make_text(title, Type.BODY_STRONG))
    column.addWidget(make_text(line, Type.CAPTION, "ink2"))
    column.addStretch(1)
    return words
