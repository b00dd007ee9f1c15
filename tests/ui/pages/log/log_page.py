"""The page of the log on a log in memory."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coreapp.domain.habits import DayNote
from coreapp.services.activity_log import ActivityLog
from coreapp.services.day_log import DayLog
from coreapp.services.log_editing import LogEditing
from coreapp.services.log_list import LogList
from coreapp.services.log_search import LogSearch
from coreapp.ui.models.log_model import LogRow
from coreapp.ui.pages.log.day_desk import DayDesk
from coreapp.ui.pages.log.desk import LogDesk, LogServices
from coreapp.ui.pages.log.page import LogPageParts, TrainingLogPage
from tests.fakes.records import activity, session
from tests.fakes.worker import AtOnce
from tests.ui.pages.desk import PageDesk, settle

NOON = datetime(2026, 3, 1, 11, tzinfo=UTC)
"""Yesterday."""

SENSED = DayNote(sit_hours=5.3, longest_sit_min=95)


class LogPageDesk:
    """The page with all it works with; it is 09:00 on the 2nd of March 2026 in Berlin."""

    def __init__(self, desk: PageDesk) -> None:
        self.desk = desk
        database, clock, theme = desk.database, desk.clock, desk.theme
        self.days = DayDesk(theme, lambda: DayLog(database, clock), lambda _day: SENSED, desk.shell)
        self.services = LogServices(
            desk.library,
            desk.log,
            LogEditing(desk.library, desk.planning, database, clock, desk.new_id),
            lambda: ActivityLog(database, clock, desk.new_id),
        )
        self.log_desk = LogDesk(theme, desk.art, self.services, self.days, desk.shell)
        self.worker = AtOnce()
        self.reports = 0

    def store(self, *, sessions=(), activities=(), days=()) -> None:
        with self.desk.database.work() as work:
            for each in sessions:
                work.sessions.add(each)
            for each in activities:
                work.activities.add(each)
            for each in days:
                work.days.add(each)

    def open(self) -> TrainingLogPage:
        """Show the page; it hears of changes as in the program."""
        desk = self.desk
        parts = LogPageParts(
            LogList(desk.database, desk.clock),
            LogSearch(desk.database, desk.library),
            self.log_desk,
            self._report,
            self.worker,
        )
        page = TrainingLogPage(desk.theme, desk.art, parts, desk.shell)
        remember = desk.shell.changed

        def tell(*changes) -> None:
            remember(*changes)
            page.note(frozenset(changes))

        desk.shell.changed = tell
        return desk.show(page)

    def _report(self) -> None:
        self.reports += 1


def keys(page: TrainingLogPage) -> list[str]:
    """What is listed, without the headings of months."""
    return [row.key for row in page.rows if row.entry is not None]


def row_of(page: TrainingLogPage, key: str) -> LogRow:
    return next(row for row in page.rows if row.key == key)


def at(days: float = 0, **changes):
    """A session some days before yesterday noon, with an id of its day."""
    start = NOON - timedelta(days=days)
    end = start + timedelta(minutes=15)
    return replace(session(f"s{days:g}"), started_at=start, ended_at=end, **changes)


def run(days: float = 0, **changes):
    return activity(f"a{days:g}", started_at=NOON - timedelta(days=days), **changes)


def spoken(page) -> list[str]:
    model = page.view.model()
    rows = (model.index(number) for number in range(model.rowCount()))
    return [str(each.data(Qt.ItemDataRole.AccessibleTextRole)) for each in rows]


def press(page, key: Qt.Key) -> None:
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.view, key)
    settle()


def entries(menu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text()]


def choose(menu, text: str) -> None:
    next(each for each in menu.actions() if each.text() == text).trigger()
    settle()


def look_for(page: TrainingLogPage, word: str) -> None:
    """Type a word, and Return, which does not wait for more."""
    page._search.setFocus()
    page._search.clear()
    QTest.keyClicks(page._search, word)
    QTest.keyClick(page._search, Qt.Key.Key_Return)
    settle()


def first_seen(page: TrainingLogPage) -> tuple[str, int]:
    """The key of the row at the top of the window, and where it begins in it."""
    bar, heights = page.verticalScrollBar(), page.view.heights
    above = bar.value() - page.view.mapTo(page.widget(), QPoint(0, 0)).y()
    number = heights.row_at(above)
    return page.rows[number].key, heights.top_of(number) - above
