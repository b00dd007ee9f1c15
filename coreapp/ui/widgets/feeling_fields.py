"""How a session felt: effort, pain, how it went, and a note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from coreapp.domain.training_log import Feeling
from coreapp.i18n import _
from coreapp.services.guide_words import concern_line
from coreapp.services.help_topics import HelpTopic
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Chip
from coreapp.ui.widgets.effort_input import EffortInput
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.help_button import named_with_help
from coreapp.ui.widgets.help_topic import set_topic
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.pain_fields import PainFields

NOTE_HEIGHT = 60


class FeelingFields(QWidget):
    """Every field may be left empty.

    Signals:
        changed: something else is entered that `concern` may be about.
    """

    changed = Signal()

    def __init__(self, theme: Theme, felt: Feeling) -> None:
        super().__init__()
        self._felt = felt
        self.effort = EffortInput(theme, _("Effort"), _("very easy"), _("as hard as it gets"))
        self.pain = PainFields(theme, with_morning=True)
        self.cleanly = Chip(theme, _("All of it done cleanly"))
        self.not_cleanly = Chip(theme, _("Not all of it"))
        self.stop_sign = Chip(theme, _("A sign to stop"))
        self.note = QPlainTextEdit(felt.note)
        self._effort_changed = False
        self._show(felt)
        set_topic(self, HelpTopic.FEELING)
        self._lay_out(theme)
        self.effort.value_changed.connect(self._note_effort)
        self.cleanly.toggled.connect(self._only_cleanly)
        self.not_cleanly.toggled.connect(self._only_not_cleanly)
        self.pain.changed.connect(self.changed)
        self.stop_sign.toggled.connect(self.changed)

    @property
    def concern(self) -> str:
        """What is to be said about what is entered now; empty if nothing is."""
        return concern_line(self.feeling())

    def feeling(self) -> Feeling:
        """Return what is entered now."""
        return Feeling(
            effort=self._effort(),
            form_ok=True if self.cleanly.isChecked() else self._not_ok(),
            stop_sign=self.stop_sign.isChecked(),
            note=self.note.toPlainText().strip(),
            **self.pain.pain(),
        )

    def _show(self, felt: Feeling) -> None:
        self.effort.set_value(felt.effort)
        self.pain.set_pain({key: getattr(felt, key) for key in self.pain.scales})
        self.cleanly.setChecked(felt.form_ok is True)
        self.not_cleanly.setChecked(felt.form_ok is False)
        self.stop_sign.setChecked(felt.stop_sign)

    def _lay_out(self, theme: Theme) -> None:
        self.note.setFixedHeight(theme.fonts.pixels(NOTE_HEIGHT))
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(_("Note"))
        ticks = QWidget()
        flow = FlowLayout(8, 4)
        for chip in (self.cleanly, self.not_cleanly, self.stop_sign):
            flow.addWidget(chip)
        ticks.setLayout(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        effort = named_with_help(theme, _("Effort"), HelpTopic.EFFORT, self.effort)
        for name, field in (
            ("", effort),
            ("", self.pain),
            (_("How it went"), ticks),
            (_("Note"), self.note),
        ):
            if name:
                column.addWidget(make_label(name, Type.BODY_STRONG))
            column.addWidget(field)
            column.addSpacing(4)

    def _effort(self) -> float | None:
        """Return the effort; one of a file that is no half stays while nobody changes it."""
        if self._felt.effort is not None and not self._effort_changed:
            return self._felt.effort
        return self.effort.effort()

    def _note_effort(self) -> None:
        self._effort_changed = True

    def _not_ok(self) -> bool | None:
        return False if self.not_cleanly.isChecked() else None

    def _only_cleanly(self, is_on: bool) -> None:  # noqa: FBT001  a signal's slot
        if is_on:
            self.not_cleanly.setChecked(False)

    def _only_not_cleanly(self, is_on: bool) -> None:  # noqa: FBT001  a signal's slot
        if is_on:
            self.cleanly.setChecked(False)
