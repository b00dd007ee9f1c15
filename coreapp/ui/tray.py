"""The icon in the tray: the ring with its minutes, the reason in words, and what can be done.

It follows the breaks by their own news and has no timer, so resting there costs no wake-ups.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from coreapp.domain.errors import CoreappError
from coreapp.domain.sitting.facts import Fact
from coreapp.domain.sitting.view import PromptLook
from coreapp.i18n import _
from coreapp.services.break_words import explanation, headline
from coreapp.services.ports import Clock
from coreapp.services.sitting_breaks import Answer, SittingBreaks
from coreapp.ui.breaks.pausing import PauseMenu, is_paused
from coreapp.ui.breaks.ring_look import RingLook, ring_look
from coreapp.ui.theme.theme import Theme
from coreapp.ui.theme.tokens import Tokens
from coreapp.ui.widgets.sitting_ring import RingState

SIZES: Final = (22, 24, 32, 44, 48, 64)
REMINDER_MS: Final = 15_000
_COLOURS: Final = {
    RingState.SITTING: "rest",
    RingState.DUE: "ready",
    RingState.OWED: "ready",
    RingState.IN_BREAK: "done",
    RingState.PAUSED: "border",
}


class TrayAction(StrEnum):
    """The entries of the menu."""

    BREAK_NOW = "break_now"
    LATER = "later"
    RESUME = "resume"
    PAUSE = "pause"
    ALREADY_STOOD = "already_stood"
    OPEN = "open"
    QUIT = "quit"


class TrayIcon(QSystemTrayIcon):
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

    def __init__(self, theme: Theme, breaks: SittingBreaks, clock: Clock) -> None:
        super().__init__()
        self._theme = theme
        self._breaks = breaks
        self._clock = clock
        self._shown: tuple[RingLook, str] | None = None
        self._pausing = PauseMenu(breaks, clock, self)
        self._menu = QMenu()
        self._pause_menu = QMenu()
        self._actions: dict[TrayAction, QAction] = {}
        self._make_menu()
        self._menu.aboutToShow.connect(self._prepare_menu)
        self._pausing.failed.connect(self.failed)
        self.activated.connect(self._activate)
        self.messageClicked.connect(self.reminder_clicked)
        theme.changed.connect(self._repaint)
        breaks.listen(self._note)

    @property
    def available(self) -> bool:
        """Whether this desktop has a tray; without one the icon is seen nowhere."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def menu(self) -> QMenu:
        """The menu of the icon."""
        return self._menu

    def action(self, which: TrayAction) -> QAction:
        """Return an entry of the menu."""
        return self._actions[which]

    def refresh(self) -> None:
        """Show where sitting stands now."""
        view = self._breaks.view()
        zone = ZoneInfo(self._clock.zone())
        look = ring_look(view)
        tip = f"{headline(view, zone)}\n{explanation(view, zone)}"
        if self._shown is None or self._shown[0] != look:
            self.setIcon(ring_icon(look, self._theme.tokens, self._theme.fonts.family))
        if self._shown is None or self._shown[1] != tip:
            self.setToolTip(tip)
        self._shown = (look, tip)
        self._prepare_menu()

    def rebuild(self) -> None:
        """Write everything anew, in the language of now."""
        self._make_menu()
        self._shown = None
        self.refresh()

    def show_reminder(self, title: str, text: str) -> bool:
        """Show a message that asks for nothing; tell whether this desktop can."""
        if not (self.available and QSystemTrayIcon.supportsMessages()):
            return False
        self.showMessage(title, text, self.icon(), REMINDER_MS)
        return True

    def _make_menu(self) -> None:
        menu = self._menu
        menu.clear()
        self._add(TrayAction.BREAK_NOW, _("Break now"), self._break_now)
        self._add(TrayAction.LATER, _("Later"), self._snooze)
        self._add(TrayAction.RESUME, _("Resume"), self._pausing.resume)
        self._pause_menu = menu.addMenu(_("Pause for"))
        self._actions[TrayAction.PAUSE] = self._pause_menu.menuAction()
        self._pausing.fill(self._pause_menu)
        self._add(TrayAction.ALREADY_STOOD, _("I already stood"), self._already_stood)
        menu.addSeparator()
        self._add(TrayAction.OPEN, _("Open Coreapp"), self.open_requested.emit)
        self._add(TrayAction.QUIT, _("Quit"), self.quit_requested.emit)
        self.setContextMenu(menu)
        self._prepare_menu()

    def _add(self, which: TrayAction, text: str, carry_out: Callable[[], None]) -> None:
        self._actions[which] = self._menu.addAction(text, carry_out)

    def _prepare_menu(self) -> None:
        """Offer what makes sense now."""
        view = self._breaks.view()
        paused = is_paused(view)
        can_snooze = (
            view is not None
            and view.prompt is not PromptLook.CLOSED
            and round(view.snooze_left_minutes) > 0
        )
        self._actions[TrayAction.LATER].setVisible(can_snooze)
        self._actions[TrayAction.RESUME].setVisible(paused)
        self._actions[TrayAction.PAUSE].setVisible(not paused)
        for which in (TrayAction.BREAK_NOW, TrayAction.PAUSE, TrayAction.ALREADY_STOOD):
            self._actions[which].setEnabled(view is not None)

    def _note(self, _facts: Sequence[Fact]) -> None:
        self.refresh()

    def _repaint(self) -> None:
        if self._shown is not None:
            self._shown = None
            self.refresh()

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_requested.emit()

    def _break_now(self) -> None:
        self._answer(Answer.STAND)

    def _already_stood(self) -> None:
        self._answer(Answer.ALREADY_STOOD)

    def _answer(self, answer: Answer) -> None:
        try:
            self._breaks.answer(answer)
        except CoreappError as error:
            self.failed.emit(error)

    def _snooze(self) -> None:
        try:
            self._breaks.snooze()
        except CoreappError as error:
            self.failed.emit(error)


