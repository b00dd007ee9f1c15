"""Today's page on the desk of the tests."""

from typing import Any

from coreapp.ui.breaks.sitting_card import SittingCard
from coreapp.ui.pages.today.page import TodayPage
from tests.ui.pages.desk import PageDesk


def make_today(desk: PageDesk, *, is_ready: bool = True, **others: Any) -> TodayPage:
    """Return the page, with the services of the desk; others may be given."""
    card = SittingCard(desk.theme, desk.desk.breaks, desk.desk.preferences, desk.clock, desk.shell)
    services: dict[str, Any] = {
        "theme": desk.theme,
        "art": desk.art,
        "library": desk.library,
        "planning": lambda: desk.planning,
        "composing": lambda: desk.composing,
        "asking": desk.asking,
        "clock": desk.clock,
        "sitting_card": card,
        "shell": desk.shell,
        "is_ready": lambda: is_ready,
    }
    return TodayPage(**(services | others))


def read_anew(desk: PageDesk, page: TodayPage) -> None:
    """Let the page read what is new, and wait for what comes after its paint."""
    page.refresh()
    desk.qtbot.waitUntil(lambda: page.is_settled)
