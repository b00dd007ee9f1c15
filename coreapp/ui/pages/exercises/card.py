"""One card of the library: figure, name and dose on the paper, no box around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.models.exercise_model import ExerciseItem, ExerciseRole
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ring
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.line_breaks import break_lines

Index = QModelIndex | QPersistentModelIndex

LEAST_CARD: Final = 220
"""The narrowest card, in pixels."""
_STAGE_RATIO: Final = 188 / 264
_NAME_GAP: Final = 12
_DOSE_GAP: Final = 2
_ROW_GAP: Final = 28
_TEXT_INSET: Final = 4
_HEART: Final = 16
_HEART_INSET: Final = 12
_HEART_GROUND: Final = 0.4
_FADED: Final = 0.4
_RING: Final = metrics.FOCUS_WIDTH + metrics.FOCUS_GAP
_TEXTS: Final = (Type.TITLE, Type.BODY)
"""Of the name and of the dose."""
_MOST_BROKEN: Final = 2000
"""So many texts are kept with their lines: all exercises at some ten widths."""


@dataclass(frozen=True, slots=True)
class CardSize:
    """The measures of the cards in a grid, in pixels.

    Attributes:
        columns: how many cards stand side by side.
        cell: from one card's left edge to the next one's.
        stage: the ground of a figure.
        rows: for each row the height of a card with the gap to the next row.
    """

    columns: int
    cell: int
    stage: QSize
    rows: tuple[int, ...] = ()

    def stage_in(self, cell: QRect) -> QRect:
        """Return where the figure stands within a card's cell."""
        return QRect(cell.topLeft(), self.stage)

    def cell_of(self, index: int) -> QSize:
        """Return the size of a card with its gaps."""
        return QSize(self.cell, self.rows[index // self.columns])


class ExerciseDelegate(QStyledItemDelegate):
    """Paints a card: stage, figure, name, dose."""

    def __init__(self, theme: Theme, figures: LateFigures) -> None:
        super().__init__()
        self._theme = theme
        self._figures = figures
        self.size = CardSize(1, LEAST_CARD, QSize(LEAST_CARD, 160))
        self.hovered = QPersistentModelIndex()
        self.ringed = QPersistentModelIndex()
        self.moving = QPersistentModelIndex()
        self._fonts = theme.fonts
        self._broken: dict[tuple[Type, str, int], Sequence[str]] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        cell: QRect = option.rect
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        stage = self.size.stage_in(cell)
        ground = QRectF(stage)
        if self.ringed == index:
            paint_ring(painter, ground, metrics.RADIUS_CARD + 3, self._theme.tokens)
            ground = ground.adjusted(_RING, _RING, -_RING, -_RING)
        painter.setBrush(tokens.hover if self.hovered == index else tokens.stage)
        painter.drawRoundedRect(ground, metrics.RADIUS_CARD, metrics.RADIUS_CARD)
        if self.moving != index:
            painter.setOpacity(_FADED if index.data(ExerciseRole.FADED) else 1.0)
            self._paint_figure(painter, stage, str(index.data(ExerciseRole.ID)))
            painter.setOpacity(1.0)
        if index.data(ExerciseRole.LIKED):
            self._paint_heart(painter, stage)
        self._paint_texts(painter, stage, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell."""
        return self.size.cell_of(index.row())

    def _paint_heart(self, painter: QPainter, stage: QRect) -> None:
        side = self._theme.fonts.pixels(_HEART)
        inset = self._theme.fonts.pixels(_HEART_INSET)
        box = QRectF(stage.right() - side - inset, stage.top() + inset, side, side)
        # It may lie on a photograph of any colour.
        around = side * _HEART_GROUND
        painter.setBrush(self._theme.tokens.stage)
        painter.drawEllipse(box.adjusted(-around, -around, around, around))
        self._theme.icons.paint(painter, box, Icon.HEART_FULL, self._theme.tokens.colour("ink2"))

    def _paint_figure(self, painter: QPainter, stage: QRect, exercise: str) -> None:
        dpr = painter.device().devicePixelRatioF()
        picture = self._figures.find(FigureShot(exercise), stage.size(), dpr)
        if picture is not None:
            painter.drawPixmap(stage, picture)

    def measure(self, items: Sequence[ExerciseItem], columns: int, cell: int, gap: int) -> CardSize:
        """Return the measures of cards in columns that begin `cell` pixels apart."""
        stage = QSize(cell - gap, round((cell - gap) * _STAGE_RATIO))
        room = stage.width() - 2 * _TEXT_INSET
        heights = {kind: QFontMetrics(self._theme.font(kind)).lineSpacing() for kind in _TEXTS}
        texts = [
            sum(
                heights[kind] * len(self._lines(kind, text, room))
                for kind, text in zip(_TEXTS, (item.name, item.dose), strict=True)
            )
            for item in items
        ]
        around = stage.height() + _NAME_GAP + _DOSE_GAP + _ROW_GAP
        rows = tuple(
            around + max(texts[first : first + columns]) for first in range(0, len(texts), columns)
        )
        return CardSize(columns, cell, stage, rows)

    def _paint_texts(self, painter: QPainter, stage: QRect, index: Index) -> None:
        tokens = self._theme.tokens
        width = stage.width() - 2 * _TEXT_INSET
        left, top = stage.left() + _TEXT_INSET, stage.bottom() + 1 + _NAME_GAP
        for kind, colour, role in zip(
            _TEXTS,
            (tokens.ink, tokens.ink2),
            (Qt.ItemDataRole.DisplayRole, ExerciseRole.DOSE),
            strict=True,
        ):
            font = self._theme.font(kind)
            metric = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(colour)
            lines = self._lines(kind, str(index.data(role)), width)
            for number, line in enumerate(lines):
                painter.drawText(left, top + metric.ascent() + number * metric.lineSpacing(), line)
            top += len(lines) * metric.lineSpacing() + _DOSE_GAP

    def _lines(self, kind: Type, text: str, width: int) -> Sequence[str]:
        """Return a text as lines of a width; a word that is longer is broken with a hyphen.

        They are kept: with each letter that is typed all cards are measured.
        """
        if self._fonts is not self._theme.fonts or len(self._broken) > _MOST_BROKEN:
            self._fonts = self._theme.fonts
            self._broken.clear()
        key = (kind, text, width)
        lines = self._broken.get(key)
        if lines is None:
            font = self._theme.font(kind)
            fits = QFontMetrics(font).horizontalAdvance(text) <= width
            lines = self._broken[key] = [text] if fits else break_lines(text, font, width)
        return lines
