"""Putting a programme into the plan: from when, on which days, at what time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from coreapp.domain.placing import has_neighbours
from coreapp.domain.wall_time import parse_time
from coreapp.i18n import _, ngettext
from coreapp.services.programme_facts import Wish
from coreapp.services.rule_words import WEEKDAYS, weekday_name
from coreapp.ui.dialogs.base import SIDE, answer_row, dialog_width
from coreapp.ui.dialogs.fitting import FitsWhenShown
from coreapp.ui.dialogs.plan_entry import WIDTH
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, Chip
from coreapp.ui.widgets.fields import DateField, TimeField
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.scrolled import scrolled


class ProgrammePlanDialog(QDialog):
    """Asks for the days of a programme.

    Signals:
        planned: the `Wish`; the dialog stays open until it is closed.

    Args:
        theme: the look.
        title: of the programme.
        count: how many days a week are to be chosen; 0 for any number.
        offered: what stands there at first; its day is the first that may be.
    """

    planned = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        count: int,
        offered: Wish,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._count = count
        self.setWindowTitle(title)
        self.resize(dialog_width(theme, WIDTH), self.height())
        self._days = QButtonGroup(self)
        self._days.setExclusive(False)
        for index, day in enumerate(WEEKDAYS):
            chip = Chip(theme, weekday_name(index, "EEE"))
            chip.setAccessibleName(weekday_name(index))
            chip.setChecked(day in offered.weekdays)
            chip.setObjectName(f"day_{day}")
            self._days.addButton(chip, index)
        self._at = TimeField(theme, parse_time("at", offered.at))
        self._from = DateField(theme, offered.start, offered.start)
        self._hint = make_text("", tone="ink2")
        self._problem = make_text("", tone="danger")
        self._problem.hide()
        self._save = Button(theme, _("Put it into the plan"), ButtonKind.PRIMARY)
        self._save.setDefault(True)
        self._save.setObjectName("put_into_plan")
        self._lay_out(theme, title)
        self._days.idToggled.connect(self._look)
        self._save.clicked.connect(self._plan)
        self._look()

    def show_problem(self, sentence: str) -> None:
        """Say what cannot be used."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is said now."""
        if self.isVisible():
            self._fits.fit()

    def chosen(self) -> frozenset[str]:
        """Return the days that are chosen now."""
        return frozenset(
            day for index, day in enumerate(WEEKDAYS) if self._days.button(index).isChecked()
        )

    def _lay_out(self, theme: Theme, title: str) -> None:
        days = FlowLayout(8, 8)
        for button in self._days.buttons():
            days.addWidget(button)
        day_row = QWidget()
        room = QVBoxLayout(day_row)
        room.setContentsMargins(0, 8, 0, 14)
        room.setSpacing(10)
        room.addLayout(days)
        room.addWidget(self._hint)
        form = FormCard(theme, in_dialog=True)
        form.body.addWidget(day_row)
        add_row(form, _("Time of day"), _("You are reminded at this time"), self._at)
        add_row(form, _("From"), _("The first session is on the first of your days"), self._from)
        # With large letters the rows scroll where the window beneath is not high enough.
        area = scrolled(form)
        self._fits = FitsWhenShown(self, area, SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        column.setSpacing(16)
        column.addWidget(make_text(title, Type.HEADING))
        column.addWidget(area, 1)
        column.addWidget(self._problem)
        column.addLayout(answer_row(theme, self, self._save))

    def _look(self) -> None:
        """Say what the days mean, and let it be saved when they are enough."""
        chosen = self.chosen()
        is_right = len(chosen) == self._count if self._count else bool(chosen)
        self._save.setEnabled(is_right)
        self._hint.setText(self._hint_text(chosen, is_right=is_right))
        self._fit()

    def _hint_text(self, chosen: frozenset[str], *, is_right: bool) -> str:
        if not self._count:
            return _("Most days is best; at least five days a week are needed for one pass more.")
        if not is_right:
            text = ngettext(
                "Choose {count} day of the week.", "Choose {count} days of the week.", self._count
            )
            return text.format(count=self._count)
        if has_neighbours([WEEKDAYS.index(day) for day in chosen]):
            return _("A day between two sessions is better: your body builds up in the rests.")
        return _("With a day between them: good.")

    def _plan(self) -> None:
        self.show_problem("")
        at = self._at.at().strftime("%H:%M")
        self.planned.emit(Wish(self._from.day(), self.chosen(), at))
