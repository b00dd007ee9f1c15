"""The box about the program; one at a time."""

from PySide6.QtWidgets import QWidget

from coreapp.bootstrap import Services
from coreapp.services.about import Sources, sources_of
from coreapp.ui.dialogs.about import AboutDialog
from coreapp.ui.theme.theme import Theme


class AboutDesk:
    """Opens the box over a window, or brings it back to the front."""

    def __init__(self, services: Services, theme: Theme, window: QWidget) -> None:
        self._services = services
        self._theme = theme
        self._window = window
        self._dialog: AboutDialog | None = None

    @property
    def dialog(self) -> AboutDialog | None:
        """The box while it is open."""
        return self._dialog

    def show(self) -> None:
        """Open the box."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        folder = self._services.paths.data
        self._dialog = AboutDialog(self._theme, folder, self._sources, self._window)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _sources(self) -> Sources:
        services = self._services
        shipped = [
            each
            for each in services.library.exercises
            if not services.library.is_own_exercise(each.id)
        ]
        return sources_of(shipped, services.programmes.all(), services.guide.articles)
