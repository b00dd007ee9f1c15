"""The routines: a card for each, to be started or looked through."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.routine import Routine
from coreapp.i18n import ngettext, pgettext
from coreapp.services.library import Library
from coreapp.services.playing import Request
from coreapp.services.routine_lists import grouped
from coreapp.services.vocabulary import routine_group_label
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.pages.routine_card import RoutineCard
from coreapp.ui.printing.desk import PrintDesk
from coreapp.ui.printing.routine_sheet import routine_sheet
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Chip
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text

_ALL = ""


class RoutinesPage(Page):
    """All routines with their total time, under what they are for; chips show one kind alone."""

    def __init__(self, theme: Theme, art: FigureArt, library: Library, shell: Shell) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._shell = shell
        self._desk = PrintDesk(theme, art, library, shell, self)
        self._shown_group = _ALL
        self._cards: list[RoutineCard] = []
        self._sections: dict[str, QWidget] = {}
        self._count = make_label("", Type.BODY, "ink2")
        self._chips = FlowLayout(8)
        self._choice = QButtonGroup(self)
        self._list = QVBoxLayout()

        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(make_label(pgettext("page", "Routines"), Type.PAGE))
        head.addWidget(self._count)
        head.addStretch(1)
        chips = QWidget()
        chips.setLayout(self._chips)
        self._list.setSpacing(2 * metrics.CARD_GAP_NARROW)
        self.column.setSpacing(20)
        self.column.addLayout(head)
        self.column.addWidget(chips)
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    def show_routine(self, identity: str) -> None:
        """Unfold a routine and bring it into sight.

        Raises:
            UnknownIdError: there is none with that id.
        """
        routine = self._library.routine(identity)
        if not self._cards:
            self.refresh()
        if self._shown_group not in {_ALL, routine.group}:
            self._show_group(_ALL)
        self._unfold(identity)
        for card in self._cards:
            if card.unfolded:
                self.ensureWidgetVisible(card)

    def refresh(self) -> None:
        """Read the routines; what was unfolded and chosen stays so."""
        unfolded = next((card.routine for card in self._cards if card.unfolded), "")
        clear_layout(self._list)
        self._cards = []
        self._sections = {
            group: self._make_section(group, routines) for group, routines in grouped(self._library)
        }
        self._offer_groups(list(self._sections))
        self._unfold(unfolded)
        count = len(self._cards)
        text = ngettext("{count} routine", "{count} routines", count)
        self._count.setText(text.format(count=count))

    def _make_section(self, group: str, routines: Sequence[Routine]) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.CARD_GAP_NARROW)
        column.addWidget(make_text(routine_group_label(group), Type.HEADING))
        for routine in routines:
            column.addWidget(self._make_card(routine))
        self._list.addWidget(section)
        return section

    def _make_card(self, routine: Routine) -> RoutineCard:
        card = RoutineCard(self.theme, self._art, self._library, routine)
        card.start_requested.connect(self._play)
        card.exercise_requested.connect(self._shell.open_exercise)
        card.print_requested.connect(partial(self._desk.print, routine_sheet))
        card.pdf_requested.connect(partial(self._desk.save, routine_sheet))
        card.unfold_requested.connect(self._turn)
        self._cards.append(card)
        return card

    def _offer_groups(self, groups: list[str]) -> None:
        """Make a chip for all, and one for each group; nothing to choose where there is one."""
        for chip in self._choice.buttons():
            self._choice.removeButton(chip)
        self._chips.clear()
        offered = [_ALL, *groups] if len(groups) > 1 else []
        for group in offered:
            text = routine_group_label(group) if group else pgettext("routine group", "All")
            chip = Chip(self.theme, text)
            chip.setProperty("group", group)
            chip.clicked.connect(partial(self._show_group, group))
            self._choice.addButton(chip)
            self._chips.addWidget(chip)
        self._show_group(self._shown_group if self._shown_group in offered else _ALL)

    def _show_group(self, group: str) -> None:
        """Show the routines of one group, or all of them."""
        self._shown_group = group
        for chip in self._choice.buttons():
            chip.setChecked(chip.property("group") == group)
        for each, section in self._sections.items():
            section.setVisible(group in {_ALL, each})
        self._choose_main(next((card.routine for card in self._cards if card.unfolded), ""))

    def _turn(self, identity: str) -> None:
        """Unfold a routine, or close it if it is unfolded."""
        unfolded = any(card.routine == identity and card.unfolded for card in self._cards)
        self._unfold("" if unfolded else identity)

    def _unfold(self, identity: str) -> None:
        """Unfold one routine, or none."""
        for card in self._cards:
            card.unfold(unfolded=card.routine == identity)
        self._choose_main(identity)

    def _choose_main(self, unfolded: str) -> None:
        """Give the main button to the routine that is unfolded, else to the first one shown."""
        shown = [
            card.routine
            for card in self._cards
            if self._shown_group in {_ALL, self._library.routine(card.routine).group}
        ]
        main = unfolded if unfolded in shown else next(iter(shown), "")
        for card in self._cards:
            card.set_primary(primary=card.routine == main)

    def _play(self, identity: str) -> None:
        self._shell.play(Request(identity))
