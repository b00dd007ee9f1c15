"""The widget that shows a chart: keys, tool tips and words for screen readers, for all kinds."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coreapp.services.charts import Chart
from coreapp.ui.charts.drawing import Drawing
from coreapp.ui.charts.kinds import drawing_of
from coreapp.ui.charts.look import ChartLook
from coreapp.ui.theme.metrics import HIT_MIN
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.value_picker import NOTHING, ValuePicker

_TIP_MS = 30_000
"""So long the words of a value that the keys led to stay: they are read in one's own time."""
_LEAST_WIDTH = 160


class ChartView(ValuePicker):
    """A chart of which a value can be looked at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = ""
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._look = ChartLook(theme.tokens, theme.fonts)
        self._heights: dict[int, int] = {}
        self._picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: Chart, title: str, description: str) -> None:
        """Show a chart; one that looks as the one before keeps its picture and its height.

        Args:
            chart: what is drawn.
            title: whose chart it is, for screen readers.
            description: the whole of it in words, for screen readers.
        """
        self._title = title
        before = self.value_count()
        self._drawing = drawing_of(chart)
        self.look_at(self.chosen_index if before == self.value_count() else NOTHING)
        self.setAccessibleDescription(description)
        if chart == self._chart:
            return
        self._chart = chart
        self._picture = QPixmap()
        self._heights.clear()
        self.updateGeometry()

    def value_count(self) -> int:
        """Return how many values there are."""
        return 0 if self._drawing is None else self._drawing.count()

    def value_text(self, index: int) -> str:
        """Return a value in words."""
        return "" if self._drawing is None else self._drawing.tell(index)

    def accessible_text(self, index: int) -> str:
        """Return the value that is looked at, or whose chart it is."""
        return self._title if index == NOTHING else self.value_text(index)

    def index_at(self, spot: QPointF) -> int:
        """Return the value at a spot."""
        if self._drawing is None or not self._drawing.count():
            return NOTHING
        return self._drawing.index_at(self._box, self._look, spot)

    def neighbour(self, index: int, key: Qt.Key) -> int | None:
        """Return the value a key leads to."""
        return None if self._drawing is None else self._drawing.neighbour(index, key)

    def value_rect(self, index: int) -> QRectF:
        """Return where a value is."""
        return (
            QRectF() if self._drawing is None else self._drawing.place(self._box, self._look, index)
        )

    def hasHeightForWidth(self) -> bool:
        """Cells and legends need a height that goes with the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the chart."""
        if self._drawing is None:
            return 0
        # A layout asks for the same few widths again and again.
        if width not in self._heights:
            wanted = round(self._drawing.height(self._look, width))
            self._heights[width] = max(wanted, HIT_MIN if self._drawing.count() else 0)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a pleasant width with its height."""
        width = max(self.width(), _LEAST_WIDTH)
        return QSize(_LEAST_WIDTH, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which something can still be read."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout that another width means another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the keys, and show the words of the value as the mouse would get them."""
        before = self.chosen_index
        super().keyPressEvent(event)
        if self.chosen_index not in {before, NOTHING}:
            self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look at the value of now when the keyboard comes."""
        super().focusInEvent(event)
        by_keys = event.reason() not in {
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }
        if by_keys and self._drawing is not None and self.chosen_index == NOTHING:
            self.look_at(self._drawing.first())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take mark and words away with the keyboard."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.look_at(NOTHING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart, and the mark of the value that is looked at."""
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture_of(self._drawing))
        if self.chosen_index != NOTHING:
            _make_ready(painter)
            self._drawing.mark(painter, self._box, self._look, self.chosen_index)

    def _picture_of(self, drawing: Drawing) -> QPixmap:
        """Return the chart, painted once: while it is scrolled each new strip of it is asked for.

        To draw it takes 2 to 10 ms, so the picture stays for the next visit as well.
        """
        dpr = self.devicePixelRatioF()
        size = (QSizeF(self.size()) * dpr).toSize()
        if (self._picture.size(), self._picture.devicePixelRatioF()) != (size, dpr):
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(dpr)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            _make_ready(painter)
            painter.setFont(self.font())
            drawing.paint(painter, self._box, self._look)
            painter.end()
        return self._picture

    @property
    def _box(self) -> QRectF:
        return QRectF(self.rect())

    def _follow_theme(self) -> None:
        self._look = ChartLook(self._theme.tokens, self._theme.fonts)
        self._picture = QPixmap()
        self._heights.clear()
        super()._follow_theme()

    def _tell(self) -> None:
        place = self.value_rect(self.chosen_index)
        spot = self.mapToGlobal(QPoint(round(place.center().x()), round(place.bottom())))
        text = self.value_text(self.chosen_index)
        QToolTip.showText(spot, text, self, self.rect(), _TIP_MS)


def _make_ready(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
