"""The column beside the figure: phase, time left, what is done and how."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coreapp.domain.player import PlayerState, PlayerView
from coreapp.i18n import _
from coreapp.ui.player.step_list import StepList
from coreapp.ui.player.words import PhaseTexts
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.phases import PHASES, PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.big_digits import BigDigits
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.phase_badge import PhaseBadge

DIGITS: Final = 232
"""Height of two digits in a window of full height; a clock of four characters is lower."""

CLOCK_SHARE: Final = 0.63
NARROW_DIGITS: Final = 146
FULL_HEIGHT: Final = 900
PULSE: Final = 0.04
"""How much the digits grow on each of the last seconds."""

_FACT_PIXELS: Final = 20


class SidePanel(QWidget):
    """Shows the words of a moment; a column beside the figure, or two columns beneath it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = False
        self._room = FULL_HEIGHT
        self.badge = PhaseBadge(theme)
        self._state = make_label()
        self.digits = BigDigits(theme, DIGITS)
        self._hint = make_text(kind=Type.TITLE)
        self.title = make_text(kind=Type.FIGURE)
        self._side = make_label()
        self._side.setProperty("role", "side")
        self._facts: list[QLabel] = []
        self.steps = StepList(theme)
        self._facts_row = QWidget()
        self._facts_layout = FlowLayout(14, 6)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)

        self._lay_out()

        theme.changed.connect(self._show_fonts)
        self._show_fonts()

    def show_texts(self, texts: PhaseTexts, look: PhaseLook) -> None:
        """Show what is written about a moment."""
        self.badge.show_phase(look, texts.badge)
        self._state.setText(texts.state)
        self.digits.show_text(texts.digits, _("{time} left").format(time=texts.digits))
        self._set_digit_height()
        self._hint.setText(texts.hint)
        self._hint.setVisible(bool(texts.hint))
        self.title.setText(texts.title)
        self._side.setText(texts.side)
        self._side.setVisible(bool(texts.side))
        self._show_facts(texts.facts)
        colour = PHASES[look].text
        self.steps.show_steps(texts.steps, texts.current, colour, numbered=texts.numbered)

    def show_pulse(self, view: PlayerView) -> None:
        """Let the digits grow a little and fall back on each of the last three seconds."""
        left = view.seconds_left
        counting = view.state is PlayerState.RUNNING and 0 < left <= 3
        growing = counting and not self._theme.reduced_motion and not view.phase.until_tapped
        self.digits.set_pulse(1 + PULSE * (left % 1) ** 3 if growing else 1.0)

    def set_room(self, *, narrow: bool, height: int) -> None:
        """Fit the form and the size of the digits to the window."""
        self._room = height
        if narrow != self._narrow:
            self._narrow = narrow
            direction = QBoxLayout.Direction
            self._columns.setDirection(direction.LeftToRight if narrow else direction.TopToBottom)
            self._columns.setSpacing(32 if narrow else 12)
            self._columns.setStretch(0, 2 if narrow else 0)
            self._columns.setStretch(1, 3 if narrow else 1)
        self._set_digit_height()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.badge)
        head.addWidget(self._state)
        head.addStretch(1)
        self._time = QWidget()
        time = QVBoxLayout(self._time)
        time.setContentsMargins(0, 0, 0, 0)
        time.setSpacing(16)
        time.addLayout(head)
        time.addWidget(self.digits)
        time.addWidget(self._hint)
        time.addStretch(1)
        self._facts_row.setLayout(self._facts_layout)
        self._facts_layout.addWidget(self._side)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._facts_row.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.title)
        words.addWidget(self._facts_row)
        words.addSpacing(8)
        words.addWidget(self.steps, 1)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(12)
        self._columns.addWidget(self._time)
        self._columns.addLayout(words, 1)

    def _set_digit_height(self) -> None:
        if self._narrow:
            height = float(NARROW_DIGITS)
        else:
            height = DIGITS * min(1.0, self._room / FULL_HEIGHT)
        long = len(self.digits.text) > 2
        self.digits.set_digit_height(height * CLOCK_SHARE if long else height)

    def _show_facts(self, facts: tuple[str, ...]) -> None:
        while len(self._facts) < len(facts):
            label = QLabel()
            label.setProperty("tone", "ink2")
            label.setFont(self._fact_font())
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            self._facts.append(label)
            self._facts_layout.addWidget(label)
        for index, label in enumerate(self._facts):
            label.setText(facts[index] if index < len(facts) else "")
            label.setVisible(index < len(facts))
        self._facts_layout.invalidate()

    def _fact_font(self) -> QFont:
        return self._theme.fonts.sized(_FACT_PIXELS, QFont.Weight.Normal)

    def _show_fonts(self) -> None:
        self._state.setFont(self._fact_font())
        self._state.setProperty("tone", "ink2")
        for label in self._facts:
            label.setFont(self._fact_font())
