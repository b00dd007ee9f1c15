"""The places there are, and what pages may ask of the program around them without knowing it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from coreapp.domain.errors import CoreappError
from coreapp.services.changes import Change
from coreapp.services.playing import Request


class PageKey(StrEnum):
    """The pages there are, in the order of the list."""

    TODAY = "today"
    LIBRARY = "library"
    ROUTINES = "routines"
    PLAN = "plan"
    LOG = "log"
    PROGRESS = "progress"
    BREAKS = "breaks"
    GUIDE = "guide"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can be: a page, an exercise, a programme, or an article of the guide."""

    page: PageKey
    exercise: str = ""
    article: str = ""
    programme: str = ""


class Shell(Protocol):
    """The program as a page sees it."""

    def open_page(self, page: PageKey) -> None:
        """Show a page."""

    def open_exercise(self, identity: str) -> None:
        """Show an exercise; going back returns to where one was."""

    def open_programme(self, identity: str) -> None:
        """Show a programme; going back returns to where one was."""

    def edit_routine(self, identity: str) -> None:
        """Open the editor of a routine of one's own; going back returns to where one was."""

    def preview_day(self) -> None:
        """Show the part of the page of breaks on which a day is tried out; going back leaves it."""

    def open_article(self, identity: str) -> None:
        """Show an article of the guide; going back returns to where one was."""

    def go_back(self) -> None:
        """Return to where one was."""

    def play(self, request: Request) -> None:
        """Open the player with a routine."""

    def enter_activity(self) -> None:
        """Ask for a run, a walk or a sport that was done; it is stored, told, and can be undone."""

    def edit_activity(self, identity: str) -> None:
        """Show an activity of the log, to change it; that can be undone."""

    def show_shoes(self) -> None:
        """Show the pairs of shoes with how far they have gone."""

    def show_about(self) -> None:
        """Show the box about the program."""

    def show_example(self) -> None:
        """Open the example, in a program of its own beside this one."""

    def tell(self, text: str) -> None:
        """Say something in passing, at the foot of the page."""

    def tell_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done and offer to undo it, by the button or Ctrl Z."""

    def show_error(self, error: CoreappError) -> None:
        """Say what went wrong, what is safe and what to do."""

    def guarded(self) -> AbstractContextManager[None]:
        """Return a context that shows an expected failure instead of raising it."""

    def changed(self, *changes: Change) -> None:
        """Tell all pages what is different now."""
