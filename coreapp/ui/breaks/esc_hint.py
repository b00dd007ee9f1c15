"""The way out of the break, written on every screen."""

from enum import Enum

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coreapp.i18n import _, pgettext
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.key_cap import KeyCap
from coreapp.ui.widgets.labels import make_label


class WayOut(Enum):
    """What gives the screen back."""

    ESC = "esc"
    ESC_BRIEF = "esc_brief"
    """The same in few words, where there is little room."""
    ANY_KEY = "any_key"


class EscHint(QWidget):
    """The key, and what to do with it."""

    def __init__(self, theme: Theme, way: WayOut = WayOut.ESC) -> None:
        super().__init__()
        self._way = way
        self._cap = KeyCap(theme, "")
        self._words = make_label(tone="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._cap)
        row.addWidget(self._words)
        self._cap.setVisible(way is not WayOut.ANY_KEY)
        self._name_all()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()

    def _name_all(self) -> None:
        self._cap.set_text(pgettext("key", "Esc"))
        words = {
            WayOut.ESC: _("hold one second to leave"),
            WayOut.ESC_BRIEF: _("hold to leave"),
            WayOut.ANY_KEY: _("any key gives the screen back"),
        }
        self._words.setText(words[self._way])
