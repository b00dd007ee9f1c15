"""A shell that does nothing but remember what pages asked it for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from coreapp.domain.errors import CoreappError
from coreapp.services.changes import Change
from coreapp.services.playing import Request
from coreapp.ui.navigation import PageKey


class FakeShell:
    """Satisfies `coreapp.ui.navigation.Shell`; every list is in the order of the calls."""

    def __init__(self) -> None:
        self.pages: list[PageKey] = []
        self.exercises: list[str] = []
        self.articles: list[str] = []
        self.programmes: list[str] = []
        self.edited_routines: list[str] = []
        self.times_gone_back = 0
        self.times_previewed = 0
        self.requests: list[Request] = []
        self.times_asked_for_activity = 0
        self.edited_activities: list[str] = []
        self.times_shoes_shown = 0
        self.times_about_shown = 0
        self.times_example_shown = 0
        self.told: list[str] = []
        self.undos: list[Callable[[], None]] = []
        self.errors: list[CoreappError] = []
        self.changes: list[tuple[Change, ...]] = []

    def open_page(self, page: PageKey) -> None:
        self.pages.append(page)

    def open_exercise(self, identity: str) -> None:
        self.exercises.append(identity)

    def open_programme(self, identity: str) -> None:
        self.programmes.append(identity)

    def edit_routine(self, identity: str) -> None:
        self.edited_routines.append(identity)

    def preview_day(self) -> None:
        self.times_previewed += 1

    def open_article(self, identity: str) -> None:
        self.articles.append(identity)

    def go_back(self) -> None:
        self.times_gone_back += 1

    def play(self, request: Request) -> None:
        self.requests.append(request)

    def enter_activity(self) -> None:
        self.times_asked_for_activity += 1

    def edit_activity(self, identity: str) -> None:
        self.edited_activities.append(identity)

    def show_shoes(self) -> None:
        self.times_shoes_shown += 1

    def show_about(self) -> None:
        self.times_about_shown += 1

    def show_example(self) -> None:
        self.times_example_shown += 1

    def tell(self, text: str) -> None:
        self.told.append(text)

    def tell_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        self.told.append(text)
        self.undos.append(undo)

    def show_error(self, error: CoreappError) -> None:
        self.errors.append(error)

    @contextmanager
    def guarded(self) -> Iterator[None]:
        try:
            yield
        except CoreappError as error:
            self.show_error(error)

    def changed(self, *changes: Change) -> None:
        self.changes.append(changes)
