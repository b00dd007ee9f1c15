"""Where the panels of Progress stand: in rows of two to four, as the width allows."""

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from math import sqrt
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coreapp.services.charts import PanelKey
from coreapp.ui.pages.progress.chart_panel import ChartPanel
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme

Row = Sequence[tuple[PanelKey, int]]

_WIDE: Final[Sequence[Row]] = (
    ((PanelKey.HEAT_MAP, 1),),
    ((PanelKey.MINUTES, 47), (PanelKey.BALANCE, 33), (PanelKey.SITTING, 28)),
    ((PanelKey.EXERCISE, 1), (PanelKey.EFFORT, 1), (PanelKey.RUNNING, 1)),
    ((PanelKey.RECOVERY, 3), (PanelKey.ADHERENCE, 2)),
    ((PanelKey.STREAK, 1), (PanelKey.BREAKS, 1), (PanelKey.BESTS, 1)),
)
_WIDE_SHORT: Final[Sequence[Row]] = (
    ((PanelKey.HEAT_MAP, 2), (PanelKey.MINUTES, 3)),
    ((PanelKey.BALANCE, 33), (PanelKey.SITTING, 28), (PanelKey.EXERCISE, 33)),
    ((PanelKey.EFFORT, 1), (PanelKey.RUNNING, 1), (PanelKey.ADHERENCE, 1)),
    ((PanelKey.RECOVERY, 3), (PanelKey.STREAK, 2)),
    ((PanelKey.BREAKS, 1), (PanelKey.BESTS, 1)),
)
"""Of some weeks: their days do not fill a row."""
_MIDDLE: Final[Sequence[Row]] = (
    ((PanelKey.HEAT_MAP, 1),),
    ((PanelKey.MINUTES, 3), (PanelKey.BALANCE, 2)),
    ((PanelKey.SITTING, 1), (PanelKey.EXERCISE, 1)),
    ((PanelKey.EFFORT, 1), (PanelKey.RUNNING, 1)),
    ((PanelKey.RECOVERY, 1), (PanelKey.ADHERENCE, 1)),
    ((PanelKey.STREAK, 1), (PanelKey.BREAKS, 1)),
    ((PanelKey.BESTS, 1),),
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
        self._rows: list[QHBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._arrange)

    def set_cards(self, cards: Mapping[PanelKey, ChartPanel]) -> None:
        """Lay out these cards, among them those that are laid out already."""
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
        for row in self._rows:
            for card in self._cards.values():
                # Not `takeAt`: the item lives on in Python, and heights are kept in it for good.
                row.removeWidget(card)
            self._column.removeItem(row)
            row.deleteLater()
        gap = metrics.CARD_GAP if is_wide else metrics.CARD_GAP_NARROW
        self._column.setSpacing(gap)
        rows = ([(key, share) for key, share in row if key in self._cards] for row in plan)
        self._rows = [self._row(each, gap) for each in rows if each]

    def _row(self, cards: Row, gap: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(gap)
        self._column.addLayout(row)
        for key, share in cards:
            row.addWidget(self._cards[key], share)
        return row


def share_out(plan: Sequence[Row], bare: Set[PanelKey]) -> Sequence[Row]:
    """Return rows in which panels without figures stand together at the foot, low.

    Args:
        plan: the rows when all panels have figures.
        bare: the panels that only say what will fill them.
    """
    if not any(key in bare for row in plan for key, _share in row):
        return plan
    first = tuple(each for each in plan[0] if each[0] not in bare)
    rest = [key for row in plan[1:] for key, _share in row if key not in bare]
    foot = [key for row in plan for key, _share in row if key in bare]
    most = max(len(row) for row in plan)
    rows = [first, *_evenly(rest, most), *_evenly(foot, most)]
    return tuple(each for each in rows if each)


def _evenly(keys: Sequence[PanelKey], most: int) -> Sequence[Row]:
    """Return rows of at most so many panels, none of them much emptier than the others."""
    count = -(-len(keys) // most)
    ends = [round(len(keys) * each / count) for each in range(count + 1)] if count else [0]
    return [tuple((key, 1) for key in keys[start:end]) for start, end in pairwise(ends)]
