"""The head of a page whose controls go beneath the title where they have no room beside it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coreapp.ui.theme.fonts import Type
from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text

_GAP = 12


class PageHead(QWidget):
    """A title at the left, controls at the right or beneath.

    Args:
        title: what the page is called.
        controls: what can be done on it.
        ask: what tells about it; it stays with the title.
    """

    def __init__(self, title: str, *controls: QWidget, ask: QWidget | None = None) -> None:
        super().__init__()
        self._title = make_text(title, Type.PAGE) if ask is None else make_label(title, Type.PAGE)
        self._ask = ask
        self._controls = controls
        side = QWidget()
        row = FlowLayout(_GAP, _GAP, centred=True)
        for control in controls:
            row.addWidget(control)
        side.setLayout(row)
        both = BesideLayout(self._least_beside, _GAP, _GAP)
        both.add(self._naming(), 1)
        both.add(side, 0)
        self.setLayout(both)
        # The head takes the width it is given, and folds to it.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)

    def _naming(self) -> QWidget:
        if self._ask is None:
            return self._title
        naming = QWidget()
        row = QHBoxLayout(naming)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP // 2)
        row.addWidget(self._title)
        row.addWidget(self._ask)
        row.addStretch(1)
        return naming

    def _least_beside(self) -> float:
        """Return the width in which title and controls have room in one row."""
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        if self._ask is not None:
            title += self._ask.sizeHint().width() + _GAP // 2
        beside = (each.sizeHint().width() + _GAP for each in self._controls if not each.isHidden())
        return title + sum(beside)
