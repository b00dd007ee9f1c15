"""What the break asks: clock and figure at the left, the answers with their keys at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from coreapp.i18n import pgettext
from coreapp.ui.breaks.answer_button import AnswerButton, AnswerLook
from coreapp.ui.breaks.answer_grid import RING_ROOM, AnswerGrid
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.esc_hint import EscHint
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import SCALE, Type
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.big_digits import BigDigits
from coreapp.ui.widgets.labels import make_label, make_text, set_kind
from coreapp.ui.widgets.phase_badge import PhaseBadge

_WIDEST: Final = 1400
_ROOMY: Final = 760
"""From this height on, at 100 % text, there is room for a title of two large lines."""
_TIGHT: Final = 620
"""Below this height, at 100 % text, the answers have the whole width, in two columns."""
_AIRY: Final = (900, 560)
"""From this width and height on the title of a tight screen is as large as elsewhere."""
_TIGHT_EDGE: Final = 28
_LEAST_FIGURE: Final = 128
"""So high is the room of a figure on a tight screen at least."""
_WIDE_SHAPE: Final = 1.3
"""Where it is wider than this, the figure stands beside clock and title and not under them."""
_CLOCK_SHARE, _FIGURE_SHARE = 11, 9
"""How they share the width there."""
_USUAL_SHARE, _TIGHT_SHARE = 10, 14
"""Of the clock, beside a title of nine."""
_UNDER_TEXT: Final = 12
_OVER_ANSWERS: Final = 20
_BETWEEN_COLUMNS: Final = 48
_UNDER_CLOCK: Final = 12
"""Between the clock of a wide and tight screen and the title."""
_DIGITS: Final = 0.2
"""Height of the clock, of the window's."""
_WIDE_DIGITS: Final = 0.27
"""The same on a tight screen where the figure stands beside it, and the title beneath."""
_LEAST_DIGITS, _MOST_DIGITS = 72, 320
_STEP: Final = 4
"""By so much the clock of a tight screen becomes lower until there is room."""
_DIGITS_ROOM: Final = 1.06
"""What digits take, of their height."""
_AREA_FIRST: Final = 100
_UNBOUNDED: Final = (1 << 24) - 1
"""What Qt calls no limit."""
_USUAL_HEIGHT: Final = 1080
"""From here on letters grow with the screen, at 100 % text."""
_MOST_ENLARGED: Final = 2.0
_BADGE_PIXELS: Final = 20
_SIDE, _SMALL_SIDE = 0.082, 0.055
_TOP, _SMALL_TOP = 0.11, 0.075
"""Shares of width and height that the edges have."""
_HIGH: Final = 760


@dataclass(frozen=True, slots=True)
class BreakContent:
    """What the break shows.

    Attributes:
        clock: the rest that is missing, as on a stop watch.
        time: the time of day.
        notice: that somebody works during the break, or empty.
    """

    title: str
    line: str
    clock: str
    time: str
    exercise: str
    answers: tuple[AnswerLook, ...]
    notice: str = ""


