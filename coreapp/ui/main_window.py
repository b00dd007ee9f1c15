"""The main window: the list of pages, the page, and what is said in passing."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.ui.help_places import place_topic
from coreapp.ui.messages import Banner
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.page_list import page_list
from coreapp.ui.page_stack import PageStack
from coreapp.ui.pages.base import Page
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.help_pane import explain_here
from coreapp.ui.widgets.help_topic import set_topic
from coreapp.ui.widgets.sidebar import Sidebar
from coreapp.ui.widgets.toast import Toast
from coreapp.ui.window_keys import WindowKeys

if TYPE_CHECKING:
    from coreapp.ui.pages.exercises.exercise import ExercisePage
    from coreapp.ui.pages.programmes.page import ProgrammePage

SMALLEST = (1024, 680)
FIRST_SIZE = (1280, 860)


class MainWindow(QWidget):
    """The window with the pages, each made before or when it is first visited.

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
        self._trail: list[Place] = [Place(PageKey.TODAY)]
        self._undo: Callable[[], None] | None = None
        self._is_painted = False
        self._cover: QWidget | None = None
        self.setObjectName("main_window")
        self.setWindowTitle("Coreapp")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.sidebar = Sidebar(theme, "Coreapp")
        self.banner = Banner(theme)
        self._stack = PageStack(make_page, make_exercise_page, make_programme_page)
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
        page = self._stack.page
        if page is None:
            raise LookupError("all pages are put away")
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
        self._withdraw_undo()
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

    def put_at_head(self, widget: QWidget) -> None:
        """Show something above everything else, for as long as the window is there."""
        self._right.insertWidget(0, widget)

    def open_article(self, identity: str) -> None:
        """Show an article of the guide."""
        self.go(Place(PageKey.GUIDE, article=identity))

    def go_back(self) -> None:
        """Return to where one was."""
        if len(self._trail) > 1:
            self._trail.pop()
        self._show_place()

    def note(self, changes: frozenset[Change], *, later: bool = False) -> None:
        """Tell the pages what is different now; `later` waits until they come to the front."""
        self._stack.note(changes, later=later)

    def rebuild(self) -> None:
        """Make everything anew, in the language that is shown now."""
        self.put_pages_away()
        self._name_pages()
        self._show_place()

    def put_pages_away(self) -> None:
        """Let go of all pages; each is made anew, where one was, when it is next visited."""
        self._withdraw_undo()
        self._stack.put_away()

    def make_page_ahead(self) -> bool:
        """Make a page that nobody has visited yet; tell whether more are left."""
        return self._stack.make_ahead()

    def renew(self, key: PageKey) -> None:
        """Make one page anew: now if it is seen, else when it is next visited."""
        if self._stack.drop(key):
            self._show_place()
        else:
            self._withdraw_undo()

    def set_resting(self, *, resting: bool) -> None:
        """Let the page stand still while something else lies over it, or wake it up again."""
        self._stack.set_resting(resting=resting)

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
            "F1": partial(explain_here, self._theme, self),
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
        set_topic(self, place_topic(place))
        page = self._stack.page_of(place)
        self.sidebar.nav.choose(place.page.value)
        page.setAccessibleName(self.sidebar.nav.name())
        # Today and Breaks have the large ring already.
        has_large_ring = place.page in {PageKey.TODAY, PageKey.BREAKS}
        self.sidebar.set_ring_visible(visible=not has_large_ring)
        self._stack.bring_up(page)

    def _withdraw_undo(self) -> None:
        """Offer no undo any more: the page that offered it goes, and it may need that page."""
        if self._undo is not None:
            self._undo = None
            self.toast.hide()

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
