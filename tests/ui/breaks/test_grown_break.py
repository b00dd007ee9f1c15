"""The windows of the break: keys, the way out, screens that come and go, the watchdog."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coreapp.ui.breaks.answers import KEYS, BreakAnswer
from coreapp.ui.breaks.answers_page import AnswersPage
from coreapp.ui.breaks.break_ground import places_now
from coreapp.ui.breaks.break_windows import BreakWindow, CalmWindow
from coreapp.ui.breaks.watchdog import StackWatchdog
from tests.fakes.shipped import shipped_art
from tests.ui.breaks.room import wait_until_decided


@pytest.fixture
def answers(office) -> list[BreakAnswer]:
    """What the break was answered; the engine is not told."""
    given: list[BreakAnswer] = []
    grown = office.prompter.grown
    grown.answered.disconnect()
    grown.answered.connect(given.append)
    office.work_until_the_break()
    return given


@pytest.fixture
def main(office, answers) -> BreakWindow:
    """The window with the answers, just opened."""
    window = office.prompter.grown.main
    assert window is not None
    return window


def after_a_second(office) -> None:
    office.desk.clock.advance(1.1)


def test_one_key_answers_and_so_does_space_but_no_key_held_down_since_before(office, main, answers):
    after_a_second(office)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n", True, 1
    )
    QApplication.sendEvent(main, held)
    assert answers == []

    QTest.keyClick(main.buttons[2], Qt.Key.Key_Space)
    assert answers == [BreakAnswer.ROUTINE], "the one that has the keys"
    answers.clear()

    for key in KEYS:
        QTest.keyClick(main, key)
    assert answers == list(KEYS.values())


def test_keys_and_clicks_of_the_first_second_are_ignored(office, main, answers):
    stand = main.buttons[0]
    QTest.keyClick(main, Qt.Key.Key_S)
    QTest.keyClick(stand, Qt.Key.Key_Space)
    QTest.mouseClick(stand, Qt.MouseButton.LeftButton)
    assert answers == []

    after_a_second(office)
    QTest.mouseClick(stand, Qt.MouseButton.LeftButton)

    assert answers == [BreakAnswer.STAND]


def test_a_key_whose_answer_is_not_offered_does_nothing(make_office):
    office = make_office(snooze_budget_min=0)
    office.work_until_the_break()
    after_a_second(office)

    QTest.keyClick(office.prompter.grown.main, Qt.Key.Key_L)

    assert office.failures == []
    assert office.prompter.grown.is_open


def test_esc_held_for_a_second_leaves_even_in_the_first_second(qtbot, main, answers, office):
    with qtbot.waitSignal(office.prompter.grown.answered, timeout=3000):
        QTest.keyPress(main.buttons[0], Qt.Key.Key_Escape)

    assert answers == [BreakAnswer.LEFT]


def test_esc_tapped_stays(qtbot, main, office):
    with qtbot.assertNotEmitted(office.prompter.grown.answered):
        QTest.keyPress(main, Qt.Key.Key_Escape)
        QTest.keyRelease(main, Qt.Key.Key_Escape)
        wait_until_decided(qtbot, main._esc)


def test_closing_the_window_from_outside_leaves(main, answers):
    main.close()

    assert answers == [BreakAnswer.LEFT]


def test_every_screen_gets_a_window_the_first_one_the_answers_and_all_hear_keys(office):
    office.screens.names = ["left", "right", "tv"]
    office.work_until_the_break()
    windows = office.prompter.grown.windows
    assert [type(each) for each in windows] == [BreakWindow, CalmWindow, CalmWindow]
    assert all(each.isVisible() and each.isFullScreen() for each in windows)

    after_a_second(office)
    QTest.keyClick(windows[1], Qt.Key.Key_A)

    assert office.desk.view.today.taken == 1


def test_a_screen_that_comes_is_covered_and_one_that_goes_is_given_up(office):
    office.work_until_the_break()
    grown = office.prompter.grown
    office.screens.names = ["left", "right"]
    grown.follow_screens()
    assert len(grown.windows) == 2

    office.screens.names = ["right"]
    grown.follow_screens()

    assert [type(each) for each in grown.windows] == [BreakWindow]
    assert grown.main is grown.windows[0]
    assert grown.main.isVisible()


def test_screens_that_come_while_it_is_closed_are_left_alone(office):
    office.screens.names = ["left", "right"]

    office.prompter.grown.follow_screens()

    assert office.prompter.grown.windows == []


def test_nothing_is_left_when_it_closes(office):
    office.screens.names = ["left", "right"]
    office.work_until_the_break()
    windows = office.prompter.grown.windows

    office.prompter.close()

    assert not any(each.isVisible() for each in windows)
    assert office.prompter.grown.main is None


def test_the_watchdog_is_armed_with_every_paint_and_only_while_it_is_open(qtbot, office):
    assert office.watchdog.armed == 0
    office.work_until_the_break()
    assert office.watchdog.is_armed
    qtbot.waitUntil(lambda: office.prompter.grown.main.windowHandle().isExposed())
    before = office.watchdog.armed

    qtbot.waitUntil(lambda: office.watchdog.armed > before)

    office.prompter.close()
    assert not office.watchdog.is_armed


def test_a_window_that_is_not_shown_does_not_end_the_program(qtbot, office):
    office.work_until_the_break()
    office.prompter.grown.main.hide()
    before = office.watchdog.armed

    qtbot.waitUntil(lambda: office.watchdog.armed > before)


def test_the_clock_shows_what_is_missing(office, main):
    assert office.prompter.grown.content.clock == "2:00"
    assert office.prompter.grown.content.title == "Stand up for 2 minutes"


def test_the_real_screens_come_with_the_primary_one_first(qapp):
    places = places_now()

    assert places[0].screen is qapp.primaryScreen()
    assert len({each.name for each in places}) == len(qapp.screens())


def test_the_real_watchdog_can_be_armed_again_and_again(tmp_path):
    with (tmp_path / "crash.log").open("w", encoding="utf-8") as log:
        watchdog = StackWatchdog(log)
        watchdog.arm()
        watchdog.arm()
        watchdog.disarm()

    assert (tmp_path / "crash.log").read_text(encoding="utf-8") == ""


def test_letters_grow_with_a_screen_of_many_pixels(qtbot, theme, break_content):
    heights = []
    for size in ((1440, 900), (3840, 2160)):
        page = AnswersPage(theme, shipped_art(), lambda _button: None)
        qtbot.addWidget(page)
        page.show_content(break_content)
        page.resize(*size)
        page.show()
        heights.append(page.buttons[0].heightForWidth(800))

    assert heights[1] > 1.4 * heights[0]
