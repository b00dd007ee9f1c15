"""The icon in the tray: the ring with its minutes, the reason in words, and what can be done.

It follows the breaks by their own news and has no timer, so resting there costs no wake-ups.

Qt's icon decides when it is made which kind of tray it is for: one made before the panel is there
never shows, one made afterwards does, and comes back by itself when the panel was gone for a while
(tried with PySide6 6.11 under X11). So it is made anew when a tray has come.
"""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from coreapp.domain.sitting.facts import Fact
from coreapp.domain.sitting.view import View
from coreapp.services.break_words import explanation, headline
from coreapp.services.ports import Clock
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.ui.breaks.break_menu import BreakMenu, Hint, TrayAction
from coreapp.ui.breaks.ring_icon import ring_icon, same_icon
from coreapp.ui.breaks.ring_look import RingLook, ring_look
from coreapp.ui.theme.theme import Theme

REMINDER_MS: Final = 15_000


def no_hint(_view: View | None) -> str:
    """Know nothing to do unseen."""
    return ""


class TrayIcon(QObject):
    """Where sitting stands, seen from anywhere.

    Signals:
        open_requested: the window is wanted.
        quit_requested: the program is to end.
        reminder_clicked: a message shown by `show_reminder` was clicked.
        failed: a `CoreappError`.
    """

    open_requested = Signal()
    quit_requested = Signal()
    reminder_clicked = Signal()
    failed = Signal(object)

    def __init__(
        self, theme: Theme, breaks: SittingBreaks, clock: Clock, hint: Hint = no_hint
    ) -> None:
        super().__init__()
        self._theme = theme
        self._breaks = breaks
        self._clock = clock
        self._hint = hint
        self._look: RingLook | None = None
        self._menu = BreakMenu(breaks, clock, hint)
        self._menu.open_requested.connect(self.open_requested)
        self._menu.quit_requested.connect(self.quit_requested)
        self._menu.failed.connect(self.failed)
        self._is_of_a_tray = self.available
        self._icon = self._make_icon()
        theme.changed.connect(self._repaint)
        breaks.listen(self._note)

    @property
    def available(self) -> bool:
        """Whether this desktop has a tray; without one the icon is seen nowhere."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def menu(self) -> QMenu:
        """The menu of the icon."""
        return self._menu.menu

    @property
    def entries(self) -> BreakMenu:
        """What the menu offers."""
        return self._menu

    def action(self, which: TrayAction) -> QAction:
        """Return an entry of the menu."""
        return self._menu.action(which)

    def icon(self) -> QIcon:
        """Return what is shown."""
        return self._icon.icon()

    def tool_tip(self) -> str:
        """Return what is said about it."""
        return self._icon.toolTip()

    def show(self) -> None:
        """Show the icon, if there is a tray by now."""
        if self.available and not self._is_of_a_tray:
            self._is_of_a_tray = True
            self._icon.deleteLater()
            self._icon = self._make_icon()
            self._look = None
            self.refresh()
        self._icon.show()

    def hide(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def refresh(self) -> None:
        """Show where sitting stands now; what looks as before is not sent to the panel again."""
        view = self._breaks.view()
        zone = ZoneInfo(self._clock.zone())
        state, hint = headline(view, zone), self._hint(view)
        look = ring_look(view)
        if not same_icon(self._look, look):
            self._look = look
            self._icon.setIcon(ring_icon(look, self._theme.tokens, self._theme.fonts.family))
        lines = state, explanation(view, zone), hint
        tip = "\n".join(line for line in lines if line)
        if tip != self._icon.toolTip():
            self._icon.setToolTip(tip)
        self._menu.prepare_for(view, state, hint)

    def rebuild(self) -> None:
        """Write everything anew, in the language of now."""
        self._menu.write()
        self._look = None
        self.refresh()

    def show_reminder(self, title: str, text: str) -> bool:
        """Show a message that asks for nothing; tell whether this desktop can."""
        if not (self.available and QSystemTrayIcon.supportsMessages()):
            return False
        self._icon.showMessage(title, text, self._icon.icon(), REMINDER_MS)
        return True

    def _make_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        icon.setContextMenu(self._menu.menu)
        icon.activated.connect(self._activate)
        icon.messageClicked.connect(self.reminder_clicked)
        return icon

    def _note(self, _facts: Sequence[Fact]) -> None:
        self.refresh()

    def _repaint(self) -> None:
        if self._look is not None:
            self._look = None
            self.refresh()

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_requested.emit()
