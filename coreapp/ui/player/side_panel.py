"""The column beside the figure: phase, time left, what is done and how."""

from typing import Final

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSpacerItem, QVBoxLayout, QWidget

from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.i18n import _
from coreapp.ui.player.facts_row import FactsRow
from coreapp.ui.player.heading import Heading
from coreapp.ui.player.phase_name import PhaseName
from coreapp.ui.player.step_list import StepList
from coreapp.ui.player.words import PhaseTexts
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.phases import PHASES, PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.big_digits import BigDigits
from coreapp.ui.widgets.labels import make_text

DIGITS: Final = 232
"""Height of the digits in a window of full height; a clock that is wider than the column is lower.

Its room is as high, so that nothing moves when the last minute begins.
"""

SMALL_DIGITS: Final = 132
DIGITS_OVER_FIGURE: Final = 112
FIGURE_SHAPE: Final = 1.4
"""A figure is so much wider than high, more or less: it is no larger than its width allows."""

LEAST_DIGITS: Final = 72.0
LEAST_SHARE: Final = 0.5
"""Of the height that digits have elsewhere; for more of it steps give way."""
READ_FIRST: Final = 0.75
"""For this share of it the name of what is done takes smaller letters."""
FULL_HEIGHT: Final = 900
FULL_WIDTH: Final = 504
BETWEEN_COLUMNS: Final = 32
UNDER_DIGITS: Final = 16
OVER_BADGE: Final = 40
"""So far the column hangs below the head of the window, where it has room to."""
GRID: Final = 8
STEPS_FIRST: Final = 3
"""So many steps have their room before the column hangs lower."""
PULSE: Final = 0.04
"""How much the digits grow on each of the last seconds."""

_LEAST_ABOVE: Final = round(LEAST_DIGITS * 1.06) + UNDER_DIGITS
"""What digits over the words need at least."""


