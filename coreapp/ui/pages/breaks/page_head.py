"""The head of a page whose controls go beneath the title where they have no room beside it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from coreapp.ui.theme.fonts import Type
from coreapp.ui.widgets.labels import make_text

_GAP = 12


class PageHead(QWidget):
    """A title at the left, controls at the right or beneath."""

    def __init__(self, title: str, *controls: QWidget) -> None:
        super().__init__()
        self._title = make_text(title, Type.PAGE)
        self._controls = controls
        side = QHBoxLayout()
        side.setSpacing(_GAP)
        for control in controls:
            side.addWidget(control)
        side.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._title, 1)
        self._row.addLayout(side)
        # The head takes the width it is given, and folds to it.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the controls beneath the title where the row is too short."""
        super().resizeEvent(event)
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        beside = (each.sizeHint().width() + _GAP for each in self._controls if not each.isHidden())
        folded = event.size().width() < title + sum(beside)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if folded else direction.LeftToRight)
