"""Somebody at a desk with the real prompts on the screen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from coreapp.services.break_offers import BreakOffers
from coreapp.ui.breaks.answers_page import BreakContent
from coreapp.ui.breaks.break_ground import Place
from coreapp.ui.breaks.prompter import Prompter, PromptLooks
from coreapp.ui.theme.theme import Theme
from tests.e2e.world import leave_figures_unpainted
from tests.fakes.notices import FakeNotifier
from tests.fakes.shipped import shipped_art, shipped_library, shipped_theme
from tests.fakes.sitting import Desk


class FakeWatchdog:
    """Counts how often it was told that all is well."""

    def __init__(self) -> None:
        self.armed = 0
        self.is_armed = False

    def arm(self) -> None:
        self.armed += 1
        self.is_armed = True

    def disarm(self) -> None:
        self.is_armed = False


class FakeScreens:
    """Screens side by side that a test plugs in and out; Qt's one screen stands for all."""

    def __init__(self, app: QApplication) -> None:
        self._screen = app.primaryScreen()
        self.names = ["left"]

    def __call__(self) -> list[Place]:
        return [
            Place(name, self._screen, QRect(1280 * index, 0, 1280, 800))
            for index, name in enumerate(self.names)
        ]


class Office:
    """A desk, what is on its screens, and what came of it."""

    def __init__(self, app: QApplication, theme: Theme, **settings: object) -> None:
        self.desk = Desk({"breaks": settings})
        self.screens = FakeScreens(app)
        self.watchdog = FakeWatchdog()
        self.notifier = FakeNotifier()
        self.is_placed = True
        looks = PromptLooks(
            theme,
            shipped_art(),
            shipped_library(),
            self.watchdog,
            self.screens,
            placed=lambda: self.is_placed,
            notifier=self.notifier,
        )
        offers = BreakOffers(shipped_library(), self.desk.database, self.desk.clock)
        self.prompter = Prompter(
            looks, self.desk.breaks, offers, self.desk.preferences, self.desk.clock
        )
        self.prompts = 0
        self.sessions: list[str] = []
        self.failures: list[object] = []
        self.prompter.prompted.connect(self._count_prompt)
        self.prompter.session_requested.connect(self.sessions.append)
        self.prompter.failed.connect(self.failures.append)
        self.desk.breaks.start()

    def _count_prompt(self) -> None:
        self.prompts += 1

    def work_until_the_bar(self) -> None:
        """Type until thirty seconds before the limit."""
        self.desk.work(29.5)

    def work_until_the_break(self) -> None:
        """Type past the limit, then rest until the break has just covered the screens."""
        self.desk.work(30)
        self.desk.rest(2.2)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return shipped_theme()


@pytest.fixture(autouse=True)
def figures_unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """They have their room, and tests of their own."""
    leave_figures_unpainted(monkeypatch)


@pytest.fixture
def make_office(qapp: QApplication, theme: Theme) -> Iterator[Callable[..., Office]]:
    made: list[Office] = []

    def make(**settings: object) -> Office:
        made.append(Office(qapp, theme, **settings))
        return made[-1]

    yield make
    for office in made:
        office.prompter.close()


@pytest.fixture
def office(make_office: Callable[..., Office]) -> Office:
    return make_office()


@pytest.fixture(scope="module")
def break_content(qapp: QApplication) -> BreakContent:
    """What a break says that has just come. It never changes: a module shares it."""
    office = Office(qapp, shipped_theme())
    office.work_until_the_break()
    content = office.prompter.grown.content
    office.prompter.close()
    assert content is not None
    return content


@pytest.fixture
def make_room(make_office: Callable[..., Office], theme: Theme) -> Iterator[Callable[..., object]]:
    """Return what makes an office in whose breaks routines are played."""
    from tests.ui.breaks.room import Room  # it needs the office above

    made: list[Room] = []

    def make(**settings: object) -> Room:
        made.append(Room(make_office(**settings), theme))
        return made[-1]

    yield make
    for room in made:
        room.player.stop()
        room.grown.shut()


@pytest.fixture
def room(make_room: Callable[..., object]) -> object:
    return make_room()
