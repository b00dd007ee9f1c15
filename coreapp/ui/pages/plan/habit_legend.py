"""What the marks at the dates mean."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coreapp.services.plan_day_words import habit_legend
from coreapp.services.plan_items import DayItem
from coreapp.ui.pages.plan.item_signs import icon_of
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label

_INDENT: Final = 4


class HabitLegend(QWidget):
    """An icon and its words for each daily habit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words: tuple[str, ...] = ()
        self._flow = FlowLayout(20, 4)
        self.setLayout(self._flow)

    def set_indent(self, pixels: int) -> None:
        """Begin where the days do."""
        self.setContentsMargins(pixels + _INDENT, 0, 0, 0)

    def show_habits(self, items: Iterable[DayItem]) -> None:
        """Show what habits mean, each once; hide without any."""
        habits = {each.entry: each for each in items}
        words = tuple(habit_legend(each) for each in habits.values())
        if words == self._words:
            return
        self._words = words
        self._flow.clear()
        for item, text in zip(habits.values(), words, strict=True):
            each = QWidget()
            row = QHBoxLayout(each)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(IconLabel(self._theme, icon_of(item), "ink2", 14))
            row.addWidget(make_label(text, Type.CAPTION, "ink2"))
            self._flow.addWidget(each)
        self.setVisible(bool(words))