class SidePanel(QWidget):
    """Shows the words of a moment; a column beside the figure, or two columns beneath it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = self._small = self._holds_figure = self._digits_aside = False
        self._note: QWidget | None = None
        self._head = PhaseLook.GET_READY, "", ""
        self._pulse = 1.0
        self.badge = PhaseName(theme)
        self._state = QLabel()
        self.digits = BigDigits(theme, DIGITS)
        self._hint = make_text(kind=Type.TITLE)
        self._heading = Heading(theme)
        self.title = self._heading.label
        self.facts = FactsRow(theme)
        self.steps = StepList(theme)
        self._under_digits = QSpacerItem(0, 0)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)

        self._lay_out()

        theme.changed.connect(self._show_fonts)
        self._show_fonts()

    def show_texts(self, texts: PhaseTexts, look: PhaseLook) -> None:
        """Show what is written about a moment."""
        self._head = look, texts.badge, texts.state
        self._show_head()
        self.digits.show_text(texts.digits, _("{time} left").format(time=texts.digits))
        self._hint.setText(texts.hint)
        self._hint.setVisible(bool(texts.hint))
        self.title.setText(texts.title)
        self.facts.show_facts(texts.side, texts.facts)
        colour = PHASES[look].text
        self.steps.show_steps(texts.steps, texts.current, colour, numbered=texts.numbered)

    def show_pulse(self, view: PlayerView) -> None:
        """Let the digits grow a little and fall back on each of the last three seconds."""
        left = view.seconds_left
        counting = view.state is PlayerState.RUNNING and 0 < left <= 3
        growing = counting and not self._theme.reduced_motion and not view.phase.until_tapped
        pulse = 1 + PULSE * (left % 1) ** 3 if growing else 1.0
        if pulse != self._pulse:  # Digits cost a millisecond to paint.
            self._pulse = pulse
            self.digits.set_pulse(pulse)

    def set_size(self, *, narrow: bool, small: bool) -> None:
        """Follow the window.

        Args:
            narrow: stand beneath the figure as two columns, not beside it as one.
            small: digits and heading are smaller.
        """
        if (narrow, small) == (self._narrow, self._small):
            return
        self._narrow, self._small = narrow, small
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if narrow else direction.TopToBottom)
        self._columns.setSpacing(BETWEEN_COLUMNS if narrow else UNDER_DIGITS)
        self._columns.setStretch(0, 2 if narrow else 0)
        self._columns.setStretch(1, 3 if narrow else 1)
        self._heading.set_small(small=small)
        self._show_head()
        self._show_fonts()

    def fit_words(self, width: int, room: int, window_height: int) -> None:
        """Take letters in which names of phases and of what is done have room, before the rest.

        Args:
            width: of the panel.
            room: the height that figure and words have together.
            window_height: what the digits are measured by if there is room enough.
        """
        if not self._narrow:
            self.badge.fit(None)
            steps = 16 + self.steps.least_height(width) if self.steps.steps else 0
            wanted = self._steady_digits(room, window_height)
            digits = round(max(LEAST_DIGITS, READ_FIRST * wanted) * 1.06)
            left = room - self._head_height(width) - UNDER_DIGITS - digits - steps
            self._heading.fit(width, left - self._others_height(width))
            return
        both = width - BETWEEN_COLUMNS
        self.badge.fit(both - both * 3 // 5 - 2 * self._head_row.spacing())
        # Rather a smaller name than digits that stand elsewhere in this phase.
        words = self._second_width(width)
        self._heading.fit(words, room - _LEAST_ABOVE - self._others_height(width))

    def needed_height(self, width: int) -> int:
        """Return the height of two columns with everything, and at least the step that is lit."""
        words = self._words_height(width, steps=True)
        beside = self._head_height(width) + round(SMALL_DIGITS * 1.06)
        return max(words, beside)

    def least_height(self, width: int) -> int:
        """Return the height below which two columns lose words that are no steps."""
        return max(self._words_height(width, steps=False), self._head_height(width) + _LEAST_ABOVE)

    def room_beneath(self, width: int, room: int) -> int:
        """Return how high a figure can be in the first of two columns in a height."""
        left = room - self._head_height(width) - self._time_column.spacing()
        if not self._has_digits_aside(width, room):
            digits = round(DIGITS_OVER_FIGURE * 1.06)
            left -= digits + self._time_column.spacing()
        return min(left, round((width - BETWEEN_COLUMNS) * 2 / 5 / FIGURE_SHAPE))

    def take_beneath(self, figure: QWidget) -> None:
        """Let the figure stand in the first column; the digits are a little smaller then."""
        self._holds_figure = True
        last = self._time_column.count() - 1
        self._time_column.insertWidget(last, figure, 1)
        self._time_column.setStretch(last + 1, 0)

    def give_back(self, figure: QWidget) -> None:
        """Let the figure stand elsewhere."""
        self._holds_figure = False
        self._place_digits(aside=False)
        self._time_column.removeWidget(figure)
        self._time_column.setStretch(self._time_column.count() - 1, 1)

    def height_with(self, note: QWidget, width: int) -> int:
        """Return the height of two columns in which a note stands in the place of the steps."""
        return self._words_height(width, steps=False, note=note)

    def take_note(self, note: QWidget) -> None:
        """Let a note stand among the words; steps are only seen if there is room for both."""
        self._note = note
        self._words.insertWidget(self._words.indexOf(self.facts) + 1, note)

    def give_back_note(self) -> None:
        """Let the note stand elsewhere."""
        if self._note is not None:
            self._words.removeWidget(self._note)
            self._note = None

    def fit(self, width: int, room: int, window_height: int) -> None:
        """Make the digits as large as there is room; the steps go first where there is too little.

        Args:
            width: of the panel.
            room: its height.
            window_height: what the digits are measured by if there is room enough.
        """
        left = room - self._head_height(width)
        if not self._narrow:
            left -= UNDER_DIGITS + self._words_height(width, steps=True)
        wanted = self._steady_digits(room, window_height)
        fits = left >= max(LEAST_DIGITS, LEAST_SHARE * wanted)
        if self._narrow:
            words = self._words_height(width, steps=True, note=self._note)
            self._place_digits(aside=self._holds_figure and self._has_digits_aside(width, room))
            wanted = self._steady_digits(room, window_height)
            fits = room >= words + (_LEAST_ABOVE if self._digits_aside else 0)
        self.steps.setVisible(fits)
        if not fits and not self._narrow:
            words = self._words_height(width, steps=False)
            left = room - self._head_height(width) - UNDER_DIGITS - words
        if self._digits_aside:
            words = self._words_height(width, steps=fits, note=self._note)
            left = room - words - UNDER_DIGITS
        self.digits.set_digit_height(min(wanted, max(LEAST_DIGITS, left / 1.06)))
        self._columns.setContentsMargins(0, self._room_above(width, room, wanted), 0, 0)

    def _show_head(self) -> None:
        """Say which phase it is, and that it is paused; in a narrow column the latter alone."""
        look, badge, state = self._head
        self.badge.show_phase(look, (state if self._narrow else "") or badge)
        self._state.setText("" if self._narrow else state)

    def _lay_out(self) -> None:
        self._head_row = head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.badge)
        head.addWidget(self._state)
        head.addStretch(1)
        self._time = QWidget()
        self._time_column = time = QVBoxLayout(self._time)
        time.setContentsMargins(0, 0, 0, 0)
        time.setSpacing(16)
        time.addLayout(head)
        time.addWidget(self.digits)
        time.addWidget(self._hint)
        time.addStretch(1)
        self._words = words = QVBoxLayout()
        words.setSpacing(8)
        words.addSpacerItem(self._under_digits)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        words.addSpacing(8)
        words.addWidget(self.steps, 1)
        words.addStretch(0)  # without steps what is written stays together
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(UNDER_DIGITS)
        self._columns.addWidget(self._time)
        self._columns.addLayout(words, 1)

    def _has_digits_aside(self, width: int, room: int) -> bool:
        """Tell whether the digits have room over the words, and leave theirs to the figure."""
        return room >= _LEAST_ABOVE + self._words_height(width, steps=False, note=self._note)

    def _place_digits(self, *, aside: bool) -> None:
        """Let the digits stand over the words, or under the name of the phase."""
        if aside is self._digits_aside:
            return
        self._digits_aside = aside
        self._digits_home(aside=not aside).removeWidget(self.digits)
        self._digits_home(aside=aside).insertWidget(0 if aside else 1, self.digits)
        self._under_digits.changeSize(0, UNDER_DIGITS - self._words.spacing() if aside else 0)

    def _digits_home(self, *, aside: bool) -> QBoxLayout:
        return self._words if aside else self._time_column

    def _room_above(self, width: int, room: int, digits: float) -> int:
        """Return how far the column hangs below its upper edge.

        Not by what is written now: the digits must not move from phase to phase. In a small window
        not at all, but for the steps.
        """
        if self._narrow or self._small:
            return 0
        usual = self._usual_height(digits, headings=1, facts=1, steps=2 * STEPS_FIRST)
        now = self._head_height(width) + round(digits * 1.06) + UNDER_DIGITS
        now += self._words_height(width, steps=not self.steps.isHidden())
        # On the grid: a row that turns out a pixel lower is not seen in the place of the digits.
        return max(0, min(OVER_BADGE, room - max(usual, now))) // GRID * GRID

    def _steady_digits(self, room: int, window_height: int) -> float:
        """Return how high the digits are in every phase, where there is room.

        Under them a long name of an exercise, its side and two facts find room.
        """
        wanted = float(DIGITS_OVER_FIGURE if self._holds_figure else SMALL_DIGITS)
        if not self._small:
            # On a large screen the column may be wider than the height asks for.
            wanted = DIGITS * max(window_height / FULL_HEIGHT, self.width() / FULL_WIDTH)
        if self._narrow and not self._digits_aside:
            return wanted
        most = (room - self._usual_height(0, headings=2, facts=2, steps=0)) / 1.06
        return max(LEAST_DIGITS, min(wanted, most))

    def _usual_height(self, digits: float, *, headings: int, facts: int, steps: int) -> int:
        """Return the height of a column with so many lines of each."""
        head = 0 if self._narrow else self.badge.sizeHint().height() + 16
        words = self._heading.lines(headings) + 8 + self.facts.lines(facts) + 8
        under = 16 + self.steps.lines(steps) if steps else 0
        return head + round(digits * 1.06) + UNDER_DIGITS + words + under

    def _head_height(self, width: int) -> int:
        """Return what stands above and below the digits."""
        height = self.badge.sizeHint().height() + 16
        if not self._hint.isHidden():
            share = 2 / 5 if self._narrow else 1.0
            height += 16 + self._hint.heightForWidth(round(width * share) - BETWEEN_COLUMNS)
        return height

    def _words_height(self, width: int, *, steps: bool, note: QWidget | None = None) -> int:
        if self._narrow:
            width = self._second_width(width)
        height = self.title.heightForWidth(width) + 8
        if not self.facts.isHidden():
            height += self.facts.heightForWidth(width) + 8
        if note is not None:
            height += note.heightForWidth(width) + 8
        return height + (16 + self.steps.least_height(width) if steps else 0)

    def _others_height(self, width: int) -> int:
        """Return the height of the words without the heading and the steps."""
        words = self._second_width(width) if self._narrow else width
        return self._words_height(width, steps=False) - self.title.heightForWidth(words)

    def _second_width(self, width: int) -> int:
        """Return the width of the second of two columns: the name of a phase is never cut off."""
        both = width - BETWEEN_COLUMNS
        first = self._head_row.minimumSize().width()
        if not self._digits_aside:
            first = max(first, self._time.minimumSizeHint().width())
        return min(both * 3 // 5, both - first)

    def _show_fonts(self) -> None:
        self._heading.reset()
        self.facts.follow_theme()
        self._state.setFont(self.facts.font_of_facts)
        self._state.setProperty("tone", "ink2")
