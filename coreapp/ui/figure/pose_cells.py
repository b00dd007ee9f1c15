"""Where the key poses of a movement stand side by side, read like words."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF

_GAP: Final = 8.0
_WORTH_A_ROW: Final = 1.3
"""By so much larger are the poses in more rows, or they stay in one, where order is plain."""


def pose_cells(room: QRectF, count: int, shape: float) -> list[QRectF]:
    """Return the place of each pose: in as many rows as let the poses be largest.

    Args:
        room: for all of them.
        count: how many there are.
        shape: how much wider than high a pose is.
    """

    def pose_width(rows: int) -> float:
        columns = ceil(count / rows)
        return min(room.width() / columns - _GAP, room.height() / rows * shape)

    rows = max(range(1, count + 1), key=pose_width)
    if pose_width(rows) < _WORTH_A_ROW * pose_width(1):
        rows = 1
    columns = ceil(count / rows)
    rows = ceil(count / columns)
    width, height = room.width() / columns, room.height() / rows
    cells = []
    for index in range(count):
        row, column = divmod(index, columns)
        # The last row stands in the middle.
        left_over = columns - min(columns, count - row * columns)
        left = room.left() + (column + left_over / 2) * width
        top = room.top() + row * height
        cells.append(QRectF(left, top, width, height).adjusted(_GAP / 2, 0, -_GAP / 2, 0))
    return cells
