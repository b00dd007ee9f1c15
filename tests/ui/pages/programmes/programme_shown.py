"""A programme's page on a plan and a log of its own, for the tests of it."""

from pytestqt.qtbot import QtBot

from coreapp.services.changes import Change
from coreapp.ui.pages.programmes.page import ProgrammePage
from coreapp.ui.widgets.week_bars import WeekBars
from tests.fakes.programmes import BACK, ProgrammeHome
from tests.ui.pages.desk import PageDesk, texts


class Shown:
    """A programme's page, as a person sees it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.desk = PageDesk(qtbot)
        self.shell = self.desk.shell
        self.home = ProgrammeHome(self.desk.database, self.desk.clock)
        self.ready = True
        home = self.home
        self.page = ProgrammePage(
            theme=self.desk.theme,
            art=self.desk.art,
            library=home.library,
            programmes=lambda: home.programmes,
            shifts=lambda: home.shifts,
            shell=self.shell,
            is_ready=lambda: self.ready,
        )

    def show(self, identity: str = BACK) -> "Shown":
        self.page.show_programme(identity)
        self.desk.show(self.page)
        return self.settled()

    def settled(self) -> "Shown":
        """Wait for what lies below, which comes after the paint."""
        self.desk.qtbot.waitUntil(lambda: self.page.is_settled)
        return self

    def refresh(self) -> None:
        """Do what the program does after a change."""
        self.page.note(frozenset({Change.LOG, Change.PLAN}))
        self.settled()

    def click(self, name: str) -> None:
        self.desk.click(self.page, name)

    @property
    def bars(self) -> WeekBars:
        found = [each for each in self.page.findChildren(WeekBars) if each.isVisible()]
        assert len(found) == 1
        return found[0]

    def seen(self, part: str) -> bool:
        return any(part in each for each in texts(self.page))
