"""The first card of the page of breaks: where sitting stands and why, all that holds, the day."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coreapp.domain.sitting.facts import HoldReason
from coreapp.i18n import _
from coreapp.services.break_holds import HoldLine
from coreapp.services.help_topics import HelpTopic
from coreapp.ui.breaks.ring_look import RingLook
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import WrappedLabel, make_text
from coreapp.ui.widgets.sitting_ring import SittingRing

RING: Final = 128
_BESIDE: Final = 620
_MARK: Final = 18
_ALL: Final = 1000
"""The words have all of the width, up to what they need; what is left stays empty."""
_SLACK: Final = 2
_BUTTON_GAP: Final = 8
_GROWTH: Final = 32
"""So many pixels a button is wider at most when it becomes a big one."""
_MOST_BESIDE: Final = 1.5
"""Above this text factor no word beside the ring has room to spare."""
_HOLD_ICONS: Final = {
    HoldReason.LOCKED: Icon.LOCK,
    HoldReason.SESSION: Icon.PLAY,
    HoldReason.UNKNOWN: Icon.WARNING,
}


class HoldList(QWidget):
    """Everything that keeps the bar away, each with since when and what ends it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: Sequence[HoldLine] | None = None
        self._labels: list[WrappedLabel] = []
        self._ask = HelpButton(theme, HelpTopic.HOLDS)
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 4, 0, 0)
        self._rows.setHorizontalSpacing(10)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnStretch(1, _ALL)
        self._rows.setColumnStretch(3, 1)
        theme.changed.connect(self._fit)
        self.hide()

    def show_lines(self, lines: Sequence[HoldLine]) -> None:
        """Show these instead of the ones before."""
        if lines == self._lines:
            return
        self._lines = lines
        self._rows.removeWidget(self._ask)  # the rest of the layout is deleted
        clear_layout(self._rows)
        self._labels.clear()
        top = Qt.AlignmentFlag.AlignTop
        for row, line in enumerate(lines):
            icon = _HOLD_ICONS.get(line.reason, Icon.PAUSE)
            texts = QVBoxLayout()
            texts.setSpacing(0)
            for label in (
                make_text(line.title, Type.BODY_STRONG),
                make_text(line.ends, Type.CAPTION, "ink2"),
            ):
                texts.addWidget(label)
                self._labels.append(label)
            self._rows.addWidget(IconLabel(self._theme, icon, "rest_text", _MARK), row, 0, top)
            self._rows.addLayout(texts, row, 1)
        self._fit()
        self.setVisible(bool(lines))

    def _fit(self) -> None:
        """Put the question mark behind the words; beneath, where large letters need it all."""
        for label in self._labels:
            label.ensurePolished()
        widths = (each.fontMetrics().horizontalAdvance(each.text()) for each in self._labels)
        widest = max(widths, default=0) + _SLACK
        for label in self._labels:
            label.setMaximumWidth(widest)
        self._rows.removeWidget(self._ask)
        top, left = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
        if self._theme.fonts.factor <= _MOST_BESIDE:
            self._rows.addWidget(self._ask, 0, 2, top)
        else:
            self._rows.addWidget(self._ask, len(self._lines or ()), 1, left)


class WhyCard(Card):
    """The ring, the sentence why, what holds, and what can be done; the day is put beneath.

    Signals:
        break_requested: a break is wanted now.
        stood_requested: somebody has already stood.
        settings_requested: the breaks are to be switched on.
    """

    break_requested = Signal()
    stood_requested = Signal()
    settings_requested = Signal()

    def __init__(self, theme: Theme, day: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._ring = SittingRing(theme, RING)
        self._headline = make_text("", Type.HEADING)
        self._reasons = make_text("", tone="ink2")
        self._hint = make_text("", tone="ink2")
        self._holds = HoldList(theme)
        self._now = Button(theme, _("Break now"), ButtonKind.PRIMARY, size=ButtonSize.BIG)
        self._stood = Button(theme, _("I already stood"))
        self._settings = Button(theme, _("Open the settings"), ButtonKind.PRIMARY)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out(day)
        self._now.clicked.connect(self.break_requested)
        self._stood.clicked.connect(self.stood_requested)
        self._settings.clicked.connect(self.settings_requested)

    def show_why(
        self,
        ring: RingLook,
        headline: str,
        reasons: Sequence[str],
        holds: Sequence[HoldLine],
        *,
        is_on: bool,
        is_free: bool,
    ) -> None:
        """Show where sitting stands, why, and what holds; `is_free` if a break can be answered."""
        self._ring.show_state(ring.state, ring.share, ring.texts)
        self._headline.setText(headline)
        self._reasons.setText("\n".join(reasons))
        self._holds.show_lines(holds)
        self._now.setVisible(is_on)
        self._stood.setVisible(is_on)
        self._now.setEnabled(is_free)
        self._stood.setEnabled(is_free)
        self._settings.setVisible(not is_on)

    def show_hint(self, hint: str) -> None:
        """Show what can be done where no break comes just now; nothing for an empty text."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons as the words leave room."""
        super().resizeEvent(event)
        self._place_buttons()

    def _lay_out(self, day: QWidget) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addStretch(1)
        for text in (self._headline, self._reasons, self._hint, self._holds):
            texts.addWidget(text)
        texts.addStretch(1)
        self._hint.hide()
        doing = QWidget()
        middle = QVBoxLayout(doing)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addLayout(self._buttons)
        middle.addStretch(1)
        self._buttons.setSpacing(_BUTTON_GAP)
        for button in (self._now, self._stood, self._settings):
            self._buttons.addWidget(button)
        told = Block()
        said = QHBoxLayout(told)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(28)
        said.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addLayout(texts, 1)
        row = BesideLayout(self._least_beside, 28, 28)
        row.add(told, 1)
        row.add(doing, 0)
        # The card takes the width it is given, and folds its row to it.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.body.addLayout(row)
        self.body.addSpacing(16)
        self.body.addWidget(day)

    def _place_buttons(self) -> None:
        """Put the buttons beneath each other, or where they stand below the words in one line."""
        margins, beside = self.body.contentsMargins(), QBoxLayout.Direction.LeftToRight
        room = self.width() - margins.left() - margins.right()
        was_in_line = self._buttons.direction() == beside
        needed = self._now.sizeHint().width() + _BUTTON_GAP + self._stood.sizeHint().width()
        in_line = needed + (0 if was_in_line else _GROWTH) <= room < self._least_beside()
        if in_line is not was_in_line:
            self._buttons.setDirection(beside if in_line else QBoxLayout.Direction.TopToBottom)
            # In one line they are equally high.
            self._stood.set_size(ButtonSize.BIG if in_line else ButtonSize.NORMAL)

    def _least_beside(self) -> float:
        """Return the width from which the buttons stand beside the sentence."""
        return self._theme.fonts.pixels(_BESIDE)
