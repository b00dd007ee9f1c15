"""How high the rows of the log are: with large text nothing of them is cut off."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from coreapp.ui.models.log_model import LogModel, LogRow, RowKind
from coreapp.ui.pages.log.row_text import RowTexts
from coreapp.ui.pages.log.view import LogView
from coreapp.ui.theme.fonts import Type
from tests.ui.pages.desk import PageDesk

DAY = date(2026, 3, 1)
LONG = "slept 7 hr 15 min · sleep: good · stress 3 · it was a long day with much standing"
ROWS = [
    LogRow(RowKind.MONTH, "month", DAY, "March 2026", "9 sessions, 1 hr 50 min of work · 5 breaks"),
    LogRow(RowKind.DAY, "day", DAY, "How the day was", LONG, ("Today", "Mar 1")),
    LogRow(RowKind.SESSION, "s", DAY, "Desk break", "2 min", figures=(("3", "effort"),)),
]


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


@pytest.fixture
def view(desk: PageDesk) -> LogView:
    model = LogModel()
    view = LogView(desk.theme, desk.art, model)
    view.resize(1000, 600)
    model.show_rows(ROWS)
    desk.qtbot.addWidget(view)
    view.show()
    return view


def heights(view: LogView) -> list[int]:
    return [view.heights.height_of(number) for number in range(view.heights.count)]


def test_with_room_every_row_is_as_high(view: LogView) -> None:
    month, first, other = heights(view)
    assert first == other, "a day stands apart from what is above it, the last has air beneath"
    view.resize(900, 600)
    assert heights(view) == [month, first, other]


def test_with_large_text_lines_wrap(desk: PageDesk, view: LogView) -> None:
    wide = heights(view)
    desk.theme.set_text_factor(2)
    view.resize(700, 600)
    large = heights(view)

    assert large[0] > 2 * wide[0], "what a month came to stands beneath its name"
    assert large[1] > large[2] + 2 * (wide[1] - wide[2]), "and the long line in several lines"

    view.resize(500, 600)
    narrow = heights(view)
    assert narrow[1] > large[1]
    assert narrow[2] == large[2]
    assert not view.grab().isNull()

    view.resize(700, 600)
    assert heights(view) == large


def test_no_line_begins_with_a_dot_or_a_unit(desk: PageDesk) -> None:
    texts = RowTexts(desk.theme)
    whole = "36.89 km · 5 breaks"
    narrow = texts.width("36.89 km ·", Type.CAPTION) - 2
    one, two, three = (texts.line_height(Type.CAPTION) * lines for lines in (1, 2, 3))

    assert texts.wrapped_height(whole, Type.CAPTION, 2 * narrow) == one
    # Else it were two: "ab 36.89" and "km · 5".
    assert texts.wrapped_height("ab 36.89 km · 5", Type.CAPTION, narrow + 4) == three
    assert texts.wrapped_height(whole, Type.CAPTION, narrow + 4) == two


def test_a_number_that_ends_what_is_told_stays_with_its_word(desk: PageDesk) -> None:
    texts = RowTexts(desk.theme)
    line = texts.line_height(Type.CAPTION)

    width = texts.width("slept · stress", Type.CAPTION) + 2
    assert texts.wrapped_height("slept · stress 3 · calm", Type.CAPTION, width) == 3 * line
