"""Two quiet buttons: onto paper, or into a file for printing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coreapp.i18n import _
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.flow_layout import FlowLayout


class SheetButtons(QWidget):
    """Offers the sheet of a routine or an exercise.

    Args:
        theme: the look.
        name: of the routine or the exercise.
    """

    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        on_paper = Button(theme, _("Print…"), ButtonKind.QUIET, Icon.PRINT)
        as_file = Button(theme, _("Save as PDF…"), ButtonKind.QUIET, Icon.SAVE)
        on_paper.stand_flush()
        on_paper.setAccessibleName(_("Print {name}").format(name=name))
        as_file.setAccessibleName(_("Save {name} as PDF").format(name=name))
        row = FlowLayout(8)
        row.addWidget(on_paper)
        row.addWidget(as_file)
        self.setLayout(row)
        on_paper.clicked.connect(self.print_requested)
        as_file.clicked.connect(self.pdf_requested)
