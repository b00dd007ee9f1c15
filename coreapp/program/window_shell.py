"""The part of the shell that needs nothing but the window: going to places, saying things."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject

from coreapp.domain.errors import CoreappError
from coreapp.services.explanations import explain
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.theme.icons import Icon

logger = logging.getLogger(__name__)


class WindowShell(QObject):
    """Opens places of the window for pages that do not know it.

    Attributes:
        window: the main window; whoever builds on this makes it.
    """

    window: MainWindow

    def open_page(self, page: PageKey) -> None:
        """Show a page."""
        self.window.go(Place(page))

    def open_exercise(self, identity: str) -> None:
        """Show an exercise."""
        self.window.go(Place(PageKey.LIBRARY, identity))

    def open_programme(self, identity: str) -> None:
        """Show a programme."""
        self.window.go(Place(PageKey.ROUTINES, programme=identity))

    def edit_routine(self, identity: str) -> None:
        """Open the editor of a routine, which is a part of the page of routines."""
        self.window.go(Place(PageKey.ROUTINES, article=identity))

    def preview_day(self) -> None:
        """Try a day out, on a part of the page of breaks."""
        self.window.go(Place(PageKey.BREAKS, article="preview"))

    def open_article(self, identity: str) -> None:
        """Show an article of the guide."""
        self.window.go(Place(PageKey.GUIDE, article=identity))

    def go_back(self) -> None:
        """Return to where one was."""
        self.window.go_back()

    def tell(self, text: str) -> None:
        """Say something in passing."""
        self.window.tell(text)

    def tell_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done and offer to undo it."""
        self.window.tell_with_undo(text, undo)

    def show_error(self, error: CoreappError) -> None:
        """Say what went wrong."""
        logger.warning("told a failure: %s", error)
        self.warn(explain(error))

    def warn(self, text: str) -> None:
        """Say something that has to be seen, until somebody puts it away; an empty text is none."""
        if text:
            self.window.banner.show_message(text, Icon.WARNING, "danger")

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Show an expected failure instead of raising it."""
        try:
            yield
        except CoreappError as error:
            self.show_error(error)
