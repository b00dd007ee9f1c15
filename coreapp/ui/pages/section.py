"""Titled parts of a page: a small heading with its icon, and texts beneath it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text


class Section(Block):
    """A heading with what belongs to it.

    Attributes:
        column: what stands below the heading.
        head: the row of the heading; more can be put at its end.
    """

    def __init__(
        self, theme: Theme, title: str, icon: Icon | None = None, colour: str = "ink2"
    ) -> None:
        super().__init__()
        self._heading = make_text(title, Type.TITLE)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        if icon is not None:
            mark = IconLabel(theme, icon, colour)
            self.head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self._heading, 1)
        self.column.addLayout(self.head)

    def add_texts(self, texts: Sequence[str], tone: str = "ink2", kind: Type = Type.BODY) -> None:
        """Add paragraphs."""
        for text in texts:
            self.column.addWidget(make_text(text, kind, tone))

    def finish(self) -> None:
        """Keep everything at the top where there is more room than needed."""
        self.column.addStretch(1)
