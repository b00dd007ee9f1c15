"""What was done: the usual kinds as chips, all others in a menu at their end."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from coreapp.domain.activity import ActivityType
from coreapp.i18n import _, pgettext
from coreapp.services.activity_words import type_label
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import FilterButton
from coreapp.ui.widgets.single_choice import SingleChoice


class KindChoice(SingleChoice):
    """One kind of activity; one taken from the menu stands among the chips from then on.

    Attributes:
        others: opens the menu.
    """

    def __init__(self, theme: Theme, usual: Sequence[ActivityType], first: ActivityType) -> None:
        """Offer the kinds.

        Args:
            theme: the look.
            usual: what stands there at once, in order.
            first: what is chosen; it stands there too.
        """
        options = list(dict.fromkeys((*usual, first)))
        super().__init__(
            theme,
            _("What it was"),
            [(each.value, type_label(each)) for each in options],
            needed=True,
        )
        self.others = FilterButton(theme, pgettext("activity", "Other"))
        self._menu = QMenu(self.others)
        for each in ActivityType:
            # Breaks at the desk come into the log by themselves.
            if each not in options and each is not ActivityType.DESK_BREAK:
                self._menu.addAction(type_label(each), partial(self._take, each))
        self.others.setMenu(self._menu)
        self.flow.addWidget(self.others)
        self.choose(first)

    def kind(self) -> ActivityType:
        """Return what is chosen."""
        return ActivityType(self.value())

    def take(self, kind: ActivityType) -> None:
        """Choose a kind, as if it were taken from the menu."""
        self._take(kind)

    def _take(self, kind: ActivityType) -> None:
        if not self.has_option(kind):
            self.flow.removeWidget(self.others)
            self.add_option(kind, type_label(kind))
            self.flow.addWidget(self.others)
        self.choose(kind)
        self.changed.emit()
