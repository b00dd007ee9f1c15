"""The filters of the library: chips for the purpose, and a menu for each other facet."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QMenu, QWidget

from coreapp.domain.exercise import Exercise
from coreapp.i18n import _, pgettext
from coreapp.services.library_filter import Choice, Facet, choices, facet_label
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.buttons import Chip, FilterButton
from coreapp.ui.widgets.flow_layout import FlowLayout

_ALL = ""
_GAP = 8
_BETWEEN = 24


class FacetButton(FilterButton):
    """A filter with a menu; it shows what is chosen from it.

    Signals:
        chosen: a word of the facet, or an empty text for all.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, title: str, offered: Sequence[Choice], chosen: str = _ALL
    ) -> None:
        super().__init__(theme, title)
        self._title = title
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self.setCheckable(True)
        self.setAccessibleName(self._title)
        self._add(_ALL, pgettext("filter", "All"), self._title)
        self._menu.addSeparator()
        for each in offered:
            counted = _("{choice} ({count})").format(choice=each.label, count=each.count)
            self._add(each.word, counted, each.label)
        self._group.actions()[0].setChecked(True)
        self.setMenu(self._menu)
        self.choose(chosen)

    def clear(self) -> None:
        """Choose all, silently."""
        self._group.actions()[0].setChecked(True)
        self._show(_ALL, self._title)

    def choose(self, word: str) -> None:
        """Show a word as chosen, silently; one that is not offered changes nothing."""
        for action in self._group.actions():
            offered, label = action.data()
            if offered == word:
                action.setChecked(True)
                self._show(word, label)

    def nextCheckState(self) -> None:
        """Stay as it is: only a choice from the menu turns the filter on or off."""

    def _add(self, word: str, text: str, label: str) -> None:
        action = self._menu.addAction(text)
        action.setData((word, label))
        action.setCheckable(True)
        action.triggered.connect(partial(self._choose, word, label))
        self._group.addAction(action)

    def _choose(self, word: str, label: str) -> None:
        self._show(word, label)
        self.chosen.emit(word)

    def _show(self, word: str, label: str) -> None:
        self.setChecked(bool(word))
        self.setText(label)
        spoken = _("{filter}: {choice}").format(filter=self._title, choice=label)
        self.setAccessibleName(spoken if word else self._title)


class LibraryFilters(QWidget):
    """All filters: the chips, and the menus beside them where there is room, else beneath.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chosen: dict[Facet, str] = {}
        self._mine = _ALL
        self._chips = FlowLayout(_GAP)
        self._menus = FlowLayout(_GAP)
        self._group = QButtonGroup(self)
        row = BesideLayout(self._least_beside, _BETWEEN, _GAP)
        for line, share in ((self._chips, 1), (self._menus, 0)):
            place = QWidget()
            place.setLayout(line)
            row.add(place, share)
        self.setLayout(row)
        self._group.buttonClicked.connect(self._choose_purpose)

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
        self._add_chip(Choice(_ALL, pgettext("purpose", "All"), len(exercises)))
        for facet, offered in offers.items():
            if facet is Facet.PURPOSE:
                for each in offered:
                    self._add_chip(each)
            elif len(offered) > 1:
                chosen = self._chosen.get(facet, _ALL)
                self._add_menu(facet_label(facet), offered, chosen, partial(self._choose, facet))
        if mine:
            self._add_menu(pgettext("filter", "Mine"), mine, self._mine, self._choose_mine)
        self._show_purpose()

    def clear(self) -> None:
        """Choose nothing, silently."""
        self._chosen.clear()
        self._mine = _ALL
        self._show_purpose()
        for button in self.findChildren(FacetButton):
            button.clear()

    def loosen(self, facet: Facet) -> None:
        """Choose nothing of a facet."""
        self._choose(facet, _ALL)

    def _least_beside(self) -> float:
        """Return the width in which chips and menus have room in one line."""
        return self._chips.sizeHint().width() + _BETWEEN + self._menus.sizeHint().width()

    def _take_away(self, offers: Mapping[Facet, Sequence[Choice]], mine: Sequence[Choice]) -> None:
        """Take all filters away, and what is chosen but no longer offered."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        self._chips.clear()
        self._menus.clear()
        for facet, word in list(self._chosen.items()):
            if word not in {each.word for each in offers[facet]}:
                del self._chosen[facet]
        if self._mine not in {each.word for each in mine}:
            self._mine = _ALL

    def _add_chip(self, choice: Choice) -> None:
        text = _("{purpose} {count}").format(purpose=choice.label, count=choice.count)
        chip = Chip(self._theme, text)
        chip.setProperty("purpose", choice.word)
        self._group.addButton(chip)
        self._chips.addWidget(chip)

    def _add_menu(
        self, title: str, offered: Sequence[Choice], chosen: str, take: Callable[[str], None]
    ) -> None:
        button = FacetButton(self._theme, title, offered, chosen)
        button.chosen.connect(take)
        self._menus.addWidget(button)

    def _show_purpose(self) -> None:
        wanted = self._chosen.get(Facet.PURPOSE, _ALL)
        for chip in self._group.buttons():
            chip.setChecked(str(chip.property("purpose")) == wanted)

    def _choose_purpose(self, chip: QAbstractButton) -> None:
        self._choose(Facet.PURPOSE, str(chip.property("purpose")))

    def _choose_mine(self, word: str) -> None:
        self._mine = word
        self.changed.emit()

    def _choose(self, facet: Facet, word: str) -> None:
        self._chosen.pop(facet, None)
        if word:
            self._chosen[facet] = word
        self.changed.emit()
