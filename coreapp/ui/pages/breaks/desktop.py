"""The self-test: what this desktop can tell and show, and the remedy where it cannot."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.services.desk_check import Check, CheckState, state_word, summary
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonSize
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_text

_LOOKS: Final = {
    CheckState.WORKS: (Icon.CHECK, "done_text", "done"),
    CheckState.IN_PART: (Icon.WARNING, "ready_text", "ready"),
    CheckState.UNSURE: (Icon.WARNING, "ready_text", "ready"),
    CheckState.OFF: (Icon.MINUS, "ready_text", "ready"),
    CheckState.MISSING: (Icon.CLOSE, "danger", "danger"),
}
_COLUMN: Final = 340
"""So wide a column of checks has to be at 100 % text, at least."""


class DesktopCard(Card):
    """Each thing with shape, word and colour, how it is asked, what it says now, and what helps.

    Signals:
        look_requested: everything is to be looked at again.
        bar_requested: the prompt bar is to be shown, to try it.
        notice_requested: the same for a notification.
        tone_requested: the same for tone and voice.
    """

    look_requested = Signal()
    bar_requested = Signal()
    notice_requested = Signal()
    tone_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("This desktop"))
        self.title.setMinimumHeight(metrics.HIT_MIN)
        self._theme = theme
        self._summary = make_label("", tone="ink2")
        self._buttons = QWidget()
        self._groups = QWidget()
        self._grid = QGridLayout(self._groups)
        self._checks: tuple[Sequence[Check], Sequence[Check]] = ((), ())
        self._columns = 0
        self._lay_out()

    def show_checks(self, senses: Sequence[Check], shows: Sequence[Check]) -> None:
        """Show what is known now.

        Args:
            senses: what the desktop tells; empty where nothing is asked.
            shows: what can be shown and heard on it.
        """
        if (senses, shows) == self._checks:
            return
        self._checks = (senses, shows)
        self._summary.setText(summary([*senses, *shows]))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make as many columns as there is room for."""
        super().resizeEvent(event)
        self._fill_for_width()

    def _lay_out(self) -> None:
        self.head.addWidget(self._summary)
        flow = FlowLayout(spacing=8, line_spacing=8)
        for text, asked in (
            (_("Look again"), self.look_requested),
            (_("Show the bar"), self.bar_requested),
            (_("Send a notification"), self.notice_requested),
            (_("Play a tone"), self.tone_requested),
        ):
            button = Button(self._theme, text, size=ButtonSize.SMALL)
            button.clicked.connect(asked)
            flow.addWidget(button)
        self._buttons.setLayout(flow)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(40)
        self._grid.setVerticalSpacing(16)
        # The card takes the width it is given, and makes its columns to it.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.body.addWidget(self._buttons)
        self.body.addSpacing(8)
        self.body.addWidget(self._groups)
        self.body.addStretch(1)

    def _fill_for_width(self) -> None:
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        least = self._theme.fonts.pixels(_COLUMN)
        columns = 2 if room >= 2 * least + self._grid.horizontalSpacing() else 1
        if columns != self._columns:
            self._columns = columns
            self._fill()

    def _fill(self) -> None:
        clear_layout(self._grid)
        titles = (_("What it tells"), _("What it shows and plays"))
        for place, (title, checks) in enumerate(zip(titles, self._checks, strict=True)):
            column = QVBoxLayout()
            column.setSpacing(14)
            column.addWidget(make_text(title, Type.BODY_STRONG))
            for each in checks:
                column.addLayout(self._row(each))
            if not checks:
                nothing = _("Nothing is asked while the breaks are switched off.")
                column.addWidget(make_text(nothing, tone="ink2"))
            column.addStretch(1)
            self._grid.addLayout(column, *divmod(place, max(1, self._columns)))
        for place in range(2):
            self._grid.setColumnStretch(place, int(place < self._columns))

    def _row(self, each: Check) -> QHBoxLayout:
        icon, colour, tone = _LOOKS[each.state]
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(make_text(each.label), 1)
        head.addWidget(make_label(state_word(each.state), Type.CAPTION_STRONG, tone))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addLayout(head)
        for line in (_how(each), each.remedy):
            if line:
                texts.addWidget(make_text(line, Type.CAPTION, "ink2"))
        row = QHBoxLayout()
        row.setSpacing(10)
        mark = IconLabel(self._theme, icon, colour, 18)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row


def _how(each: Check) -> str:
    """Return what it says now, and how it is asked."""
    if each.says and each.method:
        return f"{each.says} ({each.method})"
    return each.says or each.method
