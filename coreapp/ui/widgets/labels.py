"""Labels: one line, wrapped, and elided with a tool tip."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coreapp.ui.theme.fonts import Type
from coreapp.ui.widgets.line_breaks import BrokenText, break_text, evened_out

_LEADING: Final = 1.4
"""From one baseline to the next, in sizes of the letter; large text stands closer."""
_LARGE_LEADING: Final = 1.2
_LARGE: Final = frozenset(
    {Type.HEADING, Type.PAGE, Type.FIGURE, Type.DISTANCE_LINE, Type.DISTANCE_NAME}
)

_HEADINGS: Final = _LARGE | {Type.TITLE, Type.BODY_STRONG}


def make_label(text: str = "", kind: Type = Type.BODY, tone: str = "") -> QLabel:
    """Return a label of one line; `tone` is a colour such as `ink2`, ink without it."""
    label = QLabel(text)
    _set_look(label, kind, tone)
    return label


def make_text(text: str = "", kind: Type = Type.BODY, tone: str = "") -> "WrappedLabel":
    """Return a label that breaks its lines to the width it is given."""
    label = WrappedLabel(text)
    _set_look(label, kind, tone)
    return label


def set_kind(label: QLabel, kind: Type) -> None:
    """Give a label another step of the type scale."""
    label.setProperty("role", kind.value)
    label.style().unpolish(label)
    label.style().polish(label)
    label.updateGeometry()


def make_narrow_text(text: str = "", kind: Type = Type.BODY, tone: str = "") -> "WrappedLabel":
    """Return such a label for a narrow card: a long word may be broken to fit in."""
    label = make_text(text, kind, tone)
    label.setMinimumWidth(1)
    return label


class WrappedLabel(QLabel):
    """A text whose height follows from its width, wherever it is laid out.

    It paints itself: Qt's own label sets lines of plain text solid, and paragraphs need air.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}  # first: events come while the rest is made
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._made_of: tuple[object, ...] = ()
        self._breaks: list[list[BrokenText]] = []
        self._seen: tuple[int, list[str]] | None = None
        self._line_height = self._line_step = 0.0

    def sizeHint(self) -> QSize:
        """Return a pleasant width, and the height that belongs to it."""
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for the height that the present width needs, so that nothing is cut off."""
        hint = super().minimumSizeHint()
        # The width from before anybody laid it out says nothing.
        if self.width() > 0 and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            hint.setHeight(max(hint.height(), self.heightForWidth(self.width())))
        return hint

    def heightForWidth(self, width: int) -> int:
        """Return the height of the broken lines.

        Layouts ask for it hundreds of times while a page is built: a fifth of that time went here
        before answers were kept.
        """
        height = self._heights.get(width)
        if height is None:
            self.ensurePolished()  # which may change the font, and so forget all heights
            height = self._heights[width] = self._height_of_lines(width)
        return height

    def setText(self, text: str) -> None:
        """Show another text."""
        self._heights.clear()
        super().setText(text)

    def setProperty(self, name: str, value: object) -> bool:
        """Set a property; one of them is the step of the type scale."""
        self._heights.clear()
        return super().setProperty(name, value)

    def changeEvent(self, event: QEvent) -> None:
        """Forget the heights of another font, style or margin.

        Not in `event`, which comes for each of two dozen things that happen to a label until it is
        seen: a page of a hundred texts took a fourteenth longer.
        """
        self._heights.clear()
        super().changeEvent(event)

    def _height_of_lines(self, width: int) -> int:
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        lines = sum(len(each.lines) for _text, each in self._broken(room))
        # Air lies between the lines only: one line alone is as high as any other label.
        text = self._line_height + max(0, lines - 1) * self._line_step if lines else 0.0
        return -int(-text // 1) + margins.top() + margins.bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout that another width means another height, if it does not know."""
        super().resizeEvent(event)
        size = event.size()
        is_other = event.oldSize().width() != size.width()
        if is_other and size.height() != self.heightForWidth(size.width()):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line by line."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        metric = QFontMetricsF(self.font())
        room = QRectF(self.contentsRect())
        lines = self._lines(round(room.width()))
        high = self._line_height + (len(lines) - 1) * self._line_step
        align = self.alignment()
        y = room.top() + metric.ascent()
        if align & Qt.AlignmentFlag.AlignVCenter:
            y += max(0.0, (room.height() - high) / 2)
        elif align & Qt.AlignmentFlag.AlignBottom:
            y += max(0.0, room.height() - high)
        before = 0.0
        if align & Qt.AlignmentFlag.AlignHCenter:
            before = 0.5
        elif align & Qt.AlignmentFlag.AlignRight:
            before = 1.0
        for line in lines:
            # To measure a line takes half as long as to paint it.
            spare = room.width() - metric.horizontalAdvance(line) if before else 0.0
            painter.drawText(QPointF(room.left() + spare * before, y), line)
            y += self._line_step

    def _lines(self, width: int) -> list[str]:
        """Return the lines as they are seen, of all paragraphs; kept for the next paint."""
        paragraphs = self._broken(width)
        if self._seen is None or self._seen[0] != width:
            is_heading, font = self.property("role") in _HEADINGS, self.font()
            lines = [
                line
                for text, broken in paragraphs
                for line in evened_out(text, font, broken, is_heading=is_heading)
            ]
            self._seen = width, lines
        return self._seen[1]

    def _broken(self, width: int) -> list[tuple[str, BrokenText]]:
        """Return each paragraph with how it is broken.

        A layout tries a dozen widths before it is content, and most of them break a text alike:
        what was found for one holds for all of these, until the text or its look changes.
        """
        made_of = (self.text(), self.font(), self.property("role"))
        if made_of != self._made_of:
            self._made_of = made_of
            paragraphs = self.text().split("\n") if self.text() else []
            self._breaks = [[] for _each in paragraphs]
            self._seen = None
            self._measure_line()
        return [
            (text, self._break(width, text, kept))
            for text, kept in zip(self.text().split("\n"), self._breaks, strict=False)
        ]

    def _break(self, width: int, text: str, kept: list[BrokenText]) -> BrokenText:
        """Return how a paragraph is broken; `kept` has what was found before."""
        for each in kept:
            if each.least <= width <= each.most:
                return each
        found = break_text(text, self.font(), width)
        kept.append(found)
        return found

    def _measure_line(self) -> None:
        """Learn how high a line is, and how far apart two baselines are."""
        font = self.font()
        pixels = font.pixelSize() if font.pixelSize() > 0 else self.fontInfo().pixelSize()
        leading = _LARGE_LEADING if self.property("role") in _LARGE else _LEADING
        self._line_height = QFontMetricsF(font).height()
        self._line_step = max(self._line_height, float(round(pixels * leading)))


class ElidingLabel(QLabel):
    """One line that ends in an ellipsis when there is no room; the tool tip has it all."""

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.BODY,
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        _set_look(self, kind, tone)

    def minimumSizeHint(self) -> QSize:
        """Allow the label to become narrow."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 6), hint.height())

    @property
    def elided(self) -> bool:
        """Whether part of the text does not fit."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the whole text as a tool tip while it does not fit."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect()
        mode = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self.text(), mode, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self.elided else "")


def _set_look(label: QLabel, kind: Type, tone: str) -> None:
    label.setProperty("role", kind.value)
    if tone:
        label.setProperty("tone", tone)
