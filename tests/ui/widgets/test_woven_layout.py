"""Two columns that have an order of their own where there is room for one only."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.labels import make_narrow_text
from coreapp.ui.widgets.woven_layout import WovenLayout

LEAST = 400
GAP = 20
SPACING = 7
LEFT, RIGHT = 0, 1
WOVEN = (LEFT, RIGHT, LEFT, RIGHT, RIGHT)


class Page:
    """Texts in such a layout, each in the column that is asked for."""

    def __init__(self, qtbot: QtBot, columns: Sequence[int] = WOVEN) -> None:
        self.layout = WovenLayout(lambda: LEAST, (2, 1), GAP, SPACING)
        self.columns = columns
        self.around = QWidget()
        qtbot.addWidget(self.around)
        self.texts = [make_narrow_text("one two three four five six seven" * 2) for _ in columns]
        for text, column in zip(self.texts, columns, strict=True):
            self.layout.put(text, column)
        self.around.setLayout(self.layout)

    def lay_out(self, width: int) -> list[QRect]:
        self.layout.setGeometry(QRect(0, 0, width, self.layout.heightForWidth(width)))
        return [each.geometry() for each in self.texts]


def test_where_it_is_narrow_all_stand_in_the_order_they_were_added(qtbot: QtBot) -> None:
    places = Page(qtbot).lay_out(LEAST - 1)
    assert [place.x() for place in places] == [0] * len(places)
    for above, below in pairwise(places):
        assert below.y() == above.y() + above.height() + SPACING


def test_where_it_is_wide_each_stands_in_its_column_beneath_those_before_it(qtbot: QtBot) -> None:
    page = Page(qtbot)
    places = page.lay_out(620)
    assert page.layout.column_widths(620) == (400, 200)
    for column, x in ((LEFT, 0), (RIGHT, 420)):
        mine = [p for p, c in zip(places, WOVEN, strict=True) if c == column]
        assert {place.x() for place in mine} == {x}
        assert mine[0].y() == 0
        for above, below in pairwise(mine):
            assert below.y() == above.y() + above.height() + SPACING


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    columns=st.lists(st.sampled_from((LEFT, RIGHT)), min_size=1, max_size=5),
    width=st.integers(150, 1200),
)
def test_nothing_is_cut_off_and_nothing_overlaps(
    qtbot: QtBot, columns: list[int], width: int
) -> None:
    page = Page(qtbot, columns)
    places = page.lay_out(width)
    for index, (text, place) in enumerate(zip(page.texts, places, strict=True)):
        assert place.height() >= text.heightForWidth(place.width())
        assert not any(place.intersects(other) for other in places[:index])
        assert page.layout.geometry().contains(place)


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    page, shorter = Page(qtbot), Page(qtbot, WOVEN[1:])
    page.texts[0].hide()
    assert page.layout.heightForWidth(LEAST - 1) == shorter.layout.heightForWidth(LEAST - 1)


def test_a_part_that_needs_more_room_than_its_column_keeps_all_stacked(qtbot: QtBot) -> None:
    page = Page(qtbot)
    assert page.layout.is_beside(620)
    page.texts[1].setMinimumWidth(201)
    page.layout.invalidate()
    assert not page.layout.is_beside(620)


def test_it_asks_for_both_columns_beside_each_other(qtbot: QtBot) -> None:
    page = Page(qtbot, (LEFT, RIGHT))
    one = page.texts[0].sizeHint()
    assert page.layout.sizeHint().width() == 2 * one.width() + GAP
    assert page.layout.sizeHint().height() == one.height()


def test_what_is_taken_out_is_no_longer_counted(qtbot: QtBot) -> None:
    page = Page(qtbot)
    before = page.layout.heightForWidth(LEAST - 1)
    assert page.layout.takeAt(0) is not None
    assert page.layout.takeAt(9) is None
    assert page.layout.heightForWidth(LEAST - 1) < before


@pytest.mark.parametrize("columns", [(LEFT,), (RIGHT,)])
def test_a_column_may_be_empty(qtbot: QtBot, columns: tuple[int]) -> None:
    assert Page(qtbot, columns).lay_out(620)[0].height() > 0
