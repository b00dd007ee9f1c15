"""A window that covers one screen during the break: ground, keys, and the way out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from coreapp.i18n import _
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.held_key import HeldKey
from coreapp.ui.player.tide import TideGround
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme

ESC_SECONDS: Final = 1.0
DEAF_SECONDS: Final = 1.0

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchEnd,
    }
)
_WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Place:
    """A screen that is to be covered.

    Attributes:
        name: tells it from the other screens.
    """

    name: str
    screen: QScreen
    geometry: QRect


def places_now() -> list[Place]:
    """Return the screens there are, the primary one first."""
    primary = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda each: each is not primary)
    return [
        Place(f"{index if not each.name() else ''}{each.name()}", each, each.geometry())
        for index, each in enumerate(screens)
    ]


class BreakGround(TideGround):
    """Covers a screen; hands on the keys that are pressed, and lets go when Esc is held.

    Keys and clicks of the first second are ignored: they were meant for something else. Esc is
    heard from the first moment on.

    Signals:
        answered: a `BreakAnswer`.
        pressed: a `Qt.Key`, and whether Shift was held.
    """

    answered = Signal(object)
    pressed = Signal(object, bool)

    def __init__(self, theme: Theme, is_deaf: Callable[[], bool]) -> None:
        super().__init__(theme)
        self.theme = theme
        self._is_deaf = is_deaf
        self._painted: Callable[[], None] | None = None
        self._given_back = False
        self._place: Place | None = None
        self._esc = HeldKey(ESC_SECONDS, self)
        self.setWindowTitle(_("Sitting break"))
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rest()
        self._esc.held.connect(self._leave)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setWindowTitle(_("Sitting break"))

    @property
    def place(self) -> Place | None:
        """The screen it covers; None before it covers one."""
        return self._place

    def rest(self) -> None:
        """Have the ground of a break in which nothing is played."""
        self.show_look(PhaseLook.REST)
        self.show_level(1.0)

    def cover(self, place: Place) -> None:
        """Fill a screen, also another one than before, or the same in another size."""
        if place == self._place and self.isVisible():
            return
        if self._place is not None:
            # A window that fills one screen is not moved to another by every window system.
            self.hide()
        self._place = place
        self.setScreen(place.screen)
        self.setGeometry(place.geometry)
        self.showFullScreen()

    def give_back(self) -> None:
        """Go away, and answer nothing."""
        self._given_back = True
        self.close()
        self.deleteLater()

    def watch_paints(self, painted: Callable[[], None]) -> None:
        """Call `painted` with every paint."""
        self._painted = painted

    def guard(self, *widgets: QWidget) -> None:
        """Keep the input of the first second from some widgets."""
        for each in widgets:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what was meant for something else; Esc is the window's own."""
        if event.type() in _INPUT and self._is_deaf():
            return not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and say that painting works."""
        super().paintEvent(event)
        if self._painted is not None:
            self._painted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on a key, or begin to leave."""
        if event.key() == Qt.Key.Key_Escape:
            self._esc.press()
        elif not (event.isAutoRepeat() or self._is_deaf() or event.modifiers() & _WITH_OTHERS):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.pressed.emit(Qt.Key(event.key()), shift)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stay, if Esc was let go too early."""
        if event.key() == Qt.Key.Key_Escape:
            self._esc.release()
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the break when the window is closed by anybody but the program."""
        self._esc.forget()
        super().closeEvent(event)
        if not self._given_back:
            self._leave()

    def _leave(self) -> None:
        self.answered.emit(BreakAnswer.LEFT)
