"""What somebody is told who should ask a doctor or midwife first, wherever it is told."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from coreapp.i18n import _
from coreapp.services.guide_words import ask_first_words, doctor_link, standing_line
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text


class AskFirstNote(QFrame):
    """The two sentences, on a ground of their own.

    Attributes:
        column: more can be put beneath them.
    """

    def __init__(self) -> None:
        super().__init__()
        words = ask_first_words()
        self.setProperty("role", "highlight")
        self.setAccessibleName(f"{words.level} {words.step}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 14, 20, 14)
        self.column.setSpacing(4)
        self.column.addWidget(make_text(words.level, Type.BODY_STRONG))
        self.column.addWidget(make_text(words.step))


class AskFirstCard(AskFirstNote):
    """The same on a page, until somebody says that a doctor or midwife has been asked.

    Signals:
        settled: it has been asked.
        signs_requested: the article with all signs is wanted.
    """

    settled = Signal()
    signs_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("ask_first")
        self._settle = Button(theme, _("I have asked"), size=ButtonSize.SMALL)
        self._settle.setObjectName("ask_first_settle")
        self._signs = Button(theme, doctor_link(), ButtonKind.QUIET, size=ButtonSize.SMALL)
        buttons = FlowLayout(12, 8)
        buttons.addWidget(self._settle)
        buttons.addWidget(self._signs)
        self.column.addWidget(make_text(standing_line(), Type.CAPTION, "ink2"))
        self.column.addSpacing(6)
        self.column.addLayout(buttons)
        self._settle.clicked.connect(self.settled)
        self._signs.clicked.connect(self.signs_requested)
