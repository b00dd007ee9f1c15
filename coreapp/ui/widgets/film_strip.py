"""A routine as a strip of its figures; the dashes beneath are its sets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.spoken_slider import SpokenSlider

_LEAST: Final = 36.0
"""So that the twelve positions of a flow, and the longest routine, still stand in a narrow card."""

_DASH: Final = 4.0
_DASH_GAP: Final = 4.0
_LONGEST: Final = 40.0


@dataclass(frozen=True, slots=True)
class StripSize:
    """How large the figures are, in pixels.

    Attributes:
        cell: width of a cell while there is room for all of them.
        figure: height of a figure.
        height: of the strip, with the dashes.
        follows: whether figures grow with the text, and are lower where cells are narrow.
    """

    cell: float
    figure: float
    height: int
    follows: bool = False


USUAL: Final = StripSize(66, 46, 68)
LARGE: Final = StripSize(96, 68, 92, follows=True)
"""Where the strip has a card for itself."""

_MOST_GROWTH: Final = 1.5
"""With large text a strip that follows it has figures as much larger, at most."""


@dataclass(frozen=True, slots=True)
class FilmCell:
    """One exercise, or one position of a flow.

    Attributes:
        exercise: whose figure is shown.
        name: for tool tip and screen readers.
        doses: the seconds of each set; a dash for each.
        mirror: show the left side.
        moment: of the movement, 0 to 1; None for the one that tells most.
        level: of the exercise, where it looks different.
    """

    exercise: str
    name: str
    doses: tuple[float, ...] = ()
    mirror: bool = False
    moment: float | None = None
    level: str = ""


class FilmStrip(SpokenSlider):
    """Cells of equal width; too many for the width scroll with the current one."""

    current_changed = Signal(int)
    activated = Signal(int)

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        parent: QWidget | None = None,
        size: StripSize = USUAL,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._figures = LateFigures(theme, art, self)
        self._cells: tuple[FilmCell, ...] = ()
        self._current = -1
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(size.follows)
        self.setSizePolicy(policy)
        self._figures.drawn.connect(self.update)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_cells(self, cells: Sequence[FilmCell], current: int = 0) -> None:
        """Show another routine."""
        self._cells = tuple(cells)
        self._current = min(current, len(self._cells) - 1)
        self._name_current()
        # An empty strip is nothing to go to.
        policy = Qt.FocusPolicy.StrongFocus if cells else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.updateGeometry()
        self.update()

    def current(self) -> int:
        """Return the index of the current cell, -1 without cells."""
        return self._current

    def set_current(self, index: int) -> None:
        """Make a cell current, silently."""
        if 0 <= index < len(self._cells):
            self._current = index
            self._name_current()
            self.update()

    def cell_rect(self, index: int) -> QRect:
        """Return where a cell is."""
        width = self._cell_width(self.width())
        left = index * width - self._scrolled()
        return QRectF(left, 0, width, self.height()).toAlignedRect()

    def sizeHint(self) -> QSize:
        """Return the room for all cells at their usual width."""
        width = round(max(1, len(self._cells)) * self._size.cell * self._growth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few cells."""
        width = round(_LEAST * 4)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the figures at a width, with the dashes beneath them."""
        return round(self._figure_height(width) + self._size.height - self._size.figure)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Make the cell under the mouse current."""
        self._go(self._at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the cell that was clicked."""
        index = self._at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._go(index)
            self.activated.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, open with Return."""
        last = len(self._cells) - 1
        target = {
            Qt.Key.Key_Left: max(0, self._current - 1),
            Qt.Key.Key_Right: min(last, self._current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is not None and self._cells:
            self._go(target)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._cells:
            self.activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the name of what lies under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._at(event.x())
            QToolTip.showText(event.globalPos(), self._cells[index].name if index >= 0 else "")
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, cell in enumerate(self._cells):
            box = self.cell_rect(index)
            if box.intersects(self.rect()):
                self._paint_cell(painter, QRectF(box), cell, current=index == self._current)

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: FilmCell, *, current: bool) -> None:
        tokens = self._theme.tokens
        if current:
            paint_ground(painter, box, metrics.RADIUS_BUTTON, tokens.stage, tokens)
        size = QSize(round(box.width() - 4), round(self._figure_height(self.width())))
        shot = FigureShot(cell.exercise, cell.moment, mirror=cell.mirror, level=cell.level)
        picture = self._figures.find(shot, size, self.devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(QRect(QPoint(round(box.left() + 2), 6), size), picture)
        self._paint_doses(painter, box, cell, current=current)

    def _paint_doses(
        self, painter: QPainter, box: QRectF, cell: FilmCell, *, current: bool
    ) -> None:
        if not cell.doses:
            return
        tokens = self._theme.tokens
        room = box.width() - 8
        gaps = _DASH_GAP * (len(cell.doses) - 1)
        longest = max(sum(each.doses) for each in self._cells) or 1.0
        wanted = max(_DASH * len(cell.doses), sum(cell.doses) / longest * _LONGEST)
        scale = min(wanted, room - gaps) / (sum(cell.doses) or 1.0)
        x = box.center().x() - (sum(cell.doses) * scale + gaps) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent if current else tokens.border)
        for dose in cell.doses:
            dash = QRectF(x, box.bottom() - 11, max(1.5, dose * scale), _DASH)
            painter.drawRoundedRect(dash, _DASH / 2, _DASH / 2)
            x += dash.width() + _DASH_GAP

    def _growth(self) -> float:
        factor = self._theme.fonts.factor if self._size.follows else 1.0
        return min(_MOST_GROWTH, max(1.0, factor))

    def _cell_width(self, width: int) -> float:
        """Return how wide each cell is in a strip of a width."""
        count = max(1, len(self._cells))
        return min(self._size.cell * self._growth(), max(_LEAST, width / count))

    def _figure_height(self, width: int) -> float:
        """Return how high the figures are in a strip of a width."""
        if not self._size.follows:
            return self._size.figure
        shape = self._size.figure / self._size.cell
        return max(USUAL.figure, shape * self._cell_width(width))

    def _scrolled(self) -> float:
        width = self._cell_width(self.width())
        surplus = max(0.0, width * len(self._cells) - self.width())
        return min(surplus, max(0.0, (self._current + 0.5) * width - self.width() / 2))

    def _at(self, x: float) -> int:
        index = int((x + self._scrolled()) // self._cell_width(self.width()))
        return index if 0 <= index < len(self._cells) else -1

    def _go(self, index: int) -> None:
        if index >= 0 and index != self._current:
            self.set_current(index)
            self.current_changed.emit(index)

    def _name_current(self) -> None:
        every = ", ".join(cell.name for cell in self._cells)
        name = self._cells[self._current].name if self._current >= 0 else every
        self.setAccessibleName(name)
        self.tell_value(self._current, len(self._cells) - 1)
