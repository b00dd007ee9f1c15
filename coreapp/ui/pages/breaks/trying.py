"""Trying out other rules on a day: the preview when it is wanted, and its settings put to use."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.settings import Settings
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.i18n import _
from coreapp.services.ports import Clock
from coreapp.services.preferences import Preferences
from coreapp.services.sitting_history import SittingHistory
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.ui.pages.breaks.preview import BreakPreview


class TryingOut(QWidget):
    """The part of the page of breaks on which a day is tried out; hidden until it is opened.

    The preview is imported and made with the first visit: most people never ask for it.
    """

    def __init__(
        self,
        theme: Theme,
        history: SittingHistory,
        clock: Clock,
        preferences: Preferences,
        shell: Shell,
        settings_changed: Callable[[Settings], None],
    ) -> None:
        """Make nothing yet.

        Args:
            theme: the look.
            history: the days on which rules are tried out.
            clock: knows which day is today.
            preferences: has the rules in use.
            shell: goes back, and says what was done or went wrong.
            settings_changed: lets changed settings have their effect.
        """
        super().__init__()
        self._theme = theme
        self._history = history
        self._clock = clock
        self._preferences = preferences
        self._shell = shell
        self._settings_changed = settings_changed
        self._preview: BreakPreview | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def open(self) -> None:
        """Begin with the rules in use."""
        if self._preview is None:
            self._preview = self._make()
            self._column.addWidget(self._preview)
        self._preview.begin()
        self.show()

    def stop(self) -> None:
        """Try nothing more."""
        if self._preview is not None:
            self._preview.stop()

    def _make(self) -> "BreakPreview":
        from coreapp.services.day_preview import DayPreview  # noqa: PLC0415  see the class
        from coreapp.ui.pages.breaks.preview import BreakPreview  # noqa: PLC0415

        day = DayPreview(self._history, self._clock)
        preview = BreakPreview(self._theme, day, lambda: self._preferences.settings.breaks)
        preview.back_requested.connect(self._shell.go_back)
        preview.settings_wanted.connect(self._use)
        preview.failed.connect(self._shell.show_error)
        return preview

    def _use(self, settings: BreakSettings) -> None:
        before = self._preferences.settings.breaks
        self._change(settings)
        if self._preferences.settings.breaks == settings:
            self._shell.tell_with_undo(
                _("These settings are in use now"), lambda: self._change(before)
            )

    def _change(self, settings: BreakSettings) -> None:
        with self._shell.guarded():
            self._settings_changed(self._preferences.change({"breaks": settings.to_mapping()}))
