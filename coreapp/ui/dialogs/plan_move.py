"""Moving one session of the plan to another time."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.ui.dialogs.base import answer_row, dialog_width
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.fields import DateField, TimeField
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.labels import make_text

WIDTH = 440


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
        self.setMinimumWidth(dialog_width(theme, WIDTH))
        self._day = DateField(theme, start.date(), today)
        self._at = TimeField(theme, start.time())
        form = FormCard(theme, in_dialog=True)
        add_row(form, _("Day"), "", self._day)
        add_row(form, _("Time of day"), "", self._at)
        save = Button(theme, _("Move"), ButtonKind.PRIMARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(make_text(title, Type.HEADING))
        column.addWidget(make_text(_("Only this one moves; the others stay."), tone="ink2"))
        column.addWidget(form)
        column.addStretch(1)
        column.addLayout(answer_row(theme, self, save))
        save.clicked.connect(self._move)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the lines are at this width."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _move(self) -> None:
        self.moved.emit(datetime.combine(self._day.day(), self._at.at()))
        self.accept()
