"""After a session: what was done, and how it felt; ten seconds by keyboard."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coreapp.domain.training_log import Feeling
from coreapp.i18n import _, format_number
from coreapp.services.guide_words import concern_line, doctor_link
from coreapp.services.help_topics import HelpTopic
from coreapp.services.pain_notes import PainSaid
from coreapp.services.session_words import effort_word
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.after_words import AfterWords
from coreapp.ui.player.next_lines import Ahead
from coreapp.ui.player.summary import Summary
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, Chip
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.effort_input import EffortInput
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.help_button import name_with_help
from coreapp.ui.widgets.help_topic import set_topic
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.pain_detail import PainDetail
from coreapp.ui.widgets.pain_fields import PainFields

CARD_WIDTH: Final = 560
WORDS_WIDTH: Final = 280
NOTE_LENGTH: Final = 500


class AfterForm(QScrollArea):
    """Shows what was done and asks how it felt; nothing in it is required.

    Where it hurt is asked only where there was pain.

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
        self._make()
        theme.changed.connect(self._follow_text_size)

    def _make(self) -> None:
        """Make everything that is seen, in the language and the size of text that are on now."""
        theme = self._theme
        self._made_for = theme.fonts.factor
        self.effort = EffortInput(theme, _("Effort"), _("very easy"), _("as hard as it gets"))
        self.pain = PainFields(theme)
        self.cleanly = Chip(theme, _("All of it done cleanly"))
        self.stop_sign = Chip(theme, _("A sign to stop"))
        self.detail = PainDetail(theme)
        self._words = AfterWords(theme, self._art, self._title, self._name_of)
        self.ahead = self._words.ahead
        self.note = QLineEdit()
        self._effort_word = make_label(tone="ink2")
        self._concern = make_text(kind=Type.BODY_STRONG)
        self.doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        self._trouble = make_text(tone="danger")
        self.save = Button(theme, _("Save"), ButtonKind.PRIMARY, size=ButtonSize.BIG)
        self.skip = Button(theme, _("Skip"), ButtonKind.QUIET, size=ButtonSize.BIG)
        self._inner = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)

        self._lay_out()
        self._fit()

        self.effort.value_changed.connect(self._show_effort)
        self.effort.value_changed.connect(self._follow)
        self.pain.changed.connect(self._follow)
        self.cleanly.toggled.connect(self._follow)
        self.stop_sign.toggled.connect(self._follow)
        self.save.clicked.connect(self._save)
        self.skip.clicked.connect(self.skip_requested)
        self.doctor.clicked.connect(self.doctor_requested)
        self._follow()

    def _make_anew(self) -> None:
        """Make everything once more; what was entered stays."""
        felt, choice, trouble = self.feeling(), self.ahead.choice, self.trouble
        hurt = self.pain_said()
        unfolded = self.pain.some.isChecked()
        self._make()
        self.effort.set_value(felt.effort)
        self._show_effort(felt.effort)
        self.pain.set_pain({key: getattr(felt, key) for key in self.pain.scales})
        if unfolded and not self.pain.some.isChecked():
            self.pain.choose_some()
        self.cleanly.setChecked(felt.form_ok is True)
        self.stop_sign.setChecked(felt.stop_sign)
        self.note.setText(felt.note)
        self.detail.set_detail(hurt.places, hurt.triggers, tingled=hurt.tingled)
        self._follow()
        self.ahead.choose(choice)
        self.show_trouble(trouble)
        if self._summary is not None:
            self.show_summary(self._summary)

    def _follow_text_size(self) -> None:
        if self._theme.fonts.factor != self._made_for:
            self._make_anew()

    def show_title(self, title: str) -> None:
        """Say everything anew, with what the session is called in the language of now."""
        self._title = title
        self._make_anew()

    @property
    def concern(self) -> str:
        """What is said about pain or a sign to stop; empty if nothing."""
        return "" if self._concern.isHidden() else self._concern.text()

    @property
    def trouble(self) -> str:
        """What is wrong with saving; empty if nothing."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def show_summary(self, summary: Summary) -> None:
        """Show what was done, and wait for the first figure."""
        self._summary = summary
        self._words.show_summary(summary)
        self.effort.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ahead(self, look_ahead: Callable[[Feeling], Ahead]) -> None:
        """Show what changes the next time, and follow what is entered.

        Args:
            look_ahead: returns what comes next for how it felt; called with each change.
        """
        self._look_ahead = look_ahead
        self._follow()

    def show_trouble(self, sentence: str) -> None:
        """Say that it could not be saved; what was entered stays."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def feeling(self) -> Feeling:
        """Return what was entered."""
        return Feeling(
            effort=self.effort.effort(),
            form_ok=self.cleanly.isChecked() or None,
            stop_sign=self.stop_sign.isChecked(),
            **self.pain.pain(),
            note=self.note.text().strip(),
        )

    def pain_said(self) -> PainSaid:
        """Return where it hurt and what brought it on; nothing where there was no pain."""
        if not any(self.pain.pain().values()):
            return PainSaid()
        detail = self.detail
        return PainSaid(detail.places, detail.triggers, detail.tingled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, skip with Esc; a letter answers a question."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._press_or_save()
            case Qt.Key.Key_Escape:
                self.skip_requested.emit()
            case Qt.Key.Key_N:
                self.pain.choose_none()
            case Qt.Key.Key_P:
                self.pain.choose_some()
            case Qt.Key.Key_C:
                self.cleanly.toggle()
            case Qt.Key.Key_S:
                self.stop_sign.toggle()
            case _:
                super().keyPressEvent(event)

    def _press_or_save(self) -> None:
        """Press the link that has the focus; from anywhere else Enter saves."""
        for link in (self.doctor, self.ahead.more, self.detail.more):
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
        # Qt asks for heights at all the width there is, also of what may be less wide: lines that
        # break only there would have no room.
        room = self.viewport().width() - 2 * metrics.PAGE_MARGIN_NARROW
        over = 0 if beside else max(0, room - self._words.maximumWidth())
        self._halves.setContentsMargins(0, 0, over, 0)

    def _lay_out(self) -> None:
        card = self._form_card()
        self._halves.setSpacing(48)
        self._halves.addStretch(1)
        self._halves.addWidget(self._words, 4)
        self._halves.addWidget(card, 8)
        self._halves.addStretch(1)
        column = QVBoxLayout(self._inner)
        margin = metrics.PAGE_MARGIN_NARROW
        column.setContentsMargins(margin, margin, margin, margin)
        column.addStretch(1)
        column.addLayout(self._halves)
        column.addStretch(2)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)

    def _form_card(self) -> Card:
        card = Card()
        card.setMaximumWidth(self._theme.fonts.pixels(CARD_WIDTH) + 60)
        card.body.setSpacing(6)
        self.note.setPlaceholderText(_("Anything to remember for next time"))
        self.note.setMaxLength(NOTE_LENGTH)
        self.note.setAccessibleName(_("Note"))
        set_topic(card, HelpTopic.FEELING)
        effort_head = name_with_help(self._theme, _("Effort"), HelpTopic.EFFORT, self.effort)
        effort_head.addWidget(self._effort_word)
        effort_head.addStretch(1)
        card.body.addLayout(effort_head)
        card.body.addWidget(self.effort)
        card.body.addSpacing(10)
        card.body.addWidget(self.pain)
        card.body.addWidget(self.detail)
        card.body.addSpacing(10)
        ticks = FlowLayout(8, 4)
        ticks.addWidget(self.cleanly)
        ticks.addWidget(self.stop_sign)
        card.body.addLayout(ticks)
        card.body.addSpacing(4)
        card.body.addWidget(self._concern)
        self.doctor.setStyleSheet("padding: 0;")  # in line with the words above it
        card.body.addWidget(self.doctor, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addSpacing(10)
        card.body.addWidget(make_label(_("Note"), Type.BODY_STRONG))
        card.body.addWidget(self.note)
        card.body.addWidget(self._trouble)
        card.body.addSpacing(10)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        keys = _("Keys: N no pain, P there was pain, C cleanly, S a sign to stop, Enter saves.")
        card.body.addWidget(make_text(keys, Type.CAPTION, "ink2"))
        card.body.addStretch(1)  # where the words beside it are longer
        self._trouble.hide()
        return card

    def _show_effort(self, effort: float | None) -> None:
        if effort is None:
            self._effort_word.setText("")
            return
        word = effort_word(effort)
        halves = _("{effort}: {word}").format(effort=format_number(effort), word=word)
        self._effort_word.setText(word if effort == int(effort) else halves)

    def _follow(self) -> None:
        """Show what the answers mean."""
        feeling = self.feeling()
        text = concern_line(feeling)
        self._concern.setText(text)
        self._concern.setVisible(bool(text))
        self.detail.setVisible(any(self.pain.pain().values()))
        if self._look_ahead is not None:
            self.ahead.show_ahead(self._look_ahead(feeling))

    def _save(self) -> None:
        self.save_requested.emit(self.feeling())
