"""The section of the settings about one's own data: out into a file, and in from one."""

from PySide6.QtCore import QObject, Signal

from coreapp.i18n import _
from coreapp.ui.pages.settings.form import SettingsForm, Words
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.switch import Switch


class DataRows(QObject):
    """Fills its section of the form, and reports what is asked for.

    Signals:
        export_requested: everything is to go into a file; the private spans, too, or not.
        import_requested: a file is to come in.
    """

    export_requested = Signal(bool)
    import_requested = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presence = Switch(theme)
        self._export = Button(theme, _("Export…"), icon=Icon.SAVE)
        self._import = Button(theme, _("Import…"), icon=Icon.OPEN)
        self._export.clicked.connect(self._ask_for_export)
        self._import.clicked.connect(self.import_requested)

    def fill(self, form: SettingsForm) -> None:
        """Make the rows; the section has begun."""
        form.add_control(
            Words(
                _("Save your data in a file"),
                _("Log, plan, shoes and what is your own; or tables for a spreadsheet"),
            ),
            self._export,
        )
        # Never remembered: who passes a file on decides each time what is in it.
        form.add_control(
            Words(
                _("With the times at the desk"),
                _("When you sat and were away is private, and stays out otherwise"),
            ),
            self._presence,
        )
        form.add_control(
            Words(
                _("Bring in a file"),
                _("You first see what it would change, and can take it back"),
            ),
            self._import,
        )

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  the value of a signal
        """Let nothing be asked for while a file is read or written."""
        self._export.setDisabled(busy)
        self._import.setDisabled(busy)

    def _ask_for_export(self) -> None:
        self.export_requested.emit(self._presence.isChecked())
