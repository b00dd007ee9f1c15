"""The head of a routine's card: what it is called, and what can be done with it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coreapp.ui.pages.short_buttons import ShortButtons
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text

_GAP: Final = 16
_BETWEEN: Final = 8
_NAME: Final = 320
"""Room that is kept for a name beside its buttons before these leave out their words, in pixels.

Of a shorter name as well: in a list of cards all of them have their words, or none.
"""


class CardHead(QWidget):
    """A name with its buttons at the end of its row.

    Where a usual name and the buttons have no room side by side, buttons that have an icon show
    this alone.
    They go below the name only where a word of it would be broken.

    Args:
        theme: the look.
        name: of the routine.
        length: how long it takes.
    """

    def __init__(self, theme: Theme, name: str, length: str) -> None:
        super().__init__()
        self._theme = theme
        self._room = 0
        self._name = make_text(name, Type.HEADING)
        self._buttons: list[QWidget] = []
        self._short = ShortButtons()
        self._others: dict[Button, tuple[str, str]] = {}
        words, self._flow = QWidget(), FlowLayout(_BETWEEN)
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(2)
        texts.addWidget(self._name)
        texts.addWidget(make_label(length, Type.BODY, "ink2"))
        flow = QWidget()
        flow.setLayout(self._flow)
        flow.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        ends = QWidget()
        at_the_end = QHBoxLayout(ends)
        at_the_end.setContentsMargins(0, 0, 0, 0)
        at_the_end.addStretch(1)  # also where they stand below the name
        at_the_end.addWidget(flow)
        row = BesideLayout(lambda: 0.0, _GAP, _BETWEEN)
        row.add(words)
        row.add(ends, 0)
        self.setLayout(row)
        theme.changed.connect(self._fit)

    def add_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Add what can be done, from the least to the most important."""
        for button in buttons:
            self._buttons.append(button)
            self._flow.addWidget(button)

    def say(self, button: Button, text: str, icon: Icon, other: str = "") -> None:
        """Give a button a text that it can do without.

        Args:
            button: which one.
            text: what it says now.
            icon: what it shows when it does without.
            other: what it says at other times; room is kept for the longer one, so that a card
                that is unfolded has its words where the others have theirs.
        """
        self._others[button] = text, other
        self._short.say(button, text, icon)
        self._fit()

    def fit(self, width: int) -> None:
        """Leave out words, or have them again, for a width that it gets only now.

        Were it done when it has that width, everything around it would be laid out twice.
        """
        self._room = width
        self._fit()

    def _fit(self) -> None:
        if not self._room:
            return
        name = self._theme.fonts.pixels(_NAME)
        needed = name + _GAP + self._short.full_width(self._buttons, _BETWEEN) + self._spare()
        self._short.shorten(is_short=self._room < needed)

    def _spare(self) -> int:
        """Return how much wider the buttons are with what they say at other times."""
        return sum(
            max(0, button.room_of(other) - button.room_of(text))
            for button, (text, other) in self._others.items()
        )
