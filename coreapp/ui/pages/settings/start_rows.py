"""What the first start has asked and no setting keeps, and the way back to its questions."""

from PySide6.QtCore import QObject, Signal

from coreapp.i18n import _
from coreapp.services.guide_words import ask_first_reasons
from coreapp.ui.pages.settings.form import SettingsForm, Words
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.switch import Switch


class StartRows(QObject):
    """Fills the end of the first section, and reports what is asked for.

    Signals:
        again_requested: the questions are wanted once more.
        ask_first_switched: a doctor or midwife is to be asked before sessions, or no more.
    """

    again_requested = Signal()
    ask_first_switched = Signal(bool)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._ask_first = Switch(theme)
        self._ask_first.setObjectName("ask_first_switch")
        self._again = Button(theme, _("Show the start again"))
        self._again.setObjectName("start_again")
        self._ask_first.clicked.connect(self.ask_first_switched)
        self._again.clicked.connect(self.again_requested)

    def fill(self, form: SettingsForm) -> None:
        """Make the rows; the section has begun."""
        form.add_control(
            Words(_("Ask a doctor or midwife first"), ask_first_reasons()), self._ask_first
        )
        form.add_control(
            Words(
                _("The first questions"),
                _("Language, place, hours at the desk and a suggestion; nothing of yours changes"),
            ),
            self._again,
        )

    def show_ask_first(self, *, wanted: bool) -> None:
        """Show whether Today reminds of asking first."""
        self._ask_first.setChecked(wanted)
