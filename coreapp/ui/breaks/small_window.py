"""Where no tray is: a small window with the ring, the minutes and what can be done.

It stays in the list of windows, with the minutes in its title, also while it is minimised.
"""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.sitting.facts import Fact
from coreapp.i18n import _
from coreapp.services.break_words import explanation, headline
from coreapp.services.ports import Clock
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.ui.breaks.break_menu import BreakMenu, Hint, TrayAction
from coreapp.ui.breaks.ring_icon import ring_icon, same_icon
from coreapp.ui.breaks.ring_look import RingLook, ring_look
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.sitting_ring import SittingRing

RING = 124
_TEXT_WIDTH = 232
_MARGIN = 16
_FROM_EDGE = 48
"""Room for its frame, and for a bar at the edge of the screen."""


class SmallWindow(QWidget):
    """Reached by its place on the screen, and from the list of windows.

    Signals:
        open_requested: the large window is wanted.
        quit_requested: the program is to end.
        failed: a `CoreappError`.
    """

    open_requested = Signal()
    quit_requested = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, breaks: SittingBreaks, clock: Clock, hint: Hint) -> None:
        super().__init__()
        self._theme = theme
        self._breaks = breaks
        self._clock = clock
        self._hint = hint
        self._look: RingLook | None = None
        self._gone = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.CustomizeWindowHint
            | Qt.WindowType.WindowTitleHint
            | Qt.WindowType.WindowMinimizeButtonHint
            | Qt.WindowType.WindowCloseButtonHint
        )
        self._menu = BreakMenu(breaks, clock, hint)
        self._ring = SittingRing(theme, RING)
        self._headline = make_text("", Type.BODY_STRONG)
        self._why = make_text("", Type.CAPTION, "ink2")
        self._now = Button(theme, _("Break now"), ButtonKind.PRIMARY)
        self._later = Button(theme, _("Later"))
        self._open = Button(theme, _("Open"))
        self._more = Button(theme, _("More"), ButtonKind.QUIET)
        self._lay_out()
        self._now.clicked.connect(self._menu.action(TrayAction.BREAK_NOW).trigger)
        self._later.clicked.connect(self._menu.action(TrayAction.LATER).trigger)
        self._open.clicked.connect(self.open_requested)
        self._more.setMenu(self._menu.menu)
        self._menu.open_requested.connect(self.open_requested)
        self._menu.quit_requested.connect(self.quit_requested)
        self._menu.failed.connect(self.failed)
        theme.changed.connect(self._repaint)
        breaks.listen(self._note)
        self.refresh()

    @property
    def entries(self) -> BreakMenu:
        """What its menu offers."""
        return self._menu

    def refresh(self) -> None:
        """Show where sitting stands now."""
        view = self._breaks.view()
        zone = ZoneInfo(self._clock.zone())
        look = ring_look(view)
        self._ring.show_state(look.state, look.share, look.texts)
        if not same_icon(self._look, look):
            self.setWindowIcon(ring_icon(look, self._theme.tokens, self._theme.fonts.family))
        self._look = look
        title = headline(view, zone)
        self._headline.setText(title)
        self._why.setText(self._hint(view) or explanation(view, zone))
        self._menu.prepare()
        later = self._menu.action(TrayAction.LATER)
        self._later.setToolTip(later.text())
        self._later.setVisible(later.isVisible())
        self._now.setEnabled(self._menu.action(TrayAction.BREAK_NOW).isEnabled())
        # In a list of windows only the beginning of a title is seen.
        figure = f"{look.texts.figure} {look.texts.below}".strip()
        self.setWindowTitle(f"{figure} · {title}")

    def saved_state(self) -> str:
        """Return its place on the screen as plain data."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_state(self, state: Mapping[str, object], key: str) -> None:
        """Bring it to the place it had; the first time to a corner where it covers little."""
        place = state.get(key)
        if isinstance(place, str) and self.restoreGeometry(
            QByteArray.fromBase64(QByteArray(place.encode("utf-8")))
        ):
            return
        self.adjustSize()
        room = self.screen().availableGeometry()
        corner = room.bottomRight() - self.rect().bottomRight()
        # Where windows cannot be placed, nothing comes of it.
        self.move(corner - QPoint(_FROM_EDGE, _FROM_EDGE))

    def appear(self) -> None:
        """Show it without taking the keyboard from anybody."""
        self.refresh()
        self.adjustSize()
        self._stay_on_screen()
        self.show()

    def let_go(self) -> None:
        """Be seen no more, for good."""
        self._gone = True
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep its buttons in reach when its texts grow."""
        super().resizeEvent(event)
        if self.isVisible():
            self._stay_on_screen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay in the list of windows: it is the only way to the program. Its menu can quit."""
        event.ignore()
        self.showMinimized()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addStretch(1)
        for text in (self._headline, self._why):
            text.setFixedWidth(self._theme.fonts.pixels(_TEXT_WIDTH))
            texts.addWidget(text)
        texts.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(_MARGIN)
        top.addWidget(self._ring)
        top.addLayout(texts, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._now, self._later, self._open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addLayout(top)
        column.addLayout(buttons)

    def _stay_on_screen(self) -> None:
        """Come back onto the screen: its place may be that of a smaller window, or screen."""
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        place, last = self.pos(), room.bottomRight() - (frame.bottomRight() - frame.topLeft())
        place.setX(max(room.left(), min(place.x(), last.x())))
        place.setY(max(room.top(), min(place.y(), last.y())))
        if place != self.pos():
            self.move(place)

    def _note(self, _facts: Sequence[Fact]) -> None:
        # The breaks tell it still when Qt's part of it is deleted.
        if not self._gone and self.isVisible():
            self.refresh()

    def _repaint(self) -> None:
        self._look = None
        if not self._gone and self.isVisible():
            self.refresh()
