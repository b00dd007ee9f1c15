"""Small parts that several pages are made of."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QWidget

from coreapp.ui.figure.art import FigureArt, FigureShot
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


class ExercisePicture(QLabel):
    """A small still picture of an exercise."""

    def __init__(self, theme: Theme, art: FigureArt, exercise: str, size: int) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._exercise = exercise
        self._size = QSize(size, size)
        self.setFixedSize(self._size)
        theme.changed.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw when it is seen: before, the screen's scale is not known."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if self._art.has(self._exercise):
            moment = self._art.best_moment(self._exercise)
            shot = FigureShot(self._exercise, moment=moment)
            tokens, ratio = self._theme.tokens, self.devicePixelRatioF()
            self.setPixmap(self._art.pixmap(shot, self._size, tokens, ratio))
