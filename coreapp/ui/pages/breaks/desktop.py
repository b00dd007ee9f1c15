"""The self-test: what this desktop can tell and show, and the remedy where it cannot."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.services.desk_check import Check, CheckState, state_word, summary
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.later import Step
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.buttons import Button, ButtonSize
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.laid_out_once import laid_out_once

_LOOKS: Final = {
    CheckState.WORKS: (Icon.CHECK, "done_text", "done"),
    CheckState.IN_PART: (Icon.WARNING, "ready_text", "ready"),
    CheckState.UNSURE: (Icon.WARNING, "ready_text", "ready"),
    CheckState.OFF: (Icon.MINUS, "ready_text", "ready"),
    CheckState.MISSING: (Icon.CLOSE, "danger", "danger"),
}
_BESIDE: Final = 720
_MARK: Final = 18
_NEW_ROWS: Final = 3
"""A row takes some milliseconds to make; a key that is pressed meanwhile is not to wait for all."""


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
        self._senses = _CheckList(theme, _("What it tells"))
        self._shows = _CheckList(theme, _("What it shows and plays"))
        self._lay_out()

    def steps(self, senses: Sequence[Check], shows: Sequence[Check]) -> list[Step]:
        """Return steps that show what this desktop can do, with a few new rows in each.

        Args:
            senses: what it tells; nothing where nothing is asked.
            shows: what can be shown and heard on it.
        """
        sum_up = partial(self._summary.setText, summary([*senses, *shows]))
        return [*self._senses.steps(senses), *self._shows.steps(shows), sum_up]

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
        groups = Columns(self._theme, _BESIDE, 40, 16)
        groups.add(self._senses)
        groups.add(self._shows)
        self.body.addWidget(self._buttons)
        self.body.addSpacing(8)
        self.body.addWidget(groups)
        self.body.addStretch(1)


class _CheckList(Block):
    """A column of checks under its title; what is the same stays as it is."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_CheckRow] = []
        self._nothing = make_text(
            _("Nothing is asked while the breaks are switched off."), tone="ink2"
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(make_text(title, Type.BODY_STRONG))
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)

    def steps(self, checks: Sequence[Check]) -> list[Step]:
        """Return steps that show these checks."""
        counts = range(len(self._rows) + _NEW_ROWS, len(checks), _NEW_ROWS)
        return [partial(self._show, checks[:count]) for count in (*counts, len(checks))]

    def _show(self, checks: Sequence[Check]) -> None:
        """Show these checks: of most only a word changes from one look to the next."""
        with laid_out_once(self._column):
            self._nothing.setVisible(not checks)
            while len(self._rows) > len(checks):
                row = self._rows.pop()
                row.hide()
                row.deleteLater()
            for row, check in zip(self._rows, checks, strict=False):
                row.show_check(check)
            for check in checks[len(self._rows) :]:
                self._add(check)

    def _add(self, check: Check) -> None:
        row = _CheckRow(self._theme)
        row.show_check(check)
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()  # now: it takes its room with the others


class _CheckRow(Block):
    """One check: mark, label and state, and beneath them how it is asked and what helps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._check: Check | None = None
        self._mark: IconLabel | None = None
        self._label = make_text("")
        self._state = make_label("", Type.CAPTION_STRONG)
        self._lines = [make_text("", Type.CAPTION, "ink2") for _each in range(2)]
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._label, 1)
        head.addWidget(self._state)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addLayout(head)
        for line in self._lines:
            texts.addWidget(line)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addLayout(texts, 1)

    def show_check(self, check: Check) -> None:
        """Show a check instead of the one before."""
        before, self._check = self._check, check
        if check == before:
            return
        if before is None or before.state is not check.state:
            self._show_state(check.state)
        self._label.setText(check.label)
        for line, text in zip(self._lines, (_how(check), check.remedy), strict=True):
            line.setText(text)
            line.setVisible(bool(text))

    def _show_state(self, state: CheckState) -> None:
        icon, colour, tone = _LOOKS[state]
        if self._mark is not None:
            self._mark.hide()
            self._mark.deleteLater()
        self._mark = IconLabel(self._theme, icon, colour, _MARK)
        self._row.insertWidget(0, self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._state.setText(state_word(state))
        self._state.setProperty("tone", tone)
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)


def _how(each: Check) -> str:
    """Return what it says now, and how it is asked."""
    if each.says and each.method:
        return f"{each.says} ({each.method})"
    return each.says or each.method
