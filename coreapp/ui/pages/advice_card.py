"""What the rules of training say today: a line each, with the reason on request."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.i18n import _
from coreapp.services.advice import Advice, Hint, is_safety
from coreapp.services.advice_words import hint_reason, hint_text
from coreapp.services.guide_words import doctor_link
from coreapp.services.library import Library
from coreapp.services.next_time_words import EASY_ROUTINE
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text

_ICON: Final = 20


class AdviceLine(QWidget):
    """One hint.

    Attributes:
        why: shows the reason, or hides it again.
        doctor: the way to *when to see a doctor*, where pain is spoken of.

    Signals:
        doctor_requested: the person wants to read when to see a doctor.
    """

    doctor_requested = Signal()

    def __init__(self, theme: Theme, text: str, reason: str, *, is_safety: bool) -> None:
        super().__init__()
        self._reason = make_text(reason, tone="ink2")
        self._reason.hide()
        self.why = Button(theme, _("Why?"), ButtonKind.LINK)
        self.doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        self.doctor.setVisible(is_safety)
        icon = Icon.WARNING if is_safety else Icon.INFO
        tone = "ready_text" if is_safety else "ink2"
        said = make_text(text, Type.BODY_STRONG if is_safety else Type.BODY)
        self.why.setAccessibleDescription(text)
        self._lay_out(IconLabel(theme, icon, tone, _ICON), said)
        self.why.clicked.connect(self._turn)
        self.doctor.clicked.connect(self.doctor_requested)

    @property
    def reason_is_shown(self) -> bool:
        """Whether the reason is to be seen."""
        return not self._reason.isHidden()

    def _turn(self) -> None:
        self._reason.setVisible(self._reason.isHidden())
        self.why.setText(_("Less") if self.reason_is_shown else _("Why?"))

    def _lay_out(self, icon: QWidget, said: QWidget) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(said)
        texts.addWidget(self._reason)
        texts.addWidget(self.doctor, 0, Qt.AlignmentFlag.AlignLeft)
        self.doctor.setStyleSheet("padding: 0;")  # in line with the words above it
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)


class AdviceCard(Card):
    """All hints of today; hidden where there are none.

    Attributes:
        lines: the hints from above to below.
    """

    def __init__(
        self, theme: Theme, advice: Callable[[], Advice], library: Library, shell: Shell
    ) -> None:
        super().__init__()
        self._theme = theme
        self._advice = advice
        self._library = library
        self._shell = shell
        self._shown: Sequence[Hint] = ()
        self.lines: list[AdviceLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.body.addLayout(self._column)
        self.hide()

    @property
    def is_about_safety(self) -> bool:
        """Whether one of the hints is."""
        return any(is_safety(each) for each in self._shown)

    def refresh(self) -> None:
        """Ask the rules again; a reason that is read stays while nothing else is said.

        Raises:
            CoreappError: the log cannot be read.
        """
        hints = self._advice().today()
        if hints != self._shown:
            self._shown = hints
            clear_layout(self._column)
            self.lines.clear()
            easy = self._library.routine_name(EASY_ROUTINE)
            for hint in hints:
                text, reason = hint_text(hint, easy), hint_reason(hint)
                line = AdviceLine(self._theme, text, reason, is_safety=is_safety(hint))
                line.doctor_requested.connect(self._show_doctor)
                self._column.addWidget(line)
                self.lines.append(line)
        self.setVisible(bool(hints))

    def _show_doctor(self) -> None:
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)
