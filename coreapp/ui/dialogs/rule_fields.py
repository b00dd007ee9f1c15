"""The rows of a form that ask how something repeats, and until when."""

from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.rule_form import (
    LAST,
    MOST_TIMES,
    MOST_WEEKS,
    WEEKDAYS,
    Repeat,
    RuleForm,
    form_of,
    rule_of,
)
from coreapp.i18n import _, pgettext
from coreapp.services.rule_words import month_day, weekday_name
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Chip
from coreapp.ui.widgets.fields import ComboField, DateField, NumberField
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.form import FormCard, FormRow, add_row
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.segmented import SegmentedChoice

MOST_APART: Final = 30
USUAL_DAYS: Final = frozenset({"MO", "WE", "FR"})
AS_IT_IS: Final = "as_it_is"
"""The choice that keeps a rule which the fields cannot show."""

_NEVER, _UNTIL, _COUNT = "never", "until", "count"


class RuleFields(QObject):
    """Asks for a rule; only the rows are seen that go with what was chosen.

    Signals:
        changed: another rule is asked for now.
    """

    changed = Signal()

    def __init__(self, theme: Theme, form: FormCard, first: date, today: date) -> None:
        """Add the rows to a form.

        Args:
            theme: the look.
            form: takes the rows.
            first: the first day, for what is proposed.
            today: the day it is.
        """
        super().__init__(form)
        self._theme = theme
        self._kept_rule = ""
        self._make_fields(first, today)
        self._add_rows(form)
        self.show_form(RuleForm(Repeat.WEEKS, weekdays=USUAL_DAYS))
        for signal in (
            self._repeat.activated,
            self._days.idToggled,
            self._every.valueChanged,
            self._month_day.activated,
            self._nth.activated,
            self._weekday.activated,
            self._end.chosen,
            self._until.dateChanged,
            self._count.valueChanged,
        ):
            signal.connect(self._note)

    def show_rule(self, rule: str) -> None:
        """Show a rule; one that the fields cannot show is kept as it is until another is chosen."""
        form = form_of(rule)
        if form is not None:
            self.show_form(form)
            return
        self._kept_rule = rule
        if self._repeat.findData(AS_IT_IS) < 0:
            self._repeat.addItem(_("As it is"), AS_IT_IS)
        self._repeat.setCurrentIndex(self._repeat.findData(AS_IT_IS))
        self._rule_text.setText(rule)
        self._fold()

    def show_form(self, form: RuleForm) -> None:
        """Show how something repeats."""
        self._repeat.setCurrentIndex(self._repeat.findData(form.repeat.value))
        self._every.setValue(form.every)
        if form.repeat is Repeat.WEEKS:
            for index, day in enumerate(WEEKDAYS):
                self._days.button(index).setChecked(day in form.weekdays)
        if form.repeat is Repeat.MONTH_WEEKDAY:
            (day,) = form.weekdays
            self._weekday.setCurrentIndex(WEEKDAYS.index(day))
            self._nth.setCurrentIndex(self._nth.findData(form.number))
        if form.repeat is Repeat.MONTH_DAY:
            self._month_day.setCurrentIndex(self._month_day.findData(form.number))
        self._show_end(form)
        self._fold()

    def rule(self) -> str:
        """Return the rule that is asked for; empty if no day of the week is chosen."""
        if self._repeat.currentData() == AS_IT_IS:
            return self._kept_rule
        form = self._form()
        return "" if form.repeat is Repeat.WEEKS and not form.weekdays else rule_of(form)

    def set_visible(self, *, visible: bool) -> None:
        """Show the rows, or hide all of them."""
        self._is_asked = visible
        self._fold()

    def _form(self) -> RuleForm:
        repeat = Repeat(self._repeat.currentData())
        days, number = frozenset[str](), 1
        match repeat:
            case Repeat.WEEKS:
                chosen = (self._days.button(index).isChecked() for index in range(len(WEEKDAYS)))
                days = frozenset(day for day, on in zip(WEEKDAYS, chosen, strict=True) if on)
            case Repeat.MONTH_DAY:
                number = int(self._month_day.currentData())
            case Repeat.MONTH_WEEKDAY:
                number = int(self._nth.currentData())
                days = frozenset({WEEKDAYS[self._weekday.currentIndex()]})
        end = self._end.value()
        return RuleForm(
            repeat,
            self._every.value(),
            days,
            number,
            until=self._until.day() if end == _UNTIL else None,
            count=self._count.value() if end == _COUNT else None,
        )

    def _show_end(self, form: RuleForm) -> None:
        end = _COUNT if form.count is not None else _NEVER
        if form.until is not None:
            end = _UNTIL
            self._until.setDate(form.until)  # type: ignore[arg-type]  # PySide takes dates too
        if form.count is not None:
            self._count.setValue(form.count)
        self._end.choose(end)

    def _make_fields(self, first: date, today: date) -> None:
        theme = self._theme
        self._is_asked = True
        self._repeat = ComboField(theme)
        for repeat, text in (
            (Repeat.WEEKS, _("On fixed days of the week")),
            (Repeat.DAYS, _("Every day or every few days")),
            (Repeat.MONTH_DAY, _("On a day of the month")),
            (Repeat.MONTH_WEEKDAY, _("On a weekday of the month")),
            (Repeat.ONCE, _("Once only")),
        ):
            self._repeat.addItem(text, repeat.value)
        self._days = QButtonGroup(self)
        self._days.setExclusive(False)
        for index, day in enumerate(WEEKDAYS):
            chip = Chip(theme, weekday_name(index, "EEE"))
            chip.setAccessibleName(weekday_name(index))
            chip.setObjectName(f"day_{day}")
            chip.setChecked(day in USUAL_DAYS)
            self._days.addButton(chip, index)
        self._every = NumberField(theme)
        self._every.setRange(1, MOST_APART)
        self._month_day = ComboField(theme)
        for number in (*range(1, 32), LAST):
            self._month_day.addItem(month_day(number), number)
        self._month_day.setCurrentIndex(first.day - 1)
        self._nth, self._weekday = ComboField(theme), ComboField(theme)
        for number, text in _nth_words().items():
            self._nth.addItem(text, number)
        for index in range(len(WEEKDAYS)):
            self._weekday.addItem(weekday_name(index), index)
        self._nth.setCurrentIndex(min(MOST_WEEKS, (first.day - 1) // 7))
        self._weekday.setCurrentIndex(first.weekday())
        self._end = SegmentedChoice(theme)
        self._end.set_options(
            [
                (_NEVER, pgettext("end of a rule", "Never")),
                (_UNTIL, pgettext("end of a rule", "On a day")),
                (_COUNT, pgettext("end of a rule", "After a number")),
            ]
        )
        self._until = DateField(theme, max(first, today), today)
        self._count = NumberField(theme)
        self._count.setRange(1, MOST_TIMES)
        self._count.setValue(8)
        self._rule_text = make_text("", Type.CAPTION, "ink2")

    def _add_rows(self, form: FormCard) -> None:
        days = FlowLayout(8, 8)
        for button in self._days.buttons():
            days.addWidget(button)
        self._day_row = QWidget()
        room = QVBoxLayout(self._day_row)
        room.setContentsMargins(0, 8, 0, 14)
        room.addLayout(days)
        month = QWidget()
        both = QHBoxLayout(month)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(8)
        both.addWidget(self._nth)
        both.addWidget(self._weekday)
        month.setFocusProxy(self._nth)
        self._repeat_row = add_row(form, _("Repeats"), "", self._repeat)
        form.body.addWidget(self._rule_text)
        form.body.addWidget(self._day_row)
        self._month_day_row = add_row(form, pgettext("of a month", "Day"), "", self._month_day)
        self._nth_row = add_row(form, pgettext("of a month", "Weekday"), "", month)
        self._every_row: FormRow = add_row(form, "", "", self._every)
        self._end_row = add_row(form, _("Ends"), "", self._end)
        self._until_row = add_row(form, _("Last day"), "", self._until)
        self._count_row = add_row(form, _("How many times"), "", self._count)

    def _fold(self) -> None:
        """Show the rows that go with what is chosen."""
        chosen = str(self._repeat.currentData()) if self._is_asked else ""
        end = self._end.value()
        has_end = chosen not in {"", Repeat.ONCE, AS_IT_IS}
        labels = {
            Repeat.DAYS: _("Days from one to the next"),
            Repeat.WEEKS: _("Weeks from one to the next"),
            Repeat.MONTH_DAY: _("Months from one to the next"),
            Repeat.MONTH_WEEKDAY: _("Months from one to the next"),
        }
        if has_end:
            self._every_row.label.setText(labels[Repeat(chosen)])
            self._every.setAccessibleName(labels[Repeat(chosen)])
        self._repeat_row.setVisible(self._is_asked)
        self._rule_text.setVisible(chosen == AS_IT_IS)
        self._day_row.setVisible(chosen == Repeat.WEEKS)
        self._month_day_row.setVisible(chosen == Repeat.MONTH_DAY)
        self._nth_row.setVisible(chosen == Repeat.MONTH_WEEKDAY)
        self._every_row.setVisible(has_end)
        self._end_row.setVisible(has_end)
        self._until_row.setVisible(has_end and end == _UNTIL)
        self._count_row.setVisible(has_end and end == _COUNT)

    def _note(self) -> None:
        self._fold()
        self.changed.emit()


def _nth_words() -> dict[int, str]:
    return {
        1: pgettext("weekday of a month", "first"),
        2: pgettext("weekday of a month", "second"),
        3: pgettext("weekday of a month", "third"),
        4: pgettext("weekday of a month", "fourth"),
        LAST: pgettext("weekday of a month", "last"),
    }
