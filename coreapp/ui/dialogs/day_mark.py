"""Marking several days: rest, sick, travel or easy, and what becomes of what is planned on them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coreapp.domain.day_record import DayMark
from coreapp.i18n import _, ngettext, pgettext
from coreapp.services.day_marks import Marking, Planned
from coreapp.services.mark_words import mark_label
from coreapp.ui.dialogs.base import answer_row, dialog_width
from coreapp.ui.dialogs.fitting import FitsWhenShown
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.fields import ComboField, DateField
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.scrolled import scrolled

WIDTH: Final = 480
_SIDE: Final = 24
_NO_MARK: Final = ""


@dataclass(frozen=True, slots=True)
class MarkAnswer:
    """How days are to be marked, and what becomes of the sessions on them."""

    marking: Marking
    then: Planned


class DayMarkDialog(QDialog):
    """Asks for days and their mark.

    Signals:
        answered: the `MarkAnswer`; the dialog stays open until it is closed.
    """

    answered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        marking: Marking,
        count_planned: Callable[[date, date], int],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Propose days.

        Args:
            theme: the look.
            marking: the days and the mark to begin with.
            count_planned: how many sessions on some days, first and last, are still to be done.
            today: the day it is.
            parent: what it opens on.
        """
        super().__init__(parent)
        self._theme = theme
        self._count_planned = count_planned
        title = _("Mark days")
        self.setWindowTitle(title)
        self.resize(dialog_width(theme, WIDTH), self.height())
        self._first = DateField(theme, marking.first, today)
        self._last = DateField(theme, marking.last, today)
        self._mark = ComboField(theme)
        for each in DayMark:
            self._mark.addItem(mark_label(each), each.value)
        self._mark.addItem(pgettext("mark of a day", "None"), _NO_MARK)
        proposed = marking.mark.value if marking.mark else _NO_MARK
        self._mark.setCurrentIndex(self._mark.findData(proposed))
        self._then = ComboField(theme)
        self._planned = make_text("", tone="ink2")
        self._problem = make_text("", tone="danger")
        self._problem.hide()
        self._save = Button(theme, _("Mark these days"), ButtonKind.PRIMARY)
        self._save.setDefault(True)
        self._save.setObjectName("mark_days")
        self._lay_out(title)
        self._first.dateChanged.connect(self._look)
        self._last.dateChanged.connect(self._look)
        self._mark.currentIndexChanged.connect(self._look)
        self._save.clicked.connect(self._answer)
        self._look()

    def show_problem(self, sentence: str) -> None:
        """Say what cannot be used."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._fit()

    def _lay_out(self, title: str) -> None:
        form = FormCard(self._theme, in_dialog=True)
        add_row(form, pgettext("days", "From"), "", self._first)
        add_row(form, pgettext("days", "To"), "", self._last)
        add_row(form, pgettext("of a day", "Mark"), "", self._mark)
        self._then_row = add_row(form, _("What is planned"), "", self._then)
        # With large letters the rows scroll where the window beneath is not high enough.
        area = scrolled(form)
        self._fits = FitsWhenShown(self, area, _SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        column.setSpacing(12)
        column.addWidget(make_text(title, Type.HEADING))
        column.addWidget(area, 1)
        column.addWidget(self._planned)
        column.addWidget(self._problem)
        column.addLayout(answer_row(self._theme, self, self._save))

    def _marking(self) -> Marking:
        value = str(self._mark.currentData())
        return Marking(self._first.day(), self._last.day(), DayMark(value) if value else None)

    def _look(self) -> None:
        """Say what is planned on these days, and offer what can become of it."""
        marking = self._marking()
        count = 0
        if marking.days >= 1 and marking.mark is not None:
            count = self._count_planned(marking.first, marking.last)
        chosen = self._then.currentData()
        self._then.clear()
        days = ngettext("{count} day later", "{count} days later", max(1, marking.days))
        for then, text in (
            (Planned.STAY, _("Leave it")),
            (Planned.MOVE, days.format(count=max(1, marking.days))),
            (Planned.SKIP, _("Skip it")),
        ):
            self._then.addItem(text, then.value)
        self._then.setCurrentIndex(max(0, self._then.findData(chosen)))
        self._then_row.setVisible(count > 0)
        text = ngettext(
            "{count} session is planned on these days.",
            "{count} sessions are planned on these days.",
            count,
        )
        words = text.format(count=count)
        if marking.is_quiet:
            words = _("{planned} You are not reminded on them.").format(planned=words)
        self._planned.setText(words)
        self._planned.setVisible(count > 0)
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is asked now."""
        if self.isVisible():
            self._fits.fit()

    def _answer(self) -> None:
        self.show_problem("")
        self.answered.emit(MarkAnswer(self._marking(), Planned(self._then.currentData())))
