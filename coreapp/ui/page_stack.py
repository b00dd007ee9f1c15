"""The pages of the main window: made by their first visit, let go of, made anew where one was."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtWidgets import QStackedWidget

from coreapp.services.changes import Change
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.base import Page

if TYPE_CHECKING:
    from coreapp.ui.pages.exercises.exercise import ExercisePage
    from coreapp.ui.pages.programmes.page import ProgrammePage

_EXERCISE: Final = "exercise"
_PROGRAMME: Final = "programme"

_Made = TypeVar("_Made", bound=Page)


class PageStack(QStackedWidget):
    """Shows one page at a time; all exercises share one, and so do all programmes."""

    def __init__(
        self,
        make_page: Callable[[PageKey], Page],
        make_exercise_page: "Callable[[], ExercisePage]",
        make_programme_page: "Callable[[], ProgrammePage]",
    ) -> None:
        super().__init__()
        self._make_page = make_page
        self._make_exercise_page = make_exercise_page
        self._make_programme_page = make_programme_page
        self._pages: dict[PageKey, Page] = {}
        self._exercise_page: ExercisePage | None = None
        self._programme_page: ProgrammePage | None = None
        self._kept: dict[str, Mapping[str, object]] = {}

    @property
    def page(self) -> Page | None:
        """The page that is seen; None while all are put away."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def page_of(self, place: Place) -> Page:
        """Return the page of a place, ready to show it."""
        page: Page
        if place.exercise:
            page = exercise = self._placed(self._one_exercise())
            exercise.show_exercise(place.exercise)
        elif place.programme:
            page = programme = self._placed(self._one_programme())
            programme.show_programme(place.programme)
        else:
            page = self._placed(self._page(place.page))
        page.show_part(place.article)
        return page

    def bring_up(self, page: Page) -> None:
        """Show a page in the place of the one that is seen."""
        before = self.page
        if before is not None and before is not page:
            before.become_hidden()
        # Filled before it is shown: a page that is shown empty is laid out twice.
        page.resize(self.size())
        page.prepare()
        self.setCurrentWidget(page)
        page.become_seen()
        if before is not None and before is not page:
            page.come_up()

    def note(self, changes: frozenset[Change], *, later: bool = False) -> None:
        """Tell the pages what is different now; `later` waits until they come to the front."""
        for page in self._every_page().values():
            if later:
                page.outdate(changes)
            else:
                page.note(changes)

    def set_resting(self, *, resting: bool) -> None:
        """Let the page stand still while something else lies over it, or wake it up again."""
        page = self.page
        if page is None:
            return
        if resting:
            page.hidden()
        else:
            page.shown()

    def put_away(self) -> None:
        """Let go of all pages; each is made anew, where one was, when it is next visited."""
        if self.page is not None:
            self.page.become_hidden()
        self._kept |= {name: page.kept() for name, page in self._every_page().items()}
        for page in self._every_page().values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._exercise_page = None
        self._programme_page = None

    def drop(self, key: PageKey) -> bool:
        """Let go of one page and of where one was on it; tell whether it was seen."""
        page = self._pages.pop(key, None)
        if page is None:
            return False
        is_seen = page is self.page
        if is_seen:
            page.become_hidden()
        self.removeWidget(page)
        page.deleteLater()
        return is_seen

    def make_ahead(self) -> bool:
        """Make a page that nobody has visited yet; tell whether more are left.

        It shows nothing until it is visited. Those come first that are first in the list.
        """
        # Out of the window until then: whenever Qt takes a picture of a page, as one that comes up
        # softly is, it lays out everything in the window that was never shown, at no right size.
        makers: list[Callable[[], Page]] = [
            partial(self._page, key) for key in PageKey if key not in self._pages
        ]
        if self._exercise_page is None:
            makers.append(self._one_exercise)
        if self._programme_page is None:
            makers.append(self._one_programme)
        if makers:
            makers[0]()
        return len(makers) > 1

    def _page(self, key: PageKey) -> Page:
        if key not in self._pages:
            self._pages[key] = self._begin(key, self._make_page(key))
        return self._pages[key]

    def _one_exercise(self) -> "ExercisePage":
        if self._exercise_page is None:
            self._exercise_page = self._begin(_EXERCISE, self._make_exercise_page())
        return self._exercise_page

    def _one_programme(self) -> "ProgrammePage":
        if self._programme_page is None:
            self._programme_page = self._begin(_PROGRAMME, self._make_programme_page())
        return self._programme_page

    def _placed(self, page: _Made) -> _Made:
        """Take a page in that was made ahead, or just now."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        return page

    def _begin(self, name: str, page: _Made) -> _Made:
        """Return a new page; one that is made anew goes on where one was."""
        kept = self._kept.pop(name, None)
        if kept is not None:
            page.take_up(kept)
        return page

    def _every_page(self) -> dict[str, Page]:
        """Return the pages that have been made, by name."""
        pages: dict[str, Page] = {key.value: page for key, page in self._pages.items()}
        if self._exercise_page is not None:
            pages[_EXERCISE] = self._exercise_page
        if self._programme_page is not None:
            pages[_PROGRAMME] = self._programme_page
        return pages
