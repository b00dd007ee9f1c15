"""The head of a page whose controls go beneath the title where they have no room beside it."""

from PySide6.QtWidgets import QWidget

from coreapp.ui.theme.fonts import Type
from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text

_GAP = 12


class PageHead(QWidget):
    """A title at the left, controls at the right or beneath."""

    def __init__(self, title: str, *controls: QWidget) -> None:
        super().__init__()
        self._title = make_text(title, Type.PAGE)
        self._controls = controls
        side = QWidget()
        row = FlowLayout(_GAP, _GAP, centred=True)
        for control in controls:
            row.addWidget(control)
        side.setLayout(row)
        both = BesideLayout(self._least_beside, _GAP, _GAP)
        both.add(self._title, 1)
        both.add(side, 0)
        self.setLayout(both)
        # The head takes the width it is given, and folds to it.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)

    def _least_beside(self) -> float:
        """Return the width in which title and controls have room in one row."""
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        beside = (each.sizeHint().width() + _GAP for each in self._controls if not each.isHidden())
        return title + sum(beside)
