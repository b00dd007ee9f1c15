"""The rules that can be tried out on a day, each changed at once."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.sitting.hours import WEEKDAYS
from coreapp.domain.sitting.settings import WHOLE_NUMBERS, BreakSettings
from coreapp.i18n import _, format_number
from coreapp.services.explanations import explain
from coreapp.services.rule_words import weekday_name
from coreapp.services.written_times import entries, tidy_range, tidy_time
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.pages.text_row import Taken, TextRow
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.fields import NumberField
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.switch import Switch

NUMBERS: Final = ("interval_min", "break_min", "lead_s", "long_sit_min")


class PreviewForm(QWidget):
    """Rows for the rules that shape a day most.

    Signals:
        changed: a rule, or what the person would do, is another one.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._settings = BreakSettings()
        self._weekday = 0
        self._gets_up = Switch(theme)
        self._gets_up.setChecked(True)
        self._numbers: dict[str, NumberField] = {}
        self._card = FormCard(theme)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(0)
        self._lay_out()
        self._gets_up.toggled.connect(self.changed)

    @property
    def settings(self) -> BreakSettings:
        """The rules as they are tried."""
        return self._settings

    @property
    def gets_up(self) -> bool:
        """Whether somebody leaves when the bar asks."""
        return self._gets_up.isChecked()

    def begin(self, settings: BreakSettings, weekday: int) -> None:
        """Show rules to begin with, silently.

        Args:
            settings: the rules.
            weekday: whose hours can be changed, 0 is Monday.
        """
        self._settings, self._weekday = settings, weekday
        for key, field in self._numbers.items():
            field.blockSignals(True)
            field.setValue(getattr(settings, key))
            field.blockSignals(False)
        self._make_texts()

    def let_get_up(self, *, gets_up: bool) -> None:
        """Say what the person does, silently."""
        self._gets_up.blockSignals(True)
        self._gets_up.setChecked(gets_up)
        self._gets_up.blockSignals(False)

    def _lay_out(self) -> None:
        add_row(
            self._card,
            _("You get up when the bar asks"),
            _("Otherwise it waits until you leave"),
            self._gets_up,
        )
        for key, (label, hint) in _number_words().items():
            field = NumberField(self._theme)
            least, most = WHOLE_NUMBERS[key]
            field.setRange(least, most)
            unit = "s" if key.endswith("_s") else _("min")
            field.setSuffix(f"\N{NO-BREAK SPACE}{unit}")
            field.setToolTip(
                _("From {least} to {most}").format(
                    least=format_number(least), most=format_number(most)
                )
            )
            field.valueChanged.connect(self._number_taker(key))
            add_row(self._card, label, hint, field)
            self._numbers[key] = field
        self._card.body.addLayout(self._texts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addStretch(1)

    def _make_texts(self) -> None:
        """Make the rows in which something is typed, for the weekday that is shown."""
        clear_layout(self._texts)
        hours = _("Working hours on {day}").format(day=weekday_name(self._weekday))
        hint = _("Such as 08:00-12:00, 13:00-17:30; empty is a free day.")
        self._texts.addWidget(TextRow(self._theme, hours, hint, self._hours(), self._take_hours))
        lunch = _("A time such as 12:30; empty for none")
        text = str(self._settings.to_mapping()["lunch_walk"] or "")
        self._texts.addWidget(
            TextRow(self._theme, _("Walk at lunch"), lunch, text, self._take_lunch)
        )

    def _number_taker(self, key: str) -> Callable[[int], None]:
        def take(value: int) -> None:
            self._take({key: value})

        return take

    def _take_hours(self, text: str) -> Taken:
        day = WEEKDAYS[self._weekday]
        hours = self._week() | {day: [tidy_range(each) for each in entries(text)]}
        problem = self._take({"working_hours": hours})
        return Taken(problem) if problem else Taken(text=self._hours())

    def _take_lunch(self, text: str) -> Taken:
        time = tidy_time(text)
        problem = self._take({"lunch_walk": time or None})
        return Taken(problem) if problem else Taken(text=time)

    def _take(self, change: Mapping[str, object]) -> str:
        """Try other rules; return why they cannot be used, or nothing."""
        try:
            settings = BreakSettings.from_mapping({**self._settings.to_mapping(), **change})
        except InvalidValueError as error:
            return explain(error)
        if settings != self._settings:
            self._settings = settings
            self.changed.emit()
        return ""

    def _hours(self) -> str:
        return ", ".join(self._week().get(WEEKDAYS[self._weekday], ()))

    def _week(self) -> dict[str, Any]:
        return self._settings.working_hours.to_mapping()


def _number_words() -> Mapping[str, tuple[str, str]]:
    return {
        "interval_min": (_("Break after"), _("Minutes of sitting")),
        "break_min": (_("Length of a break"), _("Minutes; so long an absence is a break too")),
        "lead_s": (_("The bar comes earlier by"), _("Seconds before the break is due")),
        "long_sit_min": (_("Long sitting begins at"), _("Minutes; the break then is a walk")),
    }
