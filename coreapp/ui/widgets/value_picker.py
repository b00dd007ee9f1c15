"""What charts and rows of bars have in common: one of their values is looked at, and told."""

from abc import abstractmethod
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.spoken_slider import SpokenSlider

NOTHING: Final = -1
"""The index of no value."""
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ValuePicker(SpokenSlider):
    """Values of which one is looked at; a click or the arrow keys look at another.

    The value that is looked at is the accessible name, so a screen reader tells it when it changes;
    the mouse gets it as a tool tip.

    Signals:
        value_chosen: the person looks at the value of this index now.
    """

    value_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._index = NOTHING
        theme.changed.connect(self._follow_theme)

    @abstractmethod
    def value_count(self) -> int:
        """Return how many values there are."""

    @abstractmethod
    def value_text(self, index: int) -> str:
        """Return a value in words."""

    @abstractmethod
    def index_at(self, spot: QPointF) -> int:
        """Return the value at a spot of the widget, NOTHING where there is none."""

    def can_choose(self, index: int) -> bool:
        """Return whether a value can be looked at; all of them, if a subclass does not say."""
        return True

    def accessible_text(self, index: int) -> str:
        """Return what a screen reader tells when a value is looked at; the value alone."""
        return self.value_text(index) if index != NOTHING else ""

    def neighbour(self, index: int, key: Qt.Key) -> int | None:
        """Return the value a key leads to; None for a key that leads nowhere."""
        step = _STEPS.get(key)
        return None if step is None else index + step

    @property
    def chosen_index(self) -> int:
        """The value that is looked at, NOTHING if none is."""
        return self._index

    def look_at(self, index: int) -> None:
        """Look at a value, silently; NOTHING looks at none, and an unknown one changes nothing."""
        if not NOTHING <= index < self.value_count():
            return
        self._index = index
        self.setAccessibleName(self.accessible_text(self._index))
        self.tell_value(index, self.value_count() - 1)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the value that was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(self.index_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what belongs to the press."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows."""
        target = self._target(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._go(target)

    def event(self, event: QEvent) -> bool:
        """Tell the value under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.index_at(QPointF(event.pos()))
            text = self.value_text(index) if index != NOTHING else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _target(self, key: Qt.Key) -> int | None:
        """Return the value a key leads to; None for a key that leads nowhere."""
        able = [index for index in range(self.value_count()) if self.can_choose(index)]
        if not able:
            return None
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            return able[0 if key is Qt.Key.Key_Home else -1]
        if self._index == NOTHING and key in _STEPS:
            return able[0 if key is Qt.Key.Key_Right else -1]
        target = self.neighbour(max(0, self._index), key)
        return None if target is None else max(able[0], min(able[-1], target))

    def _go(self, index: int) -> None:
        if index in {NOTHING, self._index} or not self.can_choose(index):
            return
        self.look_at(index)
        self.value_chosen.emit(index)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
