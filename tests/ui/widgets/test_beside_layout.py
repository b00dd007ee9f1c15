"""A layout that folds answers by the width it is asked about, so a page is laid out once."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.labels import make_label, make_narrow_text

LEAST = 300
GAP = 20
STACKED_GAP = 7


class Row:
    """Widgets in such a layout."""

    def __init__(self, qtbot: QtBot, *shares: int, least: Callable[[], float] = lambda: LEAST):
        self.layout = BesideLayout(least, GAP, STACKED_GAP)
        self.widgets: Sequence[QWidget] = []
        self.around = QWidget()
        qtbot.addWidget(self.around)
        for share in shares:
            text = make_narrow_text("one two three four five six seven eight nine ten")
            self.layout.add(text, share)
            self.widgets = [*self.widgets, text]
        self.around.setLayout(self.layout)

    def lay_out(self, width: int) -> list[QRect]:
        self.layout.setGeometry(QRect(0, 0, width, self.layout.heightForWidth(width)))
        return [each.geometry() for each in self.widgets]


def test_the_height_belongs_to_the_width_that_is_asked_about(qtbot: QtBot) -> None:
    row = Row(qtbot, 1, 1)
    stacked = row.layout.heightForWidth(LEAST - 1)
    beside = row.layout.heightForWidth(LEAST)
    one = row.widgets[0]
    assert stacked == 2 * one.heightForWidth(LEAST - 1) + STACKED_GAP
    assert beside == one.heightForWidth((LEAST - GAP) // 2)


@pytest.mark.parametrize("width", [120, LEAST - 1, LEAST, 777])
def test_everything_has_the_height_it_needs_at_once(qtbot: QtBot, width: int) -> None:
    row = Row(qtbot, 2, 1)
    for widget, place in zip(row.widgets, row.lay_out(width), strict=True):
        assert place.height() >= widget.heightForWidth(place.width())


@given(
    shares=st.lists(st.integers(1, 9), min_size=1, max_size=4),
    width=st.integers(LEAST, 1600),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_shares_fill_the_width_to_the_pixel(qtbot: QtBot, shares: list[int], width: int) -> None:
    row = Row(qtbot, *shares)
    places = row.lay_out(width)
    assert places[0].left() == 0
    assert places[-1].right() == width - 1
    room = width - GAP * (len(shares) - 1)
    for share, place in zip(shares, places, strict=True):
        assert abs(place.width() - room * share / sum(shares)) < 2


def test_what_is_hidden_leaves_no_gap(qtbot: QtBot) -> None:
    row = Row(qtbot, 1, 1)
    row.widgets[1].hide()
    assert row.lay_out(LEAST)[0].width() == LEAST
    assert row.layout.heightForWidth(LEAST) == row.widgets[0].heightForWidth(LEAST)


def test_what_is_left_over_goes_to_those_with_a_share(qtbot: QtBot) -> None:
    row = Row(qtbot, 1, 0)
    low, height = row.widgets[1].heightForWidth(200), row.layout.heightForWidth(200)
    row.around.resize(200, height + 50)
    row.around.show()
    QApplication.processEvents()
    row.around.hide()
    assert row.widgets[1].height() == low
    assert row.widgets[1].geometry().bottom() == height + 50 - 1


def test_items_can_be_taken_out_again(qtbot: QtBot) -> None:
    row = Row(qtbot, 1, 1)
    before = row.layout.heightForWidth(100)
    assert row.layout.itemAt(2) is None
    assert row.layout.takeAt(5) is None
    taken = row.layout.takeAt(1)
    assert taken is not None
    assert row.layout.count() == 1
    assert row.layout.heightForWidth(100) < before


def test_what_would_be_cut_off_beside_is_stacked(qtbot: QtBot) -> None:
    row = Row(qtbot, 1)
    title = make_label("A title of some length that needs its room")
    row.layout.add(title, 1)
    least = 2 * title.minimumSizeHint().width() + GAP
    assert least > LEAST
    assert row.layout.is_beside(least)
    assert not row.layout.is_beside(least - 2)
