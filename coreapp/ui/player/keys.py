"""The keys of the player: one table for what they do and for the sheet that shows them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
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
from coreapp.ui.widgets.labels import make_label, make_text

LARGEST: Final = QSize(900, 520)
"""Of the table where there is no window to measure by."""

AROUND: Final = QSize(100, 190)
"""What heading, button and edges take, and what is seen of the window behind."""


class Action(StrEnum):
    """What a key asks for."""

    TOGGLE = "toggle"
    TAP = "tap"
    PAUSE = "pause"
    NEXT = "next"
    BACK = "back"
    FORWARD = "forward"
    REWIND = "rewind"
    SLOWER = "slower"
    FASTER = "faster"
    OWN_PACE = "own_pace"
    STOP_SET = "stop_set"
    RESTART = "restart"
    MUTE = "mute"
    FULL_SCREEN = "full_screen"
    DISTANCE = "distance"
    MUSCLES = "muscles"
    SMALL = "small"
    HELP = "help"
    EXPLAIN = "explain"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Binding:
    """Which keys ask for an action: all of them are shown, but for media keys and `silent` ones."""

    action: Action
    keys: tuple[Qt.Key, ...]
    shift: bool = False
    media: tuple[Qt.Key, ...] = ()
    silent: tuple[Qt.Key, ...] = ()

    @property
    def bound(self) -> tuple[Qt.Key, ...]:
        """All of its keys."""
        return self.keys + self.media + self.silent


BINDINGS: Final = (
    Binding(
        Action.TOGGLE,
        (Qt.Key.Key_Space,),
        media=(Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPlay),
    ),
    Binding(Action.TAP, (Qt.Key.Key_Return,), silent=(Qt.Key.Key_Enter,)),
    Binding(Action.PAUSE, (Qt.Key.Key_P,), media=(Qt.Key.Key_MediaPause,)),
    Binding(Action.NEXT, (Qt.Key.Key_Right,), media=(Qt.Key.Key_MediaNext,)),
    Binding(Action.BACK, (Qt.Key.Key_Left,), media=(Qt.Key.Key_MediaPrevious,)),
    Binding(Action.FORWARD, (Qt.Key.Key_Right,), shift=True),
    Binding(Action.REWIND, (Qt.Key.Key_Left,), shift=True),
    Binding(Action.FORWARD, (), media=(Qt.Key.Key_AudioForward,)),
    Binding(Action.REWIND, (), media=(Qt.Key.Key_AudioRewind,)),
    Binding(Action.SLOWER, (Qt.Key.Key_Minus,)),
    # Where plus needs Shift, its key alone is equal.
    Binding(Action.FASTER, (Qt.Key.Key_Plus,), silent=(Qt.Key.Key_Equal,)),
    Binding(Action.OWN_PACE, (Qt.Key.Key_T,)),
    Binding(Action.STOP_SET, (Qt.Key.Key_S,)),
    Binding(Action.RESTART, (Qt.Key.Key_R,)),
    Binding(Action.DISTANCE, (Qt.Key.Key_D,)),
    Binding(Action.FULL_SCREEN, (Qt.Key.Key_F, Qt.Key.Key_F11)),
    Binding(Action.SMALL, (Qt.Key.Key_W,)),
    Binding(Action.MUSCLES, (Qt.Key.Key_V,)),
    Binding(Action.MUTE, (Qt.Key.Key_M,)),
    Binding(Action.HELP, (Qt.Key.Key_Question,)),
    Binding(Action.EXPLAIN, (Qt.Key.Key_F1,)),
    Binding(Action.LEAVE, (Qt.Key.Key_Escape,), media=(Qt.Key.Key_MediaStop,)),
)
"""Every key of the player: what happens when it is pressed, and what the sheet shows."""

_ACTIONS: Final = {(key, each.shift): each.action for each in BINDINGS for key in each.bound}


def action_of(key: Qt.Key, *, shift: bool) -> Action | None:
    """Return what a key asks for, or None; Shift matters only where it means something else."""
    return _ACTIONS.get((key, shift)) or _ACTIONS.get((key, False))


class KeysSheet(QDialog):
    """All keys with what they do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading = make_label("", Type.HEADING)
        self._close = Button(theme, "")
        self._close.setDefault(True)
        self._table = QScrollArea()

        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 24, 28, 24)
        outer.setSpacing(20)
        outer.addWidget(self._heading)
        outer.addWidget(self._table, 1)
        outer.addLayout(buttons)

        self._close.clicked.connect(self.accept)
        self._name_all()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()

    def _name_all(self) -> None:
        title = _("All keys")
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._close.setText(_("Close"))
        _fill(self._table, self._theme, self._room())

    def _room(self) -> QSize:
        """Return how large the table can be without the sheet hiding all of the session."""
        parent = self.parentWidget()
        return LARGEST if parent is None else parent.size() - AROUND


