"""Where the panels of Progress stand: on one grid of one to three columns, as the width allows."""

from collections.abc import Mapping, Sequence, Set
from itertools import chain, pairwise
from math import sqrt
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.services.charts import PanelKey
from coreapp.ui.pages.parts import order_keys
from coreapp.ui.pages.progress.chart_panel import ChartPanel
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_text

Row = Sequence[tuple[PanelKey, int]]
"""Panels side by side, and how many columns each of them is wide."""

_WIDE: Final[Sequence[Row]] = (
    ((PanelKey.HEAT_MAP, 3),),
    ((PanelKey.MINUTES, 2), (PanelKey.SITTING, 1)),
    ((PanelKey.BALANCE, 1), (PanelKey.EXERCISE, 1), (PanelKey.EFFORT, 1)),
    ((PanelKey.RUNNING, 1), (PanelKey.RECOVERY, 1), (PanelKey.ADHERENCE, 1)),
    ((PanelKey.STREAK, 1), (PanelKey.BREAKS, 1), (PanelKey.BESTS, 1)),
)
_WIDE_SHORT: Final[Sequence[Row]] = (
    ((PanelKey.HEAT_MAP, 1), (PanelKey.MINUTES, 2)),
    ((PanelKey.BALANCE, 1), (PanelKey.SITTING, 1), (PanelKey.EXERCISE, 1)),
    ((PanelKey.EFFORT, 1), (PanelKey.RUNNING, 1), (PanelKey.ADHERENCE, 1)),
    ((PanelKey.RECOVERY, 2), (PanelKey.STREAK, 1)),
    ((PanelKey.BREAKS, 2), (PanelKey.BESTS, 1)),
)
"""Of some weeks: their days do not fill a row."""
_MIDDLE: Final[Sequence[Row]] = (
    ((PanelKey.HEAT_MAP, 2),),
    ((PanelKey.MINUTES, 2),),
    ((PanelKey.BALANCE, 1), (PanelKey.SITTING, 1)),
    ((PanelKey.EXERCISE, 1), (PanelKey.EFFORT, 1)),
    ((PanelKey.RUNNING, 1), (PanelKey.ADHERENCE, 1)),
    ((PanelKey.RECOVERY, 1), (PanelKey.STREAK, 1)),
    ((PanelKey.BREAKS, 1), (PanelKey.BESTS, 1)),
)
_NARROW: Final[Sequence[Row]] = tuple(((key, 1),) for row in _WIDE for key, _share in row)
_WIDE_FROM: Final = 960
_MIDDLE_FROM: Final = 600
"""So wide the rows have to be at 100 % text, in pixels."""


class PanelRows(QWidget):
    """The cards, laid out anew when the width changes much."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: Mapping[PanelKey, ChartPanel] = {}
        self._plan: Sequence[Row] = ()
        self._is_short = False
        self._grid: QGridLayout | None = None
        self._to_come = make_text(_("Still to come"), Type.HEADING)
        self._to_come.setParent(self)
        self._to_come.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._arrange)

    def set_cards(self, cards: Mapping[PanelKey, ChartPanel]) -> None:
        """Lay out these cards, among them those that are laid out already."""
        if cards == self._cards:
            return
        self._cards = dict(cards)
        for card in cards.values():
            policy = card.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            card.setSizePolicy(policy)
        self._plan = ()
        self._arrange()

    def set_short(self, *, short: bool) -> None:
        """Lay the cards out, as they are filled now, for some weeks or for a year and more."""
        self._is_short = short
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another plan where the width asks for it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # The square root: twice the letter needs more room, but wraps as well.
        room = self.width() / sqrt(self._theme.fonts.factor)
        is_wide = room >= _WIDE_FROM
        wide = _WIDE_SHORT if self._is_short else _WIDE
        whole = wide if is_wide else _MIDDLE if room >= _MIDDLE_FROM else _NARROW
        plan = share_out(whole, {key for key, card in self._cards.items() if card.is_bare})
        if plan == self._plan or not self._cards:
            return
        self._plan = plan
        self._take_out()
        gap = metrics.CARD_GAP if is_wide else metrics.CARD_GAP_NARROW
        rows = [[(key, span) for key, span in row if key in self._cards] for row in plan]
        self._fill([each for each in rows if each], columns_of(whole), gap)

    def _take_out(self) -> None:
        """Let go of the grid; the cards stay."""
        if self._grid is None:
            return
        for widget in (*self._cards.values(), self._to_come):
            # Not `takeAt`: the item lives on in Python, and heights are kept in it for good.
            self._grid.removeWidget(widget)
        self._column.removeItem(self._grid)
        self._grid.deleteLater()

    def _fill(self, rows: Sequence[Row], columns: int, gap: int) -> None:
        """Put the cards on a grid: where one ends, those above and below it may end as well."""
        self._grid = grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(gap)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        line, has_foot = 0, False
        for row in rows:
            if not has_foot and all(self._cards[key].is_bare for key, _span in row):
                has_foot = True
                grid.addWidget(self._to_come, line, 0, 1, columns)
                line += 1
            column = 0
            for key, span in row:
                grid.addWidget(self._cards[key], line, column, 1, span)
                column += span
            line += 1
        self._to_come.setVisible(has_foot)
        self._column.addLayout(grid)
        # Before what stands beneath them.
        stops = (self._cards[key].key_stops for row in rows for key, _span in row)
        order_keys(self, *chain.from_iterable(stops))


def columns_of(plan: Sequence[Row]) -> int:
    """Return how many columns the grid of some rows has."""
    return max(sum(span for _key, span in row) for row in plan)


def share_out(plan: Sequence[Row], bare: Set[PanelKey]) -> Sequence[Row]:
    """Return rows in which panels without figures stand together at the foot, low.

    Args:
        plan: the rows when all panels have figures.
        bare: the panels that only say what will fill them.
    """
    if not any(key in bare for row in plan for key, _span in row):
        return plan
    columns = columns_of(plan)
    first = plan[0] if all(key not in bare for key, _span in plan[0]) else ()
    above = {key for key, _span in first}
    keys = [key for row in plan for key, _span in row if key not in above]
    full = [key for key in keys if key not in bare]
    foot = [(key, 1) for key in keys if key in bare]
    rows = [first, *_evenly(full, columns)]
    rows += [foot[start : start + columns] for start in range(0, len(foot), columns)]
    return tuple(tuple(each) for each in rows if each)


def _evenly(keys: Sequence[PanelKey], columns: int) -> Sequence[Row]:
    """Return full rows, none of which holds many fewer panels than another."""
    count = -(-len(keys) // columns)
    ends = [round(len(keys) * each / count) for each in range(count + 1)] if count else [0]
    return [_stretched(keys[start:end], columns) for start, end in pairwise(ends)]


def _stretched(keys: Sequence[PanelKey], columns: int) -> Row:
    """Return a row whose first panel takes what is left of the columns."""
    return tuple((key, 1 if at else columns - len(keys) + 1) for at, key in enumerate(keys))