class AnswersPage(QWidget):
    """Clock, figure and answers.

    Signals:
        answered: a `BreakAnswer`.
    """

    answered = Signal(object)

    def __init__(self, theme: Theme, art: FigureArt, guard: Callable[[QWidget], None]) -> None:
        """Be empty until there is something to show.

        Args:
            theme: colours and fonts.
            art: paints the figure.
            guard: keeps from a button what was not meant for it.
        """
        super().__init__()
        self.theme = theme
        self._content: BreakContent | None = None
        self._badge = PhaseBadge(theme)
        self._digits = BigDigits(theme, 180)
        self._figure = FigureView(theme, art)
        self._title = make_text("", Type.FIGURE)
        self._line = make_text("", tone="ink2")
        self._line.setProperty("role", "lead")  # between two steps of the scale: see _enlarge_texts
        self._notice = make_text("", Type.TITLE, "ready")
        self._time = make_label("", tone="ink2")
        self._answers = AnswerGrid(theme, guard)
        self._answers.answered.connect(self.answered)
        self._tight = self._wide = False
        self._outer = QVBoxLayout(self)
        self._left = QVBoxLayout()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head = QHBoxLayout()
        self._right = QVBoxLayout()
        self._over_answers = QSpacerItem(0, _OVER_ANSWERS)
        self._foot = QHBoxLayout()
        self._lay_out()
        self._scale()
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def show_content(self, content: BreakContent) -> None:
        """Show the break as it stands."""
        before, self._content = self._content, content
        self._badge.show_phase(PhaseLook.REST, pgettext("phase", "Break"))
        self._digits.show_text(content.clock)
        self._time.setText(content.time)
        self._title.setText(content.title)
        self._line.setText(content.line)
        self._notice.setText(content.notice)
        self._notice.setVisible(bool(content.notice))
        self._title.setHidden(self._tight and bool(content.notice))
        if before is None or before.exercise != content.exercise:
            self._show_parts()
            self._figure.show_exercise(content.exercise)
            self._figure.play()
        is_said = before is not None and _said(before) == _said(content)
        if before is None or before.answers != content.answers:
            self._answers.show_answers(content.answers)
            self._fit_answers()
            self._bound_answers()
        elif not is_said:
            self._bound_answers()
        if not is_said:
            announce(self, f"{content.title}. {content.notice or content.line}")

    def offers(self, answer: BreakAnswer) -> bool:
        """Tell whether an answer is on the screen."""
        return any(each.look.answer is answer for each in self.buttons)

    @property
    def buttons(self) -> Sequence[AnswerButton]:
        """The answers from above to below."""
        return self._answers.buttons

    def _lay_out(self) -> None:
        left = self._left
        left.setSpacing(32)
        left.addWidget(self._badge)
        left.addWidget(self._digits)
        # It takes what clock and answers leave, and asks for nothing.
        self._figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        left.addWidget(self._figure, 1)
        right = self._right
        right.setSpacing(_UNDER_TEXT)
        for text in (self._title, self._line, self._notice):
            text.setContentsMargins(RING_ROOM, 0, 0, 0)
        right.addWidget(self._title)
        right.addWidget(self._line)
        right.addWidget(self._notice)
        right.addItem(self._over_answers)
        right.addWidget(self._answers, 1)
        self._both.setSpacing(_BETWEEN_COLUMNS)
        self._both.addLayout(left, _USUAL_SHARE)
        self._both.addLayout(right, 9)
        self._foot.setSpacing(12)
        self._foot.addWidget(self._time)
        self._foot.addStretch(1)
        self._foot.addWidget(EscHint(self.theme))
        self._outer.setSpacing(24)
        self._head.setSpacing(_BETWEEN_COLUMNS)
        self._head.addLayout(self._both, _CLOCK_SHARE)
        self._outer.addLayout(self._head, 1)
        self._outer.addLayout(self._foot)

    def _fit_answers(self) -> None:
        self._answers.fit(self.height(), self._enlarged())

    def _enlarged(self) -> float:
        """Return how much larger letters are than the theme's, on a screen of many pixels."""
        usual = _USUAL_HEIGHT * self.theme.fonts.factor
        return min(_MOST_ENLARGED, max(1.0, round(self.height() / usual, 2)))

    def _show_parts(self) -> None:
        """Leave out what is not needed where there is little height."""
        exercise = self._content.exercise if self._content else ""
        has_room = not self._tight or self._wide or self._has_room_under()
        self._figure.setVisible(bool(exercise) and has_room)
        for each in (self._badge, self._line):
            each.setHidden(self._tight)
        self._title.setHidden(self._tight and not self._notice.isHidden())
        self._share_width()

    def _set_tight(self, *, tight: bool) -> None:
        """Have the answers beside clock and figure, or in the whole width below the clock."""
        if tight == self._tight:
            return
        self._tight = tight
        (self._right if tight else self._outer).removeWidget(self._answers)
        if tight:
            self._outer.insertWidget(1, self._answers, 1)
        else:
            self._right.addWidget(self._answers, 1)
            self._answers.setMaximumHeight(_UNBOUNDED)
        # The answers get what they need, and clock and figure the rest.
        self._outer.setStretchFactor(self._answers, _AREA_FIRST)
        self._over_answers.changeSize(0, 0 if tight else _OVER_ANSWERS)
        self._right.setSpacing(0 if tight else _UNDER_TEXT)
        self._show_parts()
        self._answers.set_columns(2 if tight else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions on large and small screens."""
        super().resizeEvent(event)
        self._scale()

    def _scale(self) -> None:
        width, height = self.width(), self.height()
        widest = max(_WIDEST, round(width * 0.7))
        self._set_tight(tight=height < self.theme.fonts.pixels(_TIGHT))
        self._fit_answers()
        # On a small screen answers and their lines need the room more than the edges do.
        pixels = self.theme.fonts.pixels
        side_share = _SIDE if width >= pixels(metrics.NARROW_BELOW) else _SMALL_SIDE
        top_share = _TOP if height >= pixels(_HIGH) else _SMALL_TOP
        side = max(40, round(width * side_share), (width - widest) // 2)
        top = max(28, round(height * top_share))
        if self._tight:
            side = top = _TIGHT_EDGE
        self._outer.setContentsMargins(side, top, side, max(20, top // 2))
        # Large text on a small screen: the answers need the room.
        roomy = height >= self.theme.fonts.pixels(_ROOMY)
        airy = not self._tight or (width >= pixels(_AIRY[0]) and height >= pixels(_AIRY[1]))
        small = Type.PAGE if airy else Type.HEADING
        set_kind(self._title, Type.FIGURE if roomy else small)
        self._enlarge_texts()
        self._bound_answers()

    def _bound_answers(self) -> None:
        """Leave clock and figure what the answers of a tight screen do not need."""
        digits = max(_LEAST_DIGITS, min(_MOST_DIGITS, round(self.height() * _DIGITS)))
        if self._tight and self.buttons:
            under_title = self._room_above() - self._said_height() - _UNDER_CLOCK
            self._set_wide(wide=self._is_wide(under_title))
            if self._wide:
                most = min(_MOST_DIGITS, round(self.height() * _WIDE_DIGITS))
                digits = min(most, int(under_title / _DIGITS_ROOM))
            else:
                digits = self._digits_beside(digits)
            self._show_parts()
            self._answers.setMaximumHeight(self._answers_height())
        elif not self._tight:
            self._set_wide(wide=False)
        self._digits.set_digit_height(digits)

    def _is_wide(self, under_title: int) -> bool:
        """Tell whether the figure of a tight screen has room beside clock and title.

        Args:
            under_title: the height that they leave to the clock.
        """
        if not (self._content and self._content.exercise):
            return False
        has_room = self._room_above() >= _LEAST_FIGURE
        has_room = has_room and under_title >= _LEAST_DIGITS * _DIGITS_ROOM
        return has_room and self.width() > self.height() * _WIDE_SHAPE

    @property
    def _said(self) -> QLabel:
        """What a tight screen says: its title, or the notice in its place."""
        return self._title if self._notice.isHidden() else self._notice

    def _said_height(self) -> int:
        """Return how high that is beside a figure."""
        width = self.width() - 2 * _TIGHT_EDGE - _BETWEEN_COLUMNS
        return self._said.heightForWidth(width * _CLOCK_SHARE // (_CLOCK_SHARE + _FIGURE_SHARE))

    def _digits_beside(self, most: int) -> int:
        """Return how high a clock is that leaves what stands beside it few enough lines."""
        room = self._room_above()
        around = 2 * _TIGHT_EDGE + _BETWEEN_COLUMNS + RING_ROOM
        for height in range(most, _LEAST_DIGITS, -_STEP):
            self._digits.set_digit_height(height)
            beside = self.width() - around - self._digits.sizeHint().width()
            if max(height * _DIGITS_ROOM, self._said.heightForWidth(beside)) <= room:
                return height
        return _LEAST_DIGITS

    def _set_wide(self, *, wide: bool) -> None:
        """Have the figure beside clock and title, the one over the other, or under the clock."""
        if wide == self._wide:
            return
        self._wide = wide
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.TopToBottom if wide else direction.LeftToRight)
        self._both.setSpacing(_UNDER_CLOCK if wide else _BETWEEN_COLUMNS)
        (self._left if wide else self._head).removeWidget(self._figure)
        (self._head if wide else self._left).addWidget(self._figure, _FIGURE_SHARE)
        self._share_width()

    def _share_width(self) -> None:
        """Give the clock its share of the width, where the title stands beside it.

        Without a figure under it, it takes what it needs: the title gets by with fewer lines.
        """
        share = _TIGHT_SHARE if self._tight else _USUAL_SHARE
        alone = self._wide or (self._tight and self._figure.isHidden())
        self._both.setStretch(0, 0 if alone else share)

    def _answers_height(self) -> int:
        """Return the height in which all answers of a tight screen are seen."""
        return self._answers.height_in_two_columns(self.width() - 2 * _TIGHT_EDGE)

    def _room_above(self) -> int:
        """Return the height that the answers of a tight screen leave."""
        margins = self._outer.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * self._outer.spacing()
        return self.height() - around - self._answers_height() - self._foot.sizeHint().height()

    def _has_room_under(self) -> bool:
        """Tell whether a figure fits under the clock of a tight screen."""
        digits = self._digits.sizeHint().height() + self._left.spacing()
        return self._notice.isHidden() and self._room_above() - digits >= _LEAST_FIGURE

    def _enlarge_texts(self) -> None:
        factor, fonts = self._enlarged(), self.theme.fonts
        self._line.setFont(fonts.sized(16 * factor, QFont.Weight.Normal))
        self._badge.set_pixels(round(_BADGE_PIXELS * factor))
        for text, kind in ((self._title, Type.FIGURE), (self._notice, Type.TITLE)):
            # The theme's own style sheet says how large the letters of a role are.
            pixels = fonts.pixels(SCALE[kind].pixels * factor)
            text.setStyleSheet(f"font-size: {pixels}px" if factor > 1 else "")

    def _follow_theme(self) -> None:
        self._scale()


def _said(content: BreakContent) -> tuple[str, str]:
    """Return what is said in large letters, and aloud."""
    return content.title, content.notice
