"""Saying what a stretch of time was, and from when to when: corrected, or filled in."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.span_correction import CORRECTABLE
from coreapp.i18n import _, pgettext
from coreapp.services.break_day import span_label
from coreapp.services.corrections import ChosenSpan
from coreapp.ui.dialogs.base import answer_row, dialog_width
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.fields import ComboField
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.labels import make_label, make_text

WIDTH: Final = 480
_FIELD: Final = 104


@dataclass(frozen=True, slots=True)
class SaidTime:
    """What somebody says a stretch of time was; the times as they were typed."""

    kind: SpanKind
    start: str
    end: str


class TimeCorrectionDialog(QDialog):
    """Asks what a stretch of time was; it stays open until what was said can be used.

    Signals:
        said: the `SaidTime`.
    """

    said = Signal(object)

    def __init__(
        self, theme: Theme, chosen: ChosenSpan, told: str, parent: QWidget | None = None
    ) -> None:
        """Make the question.

        Args:
            theme: its look.
            chosen: what is to be put right.
            told: what the record says now, with its day, in words; the day alone where it says
                nothing.
            parent: what it opens on.
        """
        super().__init__(parent)
        corrects = chosen.is_recorded
        title = _("Correct this time") if corrects else _("Fill in this day")
        self.setWindowTitle(title)
        self.setMinimumWidth(dialog_width(theme, WIDTH))
        self._kind = ComboField(theme)
        for kind in CORRECTABLE:
            self._kind.addItem(span_label(kind), kind.value)
        self._kind.setCurrentIndex(self._kind.findData(chosen.kind.value))
        self._times = {
            "from": _time_field(theme, _("Began at"), chosen.start),
            "to": _time_field(theme, _("Ended at"), chosen.end),
        }
        self._problem = make_text("", Type.CAPTION, "danger")
        self._rule = make_text(
            _(
                "What you say takes the place of all it covers; the rest stays as it was. The "
                "figures follow. The sitting that is being counted now does not change."
            ),
            Type.CAPTION,
            "ink2",
        )
        save = _("Correct") if corrects else pgettext("a day without times", "Fill in")
        self._save = Button(theme, save, ButtonKind.PRIMARY)
        self._save.setDefault(True)
        self._lay_out(theme, told)
        self._save.clicked.connect(self._say)

    def show_problem(self, part: str, sentence: str) -> None:
        """Say why a time cannot be used, in the place of the rule, and go there.

        Args:
            part: `from` or `to`.
            sentence: what is wrong with it, and how to write it; empty for nothing.
        """
        field = self._times[part]
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._rule.setVisible(not sentence)
        # Who cannot see the line beneath hears it with the field.
        field.setAccessibleDescription(sentence)
        field.setProperty("invalid", bool(sentence))
        field.style().unpolish(field)
        field.style().polish(field)
        self._fit()
        if sentence:
            field.setFocus()
            field.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the texts are at this width."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _lay_out(self, theme: Theme, told: str) -> None:
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._times["from"])
        row.addWidget(make_label("–"))
        row.addWidget(self._times["to"])
        times.setFocusProxy(self._times["from"])
        form = FormCard(theme, in_dialog=True)
        rows = (
            add_row(form, _("What it was"), "", self._kind),
            add_row(form, pgettext("a stretch of time", "When"), "", times),
        )
        for each in rows:
            each.setMinimumHeight(theme.fonts.pixels(metrics.FORM_ROW))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(make_text(self.windowTitle(), Type.HEADING))
        column.addWidget(make_text(told, Type.BODY_STRONG))
        column.addSpacing(4)
        column.addWidget(form)
        column.addSpacing(4)
        column.addWidget(self._problem)
        column.addWidget(self._rule)
        self._problem.hide()
        column.addStretch(1)
        column.addSpacing(8)
        column.addLayout(answer_row(theme, self, self._save))

    def _say(self) -> None:
        for part in self._times:
            self.show_problem(part, "")
        start, end = (field.text() for field in self._times.values())
        self.said.emit(SaidTime(SpanKind(self._kind.currentData()), start, end))


def _time_field(theme: Theme, name: str, value: str) -> QLineEdit:
    """Return a field for a time of day."""
    field = QLineEdit(value)
    field.setFixedWidth(theme.fonts.pixels(_FIELD))
    field.setAlignment(Qt.AlignmentFlag.AlignCenter)
    field.setAccessibleName(name)
    return field
