"""The grid of exercise cards: figure, name and dose on the paper, as many columns as fit."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.view import FigureView
from coreapp.ui.models.exercise_model import ExerciseModel, ExerciseRole
from coreapp.ui.theme import metrics
from coreapp.ui.theme.focus_ring import OWN_FOCUS_PROPERTY
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_CARD: Final = 264
"""The width that cards have where nothing speaks against it, at 100 % text, in pixels."""
_LEAST_CARD: Final = 220
_WIDE: Final = 1000
_STAGE_RATIO: Final = 188 / _CARD
_SLACK: Final = 2
"""What a row must have beyond its cells, or Qt breaks it."""
_NAME_GAP: Final = 12
_DOSE_GAP: Final = 2
_ROW_GAP: Final = 28
_TEXT_INSET: Final = 4
_RING: Final = metrics.FOCUS_WIDTH + metrics.FOCUS_GAP


@dataclass(frozen=True, slots=True)
class CardSize:
    """The measures of every card in the grid, in pixels."""

    columns: int
    cell: int
    stage_width: int
    stage_height: int
    name_height: int
    dose_height: int

    @property
    def height(self) -> int:
        """One card with the gap to the next row."""
        texts = _NAME_GAP + self.name_height + _DOSE_GAP + self.dose_height
        return self.stage_height + texts + _ROW_GAP

    def stage(self, cell: QRect) -> QRect:
        """Return where the figure stands within a card's cell."""
        return QRect(cell.topLeft(), QSize(self.stage_width, self.stage_height))


