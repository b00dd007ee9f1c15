"""What is shown of the log: one kind or all, and a menu for the months."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from coreapp.domain.log_lines import ALL_KINDS, LogKind
from coreapp.i18n import _, pgettext
from coreapp.services.log_words import kind_label, month_name
from coreapp.ui.pages.choice_row import ChoiceRow, Option
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import FilterButton

ALL: Final = ""


class MonthButton(FilterButton):
    """Jumps to a month: the list begins there and goes on with what is older.

    Signals:
        chosen: the first day of a month, or None for the newest.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, months: Callable[[], Sequence[date]]) -> None:
        """Make the button.

        Args:
            theme: the look.
            months: returns what can be jumped to, newest first; asked when the menu is opened.
        """
        super().__init__(theme, _("Go to a month"))
        self._months = months
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setCheckable(True)
        self.setMenu(self._menu)

    def show_month(self, month: date | None) -> None:
        """Show where the list begins, silently."""
        self.setChecked(month is not None)
        self.setText(_("Go to a month") if month is None else month_name(month))

    def nextCheckState(self) -> None:
        """Stay as it is: only a choice from the menu turns it on or off."""

    def _fill(self) -> None:
        self._menu.clear()
        newest = self._menu.addAction(_("Newest"))
        newest.triggered.connect(partial(self._choose, None))
        for year, of_year in groupby(self._months(), key=_year_of):
            within = self._menu.addMenu(str(year))
            for month in of_year:
                within.addAction(month_name(month)).triggered.connect(partial(self._choose, month))

    def _choose(self, month: date | None) -> None:
        self.show_month(month)
        self.chosen.emit(month)


class LogFilters(QWidget):
    """Which kinds are shown, and from which month on.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme, months: Callable[[], Sequence[date]]) -> None:
        super().__init__()
        self._month: date | None = None
        everything = Option(ALL, pgettext("log", "Everything"))
        self.kind_choice = ChoiceRow(theme, everything.text)
        self.month_button = MonthButton(theme, months)
        kinds = [Option(each.value, kind_label(each)) for each in LogKind]
        self.kind_choice.offer([everything, *kinds])
        self.kind_choice.add(self.month_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.kind_choice)
        self.kind_choice.chosen.connect(self.changed)
        self.month_button.chosen.connect(self._take_month)

    @property
    def kinds(self) -> frozenset[LogKind]:
        """What is shown."""
        word = self.kind_choice.word
        return ALL_KINDS if word == ALL else frozenset({LogKind(word)})

    @property
    def month(self) -> date | None:
        """The first day of the month that the list begins with; None for the newest."""
        return self._month

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything is shown."""
        return self.kinds != ALL_KINDS or self._month is not None

    def take_up(self, kinds: frozenset[LogKind], month: date | None) -> None:
        """Choose, silently."""
        self.kind_choice.choose(ALL if kinds == ALL_KINDS else next(iter(kinds)).value)
        self._month = month
        self.month_button.show_month(month)

    def clear(self) -> None:
        """Show everything, silently."""
        self.kind_choice.choose(ALL)
        self._month = None
        self.month_button.show_month(None)

    def _take_month(self, month: date | None) -> None:
        self._month = month
        self.changed.emit()


def _year_of(month: date) -> int:
    return month.year
