"""The small bar: it asks without ever taking the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.prompt_bar import (
    FROM_EDGE,
    SIZE,
    BarButton,
    BarContent,
    PromptBar,
)
from tests.fakes.shipped import shipped_art

CONTENT = BarContent(
    title="Up",
    line="30 min",
    exercise="desk-march",
    buttons=(
        BarButton(BreakAnswer.STAND, "Stand"),
        BarButton(BreakAnswer.SKIP, "Skip"),
    ),
)
OUT = BarContent(CONTENT.title, "It waits", CONTENT.exercise, CONTENT.buttons, stands_out=True)


@pytest.fixture
def bar(theme) -> Iterator[PromptBar]:
    bar = PromptBar(theme, shipped_art(), placed=True)
    bar.show_content(CONTENT)
    bar.open()
    yield bar
    bar.dismiss()


@pytest.fixture
def answers(bar) -> list[BreakAnswer]:
    given: list[BreakAnswer] = []
    bar.answered.connect(given.append)
    return given


def test_it_never_takes_the_focus(bar):
    flags = bar.windowFlags()

    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    assert (flags & Qt.WindowType.WindowType_Mask) == Qt.WindowType.Tool
    assert bar.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert bar.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_where_nothing_is_seen_through_it_has_no_black_shadow(theme):
    bar = PromptBar(theme, shipped_art(), placed=True, glassy=False)
    bar.show_content(CONTENT)
    bar.open()

    assert not bar.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert bar.size() == SIZE
    assert bar.screen().availableGeometry().bottom() - bar.geometry().bottom() == FROM_EDGE
    assert not bar.mask().contains(bar.rect().topLeft())
    assert bar.mask().contains(bar.rect().center())
    bar.show_content(OUT)
    assert bar.mask().boundingRect() == bar.rect()
    bar.dismiss()


def test_it_lies_at_the_foot_of_the_screen_in_the_middle(bar):
    room = bar.screen().availableGeometry()
    shown = bar.geometry().marginsRemoved(_margins(bar))

    assert abs(shown.center().x() - room.center().x()) <= 1
    assert room.bottom() - shown.bottom() == FROM_EDGE
    assert shown.size() == QSize(SIZE.width(), SIZE.height())


@pytest.mark.parametrize(("factor", "side"), [(1.0, 56), (1.5, 84), (2.0, 84)])
def test_the_picture_grows_with_the_text_but_not_without_end(theme, factor, side):
    theme.set_text_factor(factor)
    bar = PromptBar(theme, shipped_art(), placed=True)
    bar.show_content(CONTENT)
    bar.open()
    assert (bar._stage.width(), bar._stage.height()) == (side, side)
    bar.dismiss()


def test_a_button_answers(bar, answers):
    QTest.mouseClick(bar.button(BreakAnswer.STAND), Qt.MouseButton.LeftButton)

    assert answers == [BreakAnswer.STAND]


def test_only_a_click_on_it_gives_it_the_keys(bar, answers):
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().center())

    assert not bar.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    QTest.keyClick(bar, Qt.Key.Key_N)
    assert answers == [BreakAnswer.SKIP]


@pytest.mark.parametrize("answer", [BreakAnswer.LATER, BreakAnswer.SKIP])
def test_closing_it_by_the_window_manager_is_an_answer(bar, answers, answer):
    bar.show_content(BarContent("Up", "30 min", "", (BarButton(answer, "Not now"),)))

    bar.close()

    assert answers == [answer]


def test_a_key_without_a_button_answers_nothing(bar, answers):
    QTest.keyClick(bar, Qt.Key.Key_L)
    QTest.keyClick(bar, Qt.Key.Key_Q)

    assert answers == []


def test_standing_out_is_larger_bolder_and_says_so_without_colour(bar):
    before = bar.height()

    bar.show_content(OUT)

    assert bar.height() > before
    assert bar.bell.isVisible()
    assert "It waits" in bar.accessibleDescription()


def test_buttons_that_are_still_offered_stay_the_same(bar):
    button = bar.button(BreakAnswer.STAND)

    bar.show_content(OUT)

    assert bar.button(BreakAnswer.STAND) is button


def test_long_words_make_it_wider_and_then_higher(bar):
    longer = tuple(BarButton(each, "A very long answer " * 2) for each in list(BreakAnswer)[:6])
    bar.show_content(BarContent("Up", "30 min", "", longer))

    assert bar.height() > SIZE.height() + _margins(bar).top() * 2
    for button in bar.buttons.values():
        assert button.width() >= button.sizeHint().width()


def test_where_nothing_can_be_placed_it_is_an_ordinary_window(theme):
    bar = PromptBar(theme, shipped_art(), placed=False)
    given: list[BreakAnswer] = []
    bar.answered.connect(given.append)
    bar.show_content(CONTENT)
    bar.open()

    assert (bar.windowFlags() & Qt.WindowType.WindowType_Mask) == Qt.WindowType.Window
    assert not bar.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert bar.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert bar.margin == 0
    QTest.mouseClick(bar.button(BreakAnswer.SKIP), Qt.MouseButton.LeftButton)
    assert given == [BreakAnswer.SKIP]
    bar.dismiss()


def _margins(bar: PromptBar):
    from PySide6.QtCore import QMargins

    return QMargins(bar.margin, bar.margin, bar.margin, bar.margin)
