"""The card that asks how a session felt."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from coreapp.domain.training_log import Feeling
from coreapp.i18n import _, format_number
from coreapp.services.guide_words import concern_line, doctor_link
from coreapp.services.help_topics import HelpTopic
from coreapp.services.pain_notes import PainSaid
from coreapp.services.session_words import effort_word
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

NOTE_LENGTH: Final = 500


class FeelingCard(Card):
    """Asks in the language and the size of text that are on now; nothing in it is required.

    Where it hurt is asked only where there was pain.

    Signals:
        changed: another answer is given; a note is none.
        save_requested: the answers are to be kept.
        skip_requested: nothing is to be added.
        doctor_requested: the person wants to read when to see a doctor.
    """

    changed = Signal()
    save_requested = Signal()
    skip_requested = Signal()
    doctor_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.effort = EffortInput(theme, _("Effort"), _("very easy"), _("as hard as it gets"))
        self.pain = PainFields(theme)
        self.cleanly = Chip(theme, _("All of it done cleanly"))
        self.stop_sign = Chip(theme, _("A sign to stop"))
        self.detail = PainDetail(theme)
        self.note = QLineEdit()
        self._effort_word = make_label(tone="ink2")
        self._concern = make_text(kind=Type.BODY_STRONG)
        self.doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        self._trouble = make_text(tone="danger")
        self.save = Button(theme, _("Save"), ButtonKind.PRIMARY, size=ButtonSize.BIG)
        self.skip = Button(theme, _("Skip"), ButtonKind.QUIET, size=ButtonSize.BIG)
        self._lay_out()
        self.effort.value_changed.connect(self._show_effort)
        for signal in (
            self.effort.value_changed,
            self.pain.changed,
            self.cleanly.toggled,
            self.stop_sign.toggled,
        ):
            signal.connect(self._follow)
        self.save.clicked.connect(self.save_requested)
        self.skip.clicked.connect(self.skip_requested)
        self.doctor.clicked.connect(self.doctor_requested)
        self._follow()

    @property
    def concern(self) -> str:
        """What is said about pain or a sign to stop; empty if nothing."""
        return "" if self._concern.isHidden() else self._concern.text()

    @property
    def trouble(self) -> str:
        """What is wrong with saving; empty if nothing."""
        return "" if self._trouble.isHidden() else self._trouble.text()

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

    def answer(self, key: Qt.Key) -> bool:
        """Answer a question by its letter; tell whether one has that letter."""
        match key:
            case Qt.Key.Key_N:
                self.pain.choose_none()
            case Qt.Key.Key_P:
                self.pain.choose_some()
            case Qt.Key.Key_C:
                self.cleanly.toggle()
            case Qt.Key.Key_S:
                self.stop_sign.toggle()
            case _:
                return False
        return True

    def take_over(self, before: "FeelingCard") -> None:
        """Have the answers of the card that stood here before."""
        felt, hurt = before.feeling(), before.pain_said()
        self.effort.set_value(felt.effort)
        self._show_effort(felt.effort)
        self.pain.set_pain({key: getattr(felt, key) for key in self.pain.scales})
        if before.pain.some.isChecked() and not self.pain.some.isChecked():
            self.pain.choose_some()
        self.cleanly.setChecked(felt.form_ok is True)
        self.stop_sign.setChecked(felt.stop_sign)
        self.note.setText(felt.note)
        self.detail.set_detail(hurt.places, hurt.triggers, tingled=hurt.tingled)
        self.show_trouble(before.trouble)
        self._follow()

    def _lay_out(self) -> None:
        self.body.setSpacing(6)
        self.note.setPlaceholderText(_("Anything to remember for next time"))
        self.note.setMaxLength(NOTE_LENGTH)
        self.note.setAccessibleName(_("Note"))
        set_topic(self, HelpTopic.FEELING)
        effort_head = name_with_help(self._theme, _("Effort"), HelpTopic.EFFORT, self.effort)
        effort_head.addWidget(self._effort_word)
        effort_head.addStretch(1)
        self.body.addLayout(effort_head)
        self.body.addWidget(self.effort)
        self.body.addSpacing(10)
        self.body.addWidget(self.pain)
        self.body.addWidget(self.detail)
        self.body.addSpacing(10)
        ticks = FlowLayout(8, 4)
        ticks.addWidget(self.cleanly)
        ticks.addWidget(self.stop_sign)
        self.body.addLayout(ticks)
        self.body.addSpacing(4)
        self.body.addWidget(self._concern)
        self.doctor.setStyleSheet("padding: 0;")  # in line with the words above it
        self.body.addWidget(self.doctor, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(10)
        self.body.addWidget(make_label(_("Note"), Type.BODY_STRONG))
        self.body.addWidget(self.note)
        self.body.addWidget(self._trouble)
        self.body.addSpacing(10)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        keys = _("Keys: N no pain, P there was pain, C cleanly, S a sign to stop, Enter saves.")
        self.body.addWidget(make_text(keys, Type.CAPTION, "ink2"))
        self.body.addStretch(1)  # where the words beside it are longer
        self._trouble.hide()

    def _show_effort(self, effort: float | None) -> None:
        if effort is None:
            self._effort_word.setText("")
            return
        word = effort_word(effort)
        halves = _("{effort}: {word}").format(effort=format_number(effort), word=word)
        self._effort_word.setText(word if effort == int(effort) else halves)

    def _follow(self) -> None:
        """Show what the answers mean."""
        text = concern_line(self.feeling())
        self._concern.setText(text)
        self._concern.setVisible(bool(text))
        self.detail.setVisible(any(self.pain.pain().values()))
        self.changed.emit()
