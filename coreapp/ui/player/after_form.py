"""After a session: what was done, and how it felt; ten seconds by keyboard."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from coreapp.domain.training_log import Feeling
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.after_words import AfterWords
from coreapp.ui.player.feeling_card import FeelingCard
from coreapp.ui.player.next_lines import Ahead
from coreapp.ui.player.summary import Summary
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme

CARD_WIDTH: Final = 560
WORDS_WIDTH: Final = 280


class AfterForm(QScrollArea):
    """Shows what was done, beside the card that asks how it felt.

    Attributes:
        card: the questions; another one in another language or with larger text.
        ahead: what changes the next time.

    Signals:
        save_requested: the `Feeling` as it was given.
        skip_requested: nothing is to be added.
        doctor_requested: the person wants to read when to see a doctor.
    """

    save_requested = Signal(object)
    skip_requested = Signal()
    doctor_requested = Signal()

    def __init__(
        self, theme: Theme, art: FigureArt, title: str, name_of: Callable[[str], str]
    ) -> None:
        """Ask about a session.

        Args:
            theme: the look.
            art: draws the figures of what was done.
            title: what the session is called.
            name_of: returns the name of an exercise in the language shown.
        """
        super().__init__()
        self._theme = theme
        self._art = art
        self._name_of = name_of
        self._title = title
        self._summary: Summary | None = None
        self._look_ahead: Callable[[Feeling], Ahead] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._make(FeelingCard(theme))
        theme.changed.connect(self._follow_text_size)

    def _make(self, card: FeelingCard) -> None:
        """Make everything that is seen, in the language and the size of text that are on now."""
        self._made_for = self._theme.fonts.factor
        self.card = card
        self._words = AfterWords(self._theme, self._art, self._title, self._name_of)
        self.ahead = self._words.ahead
        self._inner = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._fit()
        card.changed.connect(self._follow)
        card.save_requested.connect(self._save)
        card.skip_requested.connect(self.skip_requested)
        card.doctor_requested.connect(self.doctor_requested)
        self._follow()

    def _make_anew(self) -> None:
        """Make everything once more; what was entered stays."""
        choice, card = self.ahead.choice, FeelingCard(self._theme)
        card.take_over(self.card)
        self._make(card)
        self.ahead.choose(choice)
        if self._summary is not None:
            self.show_summary(self._summary)

    def _follow_text_size(self) -> None:
        if self._theme.fonts.factor != self._made_for:
            self._make_anew()

    def show_title(self, title: str) -> None:
        """Say everything anew, with what the session is called in the language of now."""
        self._title = title
        self._make_anew()

    def show_summary(self, summary: Summary) -> None:
        """Show what was done, and wait for the first figure."""
        self._summary = summary
        self._words.show_summary(summary)
        self.card.effort.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ahead(self, look_ahead: Callable[[Feeling], Ahead]) -> None:
        """Show what changes the next time, and follow what is entered.

        Args:
            look_ahead: returns what comes next for how it felt; called with each change.
        """
        self._look_ahead = look_ahead
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, skip with Esc; a letter answers a question."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._press_or_save()
            case Qt.Key.Key_Escape:
                self.skip_requested.emit()
            case key:
                if not self.card.answer(key):
                    super().keyPressEvent(event)

    def _press_or_save(self) -> None:
        """Press the link that has the focus; from anywhere else Enter saves."""
        for link in (self.card.doctor, self.ahead.more, self.card.detail.more):
            if link.hasFocus():
                link.click()
                return
        self._save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the form, or above it where both have no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self._theme.fonts.pixels(WORDS_WIDTH) + self._theme.fonts.pixels(CARD_WIDTH) + 120
        direction = QBoxLayout.Direction
        beside = self.viewport().width() >= wide
        # Above the form the words take the whole width: they are as high as their lines then need.
        most = WORDS_WIDTH if beside else CARD_WIDTH
        self._words.setMaximumWidth(self._theme.fonts.pixels(most) + 60)
        self._halves.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._words.set_wide(wide=not beside)
        # Qt asks for heights at all the width there is, also of what may be less wide: lines that
        # break only there would have no room.
        room = self.viewport().width() - 2 * metrics.PAGE_MARGIN_NARROW
        over = 0 if beside else max(0, room - self._words.maximumWidth())
        self._halves.setContentsMargins(0, 0, over, 0)

    def _lay_out(self) -> None:
        self.card.setMaximumWidth(self._theme.fonts.pixels(CARD_WIDTH) + 60)
        self._halves.setSpacing(48)
        self._halves.addStretch(1)
        self._halves.addWidget(self._words, 4)
        self._halves.addWidget(self.card, 8)
        self._halves.addStretch(1)
        column = QVBoxLayout(self._inner)
        margin = metrics.PAGE_MARGIN_NARROW
        column.setContentsMargins(margin, margin, margin, margin)
        column.addStretch(1)
        column.addLayout(self._halves)
        column.addStretch(2)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)

    def _follow(self) -> None:
        """Show what the answers change the next time."""
        if self._look_ahead is not None:
            self.ahead.show_ahead(self._look_ahead(self.card.feeling()))

    def _save(self) -> None:
        self.save_requested.emit(self.card.feeling())
