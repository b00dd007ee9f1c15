"""The windows of the break: one with clock, figure and answers, and one with the clock alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coreapp.i18n import _, pgettext
from coreapp.ui.breaks.answer_button import AnswerButton, AnswerLook
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.break_ground import BreakGround
from coreapp.ui.breaks.prompt_bar import set_kind
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.player.announce import announce
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.big_digits import BigDigits
from coreapp.ui.widgets.key_cap import KeyCap
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.phase_badge import PhaseBadge

_RING_ROOM: Final = 4
"""The focus ring stands that far outside the answers."""
_WIDEST: Final = 1400
_ROOMY: Final = 720


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


class CalmWindow(BreakGround):
    """A screen without answers: nothing but the clock."""

    def __init__(self, theme: Theme, is_deaf: Callable[[], bool]) -> None:
        super().__init__(theme, is_deaf)
        self._digits = BigDigits(theme, 120, Qt.AlignmentFlag.AlignHCenter)
        self._digits.set_colour(theme.tokens.rest_text)
        column = QVBoxLayout(self)
        column.addWidget(self._digits, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        theme.changed.connect(self._follow_theme)

    def show_content(self, content: BreakContent) -> None:
        """Show the clock."""
        self._digits.show_text(content.clock)

    def _follow_theme(self) -> None:
        self._digits.set_colour(self.theme.tokens.rest_text)


class AnswersWindow(BreakGround):
    """The screen with clock, figure and answers."""

    def __init__(self, theme: Theme, art: FigureArt, is_deaf: Callable[[], bool]) -> None:
        super().__init__(theme, is_deaf)
        self._content: BreakContent | None = None
        self._badge = PhaseBadge(theme)
        self._badge.show_phase(PhaseLook.REST, pgettext("phase", "Break"))
        self._digits = BigDigits(theme, 180)
        self._figure = FigureView(theme, art)
        self._title = make_text("", Type.FIGURE)
        self._line = make_text("", tone="ink2")
        self._line.setProperty("role", "lead")  # between two steps of the scale: see _follow_theme
        self._notice = make_text("", Type.TITLE, "ready")
        self._time = make_label("", tone="ink2")
        self._answers = QVBoxLayout()
        self._buttons: list[AnswerButton] = []
        self._outer = QVBoxLayout(self)
        self._foot = QHBoxLayout()
        self._lay_out()
        self._scale()
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def show_content(self, content: BreakContent) -> None:
        """Show the break as it stands."""
        before, self._content = self._content, content
        self._digits.show_text(content.clock)
        self._time.setText(content.time)
        self._title.setText(content.title)
        self._line.setText(content.line)
        self._notice.setText(content.notice)
        self._notice.setVisible(bool(content.notice))
        if before is None or before.exercise != content.exercise:
            self._figure.setVisible(bool(content.exercise))
            self._figure.show_exercise(content.exercise)
            self._figure.play()
        if before is None or before.answers != content.answers:
            self._show_answers(content.answers)
        if before is None or (before.title, before.notice) != (content.title, content.notice):
            announce(self, f"{content.title}. {content.notice or content.line}")

    def offers(self, answer: BreakAnswer) -> bool:
        """Tell whether an answer is on the screen."""
        return any(each.look.answer is answer for each in self._buttons)

    @property
    def buttons(self) -> Sequence[AnswerButton]:
        """The answers from above to below."""
        return self._buttons

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(32)
        left.addWidget(self._badge)
        left.addWidget(self._digits)
        left.addWidget(self._figure, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        for text in (self._title, self._line, self._notice):
            text.setContentsMargins(_RING_ROOM, 0, 0, 0)
        right.addWidget(self._title)
        right.addWidget(self._line)
        right.addWidget(self._notice)
        right.addSpacing(20)
        right.addWidget(self._scrolling(self._answers), 1)
        both = QHBoxLayout()
        both.setSpacing(48)
        both.addLayout(left, 10)
        both.addLayout(right, 9)
        esc = KeyCap(self.theme, _("Esc"))
        self._foot.setSpacing(12)
        self._foot.addWidget(self._time)
        self._foot.addStretch(1)
        self._foot.addWidget(esc)
        self._foot.addWidget(make_label(_("hold one second to leave"), tone="ink2"))
        self._outer.setSpacing(24)
        self._outer.addLayout(both, 1)
        self._outer.addLayout(self._foot)

    def _scrolling(self, column: QVBoxLayout) -> QScrollArea:
        """Return the answers in an area that scrolls where large text leaves too little room."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        around = QVBoxLayout(inner)
        around.setContentsMargins(_RING_ROOM, _RING_ROOM, _RING_ROOM, _RING_ROOM)
        around.addLayout(column)
        around.addStretch(1)
        column.setSpacing(8)
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        return area

    def _show_answers(self, looks: tuple[AnswerLook, ...]) -> None:
        for button in self._buttons:
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        for look in looks:
            button = AnswerButton(self.theme, look)
            self.guard(button)
            button.clicked.connect(self._emit_clicked)
            self._answers.addWidget(button)
            self._buttons.append(button)

    def _emit_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, AnswerButton):
            self.answered.emit(button.look.answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions on large and small screens."""
        super().resizeEvent(event)
        self._scale()

    def _scale(self) -> None:
        width, height = self.width(), self.height()
        widest = max(_WIDEST, round(width * 0.7))
        side = max(40, round(width * 0.082), (width - widest) // 2)
        top = max(28, round(height * 0.11))
        self._outer.setContentsMargins(side, top, side, max(20, top // 2))
        self._digits.set_digit_height(max(72, min(320, round(height * 0.2))))
        # Large text on a small screen: the answers need the room.
        roomy = height >= self.theme.fonts.pixels(_ROOMY)
        set_kind(self._title, Type.FIGURE if roomy else Type.PAGE)

    def _follow_theme(self) -> None:
        self._line.setFont(self.theme.fonts.sized(16, QFont.Weight.Normal))
        self._scale()
