"""Cards below the window come a moment later, in their order, and nothing moves by it."""

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.ui.pages.routines.card import RoutineCard
from coreapp.ui.widgets.buttons import Chip
from tests.fakes.routine_page import RoutinesDesk, plain_page
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import library_of

SOME = (
    "core-basics-runners",
    "mcgill-big-three",
    "sun-salutation-5",
    "easy-day-mobility",
    "runner-dynamic-warmup",
    "cooldown-stretch",
    "desk-1min-micro",
    "desk-2min-a-reset",
)
"""More than fill the window."""


@pytest.fixture
def page(qtbot):
    page = plain_page(library_of(*SOME), FakeShell())
    page.theme.set_reduced_motion(reduced=True)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.prepare()
    return page


def cards(page):
    return page.findChildren(RoutineCard)


def test_the_window_is_full_at_once_and_nothing_in_sight_moves_when_the_rest_comes(page, qtbot):
    first = [each.routine for each in cards(page)]
    assert 2 <= len(first) < len(page._library.routines)
    page.show()
    page.become_seen()
    QApplication.sendPostedEvents()
    before = {each.routine: each.geometry() for each in cards(page)}
    height = page.widget().sizeHint().height()
    lowest = max(
        each.mapTo(page, each.rect().bottomLeft()).y() for each in cards(page)[: len(first)]
    )
    assert lowest > page.viewport().height()

    qtbot.waitUntil(lambda: page.is_settled)
    QApplication.processEvents()
    assert len(cards(page)) == len(page._library.routines)
    assert [each.routine for each in cards(page)][: len(first)] == first
    after = {each.routine: each.geometry() for each in cards(page)}
    assert {each: after[each] for each in before} == before
    # The page keeps about its height.
    assert abs(page.widget().sizeHint().height() - height) < height / 3


def test_a_group_that_is_chosen_meanwhile_comes_first(page, qtbot):
    chip = page.findChildren(Chip)[-1]
    page.show()
    page.become_seen()
    chip.click()
    made = len(cards(page))
    qtbot.waitUntil(lambda: len(cards(page)) > made)
    group = cards(page)[made].group
    assert group == chip.property("word")
    qtbot.waitUntil(lambda: page.is_settled)


def test_a_routine_that_is_looked_for_is_there_at_once(page, qtbot):
    last = list(page._library.routines)[-1].id
    page.show()
    page.become_seen()
    page.show_routine(last)
    assert [each.routine for each in cards(page) if each.unfolded] == [last]
    qtbot.waitUntil(lambda: page.is_settled)


def test_what_is_the_same_is_kept_when_the_library_changes(qtbot):
    desk = RoutinesDesk(qtbot, library_of(*SOME))
    before = {each.routine: each for each in cards(desk.page)}
    desk.page.refresh()
    after = {each.routine: each for each in cards(desk.page)}
    assert after == before
    assert desk.page.is_settled
    assert all(each.isVisible() for each in after.values())
    desk.leave()
