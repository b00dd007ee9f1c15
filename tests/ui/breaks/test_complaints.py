"""What users of other reminders complain about, and what must not be true of this one.

Each test is named after a complaint of `peers/breaks.md`, chapter 4; those about when a prompt
comes are among the scripted days.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coreapp.domain.errors import NotNowError
from coreapp.domain.sitting.facts import HoldReason
from coreapp.ui.breaks.answers import KEYS, BreakAnswer
from coreapp.ui.breaks.answers_page import AnswersPage, BreakContent
from coreapp.ui.breaks.grown_break import GrownBreak
from coreapp.ui.breaks.prompt_bar import PromptBar
from tests.fakes.shipped import shipped_art
from tests.ui.breaks.conftest import FakeScreens, FakeWatchdog, Office
from tests.ui.breaks.room import Room

TYPED = "seven nails are later"
"""With every letter that is an answer."""


class FakeFocus:
    """Notes who would get the keys back; satisfies `coreapp.services.ports.FocusKeeper`."""

    def __init__(self) -> None:
        self.is_remembered = False
        self.given: list[bool] = []

    def remember(self) -> None:
        self.is_remembered = True

    def give_back(self, *, wanted: bool) -> None:
        assert self.is_remembered, "nothing was remembered"
        self.is_remembered = False
        self.given.append(wanted)


@pytest.fixture
def focus() -> FakeFocus:
    return FakeFocus()


@pytest.fixture
def grown(qapp: QApplication, theme, office: Office, focus: FakeFocus) -> Iterator[GrownBreak]:
    """A break of its own, whose focus is watched."""
    made = GrownBreak(
        theme, shipped_art(), office.desk.clock, FakeWatchdog(), FakeScreens(qapp), focus
    )
    yield made
    made.shut()


@pytest.fixture
def large_text(theme) -> Iterator[None]:
    theme.set_text_factor(2.0)
    yield
    theme.set_text_factor(1.0)


def type_on(window: QWidget) -> None:
    for letter in TYPED.upper():
        QTest.keyClick(window, Qt.Key(ord(letter)))


# 10. Focus stolen or not given back; keys hit buttons


def test_focus_stolen(office: Office):
    """On a real X server: tests/real_desktop/test_break_on_x11.py."""
    office.work_until_the_bar()
    bar = office.prompter.bar
    assert bar is not None

    assert bar.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert bar.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert not bar.isActiveWindow()
    assert all(each.focusPolicy() is Qt.FocusPolicy.TabFocus for each in bar.buttons.values())


def test_focus_stolen_by_a_screen_that_is_only_the_second(room: Room):
    room.office.screens.names = ["left", "right"]
    room.office.work_until_the_break()

    assert room.calm[0].testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_focus_not_given_back(grown: GrownBreak, focus: FakeFocus, office: Office):
    office.work_until_the_break()
    content = office.prompter.grown.content
    assert content is not None

    grown.open(content)
    assert focus.is_remembered
    grown.open(content)  # showing what is new remembers nobody else
    QTest.qWaitForWindowActive(grown.main)
    grown.close()

    assert focus.given == [True]


def test_focus_taken_from_whoever_has_it_by_now(
    grown: GrownBreak, focus: FakeFocus, office: Office
):
    """Somebody went to another window while the break was open: that one keeps the keys."""
    office.work_until_the_break()
    grown.open(office.prompter.grown.content)
    for each in grown.windows:
        each.hide()

    grown.close()

    assert focus.given == [False]


def test_keys_hit_buttons(office: Office):
    """Typing that goes on while the break comes up answers nothing."""
    office.work_until_the_break()
    main = office.prompter.grown.main
    assert main is not None

    type_on(main)
    for button in main.buttons:
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.keyClick(button, Qt.Key.Key_Return)

    assert office.prompter.grown.is_open
    assert not office.desk.view.break_running
    assert office.desk.view.today.skipped == 0


def test_shortcuts_of_other_windows_hit_answers(office: Office):
    office.work_until_the_break()
    office.desk.clock.advance(1.1)

    for key in KEYS:
        QTest.keyClick(office.prompter.grown.main, key, Qt.KeyboardModifier.ControlModifier)

    assert office.prompter.grown.is_open
    assert not office.desk.view.break_running


# 5. Mid-sentence interruption


def test_a_window_in_the_middle_of_a_sentence(office: Office):
    office.work_until_the_bar()

    for _minute in range(20):
        office.desk.work(1)
        assert not office.prompter.grown.is_open


# 11. Full screen, games: covers or never shows


def test_it_covers_a_game(office: Office):
    office.desk.work(10)
    office.desk.hands.hold(HoldReason.FULLSCREEN)
    office.desk.work(60)
    office.desk.rest(30)

    assert office.prompter.bar is None
    assert not office.prompter.grown.is_open
    assert office.desk.view.owed


def test_it_stays_over_a_game_that_begins(office: Office):
    office.work_until_the_break()

    office.desk.hands.hold(HoldReason.FULLSCREEN)
    office.desk.breaks.tick()

    assert not office.prompter.grown.is_open
    assert office.desk.view.owed


def test_it_never_shows_after_a_game(office: Office):
    office.desk.work(10)
    office.desk.hands.hold(HoldReason.FULLSCREEN)
    office.desk.work(30)

    office.desk.hands.hold()
    office.desk.work(0.1)

    assert office.prompter.bar is not None


# 12. Monitors: wrong one, only one, two stacked, button off screen


def test_only_one_screen_covered(office: Office):
    office.screens.names = ["left", "right", "tv"]
    office.work_until_the_break()

    shown = [each.place.name for each in office.prompter.grown.windows]
    assert shown == ["left", "right", "tv"]


def test_two_stacked(office: Office):
    office.screens.names = ["left", "right"]
    office.work_until_the_break()
    grown = office.prompter.grown

    for names in (["left"], ["left", "right"], ["right", "left"], [], ["left", "right"]):
        office.screens.names = names
        grown.follow_screens()
        if names:
            assert [each.place.name for each in grown.windows] == names
    office.prompter.refresh()

    assert len(grown.windows) == 2
    assert office.prompter.bar is None


def test_bar_and_break_at_once(office: Office):
    office.work_until_the_bar()
    assert not office.prompter.grown.is_open
    office.desk.work(1)
    office.desk.rest(3)

    assert office.prompter.grown.is_open
    assert office.prompter.bar is None


@pytest.mark.usefixtures("large_text")
def test_button_off_the_screen_with_large_text(office: Office):
    office.work_until_the_bar()
    bar = office.prompter.bar
    assert bar is not None
    screen = bar.screen().availableGeometry()

    assert screen.contains(bar.geometry().adjusted(24, 24, -24, -24))
    for button in bar.buttons.values():
        assert screen.contains(on_screen(button))


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("size", [(1024, 680), (800, 800), (1280, 800), (3840, 2160)])
@pytest.mark.parametrize("working", [False, True])
def test_answer_off_the_screen_with_large_text(
    qtbot, theme, break_content: BreakContent, size, working: bool
):
    notice = "You are working during the break: the clock waits."
    content = replace(break_content, notice=notice) if working else break_content
    page = AnswersPage(theme, shipped_art(), lambda _button: None)
    qtbot.addWidget(page)
    page.show_content(content)
    page.resize(*size)
    page.show()
    QApplication.processEvents()

    assert page.size().toTuple() == size
    seen = QRect(page.mapToGlobal(QPoint(0, 0)), page.size())
    for button in page.buttons:
        assert seen.contains(on_screen(button)), button.text()
        assert button.visibleRegion().boundingRect().size() == button.size(), button.text()


@pytest.mark.usefixtures("large_text")
def test_a_window_larger_than_its_screen(office: Office):
    office.screens.names = ["left", "right"]
    office.work_until_the_break()

    for window in office.prompter.grown.windows:
        assert window.minimumSize().isNull(), "its texts may make it larger than the screen"


def test_the_bar_jumps_after_the_mouse(office: Office, monkeypatch):
    office.work_until_the_bar()
    bar = office.prompter.bar
    assert bar is not None
    before = bar.geometry()
    monkeypatch.setattr(
        "coreapp.ui.breaks.prompt_bar.QGuiApplication.screenAt",
        lambda _place: pytest.fail("the mouse was asked for again"),
    )

    office.desk.work(0.2)

    assert bar.geometry() == before


# 22. Stuck or empty overlay


def test_stuck_overlay_when_the_program_has_its_troubles(office: Office, monkeypatch):
    def refuse(_reason: str) -> None:
        raise NotNowError("no")

    monkeypatch.setattr(office.desk.breaks, "skip", refuse)
    office.work_until_the_break()
    main = office.prompter.grown.main
    assert main is not None

    main.answered.emit(BreakAnswer.LEFT)

    assert not office.prompter.grown.is_open
    assert not main.isVisible()


def test_stuck_overlay_after_a_session_that_cannot_begin(office: Office):
    """Nothing plays the routine: the screens are given back all the same."""
    office.work_until_the_break()

    office.prompter.grown.answered.emit(BreakAnswer.ROUTINE)

    assert not office.prompter.grown.is_open


def test_empty_overlay(room: Room):
    """Every window shows something from its first moment on."""
    room.office.screens.names = ["left", "right"]
    room.office.work_until_the_break()
    assert room.main.page.isVisible()
    assert len(room.main.buttons) == 6
    assert all(each.clock for each in room.calm)

    room.grown.answered.emit(BreakAnswer.ROUTINE)

    assert room.played.session.panel.digits.text != ""
    assert all(each.clock for each in room.calm)


# 15. Time left not visible


def test_time_left_not_visible(room: Room):
    room.office.screens.names = ["left", "right"]
    room.office.work_until_the_bar()
    assert "30 minutes" in room.office.prompter.bar.accessibleDescription()
    room.desk.work(1)
    room.desk.rest(3)

    assert room.grown.content.clock == "2:00"
    assert room.calm[0].clock == "2:00"
    room.grown.answered.emit(BreakAnswer.STAND)
    room.desk.rest(30)
    room.office.prompter.refresh()

    assert room.calm[0].clock == room.grown.content.clock == "1:30"


def test_way_out_not_visible(room: Room, make_texts: Callable[[QWidget], list[str]]):
    """How to leave stands on every screen, at any time."""
    room.office.screens.names = ["left", "right"]
    room.office.work_until_the_break()
    assert all(any("leave" in text for text in make_texts(each)) for each in room.grown.windows)

    room.grown.answered.emit(BreakAnswer.ROUTINE)

    assert all(any("leave" in text for text in make_texts(each)) for each in room.grown.windows)


@pytest.fixture
def make_texts() -> Callable[[QWidget], list[str]]:
    from tests.e2e.world import texts_of

    return texts_of


def test_a_bar_on_a_screen_that_is_unplugged(theme, office: Office, qapp: QApplication):
    office.work_until_the_bar()
    bar = office.prompter.bar
    assert isinstance(bar, PromptBar)

    bar._home = None
    bar._watch.settled.emit()

    room = qapp.primaryScreen().availableGeometry()
    assert room.contains(bar.geometry().center())


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
