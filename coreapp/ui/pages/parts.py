"""Small parts that several pages are made of."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label


def page_head(title: str, *controls: QWidget) -> QHBoxLayout:
    """Return the head of a page: its title left, controls right."""
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(make_label(title, Type.PAGE), 1)
    for control in controls:
        head.addWidget(control)
    return head


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


class ExercisePicture(QWidget):
    """A small still picture of an exercise; it comes a moment after the page."""

    def __init__(self, theme: Theme, art: FigureArt, exercise: str, size: int) -> None:
        super().__init__()
        self._shot = FigureShot(exercise) if art.has(exercise) else None
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
            QPainter(self).drawPixmap(self.rect(), picture)
