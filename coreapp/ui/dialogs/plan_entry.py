"""Planning a routine again and again: which, on which days, at what time."""

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from coreapp.domain.schedule import EntryDraft
from coreapp.i18n import _, format_minutes, ngettext
from coreapp.services.library import Library
from coreapp.services.routine_lists import grouped
from coreapp.services.rule_words import WEEKDAYS, every_days_rule, weekday_name, weekly_rule
from coreapp.ui.dialogs.base import dialog_width
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, Chip
from coreapp.ui.widgets.fields import ComboField, DateField, NumberField, TimeField
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.segmented import SegmentedChoice

WIDTH = 560
FIRST_TIME = time(18, 30)
MOST_DAYS = 30


class PlanEntryDialog(QDialog):
    """Asks for a recurring session.

    Signals:
        planned: the draft of the entry; the dialog stays open until it is closed.
    """

    planned = Signal(object)

    def __init__(
        self, theme: Theme, library: Library, today: date, zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._zone = zone
        self.setWindowTitle(_("Plan a session"))
        self.setMinimumWidth(dialog_width(theme, WIDTH))
        self._make_fields(today)
        self._lay_out()
        self._choice.chosen.connect(self._show_choice)
        self._save.clicked.connect(self._plan)
        self._cancel.clicked.connect(self.reject)
        self._show_choice(self._choice.value())

    def choose_routine(self, identity: str) -> None:
        """Begin with a routine."""
        self._routine.setCurrentIndex(max(0, self._routine.findData(identity)))

    def show_problem(self, sentence: str) -> None:
        """Say what cannot be used."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _make_fields(self, today: date) -> None:
        theme = self._theme
        self._routine = ComboField(theme)
        routines = (each for _group, some in grouped(self._library) for each in some)
        for routine in routines:
            seconds = self._library.timeline(routine.id).seconds
            name = self._library.routine_name(routine.id)
            self._routine.addItem(f"{name} ({format_minutes(seconds)})", routine.id)
        self._choice = SegmentedChoice(theme)
        self._choice.set_options([("weekly", _("On fixed days")), ("daily", _("Every few days"))])
        self._choice.choose("weekly")
        self._days = QButtonGroup(self)
        self._days.setExclusive(False)
        for index, day in enumerate(WEEKDAYS):
            chip = Chip(theme, weekday_name(index, "EEE"))
            chip.setAccessibleName(weekday_name(index))
            chip.setChecked(day in {"MO", "WE", "FR"})
            chip.setObjectName(f"day_{day}")
            self._days.addButton(chip, index)
        self._interval = NumberField(theme)
        self._interval.setRange(1, MOST_DAYS)
        self._interval.setValue(2)
        self._interval.valueChanged.connect(self._show_interval)
        self._at = TimeField(theme, FIRST_TIME)
        self._from = DateField(theme, today, today)
        self._problem = make_text("", tone="danger")
        self._problem.hide()
        self._save = Button(theme, _("Put it into the plan"), ButtonKind.PRIMARY)
        self._save.setDefault(True)
        self._save.setObjectName("put_into_plan")
        self._cancel = Button(theme, _("Cancel"))

    def _lay_out(self) -> None:
        form = FormCard(self._theme)
        days = FlowLayout(8, 8)
        for button in self._days.buttons():
            days.addWidget(button)
        self._day_row = QWidget()
        room = QVBoxLayout(self._day_row)
        room.setContentsMargins(0, 8, 0, 14)
        room.addLayout(days)
        add_row(form, _("Routine"), "", self._routine)
        add_row(form, _("Repeats"), "", self._choice)
        form.body.addWidget(self._day_row)
        self._interval_row = add_row(form, _("Days from one to the next"), "", self._interval)
        add_row(form, _("Time of day"), _("You are reminded at this time"), self._at)
        add_row(form, _("From"), "", self._from)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(make_label(_("Plan a session"), Type.HEADING))
        column.addWidget(form)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def _show_choice(self, choice: str) -> None:
        self._day_row.setVisible(choice == "weekly")
        self._interval_row.setVisible(choice == "daily")
        self._show_interval(self._interval.value())

    def _show_interval(self, count: int) -> None:
        spoken = ngettext("every day", "every {count} days", count).format(count=count)
        self._interval.setAccessibleName(spoken)

    def _plan(self) -> None:
        rule = every_days_rule(self._interval.value())
        if self._choice.value() == "weekly":
            chosen = frozenset(
                day for index, day in enumerate(WEEKDAYS) if self._days.button(index).isChecked()
            )
            if not chosen:
                self.show_problem(_("Choose at least one day."))
                return
            rule = weekly_rule(chosen)
        identity = str(self._routine.currentData())
        self.show_problem("")
        self.planned.emit(
            EntryDraft(
                title=self._library.routine_name(identity),
                routine=identity,
                rrule=rule,
                at=self._at.at().strftime("%H:%M"),
                start_date=self._from.day().isoformat(),
                zone=self._zone,
            )
        )


class MoveDialog(QDialog):
    """Asks for another time of one occurrence.

    Signals:
        moved: the wall time (naive datetime) it is moved to.
    """

    moved = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        start: datetime,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Move this session"))
        self.setMinimumWidth(dialog_width(theme, WIDTH - 120))
        self._day = DateField(theme, start.date(), today)
        self._at = TimeField(theme, start.time())
        form = FormCard(theme)
        add_row(form, _("Day"), "", self._day)
        add_row(form, _("Time of day"), "", self._at)
        save = Button(theme, _("Move"), ButtonKind.PRIMARY)
        cancel = Button(theme, _("Cancel"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(make_text(title, Type.HEADING))
        column.addWidget(make_text(_("Only this one moves; the others stay."), tone="ink2"))
        column.addWidget(form)
        column.addLayout(buttons)
        save.clicked.connect(self._move)
        cancel.clicked.connect(self.reject)

    def _move(self) -> None:
        self.moved.emit(datetime.combine(self._day.day(), self._at.at()))
        self.accept()
