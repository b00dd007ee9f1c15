"""Imports what the pages are made of before they are visited, while nothing else is to be done.

A third to a half of what a first visit to a page takes is Python reading its modules. It is done on
the worker, a page at a time, so that whatever else the worker is asked for waits for one at most.
What is kept of a first reading is made then, too.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

from coreapp.i18n import names_in_all_languages
from coreapp.ui.background import Background, Job

PAGES: Final = (
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
    "coreapp.services.marks",
    "coreapp.program.plan_page",
    "coreapp.program.log_page",
    "coreapp.services.progress.page",
    "coreapp.program.breaks_page",
    "coreapp.ui.pages.programmes.programme_list",
    "coreapp.ui.pages.programmes.panel",
    "coreapp.content.programme_files",
    "coreapp.content.guide_files",
)
"""Those visited most come first, then what they ask for when they are made. Today is there."""


class EarlyImports:
    """Imports each page once. A program that stays in the tray never begins, and saves memory.

    Args:
        background: whose worker it uses.
        is_over: whether the program ends, so that nobody waits for pages that are not visited.
        read_ahead: reads on the worker, in the end, what a page will ask for first.
        finished: told when all that is done, or could not be.
    """

    def __init__(
        self,
        background: Background,
        is_over: Callable[[], bool],
        read_ahead: Callable[[], object],
        finished: Callable[[], object],
        pages: Sequence[str] = PAGES,
    ) -> None:
        self._background = background
        self._is_over = is_over
        self._read_ahead = read_ahead
        self._finished = finished
        self._left = list(pages)
        self._has_begun = False

    def begin(self) -> None:
        """Begin, once in a run."""
        if not self._has_begun:
            self._has_begun = True
            self._go_on()

    def _go_on(self, _done: object = None) -> None:
        if self._is_over():
            return
        if self._left:
            name = self._left.pop(0)
            self._background.run(Job(lambda: import_module(name), self._go_on, self._go_on))
        else:
            # Plan and Library look names up in all languages: their catalogues are opened once.
            self._background.run(Job(lambda: names_in_all_languages("", ""), _rest, _rest))
            self._background.run(Job(self._read_ahead, self._tell, self._tell))

    def _tell(self, _done: object) -> None:
        if not self._is_over():
            self._finished()


def _rest(_done: object) -> None:
    """Everything is there."""