class ExerciseDelegate(QStyledItemDelegate):
    """Paints a card: stage, figure, name, dose."""

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self.size = CardSize(1, _LEAST_CARD, _LEAST_CARD, 160, 20, 18)
        self.hovered = QPersistentModelIndex()
        self.ringed = QPersistentModelIndex()
        self.moving = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        cell: QRect = option.rect  # type: ignore[attr-defined]  # the stubs lack the members
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        stage = self.size.stage(cell)
        ground = QRectF(stage)
        if self.ringed == index:
            self._paint_ring(painter, ground)
            ground = ground.adjusted(_RING, _RING, -_RING, -_RING)
        painter.setBrush(tokens.hover if self.hovered == index else tokens.stage)
        painter.drawRoundedRect(ground, metrics.RADIUS_CARD, metrics.RADIUS_CARD)
        if self.moving != index:
            self._paint_figure(painter, stage, str(index.data(ExerciseRole.ID)))
        self._paint_texts(painter, stage, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell."""
        return QSize(self.size.cell, self.size.height)

    def _paint_ring(self, painter: QPainter, stage: QRectF) -> None:
        half = metrics.FOCUS_WIDTH / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.tokens.ink, metrics.FOCUS_WIDTH))
        radius = metrics.RADIUS_CARD + 3
        painter.drawRoundedRect(stage.adjusted(half, half, -half, -half), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_figure(self, painter: QPainter, stage: QRect, exercise: str) -> None:
        dpr = painter.device().devicePixelRatioF()
        shot, tokens = FigureShot(exercise), self._theme.tokens
        painter.drawPixmap(stage.topLeft(), self._art.pixmap(shot, stage.size(), tokens, dpr))

    def _paint_texts(self, painter: QPainter, stage: QRect, index: Index) -> None:
        tokens, size = self._theme.tokens, self.size
        width = stage.width() - 2 * _TEXT_INSET
        left, top = stage.left() + _TEXT_INSET, stage.bottom() + 1 + _NAME_GAP
        painter.setFont(self._theme.font(Type.TITLE))
        painter.setPen(tokens.ink)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        name_box = QRect(left, top, width, size.name_height)
        drawn = painter.boundingRect(name_box, Qt.TextFlag.TextWordWrap, name)
        painter.drawText(name_box, Qt.TextFlag.TextWordWrap, name)
        painter.setFont(self._theme.font(Type.BODY))
        painter.setPen(tokens.ink2)
        dose_box = QRect(left, drawn.bottom() + 1 + _DOSE_GAP, width, size.dose_height)
        painter.drawText(dose_box, Qt.TextFlag.TextWordWrap, str(index.data(ExerciseRole.DOSE)))


class ExerciseGrid(QListView):
    """The cards; it is as high as they need, so that the page scrolls and not the grid.

    The figure of the card under the mouse, or with the keyboard, moves.
    """

    exercise_chosen = Signal(str)
    current_moved = Signal(QRect)
    """The place of the card that the keyboard is on, in the grid's own pixels."""

    def __init__(self, theme: Theme, art: FigureArt, model: ExerciseModel) -> None:
        super().__init__()
        self._theme = theme
        self._delegate = ExerciseDelegate(theme, art)
        self._live = FigureView(theme, art, self.viewport())
        self._live.hide()
        self._model = model

        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty(OWN_FOCUS_PROPERTY, True)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)

        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._leave)
        self.clicked.connect(self._choose)
        model.modelReset.connect(self._start_over)
        theme.changed.connect(self._measure_again)

    def stop(self) -> None:
        """Let no figure move."""
        self._leave()

    def card_size(self, width: int) -> CardSize:
        """Return the measures of the cards in a grid of that width."""
        gap = metrics.CARD_GAP if width >= _WIDE else metrics.CARD_GAP_NARROW
        # The square root: twice the letter needs wider cards, but wraps as well.
        wanted = _CARD * sqrt(self._theme.fonts.factor) + gap
        columns = max(1, round((width + gap) / wanted))
        cell = (width + gap) // columns
        stage = cell - gap
        room = stage - 2 * _TEXT_INSET
        names, doses = [item.name for item in self._model.items], self._doses()
        return CardSize(
            columns,
            cell,
            stage,
            round(stage * _STAGE_RATIO),
            self._text_height(names, Type.TITLE, room),
            self._text_height(doses, Type.BODY, room),
        )

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        size = self.card_size(width)
        rows = -(-len(self._model.items) // size.columns)
        return max(1, rows * size.height - _ROW_GAP + metrics.FOCUS_WIDTH)

    def sizeHint(self) -> QSize:
        """Return a size of four columns."""
        return QSize(metrics.CONTENT_MAX, self.heightForWidth(metrics.CONTENT_MAX))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one card; the height follows the width."""
        return QSize(_LEAST_CARD, 1)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the keyboard is now."""
        super().currentChanged(current, previous)  # type: ignore[arg-type]  # Qt calls with QModelIndex
        self._follow_focus()
        if current.isValid() and self.hasFocus():
            self.current_moved.emit(self.visualRect(QModelIndex(current)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the exercise with Return or Space; leave all else to the list."""
        chosen = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if chosen and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._follow_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(event)
        self._follow_focus()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the figure rest when the mouse has gone."""
        super().leaveEvent(event)
        self._leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards to the width."""
        self._fit()
        super().resizeEvent(event)
        self._place_live()

    def _fit(self) -> None:
        """Measure the cards, and let the rows reach the right edge: the last gap lies beyond it."""
        size = self.card_size(self.width())
        self._delegate.size = size
        beyond = size.columns * size.cell - self.width()
        self.setViewportMargins(0, 0, -beyond - _SLACK, 0)
        self.setGridSize(QSize(size.cell, size.height))

    def _measure_again(self) -> None:
        self._fit()
        self.updateGeometry()
        self._place_live()
        self.viewport().update()

    def _start_over(self) -> None:
        self._delegate.hovered = QPersistentModelIndex()
        self._move(QModelIndex())
        self._measure_again()

    def _doses(self) -> list[str]:
        return [item.dose for item in self._model.items]

    def _text_height(self, texts: list[str], kind: Type, width: int) -> int:
        """Return the height of the text that needs most lines."""
        measure = QFontMetrics(self._theme.font(kind))
        room = QRect(0, 0, width, 10_000)
        heights = (
            measure.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() for text in texts
        )
        return max(heights, default=measure.height())

    def _choose(self, index: Index) -> None:
        self.exercise_chosen.emit(str(index.data(ExerciseRole.ID)))

    def _hover(self, index: QModelIndex) -> None:
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._delegate.hovered = QPersistentModelIndex(index)
        self._move(index)

    def _leave(self) -> None:
        self.viewport().unsetCursor()
        self._delegate.hovered = QPersistentModelIndex()
        self._follow_focus()

    def _follow_focus(self) -> None:
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        shown = self.currentIndex() if self.hasFocus() and by_keys else QModelIndex()
        self._delegate.ringed = QPersistentModelIndex(shown)
        if not self._delegate.hovered.isValid():
            self._move(shown)

    def _move(self, index: QModelIndex) -> None:
        """Let the figure of one card move; of none with an index that is not valid."""
        still = self._theme.reduced_motion or not index.isValid()
        moving = QPersistentModelIndex(QModelIndex() if still else index)
        if moving != self._delegate.moving:
            self._delegate.moving = moving
            if moving.isValid():
                self._live.show_exercise(str(index.data(ExerciseRole.ID)))
        self._place_live()
        self.viewport().update()

    def _place_live(self) -> None:
        index = self._delegate.moving
        if not index.isValid():
            self._live.stop()
            self._live.hide()
            return
        cell = self.visualRect(QModelIndex(index))
        self._live.setGeometry(self._delegate.size.stage(cell))
        self._live.show()
        if not self._live.moving:
            self._live.play()

    def card_center(self, row: int) -> QPoint:
        """Return the middle of a card's figure, in the viewport's pixels."""
        cell = self.visualRect(self._model.index(row))
        return self._delegate.size.stage(cell).center()
