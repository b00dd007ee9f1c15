"""The groups of fields that ask how a day was: pain, sleep and stress, sitting and carrying."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.day_record import (
    BEST_SLEEP,
    HELPED_MOST,
    HOURS_OF_A_DAY,
    MOST_STEPS,
    DayRecord,
    Relief,
)
from coreapp.domain.habits import DayNote
from coreapp.i18n import _, format_minutes, format_number, pgettext
from coreapp.services.day_words import helped_label, relief_label, sleep_label
from coreapp.services.guide_words import doctor_link
from coreapp.services.log_words import load_line, pain_line, rest_line
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, Chip
from coreapp.ui.widgets.chip_choice import ChipChoice
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.fold import Fold
from coreapp.ui.widgets.form import FormRow
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.optional_number import NumberRange, OptionalNumber
from coreapp.ui.widgets.pain_detail import PainDetail
from coreapp.ui.widgets.scale_input import ScaleInput
from coreapp.ui.widgets.single_choice import SingleChoice

_QUARTERS: Final = 4


class DayGroup(Fold):
    """Some fields of a day; a subclass makes them, and puts what is entered into a record."""

    def __init__(self, theme: Theme, title: str, line: Callable[[DayRecord], str]) -> None:
        """Make a group.

        Args:
            theme: the look.
            title: what is asked for.
            line: writes what a record has of it.
        """
        super().__init__(theme, title)
        self.theme = theme
        self._line = line

    def entered(self, record: DayRecord) -> DayRecord:
        """Return a record with what is entered here."""
        return record

    def describe(self, record: DayRecord) -> None:
        """Say in the head what a record has of it."""
        self.set_summary(self._line(record))

    def ask(self, question: str, field: QWidget) -> None:
        """Add a field beneath its question."""
        field.setAccessibleName(question)
        self.body.addWidget(make_label(question, Type.BODY_STRONG))
        self.body.addWidget(field)


class PainGroup(DayGroup):
    """The worst pain of the day, where and when it came, and what was tried against it.

    Signals:
        doctor_requested: the person wants to read when to see a doctor.
    """

    doctor_requested = Signal()

    def __init__(self, theme: Theme, record: DayRecord) -> None:
        super().__init__(theme, _("Pain"), pain_line)
        question = _("The worst pain of the day")
        self.worst = ScaleInput(theme, question, _("no pain"), _("worst imaginable"))
        self.detail = PainDetail(theme)
        self.reliefs = ReliefFields(theme)
        doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        doctor.setObjectName("when_to_see_a_doctor")
        doctor.setStyleSheet("padding: 0;")  # in line with the fields
        self.worst.set_value(record.pain_worst)
        self.detail.set_detail(record.pain_places, record.pain_triggers, tingled=record.tingled)
        self.reliefs.choose(record.reliefs)
        self.ask(question, self.worst)
        self.body.addWidget(self.detail)
        self.body.addWidget(self.reliefs)
        self.body.addWidget(doctor, 0, Qt.AlignmentFlag.AlignLeft)
        doctor.clicked.connect(self.doctor_requested)

    def entered(self, record: DayRecord) -> DayRecord:
        """Return a record with what is entered here."""
        return replace(
            record,
            pain_worst=self.worst.value(),
            pain_places=self.detail.places,
            pain_triggers=self.detail.triggers,
            tingled=self.detail.tingled,
            reliefs=self.reliefs.chosen(),
        )


class ReliefFields(QWidget):
    """What was tried against the pain; of each that is chosen, how much it helped."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        title = _("What did you try against it?")
        options = [(each.value, relief_label(each)) for each in Relief]
        self.choice = ChipChoice(theme, title, options)
        self._helped: dict[Relief, SingleChoice] = {}
        self._rows: dict[Relief, FormRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(make_label(title, Type.BODY_STRONG))
        column.addWidget(self.choice)
        words = [(str(each), helped_label(each)) for each in range(HELPED_MOST + 1)]
        for each in Relief:
            question = _("{relief} helped").format(relief=relief_label(each))
            self._helped[each] = SingleChoice(theme, question, words, needed=True)
            self._rows[each] = FormRow(theme, question, "", self._helped[each])
            column.addWidget(self._rows[each])
        self.choice.changed.connect(self._follow)
        self._follow()

    def choose(self, reliefs: tuple[tuple[Relief, int], ...]) -> None:
        """Show what was said before."""
        for relief, helped in reliefs:
            self._helped[relief].choose(str(helped))
        self.choice.choose(relief.value for relief, _helped in reliefs)
        self._follow()

    def chosen(self) -> tuple[tuple[Relief, int], ...]:
        """Return what was tried, in the order of `Relief`, and how much it helped."""
        chosen = set(self.choice.chosen())
        return tuple(
            (each, int(self._helped[each].value())) for each in Relief if each.value in chosen
        )

    def _follow(self) -> None:
        chosen = set(self.choice.chosen())
        for each, row in self._rows.items():
            if self.isVisible():
                row.fold_at(self.width())
            row.setVisible(each.value in chosen)
            if each.value in chosen and not self._helped[each].value():
                self._helped[each].choose("1")


class RestGroup(DayGroup):
    """How one slept, and how much stress there was."""

    def __init__(self, theme: Theme, record: DayRecord) -> None:
        super().__init__(theme, _("Sleep and stress"), rest_line)
        note = record.note
        hours = NumberRange(HOURS_OF_A_DAY * _QUARTERS, 7 * _QUARTERS, steps_of_one=_QUARTERS)
        self.hours = OptionalNumber(theme, hours, _in_hours)
        self.quality = SingleChoice(
            theme,
            _("How did you sleep?"),
            [(str(each), sleep_label(each)) for each in range(1, BEST_SLEEP + 1)],
        )
        self.stress = ScaleInput(
            theme, _("Stress"), pgettext("stress", "none"), _("as much as it gets")
        )
        self.hours.set_figure(note.sleep_hours)
        self.quality.choose("" if note.sleep_quality is None else str(note.sleep_quality))
        self.stress.set_value(note.stress)
        self.body.addWidget(
            FormRow(
                theme, pgettext("recovery", "Sleep"), _("the night before this day"), self.hours
            )
        )
        self.ask(_("How did you sleep?"), self.quality)
        self.ask(_("Stress"), self.stress)

    def entered(self, record: DayRecord) -> DayRecord:
        """Return a record with what is entered here."""
        quality = self.quality.value()
        note = replace(
            record.note,
            sleep_hours=_kept(record.note.sleep_hours, self.hours),
            sleep_quality=int(quality) if quality else None,
            stress=self.stress.value(),
        )
        return replace(record, note=note)


class LoadGroup(DayGroup):
    """Sitting, long standing, heavy things, the house, and steps; what was sensed stands there."""

    def __init__(self, theme: Theme, record: DayRecord, sensed: DayNote) -> None:
        super().__init__(theme, _("Sitting, standing, carrying"), load_line)
        note = record.note
        hours = NumberRange(HOURS_OF_A_DAY * _QUARTERS, 6 * _QUARTERS, steps_of_one=_QUARTERS)
        standing = NumberRange(HOURS_OF_A_DAY * _QUARTERS, 2 * _QUARTERS, steps_of_one=_QUARTERS)
        minutes = NumberRange(HOURS_OF_A_DAY * 60, 60)
        self.sitting = OptionalNumber(theme, hours, _in_hours, _sensed_hours(sensed))
        self.longest = OptionalNumber(theme, minutes, _in_minutes, _sensed_minutes(sensed))
        self.standing = OptionalNumber(theme, standing, _in_hours)
        self.steps = OptionalNumber(theme, NumberRange(MOST_STEPS, 5000), format_number)
        self.longest.setSingleStep(5)
        self.steps.setSingleStep(500)
        self.sitting.set_figure(note.sit_hours)
        self.longest.set_figure(note.longest_sit_min)
        self.standing.set_figure(note.stand_hours)
        self.steps.set_figure(record.steps)
        self.lifted = Chip(theme, _("Lifted something heavy"))
        self.household = Chip(theme, _("Much to do in the house"))
        self.lifted.setChecked(bool(note.lifted))
        self.household.setChecked(bool(note.household))
        self._add_fields(theme)

    def entered(self, record: DayRecord) -> DayRecord:
        """Return a record with what is entered here."""
        former = record.note
        note = replace(
            former,
            sit_hours=_kept(former.sit_hours, self.sitting),
            longest_sit_min=self.longest.whole(),
            stand_hours=_kept(former.stand_hours, self.standing),
            lifted=_said(former.lifted, self.lifted),
            household=_said(former.household, self.household),
        )
        return replace(record, note=note, steps=self.steps.whole())

    def _add_fields(self, theme: Theme) -> None:
        ticks = QWidget()
        flow = FlowLayout(8, 8)
        flow.addWidget(self.lifted)
        flow.addWidget(self.household)
        ticks.setLayout(flow)
        rows = (
            (_("Sitting"), _("in all, at the desk and elsewhere"), self.sitting),
            (_("Longest without a break"), "", self.longest),
            (_("Standing for long"), "", self.standing),
            (_("Steps"), "", self.steps),
        )
        # As wide as the widest: their edges line up.
        wide = max(field.sizeHint().width() for _label, _hint, field in rows)
        for label, hint, field in rows:
            field.setMinimumWidth(wide)
            self.body.addWidget(FormRow(theme, label, hint, field))
        self.body.addWidget(ticks)


def _in_hours(hours: float) -> str:
    return _("{count} h").format(count=format_number(hours))


def _in_minutes(minutes: float) -> str:
    return _("{count} min").format(count=format_number(minutes))


def _sensed_hours(sensed: DayNote) -> str:
    if sensed.sit_hours is None:
        return "–"
    return _("{length}, sensed").format(length=format_minutes(sensed.sit_hours * 3600))


def _sensed_minutes(sensed: DayNote) -> str:
    if sensed.longest_sit_min is None:
        return "–"
    return _("{length}, sensed").format(length=format_minutes(sensed.longest_sit_min * 60))


def _kept(former: float | None, field: OptionalNumber) -> float | None:
    """Return what is entered; a figure that is no quarter stays if it is not changed."""
    entered = field.figure()
    if former is not None and entered == round(former * _QUARTERS) / _QUARTERS:
        return former
    return entered


def _said(former: bool | None, chip: Chip) -> bool | None:  # noqa: FBT001  three answers, not a switch
    """Return what a chip says; that it was not so stays said while nobody changes it."""
    if chip.isChecked():
        return True
    return False if former is False else None
