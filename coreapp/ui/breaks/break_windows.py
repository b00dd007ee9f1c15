"""The windows of the break: one that asks, and in which the routine plays, and calm ones."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedLayout, QVBoxLayout, QWidget

from coreapp.i18n import pgettext
from coreapp.ui.breaks.answer_button import AnswerButton
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.answers_page import AnswersPage, BreakContent
from coreapp.ui.breaks.break_ground import BreakGround
from coreapp.ui.breaks.done_page import DonePage, DoneWords
from coreapp.ui.breaks.esc_hint import EscHint
from coreapp.ui.breaks.played_routine import Glance
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.big_digits import BigDigits
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.phase_badge import PhaseBadge

_CALM_DIGITS: Final = 0.16
"""Height of the calm clock, of the window's: less than on the screen that is looked at."""

_LEAST_DIGITS: Final = 72


class CalmWindow(BreakGround):
    """A screen without answers: nothing but the clock, what it counts, and the way out."""

    def __init__(self, theme: Theme, is_deaf: Callable[[], bool]) -> None:
        super().__init__(theme, is_deaf)
        self._badge = PhaseBadge(theme)
        self._digits = BigDigits(theme, 120, Qt.AlignmentFlag.AlignHCenter)
        self._title = make_text("", Type.PAGE)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._time = make_label("", tone="ink2")
        self._told: tuple[PhaseLook, str, str] | None = None
        self._outer = QVBoxLayout(self)
        self._lay_out()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    @property
    def clock(self) -> str:
        """What its clock says."""
        return self._digits.text

    def show_content(self, content: BreakContent) -> None:
        """Show the clock of the break."""
        self.rest()
        self._tell(PhaseLook.REST, pgettext("phase", "Break"), "")
        self._digits.show_text(content.clock)
        self._time.setText(content.time)

    def show_glance(self, glance: Glance) -> None:
        """Show the clock of the routine that is played."""
        self.show_look(glance.look)
        self.show_level(glance.level)
        self._tell(glance.look, glance.word, glance.title)
        self._digits.show_text(glance.digits)

    def show_done(self, words: DoneWords) -> None:
        """Show that the routine is over."""
        self.show_look(PhaseLook.DONE)
        self.show_level(0.0)
        self._tell(PhaseLook.DONE, words.badge, words.title)
        self._digits.show_text("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions on large and small screens."""
        super().resizeEvent(event)
        self._digits.set_digit_height(max(_LEAST_DIGITS, round(self.height() * _CALM_DIGITS)))
        edge = max(24, round(self.height() * 0.055))
        self._outer.setContentsMargins(edge, edge, edge, edge)

    def _tell(self, look: PhaseLook, word: str, title: str) -> None:
        """Say what is counted; with every frame it is the same."""
        if self._told != (look, word, title):
            self._told = (look, word, title)
            self._badge.show_phase(look, word)
            self._title.setText(title)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        foot = QHBoxLayout()
        foot.addWidget(self._time)
        foot.addStretch(1)
        foot.addWidget(EscHint(self.theme))
        self._outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._outer.setSpacing(24)
        self._outer.addStretch(1)
        self._outer.addWidget(self._badge, 0, middle)
        self._outer.addWidget(self._digits)
        self._outer.addWidget(self._title)
        self._outer.addStretch(1)
        self._outer.addLayout(foot)


class BreakWindow(BreakGround):
    """The screen with the answers; the routine that is chosen plays in it.

    Signals:
        language_changed: everything is shown in another language now.
    """

    language_changed = Signal()

    def __init__(self, theme: Theme, art: FigureArt, is_deaf: Callable[[], bool]) -> None:
        super().__init__(theme, is_deaf)
        self.page = AnswersPage(theme, art, self.guard)
        self.done = DonePage(theme, art)
        self._stack = QStackedLayout(self)
        # A window that is larger than its screen has its answers somewhere else.
        self._stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for each in (self.page, self.done):
            self._stack.addWidget(each)
        self.page.answered.connect(self.answered)

    @property
    def shown(self) -> QWidget | None:
        """What is seen in it: the page of answers, a session, or the page that says it is over."""
        return self._stack.currentWidget()

    @property
    def buttons(self) -> Sequence[AnswerButton]:
        """The answers from above to below."""
        return self.page.buttons

    def offers(self, answer: BreakAnswer) -> bool:
        """Tell whether an answer is on the screen."""
        return self.shown is self.page and self.page.offers(answer)

    def show_content(self, content: BreakContent) -> None:
        """Show the break as it stands."""
        self.rest()
        self._stack.setCurrentWidget(self.page)
        self.page.show_content(content)

    def show_session(self, session: QWidget) -> None:
        """Show a session in the place of the answers; from now on it is this window's."""
        self._stack.addWidget(session)
        self._stack.setCurrentWidget(session)
        self.guard(session, *session.findChildren(QWidget))
        self.setFocus()

    def show_done(self, words: DoneWords) -> None:
        """Show that the routine is over."""
        self.show_look(PhaseLook.DONE)
        self.show_level(0.0)
        self.done.show_words(words)
        self._stack.setCurrentWidget(self.done)
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.language_changed.emit()
