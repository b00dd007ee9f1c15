"""What hurts today, as a menu within the choice of what is to be spared in a few minutes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from coreapp.domain.errors import CoreappError
from coreapp.domain.hurts import Hurt
from coreapp.i18n import _
from coreapp.services.guide_words import doctor_link
from coreapp.services.hurts import hurt_label

if TYPE_CHECKING:
    from coreapp.services.hurts import Hurts


class HurtsMenu(QMenu):
    """Any number of movements and places that hurt; the last entry is when to see a doctor.

    What is said is kept at once, for the day.

    Signals:
        changed: something else hurts, or nothing any more.
        doctor_requested: somebody wants to know when to see a doctor.
        failed: a `CoreappError`; what was said is not kept.
    """

    changed = Signal()
    doctor_requested = Signal()
    failed = Signal(object)

    def __init__(self, hurts: "Callable[[], Hurts]") -> None:
        """Show nothing as said yet; `refresh` reads it.

        Args:
            hurts: what hurts today; asked for when it is needed.
        """
        super().__init__(_("Hurts today"))
        self._hurts = hurts
        self._actions: dict[Hurt, QAction] = {}
        for each in Hurt:
            action = self.addAction(hurt_label(each))
            action.setCheckable(True)
            self._actions[each] = action
        self.addSeparator()
        self._doctor = self.addAction(doctor_link())
        self.triggered.connect(self._take)

    @property
    def said(self) -> list[str]:
        """What is shown as hurting, in words."""
        return [each.text() for each in self._actions.values() if each.isChecked()]

    def refresh(self) -> None:
        """Show what hurts today; what was said yesterday is over."""
        today = self._hurts().today
        for each, action in self._actions.items():
            action.setChecked(each in today)

    def _take(self, action: QAction) -> None:
        if action is self._doctor:
            self.doctor_requested.emit()
            return
        said = [each for each, chosen in self._actions.items() if chosen.isChecked()]
        try:
            self._hurts().say(said)
        except CoreappError as error:
            self.failed.emit(error)
        self.refresh()
        self.changed.emit()
