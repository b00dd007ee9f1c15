"""The keys of the player: one table for what they do and for the sheet that shows them."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coreapp.i18n import _, pgettext
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.key_cap import KeyCap
from coreapp.ui.widgets.labels import make_label

LARGE_TEXT: Final = 1.4
"""From here on the sheet has one column."""

LARGEST: Final = QSize(900, 520)


class Action(StrEnum):
    """What a key asks for."""

    TOGGLE = "toggle"
    PAUSE = "pause"
    NEXT = "next"
    BACK = "back"
    FORWARD = "forward"
    REWIND = "rewind"
    STOP_SET = "stop_set"
    RESTART = "restart"
    MUTE = "mute"
    FULL_SCREEN = "full_screen"
    DISTANCE = "distance"
    HELP = "help"
    LEAVE = "leave"


_ACTIONS: Final[dict[Qt.Key, Action]] = {
    Qt.Key.Key_Space: Action.TOGGLE,
    Qt.Key.Key_MediaTogglePlayPause: Action.TOGGLE,
    Qt.Key.Key_MediaPlay: Action.TOGGLE,
    Qt.Key.Key_MediaPause: Action.PAUSE,
    Qt.Key.Key_P: Action.PAUSE,
    Qt.Key.Key_Right: Action.NEXT,
    Qt.Key.Key_MediaNext: Action.NEXT,
    Qt.Key.Key_Left: Action.BACK,
    Qt.Key.Key_MediaPrevious: Action.BACK,
    Qt.Key.Key_Plus: Action.FORWARD,
    Qt.Key.Key_Minus: Action.REWIND,
    Qt.Key.Key_S: Action.STOP_SET,
    Qt.Key.Key_R: Action.RESTART,
    Qt.Key.Key_M: Action.MUTE,
    Qt.Key.Key_F: Action.FULL_SCREEN,
    Qt.Key.Key_F11: Action.FULL_SCREEN,
    Qt.Key.Key_D: Action.DISTANCE,
    Qt.Key.Key_Question: Action.HELP,
    Qt.Key.Key_F1: Action.HELP,
    Qt.Key.Key_Escape: Action.LEAVE,
    Qt.Key.Key_MediaStop: Action.LEAVE,
}

_SHIFTED: Final[dict[Qt.Key, Action]] = {
    Qt.Key.Key_Right: Action.FORWARD,
    Qt.Key.Key_Left: Action.REWIND,
}


def action_of(key: Qt.Key, *, shift: bool) -> Action | None:
    """Return what a key asks for, or None."""
    if shift and key in _SHIFTED:
        return _SHIFTED[key]
    return _ACTIONS.get(key)


class KeysSheet(QDialog):
    """All keys with what they do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = Button(theme, _("Close"))
        close.setDefault(True)

        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(2, 24)
        rows = _rows()
        large = theme.fonts.factor >= LARGE_TEXT
        half = len(rows) if large else (len(rows) + 1) // 2
        for index, (keys, meaning) in enumerate(rows):
            column = 3 * (index // half)
            grid.addLayout(_caps(theme, keys), index % half, column)
            grid.addWidget(make_label(meaning), index % half, column + 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 24, 28, 24)
        outer.setSpacing(20)
        outer.addWidget(make_label(_("All keys"), Type.HEADING))
        outer.addWidget(_scrolled(grid), 1)
        outer.addLayout(buttons)

        close.clicked.connect(self.accept)


def _scrolled(grid: QGridLayout) -> QScrollArea:
    """Return the table in a frame that scrolls where the screen is too small for it."""
    inner = QWidget()
    grid.setContentsMargins(0, 0, 0, 0)
    inner.setLayout(grid)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.setMinimumSize(inner.sizeHint().boundedTo(LARGEST))
    return area


def _rows() -> list[tuple[tuple[str, ...], str]]:
    shift, space = pgettext("key", "Shift"), pgettext("key", "Space")
    return [
        ((space,), _("Pause and go on, or say that you are done")),
        (("P",), _("Pause, even while a tap is waited for")),
        (("→",), _("Next")),
        (("←",), _("To the start, or back")),
        ((f"{shift} →", "+"), _("10 seconds on")),
        ((f"{shift} ←", "−"), _("10 seconds back")),
        (("S",), _("Stop this set here; what you did counts")),
        (("R",), _("Start this part again")),
        (("D",), _("Large figures, to read from across the room")),
        (("F",), _("Full screen")),
        (("M",), _("Tones on or off")),
        (("?",), _("This sheet")),
        ((pgettext("key", "Esc"),), _("Leave full screen, or end the session")),
    ]


def _caps(theme: Theme, keys: tuple[str, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for key in keys:
        row.addWidget(KeyCap(theme, key, 24))
    row.addStretch(1)
    return row
