"""One pair of shoes: what it is called, since when there is one, and how far it had gone before."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.shoe import MOST_START_METRES, Shoe
from coreapp.i18n import _, format_number
from coreapp.services.explanations import explain_remedy
from coreapp.services.shoe_rack import ShoeDraft
from coreapp.services.written_amounts import read_distance
from coreapp.ui.dialogs.activity_amounts import mark_invalid
from coreapp.ui.dialogs.base import answer_row, dialog_width
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, Chip
from coreapp.ui.widgets.fields import DateField
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.labels import make_label, make_text

WIDTH: Final = 520
_NAME: Final = 220
_KM: Final = 96


class ShoeForm(QDialog):
    """Asks for a pair; it stays open until what was entered can be used.

    Signals:
        entered: a `ShoeDraft`; whoever stores it accepts the dialog, or shows the problem.

    Attributes:
        name, km: the fields.
        is_bought, bought: whether the day is known, and the day.
    """

    entered = Signal(object)

    def __init__(
        self, theme: Theme, today: date, shoe: Shoe | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Add shoes") if shoe is None else _("Change these shoes")
        self.setWindowTitle(title)
        self.setMinimumWidth(dialog_width(theme, WIDTH))
        bought = None if shoe is None else shoe.bought
        self.name = QLineEdit("" if shoe is None else shoe.name)
        self.name.setMinimumWidth(theme.fonts.pixels(_NAME))
        self.is_bought = Chip(theme, _("I know the day"))
        self.is_bought.setChecked(bought is not None)
        self.bought = DateField(theme, bought or today, today)
        self.km = QLineEdit(
            format_number(shoe.start_metres / 1000, grouped=False)
            if shoe is not None and shoe.start_metres
            else ""
        )
        self.km.setFixedWidth(theme.fonts.pixels(_KM))
        self.km.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._problem = make_text("", Type.BODY_STRONG, "danger")
        self._save = Button(theme, _("Save"), ButtonKind.PRIMARY)
        self._lay_out(theme, title)
        self.is_bought.toggled.connect(self.bought.setVisible)
        self.bought.setVisible(self.is_bought.isChecked())
        self._save.clicked.connect(self._enter)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why what was entered cannot be used."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _lay_out(self, theme: Theme, title: str) -> None:
        self._save.setDefault(True)
        self._save.setObjectName("save_shoes")
        day = QWidget()
        row = QHBoxLayout(day)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.bought)
        row.addWidget(self.is_bought)
        day.setFocusProxy(self.is_bought)
        form = FormCard(theme, in_dialog=True)
        add_row(form, _("Name"), "", self.name)
        add_row(form, _("Bought"), "", day)
        add_row(form, _("Kilometres so far"), _("Run before you entered runs here"), self.km)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(make_label(title, Type.HEADING))
        column.addWidget(form)
        column.addWidget(self._problem)
        column.addLayout(answer_row(theme, self, self._save))
        self._problem.hide()

    def _enter(self) -> None:
        self.show_problem("")
        written = self.km.text().strip()
        try:
            metres = read_distance(written, MOST_START_METRES) if written else 0
        except InvalidValueError as error:
            sentence = explain_remedy(error)
            self.show_problem(sentence)
            mark_invalid(self.km, sentence)
            self.km.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        mark_invalid(self.km, "")
        bought = self.bought.day() if self.is_bought.isChecked() else None
        self.entered.emit(ShoeDraft(self.name.text(), bought, metres))
