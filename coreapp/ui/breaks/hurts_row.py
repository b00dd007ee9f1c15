"""What hurts today, in chips: breaks, and routines made for the moment, leave out what it asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.hurts import Hurt
from coreapp.i18n import _
from coreapp.services.guide_words import doctor_link
from coreapp.services.hurts import Hurts, hurt_label, hurts_line
from coreapp.services.library import Library
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.chip_choice import ChipChoice
from coreapp.ui.widgets.labels import make_text


class HurtsRow(QWidget):
    """A caption, the chips, what they leave out, and the way to “when to see a doctor”.

    What is said is kept at once, for the day.

    Signals:
        changed: something else hurts, or nothing any more.
        doctor_requested: somebody wants to know when to see a doctor.
        failed: a `CoreappError`; what was said is not kept.
    """

    changed = Signal()
    doctor_requested = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, hurts: Hurts, library: Library) -> None:
        super().__init__()
        self._hurts = hurts
        self._library = library
        self._is_showing = False
        caption = _("Hurts today")
        self._chips = ChipChoice(theme, caption, [(each.value, hurt_label(each)) for each in Hurt])
        self.line = make_text("", Type.CAPTION, "ink2")
        self._doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        self._doctor.setObjectName("hurts_doctor")
        head = QHBoxLayout()
        head.addWidget(make_text(caption, Type.BODY_STRONG), 1)
        head.addWidget(self._doctor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._chips)
        column.addWidget(self.line)
        self._chips.changed.connect(self._say)
        self._doctor.clicked.connect(self.doctor_requested)
        self.refresh()

    def refresh(self) -> None:
        """Show what hurts today; what was said yesterday is over."""
        today = self._hurts.today
        self._is_showing = True
        self._chips.choose(each.value for each in today)
        self._is_showing = False
        self.line.setText(hurts_line(today, self._hurts.sore, self._library))
        self.line.setVisible(bool(today))

    def _say(self) -> None:
        if self._is_showing:
            return
        try:
            self._hurts.say([Hurt(each) for each in self._chips.chosen()])
        except CoreappError as error:
            self.failed.emit(error)
        self.refresh()
        self.changed.emit()
