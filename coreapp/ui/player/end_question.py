"""The question whether to end a session here."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from coreapp.i18n import _
from coreapp.ui.dialogs.base import Question
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind


class EndQuestion(Question):
    """Asks once; it speaks another language while it is open, as the session behind it does."""

    def __init__(self, theme: Theme, parent: QWidget, end: Callable[[], object]) -> None:
        """Ask, not yet open; `end` is called if the answer is to end."""
        super().__init__(theme, "", "", parent)
        self._go_on = self.add_answer("")
        self._go_on.setObjectName("go_on")
        self._keep = self.add_answer("", end, ButtonKind.PRIMARY)
        self._keep.setObjectName("end_and_keep")
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self.ask(_("End the session here?"), _("What you have done is kept in the log."))
        self._go_on.setText(_("Go on"))
        self._keep.setText(_("End and keep"))
        self.fold()
