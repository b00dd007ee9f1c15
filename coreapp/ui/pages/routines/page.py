"""The routines: a card for each, to be started or looked through."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from coreapp.domain.errors import UnknownIdError
from coreapp.i18n import _, ngettext, pgettext
from coreapp.services.changes import Change
from coreapp.services.library import Library
from coreapp.services.playing import Request
from coreapp.services.routine_lists import group_label, group_of
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.choice_row import ChoiceRow, Option
from coreapp.ui.pages.folding_head import FoldingHead
from coreapp.ui.pages.routines.card import RoutineCard
from coreapp.ui.pages.routines.card_list import ALL, RoutineCards
from coreapp.ui.pages.routines.desk import RoutineDesk, RoutineMaking
from coreapp.ui.printing.sheet_desk import SheetDesk
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.buttons import Button, ButtonKind

if TYPE_CHECKING:
    from coreapp.ui.pages.routine_editor.editor import RoutineEditor

_ABOVE: Final = 230
"""Programmes and what there is to choose stand above the cards, in pixels at 100 % text."""


class RoutinesPage(Page):
    """All routines with their total time, under what they are for; chips show one kind alone.

    The editor of a routine of one's own takes the place of the list while it is open: it is a
    part of this page, so that going back leads to the list as it was.

    Attributes:
        column: the column of the list, for whoever adds to it.
    """

    concerns = frozenset({Change.LIBRARY})

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        shell: Shell,
        making: Callable[[], RoutineMaking],
    ) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._shell = shell
        self._making = making
        self._prints = SheetDesk(theme, art, library, shell, self)
        self._desk = RoutineDesk(theme, art, library, shell, making, self)
        self._editor: RoutineEditor | None = None
        self._list_place = 0
        self._shown_group = ALL
        self._cards = RoutineCards(theme, art, library, self.widget())
        add = Button(theme, _("Add from file…"), ButtonKind.QUIET, Icon.OPEN)
        new = Button(theme, _("New routine"), ButtonKind.SECONDARY, Icon.PLUS)
        self._head = FoldingHead(theme, pgettext("page", "Routines"), (add,), new)
        self._kinds = ChoiceRow(theme, _("All routines"), most_lines=2)
        self._list_part = Block()
        self._around = self.column
        self.column = QVBoxLayout(self._list_part)

        self._lay_out()
        self._cards.card_made.connect(self._connect_card)
        self._kinds.chosen.connect(self._show_group)
        add.clicked.connect(self._desk.add)
        new.clicked.connect(self._desk.begin_new)
        # A file that somebody sent can be dropped on the page.
        self.setAcceptDrops(True)

    @property
    def is_settled(self) -> bool:
        """Whether every card is there, those below the window too."""
        return self._cards.is_settled

    def show_part(self, key: str) -> None:
        """Open the editor of a routine of one's own, or show the list."""
        if not key:
            self._close_editor()
            return
        try:
            self._making().editing.begin(key)
        except UnknownIdError:
            # It was deleted since: who goes back to it finds the list.
            self._close_editor()
            return
        # Only now: an editor that is shown keeps its draft when it is closed, deleted or not.
        self._open_editor().open_routine(key)

    def focus_search(self) -> None:
        """Look for an exercise to add, where a routine is built; else the list stays as it is."""
        if self._editor is not None and not self._editor.isHidden():
            self._editor.begin_picking()

    def show_routine(self, identity: str) -> None:
        """Unfold a routine and bring it into sight.

        Raises:
            UnknownIdError: there is none with that id.
        """
        routine = self._library.routine(identity)
        self._close_editor()
        if not self._cards.groups:
            self.refresh()
        if self._shown_group not in {ALL, group_of(routine, self._library)}:
            self._show_group(ALL)
        self._cards.unfold(identity)
        card = self._cards.card_of(identity)
        if card is not None:
            self.ensureWidgetVisible(card)

    def kept(self) -> dict[str, object]:
        """Return which group is shown."""
        return {**super().kept(), "group": self._shown_group}

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Show the same group."""
        super().take_up(kept)
        self._shown_group = str(kept["group"])

    def refresh(self) -> None:
        """Read the routines; what was unfolded and chosen stays so."""
        if self._editor is not None and not self._editor.isHidden():
            # Nobody sees the list; it is read when somebody does.
            self._is_stale = True
            return
        count = self._cards.show_routines(self.height() - self.theme.fonts.pixels(_ABOVE))
        self._offer_groups(list(self._cards.groups))
        text = ngettext("{count} routine", "{count} routines", count)
        self._head.show_count(text.format(count=count))

    def _connect_card(self, card: RoutineCard) -> None:
        card.start_requested.connect(self._play)
        card.exercise_requested.connect(self._shell.open_exercise)
        card.print_requested.connect(self._prints.print_routine)
        card.pdf_requested.connect(self._prints.save_routine)
        card.edit_requested.connect(self._shell.edit_routine)
        card.duplicate_requested.connect(self._desk.duplicate)
        card.share_requested.connect(self._desk.share)
        card.delete_requested.connect(self._desk.delete)
        card.unfold_requested.connect(self._turn)

    def _offer_groups(self, groups: list[str]) -> None:
        """Offer all of them, and each group; there is nothing to choose where there is one."""
        offered = [ALL, *groups] if len(groups) > 1 else []
        every = pgettext("routine group", "All")
        self._kinds.offer([Option(each, group_label(each) if each else every) for each in offered])
        self._show_group(self._shown_group if self._shown_group in offered else ALL)

    def _show_group(self, group: str) -> None:
        """Show the routines of one group, or all of them."""
        self._shown_group = group
        self._kinds.choose(group)
        self._cards.show_group(group)

    def _turn(self, identity: str) -> None:
        """Unfold a routine, or close it if it is unfolded."""
        self._cards.unfold("" if self._cards.unfolded == identity else identity)

    def _play(self, identity: str) -> None:
        self._shell.play(Request(identity))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that come from outside, while the list is shown."""
        if _dropped_file(event) and not self._list_part.isHidden():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what a file brings."""
        file = _dropped_file(event)
        if file:
            event.acceptProposedAction()
            self._desk.look_into(file)

    def hidden(self) -> None:
        """Save what was typed last."""
        if self._editor is not None and not self._editor.isHidden():
            self._editor.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards know their width before they have it."""
        self._set_margins()
        self._cards.fit(self.room)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(20)
        self.column.addWidget(self._head)
        self.column.addWidget(self._kinds)
        self.column.addWidget(self._cards)
        self.column.addStretch(1)
        self._around.addWidget(self._list_part)

    def _open_editor(self) -> "RoutineEditor":
        if self._editor is None:
            # Most visits are to the list: what the editor is made of comes when it is asked for.
            from coreapp.ui.pages.routine_editor.editor import RoutineEditor  # noqa: PLC0415

            editing = self._making().editing
            self._editor = RoutineEditor(self.theme, self._art, self._library, editing, self._shell)
            self._editor.left.connect(self._shell.go_back)
            self._editor.hide()
            self._around.addWidget(self._editor, 1)
        if self._editor.isHidden():
            self._list_place = self.verticalScrollBar().value()
            self._list_part.hide()
            self._editor.show()
            self.verticalScrollBar().setValue(0)
        return self._editor

    def _close_editor(self) -> None:
        if self._editor is None or self._editor.isHidden():
            return
        self._editor.keep()
        self._editor.hide()
        self._list_part.show()
        if self._is_stale:
            self._is_stale = False
            self.refresh()
        # The list has its height back only when it has been laid out.
        QTimer.singleShot(0, self, self._return_to_place)

    def _return_to_place(self) -> None:
        self.verticalScrollBar().setValue(self._list_place)


def _dropped_file(event: QDropEvent) -> str:
    """Return the file that is dragged; empty if it is something else, or many."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""
