"""What repeats: the entries of the plan that go on, each to be edited or removed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from coreapp.domain.schedule import ScheduleEntry
from coreapp.i18n import _, format_time
from coreapp.services.library import Library
from coreapp.services.rule_words import describe_rule
from coreapp.ui.pages.parts import title_and_line
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.list_row import ListCard, ListRow


class RepeatsCard(ListCard):
    """A row for each entry that is still to happen.

    Signals:
        edit_requested, removal_requested: a `ScheduleEntry`.
    """

    edit_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, theme: Theme, library: Library) -> None:
        super().__init__(_("What repeats"))
        self._theme = theme
        self._library = library
        self.body.setContentsMargins(8, 20, 8, 12)

    def show_entries(self, entries: Sequence[ScheduleEntry]) -> None:
        """Show entries; the card hides when there are none."""
        while self.body.count() > 1:
            taken = self.body.takeAt(1)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for entry in entries:
            self.body.addWidget(self._row(entry))
        self.setVisible(bool(entries))

    def _row(self, entry: ScheduleEntry) -> QWidget:
        row = ListRow(self._theme)
        row.line.setSpacing(4)
        title = self._library.entry_title(entry.title, entry.routine)
        rule = _("{rule}, {time}").format(
            rule=describe_rule(entry.rrule), time=format_time(entry.at)
        )
        words = title_and_line(title, rule)
        for label in words.findChildren(QLabel):
            label.setMinimumWidth(1)  # beside the calendar a long word may be broken
        row.line.addWidget(words, 1)
        for icon, text, signal in (
            (Icon.EDIT, _("Edit {title}"), self.edit_requested),
            (Icon.TRASH, _("Remove {title}"), self.removal_requested),
        ):
            button = IconButton(self._theme, icon, text.format(title=title))
            button.clicked.connect(partial(signal.emit, entry))
            row.line.addWidget(button)
        return row
