"""Gets the pages ready while somebody looks at the first one, so that each opens at once.

What they are made of is imported; then they are made, one at a time, with a pause after each in
which the window answers. A page that is made has read and shown nothing yet: it does
so when it is visited. That takes a third off the first visit of Plan and half off that of Breaks,
for some 7 MB while the window is open; a program that stays in the tray does not begin.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from coreapp.bootstrap import Services
from coreapp.program.early_imports import BUSY_MS, EarlyImports
from coreapp.ui.background import Background
from coreapp.ui.main_window import MainWindow

PAUSE_MS: Final = 100
"""Time to answer between two pages."""


class EarlyPages(QObject):
    """Makes the pages that nobody has visited yet."""

    def __init__(
        self,
        window: MainWindow,
        services: Services,
        background: Background,
        is_busy: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Wait until it is asked for.

        Args:
            window: has the pages.
            services: reads for them.
            background: imports on its worker.
            is_busy: nothing is made while this says yes.
            parent: owns this.
        """
        super().__init__(parent)
        self._window = window
        self._services = services
        self._is_busy = is_busy
        self._is_over = False
        self._is_imported = False
        self._has_left = True
        self._imports = EarlyImports(
            background,
            lambda: self._is_over,
            self._is_in_the_way,
            self._read_ahead,
            self._note_imported,
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._make_one)

    def begin(self) -> None:
        """Begin, or go on with what is left; the window is there to be seen."""
        if self._is_over:
            return
        self._imports.begin()
        if self._is_imported:
            self._timer.start(PAUSE_MS)

    def stop(self) -> None:
        """Make nothing any more."""
        self._is_over = True
        self._timer.stop()

    @property
    def are_made(self) -> bool:
        """Whether all pages were there when it was looked last."""
        return not self._has_left

    def _note_imported(self) -> None:
        self._is_imported = True
        self.begin()

    def _make_one(self) -> None:
        if not self._window.isVisible():
            return  # Whoever opens the window begins again.
        if self._is_in_the_way():
            self._timer.start(BUSY_MS)
            return
        self._has_left = self._window.make_page_ahead()
        if self._has_left:
            self._timer.start(PAUSE_MS)

    def _is_in_the_way(self) -> bool:
        """Whether something else stands in the place of the pages, and is not to be held up."""
        return self._is_busy() or self._window.is_covered

    def _read_ahead(self) -> None:
        from coreapp.program.plan_page import read_plan_ahead  # noqa: PLC0415  once it is imported

        read_plan_ahead(self._services)
