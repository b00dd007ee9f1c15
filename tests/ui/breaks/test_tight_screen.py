"""The break with large text on a small screen: the figure stays, and no answer is cut off."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.ui.breaks.answer_grid import AnswerGrid
from coreapp.ui.breaks.answers_page import AnswersPage, BreakContent
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.stylesheet import make_stylesheet
from coreapp.ui.theme.theme import Theme
from tests.fakes.shipped import shipped_art


@pytest.fixture
def page(qtbot, theme, break_content: BreakContent) -> AnswersPage:
    theme.set_text_factor(2.0)
    shown = AnswersPage(theme, shipped_art(), lambda _button: None)
    shown.setStyleSheet(make_stylesheet(theme.tokens, theme.fonts))
    qtbot.addWidget(shown)
    shown.show_content(break_content)
    return shown


def lay_out(page: AnswersPage, width: int, height: int) -> None:
    page.resize(width, height)
    page.show()
    QApplication.processEvents()


def test_the_figure_stands_beside_the_clock_of_a_wide_screen(page: AnswersPage) -> None:
    lay_out(page, 1024, 680)
    assert page._figure.isVisible()
    assert page._figure.height() >= 128
    assert page._figure.geometry().left() > page._digits.geometry().right()


def test_it_stands_under_the_clock_of_a_screen_that_is_hardly_wider_than_high(
    page: AnswersPage,
) -> None:
    lay_out(page, 900, 820)
    assert page._figure.isVisible()
    assert page._figure.height() >= 128
    assert page._figure.geometry().top() > page._digits.geometry().bottom()


def test_where_the_answers_need_all_the_room_there_is_none_for_it(page: AnswersPage) -> None:
    lay_out(page, 1024, 480)
    assert not page._figure.isVisible()


def test_nothing_has_to_be_scrolled_and_a_notice_takes_no_room_from_the_answers(
    page: AnswersPage,
) -> None:
    assert page._content is not None
    content = page._content
    noticed = replace(content, notice="You are working during the break: the clock waits for you.")
    for size in ((800, 600), (1024, 680), (900, 820), (1366, 768)):
        page.show_content(content)
        lay_out(page, *size)
        assert page._answers.verticalScrollBar().maximum() == 0, size
        for button in page.buttons:
            assert button.height() >= button.heightForWidth(button.width()), size

        page.show_content(noticed)
        QApplication.processEvents()
        assert page._notice.height() >= page._notice.heightForWidth(page._notice.width()), size
        assert page._answers.verticalScrollBar().maximum() == 0, size
        assert not page._title.isVisible(), size


@pytest.mark.parametrize("step", [20, pytest.param(2, marks=pytest.mark.soak)])
def test_answers_that_have_room_again_are_not_scrolled_any_more(
    qtbot, page: AnswersPage, step: int
) -> None:
    assert page._content is not None
    grid = AnswerGrid(page.theme, lambda _button: None)
    grid.setStyleSheet(page.styleSheet())
    qtbot.addWidget(grid)
    grid.show_answers(page._content.answers)
    grid.set_columns(2)
    grid.show()
    for width in range(600, 800, step):
        needed = grid.height_in_two_columns(width)
        for height in (needed - 60, needed):
            grid.resize(width, height)
            QApplication.processEvents()
        assert not grid.verticalScrollBar().isVisible(), width
        grid.resize(width, needed - 60)
        QApplication.processEvents()
        assert grid.verticalScrollBar().isVisible(), width


@pytest.mark.parametrize(
    ("factor", "size"), [(1.0, (800, 600)), (1.5, (1024, 680)), (2.0, (1024, 680))]
)
def test_beside_the_figure_the_title_stands_under_the_clock(
    page: AnswersPage, theme: Theme, factor: float, size: tuple[int, int]
) -> None:
    theme.set_text_factor(factor)
    lay_out(page, *size)
    assert page._title.geometry().top() > page._digits.geometry().bottom()
    assert page._title.height() >= page._title.heightForWidth(page._title.width())
    assert page._figure.width() >= page.width() * 0.35


def test_on_a_larger_screen_everything_comes_back_to_its_place(
    page: AnswersPage, theme: Theme
) -> None:
    theme.set_text_factor(1.0)
    lay_out(page, 1024, 680)
    first = page._answers.geometry()
    lay_out(page, 800, 600)
    lay_out(page, 1024, 680)
    assert page._answers.geometry() == first
    assert first.width() >= page.width() * 0.38
    assert page._figure.geometry().top() > page._digits.geometry().bottom()


@pytest.mark.parametrize("factor", [1.5, 2.0])
def test_a_larger_clock_takes_no_room_from_the_answers(
    page: AnswersPage, theme: Theme, factor: float
) -> None:
    theme.set_text_factor(factor)
    for height in (660, 680, 700, 720, 768):
        lay_out(page, 1024, height)
        assert page._figure.isVisible(), height
        assert page._answers.verticalScrollBar().maximum() == 0, height
        assert page._digits.geometry().bottom() < page._title.geometry().top(), height


def test_a_wide_screen_has_a_clock_and_a_title_that_fill_their_place(
    page: AnswersPage, theme: Theme
) -> None:
    theme.set_text_factor(1.5)
    lay_out(page, 1440, 900)
    assert page._tight
    assert page._digits._height > page.height() * 0.22
    assert page._title.property("role") == Type.PAGE.value
