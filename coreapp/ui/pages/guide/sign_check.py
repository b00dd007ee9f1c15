"""The signs that somebody should look at: a check list, and what the ticks ask for in words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.emergency import EmergencyNumbers
from coreapp.domain.guide import Advice, Sign, Verdict, advice_for
from coreapp.i18n import _, pgettext
from coreapp.services.guide_words import numbers_text, standing_line, verdict_words
from coreapp.ui.pages.columns import Columns
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.metrics import RADIUS_KEY
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.card import Stage
from coreapp.ui.widgets.figure_label import FigureLabel
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.press_row import PressRow

BOX: Final = 22
ROW: Final = 48
_BESIDE: Final = 640

_LOOKS: Final = {
    None: (Icon.INFO, "stage", "ink2"),
    Advice.EMERGENCY: (Icon.WARNING, "danger_soft", "danger"),
    Advice.DOCTOR: (Icon.WARNING, "ready_soft", "ready_text"),
    Advice.STOP: (Icon.STOP, "ready_soft", "ready_text"),
    Advice.ASK_FIRST: (Icon.HELP, "rest_soft", "rest_text"),
}
"""Icon, ground and colour of the icon; the words say it as well."""


class TickBox(QWidget):
    """The box of a row; the row is what is pressed."""

    def __init__(self, theme: Theme, row: "SignRow") -> None:
        super().__init__(row)
        self._theme = theme
        self._row = row
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        side = theme.fonts.pixels(BOX)
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and the tick in it."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        checked = self._row.isChecked()
        painter.setPen(QPen(tokens.ink if checked else tokens.border, 2))
        painter.setBrush(tokens.ink if checked else tokens.card)
        painter.drawRoundedRect(box, RADIUS_KEY, RADIUS_KEY)
        if checked:
            self._theme.icons.paint(painter, box.adjusted(2, 2, -2, -2), Icon.CHECK, tokens.card)


class SignRow(PressRow):
    """One sign to be ticked; the whole row can be hit."""

    def __init__(self, theme: Theme, sign: Sign) -> None:
        super().__init__(theme, sign.text)
        self.sign = sign
        self.setCheckable(True)
        self.setObjectName(f"sign_{sign.id}")
        self.setMinimumHeight(theme.fonts.pixels(ROW))
        self.line.setContentsMargins(12, 8, 16, 8)
        self.line.setSpacing(14)
        self.line.addWidget(TickBox(theme, self), 0, Qt.AlignmentFlag.AlignVCenter)
        text = make_text(sign.text)
        text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(text, 1)


class SignCheck(QWidget):
    """All signs; what is ticked is known to nobody but this list, and only while it is seen.

    Signals:
        verdict_changed: the `Verdict` on what is ticked now.
    """

    verdict_changed = Signal(object)

    def __init__(self, theme: Theme, signs: Sequence[Sign]) -> None:
        super().__init__()
        self._rows = [SignRow(theme, sign) for sign in signs]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self._rows:
            column.addWidget(row)
            row.toggled.connect(self._tell)

    @property
    def verdict(self) -> Verdict:
        """What the ticked signs ask for."""
        return advice_for(row.sign for row in self._rows if row.isChecked())

    def clear(self) -> None:
        """Take all ticks away."""
        for row in self._rows:
            row.setChecked(False)

    def _tell(self) -> None:
        self.verdict_changed.emit(self.verdict)


class VerdictPanel(Stage):
    """Says what the ticked signs ask for, with the emergency number always beside it.

    Signals:
        height_changed: what it says now may need another height.
    """

    height_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.stand_alone()
        self._theme = theme
        self._icons = {key: IconLabel(theme, look[0], look[2], 24) for key, look in _LOOKS.items()}
        self._level = make_text(kind=Type.HEADING)
        self._reason = make_text()
        self._step = make_text(kind=Type.BODY_STRONG)
        self._call = make_text(pgettext("emergency number", "In an emergency"), Type.CAPTION_STRONG)
        self._number = FigureLabel(theme)
        self._tail = make_text(_("or your local emergency number"), Type.CAPTION_STRONG)
        self._standing = make_text(standing_line(), Type.CAPTION, "ink2")
        self._is_brief = False
        self._says_little = self._is_certain = True
        self._says_number = False
        self._lay_out()

    @property
    def text(self) -> str:
        """Everything it says now."""
        words = (self._level, self._reason, self._step, self._call, self._number, self._tail)
        return "\n".join(each.text() for each in words if not each.isHidden())

    def show_verdict(self, verdict: Verdict, emergency: EmergencyNumbers) -> None:
        """Show what is asked for, at once and without moving."""
        words = verdict_words(verdict, emergency)
        for key, icon in self._icons.items():
            icon.setVisible(key is verdict.advice)
        self.set_colour(_LOOKS[verdict.advice][1])
        self._level.setText(words.level)
        self._reason.setText(words.reason)
        self._step.setText(words.step)
        self._number.setText(numbers_text(emergency))
        self._is_certain = emergency.is_certain
        self._says_little = verdict.advice is None
        self._says_number = verdict.advice is Advice.EMERGENCY
        self._show_parts()
        self._number.set_kind(Type.FIGURE if self._says_number else Type.HEADING)
        self.setAccessibleName(words.spoken)

    def set_brief(self, *, brief: bool) -> None:
        """Where there is little room, leave out what stands at the end of the article as well.

        And say no more than what to do, while nothing is ticked.
        """
        if brief is not self._is_brief:
            self._is_brief = brief
            self._show_parts()

    def event(self, event: QEvent) -> bool:
        """Tell when words or letters have changed; only then the height is known."""
        is_known = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.height_changed.emit()
        return is_known

    def _show_parts(self) -> None:
        self._standing.setHidden(self._is_brief)
        for part in (self._reason, self._step):
            part.setHidden(self._is_brief and self._says_little)
        # In an emergency the step says whom to call; the number stands large beneath it.
        is_told = self._is_brief and self._says_number
        self._call.setHidden(is_told)
        self._tail.setHidden(is_told or self._is_certain)

    def _lay_out(self) -> None:
        words = QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(4)
        for label in (self._level, self._reason, self._step):
            texts.addWidget(label)
        texts.addSpacing(2)
        texts.addWidget(self._standing)
        texts.addStretch(1)
        mark = QWidget()
        marks = QVBoxLayout(mark)
        marks.setContentsMargins(0, 2, 0, 0)
        for icon in self._icons.values():
            marks.addWidget(icon)
        marks.addStretch(1)
        call = QWidget()
        numbers = QVBoxLayout(call)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.setSpacing(0)
        numbers.addWidget(self._call)
        numbers.addWidget(self._number)
        numbers.addWidget(self._tail)
        numbers.addStretch(1)
        said = QWidget()
        line = QHBoxLayout(said)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(mark)
        line.addWidget(words, 1)
        columns = Columns(self._theme, least=_BESIDE, gap=32, stacked_gap=8)
        columns.add(said)
        columns.add(call, 0)
        self.column.addWidget(columns)
