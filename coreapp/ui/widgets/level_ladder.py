"""The levels of an exercise as a ladder: done, here, ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.labels import make_text


class RungState(StrEnum):
    """Where a level lies from where the person is."""

    DONE = "done"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Rung:
    """One level: its name, a line with dose or state, and where it lies."""

    title: str
    line: str
    state: RungState


class LevelLadder(Block):
    """Rungs from easy to hard; a click chooses one."""

    rung_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rungs: list[_RungRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_rungs(self, rungs: Sequence[Rung]) -> None:
        """Show these levels instead of the ones before."""
        for row in self._rungs:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rungs = [_RungRow(self._theme, rung, index) for index, rung in enumerate(rungs)]
        for row in self._rungs:
            row.chosen.connect(self.rung_chosen)
            self._column.addWidget(row)


class _RungRow(QAbstractButton):
    """One level of the ladder."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, rung: Rung, index: int) -> None:
        super().__init__()
        self._theme = theme
        self._index = index
        self._badge = _RungBadge(theme, rung.state, index + 1)
        title = make_text(rung.title, Type.BODY_STRONG)
        line = make_text(rung.line, Type.CAPTION, "ink2")
        for part in (self._badge, title, line):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(rung.title)
        self.setAccessibleName(rung.title)
        self.setAccessibleDescription(rung.line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(title)
        texts.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._tell)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room of badge and texts."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Say that the texts break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the broken texts."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the mouse."""
        if self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            tokens, room = self._theme.tokens, QRectF(self.rect())
            paint_ground(painter, room, metrics.RADIUS_BUTTON, tokens.hover, tokens)

    def _tell(self) -> None:
        self.chosen.emit(self._index)


class _RungBadge(QWidget):
    """The disc of a level: tick, number on ember, or number in a ring."""

    def __init__(self, theme: Theme, state: RungState, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._state = state
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the disc's square."""
        side = self._theme.fonts.pixels(28)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._state is RungState.DONE:
            paint_ground(painter, box, box.width() / 2, tokens.done_soft, tokens)
            inset = box.width() * 0.2
            tick = box.adjusted(inset, inset, -inset, -inset)
            self._theme.icons.paint(painter, tick, Icon.CHECK, tokens.done_text)
            return
        if self._state is RungState.HERE:
            painter.setBrush(tokens.accent)
            painter.drawEllipse(box)
            painter.setPen(tokens.on_accent)
        else:
            painter.setPen(QPen(tokens.border, 1.6))
            painter.drawEllipse(box)
            painter.setPen(tokens.ink2)
        painter.setFont(self._theme.font(Type.BODY_STRONG))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
