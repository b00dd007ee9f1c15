"""What the desktop asks of every program's look: dark windows, more contrast, fine pictures."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen


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
        for screen in QGuiApplication.screens():
            self._watch(screen)
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.screenAdded.connect(self._meet)

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

    @property
    def ratios(self) -> frozenset[float]:
        """How many pixels of a screen one of the design is wide, for each screen there is.

        1 is always among them: for a moment there may be no screen at all.
        """
        return frozenset({1.0, *(each.devicePixelRatio() for each in QGuiApplication.screens())})

    def _meet(self, screen: QScreen) -> None:
        self._watch(screen)
        self.changed.emit()

    def _watch(self, screen: QScreen) -> None:
        """Hear of another scale: with it the screen has another size in pixels of the design."""
        screen.geometryChanged.connect(self.changed)
