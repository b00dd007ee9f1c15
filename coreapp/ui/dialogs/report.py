"""Which time a report is about, and what of it is given away."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.errors import InvalidValueError
from coreapp.i18n import _, ngettext, pgettext
from coreapp.services.explanations import explain_remedy
from coreapp.services.report import ReportPart
from coreapp.services.report_words import part_label
from coreapp.ui.dialogs.base import Question, dialog_width
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.chip_choice import ChipChoice
from coreapp.ui.widgets.fields import DateField
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.scrolled import scrolled
from coreapp.ui.widgets.single_choice import SingleChoice

WEEKS: Final = (4, 8, 12)
_OWN: Final = "own"
_WIDTH: Final = 640
"""All four times stand side by side, in most languages."""
_SIDES: Final = ("left", "right")
_AROUND: Final = 80
"""What a desktop puts around a window, in pixels."""
_LEAST: Final = 120
_USUAL: Final = frozenset(ReportPart) - {ReportPart.NOTES}
"""Notes are one's own words: they go along only if somebody says so."""


class ReportDialog(Question):
    """Asks for the weeks and the parts; a click on *own time* shows two dates.

    Attributes:
        span: the last weeks, or a time of one's own.
        first, last: the days of that.
        parts: what is in it.
        save, print: where it goes.

    Signals:
        save_requested, print_requested: the first and the last day, and the chosen parts.
    """

    save_requested = Signal(object, object, object)
    print_requested = Signal(object, object, object)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        text = _(
            "For a physiotherapist or doctor, or for yourself: one to three pages. You choose what "
            "is in it, and it stays on this computer until you pass it on."
        )
        super().__init__(theme, _("Report"), text, parent)
        self._today = today
        self.setMinimumWidth(dialog_width(theme, _WIDTH))
        self.span = SingleChoice(theme, pgettext("report", "Time"), _spans(), needed=True)
        self.span.choose(str(WEEKS[0]))
        self.first = DateField(theme, today - timedelta(weeks=WEEKS[0], days=-1), today)
        self.last = DateField(theme, today, today)
        self.parts = ChipChoice(
            theme, _("What is in it"), [(each.value, part_label(each)) for each in ReportPart]
        )
        self.parts.choose(each.value for each in ReportPart if each in _USUAL)
        self._problem = make_text("", Type.CAPTION, "danger")
        self._problem.hide()
        self._lay_out()
        self.add_answer(_("Cancel"))
        self.print = self._answer(theme, _("Print…"), ButtonKind.SECONDARY)
        self.save = self._answer(theme, _("Save as PDF…"), ButtonKind.PRIMARY)
        self.save.setDefault(True)
        self.span.changed.connect(self._follow)
        self.parts.changed.connect(self._follow)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self._follow()

    def chosen(self) -> tuple[date, date, frozenset[ReportPart]]:
        """Return the first and the last day, and the parts."""
        parts = frozenset(map(ReportPart, self.parts.chosen()))
        if self.span.value() == _OWN:
            return self.first.day(), self.last.day(), parts
        weeks = int(self.span.value())
        return self._today - timedelta(weeks=weeks, days=-1), self._today, parts

    def show_problem(self, error: InvalidValueError) -> None:
        """Say why it cannot be made so."""
        self._problem.setText(explain_remedy(error))
        self._problem.show()

    def _lay_out(self) -> None:
        self._times = QWidget()
        dates = FlowLayout(8, 6)
        for name, field in (
            (pgettext("report", "From"), self.first),
            (pgettext("report", "To"), self.last),
        ):
            label = make_label(name, tone="ink2")
            label.setBuddy(field)
            field.setAccessibleName(name)
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(label)
            row.addWidget(field)
            dates.addWidget(pair)
        self._times.setLayout(dates)
        when = make_label(pgettext("report", "Time"), Type.BODY_STRONG)
        what = make_label(_("What is in it"), Type.BODY_STRONG)
        self._inner = QWidget()
        self._choices = QVBoxLayout(self._inner)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(8)
        for widget in (when, self.span, self._times, what, self.parts, self._problem):
            if widget in {when, what}:
                self._choices.addSpacing(8)
            self._choices.addWidget(widget)
        self._area = scrolled(self._inner)
        self.column.insertWidget(self.column.count() - 2, self._area)

    def _answer(self, theme: Theme, text: str, kind: ButtonKind) -> Button:
        button = Button(theme, text, kind)
        self._answers.addWidget(button)
        return button

    def _follow(self) -> None:
        """Show the dates where they are wanted."""
        self._times.setVisible(self.span.value() == _OWN)
        self._problem.hide()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the lines are at this width."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be no higher than the screen: with large text the choices scroll, not the answers."""
        room = self.width() - sum(getattr(self.column.contentsMargins(), side)() for side in _SIDES)
        needed = self._choices.totalHeightForWidth(room)
        self._area.setFixedHeight(needed)
        self.column.activate()
        total = self.column.totalHeightForWidth(self.width())
        most = self.screen().availableGeometry().height() - _AROUND
        self._area.setFixedHeight(max(_LEAST, needed - max(0, total - most)))
        self.column.activate()
        self.resize(self.width(), self.column.totalHeightForWidth(self.width()))

    def _save(self) -> None:
        self.save_requested.emit(*self.chosen())

    def _print(self) -> None:
        self.print_requested.emit(*self.chosen())


def _spans() -> list[tuple[str, str]]:
    words = [
        (
            str(weeks),
            ngettext("The last {count} week", "The last {count} weeks", weeks).format(count=weeks),
        )
        for weeks in WEEKS
    ]
    return [*words, (_OWN, _("A time of my own"))]
