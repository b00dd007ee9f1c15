"""The column beside the figure: phase, time left, what is done and how."""

from typing import Final

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.i18n import _
from coreapp.ui.player.facts_row import LARGE_TEXT, FactsRow
from coreapp.ui.player.step_list import StepList
from coreapp.ui.player.words import PhaseTexts
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.phases import PHASES, PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.big_digits import BigDigits
from coreapp.ui.widgets.labels import make_narrow_text, make_text, set_kind
from coreapp.ui.widgets.phase_badge import PhaseBadge

DIGITS: Final = 232
"""Height of two digits in a window of full height; a clock of four characters is lower."""

CLOCK_SHARE: Final = 0.63
SMALL_DIGITS: Final = 146
DIGITS_OVER_FIGURE: Final = 124
FIGURE_SHAPE: Final = 1.4
"""A figure is so much wider than high, more or less: it is no larger than its width allows."""

LEAST_DIGITS: Final = 72.0
FULL_HEIGHT: Final = 900
FULL_WIDTH: Final = 504
BETWEEN_COLUMNS: Final = 32
UNDER_DIGITS: Final = 20
OVER_BADGE: Final = 40
"""So far the column hangs below the head of the window, where it has room to."""
STEPS_FIRST: Final = 3
"""So many steps have their room before the column hangs lower."""
PULSE: Final = 0.04
"""How much the digits grow on each of the last seconds."""

HEADINGS: Final = (Type.FIGURE, Type.PAGE, Type.HEADING, Type.TITLE)
"""The sizes of the name of what is done; long words in large text take a smaller one."""

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
        self._heading_fits: tuple[str, int, int] | None = None
        self.badge = PhaseBadge(theme)
        self._state = QLabel()
        self.digits = BigDigits(theme, DIGITS)
        self._hint = make_text(kind=Type.TITLE)
        self.title = make_narrow_text(kind=Type.FIGURE)
        self.facts = FactsRow(theme)
        self.steps = StepList(theme)
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
        self._show_head()
        self._show_fonts()

    def needed_height(self, width: int) -> int:
        """Return the height of two columns with everything, and at least the step that is lit."""
        words = self._words_height(width, steps=True)
        beside = self._head_height(width) + round(self._of_clock(SMALL_DIGITS) * 1.06)
        return max(words, beside)

    def room_beneath(self, width: int, room: int) -> int:
        """Return how high a figure can be in the first of two columns in a height."""
        left = room - self._head_height(width) - self._time_column.spacing()
        if not self._has_digits_aside(width, room):
            digits = round(self._of_clock(DIGITS_OVER_FIGURE) * 1.06)
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
        wanted = self._wanted_digits(window_height)
        left = room - self._head_height(width)
        if not self._narrow:
            self._fit_heading(width, left - UNDER_DIGITS - round(LEAST_DIGITS * 1.06))
            left -= UNDER_DIGITS + self._words_height(width, steps=True)
        fits = left >= LEAST_DIGITS
        if self._narrow:
            words = self._words_height(width, steps=True, note=self._note)
            self._place_digits(aside=self._holds_figure and self._has_digits_aside(width, room))
            fits = room >= words + (_LEAST_ABOVE if self._digits_aside else 0)
        self.steps.setVisible(fits)
        if not fits and not self._narrow:
            words = self._words_height(width, steps=False)
            left = room - self._head_height(width) - UNDER_DIGITS - words
        if self._digits_aside:
            words = self._words_height(width, steps=fits, note=self._note)
            left = room - words - UNDER_DIGITS
        height = min(wanted, max(LEAST_DIGITS, left / 1.06))
        self.digits.set_digit_height(height)
        self._columns.setContentsMargins(0, self._room_above(width, room, height), 0, 0)

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

    def _digits_home(self, *, aside: bool) -> QBoxLayout:
        return self._words if aside else self._time_column

    def _fit_heading(self, width: int, room: int) -> None:
        """Take the largest heading that is seen wholly, with the facts; no word is broken."""
        others = self._words_height(width, steps=False) - self.title.heightForWidth(width)
        fits = (self.title.text(), width, room - others)
        if fits == self._heading_fits:  # this comes with every second, a step of type is dear
            return
        self._show_fonts()
        self._heading_fits = fits
        for kind in HEADINGS[HEADINGS.index(self._usual_heading()) + 1 :]:
            if self._has_room(width, room - others):
                return
            set_kind(self.title, kind)

    def _has_room(self, width: int, height: int) -> bool:
        """Tell whether the heading has room as it is now, its longest word on one line."""
        high = self.title.heightForWidth(width)  # which sees to it that its font is known
        metrics = self.title.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self.title.text().split()), default=0)
        return high <= height and longest <= width

    def _usual_heading(self) -> Type:
        """Return the step of the heading where there is room."""
        if not self._small:
            return Type.FIGURE
        # A small window has no room for a heading that large text makes twice as large.
        return Type.PAGE if self._theme.fonts.factor < LARGE_TEXT else Type.HEADING

    def _room_above(self, width: int, room: int, digits: float) -> int:
        """Return how far the column hangs below its upper edge.

        Not by the step that is lit: the digits must not move while a phase runs.
        """
        if self._narrow:
            return 0
        words = self._words_height(width, steps=False)
        taken = self._head_height(width) + round(digits * 1.06) + UNDER_DIGITS + words
        if not self.steps.isHidden():
            taken += 16 + self.steps.height_of_any(min(STEPS_FIRST, len(self.steps.steps)), width)
        return max(0, min(OVER_BADGE, room - taken))

    def _wanted_digits(self, window_height: int) -> float:
        """Return how high the digits are where there is room."""
        height = float(DIGITS_OVER_FIGURE if self._holds_figure else SMALL_DIGITS)
        if not self._small:
            # On a large screen the column may be wider than the height asks for.
            height = DIGITS * max(window_height / FULL_HEIGHT, self.width() / FULL_WIDTH)
        return self._of_clock(height)

    def _of_clock(self, height: float) -> float:
        """Return the height of the digits; a clock of four characters is lower."""
        return height * CLOCK_SHARE if len(self.digits.text) > 2 else height

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

    def _second_width(self, width: int) -> int:
        """Return the width of the second of two columns: the name of a phase is never cut off."""
        both = width - BETWEEN_COLUMNS
        first = self._head_row.minimumSize().width()
        if not self._digits_aside:
            first = max(first, self._time.minimumSizeHint().width())
        return min(both * 3 // 5, both - first)

    def _show_fonts(self) -> None:
        self._heading_fits = None
        set_kind(self.title, self._usual_heading())
        self.facts.follow_theme()
        self._state.setFont(self.facts.font_of_facts)
        self._state.setProperty("tone", "ink2")
