"""The cards beside the calendar: the day that is looked at, the programme, and what repeats."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.occurrences import next_occurrences
from coreapp.domain.rule_form import ONCE_RULE
from coreapp.domain.schedule import ScheduleEntry
from coreapp.i18n import _
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.plan.day_card import DayCard
from coreapp.ui.pages.plan.repeats_card import RepeatsCard
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts

if TYPE_CHECKING:
    from coreapp.ui.pages.programmes.panel import ProgrammePanel


_BESIDE: Final = 620
_BESIDE_REST: Final = 500
"""Widths at 100 % text from which cards stand side by side, in pixels: all, and those that stay."""


class PlanPanel(QWidget):
    """Cards that are as high as their texts are at this width: the page scrolls, not they.

    Below the calendar they stand side by side, as far as there is room.

    Signals:
        plan_requested: something is to be planned, as nothing is yet.

    Attributes:
        above: the place of the invitation where the cards stand below the calendar; there nobody
            would see it who does not scroll.
        day_card: the day that is looked at.
        repeats: what repeats.
    """

    plan_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        make_programme: "Callable[[], ProgrammePanel] | None" = None,
        *,
        has_notes: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._make_programme = make_programme
        self._programme: ProgrammePanel | None = None
        self._empty: QWidget | None = None
        self.day_card = DayCard(theme, art, library, has_notes=has_notes)
        self.repeats = RepeatsCard(theme, library)
        gap = metrics.CARD_GAP_NARROW
        self._invitation, self.above = Card(), Card()
        for place in (self._invitation, self.above):
            place.body.setContentsMargins(16, 16, 16, 20)
            place.hide()
        # What does not change with the day that is looked at.
        self._rest = Columns(theme, _BESIDE_REST, gap, gap)
        self._cards = Columns(theme, _BESIDE, gap, gap)
        self._cards.add(self._invitation, 10)
        self._cards.add(self.day_card, 11)
        self._cards.add(self._rest, 10)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._cards)
        self._column.addStretch(1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned at all."""
        return self._empty is not None

    def begin_below(self, pixels: int) -> None:
        """Leave room above the first card."""
        self._column.setContentsMargins(0, pixels, 0, 0)

    def set_stacked(self, *, stacked: bool) -> None:
        """Invite above the calendar if the cards stand below it, else beside it."""
        place, other = self._invitation, self.above
        if stacked:
            place, other = other, place
        other.hide()
        if self._empty is not None and self._empty.parentWidget() is not place:
            place.body.addWidget(self._empty)
        place.setVisible(self.is_empty)

    def show_entries(self, entries: Sequence[ScheduleEntry], now: datetime) -> None:
        """Show what repeats and goes on after a moment, and how the programme stands.

        Raises:
            CoreappError: log or plan cannot be read.
        """
        self._invite(is_empty=not entries)
        if not self._rest.isAncestorOf(self.repeats):
            self._fill_rest()
        self.repeats.show_entries(
            [
                each
                for each in entries
                if each.rrule != ONCE_RULE and next_occurrences([each], now, 1)
            ]
        )
        runs = self._programme is not None and self._programme.refresh()
        if self._programme is not None:
            self._programme.setVisible(runs)
        self._rest.setVisible(runs or not self.repeats.isHidden())

    def _fill_rest(self) -> None:
        """Make the card of the programme, and put it before what repeats."""
        if self._make_programme is not None:
            self._programme = self._make_programme()
            self._rest.add(self._programme)
        self._rest.add(self.repeats)

    def _invite(self, *, is_empty: bool) -> None:
        """Invite to plan the first session, as long as there is none."""
        if is_empty == self.is_empty:
            return
        if self._empty is not None:
            self._invitation.hide()
            self.above.hide()
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
            return
        texts = EmptyTexts(
            _("Nothing is planned yet"),
            _("Two or three short sessions a week are a good beginning."),
            _("Plan a session"),
        )
        state = EmptyState(self._theme, self._art, "bird-dog", texts)
        state.action_requested.connect(self.plan_requested)
        self._invitation.body.addWidget(state)
        self._invitation.show()
        self._empty = state

    def minimumSizeHint(self) -> QSize:
        """Return the height that belongs to the width."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth() or self.width() <= 0:
            return hint
        return QSize(hint.width(), layout.totalHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that another width means another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