def _fill(area: QScrollArea, theme: Theme, room: QSize) -> None:
    """Show the keys in two columns, or in one if they are too wide; it scrolls where it must."""
    area.setAccessibleName(_("All keys"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    bar = area.verticalScrollBar().sizeHint().width()
    inner = _columns(theme, 2)
    if inner.sizeHint().width() + bar > room.width():
        inner = _columns(theme, 1)
    wanted = inner.sizeHint() + QSize(bar, 0)
    area.setWidget(inner)
    area.setMinimumSize(wanted.boundedTo(room))


def _columns(theme: Theme, count: int) -> QWidget:
    """Return the keys with their meanings in so many columns."""
    inner = QWidget()
    grid = QGridLayout(inner)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    grid.setColumnMinimumWidth(2, 24)
    rows = _rows()
    height = -(-len(rows) // count)
    for index, (keys, meaning) in enumerate(rows):
        column = 3 * (index // height)
        grid.addLayout(_caps(theme, keys), index % height, column)
        # One column is as wide as the sheet: where even that is too little, lines are broken.
        told = make_text(meaning) if count == 1 else make_label(meaning)
        grid.addWidget(told, index % height, column + 1)
    grid.setColumnStretch(1, 1)
    return inner


def _rows() -> list[tuple[tuple[str, ...], str]]:
    """Return keys and meanings, in the order of the table; the media keys come last."""
    meanings = _meanings()
    rows = [(_names(each), meanings[each.action]) for each in BINDINGS if each.keys]
    media = pgettext("key", "Media keys")
    return [*rows, ((media,), _("The same, where the system hands them on"))]


def _meanings() -> dict[Action, str]:
    return {
        Action.TOGGLE: _("Pause and go on, or say that you are done"),
        Action.TAP: _("Say that you are done, where that is waited for"),
        Action.PAUSE: _("Pause, even while a tap is waited for"),
        Action.NEXT: _("Next"),
        Action.BACK: _("To the start, or back"),
        Action.FORWARD: _("10 seconds on"),
        Action.REWIND: _("10 seconds back"),
        Action.SLOWER: _("Slower repetitions and flows"),
        Action.FASTER: _("Faster repetitions and flows"),
        Action.OWN_PACE: _("At my own pace, or by the clock"),
        Action.STOP_SET: _("Stop this set here; what you did counts"),
        Action.RESTART: _("Start this part again"),
        Action.DISTANCE: _("Large figures, to read from across the room"),
        Action.FULL_SCREEN: _("Full screen"),
        Action.SMALL: _("Small window on top of others, and back"),
        Action.MUSCLES: _("Show the muscles that work, or not"),
        Action.MUTE: _("Tones on or off"),
        Action.HELP: _("This sheet"),
        Action.EXPLAIN: _("Help for where you are"),
        Action.LEAVE: _("Leave full screen, or end the session"),
    }


def _names(binding: Binding) -> tuple[str, ...]:
    """Return what stands on the keys; with Shift, both on one."""
    known = {
        Qt.Key.Key_Space: pgettext("key", "Space"),
        Qt.Key.Key_Return: pgettext("key", "Enter"),
        Qt.Key.Key_Escape: pgettext("key", "Esc"),
        Qt.Key.Key_Right: "→",
        Qt.Key.Key_Left: "←",
        Qt.Key.Key_Minus: "−",
    }
    names = [known.get(key) or QKeySequence(key).toString() for key in binding.keys]
    if binding.shift:
        shift = pgettext("key", "Shift")
        return tuple(f"{shift} {name}" for name in names)
    return tuple(names)


def _caps(theme: Theme, keys: tuple[str, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for key in keys:
        row.addWidget(KeyCap(theme, key, 24))
    row.addStretch(1)
    return row
