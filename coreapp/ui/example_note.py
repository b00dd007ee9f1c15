"""What an example says about itself, at the head of its window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from coreapp.i18n import _
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonSize
from coreapp.ui.widgets.labels import make_text


class ExampleNote(QFrame):
    """A calm line that stays, with the way out.

    Attributes:
        close_button: the way out.

    Signals:
        close_requested: the person has seen enough.
    """

    close_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "standing_note")
        self.setObjectName("example_note")
        self._icon = QLabel()
        self._text = make_text("")
        self.close_button = Button(theme, "", size=ButtonSize.SMALL)
        self.close_button.setObjectName("close_example")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self.close_requested)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self.speak()

    def speak(self) -> None:
        """Say it in the language that is shown now."""
        text = _("Example data. Nothing here is kept.")
        self._text.setText(text)
        self.setAccessibleName(text)
        self.close_button.setText(_("Close the example"))

    def _paint_icon(self) -> None:
        size = self._theme.icon_size(20)
        self._icon.setPixmap(self._theme.icon(Icon.INFO, "accent", 20).pixmap(size))
