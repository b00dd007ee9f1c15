"""What a file would bring: shown before anything is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from coreapp.i18n import _, format_number
from coreapp.services.file_transfer import Arrival
from coreapp.services.transfer import Preview
from coreapp.services.transfer_words import kind_label, preview_title, tally_words
from coreapp.ui.dialogs.base import Question
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label, make_text

_ABOVE_ANSWERS = 2
"""What stands above the counts: the title and the name of the file."""


class ImportPreview(Question):
    """The counts of a file, kind by kind; whoever opens it adds the answers."""

    def __init__(self, theme: Theme, arrival: Arrival, parent: QWidget | None = None) -> None:
        name = _("From {file}").format(file=arrival.file.name)
        super().__init__(theme, preview_title(arrival.preview), name, parent)
        self.setObjectName("import_preview")
        self.column.insertWidget(_ABOVE_ANSWERS, _counts(arrival.preview))
        self.column.insertSpacing(_ABOVE_ANSWERS, 8)
        if arrival.preview.total.changed:
            text = _("What is replaced comes back if you undo the import.")
            self.column.insertSpacing(_ABOVE_ANSWERS + 2, 8)
            self.column.insertWidget(_ABOVE_ANSWERS + 3, make_text(text, tone="ink2"))


def _counts(preview: Preview) -> QWidget:
    """Return a table of what the file has of each kind."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for column, head in enumerate((_("New"), _("Replaced"), _("Already there")), start=1):
        label = make_label(head, Type.CAPTION, "ink3")
        grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    for row, (kind, tally) in enumerate(preview.tallies.items(), start=1):
        name = make_label(kind_label(kind))
        name.setAccessibleDescription(tally_words(tally))
        grid.addWidget(name, row, 0)
        for column, count in enumerate((tally.added, tally.changed, tally.same), start=1):
            figure = make_label(
                format_number(count) if count else "–", tone="" if count else "ink3"
            )
            grid.addWidget(figure, row, column, Qt.AlignmentFlag.AlignRight)
    return table
