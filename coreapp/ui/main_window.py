"""The main window: the list of pages, the page, and what is said in passing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.ui.messages import Banner
from coreapp.ui.navigation import PageKey
from coreapp.ui.page_list import page_list
from coreapp.ui.pages.base import Page
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.sidebar import Sidebar
from coreapp.ui.widgets.toast import Toast
from coreapp.ui.window_keys import WindowKeys

if TYPE_CHECKING:
    from coreapp.ui.pages.exercises.exercise import ExercisePage
    from coreapp.ui.pages.programmes.page import ProgrammePage

SMALLEST = (1024, 680)
FIRST_SIZE = (1280, 860)
_EXERCISE, _PROGRAMME = "exercise", "programme"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can be: a page, an exercise, a programme, or an article of the guide."""

    page: PageKey
    exercise: str = ""
    article: str = ""
    programme: str = ""


class MainWindow(QWidget):
    """The window with the pages, each made when it is first visited.

    Signals:
        close_requested: the person closed the window.
        first_painted: the window has been painted for the first time.
        activity_requested: a run or a walk is to be entered.
    """

    close_requested = Signal()
    activity_requested = Signal()
    first_painted = Signal()

    def __init__(
        self,
        theme: Theme,
        make_page: Callable[[PageKey], Page],
        make_exercise_page: "Callable[[], ExercisePage]",
        make_programme_page: "Callable[[], ProgrammePage]",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._make_page = make_page
        self._make_exercise_page = make_exercise_page
        self._make_programme_page = make_programme_page
        self._pages: dict[PageKey, Page] = {}
        self._exercise_page: ExercisePage | None = None
        self._programme_page: ProgrammePage | None = None
        self._trail: list[Place] = [Place(PageKey.TODAY)]
        self._undo: Callable[[], None] | None = None
        self._is_painted = False
        self._kept: dict[str, Mapping[str, object]] = {}
        self._cover: QWidget | None = None
        self.setObjectName("main_window")
        self.setWindowTitle("Coreapp")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.sidebar = Sidebar(theme, "Coreapp")
        self.banner = Banner(theme)
        self._stack = QStackedWidget()
        self._right = QVBoxLayout()
        self._lay_out()
        self.toast = Toast(theme, self._stack)
        self._keys = WindowKeys(self, self._key_table())
        self.sidebar.nav.page_requested.connect(self._open_requested)
        self.sidebar.ring_requested.connect(self._open_breaks)
        self.toast.undo_requested.connect(self.undo)
        self._name_pages()

    @property
    def place(self) -> Place:
        """Where one is."""
        return self._trail[-1]

    @property
    def page(self) -> Page:
        """The page that is seen."""
        page = self._stack.currentWidget()
        if not isinstance(page, Page):
            raise TypeError(page)
        return page

    def go(self, place: Place) -> None:
        """Show a place; going back leads to where one was."""
        if place != self.place:
            self.uncover()
            self._trail.append(place)
            del self._trail[:-20]
        self._show_place()

    def cover(self, widget: QWidget) -> None:
        """Show something in the place of all pages, and of their list, until `uncover`.

        Going to another place takes it away, too: whoever asks for an article wants to see it.
        """
        self.uncover()
        self._cover = widget
        self._right.addWidget(widget, 1)
        self._set_covered(covered=True)
        widget.show()

    def uncover(self) -> None:
        """Take away what stands in the place of the pages, if anything does."""
        cover, self._cover = self._cover, None
        if cover is None:
            return
        self._right.removeWidget(cover)
        cover.hide()
        cover.deleteLater()
        self._set_covered(covered=False)
        self._show_place()

    @property
    def is_covered(self) -> bool:
        """Whether something stands in the place of the pages."""
        return self._cover is not None

    def go_back(self) -> None:
        """Return to where one was."""
        if len(self._trail) > 1:
            self._trail.pop()
        self._show_place()

    def note(self, changes: frozenset[Change]) -> None:
        """Tell the pages what is different now."""
        for page in self._every_page().values():
            page.note(changes)

    def rebuild(self) -> None:
        """Make everything anew, in the language that is shown now."""
        self.put_pages_away()
        self._name_pages()
        self._show_place()

    def put_pages_away(self) -> None:
        """Let go of all pages; each is made anew, where one was, when it is next visited."""
        current = self._stack.currentWidget()
        if isinstance(current, Page):
            current.become_hidden()
        self._kept |= {key: page.kept() for key, page in self._every_page().items()}
        while (widget := self._stack.widget(0)) is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()
        self._pages.clear()
        self._exercise_page = None
        self._programme_page = None

    def renew(self, key: PageKey) -> None:
        """Make one page anew: now if it is seen, else when it is next visited."""
        page = self._pages.pop(key, None)
        if page is None:
            return
        is_seen = page is self._stack.currentWidget()
        if is_seen:
            page.become_hidden()
        self._stack.removeWidget(page)
        page.deleteLater()
        if is_seen:
            self._show_place()

    def set_resting(self, *, resting: bool) -> None:
        """Let the page stand still while something else lies over it, or wake it up again."""
        page = self._stack.currentWidget()
        if not isinstance(page, Page):
            return
        if resting:
            page.hidden()
        else:
            page.shown()

    def tell_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done and offer to undo it."""
        self._undo = undo
        self.toast.show_message(text, _("Undo"))

    def tell(self, text: str) -> None:
        """Say something in passing."""
        self._undo = None
        self.toast.show_message(text)

    def undo(self) -> None:
        """Undo what was done last, if that is still offered."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self.toast.hide()
            undo()

    def saved_state(self) -> dict[str, object]:
        """Return size and place of the window as plain data."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        return {"geometry": geometry}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Bring the window to the size and place it had."""
        geometry = state.get("geometry")
        if isinstance(geometry, str):
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode("ascii"))))

    def bring_to_front(self) -> None:
        """Show the window before all others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def _lay_out(self) -> None:
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.banner)
        self._right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(self._right, 1)

    def _key_table(self) -> dict[str, Callable[[], object]]:
        pages = {
            f"Ctrl+{number}": partial(self.go, Place(key))
            for number, key in enumerate(PageKey, start=1)
            if key is not PageKey.SETTINGS
        }
        return {
            **pages,
            "Ctrl+,": partial(self.go, Place(PageKey.SETTINGS)),
            "Ctrl+F": self._search,
            "Alt+Left": self.go_back,
            "Esc": self.go_back,
            "F6": self._switch_focus,
            "Ctrl+Z": self.undo,
            "Ctrl+E": self.activity_requested.emit,
        }

    def _set_covered(self, *, covered: bool) -> None:
        """Take list, pages and their keys away, or give them back."""
        self.sidebar.setHidden(covered)
        self._stack.setHidden(covered)
        self._keys.set_enabled(enabled=not covered)

    def _open_requested(self, key: str) -> None:
        self.go(Place(PageKey(key)))

    def _open_breaks(self) -> None:
        self.go(Place(PageKey.BREAKS))

    def _search(self) -> None:
        """Go to where one can search, and begin."""
        if not hasattr(self.page, "focus_search"):
            self.go(Place(PageKey.LIBRARY))
        focus = getattr(self.page, "focus_search", None)
        if focus is not None:
            focus()

    def _switch_focus(self) -> None:
        """Move between the list of pages and the page."""
        focused = self.focusWidget()
        if self.sidebar.isAncestorOf(focused):
            self.page.setFocus()
            self.page.focusNextChild()
        else:
            self.sidebar.nav.setFocus()

    def _name_pages(self) -> None:
        self.sidebar.nav.set_pages(page_list())

    def _show_place(self) -> None:
        if self.is_covered:
            return
        place = self.place
        page = self._page_of(place)
        page.show_part(place.article)
        before = self._stack.currentWidget()
        if isinstance(before, Page) and before is not page:
            before.become_hidden()
        # Filled before it is shown: a page that is shown empty is laid out twice.
        page.resize(self._stack.size())
        page.prepare()
        self._stack.setCurrentWidget(page)
        self.sidebar.nav.choose(place.page.value)
        page.setAccessibleName(self.sidebar.nav.name())
        # Today and Breaks have the large ring already.
        has_large_ring = place.page in {PageKey.TODAY, PageKey.BREAKS}
        self.sidebar.set_ring_visible(visible=not has_large_ring)
        page.become_seen()
        if before is not page and before is not None:
            page.come_up()

    def _page(self, key: PageKey) -> Page:
        if key not in self._pages:
            self._pages[key] = self._take_in(key, self._make_page(key))
        return self._pages[key]

    def _take_in(self, name: str, page: Page) -> Page:
        """Give a new page its place; one that is made anew goes on where one was."""
        self._stack.addWidget(page)
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

    def _page_of(self, place: Place) -> Page:
        if place.exercise:
            return self._exercise(place.exercise)
        if place.programme:
            return self._programme(place.programme)
        return self._page(place.page)

    def _programme(self, identity: str) -> Page:
        if self._programme_page is None:
            self._programme_page = self._make_programme_page()
            self._take_in(_PROGRAMME, self._programme_page)
        self._programme_page.show_programme(identity)
        return self._programme_page

    def _exercise(self, identity: str) -> Page:
        if self._exercise_page is None:
            self._exercise_page = self._make_exercise_page()
            self._take_in(_EXERCISE, self._exercise_page)
        self._exercise_page.show_exercise(identity)
        return self._exercise_page

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave it to the program what closing means: the tray, or the end."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.isSavingSession():
            # The desktop is logging out: nobody may be in the way.
            return
        event.ignore()
        self.close_requested.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint: what may wait begins then."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # Not before the children are painted too.
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list of pages less room in a small window."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(narrow=self.width() < metrics.NARROW_BELOW)
