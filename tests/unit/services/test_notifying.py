"""What becomes of a notification that the first way cannot show, and of one nobody shows."""

import pytest

from coreapp.services.notifying import (
    BackedNotifier,
    Clicked,
    Closed,
    ClosedBy,
    Failed,
    Notice,
    NoticeButton,
    NullNotifier,
    Pressed,
)
from tests.fakes.notices import FakeNotifier

NOTICE = Notice("session", "Planned", "Evening", (NoticeButton("start", "Start"),), click="Open")


class Two:
    """Two ways, and what is heard."""

    def __init__(self) -> None:
        self.first = FakeNotifier(method="first")
        self.second = FakeNotifier(method="second", has_buttons=False)
        self.both = BackedNotifier(self.first, self.second)
        self.heard: list[object] = []

    def show(self) -> None:
        self.both.show(NOTICE, self.heard.append)


@pytest.fixture
def two():
    two = Two()
    two.show()
    return two


def test_the_first_way_shows_it_and_the_second_does_not(two):
    assert two.first.history == [NOTICE]
    assert two.second.history == []


def test_an_answer_is_heard(two):
    two.first.press("session", "Start")

    assert two.heard == [Pressed("start")]


def test_what_the_first_cannot_show_the_second_does(two):
    two.first.fail("session")
    assert (two.second.history, two.heard) == ([NOTICE], [])

    two.second.click("session")

    assert two.heard == [Clicked()]


def test_what_neither_can_show_has_failed(two):
    two.first.fail("session")
    two.second.fail("session")

    assert two.heard == [Failed("nobody there")]


def test_the_next_one_begins_with_the_first_again(two):
    two.first.fail("session")
    two.show()
    assert two.second.on_screen == {}

    two.first.take_away("session", ClosedBy.TIME)

    assert two.heard == [Closed(ClosedBy.TIME)]


def test_it_is_taken_away_wherever_it_is(two):
    two.first.fail("session")
    two.both.withdraw("session")
    assert two.second.on_screen == {}

    two.show()
    two.both.withdraw("session")
    assert two.first.on_screen == {}

    two.both.close()
    assert (two.first.closed, two.second.closed) == (1, 1)


def test_what_is_told_of_the_way_is_that_of_the_one_that_works(two):
    assert (two.both.method, two.both.has_buttons, two.both.is_there) == ("first", True, True)

    two.first.method, two.first.is_there = "", False
    assert (two.both.method, two.both.has_buttons, two.both.is_there) == ("second", False, True)

    two.second.is_there = False
    assert not two.both.is_there
    two.both.look()
    assert two.first.looked == 1


def test_where_nobody_looks_nothing_is_heard(two):
    nobody = NullNotifier()
    nobody.look()
    nobody.show(NOTICE, two.heard.append)
    nobody.withdraw("session")
    nobody.close()

    assert two.heard == []
    assert (nobody.is_there, nobody.method, nobody.has_buttons) == (False, "", False)
