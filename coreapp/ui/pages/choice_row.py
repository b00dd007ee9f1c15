"""One of a few above a list: chips where a line of them fits, else one button with a menu."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QMenu, QWidget

from coreapp.i18n import _
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.buttons import Chip, FilterButton
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.folding import Folding
from coreapp.ui.widgets.scrolled import grow

_GAP: Final = 8
_BETWEEN: Final = 24


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen.

    Attributes:
        word: what it stands for; the first of several stands for all of them.
        text: on the chip and in the menu.
        label: on the button when it is chosen; empty for the text.
    """

    word: str
    text: str
    label: str = ""


class MenuFilter(FilterButton):
    """A filter with a menu; it shows what is chosen from it, and its title where that is all.

    Signals:
        chosen: the word of an option.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, title: str, options: Sequence[Option]) -> None:
        """Make the button.

        Args:
            theme: the look.
            title: what is chosen.
            options: what there is to choose; the first one is chosen, and stands for all.
        """
        super().__init__(theme, title)
        self._title = title
        self._options = {each.word: each for each in options}
        self._all = options[0].word
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        self.setCheckable(True)
        for number, each in enumerate(options):
            if number == 1:
                menu.addSeparator()
            action = menu.addAction(each.text)
            action.setData(each.word)
            action.setCheckable(True)
            self._group.addAction(action)
        self.setMenu(menu)
        self._group.triggered.connect(self._take)
        self.choose(self._all)

    def clear(self) -> None:
        """Choose all, silently."""
        self.choose(self._all)

    def choose(self, word: str) -> None:
        """Show a word as chosen, silently; one that is not offered changes nothing."""
        option = self._options.get(word)
        if option is None:
            return
        for action in self._group.actions():
            action.setChecked(action.data() == word)
        is_all = word == self._all
        label = self._title if is_all else option.label or option.text
        spoken = _("{filter}: {choice}").format(filter=self._title, choice=label)
        self.setChecked(not is_all)
        self.setText(label)
        self.setAccessibleName(self._title if is_all else spoken)

    def nextCheckState(self) -> None:
        """Stay as it is: only a choice from the menu turns the filter on or off."""

    def _take(self, action: QAction) -> None:
        self.choose(str(action.data()))
        self.chosen.emit(str(action.data()))


class ChoiceRow(Folding):
    """The choice, and other filters beside it where there is room, else beneath.

    Signals:
        chosen: the word of an option.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, title: str, most_lines: int = 1) -> None:
        """Make an empty row.

        Args:
            theme: the look.
            title: what is chosen; it stands on the button.
            most_lines: so many lines the chips may fill.
        """
        super().__init__()
        self._theme = theme
        self._title = title
        self._most_lines = most_lines
        self._chips = FlowLayout(_GAP)
        self._others = FlowLayout(_GAP)
        self._chip_place = QWidget()
        self._group = QButtonGroup(self)
        self._menu: MenuFilter | None = None
        row = BesideLayout(self._least_beside, _BETWEEN, _GAP)
        other_place = QWidget()
        for line, place, share in (
            (self._chips, self._chip_place, 1),
            (self._others, other_place, 0),
        ):
            place.setLayout(line)
            row.add(place, share)
        self.setLayout(row)
        self._group.buttonClicked.connect(self._take_chip)

    @property
    def word(self) -> str:
        """What is chosen; an empty text where nothing is offered."""
        chip = self._group.checkedButton()
        return "" if chip is None else _word_of(chip)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer other options, of which the first is chosen; all other filters go."""
        for chip in self._group.buttons():
            self._group.removeButton(chip)
        self._chips.clear()
        self._others.clear()
        self._menu = None
        for each in options:
            chip = Chip(self._theme, each.text)
            chip.setProperty("word", each.word)
            self._group.addButton(chip)
            self._chips.addWidget(chip)
        if options:
            self._menu = MenuFilter(self._theme, self._title, options)
            self._menu.hide()
            self._menu.chosen.connect(self._take)
            self._others.addWidget(self._menu)
            self.choose(options[0].word)
        self.fold()

    def add(self, other: QWidget) -> None:
        """Add another filter behind those that are there."""
        self._others.addWidget(other)

    def choose(self, word: str) -> None:
        """Show a word as chosen, silently; one that is not offered changes nothing."""
        for chip in self._group.buttons():
            if _word_of(chip) == word:
                chip.setChecked(True)
        if self._menu is not None:
            self._menu.choose(word)

    def fold(self) -> None:
        """Let a menu stand for chips that there is no room for.

        What one has come for is beneath: with large text, lines of chips would fill the window.
        """
        if self._menu is not None:
            is_folded = self._chips.line_count(self.width()) > self._most_lines
            was_folded = self._chip_place.isHidden()
            self._chip_place.setHidden(is_folded)
            self._menu.setVisible(is_folded)
            if is_folded is not was_folded:
                grow(self)  # it may be a line higher or lower now: what is beneath has to move

    def _least_beside(self) -> float:
        """Return the width in which all of it has room in one line."""
        return self._chips.sizeHint().width() + _BETWEEN + self._others.sizeHint().width()

    def _take_chip(self, chip: QAbstractButton) -> None:
        self._take(_word_of(chip))

    def _take(self, word: str) -> None:
        self.choose(word)
        self.chosen.emit(word)


def _word_of(chip: QAbstractButton) -> str:
    return str(chip.property("word"))
