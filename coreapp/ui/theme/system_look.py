"""What the desktop asks of every program's look: dark windows, and more contrast."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication


class SystemLook(QObject):
    """The desktop's wishes as they are now.

    Signals:
        changed: one of them is another now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        # What is taken from the hints is valid only while they are held on to.
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.changed)
        # Qt knows of contrast since 6.10.
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self.changed)

    @property
    def dark(self) -> bool:
        """Whether dark windows are asked for."""
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @property
    def strong(self) -> bool:
        """Whether more contrast is asked for."""
        hints = QGuiApplication.styleHints()
        if not hasattr(hints, "accessibility"):
            return False
        return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
