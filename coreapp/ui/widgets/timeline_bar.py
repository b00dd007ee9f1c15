"""The whole session as a bar that can be clicked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme.edges import edge_pen
from coreapp.ui.theme.phases import PHASES, PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.spoken_slider import SpokenSlider

_BAR: Final = 14.0
_GAP: Final = 7.0
_SEAM: Final = 1.0
_PAST_OPACITY: Final = 0.48
_MARK_REACH: Final = 6.0
_FILLED: Final = {PhaseLook.GET_READY: 0.5, PhaseLook.SWITCH_SIDES: 0.5, PhaseLook.REST: 0.0}
"""With high contrast a phase is filled so far from its foot, as its sign is; work in full."""


@dataclass(frozen=True, slots=True)
class BarPhase:
    """One phase: how it looks, how long it is, and to which exercise (group) it belongs."""

    look: PhaseLook
    seconds: float
    group: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A phase's place: its time and its pixels."""

    phase: BarPhase
    start: float
    left: float
    right: float
    first: bool
    last: bool


class TimelineBar(SpokenSlider):
    """Phases in their colours, grouped by exercise; a click or an arrow key asks to go there."""

    seek_requested = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phases: tuple[BarPhase, ...] = ()
        self._position = 0.0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_timeline(self, phases: Sequence[BarPhase]) -> None:
        """Show another session."""
        self._phases = tuple(phases)
        self.tell_value(round(self._position), round(self._total()))
        self.update()

    def show_position(self, seconds: float, spoken: str = "") -> None:
        """Move the mark; `spoken` says in words where it is."""
        self._position = seconds
        if spoken:
            # With the words only: a clock that is read aloud each second would be unbearable.
            self.setAccessibleDescription(spoken)
            self.tell_value(round(seconds), round(self._total()))
        self.update()

    @property
    def position(self) -> float:
        """Where the mark is, in seconds."""
        return self._position

    def sizeHint(self) -> QSize:
        """Return the height of bar and mark; at least 32 px to be hit."""
        return QSize(320, 32)

    def minimumSizeHint(self) -> QSize:
        """Return a width that still tells something."""
        return QSize(160, 32)

    def seconds_at(self, x: float) -> float:
        """Return the time at a place on the bar."""
        for block in self._blocks():
            if x <= block.right:
                width = max(1e-9, block.right - block.left)
                share = min(1.0, max(0.0, (x - block.left) / width))
                return block.start + share * block.phase.seconds
        return self._total()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to go where the click was."""
        if event.button() == Qt.MouseButton.LeftButton and self._phases:
            self.seek_requested.emit(self.seconds_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to go a phase on or back."""
        starts = [block.start for block in self._blocks()]
        match Qt.Key(event.key()):
            case Qt.Key.Key_Right:
                target = next((start for start in starts if start > self._position + 1e-6), None)
            case Qt.Key.Key_Left:
                earlier = [start for start in starts if start < self._position - 1.0]
                target = earlier[-1] if earlier else 0.0
            case Qt.Key.Key_Home:
                target = 0.0
            case _:
                super().keyPressEvent(event)
                return
        if target is not None and starts:
            self.seek_requested.emit(target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the phases and the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        blocks = self._blocks()
        for block in blocks:
            self._paint_block(painter, block)
        x = self._mark(blocks)
        middle = self.height() / 2
        reach = _BAR / 2 + _MARK_REACH
        ink = self._theme.tokens.ink
        painter.setPen(QPen(ink, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x, middle - reach + 2), QPointF(x, middle + reach - 2))

    def _paint_block(self, painter: QPainter, block: _Block) -> None:
        tokens = self._theme.tokens
        box = QRectF(block.left, (self.height() - _BAR) / 2, block.right - block.left, _BAR)
        if not block.last:
            box.setRight(max(box.left() + 0.5, box.right() - _SEAM))
        path = _block_path(box, block)
        # Clipped well beyond the shape: its own edges stay smooth.
        around = box.adjusted(-1, -1, 1, 1)
        passed = (self._position - block.start) / max(1e-9, block.phase.seconds)
        x = _between(around.left(), box.left(), box.right(), around.right(), passed)
        filled = _FILLED.get(block.phase.look, 1.0) if tokens.strong else 1.0
        y = _between(around.top(), box.top(), box.bottom(), around.bottom(), 1.0 - filled)
        colour = tokens.colour(PHASES[block.phase.look].solid)
        for left, right, opacity in ((around.left(), x, _PAST_OPACITY), (x, around.right(), 1.0)):
            painter.setOpacity(opacity)
            for top, bottom, shade in (
                (around.top(), y, tokens.card),
                (y, around.bottom(), colour),
            ):
                if right > left and bottom > top:
                    painter.setClipRect(QRectF(left, top, right - left, bottom - top))
                    painter.fillPath(path, shade)
        painter.setClipping(False)
        painter.setOpacity(1.0)
        painter.strokePath(path, edge_pen(tokens))

    def _mark(self, blocks: list[_Block]) -> float:
        for block in blocks:
            end = block.start + block.phase.seconds
            if self._position < end and block.phase.seconds > 0:
                share = max(0.0, self._position - block.start) / block.phase.seconds
                return max(2.0, block.left + share * (block.right - block.left))
        return max(2.0, self.width() - 2.0)

    def _total(self) -> float:
        return sum(phase.seconds for phase in self._phases)

    def _blocks(self) -> list[_Block]:
        """Return where each phase lies; groups are set apart by a gap."""
        phases, total = self._phases, self._total()
        if total <= 0:
            return []
        groups = sum(1 for a, b in pairwise(phases) if a.group != b.group)
        gap = min(_GAP, self.width() * 0.25 / max(1, groups))
        scale = (self.width() - groups * gap) / total
        blocks: list[_Block] = []
        start, x = 0.0, 0.0
        for index, phase in enumerate(phases):
            first = index == 0 or phases[index - 1].group != phase.group
            last = index == len(phases) - 1 or phases[index + 1].group != phase.group
            right = x + phase.seconds * scale
            blocks.append(_Block(phase, start, x, right, first, last))
            start += phase.seconds
            x = right + (gap if last else 0.0)
        return blocks


def _between(before: float, start: float, end: float, after: float, share: float) -> float:
    """Return the place of a share between start and end; before or after at 0 or 1 and beyond."""
    if share <= 0.0:
        return before
    return after if share >= 1.0 else start + share * (end - start)


def _block_path(box: QRectF, block: _Block) -> QPainterPath:
    """Return the phase's shape: round where its exercise begins and ends."""
    path = QPainterPath()
    radius = 4.0
    if not block.first and not block.last:
        path.addRect(box)
        return path
    wide = QRectF(box)
    if not block.first:
        wide.setLeft(box.left() - 2 * radius)
    if not block.last:
        wide.setRight(box.right() + 2 * radius)
    path.addRoundedRect(wide, radius, radius)
    cut = QPainterPath()
    cut.addRect(box)
    return path.intersected(cut)
