"""The main window: the list of pages, the page, and what is said in passing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
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
from coreapp.ui.pages.base import Page
from coreapp.ui.theme import metrics
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.nav_list import NavPage
from coreapp.ui.widgets.sidebar import Sidebar
from coreapp.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from coreapp.ui.pages.exercises.exercise import ExercisePage
    from coreapp.ui.pages.programmes.page import ProgrammePage

SMALLEST = (1024, 680)
FIRST_SIZE = (1280, 860)

_ICONS = {
    PageKey.TODAY: Icon.TODAY,
    PageKey.LIBRARY: Icon.LIBRARY,
    PageKey.ROUTINES: Icon.ROUTINES,
    PageKey.PLAN: Icon.PLAN,
    PageKey.LOG: Icon.LOG,
    PageKey.PROGRESS: Icon.PROGRESS,
    PageKey.BREAKS: Icon.BREAKS,
    PageKey.GUIDE: Icon.GUIDE,
    PageKey.SETTINGS: Icon.SETTINGS,
}


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
        self.setObjectName("main_window")
        self.setWindowTitle("Coreapp")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.sidebar = Sidebar(theme, "Coreapp")
        self.banner = Banner(theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self.toast = Toast(theme, self._stack)
        self._make_shortcuts()
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
            self._trail.append(place)
            del self._trail[:-20]
        self._show_place()

    def go_back(self) -> None:
        """Return to where one was."""
        if len(self._trail) > 1:
            self._trail.pop()
        self._show_place()

    def note(self, changes: frozenset[Change]) -> None:
        """Tell the pages what is different now."""
        for page in (*self._pages.values(), self._exercise_page, self._programme_page):
            if page is not None:
                page.note(changes)

    def rebuild(self) -> None:
        """Make everything anew, in the language that is shown now."""
        current = self._stack.currentWidget()
        if isinstance(current, Page):
            current.become_hidden()
        while (widget := self._stack.widget(0)) is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()
        self._pages.clear()
        self._exercise_page = None
        self._programme_page = None
        self._name_pages()
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
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)

    def _make_shortcuts(self) -> None:
        for number, key in enumerate(PageKey, start=1):
            if key is not PageKey.SETTINGS:
                self._shortcut(f"Ctrl+{number}", self._opener(key))
        self._shortcut("Ctrl+,", self._opener(PageKey.SETTINGS))
        self._shortcut("Ctrl+F", self._search)
        self._shortcut("Alt+Left", self.go_back)
        self._shortcut("Esc", self.go_back)
        self._shortcut("F6", self._switch_focus)
        self._shortcut("Ctrl+Z", self.undo)
        self._shortcut("Ctrl+E", self.activity_requested.emit)

    def _shortcut(self, keys: str, carry_out: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(carry_out)

    def _opener(self, key: PageKey) -> Callable[[], None]:
        def open_it() -> None:
            self.go(Place(key))

        return open_it

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
        names = {
            PageKey.TODAY: _("Today"),
            PageKey.LIBRARY: _("Library"),
            PageKey.ROUTINES: _("Routines"),
            PageKey.PLAN: _("Plan"),
            PageKey.LOG: _("Log"),
            PageKey.PROGRESS: _("Progress"),
            PageKey.BREAKS: _("Breaks"),
            PageKey.GUIDE: _("Guide"),
            PageKey.SETTINGS: _("Settings"),
        }
        self.sidebar.nav.set_pages(
            [
                NavPage(key.value, names[key], _ICONS[key], at_end=key is PageKey.SETTINGS)
                for key in PageKey
            ]
        )

    def _show_place(self) -> None:
        place = self.place
        page = self._page_of(place)
        page.show_part(place.article)
        before = self._stack.currentWidget()
        if isinstance(before, Page) and before is not page:
            before.become_hidden()
        self._stack.setCurrentWidget(page)
        self.sidebar.nav.choose(place.page.value)
        # Today and Breaks have the large ring already.
        has_large_ring = place.page in {PageKey.TODAY, PageKey.BREAKS}
        self.sidebar.set_ring_visible(visible=not has_large_ring)
        page.become_seen()
        if before is not page and before is not None:
            page.come_up()

    def _page(self, key: PageKey) -> Page:
        if key not in self._pages:
            self._pages[key] = self._make_page(key)
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    def _page_of(self, place: Place) -> Page:
        if place.exercise:
            return self._exercise(place.exercise)
        if place.programme:
            return self._programme(place.programme)
        return self._page(place.page)

    def _programme(self, identity: str) -> Page:
        if self._programme_page is None:
            self._programme_page = self._make_programme_page()
            self._stack.addWidget(self._programme_page)
        self._programme_page.show_programme(identity)
        return self._programme_page

    def _exercise(self, identity: str) -> Page:
        if self._exercise_page is None:
            self._exercise_page = self._make_exercise_page()
            self._stack.addWidget(self._exercise_page)
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