def ring_icon(look: RingLook, tokens: Tokens, family: str) -> QIcon:
    """Return the ring with its minutes in all sizes that trays ask for."""
    icon = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ring(painter, float(size), look, tokens)
        _paint_minutes(painter, float(size), look, tokens, family)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _paint_ring(painter: QPainter, size: float, look: RingLook, tokens: Tokens) -> None:
    """Paint the ring on a disc of its own: the panel may be light or dark, whatever we are."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.card)
    painter.drawEllipse(QRectF(0, 0, size, size))
    stroke = size * 0.11
    box = QRectF(0, 0, size, size).adjusted(stroke, stroke, -stroke, -stroke)
    box.adjust(-stroke / 2, -stroke / 2, stroke / 2, stroke / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.line, stroke))
    painter.drawEllipse(box)
    pen = QPen(tokens.colour(_COLOURS[look.state]), stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(box, 90 * 16, -round(min(1.0, look.share) * 360 * 16))


def _paint_minutes(
    painter: QPainter, size: float, look: RingLook, tokens: Tokens, family: str
) -> None:
    """Paint the figure by its outline, centred by its ink; two bars while paused."""
    if look.state is RingState.PAUSED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.ink)
        for left in (0.36, 0.54):
            bar = QRectF(size * left, size * 0.33, size * 0.1, size * 0.34)
            painter.drawRoundedRect(bar, size * 0.03, size * 0.03)
        return
    font = QFont(family)
    font.setPixelSize(100)
    font.setWeight(QFont.Weight.Bold)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, look.texts.figure)
    ink = path.boundingRect()
    if ink.isEmpty():
        return
    scale = min(size * 0.56 / ink.width(), size * 0.42 / ink.height())
    painter.translate(size / 2, size / 2)
    painter.scale(scale, scale)
    painter.translate(-ink.center())
    painter.fillPath(path, tokens.ink)
