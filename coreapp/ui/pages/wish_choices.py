"""What a wish for a few minutes is chosen with: minutes, and round buttons with a menu each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from coreapp.i18n import _, format_minutes, pgettext
from coreapp.services.vocabulary import area_label
from coreapp.ui.pages.hurts_menu import HurtsMenu
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import FilterButton
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.segmented import SegmentedChoice

LENGTHS: Final = (2, 5, 10, 20)
"""The minutes somebody may have, as they are asked for."""

OTHER_LENGTHS: Final = (3, 7, 15, 30, 45, 60)
"""Minutes, behind the last of the choices."""

_OTHER: Final = "other"


class MinutesChoice(SegmentedChoice):
    """The usual minutes side by side; the last choice opens a menu of others.

    Signals:
        picked: other minutes were chosen.
    """

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._picked = LENGTHS[0]
        self._menu = QMenu(self)
        for each in OTHER_LENGTHS:
            action = self._menu.addAction(_in_minutes(each))
            action.setData(each)
        self._menu.triggered.connect(self._pick_action)
        self._menu.aboutToHide.connect(self._show_picked)
        self.setAccessibleName(_("I have a few minutes"))
        self.set_options([*((str(each), _in_minutes(each)) for each in LENGTHS), (_OTHER, "…")])
        self._last = self.findChildren(QPushButton)[-1]
        self._last.setAccessibleName(_("Other lengths"))
        self.chosen.connect(self._take)

    @property
    def minutes(self) -> int:
        """How many minutes are chosen."""
        return self._picked

    @property
    def menu(self) -> QMenu:
        """The menu of the others."""
        return self._menu

    def _take(self, value: str) -> None:
        if value == _OTHER:
            below = self.mapToGlobal(QPoint(self.width() // 2, self.height() + 4))
            self._menu.popup(below)
        else:
            self._pick(int(value))

    def _pick_action(self, action: QAction) -> None:
        self._pick(int(action.data()))

    def _pick(self, minutes: int) -> None:
        self._picked = minutes
        self._show_picked()
        self.picked.emit(minutes)

    def _show_picked(self) -> None:
        """Show what is chosen; the last choice bears its minutes where it is one of the others."""
        is_other = self._picked not in LENGTHS
        self.choose(_OTHER if is_other else str(self._picked))
        self._last.setText(_in_minutes(self._picked) if is_other else "…")


class MenuChoice(FilterButton):
    """One of a few, from a menu; the button shows which.

    Signals:
        chosen: its value.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, title: str, options: Sequence[tuple[str, str]], chosen: str
    ) -> None:
        super().__init__(theme, "", filled=True)
        self._title = title
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self._value = ""
        for value, text in options:
            action = self._menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            self._group.addAction(action)
        self.setMenu(self._menu)
        self._group.triggered.connect(self._choose)
        self.choose(chosen)

    def value(self) -> str:
        """Return the chosen value."""
        return self._value

    def choose(self, value: str) -> None:
        """Show a value as chosen, silently; an unknown one changes nothing."""
        for action in self._group.actions():
            if action.data() == value:
                action.setChecked(True)
                self._value = value
                self.setText(action.text())
                spoken = _("{filter}: {choice}").format(filter=self._title, choice=action.text())
                self.setAccessibleName(spoken)

    def _choose(self, action: QAction) -> None:
        self.choose(str(action.data()))
        self.chosen.emit(self._value)


class SparedChoice(FilterButton):
    """The body areas to be spared today, any number of them.

    Signals:
        changed: others are to be spared.
    """

    changed = Signal()

    def __init__(self, theme: Theme, areas: Sequence[str]) -> None:
        super().__init__(theme, "", filled=True)
        self._menu = QMenu(self)
        for area in areas:
            action = self._menu.addAction(area_label(area))
            action.setCheckable(True)
            action.setData(area)
        self._hurts: HurtsMenu | None = None
        self.setMenu(self._menu)
        self._menu.triggered.connect(self._change)
        self._show()

    def take_hurts(self, hurts: HurtsMenu) -> None:
        """Ask for what hurts as well; that is kept for the day, and breaks leave it out, too."""
        self._hurts = hurts
        self._menu.addSeparator()
        self._menu.addMenu(hurts)
        hurts.setParent(self, hurts.windowFlags())
        hurts.changed.connect(self._change)

    def refresh(self) -> None:
        """Show what hurts today."""
        if self._hurts is not None:
            self._hurts.refresh()
        self._show()

    def areas(self) -> frozenset[str]:
        """Return what is to be spared."""
        return frozenset(str(each.data()) for each in self._menu.actions() if each.isChecked())

    def _change(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        spared = [each.text() for each in self._menu.actions() if each.isChecked()]
        spared += self._hurts.said if self._hurts is not None else []
        text = _("Not today: {count}").format(count=len(spared))
        self.setText(text if spared else pgettext("button", "Not today…"))
        self.setAccessibleName(_("Body areas to be spared today"))
        self.setToolTip(", ".join(spared))


class ChoiceLines(QWidget):
    """Choices side by side, in as many lines as they need; none of them is cut off."""

    def __init__(self, *choices: QWidget) -> None:
        super().__init__()
        self._lines = FlowLayout(8, 8)
        for each in choices:
            self._lines.addWidget(each)
        self.setLayout(self._lines)

    def add(self, choice: QWidget) -> None:
        """Add a choice at the end."""
        self._lines.addWidget(choice)

    def remove(self, choice: QWidget) -> None:
        """Let another layout have a choice."""
        self._lines.remove(choice)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height that the present width needs."""
        hint = super().minimumSizeHint()
        if self.width() > 0:
            hint.setHeight(max(hint.height(), self._lines.heightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout that another width may mean another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def _in_minutes(minutes: int) -> str:
    return format_minutes(minutes * 60)
