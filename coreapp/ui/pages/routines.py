"""The routines: a card for each, to be started or looked through."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coreapp.i18n import ngettext, pgettext
from coreapp.services.library import Library
from coreapp.services.playing import Request
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.routine_card import RoutineCard
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label


class RoutinesPage(Page):
    """All routines with their total time."""

    def __init__(self, theme: Theme, art: FigureArt, library: Library, shell: Shell) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._shell = shell
        self._cards: list[RoutineCard] = []
        self._count = make_label("", Type.BODY, "ink2")
        self._list = QVBoxLayout()

        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(make_label(pgettext("page", "Routines"), Type.PAGE))
        head.addWidget(self._count)
        head.addStretch(1)
        self._list.setSpacing(metrics.CARD_GAP_NARROW)
        self.column.setSpacing(20)
        self.column.addLayout(head)
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    def show_routine(self, identity: str) -> None:
        """Unfold a routine and bring it into sight.

        Raises:
            UnknownIdError: there is none with that id.
        """
        self._library.routine(identity)
        if not self._cards:
            self.refresh()
        self._unfold(identity)
        for card in self._cards:
            if card.unfolded:
                self.ensureWidgetVisible(card)

    def refresh(self) -> None:
        """Read the routines; what was unfolded stays so."""
        unfolded = next((card.routine for card in self._cards if card.unfolded), "")
        for card in self._cards:
            card.hide()
            card.deleteLater()
        routines = list(self._library.routines)
        self._cards = [
            RoutineCard(self.theme, self._art, self._library, routine) for routine in routines
        ]
        for card in self._cards:
            card.start_requested.connect(self._play)
            card.exercise_requested.connect(self._shell.open_exercise)
            card.unfold_requested.connect(self._turn)
            self._list.addWidget(card)
            card.show()
        self._unfold(unfolded)
        count = len(routines)
        text = ngettext("{count} routine", "{count} routines", count)
        self._count.setText(text.format(count=count))

    def _turn(self, identity: str) -> None:
        """Unfold a routine, or close it if it is unfolded."""
        unfolded = any(card.routine == identity and card.unfolded for card in self._cards)
        self._unfold("" if unfolded else identity)

    def _unfold(self, identity: str) -> None:
        """Unfold one routine, or none; the main button is its, else the first one's."""
        main = identity or (self._cards[0].routine if self._cards else "")
        for card in self._cards:
            card.unfold(unfolded=card.routine == identity)
            card.set_primary(primary=card.routine == main)

    def _play(self, identity: str) -> None:
        self._shell.play(Request(identity))
