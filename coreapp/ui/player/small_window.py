"""The session in a small window that stays above others, where the system allows it."""

import logging
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.player_view import PlayerView
from coreapp.i18n import _
from coreapp.services.ports import StateFile
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.controls import keep_keys
from coreapp.ui.player.figure_stage import FigureStage
from coreapp.ui.player.movement import Pose
from coreapp.ui.player.tide import TideGround
from coreapp.ui.player.toggle import is_on, toggle_look
from coreapp.ui.player.words import PhaseTexts, Upcoming
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.big_digits import BigDigits
from coreapp.ui.widgets.buttons import IconButton, RoundButton
from coreapp.ui.widgets.labels import ElidingLabel
from coreapp.ui.widgets.phase_badge import PhaseBadge

logger = logging.getLogger(__name__)

WIDTH: Final = 440
HEIGHT: Final = 276
TOGGLE: Final = 52
DIGITS_SHARE: Final = 0.29
"""Height of the digits, of the window's."""

EDGE: Final = 24
"""How far from the screen's corner it first appears."""

_GEOMETRY: Final = "small_player"


class SmallWindow(TideGround):
    """Figure, time, exercise, side, what is next, and two buttons.

    Signals:
        toggle_requested, next_requested: a button was pressed, or the figure clicked.
        large_requested: the large window is wanted again; closing this one means that, too.
    """

    toggle_requested = Signal()
    next_requested = Signal()
    large_requested = Signal()

    def __init__(
        self, theme: Theme, art: FigureArt, title: str, obey: Callable[[QKeyEvent], bool]
    ) -> None:
        super().__init__(theme)
        self._obey = obey
        self._leaving = False
        self.setWindowTitle(title)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.badge = PhaseBadge(theme, 16)
        self.digits = BigDigits(theme, round(HEIGHT * DIGITS_SHARE))
        self.figure = FigureStage(theme, art)
        self.name = ElidingLabel("", Type.HEADING)
        self.facts = ElidingLabel("", Type.BODY)
        self.next_line = ElidingLabel("", Type.BODY, "ink2")
        self.toggle = RoundButton(theme, Icon.PAUSE, _("Pause"), TOGGLE)
        self.next = IconButton(theme, Icon.NEXT, "", "ink", player=True)
        self.large = IconButton(theme, Icon.FULL_SCREEN, "", player=True)
        self._name_all()

        self._lay_out()
        self._set_least()
        self.resize(theme.fonts.pixels(WIDTH), theme.fonts.pixels(HEIGHT))

        for button in (self.toggle, self.next, self.large):
            keep_keys(button)
        self.toggle.clicked.connect(self.toggle_requested)
        self.next.clicked.connect(self.next_requested)
        self.large.clicked.connect(self.large_requested)
        theme.changed.connect(self._set_least)

    def show_words(self, view: PlayerView, texts: PhaseTexts, upcoming: Upcoming) -> None:
        """Show all that changes by the second at most."""
        self.badge.show_phase(PhaseLook(view.phase.kind.value), texts.state or texts.badge)
        self.digits.show_text(texts.digits, _("{time} left").format(time=texts.digits))
        self.name.setText(texts.title)
        facts = (texts.side, texts.repetition, *texts.facts)
        self.facts.setText(" · ".join(filter(None, facts)))
        line = _("{caption}: {text}").format(caption=upcoming.caption, text=upcoming.text)
        self.next_line.setText(texts.hint or line)
        self.figure.set_description(texts.title)
        icon, word = toggle_look(view)
        self.toggle.set_icon(icon, _("{action} (Space)").format(action=word))

    def show_frame(self, view: PlayerView, pose: Pose) -> None:
        """Show all that changes from frame to frame."""
        self.figure.show_pose(pose)

    def close_now(self) -> None:
        """Close for good: the session's window goes, too."""
        self._leaving = True
        self.close()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for, as in the large window."""
        if not self._obey(event):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on figure or time as the space bar."""
        if event.button() is Qt.MouseButton.LeftButton and is_on(event, self.figure, self.digits):
            self.toggle_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the digits follow the window."""
        super().resizeEvent(event)
        self.digits.set_digit_height(self.height() * DIGITS_SHARE)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go back to the large window: the session is not over because this one is closed."""
        if not self._leaving:
            event.ignore()
            self.large_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()

    def _set_least(self) -> None:
        fonts = self._theme.fonts
        self.setMinimumSize(fonts.pixels(WIDTH * 0.8), fonts.pixels(HEIGHT * 0.85))

    def _name_all(self) -> None:
        self.next.set_icon(Icon.NEXT, _("Next (→)"))
        self.large.set_icon(Icon.FULL_SCREEN, _("Large window (W)"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.toggle)
        buttons.addWidget(self.next)
        buttons.addWidget(self.large)
        buttons.addStretch(1)
        time = QVBoxLayout()
        time.setSpacing(8)
        time.addWidget(self.badge)
        time.addWidget(self.digits)
        time.addStretch(1)
        time.addLayout(buttons)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.figure, 5)
        head.addLayout(time, 4)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        words.addWidget(self.next_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(6)
        column.addLayout(head, 1)
        column.addLayout(words)


class SmallMode(QObject):
    """Puts the small window in the place of the large one, and back, and remembers where it was.

    Signals:
        toggle_requested, next_requested: as in the window.
        changed: another of the two is seen now.
    """

    toggle_requested = Signal()
    next_requested = Signal()
    changed = Signal()

    def __init__(self, make: Callable[[], SmallWindow], large: QWidget) -> None:
        """Make the small window with `make` when it is first wanted."""
        super().__init__(large)
        self._make = make
        self._large = large
        self._state: StateFile | None = None
        self.window: SmallWindow | None = None
        self.is_on = False

    def keep_place_in(self, state: StateFile) -> None:
        """Remember across sessions where the small window was."""
        self._state = state

    def switch(self) -> None:
        """Show the other one of the two windows."""
        if self.is_on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Show the small window instead of the large one."""
        if self.is_on:
            return
        self.is_on = True
        if self.window is None:
            self.window = self._made()
        self.changed.emit()
        self.window.show()
        self.window.activateWindow()
        self.window.setFocus()
        self._large.hide()

    def leave(self) -> None:
        """Show the large window again."""
        if not self.is_on or self.window is None:
            return
        self.is_on = False
        self._keep_place(self.window)
        self._large.show()
        self._large.raise_()
        self._large.activateWindow()
        self._large.setFocus()
        self.window.hide()
        self.changed.emit()

    def close(self) -> None:
        """Have no small window any more."""
        if self.window is not None:
            if self.is_on:
                self._keep_place(self.window)
            self.window.close_now()
            self.window, self.is_on = None, False

    def _made(self) -> SmallWindow:
        window = self._make()
        window.toggle_requested.connect(self.toggle_requested)
        window.next_requested.connect(self.next_requested)
        window.large_requested.connect(self.leave)
        kept = self._state.load().get(_GEOMETRY) if self._state is not None else None
        if isinstance(kept, str):
            geometry = QByteArray.fromBase64(QByteArray(kept.encode("ascii", "ignore")))
            if window.restoreGeometry(geometry):
                return window
        window.setGeometry(_corner(window))
        return window

    def _keep_place(self, window: SmallWindow) -> None:
        if self._state is None:
            return
        geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        try:
            self._state.save({**self._state.load(), _GEOMETRY: geometry})
        except CoreappError as error:
            logger.warning("the place of the small window is not saved: %s", error)


def _corner(window: QWidget) -> QRect:
    """Return where it first appears: in the corner that is farthest from menus and text."""
    screen = QGuiApplication.primaryScreen().availableGeometry()
    place = window.geometry()
    place.moveBottomRight(screen.bottomRight())
    return place.translated(-EDGE, -2 * EDGE)
