"""Key poses side by side are as large as there is room for."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from coreapp.ui.figure.pose_cells import pose_cells

ROOM = QRectF(10, 20, 800, 400)


def rows(count: int, shape: float) -> list[int]:
    """Return how many stand in each row."""
    tops = [round(cell.top()) for cell in pose_cells(ROOM, count, shape)]
    return [tops.count(top) for top in sorted(set(tops))]


def test_a_few_stand_in_one_row() -> None:
    assert rows(1, 1.4) == [1]
    assert rows(2, 1.0) == [2]
    assert rows(3, 0.5) == [3]


def test_many_stand_in_several_and_are_the_larger_for_it() -> None:
    assert len(rows(16, 1.2)) > 2
    assert rows(2, 3.0) == [1, 1]


def test_the_last_row_stands_in_the_middle() -> None:
    *_others, first, last = pose_cells(ROOM, 5, 1.4)
    assert rows(5, 1.4) == [3, 2]
    assert (first.left() + last.right()) / 2 == pytest.approx(ROOM.center().x())


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 12, 16])
@pytest.mark.parametrize("shape", [0.3, 1.0, 2.5])
def test_each_has_a_place_of_its_own_and_they_read_like_words(count: int, shape: float) -> None:
    cells = pose_cells(ROOM, count, shape)
    assert len(cells) == count
    assert all(ROOM.adjusted(-1, -1, 1, 1).contains(cell) for cell in cells)
    assert not any(one.intersects(other) for one, other in combinations(cells, 2))
    assert cells == sorted(cells, key=lambda cell: (round(cell.top()), cell.left()))


def test_a_room_that_is_too_small_is_no_trouble() -> None:
    assert len(pose_cells(QRectF(0, 0, 8, 8), 6, 1.0)) == 6
