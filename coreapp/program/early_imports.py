"""Imports what the pages are made of before they are visited, while nothing else is to be done.

A third to a half of what a first visit to a page takes is Python reading its modules. What has
nothing to do with Qt is imported on the worker, so that whatever else the worker is asked for waits
for one module at most. Pages are imported one at a time where the windows live, 2 to 20 ms each:
PySide6 looks up a class of Qt, without a lock of its own, whenever Qt asks an object for its
properties, and a class that is made on another thread at that moment may move them all in memory
(PySide6 6.11). Three of some 270 starts in which a page was opened at once died of it.

What is kept of a first reading is made on the worker, too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

from coreapp.i18n import names_in_all_languages
from coreapp.ui.background import Background, Job


@dataclass(frozen=True, slots=True)
class Modules:
    """What is imported ahead.

    Attributes:
        apart: what pages stand on and no class of Qt is in; imported on the worker.
        pages: imported where the windows live.
    """

    apart: Sequence[str]
    pages: Sequence[str]


_APART: Final = (
    "coreapp.services.library_filter",
    "coreapp.services.plan_items",
    "coreapp.services.plan_edits",
    "coreapp.services.log_list",
    "coreapp.services.marks",
    "coreapp.services.charts",
    "coreapp.services.progress.page",
    "coreapp.services.desk_check",
    "coreapp.services.corrections",
    "coreapp.domain.routine_editing.edits",
    "coreapp.domain.routine_editing.history",
    "coreapp.services.programme_facts",
    "coreapp.content.programme_files",
    "coreapp.content.guide_files",
)

_PAGES: Final = (
    "coreapp.ui.pages.exercises.library",
    "coreapp.ui.pages.exercises.exercise",
    "coreapp.ui.pages.plan.page",
    "coreapp.ui.pages.log.page",
    "coreapp.ui.pages.progress.page",
    "coreapp.ui.pages.breaks.page",
    "coreapp.ui.pages.routines.page",
    "coreapp.ui.pages.programmes.page",
    "coreapp.ui.pages.guide.page",
    "coreapp.ui.pages.settings.page",
    "coreapp.program.plan_page",
    "coreapp.program.log_page",
    "coreapp.program.breaks_page",
    "coreapp.ui.pages.programmes.programme_list",
    "coreapp.ui.pages.programmes.panel",
)
"""Those visited most come first, then what they ask for when they are made. Today is there."""

MODULES: Final = Modules(_APART, _PAGES)

PAUSE_MS: Final = 20
"""Time to answer between two pages."""

BUSY_MS: Final = 2_000
"""After so long it is looked again whether something is in the way."""


class EarlyImports(QObject):
    """Imports each page once. A program that stays in the tray never begins, and saves memory.

    Args:
        background: whose worker it uses; owns this.
        is_over: whether the program ends, so that nobody waits for pages that are not visited.
        is_busy: whether something is in the way, such as a session that nothing may hold up.
        read_ahead: reads on the worker, in the end, what a page will ask for first.
        finished: told when all that is done, or could not be.
        modules: what is imported.
    """

    def __init__(
        self,
        background: Background,
        is_over: Callable[[], bool],
        is_busy: Callable[[], bool],
        read_ahead: Callable[[], object],
        finished: Callable[[], object],
        modules: Modules = MODULES,
    ) -> None:
        super().__init__(background)
        self._background = background
        self._is_over = is_over
        self._is_busy = is_busy
        self._read_ahead = read_ahead
        self._finished = finished
        self._apart = list(modules.apart)
        self._pages = list(modules.pages)
        self._has_begun = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._import_page)

    def begin(self) -> None:
        """Begin, once in a run."""
        if not self._has_begun:
            self._has_begun = True
            self._go_on()

    def _go_on(self, _done: object = None) -> None:
        if self._is_over():
            return
        if self._apart:
            name = self._apart.pop(0)
            self._background.run(Job(lambda: import_module(name), self._go_on, self._go_on))
        else:
            self._timer.start(PAUSE_MS)

    def _import_page(self) -> None:
        if self._is_over():
            return
        if self._is_busy():
            self._timer.start(BUSY_MS)
        elif self._pages:
            import_module(self._pages.pop(0))
            self._timer.start(PAUSE_MS)
        else:
            # Plan and Library look names up in all languages: their catalogues are opened once.
            self._background.run(Job(lambda: names_in_all_languages("", ""), _rest, _rest))
            self._background.run(Job(self._read_ahead, self._tell, self._tell))

    def _tell(self, _done: object) -> None:
        if not self._is_over():
            self._finished()


def _rest(_done: object) -> None:
    """Everything is there."""
