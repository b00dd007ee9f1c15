"""The page of routines with everything behind it in memory."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.services.library import Library
from coreapp.services.own_routines import OwnRoutines
from coreapp.services.routine_editing import RoutineEditing
from coreapp.services.routine_sharing import RoutineSharing
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.routines.desk import RoutineMaking
from coreapp.ui.pages.routines.page import RoutinesPage
from tests.fakes.documents import FakeDocuments
from tests.fakes.own_routines import FakeRoutineFiles, OwnWorld
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_theme


def plain_page(library: Library, shell: Shell) -> RoutinesPage:
    """Return the page on any library, for tests that make nothing of their own."""
    documents = FakeDocuments()
    own = OwnRoutines(library, documents, lambda: "own-1", lambda _routine: False)
    sharing = RoutineSharing(library, documents, FakeDocuments(), FakeRoutineFiles())
    making = RoutineMaking(own, sharing, RoutineEditing(own, library))
    return RoutinesPage(shipped_theme(), shipped_art(), library, shell, lambda: making)


class PageShell(FakeShell):
    """A shell that opens the editor on its page, as the program does."""

    page: RoutinesPage

    def edit_routine(self, identity: str) -> None:
        super().edit_routine(identity)
        self.page.show_part(identity)
        self.page.become_seen()

    def go_back(self) -> None:
        super().go_back()
        self.page.show_part("")
        self.page.become_seen()


class RoutinesDesk(OwnWorld):
    """Somebody at the page of routines."""

    def __init__(self, qtbot: QtBot, library: Library | None = None) -> None:
        super().__init__(library)
        self.qtbot = qtbot
        self.shell = PageShell()
        self.editing = RoutineEditing(self.own, self.library)
        self.making = RoutineMaking(self.own, self.sharing, self.editing)
        theme = shipped_theme()
        theme.set_reduced_motion(reduced=True)
        self.page = RoutinesPage(
            theme, shipped_art(), self.library, self.shell, lambda: self.making
        )
        self.shell.page = self.page
        qtbot.addWidget(self.page)
        self.page.resize(1100, 860)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.become_seen()
        self.settle()

    def settle(self) -> None:
        """Wait for the cards below the window."""
        self.qtbot.waitUntil(lambda: self.page.is_settled)

    def leave(self) -> None:
        """Go to another page."""
        self.page.become_hidden()
        self.page.hide()

    def child(self, kind: type[QWidget], name: str) -> QWidget:
        """Return the one that is seen and is called so."""
        return next(
            each
            for each in self.page.findChildren(kind)
            if each.isVisible() and name in {each.objectName(), each.accessibleName()}
        )
