"""What repeats: the entries of the plan that go on, each to be edited or removed."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from coreapp.domain.programme import split_id
from coreapp.domain.rule_form import Repeat, form_of
from coreapp.domain.schedule import ScheduleEntry
from coreapp.i18n import _, format_time
from coreapp.services.library import Library
from coreapp.services.rule_words import describe_entry, describe_rule, weekly_rule
from coreapp.ui.pages.parts import title_and_line
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.list_row import INSET, ListCard, ListRow

_SIDE: Final = 16 - INSET
_TOP: Final = 16
_MAY_BREAK: Final = "\u200b"
"""A line may end here, and nothing is seen of it."""


class RepeatsCard(ListCard):
    """A row for each entry that is still to happen; all of a programme share one.

    A programme is one thing: its row leads to it, and it is taken out there or by its card.

    Signals:
        edit_requested, removal_requested: a `ScheduleEntry`, for a programme any of its own.
    """

    edit_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, theme: Theme, library: Library) -> None:
        super().__init__(_("What repeats"))
        self._theme = theme
        self._library = library
        # In line with the other cards beside the calendar.
        self.body.setContentsMargins(_SIDE, _TOP, _SIDE, _SIDE)

    def show_entries(self, entries: Sequence[ScheduleEntry]) -> None:
        """Show entries; the card hides when there are none."""
        while self.body.count() > 1:
            taken = self.body.takeAt(1)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for of_one in _together(entries):
            self.body.addWidget(self._row(of_one))
        self.body.addStretch(1)
        self.setVisible(bool(entries))

    def _row(self, entries: Sequence[ScheduleEntry]) -> QWidget:
        row = ListRow(self._theme)
        row.line.setSpacing(4)
        entry = entries[0]
        whole = self._library.whole_title(entry.routine)
        title = whole or self._library.entry_title(entry.title, entry.routine)
        rule = _("{rule}, {time}").format(rule=_rule_text(entries), time=format_time(entry.at))
        words = title_and_line(title, rule)
        for label in words.findChildren(QLabel):
            label.setMinimumWidth(1)  # beside the calendar a long word may be broken
        row.line.addWidget(words, 1)
        answers = [
            (Icon.EDIT, _("Edit {title}"), self.edit_requested),
            (Icon.TRASH, _("Remove {title}"), self.removal_requested),
        ]
        if whole:
            answers = [(Icon.CHEVRON_RIGHT, _("Open {title}"), self.edit_requested)]
        for icon, text, signal in answers:
            button = IconButton(self._theme, icon, text.format(title=title))
            button.clicked.connect(partial(signal.emit, entry))
            row.line.addWidget(button)
        return row


def _together(entries: Sequence[ScheduleEntry]) -> list[list[ScheduleEntry]]:
    """Return the entries one by one, those of a programme together, in the order of the first."""
    found: dict[str, list[ScheduleEntry]] = {}
    for entry in entries:
        parts = split_id(entry.routine)
        found.setdefault(parts[0] if parts is not None else entry.id, []).append(entry)
    return list(found.values())


def _rule_text(entries: Sequence[ScheduleEntry]) -> str:
    """Return the rule of an entry in words; of several the days of the week."""
    if len(entries) == 1:
        # A rule without plain words is one long word: broken between its parts, not within them.
        return describe_entry(entries[0]).replace(";", f";{_MAY_BREAK}")
    forms = [form_of(each.rrule) for each in entries]
    days = [each.weekdays for each in forms if each is not None and each.repeat is Repeat.WEEKS]
    return describe_rule(weekly_rule(frozenset().union(*days)))
