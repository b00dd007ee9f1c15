"""The filters of the library: the purpose, and a menu for each other facet."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.exercise import Exercise
from coreapp.i18n import _, pgettext
from coreapp.services.library_filter import Choice, Facet, choices, facet_label
from coreapp.ui.pages.choice_row import ChoiceRow, MenuFilter, Option
from coreapp.ui.theme.theme import Theme

_ALL: Final = ""


class FacetButton(MenuFilter):
    """A facet's menu, with how many there are of each."""

    def __init__(self, theme: Theme, title: str, offered: Sequence[Choice], chosen: str) -> None:
        counted = _("{choice} ({count})")
        options = [
            Option(each.word, counted.format(choice=each.label, count=each.count), each.label)
            for each in offered
        ]
        super().__init__(theme, title, [Option(_ALL, pgettext("filter", "All")), *options])
        self.choose(chosen)


class LibraryFilters(QWidget):
    """All filters, with what is chosen of them.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chosen: dict[Facet, str] = {}
        self._mine = _ALL
        self._row = ChoiceRow(theme, facet_label(Facet.PURPOSE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self._row.chosen.connect(partial(self._choose, Facet.PURPOSE))

    @property
    def chosen(self) -> dict[Facet, str]:
        """The word that is chosen of each facet; facets without a choice are not there."""
        return dict(self._chosen)

    @property
    def mine(self) -> str:
        """What is asked for of what one has made or marked; an empty text for all."""
        return self._mine

    def take_up(self, chosen: Mapping[Facet, str], mine: str) -> None:
        """Choose, silently, before anything is offered; what is not there goes with `fill`."""
        self._chosen, self._mine = dict(chosen), mine

    def fill(self, exercises: Sequence[Exercise], mine: Sequence[Choice]) -> None:
        """Offer what there is now; what is chosen stays, as far as there is any of it.

        Args:
            exercises: those that are shown.
            mine: what one has made or marked.
        """
        offers = {facet: choices(facet, exercises) for facet in Facet}
        self._take_away(offers, mine)
        every = Choice(_ALL, pgettext("purpose", "All"), len(exercises))
        self._row.offer([_counted(each) for each in (every, *offers[Facet.PURPOSE])])
        self._row.choose(self._chosen.get(Facet.PURPOSE, _ALL))
        for facet, offered in offers.items():
            if facet is not Facet.PURPOSE and len(offered) > 1:
                chosen = self._chosen.get(facet, _ALL)
                self._add_menu(facet_label(facet), offered, chosen, partial(self._choose, facet))
        if mine:
            self._add_menu(pgettext("filter", "Mine"), mine, self._mine, self._choose_mine)

    def clear(self) -> None:
        """Choose nothing, silently."""
        self._chosen.clear()
        self._mine = _ALL
        self._row.choose(_ALL)
        for button in self.findChildren(FacetButton):
            button.clear()

    def loosen(self, facet: Facet) -> None:
        """Choose nothing of a facet."""
        self._choose(facet, _ALL)

    def _take_away(self, offers: Mapping[Facet, Sequence[Choice]], mine: Sequence[Choice]) -> None:
        """Take away what is chosen but no longer offered."""
        for facet, word in list(self._chosen.items()):
            if word not in {each.word for each in offers[facet]}:
                del self._chosen[facet]
        if self._mine not in {each.word for each in mine}:
            self._mine = _ALL

    def _add_menu(
        self, title: str, offered: Sequence[Choice], chosen: str, take: Callable[[str], None]
    ) -> None:
        button = FacetButton(self._theme, title, offered, chosen)
        button.chosen.connect(take)
        self._row.add(button)

    def _choose_mine(self, word: str) -> None:
        self._mine = word
        self.changed.emit()

    def _choose(self, facet: Facet, word: str) -> None:
        self._chosen.pop(facet, None)
        if word:
            self._chosen[facet] = word
        self.changed.emit()


def _counted(choice: Choice) -> Option:
    text = _("{purpose} {count}").format(purpose=choice.label, count=choice.count)
    return Option(choice.word, text, choice.label)
