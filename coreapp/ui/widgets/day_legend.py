"""What the parts of a day's strip mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.day_view import SpanKind, paint_span
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample and what it means."""

    kind: SpanKind
    text: str


class Legend(QWidget):
    """What the parts of a strip mean; breaks into lines when narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: Sequence[LegendEntry] = ()
        self._flow = FlowLayout(spacing=20, line_spacing=6)
        self.setLayout(self._flow)

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these entries instead of the ones before."""
        if entries == self._entries:
            return
        self._entries = entries
        self._flow.clear()
        for entry in entries:
            self._flow.addWidget(_Sample(self._theme, entry))


class _Sample(QWidget):
    """One entry of a legend."""

    _SWATCH = 14
    _SHAPES: ClassVar = {
        SpanKind.BREAK: (6, 14),
        SpanKind.NEXT: (14, 14),
        SpanKind.ASKED: (14, 14),
    }
    """Width and height of what is no stretch of the strip: a break stands out of it."""

    def __init__(self, theme: Theme, entry: LegendEntry) -> None:
        super().__init__()
        self._theme = theme
        self._kind = entry.kind
        self._label = make_label(entry.text, Type.CAPTION, "ink2")
        self._label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room for sample and text."""
        text = self._label.sizeHint()
        return QSize(text.width() + self._SWATCH + 6, max(text.height(), self._SWATCH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the text beside the sample."""
        super().resizeEvent(event)
        left = self._SWATCH + 6
        self._label.setGeometry(left, 0, self.width() - left, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sample."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self._SHAPES.get(self._kind, (self._SWATCH, 10))
        left, top = (self._SWATCH - width) / 2, (self.height() - height) / 2
        box = QRectF(left, top, width, height)
        clip = QPainterPath()
        clip.addRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
        painter.setClipPath(clip)
        paint_span(painter, box, self._kind, self._theme.tokens)
