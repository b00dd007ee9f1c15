"""The cards of the routines under what they are for; those below the window come a moment later."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.routine import Routine
from coreapp.i18n import _
from coreapp.services.explanations import explain
from coreapp.services.library import Library
from coreapp.services.routine_lists import group_label, grouped
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.pages.routines.card import RoutineCard
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.scrolled import grow

ALL: Final = ""
"""The group that has every routine."""

_LOWEST: Final = 230
"""Hardly a card is lower, in pixels at 100 % text; tells how many fill a window."""

_GENEROUS: Final = 1.15
"""The room for cards to come is larger than they are on average: it may shrink, not grow."""

_HIDDEN: Final = "hidden_group"


class RoutineCards(QWidget):
    """A card for each routine, group by group.

    A card takes some 8 ms to make and there are two dozen: those that fill the window are made at
    once, the others one by one after the paint. Cards of routines that are as before are kept.

    Signals:
        card_made: a `RoutineCard` is there.
    """

    card_made = Signal(object)

    def __init__(
        self, theme: Theme, art: FigureArt, library: Library, seen: QWidget | None = None
    ) -> None:
        """Show nothing yet.

        Args:
            theme: the look.
            art: draws the figures.
            library: has the routines.
            seen: what is painted even where the list begins below the window.
        """
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._group = ALL
        self._unfolded = ""
        self._width = 0
        self._cards: dict[str, RoutineCard] = {}
        self._kept: dict[str, RoutineCard] = {}
        self._sections: dict[str, QVBoxLayout] = {}
        self._shown: list[QWidget] = []
        self._waiting: list[tuple[str, Routine]] = []
        self._later = LaterSteps(seen or self)
        # As high as what is still to come, so that the scroll bar does not move by itself.
        self._room = Block()
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2 * metrics.CARD_GAP_NARROW)

    @property
    def is_settled(self) -> bool:
        """Whether every card is there."""
        return not self._waiting

    @property
    def groups(self) -> Sequence[str]:
        """What there are routines for, in order."""
        return list(self._sections)

    @property
    def unfolded(self) -> str:
        """The id of the routine that is unfolded; empty if none is."""
        return self._unfolded

    def show_routines(self, height: int) -> int:
        """Read the routines; what is unfolded and chosen stays so.

        Args:
            height: of what is seen of the list, in pixels: so much of it is made at once.

        Returns:
            how many there are.
        """
        groups = grouped(self._library)
        self._kept, self._cards = self._cards, {}
        before, self._shown = self._shown, []
        self._sections = {group: self._make_section(group) for group, _routines in groups}
        self._tell_left_out()
        self._waiting = [(group, each) for group, routines in groups for each in routines]
        count = len(self._waiting)
        least = 1 + height // self._theme.fonts.pixels(_LOWEST)
        while self._waiting and (len(self._cards) < least or self._waiting[0][1].id in self._kept):
            self._make_next()
        if not self._waiting and self._unfolded not in self._cards:
            self._unfolded = ""
        for widget in before:
            self._list.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._kept = {}
        self._list.addWidget(self._room)
        self._go_on()
        return count

    def fit(self, width: int) -> None:
        """Be ready to be so wide, in pixels."""
        self._width = width
        for card in self._cards.values():
            card.fit(width)

    def show_group(self, group: str) -> None:
        """Show the routines of one group, or all of them; a group's own come first."""
        self._group = group
        self._hide_sections()
        self._waiting.sort(key=lambda each: each[0] != group)
        self._choose_main()
        self._keep_room()

    def unfold(self, identity: str) -> None:
        """Unfold one routine, or none."""
        self._unfolded = identity
        for card in self._cards.values():
            if card.unfolded or card.routine == identity:
                card.unfold(unfolded=card.routine == identity)
        self._choose_main()
        grow(self)

    def card_of(self, identity: str) -> RoutineCard | None:
        """Return the card of a routine; it is made now if it was still to come."""
        while identity not in self._cards and self._waiting:
            self._make_next()
        self._go_on()
        return self._cards.get(identity)

    def _make_section(self, group: str) -> QVBoxLayout:
        section = Block()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.CARD_GAP_NARROW)
        column.addWidget(make_text(group_label(group), Type.HEADING))
        self._list.addWidget(section)
        self._shown.append(section)
        return column

    def _make_next(self) -> None:
        """Put the next card into its section."""
        group, routine = self._waiting.pop(0)
        card = self._kept.get(routine.id)
        is_kept = card is not None and card.is_up_to_date(routine)
        if card is None or not is_kept:
            card = RoutineCard(self._theme, self._art, self._library, routine)
        self._cards[routine.id] = card
        card.fit(self._width)
        self._sections[group].addWidget(card)
        if is_kept:
            card.show()  # it was hidden when it left its section
            return
        if routine.id == self._unfolded:
            card.unfold(unfolded=True)
        self.card_made.emit(card)

    def _make_late(self) -> None:
        group, routine = self._waiting[0]
        self._make_next()
        self._choose_main()
        if not self._waiting:
            self._set_room(0)
        elif self._group in {ALL, group}:
            card = self._cards[routine.id]
            self._set_room(self._room.height() - self._height_of(card))
        if self._room.isHidden():
            # It was less than they need, or is not needed any more: they would stand squeezed for
            # a moment. By itself the card would be shown, and counted, an event later.
            self._cards[routine.id].show()
            grow(self)

    def _go_on(self) -> None:
        """Make what is missing after the next paint."""
        self._hide_sections()
        self._choose_main()
        self._keep_room()
        self._later.begin([self._make_late] * len(self._waiting))

    def _keep_room(self) -> None:
        """Keep as much room as the cards to come will need, by those that are there, and more.

        Each one takes its height from the room, so the list as a whole stays as high as it is
        until the last one is there.
        """
        waiting = sum(self._group in {ALL, group} for group, _routine in self._waiting)
        heights = [self._height_of(card) for card in self._cards.values()] if waiting else []
        mean = sum(heights) / max(1, len(heights))
        self._set_room(round(_GENEROUS * waiting * mean))

    def _set_room(self, height: int) -> None:
        self._room.setFixedHeight(max(0, height))
        self._room.setVisible(height > 0)

    def _height_of(self, card: RoutineCard) -> int:
        width = self.width()
        height = (
            card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
        )
        return height + metrics.CARD_GAP_NARROW

    def _hide_sections(self) -> None:
        for group, column in self._sections.items():
            section, is_hidden = column.parentWidget(), self._group not in {ALL, group}
            if section is None:
                continue
            was_hidden = bool(section.property(_HIDDEN))
            # Before the page is there, what was never hidden comes with it: to show it now would
            # lay it out before its width is known.
            if is_hidden != was_hidden or self.isVisible():
                section.setProperty(_HIDDEN, is_hidden)
                section.setVisible(not is_hidden)

    def _choose_main(self) -> None:
        """Give the main button to the routine that is unfolded, else to the first one shown."""
        shown = [each.routine for each in self._cards.values() if self._group in {ALL, each.group}]
        main = self._unfolded if self._unfolded in shown else next(iter(shown), "")
        for card in self._cards.values():
            card.set_primary(primary=card.routine == main)

    def _tell_left_out(self) -> None:
        """Name the routines of one's own that cannot be used, and say why."""
        for thing in self._library.left_out:
            if thing.kind == "routine":
                text = _("“{routine}” cannot be used now. {reason}").format(
                    routine=thing.name, reason=explain(thing.error)
                )
                told = make_text(text, Type.BODY, "danger")
                self._list.insertWidget(0, told)
                self._shown.append(told)
