"""The head of a page that says its news in one sentence, with controls beside or beneath it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.ui.theme.fonts import Type
from coreapp.ui.widgets.labels import make_text

_GAP: Final = 12
_SENTENCE: Final = 12.5
"""So many lines' heights the sentence has to be wide, beside controls."""


class NewsHead(QWidget):
    """The name of the page in small letters, its news in large ones."""

    def __init__(self, name: str, *controls: QWidget) -> None:
        super().__init__()
        self._news = make_text("", Type.PAGE)
        self._controls = controls
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_text(name, tone="ink2"))
        words.addWidget(self._news)
        side = QHBoxLayout()
        side.setSpacing(_GAP)
        for control in controls:
            side.addWidget(control, 0, Qt.AlignmentFlag.AlignBottom)
        side.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addLayout(words, 1)
        self._row.addLayout(side)
        # The head takes the width it is given, and folds to it.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)

    def set_news(self, sentence: str) -> None:
        """Say something else."""
        self._news.setText(sentence)

    @property
    def news(self) -> str:
        """The sentence."""
        return self._news.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the controls beneath the sentence where it would have too little room."""
        super().resizeEvent(event)
        beside = sum(each.sizeHint().width() + _GAP for each in self._controls)
        least = _SENTENCE * self._news.fontMetrics().height()
        wanted = min(least, self._news.fontMetrics().horizontalAdvance(self._news.text()))
        folded = event.size().width() < wanted + beside
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if folded else direction.LeftToRight)
