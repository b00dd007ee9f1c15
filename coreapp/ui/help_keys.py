"""F1 in every dialog; pages and player have it among their own keys."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.help_pane import explain_here

_NAME: Final = "help_key"


class HelpKeys(QObject):
    """Gives each dialog the key when it is first in front: no dialog has to think of it.

    A key of the whole application would not reach a dialog that the rest waits for, and a filter
    on the application would run with every event there is.
    """

    def __init__(self, theme: Theme, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._app = app
        app.focusWindowChanged.connect(self._give_key)

    def _give_key(self) -> None:
        window = self._app.activeWindow()
        if not isinstance(window, QDialog) or window.findChild(QShortcut, _NAME) is not None:
            return
        key = QShortcut(QKeySequence("F1"), window)
        key.setObjectName(_NAME)
        key.activated.connect(lambda: explain_here(self._theme, window))
